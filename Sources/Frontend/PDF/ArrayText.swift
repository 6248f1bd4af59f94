internal import IR

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
