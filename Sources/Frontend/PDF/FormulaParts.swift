internal import IR

/// The parts of a formula that lines and tall brackets make: accents, roots, fractions, arrays.
struct FormulaParts {
  let bars: [Box]

  func reduced(_ items: [FormulaItem]) -> [FormulaItem] {
    // The pieces of braces over and under a formula say nothing by themselves.
    var items = AccentText.merged(items.filter { !"︷︸".contains($0.text) })
    // The inner parts first: what holds another is at least as wide.
    let order = bars.sorted { ($0.width, $0.y0, $0.x0) < ($1.width, $1.y0, $1.x0) }
    for (place, bar) in order.enumerated() {
      reduce(bar, beside: order[(place + 1)...], in: &items)
    }
    return ArrayText.reduced(items)
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
    if above.isEmpty { overline(below, at: bar, in: &items) }
    guard !above.isEmpty, !below.isEmpty else { return }
    let upper = above.map { items[$0] }
    let lower = below.map { items[$0] }
    replace(above + below, in: &items) { parts in
      FormulaItem(
        Self.operand(upper) + "/" + Self.operand(lower), of: parts,
        base: bar.midY + FormulaItem.axisHeight * FormulaText.mainSize(parts), axis: bar.midY,
        size: FormulaText.mainSize(parts))
    }
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
    for index in near {
      let item = items[index]
      let far = item.midY < bar.midY ? bar.midY - item.top : item.bottom - bar.midY
      reach = max(reach, far + (item.isOperator ? 0.9 : 0.15) * item.size)
    }
    return candidates.filter { abs(items[$0].midY - bar.midY) < reach }
  }
}

/// Accents that are characters of their own.
enum AccentText {
  /// Puts each accent on the letter that it stands over.
  static func merged(_ items: [FormulaItem]) -> [FormulaItem] {
    guard items.contains(where: { $0.accent != nil }) else { return items }
    var result = items
    var gone: Set<Int> = []
    let order = items.indices.sorted { items[$0].x0 < items[$1].x0 }
    for (place, index) in order.enumerated() {
      guard let accent = items[index].accent else { continue }
      let near = order[max(0, place - 4)..<min(order.count, place + 5)]
      let under = near.filter {
        $0 != index && items[$0].accent == nil && isUnder(items[$0], items[index])
      }
      let host = under.min {
        abs(items[$0].midX - items[index].midX) < abs(items[$1].midX - items[index].midX)
      }
      guard let host, result[host].text.count == 1 else { continue }
      result[host].text.unicodeScalars.append(accent)
      gone.insert(index)
    }
    return result.indices.filter { !gone.contains($0) }.map { result[$0] }
  }

  private static func isUnder(_ item: FormulaItem, _ accent: FormulaItem) -> Bool {
    let size = max(item.size, accent.size)
    if accent.accent == FormulaItem.slash {
      return item.text.first?.isLetter == false && abs(item.base - accent.base) < 0.2 * size
        && item.x0 > accent.x0 - 0.3 * size && item.x0 < accent.x1 + 0.3 * size
    }
    return item.text.first?.isLetter == true
      && item.overlap(accent) > 0.4 * min(item.width, accent.width)
      && item.base - accent.base > -0.15 * size && item.base - accent.base < 0.6 * size
      && abs(item.midX - accent.midX) < 0.7 * size
  }
}

/// Rows of a formula beside or between tall brackets.
enum ArrayText {
  static func reduced(_ items: [FormulaItem]) -> [FormulaItem] {
    guard items.contains(where: { isPiece($0) || tallest(of: $0) != nil }) else { return items }
    var result = items
    var brackets = self.brackets(of: &result)
    brackets.sort { ($0.item.x0, $0.item.top) < ($1.item.x0, $1.item.top) }
    // Inner brackets close first.
    while let open = brackets.lastIndex(where: \.opens) {
      let bracket = brackets[open]
      let close = brackets[(open + 1)...].firstIndex {
        !$0.opens && abs($0.item.top - bracket.item.top) < $0.item.size
      }
      let end = close.map { brackets[$0] }
      put(bracket, end, into: &result)
      if let close { brackets.remove(at: close) }
      brackets.remove(at: open)
    }
    for rest in brackets { result.append(rest.item) }
    return result
  }

  private struct Bracket {
    var item: FormulaItem
    let opens: Bool
    /// Whether its pieces tell how tall it is.
    let isPieced: Bool
  }

  /// The height of the largest bracket that is one character, as a share of the size, and whether it
  /// opens.
  private static func tallest(of item: FormulaItem) -> (height: Double, opens: Bool)? {
    guard item.isTall else { return nil }
    return switch item.text {
    case "{": (3, true)
    case "(", "[": (2.4, true)
    case ")", "]": (2.4, false)
    default: nil
    }
  }

  private static func isPiece(_ item: FormulaItem) -> Bool { mark(of: item) != nil }

  /// The bracket that a piece is part of.
  private static func mark(of item: FormulaItem) -> (text: String, opens: Bool)? {
    guard let scalar = item.text.unicodeScalars.first else { return nil }
    return switch scalar.value {
    case 0x239B...0x239D: ("(", true)
    case 0x239E...0x23A0: (")", false)
    case 0x23A1...0x23A3: ("[", true)
    case 0x23A4...0x23A6: ("]", false)
    case 0x23A7...0x23AA: ("{", true)
    case 0x23AB...0x23AD: ("}", false)
    default: nil
    }
  }

  /// Takes the pieces out and makes brackets of them: pieces of one kind one above the other.
  private static func brackets(of items: inout [FormulaItem]) -> [Bracket] {
    var groups: [(text: String, opens: Bool, items: [FormulaItem])] = []
    for item in items.sorted(by: { ($0.top, $0.x0) < ($1.top, $1.x0) }) {
      guard let mark = mark(of: item) else { continue }
      let known = groups.lastIndex { group in
        group.text == mark.text && abs(group.items[0].x0 - item.x0) < 0.3 * item.size
          && item.top - (group.items.last?.top ?? 0) < 2.5 * item.size
      }
      if let known {
        groups[known].items.append(item)
      } else {
        groups.append((mark.text, mark.opens, [item]))
      }
    }
    var single: [Bracket] = []
    items.removeAll { item in
      guard let (height, opens) = tallest(of: item) else { return isPiece(item) }
      var sign = item
      sign.bottom = sign.top + height * sign.size
      single.append(Bracket(item: sign, opens: opens, isPieced: false))
      return true
    }
    return single
      + groups.map { group in
        let whole = FormulaItem(
          group.text, of: group.items, base: 0, axis: nil, size: group.items[0].size)
        var item = whole
        item.isTall = true
        item.axis = whole.midY
        item.base = whole.midY + FormulaItem.axisHeight * whole.size
        return Bracket(item: item, opens: group.opens, isPieced: true)
      }
  }

  private static func middle(of rows: [FormulaText.Row], size: Double) -> Double {
    ((rows.first?.base ?? 0) + (rows.last?.base ?? 0)) / 2 - FormulaItem.axisHeight * size
  }

  /// Whether rows may be those of a bracket whose height is not known: their middle is its middle.
  private static func isCentred(_ rows: [FormulaText.Row], on bracket: FormulaItem) -> Bool {
    let middle = middle(of: rows, size: bracket.size) - bracket.top
    return middle > 0.8 * bracket.size && middle < 0.55 * (bracket.bottom - bracket.top)
  }

  private static func put(_ open: Bracket, _ close: Bracket?, into items: inout [FormulaItem]) {
    let inside = items.indices.filter {
      let item = items[$0]
      return item.midX > open.item.x1 - 1 && item.midX < (close?.item.x0 ?? .infinity) + 1
        && item.midY > open.item.top - 0.6 * item.size
        && item.midY < open.item.bottom + 0.6 * item.size
    }
    let content = inside.map { items[$0] }
    let rows = FormulaText().rows(content)
    guard rows.count > 1, open.isPieced || isCentred(rows, on: open.item) else {
      items.append(open.item)
      if let close { items.append(close.item) }
      return
    }
    let text = open.item.text + rows.map(\.text).joined(separator: "; ") + (close?.item.text ?? "")
    let gone = Set(inside)
    items = items.indices.filter { !gone.contains($0) }.map { items[$0] }
    let all = [open.item] + content + (close.map { [$0.item] } ?? [])
    let axis = open.isPieced ? open.item.midY : middle(of: rows, size: open.item.size)
    var whole = FormulaItem(
      text, of: all, base: axis + FormulaItem.axisHeight * open.item.size, axis: axis,
      size: FormulaText.mainSize(content)
    )
    whole.isTall = true
    items.append(whole)
  }
}
