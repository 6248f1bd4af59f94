internal import IR

/// A part of a table on another page than its caption.
struct TablePart {
  /// Index of the page that it stands on.
  let page: Int
  let region: ExhibitRegion
}

/// Finds the parts of tables that were broken over pages: they begin or end a page, and have the
/// rules of the part that has the caption.
struct ContinuedTables {
  let pages: [PageLayout]
  let rules: [PageRules]

  private static let mostParts = 40

  /// Parts on pages before that of a region; its caption stands below it.
  func partsBefore(_ region: ExhibitRegion, on page: Int) -> [TablePart] {
    guard let rule = widestRule(region), region.caption.box.y0 > region.box.midY else { return [] }
    var parts: [TablePart] = []
    var edge = region.box.y0
    var page = page
    while page > 0, parts.count < Self.mostParts, !hasText(on: page, from: 0, to: edge),
      let box = lastTable(on: page - 1, like: rule)
    {
      page -= 1
      parts.append(part(box, of: region, on: page))
      edge = box.y0
    }
    return parts.reversed()
  }

  /// Parts on pages after that of a region.
  func partsAfter(_ region: ExhibitRegion, on page: Int) -> [TablePart] {
    guard let rule = widestRule(region), region.caption.box.y0 < region.box.midY else { return [] }
    var parts: [TablePart] = []
    var edge = region.box.y1
    var page = page
    while page + 1 < pages.count, parts.count < Self.mostParts,
      !hasText(on: page, from: edge, to: pages[page].height),
      let box = firstTable(on: page + 1, like: rule)
    {
      page += 1
      parts.append(part(box, of: region, on: page))
      edge = box.y1
    }
    return parts
  }

  private func widestRule(_ region: ExhibitRegion) -> Rule? {
    region.rules.max { $0.box.width < $1.box.width }
      .flatMap { $0.box.width > 0.9 * region.box.width ? $0 : nil }
  }

  private func part(_ box: Box, of region: ExhibitRegion, on page: Int) -> TablePart {
    let lines = pages[page].segments.filter { box.insetBy(-3).contains($0.box, slack: 3) }
    let inside = rules[page].horizontal.filter { box.contains($0.box, slack: 4) }
    return TablePart(
      page: page,
      region: ExhibitRegion(caption: region.caption, box: box, lines: lines, rules: inside))
  }

  /// Whether the middle of a line stands between two ordinates of a page. Tables may lie off the
  /// page: the second is not always the larger.
  private func hasText(on page: Int, from top: Double, to bottom: Double) -> Bool {
    pages[page].segments.contains { top + 1 < $0.box.midY && $0.box.midY < bottom - 1 }
  }

  /// The table that begins a page with a rule of a given extent.
  private func firstTable(on page: Int, like rule: Rule) -> Box? {
    let same = rules[page].horizontal.filter { $0.hasExtent(of: rule) }
    guard let first = same.first, !hasText(on: page, from: 0, to: first.y) else { return nil }
    return table(from: first, through: same.dropFirst(), on: page)
  }

  /// The table that ends a page with a rule of a given extent.
  private func lastTable(on page: Int, like rule: Rule) -> Box? {
    let same = rules[page].horizontal.filter { $0.hasExtent(of: rule) }
    guard let last = same.last,
      !hasText(on: page, from: last.y, to: pages[page].height)
    else { return nil }
    return table(from: last, through: same.dropLast().reversed(), on: page)
  }

  /// The box of a table whose rules follow each other with nothing beside its rows between them.
  private func table(from rule: Rule, through others: some Sequence<Rule>, on page: Int) -> Box? {
    var box = rule.box
    for other in others {
      let next = box.union(other.box)
      let isClear = pages[page].segments.allSatisfy { line in
        line.box.midY < next.y0 || line.box.midY > next.y1
          || line.box.x0 > next.x0 - 6 && line.box.x1 < next.x1 + 6
            && !(line.words.count > 7 && line.box.width > 0.85 * next.width)
            && CaptionStart(line.text)?.ending != .colon
      }
      guard isClear else { break }
      box = next
    }
    return box.height > 8 ? box : nil
  }
}

extension Grid {
  /// Grids of which each goes on where the one before it ended: the rows of one table where their
  /// headers have the same words, or the later one has none.
  static func joined(_ grids: [Grid], in text: PaperText) -> [Grid] {
    func words(_ row: [Cell]) -> [String] { row.map { $0.span.map(text.content) ?? "" } }
    var result: [Grid] = []
    for grid in grids {
      guard var last = result.popLast() else {
        result.append(grid)
        continue
      }
      let header = grid.rows.prefix(last.headerRows).map(words)
      let repeats = header == last.rows.prefix(last.headerRows).map(words)
      let isWhole = repeats && last.rows.first?.count == grid.rows.first?.count
      if isWhole { last.rows += grid.rows.dropFirst(last.headerRows) }
      result += isWhole ? [last] : [last, grid]
    }
    return result
  }
}
