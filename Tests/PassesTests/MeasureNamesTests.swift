import IR
import Testing

@testable import Passes

/// What experiments are measured by, where the field has no name for it.
struct MeasureNamesTests {
  private func metrics(_ head: String, _ write: (inout StudyPaper) -> Void = { _ in })
    async throws -> [String]
  {
    var study = StudyPaper()
    study.section("Experiments", "1")
    study.block("Table 1 shows that careful sorters outperform hasty sorters on damp marbles.")
    study.table("1", "Results of all sorters", [["Sorter", head], ["careful", "1.25"]])
    write(&study)
    let found = try await study.passed(through: "experiments").experiments.experiments
    return found.first?.metrics.map(\.value) ?? []
  }

  @Test(arguments: [
    ("Spill ↓", ["Spill"]), ("Drift (ms)", ["Drift"]), ("Drift in dB", ["Drift"]),
    ("Rolling score", ["Rolling score"]), ("Learning rate", []), ("Rooms (large)", []),
  ])
  func aUnitAnArrowOrANounTellsAMeasure(_ head: String, _ names: [String]) async throws {
    #expect(try await metrics(head) == names)
  }

  @Test func whatThePaperSpellsOutAsAMeasureIsOne() async throws {
    let found = try await metrics("Dry SMR") {
      $0.section("Setup", "1.1", level: 2)
      $0.block("We report the spill to marble ratio (SMR) of each sorter in the yard.")
    }
    #expect(found == ["SMR"])
  }

  @Test(arguments: [
    ("We compare in terms of the spill index and bowls.", ["spill index"]),
    ("We compare in terms of bowls.", []),
  ])
  func whatIsComparedInIsAMeasure(_ sentence: String, _ names: [String]) async throws {
    let found = try await metrics("Dry spill index of all") { $0.block(sentence) }
    #expect(found == names)
  }

  @Test func whatHeadsAnItemBelowMetricsIsOne() async throws {
    let found = try await metrics("Dry marble drift") {
      $0.section("Metrics", "1.1", level: 2)
      $0.block("1) Marble Drift: How far a marble rolls.", .listItem, lead: "1) Marble Drift:")
    }
    #expect(found == ["marble drift"])
  }
}
