import Backend
import IR
import Testing

@testable import Driver

struct SummaryTests {
  private func lines(
    _ document: Document = Document(sources: SourceMap(), inputs: Inputs()),
    output: String = "out.ara", rounds: [RepairLoop.Round] = []
  ) -> [String] {
    let tree = Emitters.emit(document)
    let outcome = RepairLoop.Outcome(
      document: document, tree: tree,
      verdict: Verifier(profile: .superset).verify(tree, against: document), rounds: rounds,
      diagnostics: [])
    return Summary(output: output, profile: .superset, result: outcome).lines
  }

  @Test func theFirstLineNamesTheArtifactAndCountsItsFiles() {
    let count = Emitters.emit(Document(sources: SourceMap(), inputs: Inputs())).filePaths.count
    #expect(lines().first == "out.ara: \(count) files")
    #expect(lines(output: "").first?.hasPrefix("found ") == true)
  }

  @Test func oneIsSingularAndTwoArePlural() {
    var inputs = Inputs()
    let log = SourceID("log")
    inputs.logs = [
      RunLog(source: log, form: .inspect, runs: [Run(id: "a", messages: 3)]),
      RunLog(source: log, form: .inspect, runs: [Run(id: "b", messages: 3)]),
    ]
    let two = lines(Document(sources: SourceMap(), inputs: inputs))
    #expect(two.contains("found    2 runs, 0 attempts"))
    inputs.logs.removeLast()
    let one = lines(Document(sources: SourceMap(), inputs: inputs))
    #expect(one.contains("found    1 run, 0 attempts"))
  }

  @Test func whatIsMissingNamesTheInputThatWouldFillIt() {
    let missing = lines().filter { $0.hasPrefix("missing ") }
    #expect(missing.count == 4)
    for input in ["a paper", "the git repository", "run logs", "a rubric"] {
      #expect(missing.contains { $0.contains("\(input) would give ") }, "\(input)")
    }
  }

  @Test func codeWithoutHistoryMissesIt() {
    let code = SourceID("repo")
    let repository = Repository(
      source: code, files: [], symbols: [], settings: [], dependencies: [], commits: [])
    let missing = lines(Document(sources: SourceMap(), inputs: Inputs(repository: repository)))
    #expect(
      missing.contains("missing  the history of the code: a clone with its commits would give it"))
  }

  @Test func shortfallsAreToldWithTheirCounts() {
    var document = Document(sources: SourceMap(), inputs: Inputs())
    document.coverage.knownGaps = [KnownGap(subject: .deadEnd, found: 0, wanted: 1)]
    let line = lines(document).last ?? ""
    #expect(line.hasPrefix("missing  dead ends: 0 of 1 "), "\(line)")
  }

  @Test func roundsSayWhatTheyFixed() {
    #expect(lines().contains("repair   no round needed"))
    let rounds = [
      RepairLoop.Round(fixed: ["ARA405": 2, "ARA314": 1], isKept: true),
      RepairLoop.Round(fixed: [:], isKept: false),
    ]
    #expect(
      lines(rounds: rounds).contains(
        "repair   round 1 fixed ARA314 ×1, ARA405 ×2; round 2 cured nothing and was dropped"))
  }

  @Test func levelOneIsCounted() {
    let line = lines().first { $0.hasPrefix("level 1 ") } ?? ""
    #expect(line.contains("errors in profile superset, "), "\(line)")
  }
}
