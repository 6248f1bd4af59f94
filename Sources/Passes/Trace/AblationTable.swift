internal import IR

/// Rows of an ablation table that score worse than the row of the full system.
///
/// A row counts if it is no better in any measure whose direction is known and worse in one, by
/// more than the printed spread.
struct AblationTable {
  let exhibit: Exhibit
  let view: PaperView
  let own: OwnNames

  private static let limit = 12

  func deadEnds() -> [TraceNode] {
    guard isAblation || triesSettings else { return [] }
    return Array(exhibit.grids.flatMap(deadEnds(in:)).prefix(Self.limit))
  }

  /// By its caption; a table that compares systems is none.
  private var isAblation: Bool {
    let words = CueWords(view.text(of: exhibit.caption)).words
    return words.contains { $0.hasPrefix("ablat") || $0 == "variations" || $0 == "variants" }
      || !Self.effects.matches(in: CueWords(view.text(of: exhibit.caption))).isEmpty
  }

  /// Whether its caption says that it tries settings of one system.
  private var triesSettings: Bool {
    CueWords(view.text(of: exhibit.caption)).words.contains { word in
      Self.trying.contains { word.hasPrefix($0) }
    }
  }

  private static let trying = ["sensitiv", "hyperparameter", "hyper-parameter"]

  static let effects = CueTable([
    Cue(
      "effect|impact|influence|contribution of", .comparison, weight: 1,
      matches: "Effect of the lamp on the error.", ignores: "The effect is large.")
  ])

  // MARK: Columns

  struct Measure {
    let column: Int
    let name: Grounded<String>
    let direction: MeasureDirection
  }

  func header(of column: Int, in grid: Grid) -> Grounded<String> {
    var parts: [Grounded<String>] = []
    for row in grid.rows.prefix(grid.headerRows) where column < row.count {
      guard let span = row[column].span, !parts.contains(where: { $0.spans == [span] }) else {
        continue
      }
      parts.append(view.grounded(span))
    }
    return Grounded(
      parts.map(\.value).joined(separator: " "), parts.flatMap(\.spans),
      parts.count > 1 ? .computed("header of the column") : nil)
  }

  private func measures(of grid: Grid) -> [Measure] {
    let width = grid.rows.map(\.count).max() ?? 0
    let named = (0..<width).map { ($0, header(of: $0, in: grid)) }
    let measures = named.compactMap { column, name in
      MeasureDirection(of: name.value).map { Measure(column: column, name: name, direction: $0) }
    }
    if !measures.isEmpty { return measures }
    // Columns of one measure are named in the caption: `Accuracy of the sorters by kind of marble`.
    guard let direction = MeasureDirection(of: view.text(of: exhibit.caption)) else { return [] }
    return named.dropFirst(grid.headerColumns).filter { isDecimal($0.0, in: grid) }.map {
      Measure(column: $0.0, name: $0.1, direction: direction)
    }
  }

  /// Whether every number of a column has decimals, as results have and settings mostly not.
  private func isDecimal(_ column: Int, in grid: Grid) -> Bool {
    let numbers = grid.rows.dropFirst(grid.headerRows).compactMap { row in
      row.indices.contains(column) ? reading(row[column]) : nil
    }
    return !numbers.isEmpty && numbers.allSatisfy { $0.text.decimals > 0 }
  }

  // MARK: Rows

  private func deadEnds(in grid: Grid) -> [TraceNode] {
    let measures = measures(of: grid)
    let rows = Array(grid.rows.dropFirst(grid.headerRows))
    guard !measures.isEmpty, rows.count > 1 else { return [] }
    guard isAblation, let contexts = contexts(of: rows, in: grid, besides: measures) else {
      return deadEnds(among: rows, in: grid, measures)
    }
    let found = contexts.groups.flatMap { group in
      deadEnds(among: group.rows.map { rows[$0] }, in: grid, measures)
    }
    return found.isEmpty ? outdone(rows, contexts, in: grid, measures) : found
  }

  /// The rows that score worse than the one of the full system, or than the best.
  private func deadEnds(among rows: [[Cell]], in grid: Grid, _ measures: [Measure]) -> [TraceNode] {
    let columns = Set(measures.map(\.column))
    guard
      let reference = isAblation
        ? reference(among: rows, besides: columns) : best(of: rows, measures)
    else { return [] }
    return rows.indices.filter { $0 != reference.row }.compactMap { index in
      guard let variant = variant(rows[index], in: grid, besides: columns),
        let losses = losses(rows[index], rows[reference.row], measures)
      else { return nil }
      return node(variant, outcome([losses], of: reference.name), reference.name)
    }
  }

  private static let full = [
    "full", "full model", "full method", "full system", "ours", "ours (full)", "complete",
    "default",
    "proposed", "base", "all", "original", "prior configuration", "base model", "baseline",
  ]

  /// The row of the system that the others vary, and its name.
  private func reference(
    among rows: [[Cell]], besides measures: Set<Int>
  ) -> (row: Int, name: Grounded<String>)? {
    var best: (rank: Int, row: Int, span: SourceSpan)?
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() where !measures.contains(column) {
        guard let span = cell.span, let rank = rank(of: view.text(of: span).lowercase),
          rank < best?.rank ?? Int.max
        else { continue }
        best = (rank, index, span)
      }
    }
    return best.map { ($0.row, view.grounded($0.span)) }
  }

  /// The row that is no worse than any other in any measure.
  private func best(
    of rows: [[Cell]], _ measures: [Measure]
  ) -> (row: Int, name: Grounded<String>)? {
    let labels = rows.map { $0.first?.span.map { view.text(of: $0) } ?? "" }
    guard rows.count > 2, Set(labels).count == labels.count, !labels.contains("") else {
      return nil
    }
    let best = rows.indices.first { index in
      rows.indices.allSatisfy { other in
        other == index
          || measures.allSatisfy { measure in
            guard rows[index].indices.contains(measure.column),
              rows[other].indices.contains(measure.column),
              let own = reading(rows[index][measure.column]),
              let rival = reading(rows[other][measure.column])
            else { return false }
            return measure.direction == .more ? own.value >= rival.value : own.value <= rival.value
          }
      }
    }
    return best.flatMap { row in rows[row].first?.span.map { (row, view.grounded($0)) } }
  }

  /// How surely a label names the full system, the best first.
  func rank(of label: String) -> Int? {
    own.names.contains(label) ? 0 : Self.full.firstIndex(of: label)
  }

  /// What a row varies: its label, and its settings with their names.
  func variant(
    _ row: [Cell], in grid: Grid, besides measures: Set<Int>
  ) -> Grounded<String>? {
    var parts: [Grounded<String>] = []
    for (column, cell) in row.enumerated() where !measures.contains(column) {
      guard let span = cell.span else { continue }
      let value = view.grounded(span)
      let name = header(of: column, in: grid)
      guard value.value.contains(where: { $0.isLetter || $0.isNumber }), value.value != "N/A",
        !isCost(name.value)
      else { continue }
      if column == 0 || value.value.contains(where: \.isLetter) || name.value.isEmpty {
        parts.append(value)
      } else {
        parts.append(
          Grounded(
            "\(name.value) = \(value.value)", name.spans + value.spans,
            .computed("cell with header"))
        )
      }
    }
    guard !parts.isEmpty else { return nil }
    if parts.count == 1 { return parts[0] }
    return Grounded(
      parts.map(\.value).joined(separator: ", "), parts.flatMap(\.spans),
      .computed("settings of the row"))
  }

  func isCost(_ header: String) -> Bool {
    let lower = header.lowercase
    return ["param", "time", "flops", "memory", "speed", "steps", "cost", "latency"].contains {
      lower.has($0)
    }
  }
}
