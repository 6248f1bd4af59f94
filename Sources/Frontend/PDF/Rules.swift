internal import IR

/// A straight line, or the edge of a frame.
struct Rule {
  let box: Box

  /// Where it stands across its direction.
  var y: Double { box.midY }
  var x: Double { box.midX }

  func hasExtent(of other: Rule, slack: Double = 3) -> Bool {
    abs(box.x0 - other.box.x0) < slack && abs(box.x1 - other.box.x1) < slack
  }
}

/// The horizontal and vertical rules of a page, pieces joined.
struct PageRules {
  /// Top to bottom.
  private(set) var horizontal: [Rule] = []
  /// Left to right.
  private(set) var vertical: [Rule] = []
  /// Lines under words: emphasis. Top to bottom.
  private(set) var underlines: [Rule] = []

  /// Lines under words of `segments` are no rules.
  init(_ marks: [Mark], segments: [TextLine]) {
    var horizontals: [Box] = []
    var verticals: [Box] = []
    for mark in marks where mark.kind == .stroke || mark.kind == .fill {
      guard !mark.isWhite else { continue }
      switch mark.shape {
      case .horizontal: horizontals.append(mark.box)
      case .vertical: verticals.append(mark.box)
      case .rectangle where mark.kind == .stroke:
        let box = mark.box
        horizontals.append(Box(box.x0, box.y0, box.x1, box.y0))
        horizontals.append(Box(box.x0, box.y1, box.x1, box.y1))
        verticals.append(Box(box.x0, box.y0, box.x0, box.y1))
        verticals.append(Box(box.x1, box.y0, box.x1, box.y1))
      default: break
      }
    }
    for rule in Self.joined(horizontals) {
      if Self.isUnderline(rule, of: segments) {
        underlines.append(rule)
      } else {
        horizontal.append(rule)
      }
    }
    vertical = Self.joined(verticals.map(\.transposed)).map { Rule(box: $0.box.transposed) }
    vertical.sort { ($0.x, $0.box.y0) < ($1.x, $1.box.y0) }
  }

  private static func isUnderline(_ rule: Rule, of segments: [TextLine]) -> Bool {
    guard rule.box.width < 120 else { return false }
    return segments.contains { line in
      rule.y > line.box.midY && rule.y < line.box.y1 + 0.12 * line.size
        && line.box.x0 - 2 < rule.box.x0 && rule.box.x1 < line.box.x1 + 2
    }
  }

  /// Pieces this near in height stand on one line.
  private static let lineHeight = 0.8

  /// Pieces on one line that touch become one rule.
  private static func joined(_ boxes: [Box]) -> [Rule] {
    var open: [Box] = []
    for box in boxes.sorted(by: { ($0.midY, $0.x0) < ($1.midY, $1.x0) }) {
      if let touching = lastTouching(box, in: open) {
        open[touching] = open[touching].union(box)
      } else {
        open.append(box)
      }
    }
    return open.map(Rule.init).sorted { ($0.y, $0.box.x0) < ($1.y, $1.box.x0) }
  }

  /// Boxes come from top to bottom, so those before one that is far above are far above too; twice
  /// the height, because a box that took others in has moved a little.
  private static func lastTouching(_ box: Box, in open: [Box]) -> Int? {
    for index in open.indices.reversed() {
      let other = open[index]
      let distance = abs(other.midY - box.midY)
      if distance > 2 * lineHeight { return nil }
      if distance < lineHeight, box.x0 - other.x1 < 1.6, other.x0 - box.x1 < 1.6 { return index }
    }
    return nil
  }
}

extension Box {
  fileprivate var transposed: Box { Box(y0, x0, y1, x1) }

  func overlapsHorizontally(_ other: Box, by margin: Double = 0) -> Bool {
    min(x1, other.x1) - max(x0, other.x0) > margin
  }

  func overlapsVertically(_ other: Box, by margin: Double = 0) -> Bool {
    min(y1, other.y1) - max(y0, other.y0) > margin
  }
}
