import IR
import Testing

@testable import Passes

struct LogTreeTests {
  private struct Told {
    var run = "1"
    var model: String? = "toy-1"
    var approach: String?
    var status = Attempt.Status.valid
    var failure: String?
    var lesson: String?
    var cause: FailureCause?
    var score: String?
    var launch: String?
    var pass: String?
  }

  /// The nodes of a log of one task, the question first.
  private func nodes(_ told: [Told], scoring: Scoring? = nil) -> [TraceNode] {
    let id = SourceID("log")
    var text = SourceTextBuilder(id)
    func span(_ words: String) -> SourceSpan {
      defer { text.separate("\n\n") }
      return text.append(words, at: .message(run: "1", ordinal: 1))
    }
    let question = span("Sort the damp marbles with the fewest errors.")
    var runs: [Run] = []
    for one in told {
      if runs.last?.id != one.run {
        runs.append(
          Run(id: one.run, task: "marbles", model: one.model, messages: 9, question: question))
        runs[runs.count - 1].scoring = scoring
      }
      var attempt = Attempt(
        index: runs[runs.count - 1].attempts.count + 1,
        origin: one.launch.map { .launch(run: $0) } ?? .scorer, status: one.status, messages: 1...2)
      attempt.pass = one.pass.map {
        LoopPass(value: Grounded($0, [span($0)]), command: "weigh --tilt \($0)")
      }
      attempt.approach = one.approach.map(span)
      attempt.failure = one.failure.map(span)
      attempt.lesson = one.lesson.map(span)
      attempt.cause = one.cause
      attempt.score = one.score.map { Grounded($0, [span($0)]) }
      runs[runs.count - 1].attempts.append(attempt)
    }
    let source = SourceText(
      id: id, kind: .log, file: "runs.jsonl", sha256: "", pages: nil, text: text.text,
      regions: text.regions)
    let log = RunLog(source: id, form: .maltSamples, runs: runs)
    return LogTree(log: log, sources: SourceMap([source])).roots().flatMap(\.preorder)
  }

  @Test func theSameApproachInSeveralRunsIsOneNode() throws {
    let nodes = nodes([
      Told(run: "1", model: "toy-1", approach: "Try weighing the damp marbles twice.", score: "4"),
      Told(run: "2", model: "toy-2", approach: "Try weighing damp marbles twice now.", score: "5"),
    ])
    try #require(nodes.count == 2)
    #expect(nodes[1].description?.value == "Run by toy-1, toy-2. Observed in 2 runs")
    #expect(
      nodes[1].sourceRefs.map(\.value) == ["MALT run 1 attempt 1", "MALT run 2 attempt 1"])
    #expect(nodes[1].provenance == .aiExecuted)
    guard case .experiment(let result) = nodes[1].kind else {
      Issue.record("\(nodes[1].kind)")
      return
    }
    #expect(
      result.value == "Scored; the value stands in the evidence table of attempts (2 attempts)")
  }

  @Test(arguments: [
    ("Use torch.compile on the sorter of damp marbles.", "Use the sorter of damp marbles."),
    ("Weigh the damp marbles with depth 128.", "Weigh the damp marbles with depth 256."),
    ("Weigh the damp marbles twice.", "Light a lamp beside the scale."),
  ])
  func differentApproachesStayApart(_ one: String, _ other: String) {
    #expect(nodes([Told(approach: one), Told(approach: other)]).count == 3)
  }

  @Test func successAndFailureStayApart() {
    let approach = "Try weighing the damp marbles twice."
    let nodes = nodes([
      Told(approach: approach, score: "4"),
      Told(approach: approach, status: .invalid, failure: "NaN", cause: .notANumber),
      Told(approach: approach, status: .invalid, failure: "Too slow", cause: .tooSlow),
    ])
    #expect(nodes.count == 4)
  }

  @Test func whatGotAheadOfTheStartStaysApart() {
    let approach = "Try weighing the damp marbles twice."
    let told = [Told(approach: approach, score: "4"), Told(approach: approach, score: "9")]
    let nodes = nodes(told, scoring: Scoring(direction: .lower, start: "5"))
    let results = nodes.compactMap { node in
      if case .experiment(let result) = node.kind { result.value } else { nil }
    }
    #expect(
      results == [
        "Scored, better than the start; the value stands in the evidence table of attempts",
        "Scored, no better than the start; the value stands in the evidence table of attempts",
      ])
  }

  @Test func aFailureOfTheMachineIsNoNode() {
    #expect(
      nodes([
        Told(approach: "Weigh twice.", status: .invalid, failure: "disk full", cause: .disk)
      ]).count == 1)
  }

  @Test func aDeadEndSaysWhatTheLogSays() throws {
    let nodes = nodes([
      Told(
        approach: "Weigh the marbles in half precision.", status: .invalid,
        failure: "The output type must be float32.", lesson: "The scorer needs float32.",
        cause: .wrongType)
    ])
    guard case .deadEnd(let hypothesis, let failure, let lesson) = try #require(nodes.last).kind
    else {
      Issue.record("no dead end")
      return
    }
    #expect(hypothesis.grounded?.value == "Weigh the marbles in half precision.")
    #expect(failure.value == "The output type must be float32.")
    #expect(lesson.grounded?.value == "The scorer needs float32.")
    #expect(nodes.last?.description?.value == "Run by toy-1")
  }

  @Test func attemptsWithoutWordsAreNotMerged() {
    #expect(nodes([Told(), Told()]).count == 3)
  }

  /// Each run of a folder is an experiment, however much their titles have in common.
  @Test func launchesOfDifferentRunsStayApart() throws {
    let title = "Weighing the damp marbles twice"
    let nodes = nodes([
      Told(
        approach: title, status: .invalid, failure: "shapes differ", cause: .shapeMismatch,
        launch: "run_1"),
      Told(approach: title, launch: "run_1"), Told(approach: "Adjusted: \(title)", launch: "run_2"),
    ])
    #expect(nodes.count == 3)
    #expect(
      nodes[1].description?.value
        == "After failed launches: 'shapes differ' (implementation: shape mismatch). Run by toy-1")
    #expect(nodes[2].description?.value == "Run by toy-1")
  }

  @Test func passesOfALoopStayApart() throws {
    let loop = "for t in 2 4; do weigh --tilt $t; done"
    let nodes = nodes([
      Told(approach: loop, pass: "2"),
      Told(approach: loop, status: .invalid, failure: "4 is worse", cause: .noGain, pass: "4"),
    ])
    #expect(nodes.dropFirst().map(\.title.value) == ["weigh --tilt 2", "weigh --tilt 4"])
    guard case .deadEnd(let hypothesis, _, _) = try #require(nodes.last).kind else {
      Issue.record("no dead end")
      return
    }
    #expect(hypothesis.grounded?.value == "weigh --tilt 4")
  }
}
