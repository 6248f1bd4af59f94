import IR
import Testing

@testable import Passes

/// What the rows of tables tell of variants that did worse.
struct AblationTableTests {
  private func ends(
    _ cells: [[String]], _ caption: String = "Ablation of the sorter", section: String = "Results",
    text: String = "Table 1 takes the sorter apart."
  ) async throws -> [(title: String, failure: String)] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("We ask whether careful sorters should weigh damp marbles twice.")
    study.section(section, "2")
    study.table("1", caption, cells)
    study.block(text)
    let nodes = try await study.passed(through: "trace").trace.nodes
    return nodes.compactMap { node in
      guard case .deadEnd(_, let failure, _) = node.kind, node.title.value.contains(" scores ")
      else { return nil }
      return (node.title.value, failure.value)
    }
  }

  @Test(arguments: ["Full sorter", "Sorter (ours)", "Complete sorter", "Default"])
  func theFullSystemIsKnownByItsName(_ name: String) async throws {
    let found = try await ends([
      ["Sorter", "Error"], ["wide pan", "5.5"], [name, "4.5"], ["no lamp", "9.1"],
    ])
    #expect(
      found.map(\.title) == [
        "wide pan scores worse than \(name)", "no lamp scores worse than \(name)",
      ])
  }

  /// A measure of no known direction is no setting either.
  @Test func resultsAreNoPartOfAName() async throws {
    let found = try await ends([
      ["Sorter", "Lamp", "Roll", "Error"], ["Full sorter", "0.5", "0.7134", "4.5"],
      ["wide pan", "0.3", "0.6925", "5.5"],
    ])
    #expect(found.map(\.title) == ["wide pan, Lamp = 0.3 scores worse than Full sorter"])
  }

  @Test func rowsThatLeaveThingsOutMakeAnAblation() async throws {
    let found = try await ends(
      [
        ["Sorter", "Error"], ["Full sorter", "4.5"], ["w/o lamp", "9.1"], ["w/o pan", "9.3"],
        ["Belt [3]", "9.9"],
      ], "Errors of the sorters")
    #expect(found.count == 2)
  }

  @Test func aTableOfSystemsIsNone() async throws {
    let found = try await ends(
      [["Sorter", "Error"], ["Full sorter", "4.5"], ["Belt", "9.1"], ["Bowl", "9.3"]],
      "Errors of the sorters", text: "Table 1 lists all sorters.")
    #expect(found.isEmpty)
  }

  @Test func ticksTellWhatARowHas() async throws {
    let found = try await ends([
      ["Lamp", "Pan", "Error"], ["", "", "9.5"], ["✓", "", "9.1"], ["✓", "✓", "4.5"],
    ])
    #expect(
      found.map(\.title) == [
        "without Lamp, Pan scores worse than all of Lamp, Pan",
        "Lamp without Pan scores worse than all of Lamp, Pan",
      ])
  }

  @Test func aRowMayChangeTheFirst() async throws {
    let found = try await ends(
      [["Sorter", "Error"], ["Belt", "4.5"], ["→ lamp", "9.1"], ["→ pan", "9.3"]],
      "More on the belt")
    #expect(
      found.map(\.title) == [
        "→ lamp scores worse than Belt", "→ pan scores worse than Belt",
      ])
  }

  @Test func variantsMayBeColumns() async throws {
    let found = try await ends([
      ["Measure", "Full", "w/o lamp", "w/o pan"], ["Error", "4.5", "9.1", "9.3"],
      ["Accuracy", "90.5", "80.1", "91.3"],
    ])
    #expect(found.map(\.title) == ["w/o lamp scores worse than Full"])
    #expect(
      found.first?.failure == "Error 9.1 against 4.5, Accuracy 80.1 against 90.5 of Full")
  }

  /// What sums up the others decides, and what went better is told.
  @Test func aMeanDecides() async throws {
    let found = try await ends([
      ["Sorter", "Glass", "Steel", "Avg."], ["Full", "54.5", "25.2", "39.9"],
      ["no lamp", "47.1", "26.1", "36.6"],
    ])
    #expect(found.map(\.title) == ["no lamp scores worse than Full"])
    #expect(
      found.first?.failure
        == "Glass 47.1 against 54.5, Avg. 36.6 against 39.9, better in Steel of Full"
    )
  }

  @Test func whatTheSpreadCoversIsNoBetter() async throws {
    let found = try await ends([
      ["Sorter", "Accuracy"], ["full", "64.5 ± 0.7"], ["no lamp", "64.1 ± 0.6"],
      ["no pan", "60.1 ± 0.6"],
    ])
    #expect(
      found.map(\.title) == [
        "no lamp scores no better than full", "no pan scores worse than full",
      ])
  }

  @Test func settingsAreMeasuredByTheBest() async throws {
    let found = try await ends(
      [["Pans", "Error"], ["3", "5.5"], ["5", "4.5"], ["8", "5.1"]],
      "Impact of the number of pans")
    #expect(
      found.map(\.title) == [
        "Pans = 3 scores worse than Pans = 5", "Pans = 8 scores worse than Pans = 5",
      ])
  }

  @Test func variantsOfABaseAreMeasuredByIt() async throws {
    let found = try await ends([
      ["Sorter", "Error"], ["Base", "4.5"], ["lamp", "5.5"], ["second pan", "4.1"],
    ])
    #expect(found.map(\.title) == ["lamp scores worse than Base"])
  }

  @Test func mostDatasetsDecide() async throws {
    let found = try await ends([
      ["Sorter", "Dataset", "Error"], ["full", "damp", "4.5"], ["no lamp", "damp", "4.9"],
      ["full", "dry", "4.5"], ["no lamp", "dry", "4.8"], ["full", "hot", "4.5"],
      ["no lamp", "hot", "4.2"],
    ])
    #expect(found.map(\.title) == ["no lamp scores worse than full"])
    #expect(
      found.first?.failure == "damp: Error 4.9 against 4.5; dry: Error 4.8 against 4.5 of full")
  }

  /// Trials of the authors are held against what they started from, whatever the table is called;
  /// what they came to is none.
  @Test func whatTheBaselineBeatsIsTold() async throws {
    let found = try await ends(
      [
        ["Sorter", "Error", "Accuracy"], ["Baseline", "5.5", "80.5"], ["lamp", "6.5", "78.5"],
        ["wide pan", "4.5", "82.5"], ["two pans", "4.1", "79.5"], ["Belt (ours)", "3.5", "79.9"],
      ], "Results of all sorters", text: "Table 1 lists all sorters.")
    #expect(
      found.map(\.title) == [
        "lamp scores worse than Baseline", "two pans scores worse than Baseline in Accuracy",
      ])
    #expect(found.last?.failure == "Accuracy 79.5 against 80.5 of Baseline")
  }

  /// What a run with less data scores says nothing of what was tried in it.
  @Test func aBaselineUnderTwoConditionsMeasuresNothing() async throws {
    let found = try await ends(
      [
        ["Sorter", "Accuracy"], ["Baseline (100% of the marbles)", "88.5"],
        ["Baseline (3% of the marbles)", "44.5"], ["Lamp (3% of the marbles)", "57.5"],
      ], "Results of all sorters", text: "Table 1 lists all sorters.")
    #expect(found.isEmpty)
  }

  @Test func whereOthersAreListedNothingIsATrial() async throws {
    let found = try await ends(
      [["Sorter", "Error"], ["Baseline", "5.5"], ["lamp", "6.5"], ["Belt [3]", "7.5"]],
      "Results of all sorters", text: "Table 1 lists all sorters.")
    #expect(found.isEmpty)
  }

  @Test func aTrialMayBeWorseOnSomeDataOnly() async throws {
    let found = try await ends(
      [
        ["Sorter", "Dataset", "Error"], ["Baseline", "damp", "4.5"], ["Baseline", "dry", "4.5"],
        ["lamp", "damp", "4.9"], ["lamp", "dry", "4.1"], ["pan", "damp", "4.9"],
        ["pan", "dry", "4.8"],
      ], "Results of all sorters", text: "Table 1 lists all sorters.")
    #expect(
      found.map(\.title) == [
        "lamp scores worse than Baseline in damp", "pan scores worse than Baseline",
      ])
  }

  @Test func trialsMayBeGroupsOfRows() async throws {
    let found = try await ends(
      [
        ["Yard", "Error"], ["Baseline", ""], ["damp", "4.5"], ["dry", "4.5"], ["Lamp", ""],
        ["damp", "4.9"], ["dry", "4.1"],
      ], "Results of all sorters", text: "Table 1 lists all sorters.")
    #expect(found.map(\.title) == ["Lamp scores worse than Baseline in damp"])
  }

  @Test func trialsMayBeGroupsOfColumns() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("We ask whether careful sorters should weigh damp marbles twice.")
    study.section("Results", "2")
    study.table(
      "1", "Results of all sorters",
      [
        ["", "Baseline", "", "Lamp", ""], ["Yard", "Error", "Accuracy", "Error", "Accuracy"],
        ["damp", "4.5", "80.5", "4.9", "80.1"], ["dry", "4.5", "80.5", "4.1", "80.9"],
      ])
    study.spanHeads()
    let nodes = try await study.passed(through: "trace").trace.nodes
    let told = nodes.filter { $0.title.value.contains(" scores ") }
    #expect(told.map(\.title.value) == ["Lamp scores worse than Baseline in damp"])
    #expect(told.map(\.support) == [.inferred])
  }

  @Test func theLastWordOfTheHeadTellsWhatIsVaried() async throws {
    let found = try await ends(
      [
        ["Sorting strategy", "Error"], ["by lamp", "5.5"], ["by pan", "4.5"], ["by sun", "5.1"],
      ],
      "Results of all sorters", text: "Table 1 lists all sorters.")
    #expect(
      found.map(\.title) == [
        "by lamp scores worse than by pan", "by sun scores worse than by pan",
      ])
  }

  @Test func howLongItTookIsCounted() async throws {
    let found = try await ends(
      [
        ["Initialization", "damp", "dry"], ["lamp", "512", "640"], ["pan", "256", "320"],
        ["sun", "300", "400"],
      ], "Steps to 99% accuracy", text: "Table 1 lists all sorters.")
    #expect(
      found.map(\.title) == ["lamp scores worse than pan", "sun scores worse than pan"])
  }

  @Test func valuesOfTrainingTellNothing() async throws {
    let found = try await ends(
      [["Condition", "Final Loss"], ["Baseline", "0.125"], ["lamp", "0.375"]],
      "Training metrics of all sorters", text: "Table 1 lists all sorters.")
    #expect(found.isEmpty)
  }

  /// What improves on the start of the others was tried, too, and is no dead end.
  @Test func rowsThatDoBetterAreExperiments() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("We ask whether careful sorters should weigh damp marbles twice.")
    study.section("Results", "2")
    study.table(
      "1", "Ablation of the sorter",
      [["Sorter", "Error"], ["Baseline", "9.1"], ["pan-2", "4.5"], ["wide pan", "9.5"]])
    study.block("Table 1 takes the sorter apart. A second pan (pan-2) halves the error.")
    let nodes = try await study.passed(through: "trace").trace.nodes
    let better = try #require(nodes.first { $0.title.value == "pan-2 scores better than Baseline" })
    #expect(better.description?.value == "A second pan (pan-2) halves the error.")
    guard case .experiment(let result) = better.kind else {
      Issue.record("\(better.kind)")
      return
    }
    #expect(result.value == "Error 4.5 against 9.1 of Baseline")
  }

  @Test func remarksAreNoPartOfAName() async throws {
    let found = try await ends([
      ["Sorter", "Error", "Remarks"], ["Full sorter", "4.5", "It rolls well in the dark too"],
      ["no lamp", "9.1", "It rolls badly where there is no light"],
    ])
    #expect(found.map(\.title) == ["no lamp scores worse than Full sorter"])
  }
}
