import IR
import Testing

@testable import Passes

/// Sentences that weigh one thing against another and choose nothing.
struct ChoiceTests {
  private func nodes(_ sentence: String) async throws -> [TraceNode] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("It remains unclear how marbles roll.")
    study.section("Method", "2")
    study.block(sentence)
    return try await study.passed(through: "trace").trace.nodes
  }

  @Test(arguments: [
    "Our belt gives evidence of a kind that marbles need a lamp rather than a candle.",
    "Unlike the first sorter, we study whether a lamp helps the belt.",
    "In contrast to the narrow belt, our results hold for marbles of all sizes.",
    "Unlike the first sorter, our belt does not require a lamp.",
    "Our belt allowed us to see all marbles rather than assuming that they roll.",
    "We can see from this that the belt rolls, which is why the lamp leads to better order.",
  ])
  func whatIsHeldToBeSoIsNoDecision(_ sentence: String) async throws {
    let nodes = try await nodes(sentence)
    #expect(!nodes.contains { if case .decision = $0.kind { true } else { false } })
  }

  @Test func whatIsDoneInsteadIsOne() async throws {
    let nodes = try await nodes("Unlike the first sorter, we use a lamp.")
    #expect(nodes.contains { if case .decision = $0.kind { true } else { false } })
  }
}
