internal import IR

/// Finds the header of a table, and puts its lines together to rows of labels.
struct TableHeader {
  let columns: [ClosedRange<Double>]
  let rules: TableRules
  /// Vertical rules inside the table.
  let verticals: [Rule]
  let fonts: [Font]

  /// Rows above the first rule that crosses the whole table, and those after it that have such
  /// rules of their own where the body has few; one, where no rule tells; none, where the first
  /// rule only ends a group of rows.
  func count(_ rows: [TableRow]) -> Int {
    let ruled = zip(rows, rows.dropFirst()).map { rules.share(between: $0, $1) }
    guard let first = ruled.firstIndex(where: { $0 > 0.85 }), first < 9, first + 1 < rows.count
    else { return 1 }
    let hasValues = rows.map { row in row.cells.contains { CellText.isValue($0.text) } }
    let values = hasValues[...first].count(where: \.self)
    if first >= 2, values * 3 > (first + 1) * 2 { return 0 }
    guard first < 6 || values == 0 else { return 1 }
    var count = first + 1
    while count < 5, count < ruled.count, ruled[count] > 0.85, !hasValues[count],
      ruled[(count + 1)...].count(where: { $0 > 0.85 }) * 2 < ruled.count - count - 1,
      hasValues[(count + 1)...].count(where: \.self) * 2 > rows.count - count - 1
    {
      count += 1
    }
    return count
  }

  /// Gives spanning labels their columns, joins what stands on several lines, and repeats labels of
  /// several rows. Returns how many rows the header has then.
  func assemble(_ rows: inout [TableRow], _ count: Int) -> Int {
    guard count > 1 else { return count }
    var header = Array(rows[..<count])
    for index in header.indices.dropLast() {
      // A label beside two lines keeps both from spreading over its columns.
      var taken: Set<Int> = []
      for other in [index - 1, index + 1] where header.indices.contains(other) {
        if isBetween(other, header) { taken.formUnion(header[other].columns) }
      }
      widen(&header[index], taken, above: header[index + 1])
    }
    joinLines(&header)
    repeatLabels(&header)
    rows.replaceSubrange(..<count, with: header)
    return header.count
  }

  // MARK: Lines

  /// Whether a row stands between the two lines beside it rather than below one of them.
  private func isBetween(_ index: Int, _ rows: [TableRow]) -> Bool {
    guard index > 0, index + 1 < rows.count else { return false }
    let (above, row, below) = (rows[index - 1], rows[index], rows[index + 1])
    let pitch = below.middle - above.middle
    let share = (row.middle - above.middle) / max(pitch, 1)
    return pitch < 2.1 * (row.cells.first?.lines.first?.size ?? 0) && share > 0.2 && share < 0.8
      && row.columns.isDisjoint(with: above.columns.union(below.columns))
  }

  private func joinLines(_ rows: inout [TableRow]) {
    var index = 1
    while index < rows.count {
      let isRuled = rules.share(between: rows[index - 1], rows[index]) > 0
      if isBetween(index, rows), !isRuled, rules.share(between: rows[index], rows[index + 1]) == 0,
        rows[index + 1].cells.count == rows[index - 1].cells.count,
        rows[index + 1].isStacked(on: rows[index - 1], fonts: fonts)
      {
        rows[index - 1].merge(rows[index], fonts: fonts)
        rows[index - 1].merge(rows[index + 1], fonts: fonts)
        rows.removeSubrange(index...(index + 1))
      } else if !isRuled, isNextLine(rows[index], of: rows[index - 1]),
        rows[index].isStacked(on: rows[index - 1], fonts: fonts)
      {
        rows[index - 1].merge(rows[index], fonts: fonts)
        rows.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  private func isNextLine(_ row: TableRow, of other: TableRow) -> Bool {
    guard let size = row.cells.first?.lines.first?.size else { return false }
    let bottom = other.cells.flatMap(\.lines).map(\.box.midY).max() ?? 0
    return row.middle - bottom < 1.45 * size
      && row.cells.contains { $0.text.contains(where: \.isLetter) }
  }

  /// Labels that stand between rows and in columns of their own belong to all of them.
  private func repeatLabels(_ rows: inout [TableRow]) {
    var index = 1
    while index + 1 < rows.count {
      let others = rows.indices.filter { $0 != index }.map { rows[$0].columns }
      guard rows[index].columns.isDisjoint(with: others.reduce(into: []) { $0.formUnion($1) })
      else {
        index += 1
        continue
      }
      let labels = rows.remove(at: index).cells
      for other in rows.indices { rows[other].add(labels) }
    }
  }

  // MARK: Columns

  /// Spanning cells: as wide as the rule under them, else as the columns that they are centred
  /// over.
  private func widen(_ row: inout TableRow, _ closed: Set<Int>, above next: TableRow) {
    guard columns.count < Self.mostColumns else { return }
    for index in row.cells.indices
    where row.cells[index].columns.lowerBound > 0 || row.cells.count == 1 {
      let taken = row.cells.indices.filter { $0 != index }.map { row.cells[$0].columns }
      let cell = row.cells[index]
      let ruled =
        columnsOverRule(below: cell.box, row.box.y1) ?? columnsBetweenRules(around: cell.box)
      if let ruled, !taken.contains(where: { $0.overlaps(ruled) }) {
        row.cells[index].columns = ruled
      } else if let centred = columnsCentred(
        on: cell, from: 1, taken + closed.sorted().map { $0...$0 }),
        !isFirstLine(cell, of: next, ratherThanOver: centred)
      {
        row.cells[index].columns = centred
      }
    }
  }

  /// Tables of more columns have no spans that are worth the search.
  private static let mostColumns = 80

  /// Whether a cell stands right over one cell of the next row, and less so over a range of columns.
  private func isFirstLine(
    _ cell: TableCell, of next: TableRow, ratherThanOver range: ClosedRange<Int>
  ) -> Bool {
    let middle = (columns[range.lowerBound].lowerBound + columns[range.upperBound].upperBound) / 2
    return next.cells.contains { below in
      below.columns == cell.columns && abs(below.box.midX - cell.box.midX) < 0.6
        && abs(middle - cell.box.midX) > 1.5
    }
  }

  private func columnsOverRule(below box: Box, _ bottom: Double) -> ClosedRange<Int>? {
    let rule = rules.rules.first { rule in
      rule.y > box.midY && rule.y < bottom + 0.9 * box.height
        && rule.box.width < 0.85 * rules.box.width
        && rule.box.x0 < box.x0 + 3 && rule.box.x1 > box.x1 - 3
    }
    return rule.flatMap { covered(from: $0.box.x0, to: $0.box.x1) }
  }

  /// The columns between the vertical rules on both sides of a cell; the table ends at its sides.
  private func columnsBetweenRules(around box: Box) -> ClosedRange<Int>? {
    let beside = verticals.filter { $0.box.y0 < box.midY && $0.box.y1 > box.midY }.map(\.x)
    guard !beside.isEmpty else { return nil }
    let left = beside.filter { $0 < box.midX }.max() ?? rules.box.x0
    let right = beside.filter { $0 > box.midX }.min() ?? rules.box.x1
    guard abs((left + right) / 2 - box.midX) < 0.1 * (right - left) else { return nil }
    return covered(from: left, to: right)
  }

  /// The columns whose middles lie in a range.
  private func covered(from left: Double, to right: Double) -> ClosedRange<Int>? {
    let covered = columns.indices.filter { index in
      let middle = (columns[index].lowerBound + columns[index].upperBound) / 2
      return middle > left && middle < right
    }
    guard let first = covered.first, let last = covered.last else { return nil }
    return first...last
  }

  /// The widest free range of columns around a cell whose middle is the cell's; it begins with
  /// column `start` at the earliest.
  func columnsCentred(on cell: TableCell, from start: Int, _ taken: [ClosedRange<Int>])
    -> ClosedRange<Int>?
  {
    var best: ClosedRange<Int>?
    let first = min(start, cell.columns.lowerBound)
    for first in first...cell.columns.lowerBound {
      for last in cell.columns.upperBound..<columns.count {
        let range = first...last
        guard !taken.contains(where: { $0.overlaps(range) }) else { continue }
        let middle = (columns[first].lowerBound + columns[last].upperBound) / 2
        let width = columns[last].upperBound - columns[first].lowerBound
        guard abs(middle - cell.box.midX) < 0.06 * width + 2,
          range.count > (best?.count ?? cell.columns.count)
        else { continue }
        best = range
      }
    }
    return best
  }
}
