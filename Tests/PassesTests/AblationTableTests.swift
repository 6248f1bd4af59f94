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
}

/// Where sentences and heads tell of what failed.
struct FailurePlaceTests {
  private func ends(_ build: (inout StudyPaper) -> Void) async throws -> [TraceNode] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("We ask whether careful sorters should weigh damp marbles twice.")
    build(&study)
    return try await study.passed(through: "trace").trace.nodes.filter {
      if case .deadEnd = $0.kind { true } else { false }
    }
  }

  @Test func allUnderSuchAHeadFailed() async throws {
    let found = try await ends {
      $0.section("What did not work", "4")
      $0.block("A second lamp in the yard. It was bright.")
    }
    #expect(found.map(\.title.value) == ["A second lamp in the yard"])
  }

  @Test func theHeadOfAnItemNamesWhatWasTried() async throws {
    let found = try await ends {
      $0.section("What did not help", "4")
      $0.block(
        "2. A second lamp. The error of the yard stayed flat.", .listItem, lead: "2. A second lamp."
      )
    }
    #expect(found.map(\.title.value) == ["The error of the yard stayed flat"])
    guard case .deadEnd(let hypothesis, _, _)? = found.first?.kind else { return }
    #expect(hypothesis.grounded?.value == "A second lamp")
  }

  @Test func aRowBringsWhatTheTextSaysOfIt() async throws {
    let found = try await ends {
      $0.section("Results", "4")
      $0.table(
        "1", "Ablation of the sorter",
        [["Sorter", "Error"], ["full", "4.55"], ["no lamp", "9.15"]])
      $0.block("Table 1 takes the sorter apart. It stands in the dark. Its error is 9.15 then.")
    }
    #expect(
      found.first?.description?.value
        == "Table 1 takes the sorter apart. It stands in the dark. Its error is 9.15 then.")
  }

  @Test func aListOfLimitationsTellsNoTrial() async throws {
    let found = try await ends {
      $0.section("Results", "4")
      $0.block("Our sorter has some limitations:")
      $0.block("It is slower than the scale on damp marbles.", .listItem)
    }
    #expect(found.isEmpty)
  }

  @Test func theOnlyTableOfASectionIsMeant() async throws {
    let found = try await ends {
      $0.section("Results", "4")
      $0.table("1", "Errors of all sorters", [["Sorter", "Error"], ["careful", "1.25"]])
      $0.block("Table 1 lists all sorters. One is red. One is blue. One is old. One is new.")
      $0.block("It is late in the yard.")
      $0.block("The narrow pan performs worse on damp marbles.")
    }
    #expect(found.first?.sourceRefs.first?.value == "Table 1")
  }
}
