internal import IR

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
    // An accent leans over the index of its letter, which is smaller.
    return item.text.first?.isLetter == true && item.size > 0.86 * accent.size
      && item.overlap(accent) > 0.4 * min(item.width, accent.width)
      && item.base - accent.base > -0.15 * size && item.base - accent.base < 0.6 * size
      && abs(item.midX - accent.midX) < 0.7 * size
  }
}
