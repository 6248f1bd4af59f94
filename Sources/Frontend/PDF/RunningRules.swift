internal import IR

/// Finds the rules that class files set below running heads and above running feet.
struct RunningRules {
  /// How many pages have a rule at a place.
  private var recurrences: [Place: Int] = [:]
  private let needed: Int
  /// On how many pages a rule has to recur that no running line stands beside.
  private let neededAlone: Int

  /// A rule's place, to the nearest point.
  private struct Place: Hashable {
    let x0: Int
    let x1: Int
    let y: Int

    init(_ box: Box) {
      x0 = Int(box.x0.rounded())
      x1 = Int(box.x1.rounded())
      y = Int(box.midY.rounded())
    }
  }

  init(_ pages: [PageLayout]) {
    needed = RunningLines.needed(of: pages.count)
    neededAlone = RunningLines.neededInside(of: pages.count)
    for page in pages {
      let places = Set(page.marks.lazy.filter { Self.isOuter($0, page) }.map { Place($0.box) })
      for place in places { recurrences[place, default: 0] += 1 }
    }
  }

  /// Whether a mark of a page is one, where `lines` are the page's running heads and feet: they
  /// stand right beside it, or nothing stands between it and the edge of the page.
  func isRunning(_ mark: Mark, on page: PageLayout, beside lines: [Box]) -> Bool {
    guard Self.isOuter(mark, page) else { return false }
    let count = recurrences[Place(mark.box), default: 0]
    guard count >= needed else { return false }
    if count >= neededAlone, isOutermost(mark.box, on: page) { return true }
    return lines.contains { line in
      let gap = max(line.y0 - mark.box.midY, mark.box.midY - line.y1)
      return gap < 1.5 * line.height
    }
  }

  private func isOutermost(_ rule: Box, on page: PageLayout) -> Bool {
    let isHigh = rule.midY < page.height / 2
    return page.segments.allSatisfy { isHigh ? $0.box.midY > rule.y1 : $0.box.midY < rule.y0 }
  }

  /// Wide rules in the parts of a page where running lines stand.
  private static func isOuter(_ mark: Mark, _ page: PageLayout) -> Bool {
    let depth = page.height * RunningLines.depth
    return mark.shape == .horizontal && mark.kind != .clip
      && (mark.box.midY < depth || mark.box.midY > page.height - depth)
      && mark.box.width > 0.5 * (page.margins.upperBound - page.margins.lowerBound)
  }
}
