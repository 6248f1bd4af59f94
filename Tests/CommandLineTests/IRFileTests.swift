import Driver
import FoundationEssentials
import IR
import TestSupport
import Testing

/// The compiler's own file form: written, printed, read back, run through one pass.
struct IRFileTests {
  private let bench: Bench
  private let paper: String

  init() throws {
    bench = try Bench()
    paper = try bench.paper()
  }

  private func document(_ text: String) throws -> Document {
    try DocumentText.decode(Array(text.utf8))
  }

  @Test func compilingFromTheIRGivesTheSameBytes() async throws {
    let first = try await bench.arac(paper, "-o", "first.ara", "--emit-ir", "first.json")
    #expect(first.status == 0, "\(first.errors)")
    let second = try await bench.arac(
      "--from-ir", "first.json", "-o", "second.ara", "--emit-ir", "second.json")
    #expect(second.status == 0, "\(second.errors)")
    #expect(try bench.artifact("first.ara") == bench.artifact("second.ara"))
    #expect(try bench.folder.bytes(of: "first.json") == bench.folder.bytes(of: "second.json"))
  }

  @Test func theIRNamesNoPlaceOfThisMachine() async throws {
    #expect(try await bench.compile(paper, "--emit-ir", "paper.json").status == 0)
    #expect(try !bench.folder.text(of: "paper.json").contains(bench.folder.path))
  }

  @Test func theIRGoesThroughAPipe() async throws {
    let run = try await bench.compile(paper, "-q", "--emit-ir", "/dev/stdout")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try document(run.output).inputs.paper?.metadata.title?.value == GliderPaper.title)
  }

  @Test func printsTheIRAfterAPass() async throws {
    let run = try await bench.compile(paper, "-q", "--print-after", "claims")
    #expect(run.status == 0, "\(run.errors)")
    let printed = try document(run.output)
    #expect(!printed.claims.claims.isEmpty)
    #expect(printed.trace.nodes.isEmpty, "a later pass has run")
  }

  @Test func everyPassLeavesASoundDocument() async throws {
    let code = try await bench.repository()
    let run = try await bench.compile(paper, code, "--verify-each")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errorLines == [])
  }

  @Test func timesEveryPass() async throws {
    let run = try await bench.compile(paper, "-q", "--time-passes")
    #expect(run.status == 0)
    let times = run.errors.split(separator: "\n").filter { $0.hasSuffix(" ms") }
    let names = times.map { $0.split(separator: "  ").first.map(String.init) ?? "" }
    #expect(names == ["inputs", "inputs (cores)"] + PassCatalogue.names + ["emit and verify"])
    #expect(run.output.isEmpty)
  }

  @Test func printsTheFeaturesOfEachSentence() async throws {
    #expect(try await bench.compile(paper, "--emit-ir", "paper.json").status == 0)
    let run = try await bench.arac("pass", "atoms", "--features", "--ir", "paper.json")
    #expect(run.status == 0, "\(run.errors)")
    let atoms = try document(try bench.folder.text(of: "paper.json")).atoms.atoms
    let lines = run.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(lines.map { String($0[0]) } == atoms.map(\.span.description))
    #expect(lines.allSatisfy { $0.last?.contains("=") == true })
    let missing = try await bench.arac("pass", "atoms", "--features", "--ir", "none.json")
    #expect(missing.status == 65)
  }

  // MARK: One pass

  @Test func aPassOfAFinishedDocumentChangesNothing() async throws {
    #expect(try await bench.compile(paper, "--emit-ir", "paper.json").status == 0)
    let run = try await bench.arac("pass", "claims", "--ir", "paper.json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.output == bench.folder.text(of: "paper.json"))
  }

  @Test func anUnknownPass() async throws {
    let run = try await bench.arac("pass", "clams", "--ir", "paper.json")
    run.expectError("D203", at: nil, "there is no pass 'clams'", status: 64)
    #expect(run.errors.contains("    note: `arac passes` lists them"))
  }

  @Test(arguments: [["pass", "claims", "--ir"], ["-o", "out.ara", "--from-ir"]])
  func anIRFileThatIsMissing(_ words: [String]) async throws {
    let run = try await BuiltTool.run(words + ["gone.json"], in: bench.folder)
    run.expectError("D303", at: "gone.json", "cannot be read", status: 65)
    #expect(!bench.exists("out.ara"))
  }

  @Test(arguments: ["", "{}", "[]", "null", "Gliders.", "{\"version\": 99}"])
  func aFileThatIsNoIR(_ text: String) async throws {
    try bench.folder.write(text, to: "notes.json")
    let run = try await bench.compile("--from-ir", "notes.json")
    run.expectError("D304", at: "notes.json", "is no IR file", status: 65)
    #expect(!bench.exists("out.ara"))
  }

  /// Nested without end, as no reader should follow.
  @Test func aFileOfBracketsAlone() async throws {
    try bench.folder.write(String(repeating: "[", count: 1 << 20), to: "deep.json")
    let run = try await bench.compile("--from-ir", "deep.json")
    run.expectError("D304", at: "deep.json", "is no IR file", status: 65)
  }
}
