internal import IR

/// Ablation tables that repeat their variants for each dataset.
///
/// Rows of two datasets are never compared. Where no row is that of the full system, a variant counts
/// that one other beats wherever both were tried, and that is the best nowhere.
extension AblationTable {
  /// The rows under each circumstance, and the column that tells it.
  struct Contexts {
    let column: Int
    let groups: [(context: Grounded<String>, rows: [Int])]
  }

  /// Words in the header of a column that tells under what circumstance a row was measured.
  private static let circumstances: Set<String> = [
    "dataset", "datasets", "data", "task", "tasks", "environment", "environments", "benchmark",
    "benchmarks", "domain", "corpus", "language", "game", "split",
  ]

  /// Nil for a table whose rows all stand under one. `isUnfolded`: its second column tells them.
  func contexts(
    of rows: [[Cell]], in grid: Grid, besides measures: [Measure], isUnfolded: Bool = false
  ) -> Contexts? {
    let columns = (0..<(rows.map(\.count).max() ?? 0)).filter { column in
      !measures.contains { $0.column == column } && !isCost(header(of: column, in: grid).value)
    }
    let named = columns.first { column in
      CueWords(header(of: column, in: grid).value).words.contains(
        where: Self.circumstances.contains)
    }
    let column = isUnfolded ? columns.first { $0 == 1 } : named
    guard let column, columns.count > 1 else { return nil }
    var groups: [(context: Grounded<String>, rows: [Int])] = []
    for (index, row) in rows.enumerated() {
      guard row.indices.contains(column), let span = row[column].span else { return nil }
      let context = view.grounded(span)
      if let known = groups.firstIndex(where: { $0.context.value == context.value }) {
        groups[known].rows.append(index)
      } else {
        groups.append((context, [index]))
      }
    }
    guard groups.count > 1, groups.allSatisfy({ $0.rows.count > 1 }) else { return nil }
    return Contexts(column: column, groups: groups)
  }

  /// What is worse than the full system under most circumstances; else each row that is.
  func worse(
    _ rows: [[Cell]], _ contexts: Contexts, in grid: Grid, _ measures: [Measure]
  ) -> [TraceNode] {
    let columns = Set(measures.map(\.column))
    var losers: [(name: Grounded<String>, full: Grounded<String>, lost: [Losses])] = []
    var single: [TraceNode] = []
    for group in contexts.groups {
      let members = group.rows.map { rows[$0] }
      guard let reference = reference(among: members, in: grid, besides: columns) else { continue }
      single += deadEnds(among: members, in: grid, measures, true)
      for index in members.indices where index != reference.row {
        guard
          let name = variant(members[index], in: grid, besides: columns.union([contexts.column])),
          isVariant(name.value),
          var loss = losses(members[index], members[reference.row], measures)
        else { continue }
        loss.context = group.context
        if let known = losers.firstIndex(where: { $0.name.value == name.value }) {
          losers[known].lost.append(loss)
        } else {
          losers.append((name, reference.name, [loss]))
        }
      }
    }
    let most = losers.filter { $0.lost.count * 2 > contexts.groups.count }
    return most.isEmpty ? single : most.map { node($0.name, $0.lost, $0.full) }
  }

  func outdone(
    _ rows: [[Cell]], _ contexts: Contexts, in grid: Grid, _ measures: [Measure]
  ) -> [TraceNode] {
    let labels = Set(measures.map(\.column)).union([contexts.column])
    // A row for each variant and circumstance, the variants in the order of the table.
    var variants: [(name: Grounded<String>, rows: [Int: Int])] = []
    for (group, rowsOfGroup) in contexts.groups.map(\.rows).enumerated() {
      for row in rowsOfGroup {
        guard let name = variant(rows[row], in: grid, besides: labels) else { return [] }
        let known = variants.firstIndex { $0.name.value == name.value }
        if known == nil { variants.append((name, [:])) }
        let index = known ?? variants.count - 1
        guard variants[index].rows[group] == nil else { return [] }
        variants[index].rows[group] = row
      }
    }
    return variants.compactMap { variant -> TraceNode? in
      guard !isBest(variant.rows, rows, contexts, measures) else { return nil }
      for rival in variants where rival.name.value != variant.name.value {
        let shared = contexts.groups.indices.filter {
          variant.rows[$0] != nil && rival.rows[$0] != nil
        }
        let lost = shared.compactMap { group -> Losses? in
          guard let own = variant.rows[group], let other = rival.rows[group] else { return nil }
          var loss = losses(rows[own], rows[other], measures)
          loss?.context = contexts.groups[group].context
          return loss
        }
        if shared.count > 1, lost.count == shared.count {
          return node(variant.name, lost, rival.name)
        }
      }
      return nil
    }
  }

  /// Whether a variant is the best of its circumstance somewhere, in some measure.
  private func isBest(
    _ own: [Int: Int], _ rows: [[Cell]], _ contexts: Contexts, _ measures: [Measure]
  ) -> Bool {
    contexts.groups.enumerated().contains { index, group in
      guard let row = own[index] else { return false }
      return measures.contains { measure in
        let values = group.rows.compactMap { value(rows[$0], measure) }
        guard let value = value(rows[row], measure) else { return false }
        return value == (measure.direction == .more ? values.max() : values.min())
      }
    }
  }

  private func value(_ row: [Cell], _ measure: Measure) -> Double? {
    row.indices.contains(measure.column) ? reading(row[measure.column])?.value : nil
  }
}
