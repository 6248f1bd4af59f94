import IR
import Testing

@testable import Passes

/// The tree of what has nothing but a rubric to tell of.
struct RubricQuestionTests {
  @Test func aRubricAloneAsksForItsRoot() async throws {
    var text = SourceTextBuilder(SourceID("rubric"))
    let root = Rubric.Node(
      id: "root", requirement: text.append("The marbles\nhave been sorted.", at: .node("root")),
      weight: "1", isLeaf: true)
    let sources = SourceMap([
      SourceText(
        id: text.id, kind: .rubric, file: "marbles.json", sha256: "", text: text.text,
        regions: text.regions)
    ])
    let rubric = Rubric(source: text.id, paper: "marbles", nodes: [root])
    let document = Document(sources: sources, inputs: Inputs(rubric: rubric))
    let pass = TraceRules()
    let found = try await pass.run(
      pass.input(from: document), addressing: [], in: PassContext())
    let node = try #require(found.value.roots.first)
    #expect(found.value.roots.count == 1)
    #expect(node.kind == .question)
    #expect(node.title.value == "The marbles have been sorted")
    #expect(node.sourceRefs.map(\.value) == ["rubric marbles"])
  }
}
