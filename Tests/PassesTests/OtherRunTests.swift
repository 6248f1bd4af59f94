import IR
import Testing

/// Values of a repository that differ from the paper's and are of something else: another stage,
/// another model, another program, a project of others.
struct OtherRunTests {
  private func paper(_ sentences: String...) -> StudyPaper {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    for sentence in sentences { paper.block(sentence) }
    return paper
  }

  /// `name: value` of every conflict.
  private func conflicts(_ code: StudyCode, _ paper: StudyPaper) async throws -> [String] {
    try await paper.passed(through: "parameters", from: code.document(of: paper))
      .parameters.parameters.flatMap { parameter in
        parameter.conflicts.map { "\(parameter.name.value): \($0.value.value)" }
      }
  }

  private var rate: StudyPaper { paper("We train the sorter with a learning rate of 0.001.") }

  @Test func aStageOfTrainingIsNotTheOther() async throws {
    var code = StudyCode()
    code.setting("pretrain_sorter.py", 4, "lr", "0.001")
    code.setting("sort.cfg", 9, "lr", "0.1", origin: .configurationFile)
    #expect(try await conflicts(code, rate).isEmpty)
    var same = StudyCode()
    same.setting("pretrain_sorter.py", 4, "lr", "0.001")
    same.setting("pretrain_pan.py", 4, "lr", "0.5")
    #expect(try await conflicts(same, rate) == ["Learning rate: 0.5"])
  }

  @Test func aPlaceIsNamedOnce() async throws {
    var code = StudyCode()
    for _ in 0..<2 { code.setting("run.sh", 4, "lr", "0.1", origin: .launch) }
    let parameters = try await rate.passed(through: "parameters", from: code.document(of: rate))
      .parameters.parameters
    #expect(parameters.flatMap(\.conflicts).map(\.places.count) == [1])
  }

  @Test func siblingsInAFolderThatThePaperNamesAreApart() async throws {
    let paper = paper(
      "Study RQ3 asks for BIGBELT and OLDBELT and RQ3 again.",
      "We train the sorter with a learning rate of 0.001.")
    var code = StudyCode()
    code.setting("RQ3/BIGBELT/train.py", 4, "lr", "0.001")
    code.setting("RQ3/OLDBELT/main.py", 4, "lr", "0.1")
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func whatEveryClassDefinesIsNoCallOfTheirs() async throws {
    let paper = paper("We train the sorter with a batch size of 64.")
    var code = StudyCode()
    code.symbol("queue.py", "Queue.__init__", 1)
    code.setting("queue.py", 4, "__init__.batch_size", "8", origin: .callKeyword)
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func aProjectOfOthersHasDefaultsOfItsOwn() async throws {
    var code = StudyCode()
    for path in ["LICENSE", "Sorters/LICENSE"] { code.file(path, .license) }
    code.file("Sorters/setup.py", .source, "Python")
    code.setting("Sorters/tools/rate.py", 4, "lr", "0.1")
    #expect(try await conflicts(code, rate).isEmpty)
    code.setting("Sorters/runs/ours.yaml", 4, "lr", "0.5", origin: .configurationFile)
    #expect(try await conflicts(code, rate) == ["Learning rate: 0.5"])
  }

  @Test func aColumnOfATableIsForTheFilesThatAreNamedAfterIt() async throws {
    var paper = paper("We compare BIGBELT and OLDBELT with each other.")
    paper.table(
      "1", "Hyperparameters of all sorters.",
      [
        ["Hyperparameter", "BIGBELT", "OLDBELT"], ["Learning rate", "0.001", "0.002"],
        ["Batch size", "64", "32"], ["Weight decay", "0.1", "0.2"],
      ])
    var code = StudyCode()
    code.setting("conf/bigbelt.yaml", 4, "lr", "0.001", origin: .configurationFile)
    code.setting("conf/shaker.yaml", 4, "lr", "0.5", origin: .configurationFile)
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func aNumberThatTheSentenceJoinsToANounIsStatedBeside() async throws {
    let paper = paper(
      "We employ 100-dimensional vectors in the network and 200-dimensional belts of the network.")
    var code = StudyCode()
    code.setting("train.py", 4, "embedding_dim", "100")
    code.setting("train.py", 5, "hidden_dim", "200")
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func theIndexOfAClassIsNotTheirNumber() async throws {
    let paper = paper("For texts of class 1, we force the sorter to take the first marble.")
    var code = StudyCode()
    code.setting("train.py", 4, "num_class", "2")
    #expect(try await conflicts(code, paper).isEmpty)
  }

  @Test func anotherNumberOfTheSameUnitIsOfAnotherThing() async throws {
    let paper = paper(
      "We keep the marbles within a 50 cm radius of each belt.",
      "The yard is cut to a 30 cm box around the belt.")
    var code = StudyCode()
    code.setting("yard.py", 4, "_DEFAULT_RADIUS_CM", "30.0", origin: .constant)
    #expect(try await conflicts(code, paper).isEmpty)
  }
}
