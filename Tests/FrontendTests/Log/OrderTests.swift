import IR
import Testing

@testable import Frontend

/// The order of samples and graphs, told by the questions and attempts that come out.
@Suite struct OrderTests {
  /// Messages by short names: `s1` is a scorer's result 1, `c` its call, others are user texts.
  private func message(_ name: String, node: Int? = nil) -> String {
    let metadata = node.map { #", "metadata": {"node_id": \#($0)}"# } ?? ""
    if name == "c" {
      return #"{"role": "assistant", "content": "score", "function_call": "#
        + #"{"name": "score", "arguments": "{}"}\#(metadata)}"#
    }
    if name.hasPrefix("s") {
      return #"{"role": "function", "name": "score", "content": "#
        + #""{\"score\": \#(name.dropFirst())}"\#(metadata)}"#
    }
    return #"{"role": "user", "content": "\#(name)"\#(metadata)}"#
  }

  private func list(_ names: String, from node: Int? = nil) -> String {
    let items = names.split(separator: " ").enumerated().map { offset, name in
      message(String(name), node: node.map { $0 + offset })
    }
    return "[" + items.joined(separator: ", ") + "]"
  }

  private func sample(_ input: String, _ outputs: String...) -> String {
    let completions = outputs.map { list($0) }.joined(separator: ", ")
    return #"{"input": \#(list(input)), "output": [\#(completions)]}"#
  }

  private func read(_ samples: [String]) throws -> ReadLog {
    try ReadLog(lines: [#"{"run_id": 1, "samples": [\#(samples.joined(separator: ", "))]}"#])
  }

  private func scores(_ found: ReadLog) -> [String?] {
    found.log.runs[0].attempts.map(\.score?.value)
  }

  @Test func repeatedHistoriesGiveEachMessageOnce() throws {
    let found = try read([
      sample("q", "c"), sample("q c s1", "c"), sample("q c s1 c s2", "c"),
      sample("q c s1 c s2 c s3", "end"),
    ])
    #expect(scores(found) == ["1", "2", "3"])
    #expect(found.log.runs[0].messages == 8)
  }

  @Test func whatTheAgentRepeatsIsKept() throws {
    let found = try read([sample("q c s1 c s1 c s1", "end")])
    #expect(scores(found) == ["1", "1", "1"])
    #expect(found.log.runs[0].messages == 8)
  }

  @Test func theLongerMatchTellsWhichRepetitionWasLast() throws {
    let found = try read([sample("q a c s1 b", "c"), sample("q a c s1 b c s2 d c s3", "end")])
    #expect(scores(found) == ["1", "2", "3"])
  }

  @Test func aTrimmedHistoryGoesOnBehindItsNotice() throws {
    let found = try read([
      sample("q a c s1 b c s2", "d"), sample("q removed b c s2 d c s3", "end"),
    ])
    #expect(scores(found) == ["1", "2", "3"])
  }

  @Test func branchesShareOnlyTheirBeginning() throws {
    let found = try read([sample("q a c s1", "x"), sample("q b c s2", "y")])
    #expect(scores(found) == ["1", "2"])
    #expect(found.log.runs[0].messages == 9)
  }

  @Test func ofSeveralCompletionsTheOneThatComesBackCounts() throws {
    let found = try read([sample("q", "wrong", "c"), sample("q c s1", "end", "other")])
    #expect(scores(found) == ["1"])
    #expect(found.log.runs[0].messages == 4)
  }

  @Test func aFlatCompletionIsOne() throws {
    let found = try ReadLog(lines: [
      #"{"run_id": 1, "samples": [{"input": \#(list("q")), "output": \#(list("c end"))}]}"#
    ])
    #expect(found.log.runs[0].messages == 3)
  }

  @Test func emptyListsGiveAnEmptyRun() throws {
    let found = try ReadLog(lines: [
      #"{"run_id": 1, "samples": [{"input": null, "output": []}, {"input": [], "output": null}]}"#
    ])
    #expect(found.log.runs.map(\.messages) == [0])
    #expect(found.codes == ["F412"])
  }

  @Test func nodesAreMetOnce() throws {
    let first = list("q c s1", from: 0)
    let second = list("c s2", from: 3)
    let notice = message("removed")
    let found = try ReadLog(lines: [
      #"{"samples": [{"input": \#(first), "output": []}, {"input": "#
        + first.dropLast() + ", \(notice), " + second.dropFirst()
        + #", "output": []}, {"input": [\#(notice)\#(", " + second.dropFirst()), "output": []}], "#
        + #""metadata": {"run_id": 1, "task_id": "late/main", "model": "m"}}"#
    ])
    #expect(scores(found) == ["1", "2"])
    #expect(found.log.runs[0].messages == 6)
    #expect(found.log.runs[0].task == "late/main")
    #expect(found.input.diagnostics.isEmpty)
  }

  @Test func aNodeThatChangesKeepsItsFirstContent() throws {
    let found = try ReadLog(lines: [
      #"{"run_id": 1, "samples": [{"input": [\#(message("s1", node: 4))], "output": []}, "#
        + #"{"input": [\#(message("s2", node: 4))], "output": []}]}"#
    ])
    #expect(scores(found) == ["1"])
    #expect(found.codes == ["F423"])
  }

  @Test func aCompletionWithoutItsNodeIsNotMetAgainWithIt() throws {
    let found = try ReadLog(lines: [
      #"{"run_id": 1, "samples": [{"input": \#(list("q", from: 0)), "output": [\#(list("c"))]}, "#
        + #"{"input": \#(list("q c s1", from: 0)), "output": []}]}"#
    ])
    #expect(found.log.runs[0].messages == 3)
  }

  // MARK: Graphs

  private func node(_ id: Int, parent: Int?, time: Int?, _ name: String) -> String {
    let parent = parent.map { #""parent_node_id": \#($0), "# } ?? ""
    return #"{"node_id": \#(id), \#(parent)"node_data": {"first_called_at": "#
      + #"\#(time.map(String.init) ?? "null"), "message": \#(message(name))}}"#
  }

  private func graph(_ nodes: [String], edges: String = "[]") throws -> ReadLog {
    try ReadLog(lines: [
      #"{"run_id": 1, "nodes": [\#(nodes.joined(separator: ", "))], "edges": \#(edges)}"#
    ])
  }

  @Test func timeOrdersNodesAndNullComesLast() throws {
    let found = try graph([
      node(3, parent: 2, time: nil, "s3"), node(2, parent: 1, time: 30, "s2"),
      node(9, parent: 0, time: 20, "s1"), node(0, parent: -1, time: 10, "q"),
      node(1, parent: 0, time: 10, "c"),
    ])
    #expect(scores(found) == ["1", "2", "3"])
    #expect(found.log.form == .maltGraph)
    #expect(found.input.diagnostics.isEmpty)
  }

  @Test(arguments: [
    #"[{"source": 0, "target": 1}]"#, #"[{"from": 0, "to": 1}]"#, "[[0, 1]]",
    #"[[0, 1], null, [7], {"source": null}]"#,
  ])
  func edgesMayStandApart(_ edges: String) throws {
    let nodes = [node(0, parent: nil, time: 1, "q"), node(1, parent: nil, time: 2, "c")]
    #expect(try graph(nodes, edges: edges).input.diagnostics.isEmpty)
  }

  @Test func anOrphanIsKeptAndReported() throws {
    let found = try graph([node(0, parent: nil, time: 1, "q"), node(5, parent: 4, time: 2, "s1")])
    #expect(scores(found) == ["1"])
    #expect(found.codes == ["F414"])
  }

  @Test func aCircleIsCutAtItsSmallestNode() throws {
    let found = try graph([
      node(7, parent: 5, time: 1, "q"), node(5, parent: 6, time: 2, "c"),
      node(6, parent: 5, time: 3, "s1"), node(8, parent: 8, time: 4, "x"),
    ])
    #expect(scores(found) == ["1"])
    #expect(found.codes == ["F422", "F422"])
    #expect(
      found.input.diagnostics.map { $0.message.contains("node 5") || $0.message.contains("node 8") }
        == [true, true])
  }

  @Test func aProposalIsLookedForInItsBranch() throws {
    let found = try ReadLog(lines: [
      #"{"run_id": 1, "nodes": ["#
        + [
          (0, -1, Flat.user("q")), (1, 0, Flat.agent("I will use branch one here.")),
          (2, 0, Flat.agent("I will use branch two here.")),
          (3, 1, Flat.agent("score", calling: "score")), (4, 3, message("s1")),
        ].map { id, parent, message in
          #"{"node_id": \#(id), "parent_node_id": \#(parent), "node_data": {"first_called_at": "#
            + #"\#(id), "message": \#(message)}}"#
        }.joined(separator: ", ") + "]}"
    ])
    #expect(found.text(found.log.runs[0].attempts[0].approach) == "I will use branch one here.")
  }
}
