internal import IR

/// The numbers of a table, each with the labels of its row and its column.
struct AddressedTable {
  struct Label {
    let span: SourceSpan
    /// Without citations.
    let text: String
    let words: ComparisonWords
    /// What tells it apart; empty for a label that names nothing by itself.
    let telling: Set<String>
  }

  struct Entry {
    /// One for each column of row labels and each row of the header; nil where a cell is empty.
    let labels: [Label?]
    let span: SourceSpan
    let value: Double
    /// What stands behind `±`, else 0.
    let spread: Double
  }

  let entries: [Entry]
  /// How many labels each entry has.
  let depth: Int
  /// How many of them, the first ones, are its row's.
  let rowLabels: Int
  /// By slot, the labels that name something, each once.
  let names: [[Set<String>]]
  /// The words of those labels that say what is measured.
  let measures: Set<String>

  private static let mostCells = 4_000

  init(_ grid: Grid, _ view: PaperView) {
    let columns = max(1, grid.headerColumns)
    depth = columns + grid.headerRows
    rowLabels = columns
    guard grid.rows.reduce(0, { $0 + $1.count }) <= Self.mostCells else {
      (entries, names, measures) = ([], Array(repeating: [], count: depth), [])
      return
    }
    var known: [SourceSpan: Label] = [:]
    func label(_ cell: Cell?) -> Label? {
      guard let span = cell?.span else { return nil }
      if let label = known[span] { return label }
      let label = Label(span, view)
      known[span] = label
      return label
    }
    let header = grid.rows.prefix(grid.headerRows)
    var entries: [Entry] = []
    for row in grid.rows.dropFirst(grid.headerRows) {
      let names = (0..<columns).map { row.indices.contains($0) ? label(row[$0]) : nil }
      for column in row.indices.dropFirst(columns) {
        guard let span = row[column].span, let reading = CellReading(span, view) else { continue }
        let heads = header.map { $0.indices.contains(column) ? label($0[column]) : nil }
        entries.append(
          Entry(
            labels: names + heads, span: span, value: reading.value, spread: reading.spread))
      }
    }
    self.entries = entries
    names = (0..<depth).map { slot in
      var seen: Set<Set<String>> = []
      return entries.compactMap { $0.labels[slot]?.telling }.filter {
        !$0.isEmpty && seen.insert($0).inserted
      }
    }
    measures = names.joined().reduce(into: Set<String>()) { $0.formUnion($1) }
      .filter(MeasureDirection.isMeasure)
  }
}

extension Collection<Set<String>> {
  /// Those that are part of no other: `careful sorter`, not `sorter`.
  var longest: [Set<String>] {
    filter { label in !contains { label.isStrictSubset(of: $0) } }
  }
}

extension AddressedTable.Label {
  fileprivate init(_ span: SourceSpan, _ view: PaperView) {
    self.span = span
    text = ComparisonWords.withoutCitations(view.text(of: span)).trimmed(of: " ")
    words = ComparisonWords(text)
    // `+ noise` adds to the row above, whatever that is.
    let adds = text.first.map { "+−-–".contains($0) } ?? false
    let told = words.telling
    let isName = told.contains { $0.utf8.count > 1 && $0.contains(where: \.isLetter) }
    telling = adds || !isName ? [] : told
  }
}

/// The one number of a cell, with its spread where one follows.
struct CellReading {
  let value: Double
  /// What stands behind `±`, else 0.
  let spread: Double

  /// Nil for a cell of words, of several numbers, or of none.
  init?(_ span: SourceSpan, _ view: PaperView) {
    let printed = view.text(of: span)
    let numbers = CellNumbers.scan(printed[...])
    let hasSpread = numbers.count == 2 && printed.contains("±")
    guard numbers.count == 1 || hasSpread, let value = numbers[0].value else { return nil }
    self.value = printed.hasPrefix("-") || printed.hasPrefix("−") ? -value : value
    spread = hasSpread ? numbers[1].value ?? 0 : 0
  }
}
