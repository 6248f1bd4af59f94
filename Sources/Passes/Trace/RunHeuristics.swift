internal import IR

/// Rules that follow from outcomes which came again in another run: what to keep away from, and what
/// to begin with (`spec/logs-and-rubrics.md`, section 9).
///
/// One run is an accident; two runs of a task that fail for the same cause, and of which each says
/// why or tried the same, are a rule. The evidence stands in `Source` (the runs) and `Bounds` (the
/// scores).
struct RunHeuristics {
  let log: RunLog
  let sources: SourceMap

  private static let limit = 12

  func heuristics(after count: Int) -> [Heuristic] {
    let drafts = log.tasks.flatMap { task -> [Draft] in
      let runs = log.runs.filter { ($0.task ?? "") == task }
      let groups = ApproachGroups(runs: runs, sources: sources).groups
      return avoided(groups) + preferred(groups)
    }
    return drafts.prefix(Self.limit).enumerated().map { index, draft in
      Heuristic(
        id: EntityID(count + index + 1), title: draft.title, rationale: draft.rationale,
        bounds: Stated(draft.bounds), source: draft.source, provenance: .aiExecuted)
    }
  }

  private struct Draft {
    let title: Grounded<String>
    let rationale: Grounded<String>
    let bounds: Grounded<String>?
    let source: [Grounded<String>]
  }

  private static let repeated = Derivation.computed("outcome of several runs")

  // MARK: Prohibitive

  private func avoided(_ groups: [ApproachGroup]) -> [Draft] {
    clusters(groups.filter(\.isFailure)).compactMap { members in
      guard Set(members.map(\.run.id)).count > 1 else { return nil }
      let lessons = members.compactMap(\.attempt.lesson)
      guard let span = lessons.first ?? members.lazy.compactMap(\.attempt.approach).first else {
        return nil
      }
      let words = sources.grounded(span)
      let rule = lessons.isEmpty ? Grounded("Avoid: \(words.value)", [span], Self.repeated) : words
      let cause = members[0].attempt.cause.map { " (\($0.words))" } ?? ""
      let said = lessons.prefix(3).map { "\"\(sources.text(of: $0))\"" }.distinct
      let reason = "Prohibitive: runs that tried it failed\(cause)."
      return Draft(
        title: Title.make(of: rule) ?? rule,
        rationale: Grounded(
          ([reason] + said).joined(separator: " "), lessons.isEmpty ? [span] : lessons,
          Self.repeated),
        bounds: nil, source: references(members))
    }
  }

  /// Failures of one cause whose lessons speak of the same thing, or that tried the same.
  private func clusters(_ groups: [ApproachGroup]) -> [[ApproachGroup.Member]] {
    var clusters: [(cause: FailureCause?, words: Set<String>, members: [ApproachGroup.Member])] = []
    for group in groups {
      let cause = group.first.attempt.cause
      let words = Set(group.members.compactMap(\.attempt.lesson).flatMap(topics))
      let place =
        words.isEmpty
        ? nil
        : clusters.firstIndex {
          $0.cause == cause && $0.words.intersection(words).count >= Self.sharedTopics
        }
      if let place {
        clusters[place].members += group.members
      } else {
        clusters.append((cause, words, group.members))
      }
    }
    return clusters.map(\.members)
  }

  private static let sharedTopics = 2

  /// The content words of a sentence, names of code among them.
  private func topics(of span: SourceSpan) -> [String] {
    sources.text(of: span).split { !($0.isLetter || $0.isNumber || $0 == "_") }
      .map { $0.lowercase }
      .filter { $0.count > 3 && !Wording.functionWords.contains($0) }
  }

  // MARK: Prescriptive

  private func preferred(_ groups: [ApproachGroup]) -> [Draft] {
    groups.compactMap { group in
      guard group.improves == true, Set(group.members.map(\.run.id)).count > 1,
        let span = group.members.lazy.compactMap(\.attempt.approach).first
      else { return nil }
      return Draft(
        title: Title.make(of: sources.grounded(span)) ?? sources.grounded(span),
        rationale: Grounded(
          "Prescriptive: scored better than the start in each run that tried it. \"\(sources.text(of: span))\"",
          [span], Self.repeated),
        bounds: bounds(of: group), source: references(group.members))
    }
  }

  /// The lowest and the highest score, as printed.
  private func bounds(of group: ApproachGroup) -> Grounded<String>? {
    let scores = group.members.compactMap(\.attempt.score).filter {
      Double($0.value)?.isFinite ?? false
    }.sorted { (Double($0.value) ?? 0) < (Double($1.value) ?? 0) }
    guard let low = scores.first, let high = scores.last else { return nil }
    return low.value == high.value
      ? low
      : Grounded(
        "scores from \(low.value) to \(high.value)", low.spans + high.spans, Self.repeated)
  }

  private func references(_ members: [ApproachGroup.Member]) -> [Grounded<String>] {
    members.prefix(Self.mostReferences).map { member in
      Grounded(log.reference(to: member), member.span.map { [$0] } ?? [])
    }
  }

  private static let mostReferences = 20
}
