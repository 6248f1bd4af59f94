import IR
import Passes
import Testing

struct PlanWriterTests {
  private func experiments(_ write: (inout StudyPaper) -> Void) async throws -> [Experiment] {
    var study = StudyPaper()
    study.section("Experiments", "1")
    write(&study)
    return try await study.passed(through: "experiments").experiments.experiments
  }

  /// Neither a result nor what others did is the data of a plan.
  @Test func theDataIsWhatWasUsed() async throws {
    let found = try await experiments {
      $0.block(
        "Table 1 shows that careful sorters outperform hasty sorters on the dataset of damp marbles. "
          + "This suggests that a dataset of dry marbles is easy. "
          + "We evaluate on a dataset of 2,000 damp marbles from one yard."
      )
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(
      found.map(\.setup.dataset.grounded?.value) == [
        "We evaluate on a dataset of 2,000 damp marbles from one yard."
      ])
  }

  @Test(arguments: [
    "On the test set of damp marbles we see a reduction of 8%.",
    "Weighing the training set twice reduces the error by 12%.",
  ])
  func aGainIsNoSetup(_ result: String) async throws {
    let found = try await experiments {
      $0.block(
        "Table 1 shows that careful sorters outperform hasty sorters on damp marbles. " + result)
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(found.map(\.setup.dataset.grounded?.value) == [nil])
  }
}
