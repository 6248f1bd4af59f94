import IR
import Testing

@testable import Passes

/// What experiments compare with, by tables, heads and prose.
struct BaselineTests {
  private func baselines(
    _ cells: [[String]], _ write: (inout StudyPaper) -> Void = { _ in }
  ) async throws -> [String] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("In this paper, we introduce Weigh Twice, a careful sorter of damp marbles.")
    study.section("Experiments", "2")
    study.block("Table 1 shows that Weigh Twice outperforms all of them on damp marbles.")
    study.table("1", "Errors of all sorters.", cells)
    write(&study)
    let found = try await study.passed(through: "experiments").experiments.experiments
    return found.first?.baselines.map(\.value) ?? []
  }

  @Test func theColumnOfMethodsNamesThem() async throws {
    let found = try await baselines([
      ["Settings", "Method", "Error"], ["damp", "Belt", "1.25"], ["damp", "Weigh Twice", "1.05"],
      ["dry", "Bowl", "1.35"],
    ])
    #expect(found == ["Belt", "Bowl"])
  }

  /// Whatever form a citation behind a name has.
  @Test func aCitationIsNoPartOfAName() async throws {
    let found = try await baselines([
      ["Sorter", "Error"], ["Belt (Bell et al., 2019)", "1.25"], ["Bowl [3]", "1.35"],
      ["Sieve-2 (Tone, 2020b)", "1.45"], ["Weigh Twice", "1.05"],
    ])
    #expect(found == ["Belt", "Bowl", "Sieve-2"])
  }

  @Test func numberedRowsAreInstancesOfColumnsOfMethods() async throws {
    let found = try await baselines([
      ["Image", "Belt", "Bowl", "Weigh Twice"], ["1", "1.25", "1.35", "1.05"],
      ["2", "1.45", "1.55", "1.15"],
    ])
    #expect(found == ["Belt", "Bowl"])
  }

  @Test func aSeriesOfRowsIsOfInstances() async throws {
    let found = try await baselines([
      ["Place", "Belt", "Bowl", "Weigh Twice"], ["Yard1", "1.25", "1.35", "1.05"],
      ["Yard2", "1.45", "1.55", "1.15"], ["Yard3", "1.45", "1.55", "1.15"],
    ])
    #expect(found == ["Belt", "Bowl"])
  }

  @Test func aColumnOfWordsIsNoSystem() async throws {
    let found = try await baselines([
      ["Dataset", "Features", "Belt", "Weigh Twice"], ["Yard", "Weight", "1.25", "1.05"],
      ["Field", "Colour", "1.45", "1.15"],
    ])
    #expect(found == ["Belt"])
  }

  @Test func aHeadOfRowsSaysWhichAreTheOwn() async throws {
    let found = try await baselines([
      ["Method", "Error", "Cost"], ["Plain", "", ""], ["Belt", "1.25", "2.5"],
      ["Bowl", "1.35", "2.6"],
      ["Careful (proposed)", "", ""], ["Twice", "1.05", "2.4"],
    ])
    #expect(found == ["Belt", "Bowl"])
  }

  @Test func halfANameIsNotTheOwn() async throws {
    let found = try await baselines([
      ["Method", "Error"], ["Weigh Once", "1.25"], ["Weigh Twice", "1.05"],
    ])
    #expect(found == ["Weigh Once"])
  }

  @Test func itemsUnderTheirHeadNameThem() async throws {
    let found = try await baselines([["Marbles", "Error"], ["damp", "1.25"]]) {
      $0.section("Baselines", "2.1", level: 2)
      $0.block("We looked at several sorters.")
      $0.block("Belt: It rolls.", .listItem, lead: "Belt:")
      $0.block("Bowl: It waits.", .listItem, lead: "Bowl:")
    }
    #expect(found == ["Belt", "Bowl"])
  }

  /// Of a paragraph under its head, too; what heads it beside them is no name.
  @Test func paragraphsUnderTheirHeadNameThem() async throws {
    let found = try await baselines([["Marbles", "Error"], ["damp", "1.25"]]) {
      $0.section("Baselines", "2.1", level: 2)
      $0.block("Belt (B). It rolls like Sieve [3].", lead: "Belt (B).")
      $0.block("Error metric. We follow Tone [3].", lead: "Error metric.")
      $0.section("Baselines and implementation details", "2.2", level: 2)
      $0.block("These include methods such as Bowl [3]. We use Glove [3] for all of them.")
    }
    #expect(found == ["Belt", "Bowl"])
  }

  /// What the authors set out from, among rows or columns that are all theirs.
  @Test(arguments: [
    ([["Sorter", "Error"], ["Baseline", "1.25"], ["Two belts", "1.35"]], ["Baseline"]),
    ([["Error", "Base", "v2", "Δ"], ["damp", "1.25", "1.15", "0.10"]], ["Base"]),
    ([["Error", "Base", "Large"], ["damp", "1.25", "1.15"]], []),
  ])
  func theStartIsCompared(_ cells: [[String]], _ names: [String]) async throws {
    #expect(try await baselines(cells) == names)
  }

  /// Below works that are cited, the others are the authors' own; a row without values heads others.
  @Test func citedRowsAreCompared() async throws {
    let found = try await baselines([
      ["Sorter", "Error"], ["Sorters of the yard"], ["Chance", "1.95"],
      ["Belt [3]", "1.25"],
      ["Bowl [4]", "1.35"], ["Pond-12", "1.05"],
    ])
    #expect(found == ["Chance", "Belt", "Bowl"])
  }

  @Test func aCaptionSetsTheOwnWorkAgainstThem() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("In this paper, we introduce MarbleNet, a careful sorter of damp marbles.")
    study.section("Experiments", "2")
    study.block("Table 1 shows that it sorts better than all sorters of the yard.")
    study.table("1", "Errors of MarbleNet vs. Belt by day.", [["Day", "Error"], ["one", "1.25"]])
    let found = try await study.passed(through: "experiments").experiments.experiments
    #expect(found.first { !$0.exhibits.isEmpty }?.baselines.map(\.value) == ["Belt"])
  }

  @Test(arguments: [
    ("We compare it with several sorters, including Belt and Bowl.", ["Belt", "Bowl"]),
    ("We compare it against two strong sorters: Belt and Bowl.", ["Belt", "Bowl"]),
  ])
  func listsNameThem(_ sentence: String, _ names: [String]) {
    let span = SourceSpan(SourceID("paper"), 0..<sentence.utf8.count)
    #expect(ProseBaselines.names(in: Grounded(sentence, [span])).map(\.value) == names)
  }

  @Test(arguments: [
    ("The error with and without slow rocking, for each tray, is small.", ["without slow rocking"]),
    ("Sorting takes 3.1 s without damping and 2.5 s with damping.", ["without damping"]),
    ("It holds with or without damping.", []),
    ("We sort without damping and with new trays.", []),
    ("We ran it with care, with and without it.", []),
  ])
  func theArmThatLacksSomethingIsComparedWith(_ sentence: String, _ names: [String]) {
    let span = SourceSpan(SourceID("paper"), 0..<sentence.utf8.count)
    #expect(ControlCondition.names(in: Grounded(sentence, [span])).map(\.value) == names)
  }

  @Test func citedNamesAreFound() {
    let sentence = "The Pebble [3] and the Quartz (Example, 2001) are heavy."
    let span = SourceSpan(SourceID("paper"), 0..<sentence.utf8.count)
    #expect(
      ProseBaselines.cited(in: Grounded(sentence, [span])).map(\.value) == ["Pebble", "Quartz"])
  }
}
