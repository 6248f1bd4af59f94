internal import IR

/// The nodes of a run log: approaches, sweeps, choices and changes of direction.
struct LogNodes {
  let log: RunLog
  let sources: SourceMap

  private static let mostReferences = 40

  // MARK: Approaches

  /// `runs` are those of the task, in which other launches may have come before.
  func node(_ group: ApproachGroup, _ runs: [Run]) -> TraceNode {
    let first = group.first
    let spans = first.span.map { [$0] } ?? []
    let approach =
      pass(of: first.attempt) ?? first.attempt.approach.map(oneLine)
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

  /// What a pass of a loop ran, which tells it from the others.
  private func pass(of attempt: Attempt) -> Grounded<String>? {
    attempt.pass.map { pass in
      Grounded(
        pass.command, [attempt.command].compactMap(\.self) + pass.value.spans,
        .computed("one pass of the loop"))
    }
  }

  private func deadEnd(_ group: ApproachGroup, _ spans: [SourceSpan]) -> TraceNode.Kind {
    // What one run leaves open another may say.
    let attempts = group.members.map(\.attempt)
    let failure = attempts.lazy.compactMap(\.failure).first.map(oneLine)
    let hypothesis =
      attempts.lazy.compactMap(\.hypothesis).first.map(oneLine)
      ?? attempts.lazy.compactMap { pass(of: $0) ?? $0.approach.map(oneLine) }.first
    let lesson = attempts.lazy.compactMap(\.lesson).first.map(oneLine)
    return .deadEnd(
      hypothesis: Stated(hypothesis),
      failure: failure ?? Grounded("The scorer returned no score and no reason", spans),
      lesson: Stated(lesson))
  }

  private func result(of group: ApproachGroup, _ spans: [SourceSpan]) -> Grounded<String> {
    if let verdict = group.members.lazy.compactMap(\.attempt.verdict).first {
      return oneLine(verdict)
    }
    let outcome: String
    if group.first.attempt.origin == .command {
      outcome = "Carried out; what it printed stands in the evidence table of attempts"
    } else if case .launch = group.first.attempt.origin {
      outcome = "Carried out; its values stand in the evidence table of results"
    } else if group.members.allSatisfy({ $0.attempt.status == .hidden }) {
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
    case nil:
      switch group.first.attempt.isKept {
      case true?: " and kept"
      case false?: " and discarded"
      case nil: ""
      }
    }
  }

  func references(to group: ApproachGroup) -> [Grounded<String>] {
    group.members.prefix(Self.mostReferences).map { member in
      Grounded(log.reference(to: member), member.span.map { [$0] } ?? [])
    }
  }

  /// What was run, who ran it, what failed before it was done, and in how many runs: a reader may
  /// discount what a weak model did.
  private func observation(of group: ApproachGroup, _ spans: [SourceSpan]) -> Grounded<String>? {
    let attempt = group.first.attempt
    var parts: [String] = []
    if let command = attempt.command.map({ oneLine($0).value }),
      command != attempt.approach.map({ oneLine($0).value })
    {
      parts.append("Run as: \(command.trimmed(of: "."))")
    }
    if log.form == .session, !attempt.files.isEmpty {
      parts.append("Files written: \(attempt.files.map(sources.text).distinct.commaSeparated)")
    }
    parts += launches(before: group.first)
    let models = group.members.compactMap(\.run.model).distinct
    if !models.isEmpty { parts.append("Run by \(models.commaSeparated)") }
    let count = Set(group.members.map(\.run.id)).count
    if count > 1 { parts.append("Observed in \(count) runs") }
    return parts.isEmpty
      ? nil
      : Grounded(
        parts.joined(separator: ". "), spans + [attempt.command].compactMap(\.self),
        .computed("count of runs"))
  }

  /// Launches of the same run that came to nothing: slips, which are no approaches of their own.
  private func launches(before member: ApproachGroup.Member) -> [String] {
    guard case .launch = member.attempt.origin else { return [] }
    let failed = member.run.attempts.filter {
      $0.origin == member.attempt.origin && $0.cause?.isOfResearch == false
    }
    let errors = failed.compactMap { attempt in
      attempt.failure.map { "'\(oneLine($0).value)' (\(attempt.cause?.classedWords ?? ""))" }
    }
    return errors.isEmpty
      ? [] : ["After failed launches: \(errors.prefix(4).joined(separator: ", "))"]
  }

  // MARK: Sweeps

  /// One decision for the values of one parameter; what came of each stands below it.
  func node(_ sweep: Sweep, _ runs: [Run]) -> TraceNode {
    let spans = sweep.groups.compactMap(\.first.span)
    let values = sweep.values.commaSeparated
    let name = sweep.best.first.attempt.approach.map(oneLine)
    let title = name.flatMap { Title.make(of: $0) } ?? Grounded("Values tried", spans)
    return TraceNode(
      id: EntityID(1), title: title,
      kind: .decision(
        choice: name ?? title,
        alternatives: sweep.groups.filter { $0.first.attempt != sweep.best.first.attempt }
          .compactMap { $0.first.attempt.approach.map(oneLine) },
        rationale: Grounded(
          "\(sweep.reason.rawValue) of the values tried; the table of attempts has each", spans,
          .computed("comparison of the attempts"))),
      support: .inferred,
      sourceRefs: Array(sweep.groups.flatMap(references).prefix(Self.mostReferences)),
      provenance: .aiExecuted,
      description: Grounded("Values tried: \(values)", spans, .computed("values of the attempts")),
      children: sweep.groups.map { node($0, runs) })
  }

  // MARK: The course of a session

  func node(_ choice: StatedChoice) -> TraceNode {
    let words = oneLine(choice.choice)
    return TraceNode(
      id: EntityID(1), title: Title.make(of: words) ?? words,
      kind: .decision(
        choice: words, alternatives: [oneLine(choice.alternative)], rationale: nil),
      support: .explicit, sourceRefs: [message(choice.message, choice.choice)],
      provenance: .aiSuggested)
  }

  func node(_ turn: StatedTurn) -> TraceNode {
    let words = oneLine(turn.statement)
    return TraceNode(
      id: EntityID(1), title: Title.make(of: words) ?? words,
      kind: .pivot(from: oneLine(turn.from), to: oneLine(turn.to), trigger: words),
      support: .explicit, sourceRefs: [message(turn.message, turn.statement)],
      provenance: turn.isOfUser ? .user : .aiSuggested)
  }

  func oneLine(_ span: SourceSpan) -> Grounded<String> { sources.oneLine(span) }

  private func message(_ ordinal: Int, _ span: SourceSpan) -> Grounded<String> {
    let name = log.form == .runFolder ? "dialogue turn" : "session message"
    return Grounded("\(name) \(ordinal)", [span], .computed("count of messages"))
  }
}

extension SourceMap {
  private static let longestText = 500

  /// The text of a span as a field of a node holds it: on one line, and not longer than one.
  func oneLine(_ span: SourceSpan) -> Grounded<String> {
    let text = text(of: span)
    let line = text.split { $0 == "\n" || $0 == "\t" || $0 == " " }.joined(separator: " ")
    return Grounded(
      String(line.prefix(Self.longestText)), [span], line == text ? nil : .computed("on one line"))
  }
}

extension RunLog {
  /// `MALT run 7 attempt 2`: how nodes and heuristics name an attempt.
  func reference(to member: ApproachGroup.Member) -> String {
    let name =
      switch form {
      case .runFolder: "run folder"
      case .session: "session"
      case .inspect: "Inspect sample"
      case .results: "results"
      case .maltSamples, .maltGraph, .maltMessages: "MALT run"
      }
    let kind =
      switch member.attempt.origin {
      case .review: "review"
      case .tool: "tool error"
      case .scorer, .script, .launch, .command: "attempt"
      }
    return "\(name) \(member.run.id) \(kind) \(member.attempt.index)"
  }
}
