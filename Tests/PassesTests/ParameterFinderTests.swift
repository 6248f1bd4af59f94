import IR
import Testing

@testable import Passes

struct ParameterFinderTests {
  /// `name = value` of every finding, in the order of the table.
  private func findings(_ sentence: String) throws -> [String] {
    var study = StudyPaper()
    study.section("Setup", "1")
    let span = study.block(sentence)
    let view = try #require(PaperView(study.document))
    let found = ParameterFinder(view: view).findings(in: span)
    for finding in found {
      let place = try #require(finding.value.spans.first)
      #expect(view.text(of: place) == finding.value.value)
      let name = try #require(finding.name.spans.first)
      #expect(view.text(of: name) == finding.name.value)
    }
    return found.map { "\($0.row.name) = \($0.value.value)" }
  }

  @Test(arguments: [
    ("We use a batch size of 256.", ["Batch size = 256"]),
    (
      "The learning rate is set to 3 × 10^{-4}, and dropout is 0.1.",
      ["Learning rate = 3 × 10^{-4}", "Dropout = 0.1"]
    ),
    ("The weight decay was fixed at .05.", ["Weight decay = .05"]),
    ("We train for 60 epochs.", ["Epochs = 60"]),
    ("It has 6 identical layers and 8 attention heads.", ["Layers = 6", "Attention heads = 8"]),
    ("The optimizer is AdamW.", ["Optimizer = AdamW"]),
    ("A learning rate (1e-3) works.", ["Learning rate = 1e-3"]),
    ("The learning rate matters for all 3 of us.", []),
    ("A larger batch size helps.", []),
    ("We repeat it with 5 random seeds.", ["Random seeds = 5"]),
    ("The hidden size d = 512 stays.", ["Hidden size = 512"]),
    ("We repeat it with five random seeds (1 to 5).", ["Random seeds = 1 to 5"]),
    ("The learning rate falls from 0.1 to 0.001.", []),
    ("The learning rate is 0.1 to begin with.", ["Learning rate = 0.1"]),
    ("The learning rate is initialized to 2e-3.", ["Learning rate = 2e-3"]),
    ("We sort mini-batches of size 2048.", ["Batch size = 2048"]),
    ("We train for 40, 000 iterations.", ["Training steps = 40, 000"]),
    ("It takes 1923.3 steps.", []),
    ("The resolution is 224×224.", ["Image size = 224×224"]),
    ("To handle 2D images we need 3-step rules.", []),
    ("Instead of a learning rate of 0.1 we wait.", []),
    ("The momentum is 1.0 − k.", []),
    ("We wait.", []),
  ])
  func findsValues(_ sentence: String, _ expected: [String]) throws {
    #expect(try findings(sentence) == expected)
  }

  @Test func aDashSetsNothing() async throws {
    var study = StudyPaper()
    study.section("Setup", "1")
    study.table(
      "1", "Hyperparameters of the sorter.",
      [["Parameter", "Value"], ["Dropout", "–"], ["Batch size", "32"]])
    let document = try await study.passed(through: "parameters")
    #expect(document.parameters.parameters.map(\.value.value) == ["32"])
  }

  @Test func whatARunTookIsNoSetting() async throws {
    var study = StudyPaper()
    study.section("Experiments", "1")
    study.block("Our results show that careful sorters outperform hasty ones after 1923 steps.")
    study.block("We train all of the sorters for 2000 steps.")
    let document = try await study.passed(through: "parameters")
    #expect(document.parameters.parameters.map(\.value.value) == ["2000"])
  }
}
