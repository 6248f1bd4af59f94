import Foundation
import IR
import Testing

@testable import Frontend

@Suite struct RunFolderTests {
  private let notes = """
    # Title: Two-pass marble sorting
    # Experiment description: Weigh near-threshold marbles twice.
    ## Run 0: Baseline
    Results: {'toy': {'acc': 0.91}}
    ## Run 1: Glass pan
    Results: {'toy': {'acc': 0.94}}
    Description: A pan of glass.
    ## Plots
    Results: {'toy': {'acc': 9}}
    """

  private let dialogue = """
    #### Your goal is to implement the following idea: Two passes.

    We will use a glass pan first.
    ```python
    use = "wood"
    ```
    > Applied edit to experiment.py

    #### Run failed with the following error Traceback (most recent call last):
    ####   File "experiment.py", line 3
    #### ValueError: the pan is upside down

    I will try the pan the right way up.

    #### Run 1 completed. Here are the results:
    #### {'toy': 0.94}

    Next we replace glass by wood.

    #### Run timed out after 7200 seconds
    #### Great job! Please modify `plot.py` to draw it.
    #### Run 9 completed. Here are the results:
    """

  private func scratch() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.write(notes, to: "notes.txt")
    try scratch.write(dialogue, to: "20310101_toy_aider.txt")
    let results = [0: "0.910", 1: "0.940", 2: "0.95"]
    for (run, value) in results {
      try scratch.write(
        "{\"toy\": {\"means\": {\"acc\": \(value)},\n \"stderrs\": {\"acc_stderr\": 1e-3}, "
          + "\"final_info_dict\": {\"acc\": [1, 2]}}, \"note\": \"x\", \"seconds\": NaN}",
        to: "run_\(run)/final_info.json")
    }
    return scratch
  }

  @Test func runNumbersAreAnyNumber() throws {
    let scratch = try scratch()
    try scratch.write(
      "#### Run \(Int.max) completed. Here are the results:\n\n"
        + "#### Run failed with the following error ValueError: upside down\n",
      to: "20310101_toy_aider.txt")
    #expect(try !ReadLog(path: scratch.folder.path).log.runs.isEmpty)
  }

  @Test func numbersStandAsInTheirFiles() throws {
    let scratch = try scratch()
    let found = try ReadLog(path: scratch.folder.path)
    let run = try #require(found.log.runs.first)
    #expect(found.log.form == .runFolder)
    let first = run.results.prefix(3)
    #expect(first.map(\.run) == ["run_0", "run_0", "run_0"])
    #expect(first.map(\.dataset) == ["toy", "toy", ""])
    #expect(first.map(\.metric) == ["acc", "acc_stderr", "seconds"])
    #expect(first.map(\.value.value) == ["0.910", "1e-3", "NaN"])
    #expect(run.results.count == 9)
    let span = try #require(run.results[1].value.spans.first)
    #expect(found.text(span) == "1e-3")
    #expect(found.place(span) == .lines(path: "run_0/final_info.json", firstLine: 2))
    #expect(found.codes.isEmpty)
  }

  @Test func launchesAreAttempts() throws {
    let scratch = try scratch()
    let found = try ReadLog(path: scratch.folder.path)
    let attempts = try #require(found.log.runs.first).attempts
    #expect(
      attempts.map(\.origin) == [
        .launch(run: "run_1"), .launch(run: "run_1"), .launch(run: "run_2"),
        .launch(run: "run_2"),
      ])
    #expect(attempts.map(\.status) == [.invalid, .valid, .invalid, .valid])
    #expect(attempts.map(\.index) == [1, 2, 3, 4])
    // A slip is none of the research; what took too long is.
    #expect(attempts.map(\.cause) == [.programError, nil, .tooSlow, nil])
    #expect(
      attempts.map { found.text($0.failure) } == [
        "ValueError: the pan is upside down", nil, "Run timed out after 7200 seconds", nil,
      ])
    #expect(
      attempts.map { found.text($0.approach) } == [
        "We will use a glass pan first.", "Glass pan", "Next we replace glass by wood.",
        "Next we replace glass by wood.",
      ])
    #expect(attempts.map(\.messages) == [1...3, 4...5, 6...7, 7...7])
    let failure = try #require(attempts[0].failure)
    #expect(found.place(failure) == .lines(path: "20310101_toy_aider.txt", firstLine: 11))
  }

  @Test func theQuestionIsTheIdea() throws {
    let scratch = try scratch()
    let found = try ReadLog(path: scratch.folder.path)
    let run = try #require(found.log.runs.first)
    #expect(
      found.text(run.question)
        == "Two-pass marble sorting\nWeigh near-threshold marbles twice.")
    #expect(run.messages == 7)
    #expect(run.id == scratch.folder.lastPathComponent)
  }

  @Test func theDigestIsThatOfTheSortedFiles() throws {
    let scratch = try ScratchFolder()
    try scratch.write("{}", to: "run_0/final_info.json")
    try scratch.write("b", to: "b.txt")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("a"), withDestinationPath: "/etc/passwd")
    let lines = ["b.txt", "run_0/final_info.json"].map { path in
      path + "\0" + Digest.sha256(Array((path == "b.txt" ? "b" : "{}").utf8)) + "\n"
    }
    let found = try ReadLog(path: scratch.folder.path)
    #expect(found.input.source.sha256 == Digest.sha256(Array(lines.joined().utf8)))
    #expect(found.codes == ["F430"])
  }

  @Test func withoutADialogueTheLogTellsOfFailures() throws {
    let scratch = try ScratchFolder()
    try scratch.write("junk\nRun 1 failed with return code 1\n", to: "log.txt")
    try scratch.write(#"{"toy": {"acc": 1}}"#, to: "run_1/final_info.json")
    let found = try ReadLog(path: scratch.folder.path)
    let attempts = found.log.runs[0].attempts
    #expect(attempts.map(\.status) == [.invalid, .valid])
    #expect(found.text(attempts[0].failure) == "Run 1 failed with return code 1")
    #expect(found.log.runs[0].results.map(\.value.value) == ["1"])
  }

  @Test func aDamagedResultFileGivesWhatStandsBeforeTheDamage() throws {
    let scratch = try scratch()
    try scratch.write(
      #"{"toy": {"means": {"acc": 0.5, "loss": 1.25, "time": 3.}}, "x"#, to: "run_1/final_info.json"
    )
    let found = try ReadLog(path: scratch.folder.path)
    #expect(found.codes == ["F429", "F431"])
    #expect(
      found.log.runs[0].results.filter { $0.run == "run_1" }.map(\.value.value)
        == ["0.5", "1.25", "3."])
  }

  @Test func linksInTheFolderAreNotFollowed() throws {
    let scratch = try scratch()
    let outside = try ScratchFolder()
    try outside.write(#"{"toy": {"acc": 5}}"#, to: "final_info.json")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("run_7"), withDestinationPath: outside.folder.path)
    try scratch.write("", to: "run_8/x")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("run_8/final_info.json"),
      withDestinationPath: outside.path("final_info.json"))
    let found = try ReadLog(path: scratch.folder.path)
    #expect(Set(found.log.runs[0].results.map(\.run)) == ["run_0", "run_1", "run_2"])
  }

  @Test func aFolderThatIsTooDeepIsAnError() throws {
    let scratch = try scratch()
    try scratch.write("", to: (0...32).map { "d\($0)" }.joined(separator: "/") + "/x")
    let error = #expect(throws: FrontendError.self) { try ReadLog(path: scratch.folder.path) }
    #expect(error?.diagnostic.code == "F432")
  }

  @Test func notesThatAreTooLongAreReported() throws {
    let scratch = try scratch()
    try scratch.write(
      Array(repeating: UInt8(ascii: "x"), count: RunFolder.textLimit + 1), to: "notes.txt")
    let found = try ReadLog(path: scratch.folder.path)
    #expect(found.codes == ["F435"])
    #expect(found.log.runs[0].question == nil)
    #expect(found.log.runs[0].results.count == 9)
  }

  struct Expected: Decodable {
    struct Launch: Decodable {
      let aiderLine: Int?
      let run: Int
      let outcome: String
      let cls: String?
      let cause: String?
      let errorAny: [String]?
    }

    struct Run: Decodable {
      let run: String
      let titleAny: [String]
      let means: [String: [String: Double]]
    }

    struct Pivot: Decodable {
      let atRun: Int
      let fromAny: [String]
      let toAny: [String]
    }

    struct Folder: Decodable {
      let folder: String
      let pivots: [Pivot]?
      let launches: [Launch]
      let runs: [Run]
      let failedLaunches: Int
    }

    let folders: [Folder]
  }

  @Test(.enabled(if: LogCorpus.isPresent, "the shared corpus is not beside the package"))
  func publishedFoldersHaveTheirLaunchesAndNumbers() throws {
    let expected = try LogCorpus.expected("ai_scientist/expected.json", as: Expected.self)
    for folder in expected.folders {
      let path = LogCorpus.logs.appendingPathComponent("ai_scientist/\(folder.folder)").path
      let found = try ReadLog(path: path)
      let run = try #require(found.log.runs.first)
      #expect(
        run.attempts.map(\.origin) == folder.launches.map { .launch(run: "run_\($0.run)") })
      #expect(
        run.attempts.map { $0.status == .invalid } == folder.launches.map { $0.outcome == "failed" }
      )
      #expect(run.attempts.count { $0.status == .invalid } == folder.failedLaunches)
      for (attempt, launch) in zip(run.attempts, folder.launches) {
        let failure = found.text(attempt.failure) ?? ""
        #expect(launch.errorAny?.contains { failure.contains($0) } ?? failure.isEmpty)
        #expect(attempt.cause?.rawValue == launch.cause)
        #expect(attempt.cause?.kind.rawValue == launch.cls)
      }
      let pivots = folder.pivots ?? []
      #expect(run.turns.count == pivots.count)
      for (turn, pivot) in zip(run.turns, pivots) {
        let (from, to) = (found.text(turn.from) ?? "", found.text(turn.to) ?? "")
        #expect(pivot.fromAny.contains { from.lowercased().contains($0) })
        #expect(pivot.toAny.contains { to.lowercased().contains($0) })
        let first = run.attempts.first { $0.origin == .launch(run: "run_\(pivot.atRun)") }
        #expect(turn.message == first?.messages.lowerBound)
      }
      for wanted in folder.runs {
        let results = run.results.filter { $0.run == wanted.run }
        for (dataset, means) in wanted.means {
          for (metric, value) in means {
            let result = results.first { $0.dataset == dataset && $0.metric == metric }
            #expect(result.flatMap { Double($0.value.value) } == value)
          }
        }
        let done = run.attempts.last { $0.origin == .launch(run: wanted.run) }
        guard let done else { continue }
        let title = found.text(done.approach) ?? ""
        #expect(wanted.titleAny.contains { title.lowercased().contains($0.lowercased()) })
      }
      #expect(found.input.diagnostics.isEmpty)
    }
  }
}
