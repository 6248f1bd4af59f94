import IR
import Testing

@testable import Passes

/// Which study what a paper says of its set-up, of baselines and of outcomes is of.
struct StudyScopeTests {
  private func experiments(_ write: (inout StudyPaper) -> Void) async throws -> [Experiment] {
    var study = StudyPaper()
    study.section("Experiments", "1")
    write(&study)
    return try await study.passed(through: "experiments").experiments.experiments
  }

  /// What the work becomes at an end of a range is compared with; what others become is not.
  @Test(arguments: [
    ("When no marble is damp, our method reduces to Quick Sort [3].", ["Quick Sort"]),
    ("If the weight is zero, the whole model becomes the same as FastBelt.", ["FastBelt"]),
    ("Without gloves, WeighTwice is equivalent to the FastBelt sorter.", ["FastBelt"]),
    ("Our method becomes slow when marbles are damp.", []),
    ("When no marble is damp, our loss is equivalent to Equation 4.", []),
    ("If it rains, a lamp becomes FastBelt.", []),
    ("Our belt recovers Yard marbles.", []),
    ("For dry marbles, we recover Tray-2 by hand.", []),
  ])
  func readsLimitCases(_ sentence: String, _ expected: [String]) async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("In this paper, we introduce WeighTwice, a careful sorter of damp marbles.")
    study.section("Method", "2")
    let span = study.block(sentence)
    let view = try #require(PaperView(study.document))
    let atoms = try await study.passed(through: "atoms").atoms
    let cases = LimitCases(view, own: OwnNames(view, atoms))
    #expect(cases.names(in: view.grounded(span)).map(\.value) == expected)
  }

  /// Paragraphs with heads of their own are on what these say, but for those on the set-up of all.
  @Test(arguments: [("Dry sorters.", nil), ("Training.", "We train on a dataset of dry marbles.")])
  func whatStandsUnderAnotherHeadIsOfAnotherStudy(_ head: String, _ data: String?) async throws {
    let found = try await experiments {
      $0.block("\(head) We train on a dataset of dry marbles.", lead: head)
      $0.block(
        "Damp sorters. Table 1 shows that careful sorters outperform hasty sorters by far.",
        lead: "Damp sorters.")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(found.first?.setup.dataset.grounded?.value == data)
  }

  /// A sentence from elsewhere holds for a study if it says that it holds for all.
  @Test(arguments: [
    ("All experiments were run on one NVIDIA V100.", true),
    ("The dry sorter was run on one NVIDIA V100.", false),
  ])
  func whatHoldsForAllSaysSo(_ sentence: String, _ isShared: Bool) async throws {
    let found = try await experiments {
      $0.section("Dry marbles", "1.1", level: 2)
      $0.block(sentence)
      $0.section("Damp marbles", "1.2", level: 2)
      $0.block("Table 1 shows that careful sorters outperform hasty sorters by far.")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(found.first?.setup.hardware.grounded?.value == (isShared ? sentence : nil))
  }

  /// What is argued was not run on anything.
  @Test func anArgumentHasNoSetup() async throws {
    var study = StudyPaper()
    study.section("Method", "1")
    study.block("We show that careful sorters always outperform hasty sorters of damp marbles.")
    study.section("Experiments", "2")
    study.section("Setup", "2.1", level: 2)
    study.block("We train all sorters on a dataset of dry marbles with one NVIDIA V100.")
    let found = try await study.passed(through: "experiments").experiments.experiments
    let plan = try #require(
      found.first { $0.title.value.hasPrefix("Argument of section “Method”") })
    #expect(plan.setup == Experiment.Setup())
    #expect(plan.procedure.isEmpty)
  }

  /// What a study compares with is not what another one does, nor is a measure compared with.
  @Test func baselinesAreThoseOfTheStudy() async throws {
    let found = try await experiments {
      $0.section("Damp marbles", "1.1", level: 2)
      $0.block(
        "Table 1 shows that careful sorters outperform all others. The baselines are FastBelt.")
      $0.table("1", "Errors of sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
      $0.section("Dry marbles", "1.2", level: 2)
      $0.block("Table 2 shows that careful sorters of dry marbles outperform all others.")
      $0.table("2", "Errors by tray.", [["Tray", "Error"], ["Recall of wood", "1.75"]])
    }
    #expect(found.map { $0.baselines.map(\.value) } == [["FastBelt"], []])
  }

  /// What names another table tells how that comes out, wherever it stands.
  @Test func outcomesAreThoseOfTheExhibit() async throws {
    let found = try await experiments {
      $0.block(
        "Table 1 and Table 2 are on marbles. "
          + "Table 1 shows that careful sorters outperform hasty sorters of damp marbles. "
          + "Table 2 shows that hasty belts outperform careful belts of dry marbles.")
      $0.table("1", "Errors of sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
      $0.table("2", "Errors of belts.", [["Belt", "Error"], ["hasty", "1.75"]])
    }
    let outcomes = found.map { $0.expectedOutcome.map(\.value).joined() }
    #expect(outcomes.map { $0.has("sorters") } == [true, false])
    #expect(outcomes.map { $0.has("belts") } == [false, true])
  }

  /// A part in which another study stands tells the data of that study alone; one on the set-up tells
  /// that of all.
  @Test(arguments: [("Training", true), ("Dry training", false), ("Dry marbles", false)])
  func theDataOfAnotherStudyIsNotShared(_ title: String, _ isShared: Bool) async throws {
    let data = "We evaluate on a dataset of 2,000 dry marbles from one yard."
    let found = try await experiments {
      $0.section(title, "1.1", level: 2)
      $0.block("Table 1 shows that careful sorters outperform hasty sorters. \(data)")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
      $0.section("Damp marbles", "1.2", level: 2)
      $0.block("Table 2 shows that hasty sorters outperform careful sorters in the rain.")
      $0.table("2", "Errors of wet sorters.", [["Sorter", "Error"], ["hasty", "1.75"]])
    }
    #expect(
      found.map(\.setup.dataset.grounded?.value) == [data, isShared ? data : nil])
  }

  /// What is done in one study is done in no other, but for what a section on the set-up says.
  @Test func stepsAreThoseOfTheirSection() async throws {
    var study = StudyPaper()
    study.section("Experiments", "2")
    study.section("Setup", "2.1", level: 2)
    study.block("First, we dry all marbles. Then we weigh each marble twice.")
    study.section("Gloves", "2.2", level: 2)
    study.block("Table 1 shows that careful sorters outperform hasty sorters with gloves.")
    study.table("1", "Errors with gloves.", [["Sorter", "Error"], ["careful", "1.25"]])
    study.section("Rain", "2.3", level: 2)
    study.block("First, we wet all marbles. Then we weigh each wet marble once.")
    study.block("Table 2 shows that careful sorters outperform hasty sorters in the rain.")
    study.table("2", "Errors in the rain.", [["Sorter", "Error"], ["careful", "2.25"]])
    let found = try await study.passed(through: "experiments").experiments.experiments
    let steps = found.map { $0.procedure.map(\.value) }
    #expect(steps.first?.contains { $0.has("dry") } == true)
    #expect(steps.first?.contains { $0.has("wet") } == false)
    #expect(steps.dropFirst().first?.contains { $0.has("wet") } == true)
  }
}
