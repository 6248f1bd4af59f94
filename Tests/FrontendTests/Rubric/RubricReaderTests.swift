import Foundation
import IR
import Testing

@testable import Frontend

@Suite struct RubricReaderTests {
  private struct Found {
    let input: ReadInput
    let rubric: Rubric

    var codes: [String] { input.diagnostics.map(\.code.name) }

    func text(_ node: Rubric.Node) -> String { input.source.text(of: node.requirement.bytes) }

    func place(_ node: Rubric.Node) -> Place? {
      input.source.regions(overlapping: node.requirement.bytes).first?.place
    }
  }

  private func read(path: String, name: String = "rubric.json") throws -> Found {
    let input = try RubricReader().read(
      ReadRequest(path: path, name: name, id: SourceID("rubric"), kind: .rubric))
    guard case .rubric(let rubric) = input.facts else { throw ReadLog.WrongFacts() }
    return Found(input: input, rubric: rubric)
  }

  private func read(_ text: String) throws -> Found {
    let scratch = try ScratchFolder()
    return try read(path: scratch.write(text, to: "toy.marbles.json"))
  }

  private func error(_ text: String) throws -> Diagnostic {
    let error = #expect(throws: FrontendError.self) { try read(text) }
    return try #require(error?.diagnostic)
  }

  private func leaf(_ id: String, _ words: String, more: String = "") -> String {
    #"{"id": "\#(id)", "requirements": "\#(words)", "weight": 1, "sub_tasks": [], "#
      + #""task_category": "Code Execution", "#
      + #""finegrained_task_category": "Experimental Setup"\#(more)}"#
  }

  private func tree(_ leaves: String...) -> String {
    #"{"id": "root", "requirements": "All", "weight": 1, "sub_tasks": ["#
      + leaves.joined(separator: ", ") + #"], "task_category": null}"#
  }

  @Test func aTreeIsReadDepthFirst() throws {
    let inner =
      #"{"sub_tasks": [\#(leaf("b", "Weigh\\n it  twice."))], "weight": 2.50, "id": "a", "#
      + #""requirements": "Weigh."}"#
    let found = try read(tree(inner, leaf("c", "Sort.")))
    let nodes = found.rubric.nodes
    #expect(nodes.map(\.id) == ["root", "a", "b", "c"])
    #expect(nodes.map(\.parent) == [nil, 0, 1, 0])
    #expect(nodes.map(\.isLeaf) == [false, false, true, true])
    #expect(nodes.map(\.weight) == ["1", "2.50", "1", "1"])
    #expect(nodes.map(found.text) == ["All", "Weigh.", "Weigh it twice.", "Sort."])
    #expect(nodes.map(found.place) == ["root", "a", "b", "c"].map { .node($0) })
    #expect(nodes[2].category == "Code Execution")
    #expect(nodes[2].fineCategory == "Experimental Setup")
    #expect(found.rubric.paper == "toy.marbles")
    #expect(found.input.source.file == "toy.marbles.json")
    #expect(!found.rubric.isGraded)
    #expect(found.input.diagnostics.isEmpty)
  }

  @Test func placesAreUniqueWhereIdsAreNot() throws {
    let found = try read(
      tree(leaf("x", "One."), leaf("x", "Two."), leaf("x#2", "Three."), leaf("", "Four.")))
    #expect(found.rubric.leaves.map(\.id) == ["x", "x", "x#2", ""])
    #expect(
      found.rubric.leaves.map(found.place)
        == [.node("x"), .node("x#2"), .node("x#2#2"), .node("#5")])
    #expect(found.codes == ["F305", "F306"])
  }

  @Test func whatIsMissingIsReportedOnceForEachKind() throws {
    let bare = #"{"sub_tasks": []}"#
    let found = try read(tree(bare, bare, leaf("c", "Sort.", more: #", "weight": "high""#)))
    #expect(found.rubric.leaves.count == 3)
    #expect(found.codes == ["F305", "F307", "F308", "F309"])
    #expect(found.rubric.leaves.map(\.weight) == ["", "", "high"])
  }

  @Test func unknownCategoriesAreKeptAndReported() throws {
    let odd =
      #"{"id": "b", "requirements": "x", "weight": 1, "task_category": "Cooking", "#
      + #""finegrained_task_category": "Soup", "sub_tasks": []}"#
    let found = try read(tree(odd, odd.replacingOccurrences(of: #""b""#, with: #""c""#)))
    #expect(found.rubric.leaves.map(\.category) == ["Cooking", "Cooking"])
    #expect(found.codes == ["F310", "F310"])
  }

  @Test func gradesAreNotRead() throws {
    let found = try read(tree(leaf("a", "Sort.", more: #", "score": 1, "valid_score": true"#)))
    #expect(found.rubric.isGraded)
    #expect(found.codes == ["F312"])
  }

  @Test func oddEntriesAreSkipped() throws {
    let found = try read(tree("null", leaf("a", "Sort."), "[1]", "\"x\"") + "\n{}")
    #expect(found.rubric.leaves.map(\.id) == ["a"])
    #expect(found.codes == ["F313", "F311"])
  }

  @Test func depthUpToTheLimitIsRead() throws {
    func nested(_ levels: Int) -> String {
      String(
        repeating: #"{"id": "n", "requirements": "r", "weight": 1, "sub_tasks": ["#, count: levels)
        + leaf("leaf", "Deep.") + String(repeating: "]}", count: levels)
    }
    let found = try read(nested(512))
    #expect(found.rubric.nodes.count == 513)
    #expect(found.rubric.leaves.map(\.id) == ["leaf"])
    #expect(try error(nested(513)).code == "F303")
    #expect(try error(nested(200_000)).code == "F303")
  }

  @Test(arguments: [
    ("[]", "F301"), ("", "F301"), ("%PDF-1.4", "F301"), (#"{"tasks": []}"#, "F301"),
    (#"{"requirements": "All"}"#, "F301"),
    (#"{"requirements": "All", "sub_tasks": []}"#, "F304"),
    (#"{"requirements": "All", "sub_tasks": null}"#, "F304"),
  ])
  func whatIsNoRubricIsAnError(_ text: String, _ code: DiagnosticCode) throws {
    #expect(try error(text).code == code)
  }

  @Test func brokenJSONNamesItsLine() throws {
    let diagnostic = try error(
      "{\n  \"requirements\": \"All\",\n  \"sub_tasks\": [\n    {\"id\": }\n  ]\n}")
    #expect(diagnostic.code == "F302")
    #expect(diagnostic.input?.line == 4)
    #expect(try error(tree(leaf("a", "x")).dropLast() + "").code == "F302")
  }

  @Test(
    .enabled(if: LogCorpus.isPresent, "the shared corpus is not beside the package"),
    arguments: [
      ("fre", 636, 437, 6), ("pinn", 2551, 1963, 8), ("self-composing-policies", 357, 275, 5),
      ("semantic-self-consistency", 100, 77, 4),
    ])
  func publishedRubricsHaveTheirCounts(_ name: String, _ nodes: Int, _ leaves: Int, _ depth: Int)
    throws
  {
    let file = LogCorpus.root.appendingPathComponent("rubrics/\(name).json")
    let found = try read(path: file.path, name: name)
    let rubric = found.rubric
    #expect(rubric.paper == name)
    #expect(rubric.nodes.count == nodes)
    #expect(rubric.leaves.count == leaves)
    var depths: [Int] = []
    for node in rubric.nodes { depths.append(node.parent.map { depths[$0] + 1 } ?? 0) }
    #expect(depths.max() == depth)
    #expect(rubric.leaves.allSatisfy { $0.category != nil && $0.fineCategory != nil })
    #expect(Set(rubric.nodes.map(found.place)).count == nodes)
    #expect(found.input.diagnostics.isEmpty)
    let bytes = try Array(Data(contentsOf: file))
    #expect(found.input.source.sha256 == Digest.sha256(bytes))
  }
}
