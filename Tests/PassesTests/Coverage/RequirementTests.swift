import IR
import Testing

@testable import Passes

/// Requirements of a rubric held against a small repository.
@Suite struct RequirementTests {
  func bind(
    _ leaves: [String], above: String = "Sorting", besides script: String? = nil,
    types: [String: ClosedRange<Int>] = [:], files: KeyValuePairs<String, String> = [:]
  ) async throws -> [Requirement] {
    var code = StudyCode()
    code.file(
      "train.py", .source, "Python",
      """
      import argparse
      def train(args):
          lr = 1e-4
          num_bins = 32
          tasks = ["red-marble-v2", "blue-marble-v2"]
          weights = xavier_normal(args.layers)
          return weights
      """)
    code.file("mix.py", .source, "Python", "mixing_ratio = 0.3333\nyear = 2048\n")
    code.file("red/main.py", .source, "Python", "batch_size: int = 48\nseeds = (7, 8, 9, 11, 13)\n")
    code.file("blue/main.py", .source, "Python", "batch_size: int = 96\nhelper(0.75)\n")
    if let script { code.file("belts.py", .source, "Python", script) }
    for (name, lines) in types.sorted(by: { $0.key < $1.key }) {
      code.type("belts.py", name, lines)
    }
    for (path, text) in files { code.file(path, .source, "Python", text) }
    var document = code.document(of: StudyPaper())
    var text = SourceTextBuilder(SourceID("rubric"))
    var nodes = [
      Rubric.Node(
        id: "root", requirement: text.append(above, at: .node("root")), weight: "1", isLeaf: false)
    ]
    for (index, leaf) in leaves.enumerated() {
      text.separate("\n")
      nodes.append(
        Rubric.Node(
          id: "l\(index)", requirement: text.append(leaf, at: .node("l\(index)")), weight: "1",
          category: "Code Development", fineCategory: "Experimental Setup", parent: 0, isLeaf: true)
      )
    }
    document.sources = SourceMap(
      document.sources.sources + [
        SourceText(
          id: text.id, kind: .rubric, file: "toy.json", sha256: "", text: text.text,
          regions: text.regions)
      ])
    document.inputs.rubric = Rubric(source: text.id, paper: "toy", nodes: nodes)
    let rules = CoverageRules()
    let result = try await rules.run(
      rules.input(from: document), addressing: [], in: PassContext())
    return result.value.requirements
  }

  @Test func aNumberIsFoundInWhateverFormItIsPrinted() async throws {
    let found = try await bind([
      "The learning rate is set to 0.0001.", "The number of bins is 32.",
    ])
    #expect(found.map { $0.keyDetail.grounded?.value } == ["lr = 1e-4", "num_bins = 32"])
    #expect(found.map { $0.code?.lines } == [3...3, 4...4])
    #expect(found.allSatisfy { $0.gap == .notFiled })
  }

  @Test func aNumberOfSomethingElseIsNoAnswer() async throws {
    let found = try await bind(["The number of drawers is 32.", "The tilt is 0.75 degrees."])
    #expect(found.map { $0.code?.path } == [nil, nil])
    #expect(found.allSatisfy { $0.gap == .absent })
  }

  @Test func circumstancesTellWhichOfSeveralPlacesIsMeant() async throws {
    let found = try await bind([
      "In the red sorter, the batch size is set to 48.",
      "In the blue sorter, the batch size is set to 48.",
      "In the red sorter, 5 seeds are tried.",
    ])
    #expect(found[0].code == CodeReference(path: "red/main.py", lines: 1...1))
    #expect(found[2].code == CodeReference(path: "red/main.py", lines: 2...2))
  }

  @Test func whatTheCodeSetsOtherwiseIsToldAsItIs() async throws {
    let found = try await bind(["In the blue sorter, the batch size is set to 1024."])
    #expect(found[0].keyDetail.grounded?.value == "batch_size: int = 96")
  }

  @Test func aRoundedFractionIsThatOfTheCode() async throws {
    let found = try await bind(["The mixing ratio is 0.33.", "The mixing ratio is 0.3."])
    #expect(found[0].keyDetail.grounded?.value == "mixing_ratio = 0.3333")
  }

  @Test func theYearOfACitationIsNoValue() async throws {
    let found = try await bind(["The sorter of Glass et al. (2048) is used with 640 glasses."])
    #expect(found[0].gap == .absent)
  }

  @Test func aSystemThatNoInputKnowsHasNoAnswer() async throws {
    let found = try await bind(["The number of bins of the XQZ sorter is 32."])
    #expect(found[0].gap == .absent)
  }

  @Test func aNameIsFound() async throws {
    let found = try await bind(["The `red-marble-v2` task is among the tasks."])
    #expect(found[0].code?.lines == 5...5)
  }

  @Test func aRemarkAnswersOnlyBesideWhatItsNumberIsOf() async throws {
    let script = "# Of all marbles the 17 best go first.\nx = roll(y)\n"
    let found = try await bind(
      ["The marbles are sorted on the 17 belts of the hall.", "The 17 best marbles go first."],
      besides: script)
    #expect(found[0].gap == .absent)
    #expect(found[1].code?.lines == 1...1)
  }

  @Test func aListOfSoManyEntriesAnswersACount() async throws {
    let script = "python sort.py --tilts $tilt \ntilts=(10 20 30 40)\n"
    let found = try await bind(["The hall can be run at 4 random tilts."], besides: script)
    #expect(found[0].code == CodeReference(path: "belts.py", lines: 2...2))
  }

  @Test func aKindOfNetworkNeedNotBeCalledSo() async throws {
    let found = try await bind(["The number of bins of the MLP is 32."])
    #expect(found[0].keyDetail.grounded?.value == "num_bins = 32")
  }

  @Test func whatNoInputSaysIsAbsent() async throws {
    let found = try await bind(["The ablation of the tumbler is reported for 640 glasses."])
    #expect(found[0].gap == .absent)
    #expect(found[0].keyDetail == .notSpecified)
    #expect(found[0].file == nil)
  }

  @Test func termsOfCodeAndOfProseMeet() {
    #expect(Terms("batchSize=1_000").numbers == Terms("a batch size of 1,000").numbers)
    #expect(Terms("10**6").numbers == Terms("$10^6$").numbers)
    #expect(Terms("1M").numbers == Terms("1e6").numbers)
    #expect(Terms("adam_lrs").words.isSuperset(of: Terms("learning rates").words))
    #expect(Terms("lbfgs").words.isSubset(of: Terms("L-BFGS").words))
    #expect(Terms("see Table 3 and Section 5.2", omittingLabels: true).numbers.isEmpty)
  }
}
