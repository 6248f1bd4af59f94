import IR
import Testing

@testable import Passes

/// Rules and decisions that follow from several outcomes.
struct RunOutcomeTests {
  private struct Told {
    var run = "1"
    var approach: String?
    var lesson: String?
    var cause: FailureCause?
    var score: String?
    var isKept: Bool?
  }

  private func log(_ told: [Told], _ scoring: Scoring?) -> (RunLog, SourceMap) {
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
        runs.append(Run(id: one.run, task: "marbles", messages: 9, question: question))
        runs[runs.count - 1].scoring = scoring
      }
      var attempt = Attempt(
        index: runs[runs.count - 1].attempts.count + 1,
        status: one.cause == nil ? .valid : .invalid, messages: 1...2)
      attempt.approach = one.approach.map(span)
      attempt.lesson = one.lesson.map(span)
      attempt.cause = one.cause
      attempt.score = one.score.map { Grounded($0, [span($0)]) }
      attempt.isKept = one.isKept
      runs[runs.count - 1].attempts.append(attempt)
    }
    let source = SourceText(
      id: id, kind: .log, file: "runs.jsonl", sha256: "", pages: nil, text: text.text,
      regions: text.regions)
    return (RunLog(source: id, form: .maltSamples, runs: runs), SourceMap([source]))
  }

  private func heuristics(_ told: [Told], scoring: Scoring? = nil) -> [Heuristic] {
    let (log, sources) = log(told, scoring)
    return RunHeuristics(log: log, sources: sources).heuristics(after: 4)
  }

  private func decisions(_ told: [Told], scoring: Scoring?) -> [TraceNode] {
    let (log, sources) = log(told, scoring)
    return LogTree(log: log, sources: sources).roots().flatMap(\.children).filter {
      if case .decision = $0.kind { true } else { false }
    }
  }

  // MARK: Rules

  @Test func whatFailedInTwoRunsIsARule() throws {
    let found = heuristics([
      Told(
        run: "1", approach: "Weigh in half precision.", lesson: "The scale widens float16 sums.",
        cause: .wrongType),
      Told(
        run: "2", approach: "Add the weights up in one pass.",
        lesson: "It fails since the scale widens the sums.", cause: .wrongType),
    ])
    let rule = try #require(found.first)
    #expect(found.count == 1)
    #expect(rule.id.description == "H05")
    #expect(rule.title.value == "The scale widens float16 sums")
    #expect(rule.rationale.value.hasPrefix("Prohibitive: runs that tried it failed (wrong dtype)."))
    #expect(rule.source.map(\.value) == ["MALT run 1 attempt 1", "MALT run 2 attempt 1"])
  }

  @Test func oneRunIsNoRule() {
    #expect(
      heuristics([
        Told(approach: "Weigh.", lesson: "The scale widens float16 sums.", cause: .wrongType),
        Told(approach: "Add.", lesson: "The scale widens the sums too.", cause: .wrongType),
      ]).isEmpty)
  }

  @Test func lessonsOfOtherCausesStayApart() {
    #expect(
      heuristics([
        Told(run: "1", approach: "Weigh.", lesson: "The scale widens the sums.", cause: .wrongType),
        Told(run: "2", approach: "Add.", lesson: "The scale widens the sums.", cause: .tooSlow),
        Told(run: "3", approach: "Sort.", lesson: "Marbles roll away.", cause: .wrongType),
      ]).isEmpty)
  }

  @Test func whatHelpedInTwoRunsIsARuleWithItsScores() throws {
    let approach = "Try weighing the damp marbles twice."
    let found = heuristics(
      [
        Told(run: "1", approach: approach, score: "4.5"),
        Told(run: "2", approach: approach, score: "3"),
      ],
      scoring: Scoring(direction: .lower, start: "5"))
    let rule = try #require(found.first)
    #expect(rule.rationale.value.hasPrefix("Prescriptive:"))
    #expect(rule.bounds.grounded?.value == "scores from 3 to 4.5")
  }

  // MARK: Sweeps

  private let rates = [("0.1", "5"), ("0.01", "3"), ("0.001", "4")]

  @Test func oneParameterIsOneDecision() throws {
    let told = rates.map { Told(approach: "Train the sorter with rate \($0.0).", score: $0.1) }
    let decision = try #require(
      decisions(told, scoring: Scoring(direction: .lower, start: "9")).first)
    guard case .decision(let choice, let alternatives, let rationale) = decision.kind else {
      return
    }
    #expect(choice.value == "Train the sorter with rate 0.01.")
    #expect(alternatives.count == 2)
    #expect(rationale?.value.hasPrefix("The best score") == true)
    #expect(decision.description?.value == "Values tried: 0.1, 0.01, 0.001")
    #expect(decision.children.count == 3)
  }

  @Test func whatTheLoopKeptIsTheChoice() throws {
    let told = rates.map {
      Told(approach: "Train the sorter with rate \($0.0).", score: $0.1, isKept: $0.0 == "0.1")
    }
    let decision = try #require(decisions(told, scoring: nil).first)
    guard case .decision(let choice, _, _) = decision.kind else { return }
    #expect(choice.value == "Train the sorter with rate 0.1.")
  }

  /// Two values, two numbers that differ, or nothing that tells which was best.
  @Test func otherApproachesAreNoSweep() {
    let scoring = Scoring(direction: .lower, start: "9")
    let two = rates.prefix(2).map { Told(approach: "Train with rate \($0.0).", score: $0.1) }
    #expect(decisions(two, scoring: scoring).isEmpty)
    let both = rates.map {
      Told(approach: "Train with rate \($0.0) for \($0.1) steps.", score: $0.1)
    }
    #expect(decisions(both, scoring: scoring).isEmpty)
    let unscored = rates.map { Told(approach: "Train the sorter with rate \($0.0).", score: $0.1) }
    #expect(decisions(unscored, scoring: nil).isEmpty)
  }
}
