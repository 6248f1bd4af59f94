import TestSupport
import Testing

struct TraceTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func compiled() async throws -> String {
    let run = try await bench.arac(try bench.paper(), "-o", "out.ara")
    #expect(run.status == 0, "\(run.errors)")
    return "out.ara"
  }

  @Test func printsTheTreeOfAnArtifact() async throws {
    let run = try await bench.arac("trace", try await compiled())
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("N01 question: "))
    #expect(run.output.contains("\n├─ N02 "))
  }

  @Test(arguments: [
    ("text", "✗ "), ("mermaid", "flowchart TD\n"), ("dot", "digraph trace {\n"), ("json", "[\n"),
  ])
  func printsDeadEndsInEachForm(_ form: String, _ start: String) async throws {
    let run = try await bench.arac(
      "trace", try await compiled(), "--dead-ends", "--format", form)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix(start), "\(run.output)")
  }

  @Test func saysThatThereIsNoDirectory() async throws {
    let run = try await bench.arac("trace", "nowhere.ara")
    #expect(run.status == 65)
    #expect(
      run.diagnostics.contains { $0.hasPrefix("nowhere.ara: error: D303: ") }, "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func saysThatThereIsNoTree() async throws {
    try bench.folder.write("a note", to: "notes/README.md")
    let run = try await bench.arac("trace", "notes")
    #expect(run.status == 65)
    #expect(run.diagnostics.contains { $0.hasPrefix("notes: error: D308: ") }, "\(run.errors)")
  }

  @Test func saysWhereATreeIsBroken() async throws {
    try bench.folder.write("tree:\n  - id: [\n", to: "bad/trace/exploration_tree.yaml")
    let run = try await bench.arac("trace", "bad")
    #expect(run.status == 65)
    #expect(
      run.diagnostics.contains {
        $0.hasPrefix("bad/trace/exploration_tree.yaml: error: D309: is no exploration tree: line 2")
      }, "\(run.errors)")
  }
}
