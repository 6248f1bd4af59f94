import IR
import Testing

@testable import Passes

/// What tables say of the authors' own system that no sentence tells.
struct OutdoneSystemTests {
  private func limits(_ caption: String, _ cells: [[String]]) async throws -> [String] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("In this paper, we introduce MarbleNet, a careful sorter of damp marbles.")
    study.section("Experiments", "2")
    study.block("Table 1 has the sorters.")
    study.table("1", caption, cells)
    let found = try await study.passed(through: "solution").solution.limitations
    #expect(found.allSatisfy { $0.kind == .table })
    return found.map(\.statement.value)
  }

  @Test func theBestOfTheOthersOutdoesTheOwnSystem() async throws {
    let found = try await limits(
      "Results of all sorters.",
      [
        ["Method", "Accuracy", "Error"], ["Belt", "81.5", "1.25"], ["Bowl", "84.5", "1.55"],
        ["Oracle", "99.5", "0.05"], ["MarbleNet", "83.5", "1.05"],
      ])
    #expect(
      found == [
        "In Table 1, MarbleNet does not come out best: Accuracy 83.5 against 84.5 of Bowl"
      ])
  }

  @Test func systemsMayBeColumns() async throws {
    let found = try await limits(
      "Results of all sorters.",
      [
        ["Measure", "Belt", "MarbleNet"], ["Error", "1.25", "1.35"], ["Accuracy", "81.5", "83.5"],
      ])
    #expect(
      found == ["In Table 1, MarbleNet does not come out best: Error 1.35 against 1.25 of Belt"])
  }

  /// A spread that covers the difference, a row for each of several circumstances, variants of one
  /// system, and a measure of no known direction decide nothing.
  @Test(arguments: [
    ("Results.", [["Method", "Error"], ["Belt", "1.25 ± 0.20"], ["MarbleNet", "1.35 ± 0.10"]]),
    (
      "Results.",
      [
        ["Method", "Error"], ["Belt", "1.25"], ["MarbleNet", "1.15"], ["Belt", "2.25"],
        ["MarbleNet", "2.15"],
      ]
    ),
    ("Ablation study.", [["Method", "Error"], ["Belt", "1.25"], ["MarbleNet", "1.35"]]),
    ("Results.", [["Method", "Weight (kg)"], ["Belt", "1.25"], ["MarbleNet", "1.35"]]),
  ])
  func whatDoesNotDecideIsNoLimit(_ caption: String, _ cells: [[String]]) async throws {
    #expect(try await limits(caption, cells) == [])
  }
}
