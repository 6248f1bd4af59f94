import IR
import Passes
import Testing

struct SettingsTests {
  private func parameters(_ paper: StudyPaper, _ code: StudyCode? = nil) async throws
    -> [Parameter]
  {
    let study = StudyPaper()
    let document = code?.document(of: paper) ?? paper.document
    return try await study.passed(through: "parameters", from: document).parameters.parameters
  }

  private func values(_ parameters: [Parameter]) -> [String] {
    parameters.map { "\($0.name.value) = \($0.value.value)" }
  }

  // MARK: Tables

  @Test func aTableOfNamesAndValuesGivesOneParameterARow() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.table(
      "1", "Hyperparameters of the sorter.",
      [["Parameter", "Value"], ["Learning rate", "0.1"], ["Belt speed", "3 m/s"]])
    let found = try await parameters(paper)
    #expect(values(found) == ["Learning rate = 0.1", "Belt speed = 3 m/s"])
    #expect(found.allSatisfy { $0.source.map(\.value) == ["Table 1"] })
  }

  @Test func aColumnOfNamesIsQualifiedByItsRows() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.table(
      "1", "Configurations that were compared.",
      [
        ["Run", "Batch size", "Accuracy"], ["R1", "32", "0.91"], ["R2", "64", "0.93"],
        ["R3", "96", "0.95"],
      ])
    let found = try await parameters(paper)
    #expect(
      values(found) == ["Batch size (R1) = 32", "Batch size (R2) = 64", "Batch size (R3) = 96"])
  }

  @Test func aTableOfKnownColumnsListsSettings() async throws {
    var paper = StudyPaper()
    paper.section("Method", "1")
    paper.table(
      "1", "Variants of the sorter.",
      [
        ["Model", "Data", "Layers", "d_model", "h", "Params"],
        ["small", "glass", "6", "512", "8", "65M"], ["big", "steel", "12", "1024", "16", "213M"],
      ])
    let found = try await parameters(paper)
    #expect(
      values(found) == [
        "Layers (small; glass) = 6", "d_model (small; glass) = 512", "h (small; glass) = 8",
        "Layers (big; steel) = 12", "d_model (big; steel) = 1024", "h (big; steel) = 16",
      ])
  }

  @Test func aColumnIsQualifiedByWhatSpansItAndOthers() async throws {
    var paper = StudyPaper()
    paper.section("Method", "1")
    paper.table(
      "1", "Configurations of the sorter.",
      [
        ["", "Glass", "", "Steel", ""], ["Run", "Epochs", "Batch size", "Epochs", "Batch size"],
        ["R1", "10", "32", "20", "64"],
      ])
    paper.spanHeads()
    #expect(
      try await values(parameters(paper)) == [
        "Epochs (Glass; R1) = 10", "Batch size (Glass; R1) = 32", "Epochs (Steel; R1) = 20",
        "Batch size (Steel; R1) = 64",
      ])
  }

  @Test func sentencesOfAParagraphAreAboutWhatItSpeaksOf() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block(
      """
      For the Glass dataset, we train a small belt. The batch size is 32. For the Steel dataset, we \
      train a big belt. The batch size is 64. We use a dropout of 0.1.
      """)
    let found = try await parameters(paper)
    #expect(values(found) == ["Batch size = 32", "Batch size = 64", "Dropout = 0.1"])
    #expect(
      found.map { $0.scope.map(\.value) } == [
        ["For the Glass dataset"], ["For the Steel dataset"], [],
      ])
  }

  @Test func resultsOverKnownColumnsAreNoSettings() async throws {
    var paper = StudyPaper()
    paper.section("Results", "1")
    paper.table(
      "1", "Accuracy by width and depth.",
      [["Model", "Layers", "Width"], ["small", "0.91", "0.93"], ["big", "0.95", "0.96"]])
    #expect(try await parameters(paper).isEmpty)
  }

  @Test func twoListsSideBySideAreBothRead() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.table(
      "1", "Hyperparameters of the sorter.",
      [
        ["Parameter", "Value", "Parameter", "Value"],
        ["Learning rate", "0.1", "Batch size", "32"], ["Dropout", "0.2", "Epochs", "9"],
      ])
    #expect(
      values(try await parameters(paper)) == [
        "Learning rate = 0.1", "Batch size = 32", "Dropout = 0.2", "Epochs = 9",
      ])
  }

  @Test func whatWasTriedIsASearchRange() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.table(
      "1", "Hyperparameters of the sorter.",
      [["Parameter", "Value", "Search range"], ["Learning rate", "0.1", "{0.01, 0.1}"]])
    let found = try await parameters(paper)
    #expect(values(found) == ["Learning rate = 0.1"])
    #expect(found.first?.searchRange.grounded?.value == "{0.01, 0.1}")
  }

  // MARK: Prose

  @Test func aSectionNamesWhatItsSettingsAreFor() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.section("CIFAR-10", "1.1", level: 2)
    paper.block("We train for 60 epochs.")
    let found = try await parameters(paper)
    #expect(found.map { $0.scope.map(\.value) } == [["CIFAR-10"]])
  }

  @Test func settingsOfOthersAreLeftToThem() async throws {
    var paper = StudyPaper()
    paper.section("Introduction", "1")
    paper.block("Sorters are trained with a batch size of 8.")
    paper.section("Related work", "2")
    paper.block("They train with a batch size of 16.")
    #expect(try await parameters(paper).isEmpty)
  }

  @Test func aStatedSensitivityIsFiled() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("We train with a learning rate of 0.1 and a weight decay of 0.2.")
    paper.block("The sorter is not sensitive to the weight decay.")
    let found = try await parameters(paper)
    #expect(found.map { $0.sensitivity.grounded?.value } == [nil, .low])
  }

  @Test func aUsualNameIsOfTheFieldThatThePaperStudies() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("We train the sorter with γ = 0.5 and a learning rate of 0.1.")
    #expect(values(try await parameters(paper)).contains { $0.hasPrefix("γ") })
    paper.block("The sorter is found by reinforcement learning.")
    #expect(values(try await parameters(paper)).contains { $0.hasPrefix("Discount factor") })
  }

  @Test func aPieceOfAClauseIsNoName() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("We train a 4-layer sorter whose damp-marble radius is 331 mm.")
    let found = values(try await parameters(paper))
    #expect(found.contains { $0.hasSuffix("= 4") })
    #expect(!found.contains { $0.contains("whose") })
  }

  @Test func fewStepsAreThoseOfAProgram() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("We run the sorting program for 39 steps on each box.")
    paper.block("We train the sorter for 60 steps.")
    let found = values(try await parameters(paper))
    #expect(!found.contains { $0.contains("39") })
    #expect(found.contains { $0.contains("60") })
  }

  @Test func captionsAndAlgorithmHeadsStateSettings() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.table("1", "Errors of all sorters with a batch size of 16 after 40 steps.")
    paper.block("Require: learning rate 0.1\nfor 3 steps do\nset batch size 5", .algorithm)
    #expect(
      values(try await parameters(paper)) == ["Learning rate = 0.1", "Batch size = 16"])
  }

  @Test func whatWasMeasuredIsNoSetting() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.table(
      "1", "Accuracy of each configuration.",
      [["Run", "Test accuracy (%)"], ["Baseline", "80.6"], ["No belt", "80.1 ± 0.2"]])
    #expect(try await parameters(paper).isEmpty)
  }

  // MARK: Training

  @Test(arguments: [
    ("We weigh marbles under a constraint.", nil, false), ("The sorter was fine-tuned.", nil, true),
    ("We weigh marbles.", "code/train_sorter.py", true),
    ("We weigh marbles.", "code/weigh.py", false),
  ])
  func onlySilenceOfAllSaysThatNothingWasTrained(
    _ sentence: String, _ file: String?, _ trains: Bool
  ) async throws {
    var paper = StudyPaper()
    paper.section("Method", "1")
    paper.block(sentence)
    paper.block("A. Author. Learning to train. 2030.", .reference)
    var code = StudyCode()
    if let file { code.file(file, .source) }
    let document = file == nil ? paper.document : code.document(of: paper)
    let found = try await paper.passed(through: "parameters", from: document).parameters
    #expect(found.trains == trains)
  }

  @Test func withoutAPaperNothingIsSaidOfTraining() async throws {
    let document = Document(sources: SourceMap([]), inputs: Inputs())
    let found = try await StudyPaper().passed(through: "parameters", from: document).parameters
    #expect(found.trains)
  }

  // MARK: Paper and repository

  private var paper: StudyPaper {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("We train with a learning rate of 0.001 and a batch size of 64.")
    return paper
  }

  @Test func aValueThatAgreesAddsItsPlace() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "lr", "1e-3")
    let found = try await parameters(paper, code)
    #expect(values(found) == ["Learning rate = 0.001", "Batch size = 64"])
    #expect(found[0].source.map(\.value) == ["§1", "train.py:4"])
    #expect(found[0].conflicts.isEmpty)
  }

  @Test func aValueThatTheRepositoryNowhereHasIsAConflict() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "lr", "0.003")
    code.setting("tune.py", 9, "lr", "3e-3")
    let found = try await parameters(paper, code)
    #expect(values(found) == ["Learning rate = 0.001", "Batch size = 64"])
    #expect(found[0].conflicts.map(\.value.value) == ["0.003"])
    #expect(found[0].conflicts.flatMap(\.places).map(\.value) == ["train.py:4", "tune.py:9"])
  }

  @Test func theSeedOfAProgramDoesNotContradictTheirNumber() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("All results are means over 5 random seeds.")
    var code = StudyCode()
    code.setting("train.py", 4, "seed", "7")
    let found = try await parameters(paper, code)
    #expect(found.allSatisfy { $0.conflicts.isEmpty })
    #expect(values(found).contains("Random seeds (`seed` in train.py) = 7"))
  }

  @Test func aSettingInSeveralFilesIsOneParameter() async throws {
    var code = StudyCode()
    for (index, file) in ["a.py", "b.py", "c.py"].enumerated() {
      code.setting(file, index + 1, "temperature", index == 0 ? "0" : "0.0")
    }
    let found = try await parameters(paper, code).filter { $0.group == .inference }
    #expect(values(found) == ["Temperature (`temperature` in a.py) = 0"])
    #expect(found[0].source.map(\.value) == ["a.py:1", "b.py:2", "c.py:3"])
  }

  @Test func secretsAreNoSettings() async throws {
    var code = StudyCode()
    code.setting("train.py", 1, "api_key.lr", "0.5")
    #expect(try await parameters(paper, code).count == 2)
  }
}
