internal import IR

/// The tree of a run log: one question per task, one node per approach
/// (`spec/logs-and-rubrics.md`, sections 8 to 11).
struct LogTree {
  let log: RunLog
  let sources: SourceMap

  private static let nodeLimit = 200
  private static let longestText = 500
  private static let mostReferences = 40

  func roots() -> [TraceNode] {
    var tasks: [String] = []
    for run in log.runs where !tasks.contains(run.task ?? "") { tasks.append(run.task ?? "") }
    return tasks.compactMap { task in root(log.runs.filter { ($0.task ?? "") == task }) }
  }

  private func root(_ runs: [Run]) -> TraceNode? {
    guard let question = runs.lazy.compactMap(\.question).first else { return nil }
    let text = oneLine(question)
    let approaches = ApproachGroups(runs: runs, sources: sources).groups
    return TraceNode(
      id: EntityID(1), title: Title.make(of: text) ?? text, kind: .question, support: .explicit,
      sourceRefs: runs.prefix(20).map { Grounded("\(log.form.rawValue) run \($0.id)", [question]) },
      provenance: .user, description: text,
      children: approaches.prefix(Self.nodeLimit).map(node))
  }

  private func node(_ group: ApproachGroup) -> TraceNode {
    let first = group.members[0]
    let spans = first.span.map { [$0] } ?? []
    let approach =
      first.attempt.approach.map(oneLine)
      ?? Grounded(
        "Attempt \(first.attempt.index) of run \(first.run.id)", spans,
        .computed("number of the attempt"))
    return TraceNode(
      id: EntityID(1), title: Title.make(of: approach) ?? approach,
      kind: group.isFailure ? deadEnd(group, spans) : .experiment(result: result(of: group, spans)),
      support: group.isFailure && first.attempt.failure == nil ? .inferred : .explicit,
      sourceRefs: references(to: group), provenance: .aiExecuted,
      description: observation(of: group, spans))
  }

  private func deadEnd(_ group: ApproachGroup, _ spans: [SourceSpan]) -> TraceNode.Kind {
    // What one run leaves open another may say.
    let attempts = group.members.map(\.attempt)
    let failure = attempts.lazy.compactMap(\.failure).first.map(oneLine)
    let hypothesis = attempts.lazy.compactMap { $0.hypothesis ?? $0.approach }.first.map(oneLine)
    let lesson = attempts.lazy.compactMap(\.lesson).first.map(oneLine)
    return .deadEnd(
      hypothesis: Stated(hypothesis),
      failure: failure ?? Grounded("The scorer returned no score and no reason", spans),
      lesson: Stated(lesson))
  }

  private func result(of group: ApproachGroup, _ spans: [SourceSpan]) -> Grounded<String> {
    let outcome: String
    if group.members.allSatisfy({ $0.attempt.status == .hidden }) {
      outcome = "Submitted; the score is hidden"
    } else if group.members.allSatisfy({ $0.attempt.score == nil }) {
      outcome = "Carried out; no scorer judged it"
    } else {
      outcome = "Scored\(comparison(group)); the value stands in the evidence table of attempts"
    }
    let count = group.members.count
    return Grounded(
      count == 1 ? outcome : "\(outcome) (\(count) attempts)", spans,
      .computed("status of the attempts"))
  }

  /// Whether it got ahead of where the task began, if that is known.
  private func comparison(_ group: ApproachGroup) -> String {
    switch group.improves {
    case true?: ", better than the start"
    case false?: ", no better than the start"
    case nil: ""
    }
  }

  private func references(to group: ApproachGroup) -> [Grounded<String>] {
    let name = log.form == .runFolder ? "run folder" : "MALT run"
    return group.members.prefix(Self.mostReferences).map { member in
      Grounded(
        "\(name) \(member.run.id) attempt \(member.attempt.index)", member.span.map { [$0] } ?? [])
    }
  }

  /// Who ran it, and in how many runs: a reader may discount what a weak model did.
  private func observation(of group: ApproachGroup, _ spans: [SourceSpan]) -> Grounded<String>? {
    var models: [String] = []
    for model in group.members.compactMap(\.run.model) where !models.contains(model) {
      models.append(model)
    }
    let ran = models.isEmpty ? nil : "Run by \(models.commaSeparated)"
    let count = Set(group.members.map(\.run.id)).count
    let observed = count > 1 ? "Observed in \(count) runs" : nil
    let parts = [ran, observed].compactMap(\.self)
    return parts.isEmpty
      ? nil : Grounded(parts.joined(separator: ". "), spans, .computed("count of runs"))
  }

  private func oneLine(_ span: SourceSpan) -> Grounded<String> {
    let text = sources.text(of: span)
    let line = text.split { $0 == "\n" || $0 == "\t" || $0 == " " }.joined(separator: " ")
    return Grounded(
      String(line.prefix(Self.longestText)), [span], line == text ? nil : .computed("on one line"))
  }
}
