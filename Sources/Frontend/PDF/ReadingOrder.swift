internal import IR

/// A line of running text with its place in the flow.
struct FlowLine {
  let page: Int
  let side: Side
  let line: TextLine
  let text: String
  /// Edges of the column at this place.
  let column: ClosedRange<Double>
  /// From the bottom of the line before in the same column; nil at the column's top and below a
  /// table or figure.
  var gapAbove: Double?
}

/// Puts what is left of a page after its exhibits into reading order.
struct ReadingOrder {
  let page: PageLayout
  /// The tables and figures of the page, and their captions.
  let floats: [Box]

  /// Columns are read one after the other between lines that cross the page.
  func lines() -> [FlowLine] {
    let merged = mergedRows(page.segments)
    var ordered: [TextLine] = []
    var band: [TextLine] = []
    for line in merged.sorted(by: { ($0.box.midY, $0.box.x0) < ($1.box.midY, $1.box.x0) }) {
      if page.side(of: line.box) == .full, page.gutter != nil {
        ordered += inColumns(band)
        band = []
        ordered.append(line)
      } else {
        band.append(line)
      }
    }
    ordered += inColumns(band)
    return withGaps(ordered)
  }

  private func inColumns(_ band: [TextLine]) -> [TextLine] {
    band.sorted {
      (page.side(of: $0.box), $0.box.midY, $0.box.x0) < (
        page.side(of: $1.box), $1.box.midY, $1.box.x0
      )
    }
  }

  /// Joins the segments of one row of one column.
  private func mergedRows(_ segments: [TextLine]) -> [TextLine] {
    [Side.left, .right, .full].flatMap { side in
      let own = segments.filter { page.side(of: $0.box) == side }
      return TableRows.group(own).map { row in
        row.count == 1 ? row[0] : TextLine(row.flatMap(\.words), fonts: page.fonts)
      }
    }
  }

  private func withGaps(_ lines: [TextLine]) -> [FlowLine] {
    var result: [FlowLine] = []
    for line in lines {
      let side = page.side(of: line.box)
      var flow = FlowLine(
        page: page.number, side: side, line: line, text: page.text(of: line),
        column: page.extent(of: side))
      if let last = result.last, last.side == side || last.side == .full || side == .full,
        last.line.box.midY < line.box.midY, !isFloat(between: last.line.box, and: line.box)
      {
        flow.gapAbove = line.box.y0 - last.line.box.y1
      }
      result.append(flow)
    }
    return result
  }

  private func isFloat(between above: Box, and below: Box) -> Bool {
    floats.contains { float in
      above.y1 - 2 < float.y0 && float.y1 < below.y0 + 2
        && (float.overlapsHorizontally(above) || float.overlapsHorizontally(below))
    }
  }
}
