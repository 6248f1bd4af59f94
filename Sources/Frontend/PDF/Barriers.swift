internal import IR

/// What a table or figure cannot reach over: running text, headings, other captions, lines across
/// the columns, the page's edges.
struct Barriers {
  private let page: PageLayout
  private let captions: [Caption]
  private let bodySize: Double
  private let captionLines: Set<Position>
  /// Running text and headings.
  private var text: [TextLine] = []
  private var crossing: [TextLine] = []

  init(page: PageLayout, captions: [Caption], bodySize: Double) {
    self.page = page
    self.captions = captions
    self.bodySize = bodySize
    captionLines = Set(captions.flatMap(\.lines).map { Position($0.box) })
    guard !captions.isEmpty else { return }
    text = page.segments.filter { isRunningText($0) || isHeading($0) }
    crossing = page.segments.filter(crossesGutter)
  }

  /// The ordinate of the first barrier in a direction.
  func limit(from caption: Caption, downwards: Bool) -> Double {
    let side = page.side(of: caption.box)
    let range = side == .full ? caption.box.x0...caption.box.x1 : page.extent(of: side)
    let column = Box(range.lowerBound, 0, range.upperBound, page.height)
    var stops = text.filter { $0.box.overlapsHorizontally(column, by: 10) }.map(\.box)
    stops += captions.filter {
      $0.label != caption.label && $0.box.overlapsHorizontally(column, by: 10)
    }.map(\.box)
    if side != .full { stops += crossing.map(\.box) }
    if downwards {
      return stops.map(\.y0).filter { $0 > caption.box.y1 - 2 }.min() ?? page.height
    }
    return stops.map(\.y1).filter { $0 < caption.box.y0 + 2 }.max() ?? 0
  }

  /// Whether running text or a heading stands in a box.
  func hasText(in box: Box) -> Bool {
    text.contains {
      box.y0 < $0.box.midY && $0.box.midY < box.y1 && $0.box.overlapsHorizontally(box)
    }
  }

  func isCaptionLine(_ line: TextLine) -> Bool { captionLines.contains(Position(line.box)) }

  /// A line of a paragraph: of body size, nearly as wide as its column, alone in its row.
  private func isRunningText(_ line: TextLine) -> Bool {
    let extent = page.extent(of: page.side(of: line.box))
    let width = extent.upperBound - extent.lowerBound
    guard abs(line.size - bodySize) < 0.7, line.words.count >= 5, line.box.width > 0.62 * width,
      !isCaptionLine(line),
      line.box.width > 0.85 * width || neighbours(of: line).isEmpty
    else { return false }
    let text = page.text(of: line)
    return text.letterCount * 10 > text.count * 6
  }

  /// A line like a heading: bold or large, alone at the left edge of its column.
  private func isHeading(_ line: TextLine) -> Bool {
    let extent = page.extent(of: page.side(of: line.box))
    let isStrong = page.fonts[line.font].style.isBold || line.size > bodySize + 0.7
    guard isStrong, line.size > bodySize - 0.3, abs(line.box.x0 - extent.lowerBound) < 4,
      line.words.count < 14, !isCaptionLine(line), page.text(of: line).letterCount > 3
    else { return false }
    return !neighbours(of: line).contains { $0.box.x0 - line.box.x1 > 1.5 * line.size }
  }

  /// The other lines in the row and column of a line.
  private func neighbours(of line: TextLine) -> [TextLine] {
    let side = page.side(of: line.box)
    return page.segments.filter { other in
      abs(other.box.midY - line.box.midY) < 0.3 * line.size
        && Position(other.box) != Position(line.box) && page.side(of: other.box) == side
    }
  }

  /// A line over both columns: titles, names, full-width text.
  private func crossesGutter(_ line: TextLine) -> Bool {
    guard let gutter = page.gutter, line.words.count > 1 else { return false }
    return line.box.x0 < gutter - 20 && line.box.x1 > gutter + 20 && !isCaptionLine(line)
  }
}
