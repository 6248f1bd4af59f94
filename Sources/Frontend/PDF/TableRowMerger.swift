internal import IR

/// Joins the lines of a table's body that are parts of one row, and gives each row the label of its
/// group.
struct TableRowMerger {
  let columns: [ClosedRange<Double>]
  let rules: TableRules
  /// Rows of the header.
  let header: Int
  /// Labels that are turned on their side.
  let labels: SidewaysLabels
  let fonts: [Font]

  func assemble(_ rows: inout [TableRow]) {
    let gaps = zip(rows.dropFirst(header), rows.dropFirst(header + 1)).map(Self.gap).sorted()
    guard !gaps.isEmpty else { return }
    let usual = gaps[gaps.count / 2]
    joinCentred(&rows, usual)
    joinRuled(&rows)
    joinBroken(&rows, usual)
    widenTitles(&rows)
    labels.add(to: &rows, from: header)
    RowGroups(rules: rules, header: header, fonts: fonts).fill(&rows)
  }

  /// From the last baseline of a row to the first of the next: tall symbols do not move them.
  private static func gap(_ above: TableRow, _ below: TableRow) -> Double {
    (below.cells.compactMap { $0.lines.first?.bottom }.min() ?? 0)
      - (above.cells.compactMap { $0.lines.last?.bottom }.max() ?? 0)
  }

  // MARK: Lines of one row

  /// Joins a row with the lines around it that it stands between: `PaLM 540B` and `(finetuned)`
  /// above and below the values of both.
  private func joinCentred(_ rows: inout [TableRow], _ usual: Double) {
    var index = max(header, 0) + 1
    while index < rows.count {
      let above = rows[index - 1]
      if index + 1 < rows.count, isCentred(rows[index], between: above, rows[index + 1], usual) {
        rows[index - 1].merge(rows[index], fonts: fonts)
        rows[index - 1].merge(rows[index + 1], fonts: fonts)
        rows.removeSubrange(index...(index + 1))
      } else if Self.gap(above, rows[index]) < 0.45 * usual,
        rules.share(between: above, rows[index]) == 0,
        above.columns.isDisjoint(with: rows[index].columns),
        index + 1 == rows.count || Self.gap(rows[index], rows[index + 1]) > 0.7 * usual
      {
        rows[index - 1].merge(rows[index], fonts: fonts)
        rows.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  private func isCentred(
    _ row: TableRow, between above: TableRow, _ below: TableRow, _ usual: Double
  ) -> Bool {
    let (before, after) = (Self.gap(above, row), Self.gap(row, below))
    guard before < 0.75 * max(usual, 1), after < 0.75 * max(usual, 1),
      abs(before - after) < 0.35 * usual,
      rules.share(between: above, row) == 0, rules.share(between: row, below) == 0,
      row.columns.isDisjoint(with: above.columns.union(below.columns)),
      below.isStacked(on: above, fonts: fonts) || above.cells.count == 1 && below.cells.count == 1
    else { return false }
    // One label between two rows of values names both.
    let isLabel = row.cells.count == 1 && row.columns == [0]
    return !isLabel && below.cells.allSatisfy { !CellText.isValue($0.text) }
      && above.columns == below.columns
  }

  // MARK: Rows between rules

  /// Joins all lines between two rules that cross the table, where they are one row of broken text.
  private func joinRuled(_ rows: inout [TableRow]) {
    let bands = bands(of: rows)
    guard bands.count > 1 else { return }
    let text = WrappedText(rows[header...])
    let long = bands.filter { $0.count > 1 }
    let texts = long.filter { isText(rows[$0], text) }
    guard !texts.isEmpty else { return }
    // Code and verse are not broken as text is, but stand in rows like those of the others.
    let joined = texts.count * 3 >= long.count * 2 ? long : texts
    for band in joined.reversed() where hasOneLabel(rows[band], text) {
      for index in band.dropFirst() { rows[band.lowerBound].merge(rows[index], fonts: fonts) }
      rows.removeSubrange((band.lowerBound + 1)..<band.upperBound)
    }
  }

  private func bands(of rows: [TableRow]) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    var start = header
    for index in rows.indices.dropFirst(header) {
      guard
        index + 1 == rows.count || rules.isFull(between: rows[index], rows[index + 1])
      else { continue }
      bands.append(start..<(index + 1))
      start = index + 1
    }
    return bands
  }

  private func isText(_ rows: ArraySlice<TableRow>, _ text: WrappedText) -> Bool {
    let cells = rows.flatMap(\.cells).filter { $0.columns.count == 1 }
    return columns.indices.contains { column in
      text.isText(cells.filter { $0.columns == column...column }.flatMap(\.lines), in: column)
    }
      && !columns.indices.contains { column in
        let own = cells.filter { $0.columns == column...column }
        return own.count > 1 && own.allSatisfy { CellText.isValue($0.text) }
      }
  }

  /// Whether the first column has one cell at most, or one text.
  private func hasOneLabel(_ rows: ArraySlice<TableRow>, _ text: WrappedText) -> Bool {
    let labels = rows.flatMap(\.cells).filter { $0.columns.lowerBound == 0 }
    if labels.dropFirst().allSatisfy({ CellText.isContinuation($0.text) }) { return true }
    let words = labels.flatMap(\.lines).map(\.words.count).reduce(0, +)
    return words >= 4 * (labels.count - 1) && text.isText(labels.flatMap(\.lines), in: 0)
  }

  // MARK: Rows without rules

  /// Joins a row to the one above where it only continues cells of words.
  private func joinBroken(_ rows: inout [TableRow], _ usual: Double) {
    let text = WrappedText(rows.dropFirst(header))
    var index = header + 1
    while index < rows.count {
      let (above, row) = (rows[index - 1], rows[index])
      let gap = Self.gap(above, row)
      if rules.share(between: above, row) == 0, gap <= usual + 1,
        continues(row, above, isTight: gap < 0.8 * usual, text)
      {
        rows[index - 1].merge(row, fonts: fonts)
        rows.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  private func continues(_ row: TableRow, _ above: TableRow, isTight: Bool, _ text: WrappedText)
    -> Bool
  {
    let hasHost = row.cells.allSatisfy { cell in
      above.cells.contains { $0.columns.overlaps(cell.columns) }
    }
    guard hasHost, row.cells.count < above.cells.count else { return false }
    let isWords = row.cells.allSatisfy(Self.isWords)
    if isTight, isWords { return true }
    let startsLater = row.cells.allSatisfy { $0.columns.lowerBound > 0 }
    let isContinued = row.cells.allSatisfy { CellText.isContinuation($0.text) }
    if startsLater, isContinued, isWords, row.cells.count * 3 <= above.cells.count { return true }
    guard startsLater || isContinued else { return false }
    return row.cells.allSatisfy { cell in
      above.cells.contains { host in
        guard host.columns == cell.columns, let last = host.lines.last, let next = cell.lines.first,
          Self.isWords(cell) || last.text.hasSuffix("-")
        else { return false }
        return text.continues(last, next, in: cell.columns.lowerBound)
      }
    }
  }

  private static func isWords(_ cell: TableCell) -> Bool {
    !CellText.isNumeric(cell.text) && !CellText.isMark(cell.text)
  }

  // MARK: Titles

  /// A title centred over rows of the body covers their columns.
  private func widenTitles(_ rows: inout [TableRow]) {
    guard columns.count > 2 else { return }
    let spans = TableHeader(columns: columns, rules: rules, verticals: [], fonts: fonts)
    for index in rows.indices.dropFirst(max(header - 1, 0)) {
      let row = rows[index]
      let own = row.cells.indices.filter { row.cells[$0].columns != 0...0 }
      guard own.count == 1, let title = own.first, title == 0 || index < header,
        Self.isWords(row.cells[title]),
        index > 0 && rules.isFull(between: rows[index - 1], row)
          || index + 1 < rows.count && rules.isFull(between: row, rows[index + 1]),
        let range = spans.columnsCentred(
          on: row.cells[title], from: 0, title == 0 ? [] : [0...0])
      else { continue }
      rows[index].cells[title].columns = range
    }
  }
}
