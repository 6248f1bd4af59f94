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
  /// Of a line of a display.
  var display: DisplayLine? = nil
}

/// Puts what is left of a page after its exhibits into reading order.
struct ReadingOrder {
  let page: PageLayout
  /// The tables and figures of the page, and their captions.
  let floats: [Box]
  /// Of most characters of the document, in points.
  let bodySize: Double
  /// Horizontal rules, from top to bottom.
  private let bars: [Box]
  /// The algorithms of a page of two columns that are set across both.
  private let wideAlgorithms: [Box]

  init(page: PageLayout, floats: [Box], bodySize: Double) {
    self.page = page
    self.floats = floats
    self.bodySize = bodySize
    // A figure that is clipped leaves its grid unseen behind the text.
    bars = page.marks.filter {
      $0.shape == .horizontal && $0.kind != .image && $0.kind != .clip && !$0.isWhite
        && $0.seen.width >= 0 && $0.seen.height >= 0
    }
    .map(\.box).sorted { ($0.y0, $0.x0) < ($1.y0, $1.x0) }
    wideAlgorithms =
      page.gutter == nil
      ? []
      : AlgorithmBoxes.boxes(of: page.segments, bars).filter { page.readingSide(of: $0) == .full }
  }

  /// Columns are read one after the other between lines that cross the page.
  func lines() -> [FlowLine] {
    let merged = mergedRows(page.segments)
    var ordered: [FormulaRows.Line] = []
    var band: [FormulaRows.Line] = []
    for line in merged.sorted(by: { Self.isAbove($0.line.box, $1.line.box) }) {
      if side(of: line.line.box) == .full, page.gutter != nil {
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

  /// Short steps of a wide algorithm stand in one column and belong to neither.
  private func side(of box: Box) -> Side {
    wideAlgorithms.contains { box.midY > $0.y0 && box.midY < $0.y1 }
      ? .full : page.readingSide(of: box)
  }

  private static func isAbove(_ a: Box, _ b: Box) -> Bool {
    (a.midY, a.x0) < (b.midY, b.x0)
  }

  private func inColumns(_ band: [FormulaRows.Line]) -> [FormulaRows.Line] {
    band.sorted {
      let (a, b) = (side(of: $0.line.box), side(of: $1.line.box))
      return a == b ? Self.isAbove($0.line.box, $1.line.box) : a < b
    }
  }

  /// Joins the segments of one row of one column.
  private func mergedRows(_ segments: [TextLine]) -> [FormulaRows.Line] {
    [Side.left, .right, .full].flatMap { side in
      let own = segments.filter { self.side(of: $0.box) == side }
      return FormulaRows(
        fonts: page.fonts, bars: bars, column: page.extent(of: side), bodySize: bodySize
      ).lines(own)
    }
  }

  private func withGaps(_ lines: [FormulaRows.Line]) -> [FlowLine] {
    var result: [FlowLine] = []
    for (line, display) in lines {
      let side = side(of: line.box)
      var flow = FlowLine(
        page: page.number, side: side, line: line, text: page.text(of: line),
        column: page.extent(of: side), display: display)
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
