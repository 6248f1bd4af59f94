import IR
import Testing

@testable import Passes

struct ParameterFinderTests {
  /// `name (qualifier; scope) = value` of every finding, in the order of the sentence.
  private func findings(_ sentence: String, _ context: ParameterFinder.Context = .init()) throws
    -> [String]
  {
    var study = StudyPaper()
    study.section("Setup", "1")
    let span = study.block(sentence)
    let view = try #require(PaperView(study.document))
    return try ParameterFinder(view: view).findings(in: span, context).map { finding in
      let narrowing = [finding.qualifier].compactMap { $0 } + finding.scope
      for part in [finding.value, finding.name] + narrowing {
        let place = try #require(part.spans.first)
        #expect(view.text(of: place) == part.value)
      }
      let words = narrowing.map(\.value).joined(separator: "; ")
      return "\(finding.row.name)\(words.isEmpty ? "" : " (\(words))") = \(finding.value.value)"
    }
  }

  @Test(arguments: [
    ("We use a batch size of 256.", ["Batch size = 256"]),
    (
      "The learning rate is set to 3 × 10^{-4}, and dropout is 0.1.",
      ["Learning rate = 3 × 10^{-4}", "Dropout = 0.1"]
    ),
    ("The weight decay was fixed at .05.", ["Weight decay = .05"]),
    ("We train for 60 epochs.", ["Epochs = 60"]),
    ("A learning rate (1e-3) works.", ["Learning rate = 1e-3"]),
    ("The learning rate matters for all 3 of us.", []),
    ("A larger batch size helps.", []),
    ("The learning rate falls from 0.1 to 0.001.", []),
    ("The learning rate is 0.1 to begin with.", ["Learning rate = 0.1"]),
    ("The learning rate is initialized to 2e-3.", ["Learning rate = 2e-3"]),
    ("The learning rate starts from 0.1.", ["Learning rate = 0.1"]),
    ("We sort mini-batches of size 2048.", ["Batch size = 2048"]),
    ("All runs are greedy (temperature=0).", ["Temperature = 0"]),
    ("To handle 2D images we need 3-step rules.", []),
    ("Instead of a learning rate of 0.1 we wait.", []),
    ("The momentum is 1.0 − k.", []),
    ("The belt is 3× as long as the context length 4×.", []),
    ("The resolution is 224×224.", ["Image size (resolution) = 224×224"]),
    ("The batch size is {16, 32}.", ["Batch size = {16, 32}"]),
    ("A batch size of 0.3 is none.", []),
    ("A dropout of 3.58 is none.", []),
    ("The loss with dropout is 10% lower.", []),
    ("The error with a batch size of 64 points at the lamp.", ["Batch size = 64"]),
    ("The gain with dropout is 0.5 points higher.", []),
    ("A loss of 0.1 ± 0.02 came of it.", []),
    ("We wait.", []),
  ])
  func findsValuesBehindNames(_ sentence: String, _ expected: [String]) throws {
    #expect(try findings(sentence) == expected)
  }

  @Test(arguments: [
    (
      "It has 6 identical layers and 8 heads.",
      ["Layers (identical layers) = 6", "Attention heads = 8"]
    ),
    ("We use h = 8 parallel attention layers, or heads.", ["Attention heads (h) = 8"]),
    ("We repeat it with 5 random seeds.", ["Random seeds = 5"]),
    ("We use two hidden layers.", ["Layers (hidden layers) = two"]),
    ("The two layers differ.", []),
    ("We train for 40, 000 iterations.", ["Training steps (iterations) = 40, 000"]),
    ("We terminate training at 64k iterations.", ["Training steps (iterations) = 64k"]),
    ("We halve the rate at 32k and 48k iterations.", []),
    ("It takes 1923.3 steps.", []),
    ("It was best after 400 steps.", []),
    ("The model unrolls 5 hypothetical steps.", ["hypothetical steps = 5"]),
    (
      "It splits text with a 32000 word-piece vocabulary.",
      ["Vocabulary size (word-piece vocabulary) = 32000"]
    ),
    ("Each batch contained about 25000 source tokens.", ["Batch size (source tokens) = 25000"]),
    ("A final softmax layer with 14,000 labels ends it.", ["Output classes (labels) = 14,000"]),
    ("We trained 61 specialist models.", ["specialist models = 61"]),
    ("We use 90 marbles as the training set, 20 clips as the test set.", []),
    ("We trained on 61 datasets.", []),
    ("We trained a 4-layer transformer.", ["Layers = 4"]),
    ("The images have 3 color channels.", []),
  ])
  func findsValuesBeforeNouns(_ sentence: String, _ expected: [String]) throws {
    #expect(try findings(sentence) == expected)
  }

  @Test(arguments: [
    ("The hidden size d = 512 stays.", ["Hidden size (d) = 512"]),
    ("We use a length penalty α = 0.6.", ["Length penalty (α) = 0.6"]),
    ("For each we use d_k = d_v = 64.", ["d_k = 64", "d_v = 64"]),
    ("Let n = 2 and assume that m_1 = 3.", []),
    ("We use a rate of 1e-3, warming up for 500 updates.", ["Warmup steps (updates) = 500"]),
    ("Warm-up over the first 2000 steps is used.", ["Warmup steps (steps) = 2000"]),
    (
      "The learning rate is divided by 10 at 32k and 48k iterations.",
      ["Learning rate drops (iterations) = 32k and 48k"]
    ),
    ("We hold 0.5% of the data as the test set.", ["Held-out fraction (test) = 0.5%"]),
    ("We subtract the mean 0.1 and divide.", ["Normalization mean = 0.1"]),
    ("We vary the tilt from 1 to 64.", ["tilt = 1 to 64"]),
    ("The kl_target=0.5 option was used.", ["kl_target = 0.5"]),
    ("We use a pragmatic batch size of 32.", ["Batch size = 32"]),
    ("It outperforms length 512.", []),
    ("We use the 13 layers of others and 1-dimensional marbles.", []),
    ("We set the warm-up epoch γ = 15.", ["warm-up epoch (γ) = 15"]),
    (
      "We use Adam with (β_1, β_2) set to (0.9, 0.95).",
      ["β_1, β_2 = (0.9, 0.95)", "Optimizer = Adam"]
    ),
    ("In the simulation we set β_1 = 1.5.", ["β_1 = 1.5"]),
    (
      "We stop with a patience threshold of 20 rounds.",
      ["Early stopping patience (patience threshold) = 20"]
    ),
    ("The belt gap is set with a relative weight of 0.5.", ["relative weight = 0.5"]),
    ("It reached a success rate of 0.5.", []),
    ("Estimates are computed every 500 steps.", ["Interval (Estimates are computed) = 500"]),
    ("We repeat it in 5 independent runs.", ["Runs (independent runs) = 5"]),
    ("The head dimension is set to 64.", ["head dimension = 64"]),
    (
      "The belt is oiled once and the gap is checked every 500 steps.",
      ["Interval (gap is checked) = 500"]
    ),
    ("A run is flagged when it falls below 0.1.", ["Threshold (flagged when it falls) = 0.1"]),
    ("The optimizer is AdamW.", ["Optimizer = AdamW"]),
    ("It has cosine learning rate decay.", ["Learning rate schedule = cosine"]),
    ("It has a linear noise schedule.", ["noise schedule = linear"]),
  ])
  func findsSymbolsLimitsAndChoices(_ sentence: String, _ expected: [String]) throws {
    #expect(try findings(sentence) == expected)
  }

  @Test(arguments: [
    (
      "We use a learning rate of 6e-4 for the small and 1e-4 for the large sorter.",
      ["Learning rate (for the small) = 6e-4", "Learning rate (for the large sorter) = 1e-4"]
    ),
    ("For glass marbles, we use a batch size of 8.", ["Batch size (For glass marbles) = 8"]),
    ("The big models were trained for 300 steps.", ["Training steps (The big models) = 300"]),
    ("For dropout we use a dropout of 0.1.", ["Dropout = 0.1"]),
    ("We train for 10 epochs on two GPUs.", ["Epochs = 10"]),
  ])
  func findsWhatAValueIsFor(_ sentence: String, _ expected: [String]) throws {
    #expect(try findings(sentence) == expected)
  }

  @Test func aBareValueTakesTheNameOfTheSentenceBefore() throws {
    let row = try #require(ParameterTable.row(forCode: "lr"))
    #expect(
      try findings("So we use 0.01 to warm up.", .init(last: row))
        == ["Learning rate (warm up) = 0.01"])
    #expect(try findings("So we use 0.01 to warm up.") == [])
  }

  @Test func hostileSentencesEndAndKeepTheirBounds() throws {
    for sentence in [
      "= = = 1", "(((((", ") 3 (", "learning rate = ", "{1, 2", "β_1 = = = 5", "every 5",
      "−", "10^{−", "= 5 layers", String(repeating: "and 1 ", count: 400), "12-layer",
      "10^999999999999 layers", "1e999 steps", "length-", "of 5", "\u{0301}= 3",
    ] {
      _ = try findings(sentence)
    }
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

  @Test(arguments: [
    (
      "All errors are maximized over 25 independent and random realizations.", ["realizations = 25"]
    ),
    ("It is the time taken to generate 10,000 samples.", ["Generated samples = 10,000"]),
    ("The datasets are drawn at random, with 100,000 samples each.", ["samples each = 100,000"]),
    (
      "We report the error over the 2,500 examples of the test set.",
      ["Evaluation examples = 2,500"]
    ),
    (
      "We trained 61 specialist models, each with 300 classes.",
      ["specialist models = 61", "classes = 300"]
    ),
    ("We sort a fixed permutation of 5 elements.", ["elements = 5"]),
    ("The images were jittered by up to two pixels.", ["jittered = two pixels"]),
    ("4 pixels are padded on each side.", ["padded = 4 pixels"]),
    (
      "We search for the learning rate, evaluating values of {1e^{−4}, 5e^{−4}}.",
      ["Learning rate = {1e^{−4}, 5e^{−4}}"]
    ),
    ("We use a weight decay of 1e^{−4}.", ["Weight decay = 1e^{−4}"]),
    (
      "The shorter side is randomly sampled in [256, 480].",
      ["Image size (shorter side) = [256, 480]"]
    ),
    ("We average over 5 days.", []),
    ("Each belt has 40 images in all.", []),
  ])
  func findsAmountsThatVerbsTell(_ sentence: String, _ expected: [String]) throws {
    #expect(try findings(sentence) == expected)
  }

  @Test(arguments: [
    (
      "We set the batch size and learning rate to 64 and 1e-3, respectively.",
      ["Batch size = 64", "Learning rate = 1e-3"]
    ),
    (
      "The batch size and dropout are searched from {32, 64} and {0.1, 0.2}, respectively.",
      ["Batch size = {32, 64}", "Dropout = {0.1, 0.2}"]
    ),
    (
      "We use a learning rate of 1e-3 and 1e-4 for the small and large sorter, respectively.",
      ["Learning rate (the small) = 1e-3", "Learning rate (large sorter) = 1e-4"]
    ),
    ("The glow and hum of lamps are 64 and 3, respectively.", []),
    ("We use β_1 = 0.9 and β_2 = 0.95, respectively.", ["β_1 = 0.9", "β_2 = 0.95"]),
  ])
  func distributesValuesOverNames(_ sentence: String, _ expected: [String]) throws {
    #expect(try findings(sentence) == expected)
  }

  @Test(arguments: [
    ("The number of graph layers is selected from {1, 2}.", ["Layers (graph layers) = {1, 2}"]),
    ("The number of trays K is set to 12.", ["trays (K) = 12"]),
    ("The number of layers in it is 12.", []),
    ("We use a binary tree of depth 7.", ["binary tree of depth = 7"]),
    ("The sorter is tuned with 80 trials.", ["Search trials = 80"]),
    (
      "We use a belt with kernel width 8 and stride 4.",
      ["Kernel size (kernel width) = 8", "Stride = 4"]
    ),
    (
      "The learning rate of the small sorter is set to 0.1.",
      ["Learning rate (of the small sorter) = 0.1"]
    ),
    (
      "The coefficient β of the tilt loss is selected from {1, 2}.",
      ["coefficient β of the tilt loss = {1, 2}"]
    ),
    ("The learning rate of the sorter matters more than 0.1.", []),
    (
      "It was trained for 360 epochs when dry and 240 when wet.", ["Epochs = 360", "Epochs = 240"]
    ),
  ])
  func findsNamesOfMoreWords(_ sentence: String, _ expected: [String]) throws {
    #expect(try findings(sentence) == expected)
  }

  @Test func aCitationIsNoWordBetweenANameAndItsValue() throws {
    var study = StudyPaper()
    study.section("Setup", "1")
    study.reference("Pebble", "2015", "Adam")
    let sentence = "We use the Adam [1] optimizer with a learning rate [1] of 3e-4."
    let span = study.block(sentence)
    let view = try #require(PaperView(study.document))
    let found = ParameterFinder(view: view).findings(in: span)
    #expect(found.map(\.value.value) == ["3e-4", "Adam"])
  }

  @Test(arguments: [
    (
      "10 rounds with a load of 1/200", ["load = 1/200"]
    ),
    ("an accuracy of 95", []),
  ])
  func findsWhatSetsAPanelApart(_ caption: String, _ expected: [String]) throws {
    #expect(try findings(caption, .init(isPanel: true)) == expected)
  }
}
