internal import IR

/// The boxes in one column that hold no displays: algorithms, from a rule over `Algorithm n` to the
/// rule that closes it, and tables without captions, between rules of one extent.
struct AlgorithmBoxes {
  private let boxes: [Box]

  /// `lines` and `bars`, which are horizontal rules, from top to bottom.
  init(_ lines: [TextLine], bars: [Box]) {
    boxes = Self.boxes(of: lines, bars) + Self.tables(between: bars)
  }

  /// Those of the algorithms, whose titles are among the lines.
  static func boxes(of lines: [TextLine], _ bars: [Box]) -> [Box] {
    lines.lazy.filter { label($0.text) != nil }.compactMap { box(from: $0, bars) }
  }

  /// Bars longer than fractions; pages with more of them than this are drawings.
  private static let tableWidth = 100.0
  private static let mostRules = 100
  /// The most that a header takes.
  private static let headerHeight = 40.0

  /// Rule, header, rule, rows, rule.
  private static func tables(between bars: [Box]) -> [Box] {
    let rules = Array(bars.lazy.filter { $0.width > tableWidth }.prefix(mostRules))
    return rules.indices.compactMap { index in
      let top = rules[index]
      let below = rules[(index + 1)...].filter {
        abs($0.x0 - top.x0) < 1 && abs($0.x1 - top.x1) < 1 && $0.midY > top.midY + 4
      }
      guard below.count > 1, below[0].midY - top.midY < headerHeight else { return nil }
      return Box(top.x0, top.midY, top.x1, below[1].midY)
    }
  }

  func contains(_ box: Box) -> Bool {
    boxes.contains { box.midY > $0.y0 && box.midY < $0.y1 && box.overlapsHorizontally($0) }
  }

  /// `Algorithm 3`, of a line that begins so.
  static func label(_ text: String) -> String? {
    guard text.utf8.starts(with: "Algorithm".utf8) else { return nil }
    let words = text.split(separator: " ", maxSplits: 2)
    guard words.count > 1, words[0] == "Algorithm" else { return nil }
    let number = String(words[1]).trimmed(of: ".:")
    return number.first?.isNumber == true || number.count <= 3 ? "Algorithm \(number)" : nil
  }

  /// Rule, title, rule, steps, rule; or rule, title and steps, rule.
  private static func box(from line: TextLine, _ bars: [Box]) -> Box? {
    let over = bars.last { bar in
      bar.midY < line.box.midY && line.box.y0 - bar.midY < 1.2 * line.size
        && bar.overlapsHorizontally(line.box)
    }
    guard let over else { return nil }
    let below = bars.filter {
      $0.midY > line.box.midY && abs($0.x0 - over.x0) < 3 && abs($0.x1 - over.x1) < 3
    }
    guard let last = below.count > 1 ? below[1] : below.first else { return nil }
    return Box(over.x0, over.midY, over.x1, last.midY)
  }
}

extension BlockBuilder {
  /// The last line of the box that begins with `Algorithm n` under a rule.
  func algorithmEnd(_ lines: [FlowLine], _ at: Int) -> Int? {
    let first = lines[at]
    guard AlgorithmBoxes.label(first.text) != nil, let horizontal = rules[first.page]?.horizontal
    else {
      return nil
    }
    guard
      let top = horizontal.last(where: { rule in
        rule.y < first.line.box.midY && first.line.box.y0 - rule.y < 1.2 * first.line.size
          && rule.box.overlapsHorizontally(first.line.box)
      })
    else { return nil }
    let frame = horizontal.filter { $0.hasExtent(of: top) && $0.y > top.y }
    guard let bottom = frame.count > 1 ? frame[1] : frame.first else { return nil }
    var end = at
    while end + 1 < lines.count, lines[end + 1].page == first.page,
      lines[end + 1].side == first.side,
      lines[end + 1].line.box.midY < bottom.y
    {
      end += 1
    }
    return end > at ? end : nil
  }
}
