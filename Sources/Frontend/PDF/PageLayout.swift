internal import IR

/// One page as the later stages see it: lines with wide gaps split, and where columns divide.
struct PageLayout {
  /// From 1.
  let number: Int
  let width: Double
  let height: Double
  let fonts: [Font]
  /// Horizontal runs of words without a wide gap; furniture is taken out of them.
  var segments: [TextLine]
  /// Words set at an angle; stamps are taken out of them.
  var rotated: [Word]
  /// Those that recur with running heads and feet are taken out of them.
  var marks: [Mark]
  /// Of the marks that have any.
  let corners: [SIMD2<Float>]
  let links: [LinkArea]
  /// Where running heads and feet stood at the edges of the page that were taken out: farther inside
  /// the number of a page may be that of an axis.
  var running: [Box] = []
  let characters: Int
  /// The space between two columns; nil on pages of one column.
  var alley: ClosedRange<Double>?
  /// Where the columns of the first page begin, below the title and what belongs to it.
  var columnsStart = 0.0
  /// Left and right edge of the running text.
  var margins: ClosedRange<Double>

  init(number: Int, content: PageContent, lines: LineBuilder) {
    self.number = number
    width = content.width
    height = content.height
    fonts = content.fonts
    rotated = lines.rotated
    marks = content.marks
    corners = content.corners
    links = content.links
    characters = content.glyphs.count
    // Wider than a stretched space in a narrow column, narrower than a gutter.
    let split = lines.fragments.flatMap { $0.segments(gap: 0.9 * $0.size, fonts: content.fonts) }
    let apart = HeadingLines.joined(split, fonts: content.fonts)
      .flatMap { $0.splitAtCaption(fonts: content.fonts) }
    segments = CaptionAlley.split(apart, fonts: content.fonts)
    margins = Self.margins(of: segments, width: content.width)
  }

  /// A page that could not be read.
  static func empty(number: Int) -> PageLayout {
    let content = PageContent(width: 612, height: 792)
    return PageLayout(number: number, content: content, lines: LineBuilder(content))
  }

  func text(of line: TextLine) -> String { line.text }

  /// Finds the edges of the running text anew, after something was taken out of it.
  mutating func measureMargins() { margins = Self.margins(of: segments, width: width) }

  private static func margins(of segments: [TextLine], width: Double) -> ClosedRange<Double> {
    let wide = segments.filter { $0.words.count > 4 }
    guard wide.count > 3 else {
      let left = segments.map(\.box.x0).min() ?? 0
      return left...max(left, segments.map(\.box.x1).max() ?? width)
    }
    let lefts = wide.map(\.box.x0).sorted()
    let rights = wide.map(\.box.x1).sorted()
    let left = lefts[lefts.count / 20]
    return left...max(left, rights[rights.count - 1 - rights.count / 20])
  }
}

/// Which column of a page something stands in.
enum Side: Int, Comparable {
  case left, right, full

  static func < (a: Side, b: Side) -> Bool { a.rawValue < b.rawValue }
}

extension PageLayout {
  /// The middle of the space between two columns.
  var gutter: Double? { alley.map { ($0.lowerBound + $0.upperBound) / 2 } }

  func side(of box: Box) -> Side {
    guard let gutter else { return .full }
    let slack = 3.0
    if box.x1 <= gutter + slack { return .left }
    if box.x0 >= gutter - slack { return .right }
    return .full
  }

  /// The column in which text is read: that of a title page begins below the title's block.
  func readingSide(of box: Box) -> Side { box.y1 > columnsStart ? side(of: box) : .full }

  /// The horizontal extent of a column.
  func extent(of side: Side) -> ClosedRange<Double> {
    guard let alley else { return margins }
    return switch side {
    case .left: min(margins.lowerBound, alley.lowerBound)...alley.lowerBound
    case .right: alley.upperBound...max(alley.upperBound, margins.upperBound)
    case .full: margins
    }
  }

  /// Finds the gutter of a page of two columns and splits what poppler joined across it.
  ///
  /// Two columns show as lines that end left of a place and lines that begin right of it, both
  /// about a column wide. Full-width lines may cross the place: titles, floats, abstracts.
  mutating func findGutter(style: DocumentStyle) {
    let width = margins.upperBound - margins.lowerBound
    // Samples of text that stand side by side in a figure have a face of their own.
    let columnLike = segments.filter {
      abs($0.size - style.bodySize) < 2.5 && $0.box.width > 0.3 * width
        && $0.box.width < 0.56 * width && fonts[$0.font].family == style.bodyFamily
    }
    guard let found = alley(between: columnLike) ?? CloseColumns.alley(of: self, style) else {
      return
    }
    alley = found
    if number == 1 { findColumnsStart(columnLike) }
    splitAtGutter()
  }

  private func alley(between columnLike: [TextLine]) -> ClosedRange<Double>? {
    let width = margins.upperBound - margins.lowerBound
    let leftEnds = columnLike.filter { $0.box.midX < margins.lowerBound + width / 2 }.map(\.box.x1)
    let rightStarts = columnLike.filter { $0.box.midX > margins.lowerBound + width / 2 }
      .map(\.box.x0)
    guard leftEnds.count >= 4, rightStarts.count >= 4 else { return nil }
    // Justified lines end together: the most common end is the column's edge.
    guard let left = Self.mode(leftEnds), let right = Self.mode(rightStarts),
      left.value < right.value,
      left.count >= 4, right.count >= 4, right.value - left.value < 0.2 * width
    else { return nil }
    // Most lines of a column may be indented, as those of lists and of entries are.
    let start = Self.firstShared(rightStarts.filter { $0 > left.value + 2 }) ?? right.value
    return left.value...min(start, right.value)
  }

  /// Names and addresses of a title page stand side by side too, but in no columns of the text. These
  /// begin with the abstract, or with the first line that is flush with one of them.
  private mutating func findColumnsStart(_ columnLike: [TextLine]) {
    let starts = [margins.lowerBound, extent(of: .right).lowerBound]
    let flush = columnLike.filter { line in starts.contains { abs($0 - line.box.x0) < 3 } }
    guard let top = flush.map(\.box.y0).min(), let size = flush.first?.size else { return }
    let abstract = segments.first { AbstractLead.heads($0.text) && $0.box.y0 < top + 2 * size }
    // A heading of two lines may stand on a column.
    columnsStart = abstract.map { min($0.box.y0, top) } ?? top - 4 * size
  }

  /// Takes the columns of the other pages where a page has too few lines to show its own, as pages
  /// full of figures have, and few of its lines cross it, or on the first one none below the abstract.
  mutating func adoptAlley(_ usual: ClosedRange<Double>, bodySize: Double) {
    let middle = (usual.lowerBound + usual.upperBound) / 2
    let lines = segments.filter { abs($0.size - bodySize) < 2.5 && $0.words.count >= 5 }
    let crossing = lines.filter { $0.box.x0 < middle - 10 && $0.box.x1 > middle + 10 }
    let foot = crossing.map(\.box.y1).max() ?? 0
    let below = lines.filter { $0.box.y0 > foot }
    let hasFewCrossing = crossing.count * 4 < lines.count
    guard lines.count >= 8, hasFewCrossing || number == 1 && below.count >= 16 else { return }
    alley = usual
    if number == 1 { findColumnsStart(below) }
    splitAtGutter()
  }

  private mutating func splitAtGutter() {
    guard let gutter, let alley else { return }
    segments = segments.flatMap { segment -> [TextLine] in
      guard segment.box.x0 < gutter, segment.box.x1 > gutter else { return [segment] }
      let right = segment.words.partitioningIndex { $0.box.x0 >= gutter - 1 }
      guard right > 0, right < segment.words.count else { return [segment] }
      let gap = segment.words[right].box.x0 - segment.words[right - 1].box.x1
      // Columns may stand closer than a wide space.
      guard gap > 0.8 * min(segment.size, alley.upperBound - alley.lowerBound),
        segment.words[right - 1].box.x1 <= gutter + 1
      else {
        return [segment]
      }
      return [
        TextLine(Array(segment.words[..<right]), fonts: fonts),
        TextLine(Array(segment.words[right...]), fonts: fonts),
      ]
    }
  }

  /// The least value that two others are within two points of.
  static func firstShared(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    return zip(sorted, sorted.dropFirst(2)).first { $1 - $0 <= 2 }?.0
  }

  /// The value that most others are within two points of.
  static func mode(_ values: [Double]) -> (value: Double, count: Int)? {
    let sorted = values.sorted()
    var best: (value: Double, count: Int)?
    for (index, value) in sorted.enumerated() {
      let end = sorted.partitioningIndex { $0 > value + 4 }
      if end - index > (best?.count ?? 0) { best = (sorted[(index + end - 1) / 2], end - index) }
    }
    return best
  }
}
