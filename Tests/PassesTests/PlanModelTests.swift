import IR
import Testing

@testable import Passes

/// Which model an experiment is on.
struct PlanModelTests {
  private func models(
    _ caption: String = "Errors of all sorters.",
    _ cells: [[String]] = [["Day", "Error"], ["one", "1.25"]],
    _ write: (inout StudyPaper) -> Void = { _ in }
  ) async throws -> [String?] {
    var study = StudyPaper()
    study.section("Experimental setup", "1")
    write(&study)
    study.section("Results", "2")
    study.block("Table 1 shows that careful sorters outperform hasty sorters on damp marbles.")
    study.table("1", caption, cells)
    let found = try await study.passed(through: "experiments").experiments.experiments
    return found.map(\.setup.model.grounded?.value)
  }

  @Test(arguments: [
    ("Qwen3-1.7B", ["Qwen3-1.7B"]), ("facebook/Marble-R1-140M-base", ["Marble-R1-140M-base"]),
    ("from Llama 3.1 8B Instruct, greedy", ["Llama 3.1 8B Instruct"]),
    ("an 8B parameter sorter of 3M rows", []), ("a ResNet-18 and a BERT", ["ResNet-18", "BERT"]),
  ])
  func readsNamesOfModels(_ text: String, _ names: [String]) {
    let span = SourceSpan(SourceID("paper"), 0..<text.utf8.count)
    #expect(ModelNames.mentions(in: Grounded(text, [span])).map(\.value) == names)
  }

  private static let heads: [(String, PlanSentence.Topics?)] = [
    ("Base model and adapter", .model), ("Datasets and Metrics", .dataset),
    ("Baselines and implementation details", [.baselines, .procedure]), ("Metrics", []),
    ("Compared methods", .baselines), ("Data scaling", nil), ("Comparison with Baselines", nil),
  ]

  @Test(arguments: heads)
  func headsSayWhatIsToldBelow(_ head: String, _ topics: PlanSentence.Topics?) {
    #expect(SetupHeads.topics(of: head) == topics)
  }

  /// What stands below a head that says so, with the list that it leads in.
  @Test func theHeadedSentenceNamesTheModel() async throws {
    let base = "The base is Marble-2B, which has been washed."
    let found = try await models {
      $0.block("Sorters. Marble-9B was washed before.", lead: "Sorters.")
      $0.block("Base model. \(base)", lead: "Base model.")
    }
    #expect(found == [base])
    let listed = try await models {
      $0.block("Models. We evaluate all of a family:", lead: "Models.")
      $0.block("small: Marble-2B", .listItem)
      $0.block("large: Marble-9B", .listItem)
    }
    #expect(listed == ["We evaluate all of a family: small: Marble-2B; large: Marble-9B"])
  }

  /// Elsewhere a sentence has to say that the authors worked with what it names.
  @Test(arguments: [
    ("We fine-tune Marble-2B on damp marbles.", true),
    ("We do not use Marble-2B for any of them.", false),
    ("We use Marble-2B as the judge of all marbles.", false),
    ("Marble-2B is used by others [3].", false),
  ])
  func aSentenceSaysWhichModelWasUsed(_ sentence: String, _ isModel: Bool) async throws {
    let found = try await models { $0.block(sentence) }
    #expect(found == [isModel ? sentence : nil])
  }

  /// That something is proposed does not say that an experiment is on it.
  @Test func whatIsProposedIsNotWhatWasRun() async throws {
    let found = try await models { study in
      study.section("Introduction", "3")
      study.block("In this paper, we propose a careful network that weighs all damp marbles twice.")
    }
    #expect(found.first == .some(nil))
  }

  @Test func labelsAndCaptionsNameModels() async throws {
    let labels = try await models(
      "Errors of all sorters.",
      [["Model", "Error"], ["Marble-2B", "1.25"], ["Marble-9B [3]", "1.05"]])
    #expect(labels == ["Marble-2B, Marble-9B"])
    #expect(try await models("Errors of Marble-2B by day.") == ["Marble-2B"])
    #expect(try await models("Errors of Marble-2B versus Belt.") == [nil])
  }
}
