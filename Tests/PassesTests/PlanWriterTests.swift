import IR
import Testing

@testable import Passes

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

  /// A result that alone stands in its section, and is named nowhere, has the claim of the section;
  /// what it compares may be prompts.
  @Test func aResultHasThePlanOfItsSection() async throws {
    let found = try await experiments {
      $0.section("Prompted marbles", "1.1", level: 2)
      $0.block("We find that careful sorters of damp marbles outperform hasty sorters by 1.5 mm.")
      $0.table(
        "1", "Comparison of prompt sorters of marbles",
        [["Sorter", "Spread"], ["careful", "1.25"], ["hasty", "2.75"]])
    }
    #expect(found.flatMap(\.exhibits).map(\.description) == ["Table 1"])
  }

  /// What is chosen says less than what it is; a section on data goes through all of it.
  @Test(arguments: [("Datasets and Metrics", true), ("Sorters", false)])
  func aSectionOnDataNamesIt(_ title: String, _ namesData: Bool) async throws {
    let choice = "Based on our marbles, we select representative datasets for all of them."
    let data = "Yard [1] provides damp marbles of all sizes. Field [1] adds dry marbles to them."
    let found = try await experiments {
      $0.reference("Pebble", "2019", "Marbles of the yard")
      $0.block(choice)
      $0.section(title, "1.1", level: 2)
      $0.block(data)
      $0.section("Results", "1.2", level: 2)
      $0.block("Table 1 shows that careful sorters outperform hasty sorters in the rain.")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(found.map(\.setup.dataset.grounded?.value) == [namesData ? data : choice])
  }

  @Test(arguments: [
    ("All sorters use PyTorch on damp marbles.", true),
    ("This gives words such as def numpy, which no marble has.", false),
  ])
  func aFrameworkIsWhatWasWorkedWith(_ sentence: String, _ isSystem: Bool) async throws {
    let found = try await experiments {
      $0.block("Table 1 shows that careful sorters outperform hasty sorters. \(sentence)")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(found.map(\.setup.system.grounded?.value) == [isSystem ? sentence : nil])
  }

  /// A word that some machine is called by says nothing of one.
  @Test(arguments: [
    ("We sort all marbles on a table with one RTX 3090 GPU, used at night.", true),
    ("Sorting used 3 hours on a machine with a Xeon and 32 GB.", true),
    ("We sort the trays T3, T4 and T5 with care, using one lamp.", false),
    ("It makes better use of the parts of a rack that GPU memory has.", false),
    ("We used 2.8 TFLOPS for one K80 GPU.", false),
  ])
  func aMachineIsWhatWasRunOn(_ sentence: String, _ isMachine: Bool) async throws {
    let found = try await experiments {
      $0.block("Table 1 shows that careful sorters outperform hasty sorters. \(sentence)")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(found.map(\.setup.hardware.grounded?.value) == [isMachine ? sentence : nil])
  }

  @Test func whatIsLeftForLaterIsNoStep() async throws {
    let found = try await experiments {
      $0.block("Table 1 shows that careful sorters outperform hasty sorters on damp marbles.")
      $0.block("We train the sorter on one yard. We leave training larger sorters to future work.")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(
      !found.flatMap(\.procedure).contains { $0.value.hasPrefix("We leave training") })
  }

  /// What all experiments were run on is said once.
  @Test func laterPlansNameTheHardwareOfTheFirst() async throws {
    let found = try await experiments {
      $0.block("All sorters run on one NVIDIA V100 with PyTorch.")
      $0.block("Table 1 shows that careful sorters outperform hasty sorters on damp marbles.")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
      $0.block("Table 2 shows that hasty sorters outperform careful sorters on dry marbles.")
      $0.table("2", "Errors of dry sorters.", [["Sorter", "Error"], ["hasty", "1.25"]])
    }
    #expect(
      found.map(\.setup.hardware.grounded?.value) == [
        "All sorters run on one NVIDIA V100 with PyTorch.", "As in E01",
      ])
    #expect(found.map(\.setup.system.grounded?.value) == ["PyTorch", "As in E01"])
  }

  /// Which of the paper's systems a table is on its labels say; a machine that has a name goes before
  /// one that has none.
  @Test func theSetupIsThatOfTheTable() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("In this paper, we introduce WeighTwice, a careful sorter of damp marbles.")
    study.section("Experiments", "2")
    study.block("We count the marbles that one GPU sorts, using the time that it is run.")
    study.block("We train all sorters on one NVIDIA V100.")
    study.block("Table 1 shows that WeighTwice outperforms all hasty sorters on damp marbles.")
    study.table(
      "1", "Errors of all sorters.",
      [["Sorter", "Error"], ["WeighTwice-L/2", "1.25"], ["Belt [3]", "2.25"]])
    let found = try await study.passed(through: "experiments").experiments.experiments
    let setup = try #require(found.first { !$0.exhibits.isEmpty }?.setup)
    #expect(setup.model.grounded?.value == "WeighTwice-L/2")
    #expect(setup.hardware.grounded?.value == "We train all sorters on one NVIDIA V100.")
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

  /// What a table is on, its own caption says best, and of what it says the part on the data.
  @Test(arguments: [
    ("Errors of all sorters on Field.", "Field"),
    ("Errors over 200 marbles from Field’s test set, by day.", "200 marbles from Field’s test set"),
    ("Errors of sorters on Yard (left) and the Field dataset (right).", "Yard, the Field dataset"),
    ("All sorters are tested on Field.", "All sorters are tested on Field."),
    ("Errors of all sorters on the test set.", nil),
  ])
  func theCaptionNamesTheData(_ caption: String, _ data: String?) async throws {
    let found = try await experiments {
      $0.block("Table 1 shows that careful sorters outperform hasty sorters by far.")
      $0.table("1", caption, [["Sorter", "Error"], ["careful", "1.25"]])
      $0.section("Outlook", "2")
      $0.block("Others sort the Yard and Field datasets.")
    }
    #expect(found.map(\.setup.dataset.grounded?.value) == [data])
  }

  @Test(arguments: [
    (
      "We compare our belt with Quick Sort [3], Tray-2 and FastBelt.",
      ["Quick Sort", "Tray-2", "FastBelt"]
    ),
    ("The baselines are Quick Sort and FastBelt.", ["Quick Sort", "FastBelt"]),
    ("We compare the marbles by hand.", []),
    ("We use a faster version of FastBelt.", []),
    ("It sorts without gloves.", []),
  ])
  func readsBaselinesOfProse(_ sentence: String, _ expected: [String]) throws {
    var study = StudyPaper()
    study.section("Experiments", "1")
    let span = study.block(sentence)
    let view = try #require(PaperView(study.document))
    let names = ProseBaselines.names(in: view.grounded(span))
    #expect(names.map(\.value) == expected)
    for name in names { #expect(view.text(of: try #require(name.spans.first)) == name.value) }
  }

  @Test func plansHoldAllThatTheSetupNames() async throws {
    let found = try await experiments {
      $0.section("Setup", "1.1", level: 2)
      $0.block("We report metrics such as SpillRate@2, on the Yard-3 and PondSet datasets.")
      $0.section("Results", "1.2", level: 2)
      $0.block("Table 1 shows that careful sorters outperform hasty sorters in the rain.")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(found.first?.metrics.map(\.value).last == "SpillRate@2")
    #expect(found.first?.setup.dataset.grounded?.value.has("PondSet") == true)
  }

  @Test(arguments: [
    ("We use the Yard-3 and PondSet datasets.", ["Yard-3", "PondSet"]),
    ("We use the Yard-3 data set.", ["Yard-3"]),
    ("It works on datasets such as Yard [3], Field and Pond.", ["Yard", "Field", "Pond"]),
    ("The dataset is large.", []),
    ("Our datasets are large.", []),
  ])
  func readsNamesOfData(_ sentence: String, _ expected: [String]) {
    #expect(DatasetNames.names(in: Sentence(sentence)) == expected)
  }

  /// A result that no claim speaks of belongs to the experiment of its part of the paper whose
  /// caption is alike, else to the one before it.
  @Test func aTableWithoutAClaimDetailsAnother() throws {
    var study = StudyPaper()
    study.section("Experiments", "1")
    study.table("1", "Errors of all sorters on damp marbles.")
    study.table("2", "Errors of all sorters on damp marbles by day.")
    study.table("3", "Ages of the participants.")
    study.section("Proofs", "2")
    study.table("4", "Errors of all sorters on damp marbles again.")
    let view = try #require(PaperView(study.document))
    let experiment = Experiment(
      id: EntityID(1), title: Grounded("Errors", []), exhibits: [view.paper.tables[0].label])
    let details = ExhibitDetail(view, Atoms())
    let found = view.paper.tables.map { details.experiment(for: $0, among: [experiment]) }
    #expect(found == [0, 0, 0, nil])
    #expect(view.paper.tables.map { details.told($0, among: [experiment]) } == [0, 0, nil, nil])
    #expect(view.paper.tables.map(details.isMeasured) == [true, true, false, true])
  }

  /// A list of data is told by the names of its items; other lists are not of data.
  @Test(arguments: [("datasets", "Yard One, Field"), ("brooms", nil)])
  func aListOfDataNamesIt(_ noun: String, _ names: String?) async throws {
    let found = try await experiments {
      $0.section("Setup", "1.1", level: 2)
      $0.block("We used the following \(noun) here:")
      $0.block("1) Yard One: Damp marbles.", .listItem, lead: "1) Yard One:")
      $0.block("2) Field: Dry marbles.", .listItem, lead: "2) Field:")
      $0.section("Results", "1.2", level: 2)
      $0.block("Table 1 shows that careful sorters outperform hasty sorters in the rain.")
      $0.table("1", "Errors of all sorters.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(found.first?.setup.dataset.grounded?.value == names)
  }

  /// A caption that gives a result away is no title: the part that speaks of the exhibit has one.
  @Test func aPartOfTheExperimentsNamesAnExhibit() async throws {
    let found = try await experiments {
      $0.section("Sorting in the rain", "1.1", level: 2)
      $0.block("Table 1 shows that careful sorters outperform hasty sorters in the rain.")
      $0.table("1", "An error of 1.25 is best.", [["Sorter", "Error"], ["careful", "1.25"]])
    }
    #expect(found.map(\.title.value) == ["Sorting in the rain (Table 1)"])
  }
}
