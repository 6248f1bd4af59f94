internal import IR

/// Reads the lines and rules of a table to a grid.
struct TableReader {
  let region: ExhibitRegion
  let rules: PageRules
  let fonts: [Font]
  /// Words on their side within the region.
  var sideways: [Word] = []

  /// A grid of cells before their text has a place in the paper.
  struct RawGrid {
    var rows: [[TableCell?]]
    var headerRows: Int
    var headerColumns: Int
  }

  func read() -> RawGrid? {
    let pieces = TallSigns.inTable(region.lines, fonts: fonts).flatMap { cellPieces(of: $0) }
    let split = TableRows.group(RaisedText.joined(pieces, fonts: fonts)).filter { !$0.isEmpty }
    let lines = JustifiedLines(split, width: region.box.width, fonts: fonts).joined(split)
    guard lines.count >= 2 else { return nil }
    var columns = ColumnFinder(rows: lines, verticals: innerVerticals).find()
    guard columns.count >= 2 else { return nil }
    let labels = SidewaysLabels(sideways, below: lines[0], columns: &columns, fonts: fonts)
    var rows = lines.map { TableRow(place($0, in: columns)) }
    SidewaysTitles(words: sideways, columns: columns, fonts: fonts).add(to: &rows)
    let rules = TableRules(rules: region.rules, box: region.box)
    let reader = TableHeader(
      columns: columns, rules: rules, verticals: innerVerticals, fonts: fonts)
    let header = reader.assemble(&rows, reader.count(rows))
    TableRowMerger(columns: columns, rules: rules, header: header, labels: labels, fonts: fonts)
      .assemble(&rows)
    let grid = rows.map { spread($0.cells, over: columns.count) }
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
    if areNumbers { return 0.28 }
    // A space of a typewriter is as wide as its letters.
    let areTyped = [a, b].allSatisfy { word in
      word.glyphs.first.map { fonts[$0.font].style.isMonospaced } ?? false
    }
    return areTyped ? 0.75 : 0.46
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

  /// The cells of a row. What stands in one column is one cell; where two reach into a column, it
  /// is that of the nearer one.
  private func place(_ row: [TextLine], in columns: [ClosedRange<Double>]) -> [TableCell] {
    var cells: [TableCell] = []
    for piece in row {
      var cell = place(piece, in: columns)
      if var last = cells.last, last.columns.overlaps(cell.columns) {
        let shared = cell.columns.lowerBound
        if cell.columns.count > 1, shared == last.columns.upperBound,
          last.columns.count == 1
            || distance(last, columns[shared]) < distance(cell, columns[shared])
        {
          cell.columns = (shared + 1)...cell.columns.upperBound
        } else if last.columns.count > 1, last.columns.upperBound == shared {
          last.columns = last.columns.lowerBound...(shared - 1)
          cells[cells.count - 1] = last
        } else {
          cells[cells.count - 1].append(cell, fonts: fonts)
          continue
        }
      }
      cells.append(cell)
    }
    return cells
  }

  private func place(_ piece: TextLine, in columns: [ClosedRange<Double>]) -> TableCell {
    let covered = columns.indices.filter { index in
      let overlap =
        min(columns[index].upperBound, piece.box.x1) - max(columns[index].lowerBound, piece.box.x0)
      let width = columns[index].upperBound - columns[index].lowerBound
      return overlap > min(0.5 * width, 0.5 * piece.box.width, 6)
    }
    let cell = TableCell(lines: [piece], columns: 0...0)
    let nearest =
      columns.indices.min { distance(cell, columns[$0]) < distance(cell, columns[$1]) } ?? 0
    return TableCell(
      lines: [piece], columns: (covered.first ?? nearest)...(covered.last ?? nearest))
  }

  private func distance(_ cell: TableCell, _ column: ClosedRange<Double>) -> Double {
    abs(cell.box.midX - (column.lowerBound + column.upperBound) / 2)
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
