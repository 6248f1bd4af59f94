import IR
import Passes
import Testing

/// What two numbers of one name have to do with each other before they can contradict: each case is
/// a pair of a paper and a repository that a reader of both would let pass.
struct ComparabilityTests {
  private func paper(_ sentences: String...) -> StudyPaper {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    for sentence in sentences { paper.block(sentence) }
    return paper
  }

  private func conflicts(_ code: StudyCode, _ paper: StudyPaper) async throws -> [String] {
    try await paper.passed(through: "parameters", from: code.document(of: paper))
      .parameters.parameters.flatMap { parameter in
        parameter.conflicts.map { "\(parameter.name.value): \($0.value.value)" }
      }
  }

  @Test func aVariantOfTheOptimiserIsTheOptimiser() async throws {
    let paper = paper("We train all sorters with the AdamW optimizer.")
    var code = StudyCode()
    code.setting("train.py", 4, "args.optim", "adamw_torch_fused")
    #expect(try await conflicts(code, paper).isEmpty)
    var other = StudyCode()
    other.setting("train.py", 4, "args.optim", "adafactor")
    #expect(try await conflicts(other, paper) == ["Optimizer: adafactor"])
  }

  @Test func whatAnotherOptimiserIsGivenContradictsNothing() async throws {
    let paper = paper("We train the sorter using Adam with a learning rate of 0.001.")
    var code = StudyCode()
    code.setting("train.py", 4, "RMSprop.lr", "0.01", origin: .callKeyword)
    #expect(try await conflicts(code, paper).isEmpty)
    code.setting("train.py", 9, "Adam.lr", "0.1", origin: .callKeyword)
    #expect(try await conflicts(code, paper) == ["Learning rate: 0.1"])
  }

  @Test func thePartOfANetworkThatAnOptimiserGetsIsNotTheWhole() async throws {
    let paper = paper("We train the sorter with a learning rate of 0.001.")
    var code = StudyCode()
    code.setting("train.py", 4, "lr", "0.001")
    code.setting("analysis.py", 9, "probe.Adam.lr", "0.1", origin: .callKeyword)
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func theWidthOfAPictureIsNoWidthOfANetwork() async throws {
    let paper = paper("The sorter has a hidden dimension of 128.")
    var code = StudyCode()
    code.setting("model.py", 4, "hidden_dim", "128")
    code.setting("model.py", 5, "WIDTH", "900", origin: .constant)
    code.setting("model.py", 6, "HEIGHT", "600", origin: .constant)
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func whatDrawsResultsTrainsNothing() async throws {
    let paper = paper("The sorter is a network with a batch size of 64.")
    var code = StudyCode()
    code.setting("draw_belts.py", 4, "batch_size", "7")
    code.setting("study.py", 5, "make_heatmap.batch_size", "9", origin: .callKeyword)
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func aSentenceThatHasBothNumbersIsNotContradicted() async throws {
    let paper = paper("We use a batch size of 64 for the round marbles and 16 for the flat ones.")
    var code = StudyCode()
    code.setting("flat.py", 4, "batch_size", "16")
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func aVerbBeforeANumberNamesNothing() async throws {
    let paper = paper("The shop demands 30 days for each delivery of marbles.")
    var code = StudyCode()
    code.setting("audit.py", 4, "demand", "100")
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func trialsOfASearchAreNoRepetitions() async throws {
    let paper = paper("We tune the belt via Bayesian optimization with 80 trials.")
    var code = StudyCode()
    code.setting("tune.py", 4, "N_SEEDS", "3", origin: .constant)
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func epochsOfTrainingAreEpochs() async throws {
    let paper = paper("We train the sorter for 50 epochs.")
    var code = StudyCode()
    code.setting("train.py", 4, "num_train_epochs", "30")
    #expect(try await conflicts(code, paper) == ["Epochs: 30"])
  }

  @Test func aSymbolThatVariesInItsSentenceIsNoSetting() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "tau", "0.99")
    let varied = paper("We train with coarse marbles (τ = 0.4) and with fine ones (τ = 0.1).")
    #expect(try await conflicts(code, varied).isEmpty)
    #expect(try await conflicts(code, paper("We train with marbles (τ = 0.4).")) == ["τ: 0.99"])
  }

  @Test func whatIsCountedInWordsIsNoSetting() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "trays", "800")
    #expect(try await conflicts(code, paper("We use pictures of two trays.")).isEmpty)
    let counted = try await conflicts(code, paper("We train with 2 trays."))
    #expect(counted == ["trays: 800"])
  }
}
