internal import IR

/// What a region of a page shows, as far as plots care.
struct PlotScene {
  let box: Box
  /// Visible strokes and fills, in painting order.
  let marks: [Mark]
  let labels: PlotLabels
  /// Indices of straight lines, by the direction in which they run.
  private let level: [Int]
  private let upright: [Int]
  /// Distinct boxes that marks are clipped to.
  let clips: [Box]
  private let corners: [SIMD2<Float>]

  /// More marks than this are no plot that could be read.
  static let markLimit = 60_000
  static let labelLimit = 1_500

  /// Nil if the region holds more than can be told apart.
  init?(page: PageLayout, box: Box, lines: [TextLine]) {
    self.box = box
    corners = page.corners
    let reach = box.insetBy(-3)
    let marks = page.marks.filter { mark in
      (mark.kind == .stroke || mark.kind == .fill) && mark.alpha > 4
        && mark.box.x1 >= reach.x0 && mark.box.x0 <= reach.x1 && mark.box.y1 >= reach.y0
        && mark.box.y0 <= reach.y1
    }
    let sideways = page.rotated.filter { box.contains($0.box, slack: 2) }
    guard marks.count <= Self.markLimit,
      lines.reduce(sideways.count, { $0 + $1.words.count }) <= Self.labelLimit
    else { return nil }
    self.marks = marks
    labels = PlotLabels(
      lines: lines, sideways: sideways, fonts: page.fonts, signs: DrawnSigns(marks))
    level = marks.indices.filter { marks[$0].shape == .horizontal }
    upright = marks.indices.filter { marks[$0].shape == .vertical }
    var seen: Set<Position> = []
    clips = marks.compactMap { mark in
      let isNew = mark.clip.width > 40 && seen.insert(Position(mark.clip)).inserted
      return isNew && mark.clip.height > 30 ? mark.clip : nil
    }
  }

  /// Indices of the lines that run in a direction.
  func lines(_ direction: PlotDirection) -> [Int] { direction == .across ? level : upright }

  /// The corners of a mark; of a straight line its ends, of a rectangle its corners.
  func path(of mark: Mark) -> [SIMD2<Double>] {
    guard mark.corners.isEmpty else {
      let range = Int(mark.corners.lowerBound)..<Int(mark.corners.upperBound)
      guard range.upperBound <= corners.count else { return [] }
      return corners[range].map { SIMD2(Double($0.x), Double($0.y)) }
    }
    let box = mark.box
    switch mark.shape {
    case .horizontal: return [SIMD2(box.x0, box.midY), SIMD2(box.x1, box.midY)]
    case .vertical: return [SIMD2(box.midX, box.y0), SIMD2(box.midX, box.y1)]
    case .rectangle, .other: return []
    }
  }
}

extension Mark {
  /// Near to white: grounds, and the edges around markers.
  var isWhite: Bool {
    color >> 16 & 0xFF > 0xF5 && color >> 8 & 0xFF > 0xF5 && color & 0xFF > 0xF5
  }

  /// The part of the box that the clip lets be seen.
  var seenBox: Box { clip.width > 0 && clip.height > 0 ? box.clipped(to: clip) : box }
}
