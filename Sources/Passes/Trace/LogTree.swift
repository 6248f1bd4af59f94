internal import IR

/// The tree of a run log: one question per task, one node per attempt.
struct LogTree {
  let log: RunLog
  let sources: SourceMap

  private static let attemptLimit = 200

  func roots() -> [TraceNode] {
    var tasks: [String] = []
    for run in log.runs where !tasks.contains(run.task ?? "") { tasks.append(run.task ?? "") }
    return tasks.compactMap { task in root(task, log.runs.filter { ($0.task ?? "") == task }) }
  }

  private func root(_ task: String, _ runs: [Run]) -> TraceNode? {
    guard let question = runs.lazy.compactMap(\.question).first else { return nil }
    let text = oneLine(question)
    var node = TraceNode(
      id: EntityID(1), title: Title.make(of: text) ?? text, kind: .question, support: .explicit,
      sourceRefs: runs.prefix(20).map { Grounded("\(log.form.rawValue) run \($0.id)", [question]) },
      provenance: .user, description: text)
    for run in runs {
      for attempt in run.attempts where node.children.count < Self.attemptLimit {
        node.children.append(self.node(attempt, run))
      }
    }
    return node
  }

  private func node(_ attempt: Attempt, _ run: Run) -> TraceNode {
    let place = attempt.approach ?? attempt.failure ?? attempt.score?.spans.first ?? run.question
    let spans = place.map { [$0] } ?? []
    let approach =
      attempt.approach.map(oneLine)
      ?? Grounded(
        "Attempt \(attempt.index) of run \(run.id)", spans, .computed("number of the attempt"))
    let name = log.form == .runFolder ? "run folder" : "MALT run"
    let reference = Grounded("\(name) \(run.id) attempt \(attempt.index)", spans)
    let kind: TraceNode.Kind
    if attempt.status == .invalid {
      let failure =
        attempt.failure.map(oneLine)
        ?? Grounded("The scorer returned no score and no reason", spans)
      kind = .deadEnd(
        hypothesis: Stated(attempt.approach.map(oneLine)), failure: failure, lesson: .notSpecified)
    } else {
      kind = .experiment(
        result: Grounded(outcome(of: attempt), spans, .computed("status of the attempt")))
    }
    return TraceNode(
      id: EntityID(1), title: Title.make(of: approach) ?? approach, kind: kind,
      support: attempt.status == .invalid ? .inferred : .explicit, sourceRefs: [reference],
      provenance: .aiExecuted)
  }

  private func outcome(of attempt: Attempt) -> String {
    if attempt.status == .hidden { return "Submitted; the score is hidden" }
    return attempt.score == nil
      ? "Carried out; no scorer judged it"
      : "Scored; the value stands in the evidence table of attempts"
  }

  private func oneLine(_ span: SourceSpan) -> Grounded<String> {
    let text = sources.text(of: span)
    let line = text.split { $0 == "\n" || $0 == "\t" || $0 == " " }.joined(separator: " ")
    return Grounded(String(line.prefix(500)), [span], line == text ? nil : .computed("on one line"))
  }
}
