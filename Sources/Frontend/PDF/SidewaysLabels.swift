internal import IR

/// Labels of several rows that are turned on their side, as narrow columns have them.
struct SidewaysLabels {
  private(set) var cells: [TableCell] = []

  /// Words that stand below the first row. Left of all columns they make one of their own.
  init(
    _ words: [Word], below first: [TextLine], columns: inout [ClosedRange<Double>], fonts: [Font]
  ) {
    let header = first.map(\.box.y1).max() ?? 0
    // What is set at another angle is wider.
    let upright = words.filter { $0.box.y0 > header && $0.box.height > 1.5 * $0.box.width }
    let labels = Self.group(upright)
    guard !labels.isEmpty else { return }
    let left = labels.map(\.box.x0).min() ?? 0
    let right = labels.map(\.box.x1).max() ?? 0
    if let start = columns.first?.lowerBound, right < start { columns.insert(left...right, at: 0) }
    for label in labels {
      guard
        let column = columns.firstIndex(where: {
          label.box.midX > $0.lowerBound - 2 && label.box.midX < $0.upperBound + 2
        })
      else { continue }
      let line = TextLine(label.words, fonts: fonts, text: label.text)
      cells.append(TableCell(lines: [line], columns: column...column))
    }
  }

  /// Puts each label into the row that is nearest to its middle.
  func add(to rows: inout [TableRow], from header: Int) {
    for cell in cells {
      let middle = cell.box.midY
      let nearest = rows.indices.dropFirst(header).min {
        abs(rows[$0].middle - middle) < abs(rows[$1].middle - middle)
      }
      if let nearest { rows[nearest].add([cell]) }
    }
  }

  /// Labels of one column stand above each other as the lines of one do, with more than a space
  /// between them.
  private static func group(_ words: [Word]) -> [SidewaysLine] {
    var runs: [[Word]] = []
    for word in words {
      if let last = runs.last?.last, last.box.overlapsHorizontally(word.box, by: 1),
        max(last.box.y0, word.box.y0) - min(last.box.y1, word.box.y1) < 0.6 * word.box.width
      {
        runs[runs.count - 1].append(word)
      } else {
        runs.append([word])
      }
    }
    return runs.flatMap(SidewaysLine.group)
  }
}
