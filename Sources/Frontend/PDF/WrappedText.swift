internal import IR

/// Tells a line of text that was broken from the next row of a table.
///
/// A line is broken where the next word does not fit into its column any more, so a line that would
/// have had room for the first word of the line below it was not broken there.
struct WrappedText {
  /// The width of the widest line of each column.
  private let widths: [Int: Double]

  init(_ rows: ArraySlice<TableRow>) {
    var widths: [Int: Double] = [:]
    for cell in rows.lazy.flatMap(\.cells) where cell.columns.count == 1 {
      for line in cell.lines {
        let column = cell.columns.lowerBound
        widths[column] = max(widths[column] ?? 0, line.box.width)
      }
    }
    self.widths = widths
  }

  /// A column narrower than so many sizes of its font holds names and numbers.
  private static let narrowest = 7.0

  /// Whether `next` goes on where `line` was broken.
  func continues(_ line: TextLine, _ next: TextLine, in column: Int) -> Bool {
    guard let width = widths[column], width > Self.narrowest * line.size,
      let word = next.words.first, line.text.contains(where: \.isLetter),
      !isEnded(line, before: next)
    else { return false }
    if line.text.count > 1, line.text.last.map({ "-‐,(".contains($0) }) == true { return true }
    return line.box.width + 0.25 * line.size + word.box.width > width - 0.5
  }

  /// Whether lines below each other read as one text: nearly all are broken, or full.
  func isText(_ lines: [TextLine], in column: Int) -> Bool {
    guard lines.count > 1, let width = widths[column], width > Self.narrowest * lines[0].size,
      lines.count(where: { $0.text.letterCount * 2 > $0.text.count }) * 2 > lines.count,
      lines.map(\.words.count).reduce(0, +) >= 3 * (lines.count - 1)
    else { return false }
    let pairs = zip(lines, lines.dropFirst())
    let broken = pairs.count { line, next in
      continues(line, next, in: column) || line.box.width > 0.75 * width
    }
    let ended = pairs.count { isEnded($0, before: $1) }
    return broken * 5 >= (lines.count - 1) * 4 && ended < lines.count - 1
  }

  /// Whether a sentence ends with a line and another begins with the next.
  private func isEnded(_ line: TextLine, before next: TextLine) -> Bool {
    line.text.last.map { ".!?;…”\"".contains($0) } == true
      && next.text.first.map { $0.isUppercase || !$0.isAlphanumeric } == true
  }
}

/// Lines of justified text whose words stand as far from each other as cells do.
struct JustifiedLines {
  /// Where lines of text begin and end.
  private var extents: [ClosedRange<Double>] = []
  /// Where pieces begin, in order.
  private let starts: [Double]
  private let middles: [Double]
  private let fonts: [Font]

  private static let mostExtents = 24

  /// Text narrower than the table, of which no piece is a cell of its own.
  init(_ rows: [[TextLine]], width: Double, fonts: [Font]) {
    self.fonts = fonts
    starts = rows.joined().map(\.box.x0).sorted()
    middles = rows.joined().map(\.box.midX).sorted()
    for line in rows.joined()
    where line.words.count > 3 && line.box.width > 9 * line.size && line.box.width < 0.85 * width {
      guard extents.count < Self.mostExtents, !extents.contains(where: { fits(line, line, $0) })
      else { continue }
      extents.append(line.box.x0...line.box.x1)
    }
  }

  /// Puts the pieces of rows together that reach exactly from edge to edge of lines of text.
  func joined(_ rows: [[TextLine]]) -> [[TextLine]] {
    guard !extents.isEmpty else { return rows }
    return rows.map { row in
      var row = row
      for extent in extents {
        guard let first = row.firstIndex(where: { abs($0.box.x0 - extent.lowerBound) < 1 }),
          let last = row[first...].firstIndex(where: { abs($0.box.x1 - extent.upperBound) < 1 }),
          last > first,
          row[first...last].count(where: { CellText.isNumeric($0.text) }) * 2 <= last - first,
          !row[(first + 1)...last].contains(where: isInColumn)
        else { continue }
        row[first...last] = [TextLine(row[first...last].flatMap(\.words), fonts: fonts)]
      }
      return row
    }
  }

  /// Whether other rows have pieces that begin where a piece does, or are centred where it is; words
  /// of justified text stand anywhere.
  private func isInColumn(_ piece: TextLine) -> Bool {
    [(starts, piece.box.x0), (middles, piece.box.midX)].contains { places, place in
      let first = places.partitioningIndex { $0 > place - 0.7 }
      return first + 3 < places.count && places[first + 3] < place + 0.7
    }
  }

  private func fits(_ first: TextLine, _ last: TextLine, _ extent: ClosedRange<Double>) -> Bool {
    abs(first.box.x0 - extent.lowerBound) < 1 && abs(last.box.x1 - extent.upperBound) < 1
  }
}
