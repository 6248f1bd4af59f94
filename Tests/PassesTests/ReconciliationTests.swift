import IR
import Passes
import Testing

/// A small repository of our own against a small paper: each case is one rule of the comparison.
struct ReconciliationTests {
  private var paper: StudyPaper {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("We train on Marbles-9 with a learning rate of 0.001 and a batch size of 64.")
    paper.block("Training stops after a patience threshold of 20 epochs without progress.")
    paper.block("Each box holds 100 round plus 100 flat marbles.")
    return paper
  }

  private func parameters(_ code: StudyCode, _ paper: StudyPaper? = nil) async throws
    -> [Parameter]
  {
    let study = paper ?? self.paper
    return try await study.passed(through: "parameters", from: code.document(of: study))
      .parameters.parameters
  }

  /// `name: value (places)` of every conflict.
  private func conflicts(_ parameters: [Parameter]) -> [String] {
    parameters.flatMap { parameter in
      parameter.conflicts.map { conflict in
        let places = conflict.places.map(\.value).joined(separator: ", ")
        return "\(parameter.name.value): \(conflict.value.value) (\(places))"
      }
    }
  }

  private func standing(_ name: String, _ parameters: [Parameter]) -> Parameter.Standing? {
    parameters.first { $0.name.value == name }?.standing
  }

  // MARK: Standing

  @Test func eachParameterSaysWhoHasIt() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "lr", "1e-3")
    code.setting("train.py", 5, "momentum", "0.9")
    let found = try await parameters(code)
    #expect(standing("Learning rate", found) == .agreed)
    #expect(standing("Batch size", found) == .paperOnly)
    #expect(standing("Momentum (`momentum` in train.py)", found) == .codeOnly)
  }

  @Test func aPathOrAListOfNamesIsNoNumber() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "input", #"Path("marbles_9.jsonl")"#)
    code.setting("train.py", 5, "LAYERS", "['raw', 'core']")
    code.setting("train.py", 6, "layers", "[64, 64]")
    let names = try await parameters(code).filter { $0.standing == .codeOnly }.map(\.name.value)
    #expect(names == ["Layers (`layers` in train.py)"])
  }

  @Test(arguments: ["2**6", "8 * 8", "64.0", "int(64)", "6_4"])
  func formsOfOneNumberAgree(_ value: String) async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "train_batch_size", value)
    #expect(standing("Batch size", try await parameters(code)) == .agreed)
  }

  // MARK: Names

  @Test func aNameThatNoTableHasIsLookedForInTheProse() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "patience", "50")
    code.setting("train.py", 5, "round_marbles_per_box", "100")
    code.setting("train.py", 6, "flat_marbles_per_box", "300")
    let found = try await parameters(code)
    #expect(standing("round marbles", found) == .agreed)
    #expect(
      conflicts(found) == [
        "Early stopping patience: 50 (train.py:4)", "flat marbles: 300 (train.py:6)",
      ])
  }

  @Test func aCandidateThatTheRepositoryDoesNotConfirmIsNoParameter() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "sorter.flat_marbles", "50")
    let found = try await parameters(code)
    #expect(!found.contains { $0.name.value.contains("flat marbles") })
  }

  @Test func aThresholdOfNothingInParticularContradictsNothing() async throws {
    var paper = paper
    paper.block("We stop as soon as the loss falls below a threshold of 0.001.")
    var code = StudyCode()
    code.setting("audit.py", 4, "threshold", "10")
    let found = try await parameters(code, paper)
    #expect(!conflicts(found).contains { $0.contains("audit.py") })
  }

  @Test func aNumberOfStepsIsNoStepSize() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "search.n_steps", "5000")
    let found = try await parameters(code)
    #expect(!found.contains { $0.value.value == "5000" && $0.name.value.hasPrefix("Learning") })
    #expect(
      found.contains { $0.value.value == "5000" && $0.name.value.hasPrefix("Training steps") })
  }

  // MARK: Scope

  @Test(arguments: [
    "tests/test_train.py", "configs/smoke.yaml", "test_train.py", "evaluate.py",
  ])
  func trialsAndEvaluationsContradictNothing(_ path: String) async throws {
    var code = StudyCode()
    code.setting(path, 4, "batch_size", "2")
    #expect(conflicts(try await parameters(code)).isEmpty)
  }

  @Test func theSettingOfAnotherComponentContradictsNothing() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "camera.batch_size", "2")
    code.setting("train.py", 5, "args.batch_size", "32")
    #expect(conflicts(try await parameters(code)) == ["Batch size: 32 (train.py:5)"])
  }

  @Test func aRunThatIsNamedAfterThePapersDataIsThePapers() async throws {
    var code = StudyCode()
    code.setting("train_marbles9.py", 4, "lr", "0.001")
    code.setting("old.py", 9, "lr", "0.1")
    #expect(conflicts(try await parameters(code)).isEmpty)
    var two = StudyCode()
    two.setting("train.py", 4, "lr", "0.001")
    two.setting("tune.py", 9, "lr", "0.1")
    #expect(conflicts(try await parameters(two)) == ["Learning rate: 0.1 (tune.py:9)"])
  }

  @Test func aValueThatThePaperAlsoGivesIsNoConflict() async throws {
    var paper = self.paper
    paper.block("The second stage uses a learning rate of 0.01.")
    var code = StudyCode()
    code.setting("train.py", 4, "lr", "0.01")
    #expect(conflicts(try await parameters(code, paper)).isEmpty)
  }

  @Test func aPlaceholderIsNoValue() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "batch_size", "0")
    #expect(conflicts(try await parameters(code)).isEmpty)
  }

  // MARK: Effective values

  @Test func aLaunchReplacesTheDefaultOfItsProgram() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "lr", "0.5")
    code.launch("run.sh", "python train.py --lr 0.001", "lr", "0.001")
    let found = try await parameters(code)
    #expect(conflicts(found).isEmpty)
    let places = found.first { $0.name.value == "Learning rate" }?.source.map(\.value)
    #expect(
      places == [
        "§1", "run.sh:1 (launch of train.py)", "train.py:4 (default 0.5, replaced at run.sh:1)",
      ])
  }

  @Test func theLaunchOfAnotherProgramReplacesNothing() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "lr", "0.5")
    code.launch("run.sh", "python other.py --lr 0.001", "lr", "0.001")
    #expect(conflicts(try await parameters(code)) == ["Learning rate: 0.5 (train.py:4)"])
  }

  @Test func aLaunchThatDiffersIsAConflictWhateverTheDefault() async throws {
    var code = StudyCode()
    code.setting("train.py", 4, "lr", "0.001")
    code.launch("run.sh", "python -m train --lr 0.1", "lr", "0.1")
    #expect(
      conflicts(try await parameters(code)) == [
        "Learning rate: 0.1 (run.sh:1 (launch of train.py))"
      ])
  }

  @Test func aLaunchReplacesTheConfigurationThatItNames() async throws {
    var code = StudyCode()
    code.setting("conf/marbles.yaml", 4, "optimizer.lr", "0.5", origin: .configurationFile)
    code.launch(
      "run.sh", "python train.py --config-name=marbles --lr 0.001", "lr", "0.001")
    #expect(conflicts(try await parameters(code)).isEmpty)
    code.setting("conf/pebbles.yaml", 4, "optimizer.lr", "0.5", origin: .configurationFile)
    #expect(
      conflicts(try await parameters(code)) == ["Learning rate: 0.5 (conf/pebbles.yaml:4)"])
  }

  @Test func anAssignmentReplacesTheDefaultOfAConfiguration() async throws {
    var code = StudyCode()
    code.setting("types.py", 4, "SortConfig.batch_size", "512", origin: .dataclass)
    code.setting("make.py", 9, "SortConfig.batch_size", "256", origin: .callKeyword)
    code.setting("run.py", 7, "sort_config.batch_size", "64", origin: .constant)
    #expect(conflicts(try await parameters(code)).isEmpty)
  }

  // MARK: Copies

  /// The configurations of several experiments; each has the setting under one name.
  private func copies(_ values: [String], in folder: String = "runs") -> StudyCode {
    var code = StudyCode()
    for (index, value) in values.enumerated() {
      code.setting(
        "\(folder)/run\(index).yaml", 3, "shaker.batch_size", value, origin: .configurationFile)
    }
    return code
  }

  @Test func oneOfManyCopiesThatDiffersIsAConflict() async throws {
    let found = try await parameters(copies(["64", "64", "32", "64"]))
    #expect(conflicts(found) == ["Batch size: 32 (runs/run2.yaml:3)"])
  }

  @Test(arguments: [
    ["64", "64", "32"], ["64", "64", "64", "32", "16"], ["32", "32", "32", "64"],
  ])
  func copiesThatDifferAmongThemselvesAreNone(_ values: [String]) async throws {
    #expect(conflicts(try await parameters(copies(values))).isEmpty)
  }

  @Test func whatLiesElsewhereIsNoCopy() async throws {
    var code = copies(["64", "64", "64"])
    code.setting("other/run.yaml", 3, "shaker.batch_size", "32", origin: .configurationFile)
    code.setting("runs/tests.yaml", 3, "drawer.batch_size", "16", origin: .configurationFile)
    #expect(conflicts(try await parameters(code)).isEmpty)
  }
}
