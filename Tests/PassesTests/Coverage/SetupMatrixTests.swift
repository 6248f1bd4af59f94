import IR
import Testing

@testable import Passes

/// The combinations that the requirements of a rubric go through.
@Suite struct SetupMatrixTests {
  private func matrices(
    _ leaves: [String], category: String = "Code Execution"
  ) -> [SetupMatrix] {
    var text = SourceTextBuilder(SourceID("rubric"))
    var nodes = [
      Rubric.Node(
        id: "root", requirement: text.append("All", at: .node("root")), weight: "1", isLeaf: false)
    ]
    for (index, leaf) in leaves.enumerated() {
      text.separate("\n")
      nodes.append(
        Rubric.Node(
          id: "l\(index)", requirement: text.append(leaf, at: .node("l\(index)")), weight: "1",
          category: category, parent: 0, isLeaf: true))
    }
    let sources = SourceMap([
      SourceText(
        id: text.id, kind: .rubric, file: "toy.json", sha256: "", text: text.text,
        regions: text.regions)
    ])
    let rubric = Rubric(source: text.id, paper: "toy", nodes: nodes)
    let requirements = leaves.indices.map { Requirement(id: EntityID($0 + 1), node: $0 + 1) }
    return SetupMatrixRules(rubric, sources).matrices(of: requirements)
  }

  private func leaves(_ wording: (String, String) -> String) -> [String] {
    ["red", "blue"].flatMap { model in ["1", "2", "3"].map { wording(model, $0) } }
  }

  @Test func combinationsAreWrittenOut() throws {
    let found = matrices(leaves { "The \($0) sorter has been run with seed \($1)." })
    let matrix = try #require(found.first)
    #expect(found.count == 1)
    #expect(matrix.sizes == [2, 3])
    #expect(
      matrix.setups.map { $0.levels.map(\.value).joined(separator: "/") } == [
        "red/1", "red/2", "red/3", "blue/1", "blue/2", "blue/3",
      ])
    #expect(matrix.setups[4].requirements.map { $0.map(\.description) } == [["R05"]])
  }

  @Test func levelsStandInTheRubric() throws {
    let all = leaves { "The \($0) sorter has been run with seed \($1)." }
    let level = try #require(matrices(all).first?.setups.last?.levels.last)
    let span = try #require(level.spans.first)
    let offset = Int(span.bytes.lowerBound)
    let text = ("All\n" + all.joined(separator: "\n")).utf8
    #expect(
      String(decoding: Array(text)[offset..<(offset + span.bytes.count)], as: UTF8.self) == "3")
  }

  @Test func whatIsAskedOfTheSameSetupsIsOneMatrix() throws {
    let found = matrices(
      leaves { "The \($0) sorter has been run with seed \($1)." }
        + leaves { "The time that the \($0) sorter takes with seed \($1) is saved." })
    let matrix = try #require(found.first)
    #expect(found.count == 1)
    #expect(matrix.demands.count == 2)
    #expect(matrix.setups[0].requirements.map { $0.map(\.description) } == [["R01"], ["R07"]])
  }

  @Test func aPlaceThatAlwaysSaysTheSameIsNoFactorOfItsOwn() throws {
    let found = matrices(
      leaves { "The \($0) sorter is run with seed \($1) where the \($0) marbles are." })
    #expect(found.first?.sizes == [2, 3])
  }

  @Test func sentencesWithoutACommonWordingAreNoMatrix() {
    #expect(
      matrices([
        "The marbles have been sorted by size.", "Every figure has been drawn again twice.",
        "Weights are logged after each epoch too.", "Both tables report a mean and deviation.",
      ]).isEmpty)
    #expect(
      matrices(leaves { "The \($0) sorter takes seed \($1)." }, category: "Code Development")
        .isEmpty)
  }

  /// What differs everywhere is kept apart only up to a number.
  @Test(.timeLimit(.minutes(5))) func manyWordingsAreReadInTime() {
    let words = (0..<8_000).map { "w\($0) x\($0) y\($0) z\($0)" }
    #expect(matrices(words).isEmpty)
  }
}
