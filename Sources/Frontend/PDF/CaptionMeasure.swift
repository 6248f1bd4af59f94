internal import IR

/// The width that a caption is set to.
struct CaptionMeasure {
  /// Its rows, top to bottom.
  private let rows: [Box]
  private let box: Box

  init(_ caption: Caption) {
    rows = TableRows.group(caption.lines).map { row in
      row.dropFirst().reduce(row[0].box) { $0.union($1.box) }
    }
    box = caption.box
  }

  /// The most that two edges of one block are apart.
  private static let slack = 2.5

  /// Where the caption is narrower than its column and justified: its figure shares the column with
  /// text or with another exhibit, and is no wider.
  func extent(within column: ClosedRange<Double>) -> ClosedRange<Double>? {
    guard rows.count >= 2, box.width < 0.75 * (column.upperBound - column.lowerBound),
      rows.allSatisfy({ abs($0.x0 - box.x0) < Self.slack }),
      rows.dropLast().allSatisfy({ abs($0.x1 - box.x1) < Self.slack })
    else { return nil }
    // One long line shows no right edge, but for that of the column.
    let isFlush = abs(box.x0 - column.lowerBound) < 4 || abs(box.x1 - column.upperBound) < 4
    return isFlush || rows.count > 2 ? box.x0...box.x1 : nil
  }
}
