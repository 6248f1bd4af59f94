internal import IR

/// What a table or figure cannot reach over: running text, headings, other captions, lines across
/// the columns, running heads and feet, the page's edges.
struct Barriers {
  private let page: PageLayout
  private let captions: [Caption]
  private let captionLines: Set<Position>
  private let text: RunningText?
  private var crossing: [TextLine] = []
  /// Title, names and addresses, which a figure above the abstract stands below.
  private var titleBlock: [TextLine] = []

  init(page: PageLayout, captions: [Caption], style: DocumentStyle) {
    self.page = page
    self.captions = captions
    captionLines = Set(captions.flatMap(\.lines).map { Position($0.box) })
    guard !captions.isEmpty else {
      text = nil
      return
    }
    text = RunningText(page: page, captionLines: captionLines, style: style)
    crossing = page.segments.filter(crossesGutter)
    if page.number == 1 { titleBlock = Self.titleBlock(page, bodySize: style.bodySize) }
  }

  /// The lines of the first page from the first in large type on, as far as they adjoin each other and
  /// stand above all that is drawn.
  private static func titleBlock(_ page: PageLayout, bodySize: Double) -> [TextLine] {
    let lines = page.segments.sorted { ($0.box.midY, $0.box.x0) < ($1.box.midY, $1.box.x0) }
    guard
      let start = lines.firstIndex(where: {
        $0.size > 1.2 * bodySize && $0.text.letterCount > 3 && $0.box.y1 < 0.4 * page.height
      })
    else { return [] }
    var bottom = lines[start].box.y1
    // A rule may stand below a title; a sample of a legend stands before its words.
    let drawn = page.marks.filter {
      $0.kind != .clip && ($0.shape != .horizontal || isSample($0.box, before: lines))
    }.map(\.box.y0)
    let top = drawn.filter { $0 > bottom }.min() ?? page.height
    var block: [TextLine] = []
    for line in lines[start...] {
      guard line.box.y0 - bottom < 3.5 * bodySize, line.box.y1 < top,
        !AbstractLead.heads(line.text), CaptionStart(line.text) == nil,
        !AxisOffset.mayBe(line.text)
      else { break }
      block.append(line)
      bottom = max(bottom, line.box.y1)
    }
    return block
  }

  private static func isSample(_ mark: Box, before lines: [TextLine]) -> Bool {
    mark.width < 60
      && lines.contains { line in
        let gap = line.box.x0 - mark.x1
        return gap > 0 && gap < 30 && abs(line.box.midY - mark.midY) < 0.25 * line.box.height
      }
  }

  /// The ordinate of the first barrier that a table finds in a direction.
  func limit(from caption: Caption, downwards: Bool) -> Double {
    let side = page.side(of: caption.box)
    let range = side == .full ? caption.box.x0...caption.box.x1 : page.extent(of: side)
    let stops = (text?.lines ?? []).map(\.box) + (side == .full ? [] : crossing.map(\.box))
    return limit(from: caption, downwards: downwards, in: range, stops)
  }

  /// The ordinate of the first barrier that a figure finds which may reach over `range`; `taken`
  /// are the exhibits found before.
  func limit(
    from caption: Caption, downwards: Bool, in range: ClosedRange<Double>, taken: [ExhibitRegion]
  ) -> Double {
    var stops = ((text?.lines ?? []) + (text?.others ?? []) + titleBlock).map(\.box)
    if page.side(of: caption.box) != .full { stops += crossing.map(\.box) }
    stops += taken.map(\.box)
    return limit(from: caption, downwards: downwards, in: range, stops)
  }

  private func limit(
    from caption: Caption, downwards: Bool, in range: ClosedRange<Double>, _ boxes: [Box]
  ) -> Double {
    let column = Box(range.lowerBound, 0, range.upperBound, page.height)
    let others = captions.filter { $0.label != caption.label }.map(\.box)
    let near = (boxes + others).filter {
      $0.overlapsHorizontally(column, by: min(10, 0.5 * $0.width))
    }
    let stops = near + page.running
    if downwards {
      return stops.map(\.y0).filter { $0 > caption.box.y1 - 2 }.min() ?? page.height
    }
    return stops.map(\.y1).filter { $0 < caption.box.y0 + 2 }.max() ?? 0
  }

  /// Whether running text or a heading stands in a box.
  func hasText(in box: Box) -> Bool {
    text?.lines.contains {
      box.y0 < $0.box.midY && $0.box.midY < box.y1 && $0.box.overlapsHorizontally(box)
    } ?? false
  }

  /// The lines of paragraphs that run around the figure of a caption.
  func textBeside(_ caption: Caption) -> [TextLine] { text?.beside(caption) ?? [] }

  /// The frame that a figure shares with its caption.
  func frame(around caption: Caption) -> Box? { text?.frame(around: caption) }

  func isCaptionLine(_ line: TextLine) -> Bool { captionLines.contains(Position(line.box)) }

  /// A line over both columns: titles, names, full-width text.
  private func crossesGutter(_ line: TextLine) -> Bool {
    guard let gutter = page.gutter, line.words.count > 1 else { return false }
    return line.box.x0 < gutter - 20 && line.box.x1 > gutter + 20 && !isCaptionLine(line)
  }
}
