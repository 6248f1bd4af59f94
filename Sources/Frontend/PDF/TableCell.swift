internal import IR

/// A cell as it is read: its lines, and the columns that it covers.
struct TableCell {
  var lines: [TextLine]
  var columns: ClosedRange<Int>

  var text: String { lines.map(\.text).joined(separator: " ") }

  var box: Box { lines.dropFirst().reduce(lines[0].box) { $0.union($1.box) } }

  /// Takes in the lines of another cell, in reading order; what stands on one line becomes one.
  mutating func append(_ other: TableCell, fonts: [Font]) {
    for line in other.lines {
      let host = lines.firstIndex { Self.isOnLine($0, line) }
      let whole = host.map { TextLine(lines[$0].words + line.words, fonts: fonts) }
      // A line keeps the size of its letters: what is smaller is raised or lowered by that.
      if let host, let whole, whole.size > max(lines[host].size, line.size) - 0.1 {
        lines[host] = whole
      } else {
        lines.append(line)
      }
    }
    lines.sort { a, b in
      Self.isOnLine(a, b) ? a.box.x0 < b.box.x0 : a.box.midY < b.box.midY
    }
  }

  private static func isOnLine(_ a: TextLine, _ b: TextLine) -> Bool {
    abs(a.box.midY - b.box.midY) < 0.3 * max(a.size, b.size)
      && !a.box.overlapsHorizontally(b.box, by: 0.3 * a.size)
  }
}

/// A row while a table is put together: its cells, left to right, and the lines that they are of.
struct TableRow {
  var cells: [TableCell]
  /// Of everything in the row.
  private(set) var box: Box

  init(_ cells: [TableCell]) {
    self.cells = cells
    box = cells.dropFirst().reduce(cells.first?.box ?? Box(0, 0, 0, 0)) { $0.union($1.box) }
  }

  /// The columns that its cells cover.
  var columns: Set<Int> { Set(cells.flatMap(\.columns)) }

  /// Puts the cells of another row into this one; where both have a cell, its lines are joined.
  mutating func merge(_ other: TableRow, fonts: [Font]) {
    for cell in other.cells {
      if let host = cells.firstIndex(where: { $0.columns.overlaps(cell.columns) }) {
        cells[host].append(cell, fonts: fonts)
      } else {
        cells.append(cell)
      }
    }
    cells.sort { $0.columns.lowerBound < $1.columns.lowerBound }
    box = box.union(other.box)
  }

  /// Puts cells into the row that stand beside it and belong to it as to others: labels of several
  /// rows.
  mutating func add(_ labels: [TableCell]) {
    cells += labels.filter { label in
      !cells.contains { $0.columns.overlaps(label.columns) }
    }
    cells.sort { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  /// Whether every cell of another row, set in the same style, continues one cell of this row.
  func isStacked(on other: TableRow, fonts: [Font]) -> Bool {
    cells.allSatisfy { cell in
      other.cells.contains { above in
        guard above.columns == cell.columns, let last = above.lines.last,
          let first = cell.lines.first
        else { return false }
        return fonts[last.font].style.isBold == fonts[first.font].style.isBold
          && abs(last.size - first.size) < 0.1 * last.size
      }
    }
  }
}

/// The horizontal rules of a table, asked by where its rows stand.
struct TableRules {
  let rules: [Rule]
  let box: Box

  /// The widest share of the table that one rule between two ordinates covers.
  func share(from top: Double, to bottom: Double) -> Double {
    let covered = rules.filter { $0.y > top && $0.y < bottom }.map(\.box.width)
    return (covered.max() ?? 0) / max(box.width, 1)
  }

  func share(between above: TableRow, _ below: TableRow) -> Double {
    share(from: above.middle, to: below.middle)
  }

  /// Whether a rule between two rows crosses the whole table.
  func isFull(between above: TableRow, _ below: TableRow) -> Bool {
    share(between: above, below) > 0.85
  }

  /// Whether a rule between two rows crosses the first column, alone or with others.
  func closesGroup(between above: TableRow, _ below: TableRow, left: Double) -> Bool {
    rules.contains { rule in
      rule.y > above.middle && rule.y < below.middle && rule.box.x0 < left
        && rule.box.x1 > left && rule.box.width > 0.3 * box.width
    }
  }

  /// Whether a rule between two rows crosses all columns but the first.
  func partsRows(between above: TableRow, _ below: TableRow, left: Double) -> Bool {
    rules.contains { rule in
      rule.y > above.middle && rule.y < below.middle && rule.box.x0 > left
        && rule.box.width > 0.6 * box.width
    }
  }
}

extension TableRow {
  /// The mean of the middles of its cells: one tall cell moves it little.
  var middle: Double {
    cells.map(\.box.midY).reduce(0, +) / Double(max(cells.count, 1))
  }
}
