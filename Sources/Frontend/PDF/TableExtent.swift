internal import IR

/// How far a table reaches beyond its outermost rules: rows that no rule encloses.
struct TableExtent {
  /// Rows outside the rules, top to bottom, each left to right.
  let rows: [[TextLine]]
  /// Rules of a part of the table's width, top to bottom.
  let rules: [Rule]
  /// Nothing of the table stands above or below these ordinates.
  let range: ClosedRange<Double>
  /// The end of the range at which the caption stands: nothing else comes between it and the table.
  let captionIsAbove: Bool

  private static let nextRow = 10.0
  private static let nextRule = 22.0
  /// More rows than this stand above no first rule.
  private static let mostRows = 40

  /// Takes in rows of several cells that adjoin the box, and what stands between it and short rules.
  func extended(_ box: Box) -> Box {
    var box = box
    for _ in 0..<Self.mostRows {
      guard let edge = above(box), edge < box.y0 - 0.01 else { break }
      box = Box(box.x0, edge, box.x1, box.y1)
    }
    for row in rows {
      let extent = Self.extent(of: row)
      let most = captionIsAbove ? Self.nextRow - 2 : Self.nextRule
      guard extent.midY > box.y1, row.count > 1, extent.y0 - box.y1 < most,
        extent.y1 < range.upperBound
      else { continue }
      box = box.union(extent)
    }
    return box
  }

  /// The upper edge of the box with the next row or rule above it.
  private func above(_ box: Box) -> Double? {
    let free = rows.map(Self.extent).enumerated().filter {
      $0.element.midY < box.y0 && $0.element.midY > range.lowerBound
    }
    let cells = free.filter { rows[$0.offset].count > 1 }.map(\.element)
    let most = captionIsAbove ? Self.nextRule : Self.nextRow
    let row = cells.filter { box.y0 - $0.y1 < most }.map(\.y0).max()
    let rule = rules.last { $0.y < box.y0 - 1 && $0.y > range.lowerBound }.map(\.y)
      .flatMap { box.y0 - $0 < Self.nextRule ? $0 : nil }
    // A label of both rows around it stands between them.
    let label = free.map(\.element).filter { box.y0 - $0.y1 < 3 }.map(\.y0).max()
    let beyond = label.flatMap { label in cells.first { abs(label - $0.y1) < 3.5 } }?.y0
    return [row, rule, beyond].compactMap(\.self).max()
  }

  private static func extent(of row: [TextLine]) -> Box {
    row.dropFirst().reduce(row[0].box) { $0.union($1.box) }
  }
}
