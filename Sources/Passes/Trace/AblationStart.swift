internal import IR

/// Trials of the authors that did worse than what they started from.
///
/// A table with a row called `Baseline` and no row of a work that is cited compares what the authors
/// tried. A trial counts that the baseline beats, or, where it is better on the whole, under which
/// circumstance or in which measure the baseline beats it.
extension AblationTable {
  /// A row of a trial under one circumstance.
  private struct Trial {
    let name: Grounded<String>
    /// By circumstance; the only one where the table has none.
    var rows: [Int: Int] = [:]
  }

  /// Whether a label of a row names what the authors set out from.
  func hasStart(_ grid: Grid) -> Bool {
    grid.rows.dropFirst(grid.headerRows).contains { row in
      row.prefix(Self.labelReach).contains { cell in
        cell.span.map { Self.isStart(view.text(of: $0)) } ?? false
      }
    }
  }

  private static let labelReach = 3

  func behindStart(
    _ rows: [[Cell]], _ contexts: Contexts?, in grid: Grid, _ measures: [Measure],
    besides told: [TraceNode]
  ) -> [TraceNode] {
    let labels = Set(measures.map(\.column)).union(contexts.map { [$0.column] } ?? [])
    var trials: [Trial] = []
    let groups = contexts?.groups.map(\.rows) ?? [Array(rows.indices)]
    for (group, members) in groups.enumerated() {
      for row in members {
        guard let name = variant(rows[row], in: grid, besides: labels) else { return [] }
        let known = trials.firstIndex { $0.name.value == name.value }
        let index = known ?? trials.count
        if known == nil { trials.append(Trial(name: name)) }
        guard contexts == nil ? known == nil : trials[index].rows[group] == nil else { return [] }
        trials[index].rows[contexts == nil ? 0 : group] = row
      }
    }
    let starts = trials.filter { Self.isStart($0.name.value) }
    // One baseline under several conditions, as with all of the data and with some, measures no trial.
    guard let start = starts.first, starts.count == 1, trials.count > 1,
      trials.allSatisfy({ isOwnTrial($0.name.value) })
    else { return [] }
    let known = Set(told.flatMap { $0.hypothesis?.spans ?? [] })
    return trials.compactMap { trial in
      guard trial.name.value != start.name.value, known.isDisjoint(with: trial.name.spans) else {
        return nil
      }
      return setback(trial, start, rows, contexts, measures)
    }
  }

  private func setback(
    _ trial: Trial, _ start: Trial, _ rows: [[Cell]], _ contexts: Contexts?, _ measures: [Measure]
  ) -> TraceNode? {
    let shared = trial.rows.keys.filter { start.rows[$0] != nil }.sorted()
    var lost: [Losses] = []
    var partly: [(losses: Losses, names: [Grounded<String>])] = []
    for group in shared {
      guard let own = trial.rows[group], let other = start.rows[group] else { continue }
      let context = contexts?.groups[group].context
      if var losses = losses(rows[own], rows[other], measures) {
        losses.context = context
        lost.append(losses)
      } else if contexts == nil, let losses = clearLosses(rows[own], rows[other], measures) {
        partly.append(losses)
      }
    }
    if lost.count * 2 > shared.count { return node(trial.name, lost, start.name) }
    if contexts != nil {
      partly = lost.filter(\.isClear).map { ($0, [$0.context].compactMap(\.self)) }
    }
    // Where the full system is the better one on the whole, it was not tried and given up.
    guard !partly.isEmpty, !isOurs(trial.name.value.lowercase) else { return nil }
    var node = node(trial.name, partly.map(\.losses), start.name, in: partly.flatMap(\.names))
    // The paper prints the values, and need not say what they say.
    node.support = .inferred
    return node
  }

  /// The measures in which a row that is better on the whole is clearly worse.
  private func clearLosses(_ row: [Cell], _ start: [Cell], _ measures: [Measure])
    -> (losses: Losses, names: [Grounded<String>])?
  {
    let alone = measures.filter { !$0.isMean }.compactMap { measure in
      losses(row, start, [measure]).flatMap { $0.isClear ? (measure.name, $0) : nil }
    }
    guard !alone.isEmpty, alone.count < measures.count else { return nil }
    let words = alone.map(\.1.words).joined(separator: ", ")
    return (
      Losses(words: words, spans: alone.flatMap(\.1.spans), isClear: true), alone.map(\.0)
    )
  }

  /// Whether the caption says that the values are those of training: on other data they mean nothing.
  var reportsTraining: Bool {
    let words = view.sentence(exhibit.caption).words.words
    return zip(words, words.dropFirst()).contains { word, next in
      word == "training" && ["metrics", "statistics", "dynamics", "loss", "losses"].contains(next)
    }
  }

  /// Whether a label names what the authors set out from.
  static func isStart(_ label: String) -> Bool {
    let lower = label.lowercase
    return ["baseline", "base model", "vanilla"].contains(lower)
      || ["baseline ", "vanilla "].contains(where: lower.hasPrefix)
      || [" baseline", "(baseline)"].contains(where: lower.hasSuffix)
  }

  private func isOwnTrial(_ label: String) -> Bool {
    let lower = label.lowercase
    return !lower.has(" [") && !lower.has("et al") && (own.hold(label) || !own.cites(label))
  }
}

extension TraceNode {
  /// What was tried, of a dead end.
  fileprivate var hypothesis: Grounded<String>? {
    guard case .deadEnd(let hypothesis, _, _) = kind else { return nil }
    return hypothesis.grounded
  }
}
