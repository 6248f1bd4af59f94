import IR
import Testing

@testable import Passes

struct AlternativeTests {
  private func alternative(_ sentence: String) -> String? {
    let span = SourceSpan(SourceID("paper"), 10..<(10 + sentence.utf8.count))
    guard let found = Alternative.find(in: Grounded(sentence, [span]), CueWords(sentence)) else {
      return nil
    }
    let phrase = found.phrase
    let bytes = phrase.spans[0].bytes
    let part = Array(sentence.utf8)[(Int(bytes.lowerBound) - 10)..<(Int(bytes.upperBound) - 10)]
    #expect(String(decoding: part, as: UTF8.self) == phrase.value)
    return phrase.value
  }

  @Test(arguments: [
    ("We use the mean instead of the larger reading.", "the larger reading"),
    (
      "We prefer a closed form rather than gradient descent, because it is cheap.",
      "gradient descent"
    ),
    ("We choose silence instead of zeros because zeros make an edge.", "zeros"),
    ("We use 12 lags instead of 24.5 lags per bucket.", "24.5 lags per bucket"),
    ("We selected least squares over a robust loss since it is cheap.", "a robust loss"),
    ("We average over a window of readings.", nil),
    ("We use 3 lamps instead of 2 (Fig. 5).", "2"),
    (
      "Instead of lamps, candles and the sun, we use a torch.", "lamps, candles and the sun"
    ),
    ("Instead of two lamps we use a torch, which is bright.", "two lamps"),
    ("Unlike the first sorter, we weigh twice.", "the first sorter"),
    ("It matters because, unlike marbles, we roll.", nil),
    ("We weigh twice (in one pass instead of two passes).", nil),
    ("We use it instead of x.", nil),
    ("We wait.", nil),
  ])
  func findsWhatWasNotChosen(_ sentence: String, _ expected: String?) {
    #expect(alternative(sentence) == expected)
  }
}

struct TraceRulesTests {
  private static let rows = [["Sorter", "Error"], ["one", "9.1"], ["two", "4.5"]]

  private func nodes(_ build: (inout StudyPaper) -> Void) async throws -> [TraceNode] {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "trace").trace.nodes
  }

  private static func ablation(_ study: inout StudyPaper) {
    study.section("Introduction", "1")
    study.block("We ask whether careful sorters should weigh damp marbles twice.")
    study.table("1", "Error of the sorters without some of their parts", rows)
    study.section("Ablation", "4")
    study.block(
      "Table 1 removes one part at a time. The full sorter outperforms every other sorter of damp marbles. Removing the lamp raises the error to 9.1. Keeping the larger reading instead of the mean does not help and gives 9.3."
    )
  }

  /// What a paper says of itself where it opens and ends is no branch, nor what a section asks.
  @Test func openingsAndEndsAreNoExperiments() async throws {
    let nodes = try await nodes {
      $0.section("Introduction", "1")
      $0.block("We show that careful sorters of damp marbles outperform hasty sorters.")
      $0.section("Results", "2")
      $0.block("We ask whether careful sorters should weigh damp marbles twice.")
    }
    #expect(!nodes.contains { if case .experiment = $0.kind { true } else { false } })
    #expect(nodes.first?.description?.value.has("We ask") != true)
  }

  @Test func placesWhatDidNotHelpUnderItsExperiment() async throws {
    let nodes = try await nodes(Self.ablation)
    let experiment = try #require(nodes.first { $0.exhibits.map(\.number) == ["1"] })
    let child = try #require(experiment.children.last)
    guard case .deadEnd(let hypothesis, let failure, _) = child.kind else {
      Issue.record("\(child.kind)")
      return
    }
    #expect(failure.value.hasPrefix("Keeping the larger reading"))
    // The sentence before it reports another variant; its own opening words say what was tried.
    #expect(
      hypothesis.grounded?.value == "Keeping the larger reading instead of the mean")
    #expect(child.support == .explicit)
    #expect(!nodes.contains { if case .decision = $0.kind { true } else { false } })
  }

  @Test func reportsWhatTheTableShows() async throws {
    let nodes = try await nodes(Self.ablation)
    let experiment = try #require(nodes.first { $0.exhibits.map(\.number) == ["1"] })
    guard case .experiment(let result) = experiment.kind else {
      Issue.record("\(experiment.kind)")
      return
    }
    #expect(
      result.value == "The full sorter outperforms every other sorter of damp marbles.")
  }

  /// A title is no result: what a caption says of its figure is, and a figure of which nothing is said
  /// is no branch.
  @Test func aCaptionIsAResultOnlyWhereItTellsOne() async throws {
    let nodes = try await nodes {
      $0.section("Introduction", "1")
      $0.block("It remains unclear whether damp marbles should be weighed twice.")
      $0.section("Results", "2")
      $0.table("1", "Errors of all sorters", [["Sorter", "Error"], ["careful", "1.25"]])
      $0.table(
        "2", "Errors at night. The careful sorter outperforms the hasty sorter at night.",
        [["Sorter", "Error"], ["careful", "1.5"], ["hasty", "2.5"]])
      $0.block("Table 1 and Table 2 list all sorters.")
    }
    let results = nodes.compactMap { node -> String? in
      if case .experiment(let result) = node.kind { result.value } else { nil }
    }
    #expect(results == ["The careful sorter outperforms the hasty sorter at night."])
  }

  @Test func reportsTheClaimOfAnExperimentWithoutExhibit() async throws {
    let nodes = try await nodes {
      $0.section("Introduction", "1")
      $0.block("It remains unclear whether damp marbles should be weighed twice.")
      $0.section("Results", "3")
      $0.block(
        "Careful sorters that weigh damp marbles twice outperform hasty sorters by 4.6 points.")
    }
    let results = nodes.compactMap { node -> String? in
      if case .experiment(let result) = node.kind { result.value } else { nil }
    }
    #expect(
      results == [
        "Careful sorters that weigh damp marbles twice outperform hasty sorters by 4.6 points."
      ])
  }

  @Test func filesTheRowsOfAnAblationThatDidWorse() async throws {
    let nodes = try await nodes {
      $0.section("Introduction", "1")
      $0.block("We ask whether careful sorters should weigh damp marbles twice.")
      $0.section("Experiments", "3")
      $0.table(
        "1", "Ablation of the sorter",
        [
          ["Sorter", "Lamps", "Error", "Time"], ["full", "2", "4.5", "9"],
          ["no lamp", "", "9.1", "3"], ["wide band", "2", "4.1", "8"],
          ["no band", "2", "4.5", "8"],
        ])
      $0.block("Table 1 removes one part at a time.")
    }
    let rows = nodes.filter { $0.title.value.contains("scores worse") }
    #expect(rows.map(\.title.value) == ["no lamp scores worse than full"])
    guard case .deadEnd(let hypothesis, let failure, let lesson) = try #require(rows.first).kind
    else {
      Issue.record("no dead end")
      return
    }
    #expect(hypothesis.grounded?.value == "no lamp")
    #expect(failure.value == "Error 9.1 against 4.5 of full")
    #expect(lesson == .notSpecified)
  }

  private func rows(_ cells: [[String]]) async throws -> [String] {
    let nodes = try await nodes {
      $0.section("Introduction", "1")
      $0.block("We ask whether careful sorters should weigh damp marbles twice.")
      $0.table("1", "Ablation of the sorter", cells)
    }
    return nodes.map(\.title.value).filter { $0.contains("scores worse") }
  }

  @Test func neverComparesRowsOfTwoDatasets() async throws {
    let found = try await rows([
      ["Dataset", "Sorter", "Error"], ["damp", "full", "4.5"], ["damp", "no lamp", "4.4"],
      ["dry", "full", "9.0"], ["dry", "no lamp", "9.3"],
    ])
    #expect(found == ["dry, no lamp scores worse than full"])
  }

  @Test func aVariantThatOneOtherBeatsEverywhereIsADeadEnd() async throws {
    let found = try await rows([
      ["Dataset", "Variation", "Error"], ["damp", "wide band", "4.5"], ["damp", "low lamp", "4.7"],
      ["damp", "fan", "4.4"], ["dry", "wide band", "9.0"], ["dry", "low lamp", "9.3"],
      ["dry", "fan", "9.6"],
    ])
    #expect(found == ["low lamp scores worse than wide band"])
  }

  @Test func doesNotCountWhatTheSpreadCovers() async throws {
    let nodes = try await nodes {
      $0.section("Introduction", "1")
      $0.block("We ask whether careful sorters should weigh damp marbles twice.")
      $0.table(
        "1", "Ablation of the sorter",
        [["Sorter", "Accuracy"], ["full", "64.5 ± 0.7"], ["no lamp", "64.1 ± 0.6"]])
    }
    #expect(!nodes.contains { $0.title.value.contains("scores worse") })
  }

  @Test func tellsAChangeOfDirection() async throws {
    let nodes = try await nodes {
      $0.section("Introduction", "1")
      $0.block("We ask whether careful sorters should weigh damp marbles twice.")
      $0.section("Method", "2")
      $0.block(
        "Initially, we tried a lamp for the damp marbles. However, the lamp was too dim. After this, we switched to the sun."
      )
    }
    guard case .pivot(let from, let to, let trigger) = try #require(nodes.last).kind else {
      Issue.record("no pivot")
      return
    }
    #expect(from.value == "Initially, we tried a lamp for the damp marbles.")
    #expect(trigger.value == "However, the lamp was too dim.")
    #expect(to.value == "After this, we switched to the sun.")
  }

  @Test func givesTheContextOfADeadEnd() async throws {
    let nodes = try await nodes {
      $0.section("Introduction", "1")
      $0.block("We ask whether careful sorters should weigh damp marbles twice.")
      $0.section("Results", "3")
      $0.block("We replaced the scale by a lamp. This hurts the accuracy of the sorter.")
    }
    let deadEnd = try #require(nodes.last)
    #expect(deadEnd.title.value == "We replaced the scale by a lamp")
    #expect(deadEnd.description?.value == "Results: We replaced the scale by a lamp.")
  }

  @Test func numbersNodesInPreorder() async throws {
    let nodes = try await nodes(Self.ablation)
    #expect(nodes.map(\.id.ordinal) == Array(1...nodes.count))
    #expect(nodes.count >= 3)
  }
}
