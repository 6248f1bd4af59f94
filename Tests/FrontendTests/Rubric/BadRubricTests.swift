import IR
import Testing

@testable import Frontend

/// Rubrics that no expert would write.
@Suite struct BadRubricTests {
  private func read(_ text: String) throws -> (rubric: Rubric, codes: [String]) {
    let scratch = try ScratchFolder()
    let input = try RubricReader().read(
      ReadRequest(
        path: scratch.write(text, to: "toy.json"), name: "toy.json", id: SourceID("rubric"),
        kind: .rubric))
    guard case .rubric(let rubric) = input.facts else { throw ReadLog.WrongFacts() }
    return (rubric, input.diagnostics.map(\.code.name))
  }

  private func tree(_ tasks: String) -> String {
    #"{"id": "root", "requirements": "All", "weight": 1, "sub_tasks": [\#(tasks)]}"#
  }

  private func leaf(_ id: String, weight: String = "1") -> String {
    #"{"id": "\#(id)", "requirements": "Sort.", "weight": \#(weight), "sub_tasks": [], "#
      + #""task_category": "Code Execution", "finegrained_task_category": "Experimental Setup"}"#
  }

  /// A file cannot hold a circle; a list that names nodes by their ids is no list of nodes.
  @Test func referencesToNodesAreNotFollowed() throws {
    let (rubric, codes) = try read(
      tree(
        #"{"id": "a", "requirements": "Sort.", "weight": 1, "sub_tasks": ["root", "a"]}, "#
          + leaf("b")))
    #expect(rubric.nodes.map(\.id) == ["root", "a", "b"])
    #expect(codes.contains("F311"))
  }

  @Test func negativeWeightsAreKeptAndReported() throws {
    let (rubric, codes) = try read(tree(leaf("a", weight: "-3")))
    #expect(rubric.leaves.map(\.weight) == ["-3"])
    #expect(codes == ["F308"])
  }

  @Test func fiftyThousandLeavesAreRead() throws {
    let leaves = (1...50_000).map { leaf("n\($0)") }.joined(separator: ",")
    let (rubric, codes) = try read(tree(leaves))
    #expect(rubric.leaves.count == 50_000)
    #expect(codes == [])
  }

  @Test func aRubricWithoutLeavesIsAnError() throws {
    let error = #expect(throws: FrontendError.self) { try read(tree("")) }
    #expect(error?.diagnostic.code == "F304")
  }
}
