import Foundation
import IR
import Testing

@testable import Frontend

/// The labelled session: each attempt with what came of it, and nothing else.
@Suite(.enabled(if: LogCorpus.isPresent, "the shared corpus is not beside the package"))
struct SessionCorpusTests {
  struct Expected: Decodable {
    struct Node: Decodable {
      let type: String
      let at: [String]
      let any: [String]?
      let failureAny: [String]?
      let lessonAny: [String]?
      let fromAny: [String]?
      let toAny: [String]?
      let choiceAny: [String]?
      let alternativesAny: [String]?
    }

    struct Failure: Decodable {
      let cause: String
    }

    let nodes: [Node]
    let infrastructure: [Failure]
  }

  private func holds(_ text: String?, _ words: [String]?) -> Bool {
    guard let words else { return true }
    return words.contains { (text ?? "").lowercased().contains($0.lowercased()) }
  }

  @Test func everyLabelIsToldOnce() throws {
    let expected = try LogCorpus.expected(
      "claude_code/session.expected.json", as: Expected.self)
    let path = LogCorpus.logs.appendingPathComponent("claude_code/session.jsonl").path
    let found = try ReadLog(path: path, name: "session")
    let run = try #require(found.log.runs.first)
    func nodes(_ type: String) -> [Expected.Node] { expected.nodes.filter { $0.type == type } }
    func said(_ attempt: Attempt) -> String {
      ([attempt.approach, attempt.command, attempt.failure, attempt.verdict].map {
        found.text($0) ?? ""
      } + attempt.metrics.map(\.value.value) + [attempt.pass?.command ?? ""])
      .joined(separator: " ")
    }
    let research = run.attempts.filter { $0.cause?.isOfResearch != false }
    for (type, status) in [("experiment", Attempt.Status.valid), ("dead_end", .invalid)] {
      let told = research.filter { $0.status == status }
      #expect(told.count == nodes(type).count)
      for (attempt, node) in zip(told, nodes(type)) {
        #expect(holds(said(attempt), node.any), "\(node.at)")
        #expect(holds(found.text(attempt.failure), node.failureAny), "\(node.at)")
        #expect(holds(found.text(attempt.lesson), node.lessonAny), "\(node.at)")
      }
    }
    #expect(holds(found.text(run.question), nodes("question").first?.any))
    #expect(run.turns.count == nodes("pivot").count)
    for (turn, node) in zip(run.turns, nodes("pivot")) {
      #expect(holds(found.text(turn.from), node.fromAny))
      #expect(holds(found.text(turn.to), node.toAny))
    }
    #expect(run.choices.count == nodes("decision").count)
    for (choice, node) in zip(run.choices, nodes("decision")) {
      #expect(holds(found.text(choice.choice), node.choiceAny))
      #expect(holds(found.text(choice.alternative), node.alternativesAny))
    }
    let failed = run.failures.filter { $0.cause?.isOfResearch == false }
    #expect(failed.map { $0.cause?.rawValue } == expected.infrastructure.map(\.cause))
    #expect(failed.allSatisfy { $0.cause?.kind == .infrastructure })
  }
}
