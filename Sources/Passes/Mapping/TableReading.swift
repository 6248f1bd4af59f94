internal import IR

/// What a table of results says by itself: which of its rows comes out best.
///
/// Used for tables of which no sentence of the paper says what they show. The direction of a
/// measure is known by its name, or else the table marks its best values.
struct TableReading {
  private let exhibit: Exhibit
  private let view: PaperView

  private static let leastRows = 2

  init(_ exhibit: Exhibit, _ view: PaperView) {
    self.exhibit = exhibit
    self.view = view
  }

  /// `Of the sorters that Table 2 compares, the careful one has the lowest error`; nil where names
  /// or numbers do not decide.
  var statement: Grounded<String>? {
    for grid in exhibit.grids {
      if let best = byDirection(grid) ?? byMarks(grid) ?? byExtremes(grid) { return best }
    }
    return nil
  }

  // MARK: By the name of a measure

  private func byDirection(_ grid: Grid) -> Grounded<String>? {
    let rows = Array(grid.rows.dropFirst(grid.headerRows))
    let width = grid.rows.map(\.count).max() ?? 0
    for column in max(1, grid.headerColumns)..<max(width, max(1, grid.headerColumns)) {
      guard let head = head(of: column, in: grid), let direction = MeasureDirection(of: head.value),
        let best = extreme(of: column, direction, among: rows),
        let name = name(of: rows[best], among: rows)
      else { continue }
      let degree = direction == .more ? "highest" : "lowest"
      return Grounded(
        "Of the rows that \(exhibit.label) compares, \(name.value) has the \(degree) \(head.value) \(topic)",
        name.spans + head.spans + [exhibit.caption], .computed("comparison of the rows of a table"))
    }
    return nil
  }

  private func extreme(
    of column: Int, _ direction: MeasureDirection, among rows: [[Cell]]
  ) -> Int? {
    let values = rows.indices.compactMap { index -> (row: Int, value: Double)? in
      guard rows[index].indices.contains(column), let span = rows[index][column].span,
        let value = CellReading(span, view)?.value
      else { return nil }
      return (index, direction == .more ? value : -value)
    }
    guard values.count >= Self.leastRows, let best = values.max(by: { $0.value < $1.value }),
      values.count(where: { $0.value == best.value }) == 1
    else { return nil }
    return best.row
  }

  // MARK: By extremes

  /// The rows with the highest and the lowest value, where rows are systems and nothing tells which
  /// is better.
  private func byExtremes(_ grid: Grid) -> Grounded<String>? {
    let rows = Array(grid.rows.dropFirst(grid.headerRows))
    guard rows.count > Self.leastRows,
      let corner = grid.rows.first?.first?.span.map({ view.text(of: $0).lowercase }),
      Self.systems.contains(where: { corner.has($0) })
    else { return nil }
    let width = grid.rows.map(\.count).max() ?? 0
    for column in max(1, grid.headerColumns)..<max(width, max(1, grid.headerColumns)) {
      guard let head = head(of: column, in: grid), isDecimal(column, rows),
        let most = extreme(of: column, .more, among: rows),
        let least = extreme(of: column, .less, among: rows),
        let first = name(of: rows[most], among: rows),
        let last = name(of: rows[least], among: rows)
      else { continue }
      return Grounded(
        "Of the rows that \(exhibit.label) compares, \(first.value) has the highest and \(last.value) the lowest value of \(head.value) \(topic)",
        first.spans + last.spans + head.spans + [exhibit.caption],
        .computed("comparison of the rows of a table"))
    }
    return nil
  }

  private static let systems = [
    "model", "method", "system", "algorithm", "approach", "variant", "encoder", "agent",
    "architecture", "optimizer", "classifier",
  ]

  /// Whether the numbers of a column have decimals, as results have and settings mostly not.
  private func isDecimal(_ column: Int, _ rows: [[Cell]]) -> Bool {
    let printed = rows.compactMap { row -> String? in
      guard row.indices.contains(column), let span = row[column].span else { return nil }
      return view.text(of: span)
    }
    return printed.count > Self.leastRows && printed.allSatisfy { $0.contains(".") }
  }

  // MARK: By marks

  /// The row with the most values in bold, where the caption says that these are the best.
  private func byMarks(_ grid: Grid) -> Grounded<String>? {
    let caption = view.sentence(exhibit.caption).words
    guard caption.hold("bold", "boldface", "bolded") else { return nil }
    let rows = Array(grid.rows.dropFirst(grid.headerRows))
    let counts = rows.map { row in row.dropFirst().count { $0.bold != nil } }
    guard rows.count >= Self.leastRows, let most = counts.max(), most > 0,
      counts.count(where: { $0 == most }) == 1, let best = counts.firstIndex(of: most),
      let name = name(of: rows[best], among: rows)
    else { return nil }
    return Grounded(
      "Of the rows that \(exhibit.label) compares, \(name.value) has the most values that are marked as best \(topic)",
      name.spans + [exhibit.caption], .computed("marks of the best values of a table"))
  }

  // MARK: Words

  /// `in “Error of the sorters on damp marbles”.`
  private var topic: String {
    let caption = view.grounded(exhibit.caption)
    guard let title = Title.make(of: caption, limit: 120)?.value,
      NumberToken.scan(title).isEmpty, Wording.isFieldSafe(title)
    else { return "under the setting of its caption." }
    return "in “\(title)”."
  }

  /// The first cell of a row, if no other row begins with the same.
  private func name(of row: [Cell], among rows: [[Cell]]) -> Grounded<String>? {
    guard let whole = row.first?.span else { return nil }
    // `Scale [5]`: the name alone.
    let mark = view.text(of: whole).utf8Range(of: " [")?.lowerBound
    let span = mark.map { whole.narrowed(to: 0..<$0) } ?? whole
    let text = view.text(of: span)
    let twins = rows.count { $0.first?.span.map { view.text(of: $0).hasPrefix(text) } ?? false }
    guard twins == 1 else { return nil }
    let isName =
      text.contains(where: \.isLetter) && text.count < 60 && !text.has("`")
      && !text.has("{") && !text.has("[") && !Self.headWords.contains(text.lowercase)
    guard isName else { return nil }
    // A name with a number is set as such: no result may stand in a statement.
    return NumberToken.scan(text).isEmpty
      ? view.grounded(span) : Grounded("`\(text)`", [span], .computed("name of a row"))
  }

  /// What heads a column of names and names no row.
  private static let headWords: Set<String> = [
    "model", "models", "method", "methods", "dataset", "datasets", "system", "task", "metric",
    "average", "mean", "total", "all",
  ]

  private func head(of column: Int, in grid: Grid) -> Grounded<String>? {
    for row in grid.rows.prefix(grid.headerRows).reversed() where row.indices.contains(column) {
      guard let span = row[column].span else { continue }
      let text = view.text(of: span)
      guard text.count < 60, NumberToken.scan(text).isEmpty, Wording.isFieldSafe("\(text) of rows")
      else { return nil }
      return view.grounded(span)
    }
    return nil
  }
}
