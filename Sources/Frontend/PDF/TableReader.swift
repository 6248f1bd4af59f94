internal import IR

/// Reads the lines and rules of a table to a grid.
struct TableReader {
  let region: ExhibitRegion
  let rules: PageRules
  let fonts: [Font]

  /// A grid of cells before their text has a place in the paper.
  struct RawGrid {
    var rows: [[TableCell?]]
    var headerRows: Int
    var headerColumns: Int
  }

  func read() -> RawGrid? {
    let pieces = region.lines.flatMap { cellPieces(of: $0) }
    var rows = TableRows.group(RaisedText.joined(pieces, fonts: fonts))
    guard rows.count >= 2 else { return nil }
    rows = rows.filter { !$0.isEmpty }
    let columns = ColumnFinder(rows: rows, verticals: innerVerticals).find()
    guard columns.count >= 2 else { return nil }
    var cells = rows.map { row in place(row, in: columns) }
    let separated = ruledGaps(rows)
    let header = headerRowCount(rows, separated)
    for index in 0..<min(header - 1, rows.count) {
      cells[index] = widened(cells[index] ?? [], in: columns, below: rowBottom(rows[index]))
    }
    let merger = TableRowMerger(rows: rows, header: header, ruled: separated)
    merger.mergeContinuations(&cells)
    merger.fillRowGroups(&cells)
    let grid = cells.compactMap { $0 }.map { spread($0, over: columns.count) }
    let headerRows = min(header, max(grid.count - 1, 0))
    return RawGrid(
      rows: grid, headerRows: headerRows,
      headerColumns: headerColumns(Array(grid.dropFirst(headerRows)), columns.count))
  }

  /// A line's words, split where the gap is wider than a space in running text.
  private func cellPieces(of line: TextLine) -> [TextLine] {
    let cuts = innerVerticals.filter { $0.box.y0 < line.box.midY && $0.box.y1 > line.box.midY }
    var groups: [[Word]] = []
    for word in line.words {
      if let last = groups.last?.last {
        let gap = word.box.x0 - last.box.x1
        let isCut = cuts.contains { $0.x > last.box.midX && $0.x < word.box.midX }
        if gap <= widestSpace(last, word) * line.size, !isCut {
          groups[groups.count - 1].append(word)
          continue
        }
      }
      groups.append([word])
    }
    return groups.map { TextLine($0, fonts: fonts) }
  }

  /// The widest space inside a cell, in sizes of the font: less between two numbers.
  private func widestSpace(_ a: Word, _ b: Word) -> Double {
    let areNumbers = [a, b].allSatisfy { word in
      word.glyphs.allSatisfy {
        $0.scalar.isASCIIDigit || ".,%-−+".unicodeScalars.contains($0.scalar)
      }
        && word.glyphs.contains { $0.scalar.isASCIIDigit }
    }
    return areNumbers ? 0.28 : 0.46
  }

  /// Vertical rules that cross a part of the table.
  private var innerVerticals: [Rule] {
    rules.vertical.filter { rule in
      rule.x > region.box.x0 + 3 && rule.x < region.box.x1 - 3
        && rule.box.overlapsVertically(region.box, by: 4)
        && region.box.insetBy(-4).contains(rule.box, slack: 6)
    }
  }

  // MARK: Placing

  private func place(_ row: [TextLine], in columns: [ClosedRange<Double>]) -> [TableCell]? {
    row.map { piece in
      let covered = columns.indices.filter { index in
        let overlap =
          min(columns[index].upperBound, piece.box.x1)
          - max(columns[index].lowerBound, piece.box.x0)
        let width = columns[index].upperBound - columns[index].lowerBound
        return overlap > min(0.5 * width, 0.5 * piece.box.width, 6)
      }
      let nearest =
        columns.indices.min {
          distance(piece, columns[$0]) < distance(piece, columns[$1])
        } ?? 0
      return TableCell(
        lines: [piece], columns: (covered.first ?? nearest)...(covered.last ?? nearest))
    }
  }

  private func rowBottom(_ row: [TextLine]) -> Double { row.map(\.box.y1).max() ?? 0 }

  /// Spanning cells of an upper header row: as wide as the rule under them, else as the columns
  /// that they are centred over.
  private func widened(_ row: [TableCell], in columns: [ClosedRange<Double>], below bottom: Double)
    -> [TableCell]
  {
    var row = row
    for index in row.indices where row[index].columns.lowerBound > 0 || row.count == 1 {
      let taken = row.indices.filter { $0 != index }.map { row[$0].columns }
      let ruled =
        columnsOverRule(below: row[index].box, bottom, columns)
        ?? columnsBetweenRules(around: row[index].box, columns)
      if let ruled, !taken.contains(where: { $0.overlaps(ruled) }) {
        row[index].columns = ruled
      } else if let centred = columnsCentred(on: row[index], columns, taken) {
        row[index].columns = centred
      }
    }
    return row
  }

  private func columnsOverRule(below box: Box, _ bottom: Double, _ columns: [ClosedRange<Double>])
    -> ClosedRange<Int>?
  {
    let rule = region.rules.first { rule in
      rule.y > box.midY && rule.y < bottom + 0.9 * box.height
        && rule.box.width < 0.85 * region.box.width
        && rule.box.x0 < box.x0 + 3 && rule.box.x1 > box.x1 - 3
    }
    return rule.flatMap { covered(from: $0.box.x0, to: $0.box.x1, columns) }
  }

  /// The columns between the vertical rules on both sides of a cell; the table ends at its sides.
  private func columnsBetweenRules(around box: Box, _ columns: [ClosedRange<Double>])
    -> ClosedRange<Int>?
  {
    let beside = innerVerticals.filter { $0.box.y0 < box.midY && $0.box.y1 > box.midY }.map(\.x)
    guard !beside.isEmpty else { return nil }
    let left = beside.filter { $0 < box.midX }.max() ?? region.box.x0
    let right = beside.filter { $0 > box.midX }.min() ?? region.box.x1
    guard abs((left + right) / 2 - box.midX) < 0.1 * (right - left) else { return nil }
    return covered(from: left, to: right, columns)
  }

  /// The columns whose middles lie in a range.
  private func covered(from left: Double, to right: Double, _ columns: [ClosedRange<Double>])
    -> ClosedRange<Int>?
  {
    let covered = columns.indices.filter { index in
      let middle = (columns[index].lowerBound + columns[index].upperBound) / 2
      return middle > left && middle < right
    }
    guard let first = covered.first, let last = covered.last else { return nil }
    return first...last
  }

  /// The widest free range of columns around a cell whose middle is the cell's.
  private func columnsCentred(
    on cell: TableCell, _ columns: [ClosedRange<Double>], _ taken: [ClosedRange<Int>]
  ) -> ClosedRange<Int>? {
    var best: ClosedRange<Int>?
    for first in 1...max(1, cell.columns.lowerBound) where first <= cell.columns.lowerBound {
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

  private func distance(_ piece: TextLine, _ column: ClosedRange<Double>) -> Double {
    abs(piece.box.midX - (column.lowerBound + column.upperBound) / 2)
  }

  /// One entry per column; a spanning cell stands in each column that it covers.
  private func spread(_ cells: [TableCell], over count: Int) -> [TableCell?] {
    var row = [TableCell?](repeating: nil, count: count)
    for cell in cells {
      for column in cell.columns where column < count {
        if var other = row[column], other.box != cell.box {
          other.lines += cell.lines
          row[column] = other
        } else {
          row[column] = cell
        }
      }
    }
    return row
  }

  // MARK: Header

  /// For each gap between rows, the widest share of the table that a rule in it covers.
  private func ruledGaps(_ rows: [[TextLine]]) -> [Double] {
    zip(rows, rows.dropFirst()).map { above, below in
      let top = above.map(\.box.midY).reduce(0, +) / Double(above.count)
      let bottom = below.map(\.box.midY).reduce(0, +) / Double(below.count)
      let covered = region.rules.filter { $0.y > top && $0.y < bottom }.map(\.box.width)
      return (covered.max() ?? 0) / max(region.box.width, 1)
    }
  }

  /// Rows above the first rule that crosses the whole table, and those after it that have such
  /// rules of their own where the body has few; one, where no rule tells.
  private func headerRowCount(_ rows: [[TextLine]], _ ruled: [Double]) -> Int {
    guard let first = ruled.firstIndex(where: { $0 > 0.85 }), first < 6, first + 1 < rows.count
    else {
      return 1
    }
    let hasValues = rows.map { row in row.contains { CellText.isValue($0.text) } }
    var count = first + 1
    while count < 5, count < ruled.count, ruled[count] > 0.85, !hasValues[count],
      ruled[(count + 1)...].count(where: { $0 > 0.85 }) * 2 < ruled.count - count - 1,
      hasValues[(count + 1)...].count(where: \.self) * 2 > rows.count - count - 1
    {
      count += 1
    }
    return count
  }

  /// Leading columns that name their rows.
  private func headerColumns(_ body: [[TableCell?]], _ columns: Int) -> Int {
    var count = 0
    for column in 0..<max(columns - 1, 0) {
      let texts = body.compactMap { $0[column] }.map(\.text)
      let numeric = texts.count { CellText.isNumeric($0) }
      guard texts.count > numeric * 2 || (column == 0 && texts.isEmpty) else { break }
      count += 1
    }
    return max(1, min(count, 3))
  }

}
