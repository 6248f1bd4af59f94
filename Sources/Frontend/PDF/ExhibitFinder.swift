internal import IR

/// The object that a caption names, with the lines inside it.
struct ExhibitRegion {
  let caption: Caption
  var box: Box
  var lines: [TextLine]
  /// Horizontal rules inside the box.
  var rules: [Rule] = []
}

/// Finds the tables and figures of one page from their captions.
struct ExhibitFinder {
  let page: PageLayout
  let rules: PageRules
  let captions: [Caption]
  private var tableCaptionsAbove = true
  private let barriers: Barriers
  private let drawings: DrawingFinder

  init(page: PageLayout, rules: PageRules, captions: [Caption], style: DocumentStyle) {
    self.page = page
    self.rules = rules
    self.captions = captions
    barriers = Barriers(page: page, captions: captions, style: style)
    drawings = DrawingFinder(
      page: page, captions: captions, style: style, barriers: barriers)
  }

  /// Boxes of captions reach below their letters, and a table may follow at once.
  private static let descent = 2.5

  /// One region per caption that has an object on this page; `tableCaptionsAbove` tells whether most
  /// captions of tables stand above them in this paper.
  func find(tableCaptionsAbove: Bool) -> [ExhibitRegion] {
    var finder = self
    finder.tableCaptionsAbove = tableCaptionsAbove
    return finder.find()
  }

  private func find() -> [ExhibitRegion] {
    var taken = Set<Position>()
    var regions: [ExhibitRegion] = []
    let tables = captions.filter { $0.label.kind == .table }
    let figures = captions.filter { $0.label.kind == .figure }
    let ruled = ruledTables(of: tables)
    let known = ruled.compactMap(\.self)
    for (index, caption) in (tables + figures).enumerated() {
      let found =
        index < tables.count
        ? ruled[index] ?? tableBeside(caption, avoiding: known)
          ?? unruledTable(of: caption, avoiding: known)
          ?? drawings.figure(of: caption, avoiding: known)
        : drawings.figure(of: caption, avoiding: regions)
      guard var region = found else { continue }
      region.lines.removeAll { taken.contains(Position($0.box)) || isCaptionLine($0) }
      taken.formUnion(region.lines.map { Position($0.box) })
      regions.append(region)
    }
    return regions
  }

  // MARK: Tables

  /// Positive if the tables of this page stand below their captions, negative if above: a caption
  /// with a table on one side only weighs more.
  func captionVotes() -> Int {
    captions.filter { $0.label.kind == .table }.map { caption in
      let below = ruledTable(of: caption, downwards: true)
      let above = ruledTable(of: caption, downwards: false)
      guard let below else { return above == nil ? 0 : -3 }
      guard let above else { return 3 }
      return below.box.y0 - caption.box.y1 < caption.box.y0 - above.box.y1 ? 1 : -1
    }.reduce(0, +)
  }

  /// The ruled table of each caption, if it has one. A caption with a table on one side only has
  /// that one, and leaves its neighbour the other.
  private func ruledTables(of captions: [Caption]) -> [ExhibitRegion?] {
    var options = captions.map { caption in
      [true, false].compactMap { ruledTable(of: caption, downwards: $0) }
    }
    var chosen = [ExhibitRegion?](repeating: nil, count: captions.count)
    while let index = nearest(among: options.indices.filter { options[$0].count == 1 }, options)
      ?? options.firstIndex(where: { $0.count == 2 })
    {
      let choice =
        options[index].count == 1
          || prefersBelow(captions[index], options[index][0].box, options[index][1].box)
        ? options[index][0] : options[index][1]
      chosen[index] = choice
      options[index] = []
      for other in options.indices {
        options[other].removeAll { option in
          option.box.holdsMost(of: choice.box) && choice.box.holdsMost(of: option.box)
        }
      }
    }
    return chosen
  }

  /// The caption that is nearest to its one table; where most captions of the paper are not, it
  /// counts as further off.
  private func nearest(among indexes: [Int], _ options: [[ExhibitRegion]]) -> Int? {
    func distance(_ option: ExhibitRegion) -> Double {
      let isBelow = option.box.midY > option.caption.box.midY
      let gap =
        isBelow ? option.box.y0 - option.caption.box.y1 : option.caption.box.y0 - option.box.y1
      return isBelow == tableCaptionsAbove ? gap : gap + 12
    }
    return indexes.min { distance(options[$0][0]) < distance(options[$1][0]) }
  }

  private func prefersBelow(_ caption: Caption, _ below: Box, _ above: Box) -> Bool {
    let gapBelow = below.y0 - caption.box.y1
    let gapAbove = caption.box.y0 - above.y1
    if abs(gapBelow - gapAbove) < 4 { return tableCaptionsAbove }
    return tableCaptionsAbove ? gapBelow < gapAbove + 12 : gapBelow + 12 < gapAbove
  }

  /// A table that begins with the rule next to its caption and ends with the last of that extent.
  private func ruledTable(of caption: Caption, downwards: Bool) -> ExhibitRegion? {
    let near = downwards ? caption.box.y1 : caption.box.y0
    let limit = barriers.limit(from: caption, downwards: downwards)
    let candidates = rules.horizontal.filter { rule in
      rule.box.width > 24 && rule.box.overlapsHorizontally(caption.box)
        && (downwards
          ? rule.y > near - Self.descent && rule.y < limit : rule.y < near + 1 && rule.y > limit)
    }
    guard let first = downwards ? candidates.first : candidates.last,
      abs(first.y - near) < 45 + headerAllowance(caption, first, downwards)
    else { return nil }
    let widest =
      candidates.filter { abs($0.y - first.y) < 120 && $0.box.contains(first.box, slack: 3) }
      .max { $0.box.width < $1.box.width } ?? first
    // The parts of a table may stand side by side, each between rules of its own.
    let parts =
      [widest]
      + candidates.filter { rule in
        abs(rule.y - widest.y) < 1 && !rule.box.overlapsHorizontally(widest.box)
          && caption.box.overlapsHorizontally(rule.box, by: 0.5 * rule.box.width)
      }
    let frame = candidates.filter { rule in
      parts.contains { rule.hasExtent(of: $0, slack: 4) || $0.box.contains(rule.box, slack: 4) }
    }
    guard let top = frame.first, let bottom = frame.last, bottom.y - top.y > 8 else { return nil }
    var box = frame.reduce(top.box) { $0.union($1.box) }
    // Rows above the first rule or below the last, between caption and text.
    let lines = segments(in: box)
    guard lines.count >= 2 else { return nil }
    box = extended(box, caption: caption, limit: limit, downwards: downwards)
    let inside = rules.horizontal.filter { box.contains($0.box, slack: 4) }
    return ExhibitRegion(caption: caption, box: box, lines: segments(in: box), rules: inside)
  }

  /// A ruled table on the left or the right of its caption, between rules of one extent.
  private func tableBeside(_ caption: Caption, avoiding others: [ExhibitRegion]) -> ExhibitRegion? {
    let near = rules.horizontal.filter { rule in
      let gap = max(rule.box.x0 - caption.box.x1, caption.box.x0 - rule.box.x1)
      return rule.box.width > 60 && gap > 0 && gap < 40
        && rule.y > caption.box.y0 - 60 && rule.y < caption.box.y1 + 60
    }
    guard let widest = near.max(by: { $0.box.width < $1.box.width }) else { return nil }
    let frame = near.filter { $0.hasExtent(of: widest, slack: 4) }
    guard frame.count > 1 else { return nil }
    let box = frame.reduce(widest.box) { $0.union($1.box) }
    let lines = segments(in: box)
    let hasOwner = captions.contains { other in
      other.label != caption.label && other.box.overlapsHorizontally(box, by: 10)
        && max(other.box.y0 - box.y1, box.y0 - other.box.y1) < 40
    }
    guard box.overlapsVertically(caption.box, by: 0.5 * min(box.height, caption.box.height)),
      rows(of: lines).count(where: { $0.count > 1 }) > 1, !hasOwner,
      frame.count > 2 || !barriers.hasText(in: box),
      !others.contains(where: { $0.box.holdsMost(of: box) || box.holdsMost(of: $0.box) })
    else { return nil }
    let inside = rules.horizontal.filter { box.contains($0.box, slack: 4) }
    return ExhibitRegion(caption: caption, box: box, lines: lines, rules: inside)
  }

  /// A header may stand between a caption and the first rule.
  private func headerAllowance(_ caption: Caption, _ rule: Rule, _ downwards: Bool) -> Double {
    let between = page.segments.filter { line in
      line.box.overlapsHorizontally(rule.box)
        && (downwards
          ? line.box.midY > caption.box.y1 && line.box.midY < rule.y
          : line.box.midY < caption.box.y0 && line.box.midY > rule.y)
    }
    return rows(of: between).contains { $0.count > 1 } ? 20 : 0
  }

  /// Takes in rows of several cells that adjoin the box on the sides away from the caption's text.
  private func extended(_ box: Box, caption: Caption, limit: Double, downwards: Bool) -> Box {
    let outside = page.segments.filter {
      $0.box.overlapsHorizontally(box) && !isCaptionLine($0) && !box.insetBy(-1).contains($0.box)
        && $0.box.x0 > box.x0 - 6 && $0.box.x1 < box.x1 + 6
    }
    let short = rules.horizontal.filter {
      $0.box.width > 24 && $0.box.width < 0.9 * box.width && $0.box.x0 > box.x0 - 4
        && $0.box.x1 < box.x1 + 4
    }
    let range =
      downwards
      ? (caption.box.y1 - 1)...max(limit, caption.box.y1)
      : min(limit, caption.box.y0)...(caption.box.y0 + 1)
    return TableExtent(
      rows: rows(of: outside), rules: short, range: range, captionIsAbove: downwards
    ).extended(box)
  }

  /// Rows of several aligned segments next to a caption, without rules; `others` have their captions.
  private func unruledTable(of caption: Caption, avoiding others: [ExhibitRegion])
    -> ExhibitRegion?
  {
    for downwards in tableCaptionsAbove ? [true, false] : [false, true] {
      let limit = barriers.limit(from: caption, downwards: downwards)
      let side = page.side(of: caption.box)
      // Few lines of a page with nothing but a table tell where its text ends.
      let range = side == .full ? 0...page.width : page.extent(of: side)
      let lines = page.segments.filter { line in
        !isCaptionLine(line) && line.box.x0 >= range.lowerBound - 8
          && line.box.x1 <= range.upperBound + 8
          && (downwards
            ? line.box.midY > caption.box.y1 && line.box.y1 < limit
            : line.box.y1 < caption.box.y0 + 1 && line.box.y0 > limit)
          && !others.contains { $0.box.holdsMost(of: line.box) }
      }
      let ordered = rows(of: lines)
      var kept: [[TextLine]] = []
      var edge = downwards ? caption.box.y1 : caption.box.y0
      var widest = 0.0
      for row in downwards ? ordered : ordered.reversed() {
        let extent = row.dropFirst().reduce(row[0].box) { $0.union($1.box) }
        let gap = downwards ? extent.y0 - edge : edge - extent.y1
        // Once rows have a distance of their own, what stands further off is another exhibit.
        let isParted = isRuled(between: min(edge, extent.y1), max(edge, extent.y0), extent)
        let most =
          kept.isEmpty ? 40 : kept.count < 3 || isParted ? 24 : max(2.2 * widest, row[0].size)
        guard gap < most, row.count > 1 || kept.count > 1 && row[0].words.count < 6 else { break }
        if !kept.isEmpty { widest = max(widest, gap) }
        kept.append(row)
        edge = downwards ? extent.y1 : extent.y0
      }
      let all = kept.flatMap { $0 }
      guard kept.count >= 2, kept.count(where: { $0.count > 1 }) >= 2 else { continue }
      let box = all.dropFirst().reduce(all[0].box) { $0.union($1.box) }
      let inside = rules.horizontal.filter {
        $0.y > box.y0 && $0.y < box.y1 && $0.box.overlapsHorizontally(box, by: 24)
      }
      return ExhibitRegion(caption: caption, box: box, lines: all, rules: inside)
    }
    return nil
  }

  /// Whether a rule parts a header from its rows.
  private func isRuled(between top: Double, _ bottom: Double, _ row: Box) -> Bool {
    rules.horizontal.contains {
      $0.y > top - 1 && $0.y < bottom + 1 && $0.box.overlapsHorizontally(row, by: 0.5 * row.width)
    }
  }

  private func isCaptionLine(_ line: TextLine) -> Bool { barriers.isCaptionLine(line) }

  private func segments(in box: Box) -> [TextLine] {
    page.segments.filter { line in
      line.box.midY > box.y0 - 2 && line.box.midY < box.y1 + 2 && line.box.midX > box.x0 - 4
        && line.box.midX < box.x1 + 4 && !isCaptionLine(line)
    }
  }

  /// Groups lines on one baseline, top to bottom, each left to right.
  private func rows(of lines: [TextLine]) -> [[TextLine]] {
    TableRows.group(lines)
  }
}
