internal import IR

/// Titles of columns that are turned on their side, as narrow columns have them.
struct SidewaysTitles {
  /// The sideways words of the table.
  let words: [Word]
  let columns: [ClosedRange<Double>]
  let fonts: [Font]

  /// Puts titles above the columns into the first row where they stand beside its cells, else into a
  /// row of their own.
  func add(to rows: inout [TableRow]) {
    guard words.count > 1, let first = rows.first else { return }
    let titles = TableRow(cells(above: first.box.y1))
    guard titles.cells.count > 1 else { return }
    if titles.box.y1 < first.middle {
      rows.insert(titles, at: 0)
    } else if titles.box.y0 < first.middle, titles.columns.isDisjoint(with: first.columns),
      rows.count < 2 || titles.box.y1 < rows[1].middle
    {
      rows[0].merge(titles, fonts: fonts)
    }
  }

  private func cells(above bottom: Double) -> [TableCell] {
    var cells = [TableCell?](repeating: nil, count: columns.count)
    for title in SidewaysLine.group(words.filter { $0.box.y0 <= bottom }) {
      guard let column = columns.firstIndex(where: { isAbove($0, title) }) else { continue }
      let line = TextLine(title.words, fonts: fonts, text: title.text)
      if cells[column]?.lines.append(line) == nil {
        cells[column] = TableCell(lines: [line], columns: column...column)
      }
    }
    return cells.compactMap(\.self)
  }

  private func isAbove(_ column: ClosedRange<Double>, _ title: SidewaysLine) -> Bool {
    title.box.midX > column.lowerBound - 2 && title.box.midX < column.upperBound + 2
  }
}
