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
  let bodySize: Double
  /// Whether most captions of tables stand above them in this paper.
  let tableCaptionsAbove: Bool
  private let barriers: Barriers

  init(
    page: PageLayout, rules: PageRules, captions: [Caption], bodySize: Double,
    tableCaptionsAbove: Bool
  ) {
    self.page = page
    self.rules = rules
    self.captions = captions
    self.bodySize = bodySize
    self.tableCaptionsAbove = tableCaptionsAbove
    barriers = Barriers(page: page, captions: captions, bodySize: bodySize)
  }

  /// One region per caption that has an object on this page.
  func find() -> [ExhibitRegion] {
    var taken = Set<Position>()
    var regions: [ExhibitRegion] = []
    let tables = captions.filter { $0.label.kind == .table }
    let figures = captions.filter { $0.label.kind == .figure }
    for caption in tables + figures {
      let found =
        caption.label.kind == .table ? table(of: caption) : figure(of: caption, avoiding: regions)
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

  private func table(of caption: Caption) -> ExhibitRegion? {
    let below = ruledTable(of: caption, downwards: true)
    let above = ruledTable(of: caption, downwards: false)
    let choice: ExhibitRegion?
    switch (below, above) {
    case (let below?, let above?):
      choice = prefersBelow(caption, below.box, above.box) ? below : above
    case (let below?, nil): choice = below
    case (nil, let above?): choice = above
    case (nil, nil): choice = unruledTable(of: caption)
    }
    return choice ?? imageTable(of: caption)
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
          ? rule.y > near - 1 && rule.y < limit : rule.y < near + 1 && rule.y > limit)
    }
    guard let first = downwards ? candidates.first : candidates.last,
      abs(first.y - near) < 45 + headerAllowance(caption, first, downwards)
    else { return nil }
    let widest =
      candidates.filter { abs($0.y - first.y) < 120 && $0.box.contains(first.box, slack: 3) }
      .max { $0.box.width < $1.box.width } ?? first
    let frame = candidates.filter {
      $0.hasExtent(of: widest, slack: 4) || widest.box.contains($0.box, slack: 4)
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
    var box = box
    let outside = page.segments.filter {
      $0.box.overlapsHorizontally(box) && !isCaptionLine($0) && !box.insetBy(-1).contains($0.box)
        && $0.box.x0 > box.x0 - 6 && $0.box.x1 < box.x1 + 6
    }
    for row in rows(of: outside).sorted(by: { $0[0].box.y0 > $1[0].box.y0 }) {
      let extent = row.dropFirst().reduce(row[0].box) { $0.union($1.box) }
      guard extent.midY < box.y0, row.count > 1, box.y0 - extent.y1 < 10,
        downwards ? extent.y0 > caption.box.y1 - 1 : extent.y0 > limit
      else { continue }
      box = box.union(extent)
    }
    for row in rows(of: outside).sorted(by: { $0[0].box.y0 < $1[0].box.y0 }) {
      let extent = row.dropFirst().reduce(row[0].box) { $0.union($1.box) }
      guard extent.midY > box.y1, row.count > 1, extent.y0 - box.y1 < 8,
        downwards ? extent.y1 < limit : extent.y1 < caption.box.y0 + 1
      else { continue }
      box = box.union(extent)
    }
    return box
  }

  /// Rows of several aligned segments next to a caption, without rules.
  private func unruledTable(of caption: Caption) -> ExhibitRegion? {
    for downwards in tableCaptionsAbove ? [true, false] : [false, true] {
      let limit = barriers.limit(from: caption, downwards: downwards)
      let range = page.extent(of: page.side(of: caption.box))
      let lines = page.segments.filter { line in
        !isCaptionLine(line) && line.box.x0 >= range.lowerBound - 8
          && line.box.x1 <= range.upperBound + 8
          && (downwards
            ? line.box.y0 > caption.box.y1 - 1 && line.box.y1 < limit
            : line.box.y1 < caption.box.y0 + 1 && line.box.y0 > limit)
      }
      let ordered = rows(of: lines)
      var kept: [[TextLine]] = []
      var edge = downwards ? caption.box.y1 : caption.box.y0
      var widest = 0.0
      for row in downwards ? ordered : ordered.reversed() {
        let extent = row.dropFirst().reduce(row[0].box) { $0.union($1.box) }
        let gap = downwards ? extent.y0 - edge : edge - extent.y1
        // Once rows have a distance of their own, what stands further off is another exhibit.
        let most = kept.isEmpty ? 40 : kept.count < 3 ? 24 : max(2.2 * widest, row[0].size)
        guard gap < most, row.count > 1 || kept.count > 1 && row[0].words.count < 6 else { break }
        if !kept.isEmpty { widest = max(widest, gap) }
        kept.append(row)
        edge = downwards ? extent.y1 : extent.y0
      }
      let all = kept.flatMap { $0 }
      guard kept.count >= 2, kept.count(where: { $0.count > 1 }) >= 2 else { continue }
      let box = all.dropFirst().reduce(all[0].box) { $0.union($1.box) }
      return ExhibitRegion(caption: caption, box: box, lines: all)
    }
    return nil
  }

  /// A table set as a picture.
  private func imageTable(of caption: Caption) -> ExhibitRegion? {
    figure(of: caption, avoiding: [])
  }

  // MARK: Figures

  private func figure(of caption: Caption, avoiding others: [ExhibitRegion]) -> ExhibitRegion? {
    let above = drawing(of: caption, downwards: false, avoiding: others)
    let below = drawing(of: caption, downwards: true, avoiding: others)
    switch (above, below) {
    case (let above?, let below?):
      // A figure above its caption is the rule; one below wins only where nothing adjoins above.
      return caption.box.y0 - above.box.y1 < 40 || below.box.y0 - caption.box.y1 > 40
        ? above : below
    case (let above?, nil): return above
    case (nil, let below?): return below
    case (nil, nil): return nil
    }
  }

  private func drawing(of caption: Caption, downwards: Bool, avoiding others: [ExhibitRegion])
    -> ExhibitRegion?
  {
    let limit = barriers.limit(from: caption, downwards: downwards)
    let range = horizontalRange(of: caption)
    let zone =
      downwards
      ? Box(range.lowerBound, caption.box.y1, range.upperBound, limit)
      : Box(range.lowerBound, limit, range.upperBound, caption.box.y0)
    let pageArea = page.width * page.height
    let drawn = page.marks.filter { mark in
      mark.kind != .clip && mark.box.width * mark.box.height < 0.8 * pageArea
    }
    let pieces = drawn.map { $0.box.clipped(to: $0.clipOrSelf) }.filter { box in
      box.width + box.height > 2 && zone.holdsMost(of: box)
        && !others.contains { $0.box.insetBy(-2).contains(box) }
    }
    let lines = page.segments.filter { line in
      !isCaptionLine(line) && zone.contains(line.box, slack: 6)
        && !others.contains { $0.box.insetBy(-2).contains(line.box) }
    }
    guard !pieces.isEmpty || lines.count > 1 else { return nil }
    let boxes =
      pieces + lines.map(\.box) + page.rotated.map(\.box).filter { zone.contains($0, slack: 2) }
    let box = boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
    guard box.height > 12, box.width > 12 else { return nil }
    let known = Set(lines.map { Position($0.box) })
    let fringe = page.segments.filter { line in
      line.words.count <= 2 && line.size < bodySize - 0.6 && !known.contains(Position(line.box))
        && box.insetBy(-12).contains(line.box) && zone.overlapsVertically(line.box, by: 1)
        && !isCaptionLine(line)
    }
    return ExhibitRegion(caption: caption, box: box, lines: lines + fringe)
  }

  /// How far to both sides a figure may reach: its column, up to its neighbours' middles.
  private func horizontalRange(of caption: Caption) -> ClosedRange<Double> {
    let side = page.side(of: caption.box)
    var range = side == .full ? 0...page.width : page.extent(of: side)
    if side != .full, isCrossedAbove(caption) { range = 0...page.width }
    for other in captions
    where other.box.overlapsVertically(caption.box) && other.label != caption.label {
      guard other.box.x0 >= caption.box.x1 || other.box.x1 <= caption.box.x0 else { continue }
      if other.box.x0 >= caption.box.x1 {
        range =
          range
          .lowerBound...max(
            range.lowerBound, min(range.upperBound, (caption.box.x1 + other.box.x0) / 2))
      } else {
        range =
          min(
            range.upperBound, max(range.lowerBound, (other.box.x1 + caption.box.x0) / 2))...range
          .upperBound
      }
    }
    return range
  }

  /// Whether a drawing right above a short caption reaches over both columns.
  private func isCrossedAbove(_ caption: Caption) -> Bool {
    guard let gutter = page.gutter else { return false }
    return page.marks.contains { mark in
      mark.kind != .clip && mark.box.x0 < gutter - 20 && mark.box.x1 > gutter + 20
        && mark.box.y1 < caption.box.y0 && caption.box.y0 - mark.box.y1 < 60
        && !barriers.hasText(in: mark.box)
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

extension Mark {
  /// The clip, where it is one: marks without a clip carry an empty box.
  fileprivate var clipOrSelf: Box { clip.width > 0 && clip.height > 0 ? clip : box }
}
