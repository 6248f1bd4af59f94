internal import IR

/// The parts of a formula that lines and tall brackets make: accents, roots, fractions, arrays.
struct FormulaParts {
  let bars: [Box]

  func reduced(_ items: [FormulaItem]) -> [FormulaItem] {
    // The pieces of braces over and under a formula say nothing by themselves.
    let braces = items.filter(\.isBrace)
    var items = AccentText.merged(braces.isEmpty ? items : items.filter { !$0.isBrace })
    // The inner parts first: what holds another is at least as wide.
    let order = bars.filter { !isPart($0, of: braces) }.sorted {
      ($0.width, $0.y0, $0.x0) < ($1.width, $1.y0, $1.x0)
    }
    for (place, bar) in order.enumerated() {
      reduce(bar, beside: order[(place + 1)...], in: &items)
    }
    return ArrayText.reduced(items)
  }

  /// Whether a bar is the straight part of a brace that lies on its side.
  private func isPart(_ bar: Box, of braces: [FormulaItem]) -> Bool {
    braces.contains { brace in
      abs(brace.base - bar.midY) < 0.6 * brace.size
        && (abs(brace.x1 - bar.x0) < 1.5 || abs(brace.x0 - bar.x1) < 1.5)
    }
  }

  /// `others` are the bars that are still to come.
  private func reduce(_ bar: Box, beside others: ArraySlice<Box>, in items: inout [FormulaItem]) {
    let inside = items.indices.filter {
      let item = items[$0]
      guard item.midX > bar.x0 - 1, item.midX < bar.x1 + 1,
        abs(item.midY - bar.midY) < 4 * max(item.size, 1)
      else { return false }
      // Behind the next bar is another part.
      return !others.contains { other in
        other.x0 - 1 < item.midX && item.midX < other.x1 + 1
          && (other.midY - bar.midY) * (other.midY - item.midY) < 0
      }
    }
    if let root = root(at: bar, in: items) {
      let below = side(inside.filter { $0 != root && items[$0].midY > bar.midY }, of: bar, items)
      guard !below.isEmpty else { return }
      replace([root] + below, in: &items) { parts in
        let inner = Array(parts.dropFirst())
        let size = FormulaText.mainSize(inner)
        let base = FormulaText().stacked(inner).first?.base ?? inner[0].base
        let text = FormulaText().text(inner)
        return FormulaItem(
          "√" + (text.count == 1 ? text : "(\(text))"), of: parts, base: base, axis: nil, size: size
        )
      }
      return
    }
    let above = side(inside.filter { items[$0].midY < bar.midY }, of: bar, items)
    let below = side(inside.filter { items[$0].midY > bar.midY }, of: bar, items)
    if above.isEmpty || isNearer(below, than: above, to: bar, items) {
      overline(below, at: bar, in: &items)
      return
    }
    guard !below.isEmpty else { return }
    let upper = above.map { items[$0] }
    let lower = below.map { items[$0] }
    replace(above + below, in: &items) { parts in
      FormulaItem(
        Self.operand(upper) + "/" + Self.operand(lower), of: parts,
        base: bar.midY + FormulaItem.axisHeight * FormulaText.mainSize(parts), axis: bar.midY,
        size: FormulaText.mainSize(parts))
    }
  }

  /// Whether a bar lies on what is below it: both halves of a fraction are as far from its bar.
  private func isNearer(
    _ below: [Int], than above: [Int], to bar: Box, _ items: [FormulaItem]
  ) -> Bool {
    let size = below.map { items[$0].size }.max() ?? 0
    // Signs that grow and the limits beside them reach up to the bar in both.
    let largest = below.filter { !items[$0].isTall }.map { items[$0].size }.max() ?? 0
    let letters = below.filter { !items[$0].isTall && items[$0].size >= 0.86 * largest }
    let lower = letters.map { items[$0].top - bar.midY }.min() ?? .infinity
    let upper = above.map { bar.midY - items[$0].bottom }.min() ?? .infinity
    return lower < 0.2 * size && upper > lower + 0.25 * size
  }

  /// A line over letters and under nothing.
  private func overline(_ below: [Int], at bar: Box, in items: inout [FormulaItem]) {
    let under = below.filter { bar.midY > items[$0].top - 0.4 * items[$0].size }
    let size = under.map { items[$0].size }.max() ?? 0
    let mains = under.filter { FormulaText.isMain(items[$0], at: size) }
    guard let first = mains.first else { return }
    let base = items[first].base
    if mains.count == 1, items[first].text.count == 1 {
      items[first].text += "\u{304}"
      return
    }
    replace(under, in: &items) { parts in
      FormulaItem(
        "overline(\(FormulaText().text(parts)))", of: parts, base: base, axis: nil,
        size: size)
    }
  }

  /// One side of a fraction, in parentheses unless it is one number or one letter.
  private static func operand(_ items: [FormulaItem]) -> String {
    let text = FormulaText().text(items)
    let isNumber = text.allSatisfy { $0.isNumber || $0 == "." }
    return isNumber || text.count == 1 ? text : "(\(text))"
  }

  private func replace(
    _ indexes: [Int], in items: inout [FormulaItem], by make: ([FormulaItem]) -> FormulaItem
  ) {
    let made = make(indexes.map { items[$0] })
    let gone = Set(indexes)
    items = items.indices.filter { !gone.contains($0) }.map { items[$0] }
    items.append(made)
  }

  /// The root sign that a bar goes on from.
  private func root(at bar: Box, in items: [FormulaItem]) -> Int? {
    items.indices.first { index in
      let item = items[index]
      return item.text == "√" && abs(item.x1 - bar.x0) < 0.3 * item.size
        && bar.midY > item.top - 0.5 * item.size && bar.midY < item.top + 0.5 * item.size
    }
  }

  /// What belongs to one side of a bar: the line next to it with its scripts and limits.
  private func side(_ candidates: [Int], of bar: Box, _ items: [FormulaItem]) -> [Int] {
    guard let size = candidates.map({ items[$0].size }).max() else { return [] }
    func distance(_ item: FormulaItem) -> Double {
      item.midY < bar.midY ? bar.midY - item.bottom : item.top - bar.midY
    }
    let near = candidates.filter { distance(items[$0]) < 0.75 * size }
    guard !near.isEmpty else { return [] }
    var reach = near.map { abs(items[$0].midY - bar.midY) }.max() ?? 0
    var reachOfLimits = 0.0
    for index in near {
      let item = items[index]
      let far = item.midY < bar.midY ? bar.midY - item.top : item.bottom - bar.midY
      reach = max(reach, far + 0.15 * item.size)
      if item.isOperator { reachOfLimits = max(reachOfLimits, far + 0.9 * item.size) }
    }
    return candidates.filter {
      let distance = abs(items[$0].midY - bar.midY)
      return distance < reach || distance < reachOfLimits && items[$0].size < 0.86 * size
    }
  }
}
