internal import IR

/// Which row of an ablation table the others are measured by.
extension AblationTable {
  /// A row with what it is called.
  struct Reference {
    let row: Int
    let name: Grounded<String>
    /// Whether it is where the others start from rather than where they lead to.
    var isStart = false
  }

  private static let full = [
    "full", "full model", "full method", "full system", "ours", "ours (full)", "complete",
    "default", "proposed", "all", "original", "prior configuration", "base", "base model",
    "baseline",
  ]
  private static let starts: Set<String> = ["base", "base model", "baseline"]
  /// What a longer name of the full system begins or ends with: `Full sorter`, `Sorter (ours)`.
  private static let leads = ["full ", "complete ", "our full ", "ours", "proposed ", "all "]
  private static let ends = [" (full)", "(ours)", " (full model)", " ours", " full", " (default)"]

  /// Whether a row says that it changes the row above it: `→ lamp`.
  static func alters(_ label: String) -> Bool {
    ["→", "->", "⇒", "↳"].contains { label.hasPrefix($0) }
  }

  /// Words and signs with which a row says that it leaves something out.
  static func removes(_ label: String) -> Bool {
    let lower = label.lowercase
    return removals.contains { lower.hasPrefix($0) || lower.has(" \($0)") }
      || ["- ", "− ", "– "].contains { lower.hasPrefix($0) }
  }

  private static let removals = [
    "w/o", "without ", "no ", "wo ", "removing ", "remove ", "excluding ", "minus ",
  ]

  /// The row of the full system: that with every part, or that which is called so.
  func reference(among rows: [[Cell]], in grid: Grid, besides measures: Set<Int>) -> Reference? {
    if let marks = marks(of: rows, in: grid, besides: measures) {
      let complete = rows.indices.filter { marks.checked[$0] == marks.columns }
      if complete.count == 1, let row = complete.first {
        return Reference(row: row, name: fullName(of: rows[row], besides: measures, marks))
      }
    }
    if let first = rows.first?.first?.span, !Self.alters(view.text(of: first)),
      rows.count(where: { $0.first?.span.map { Self.alters(view.text(of: $0)) } ?? false }) > 1
    {
      return Reference(row: 0, name: view.grounded(first))
    }
    var best: (rank: Int, length: Int, row: Int, span: SourceSpan)?
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() where !measures.contains(column) {
        guard let span = cell.span else { continue }
        let label = view.text(of: span)
        guard let rank = rank(of: label.lowercase) else { continue }
        let length = label.utf8.count
        if best.map({ (rank, length) < ($0.rank, $0.length) }) ?? true {
          best = (rank, length, index, span)
        }
      }
    }
    return best.map {
      let name = view.grounded($0.span)
      return Reference(
        row: $0.row, name: name, isStart: Self.starts.contains(name.value.lowercase))
    }
  }

  /// How surely a label names the full system, the best first.
  private func rank(of label: String) -> Int? {
    if own.names.contains(label) { return 0 }
    if let place = Self.full.firstIndex(of: label) { return place + 2 }
    return isOurs(label) ? 1 : nil
  }

  /// Whether a label in lower case is a name that the paper gives its own system as a whole.
  func isOurs(_ label: String) -> Bool {
    if own.names.contains(label) { return true }
    return !Self.removes(label) && !label.hasPrefix("+")
      && (Self.leads.contains(where: label.hasPrefix)
        || Self.ends.contains(where: label.hasSuffix))
  }

  private func fullName(of row: [Cell], besides measures: Set<Int>, _ marks: Marks) -> Grounded<
    String
  > {
    let label = row.indices.first { column in
      !measures.contains(column) && !marks.columns.contains(column) && row[column].span != nil
    }
    if let span = label.flatMap({ row[$0].span }) { return view.grounded(span) }
    return Grounded(
      "all of \(marks.names.map(\.value).commaSeparated)", marks.names.flatMap(\.spans),
      .computed("header of the table"))
  }

  /// The row that no other beats; nil where rows bear no names.
  func best(of rows: [[Cell]], in grid: Grid, _ measures: [Measure]) -> Reference? {
    let columns = Set(measures.map(\.column))
    let names = rows.map { variant($0, in: grid, besides: columns) }
    guard rows.count > 2, !names.contains(nil),
      Set(names.compactMap { $0?.value }).count == rows.count
    else { return nil }
    // How many measures each row is the best of.
    let firsts = rows.indices.map { index in
      measures.count { measure in
        rows.indices.allSatisfy { $0 == index || isNoWorse(rows[index], rows[$0], measure) }
      }
    }
    // Of steps that build on one another, the last good one need not be the best of all.
    let builds = rows.contains { row in
      row.first?.span.map { view.text(of: $0).hasPrefix("+") } ?? false
    }
    guard let most = firsts.max(),
      builds ? most * 5 >= measures.count * 3 : most == measures.count,
      firsts.count(where: { $0 == most }) == 1, let row = firsts.firstIndex(of: most)
    else { return nil }
    return names[row].map { Reference(row: row, name: $0) }
  }

  private func isNoWorse(_ row: [Cell], _ other: [Cell], _ measure: Measure) -> Bool {
    guard row.indices.contains(measure.column), other.indices.contains(measure.column),
      let own = reading(row[measure.column]), let rival = reading(other[measure.column])
    else { return false }
    return measure.direction == .more ? own.value >= rival.value : own.value <= rival.value
  }
}
