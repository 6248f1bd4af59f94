import IR
import Testing

@testable import Passes

struct HeuristicRulesTests {
  private func rationales(_ sentence: String) async throws -> [String] {
    var study = StudyPaper()
    study.section("Method", "3")
    study.block(sentence)
    return try await study.passed(through: "heuristics").heuristics.heuristics.map(
      \.rationale.value)
  }

  @Test(arguments: [
    "We choose the mean instead of the larger reading because the larger reading keeps noise.",
    "We use a felt mat below the scale to avoid swings of the pan.",
    "We apply the lamp before each reading, since the pan is hard to see.",
  ])
  func takesAPracticeWithItsReason(_ sentence: String) async throws {
    #expect(try await rationales(sentence) == [sentence])
  }

  @Test(arguments: [
    "We use a felt mat below the scale.", "The pan swings because the table is light.",
    "We use the same marbles as the others for training the sorter.",
    "This is done to avoid swings of the pan in all our readings.",
    "To mitigate this threat, we use a felt mat that is well known.",
    "In order to assess the pan, we use a felt mat below the scale.",
    "We hypothesize that we use the felt mat because the pan swings.",
  ])
  func takesNothingWithoutOne(_ sentence: String) async throws {
    #expect(try await rationales(sentence) == [])
  }
}

struct VariantTests {
  private func grounded(_ text: String) -> Grounded<String> {
    Grounded(text, [SourceSpan(SourceID("paper"), 0..<text.utf8.count)])
  }

  @Test(arguments: [
    ("Removing the fade lowers the accuracy to 91.7.", "Removing the fade"),
    (
      "Placing the clip at the start of the window does not help.",
      "Placing the clip at the start of the window"
    ),
    ("During the night it does not help.", nil), ("The fade lowers the accuracy.", nil),
    ("Waiting lowers the accuracy.", nil),
  ])
  func saysWhatWasTried(_ sentence: String, _ expected: String?) {
    #expect(TriedVariant.find(in: grounded(sentence))?.value == expected)
  }

  @Test(arguments: [
    ("We choose silence because zeros make an edge.", "because zeros make an edge"),
    ("We choose silence since it makes no edge.", "since it makes no edge"),
    ("We choose silence because we can.", nil), ("We choose silence.", nil),
  ])
  func saysWhy(_ sentence: String, _ expected: String?) {
    #expect(Reason.find(in: grounded(sentence))?.value == expected)
  }
}

struct PlanTests {
  private func baselines(_ rows: [[String]]) async throws -> [String] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("In this paper we present BandClock, a rule for damp marbles.")
    study.table("1", "Error of the sorters on damp marbles", rows)
    study.section("Results", "3")
    study.block("As Table 1 shows, careful sorters of damp marbles outperform all hasty sorters.")
    let experiments = try await study.passed(through: "experiments").experiments.experiments
    return try #require(experiments.first).baselines.map(\.value)
  }

  @Test func namesTheRowsOfATableButNotTheOwnSystem() async throws {
    let rows = [
      ["Sorter", "Error"], ["Recipe", "9.1"], ["Scale [5]", "8.2"], ["BandClock", "4.5"],
      ["Both (ours)", "4.1"],
    ]
    #expect(try await baselines(rows) == ["Recipe", "Scale"])
  }

  @Test func namesTheColumnsWhereTheRowsAreData() async throws {
    let rows = [
      ["Dataset", "Recipe", "Scale", "BandClock"], ["glass", "9.1", "8.2", "7.1"],
      ["steel", "4.5", "4.2", "4.1"],
    ]
    #expect(try await baselines(rows) == ["Recipe", "Scale"])
  }

  @Test func namesWhatTheSentenceComparesWithRatherThanDataMeasuresOrSettings() async throws {
    #expect(
      try await baselines([["Dataset", "Accuracy"], ["glass", "9.1"], ["steel", "4.5"]])
        == ["hasty sorters"])
    #expect(
      try await baselines([["Wait", "Error"], ["30 min", "9.1"], ["60 min", "4.5"]])
        == ["hasty sorters"])
  }
}
