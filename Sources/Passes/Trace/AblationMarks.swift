internal import IR

/// Ablation tables that tick off what each row has.
extension AblationTable {
  struct Marks {
    let columns: Set<Int>
    /// In the order of the columns.
    let names: [Grounded<String>]
    /// For each row the columns that are ticked off.
    let checked: [Set<Int>]
  }

  private static let checks: Set<String> = ["✓", "✔", "√", "✅", "yes", "☑", "●", "•", "v", "y"]
  private static let crosses: Set<String> = [
    "✗", "✘", "×", "x", "-", "–", "—", "no", "❌", "○", "✕", "n", "",
  ]

  /// Nil for a table with no such columns.
  func marks(of rows: [[Cell]], in grid: Grid, besides measures: Set<Int>) -> Marks? {
    let width = rows.map(\.count).max() ?? 0
    func mark(_ row: [Cell], _ column: Int) -> String {
      guard row.indices.contains(column), let span = row[column].span else { return "" }
      return view.text(of: span).lowercase
    }
    let columns = (0..<width).filter { column in
      let printed = rows.map { mark($0, column) }
      return !measures.contains(column) && !header(of: column, in: grid).value.isEmpty
        && printed.contains(where: Self.checks.contains)
        && printed.allSatisfy { Self.checks.contains($0) || Self.crosses.contains($0) }
    }
    guard !columns.isEmpty else { return nil }
    return Marks(
      columns: Set(columns), names: columns.map { header(of: $0, in: grid) },
      checked: rows.map { row in
        Set(columns.filter { Self.checks.contains(mark(row, $0)) })
      })
  }

  /// `GCM without LGM, MSM` for a row that ticks off the first of three parts.
  func parts(of row: Int, _ marks: Marks) -> Grounded<String>? {
    let named = zip(marks.columns.sorted(), marks.names)
    let has = named.filter { marks.checked[row].contains($0.0) }.map(\.1)
    let lacks = named.filter { !marks.checked[row].contains($0.0) }.map(\.1)
    guard !lacks.isEmpty else { return nil }
    let without = "without \(lacks.map(\.value).commaSeparated)"
    let words = has.isEmpty ? without : "\(has.map(\.value).commaSeparated) \(without)"
    return Grounded(words, (has + lacks).flatMap(\.spans), .computed("marks of the row"))
  }
}
