internal import IR

/// Finds the drawings of one page from their captions.
struct DrawingFinder {
  let page: PageLayout
  let captions: [Caption]
  let style: DocumentStyle
  let barriers: Barriers

  /// The drawing that a caption names, on one of its sides.
  func figure(of caption: Caption, avoiding others: [ExhibitRegion]) -> ExhibitRegion? {
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
    let range = horizontalRange(of: caption)
    let limit = barriers.limit(from: caption, downwards: downwards, in: range, taken: others)
    let free =
      downwards
      ? Box(range.lowerBound, caption.box.y1, range.upperBound, limit)
      : Box(range.lowerBound, limit, range.upperBound, caption.box.y0)
    let zone = barriers.frame(around: caption).map(free.clipped) ?? free
    guard zone.y0 < zone.y1 else { return nil }
    let found = pieces(in: zone, avoiding: others)
    let near = lines(in: zone, avoiding: others)
    // Text that stands apart from the drawing is the paper's.
    guard
      let stop = TextBeyond(page: page, style: style, caption: caption).edge(
        of: near, beyond: found.all, downwards)
    else { return region(of: caption, found.inked, near, in: zone) }
    let rest =
      downwards
      ? Box(zone.x0, zone.y0, zone.x1, stop) : Box(zone.x0, stop, zone.x1, zone.y1)
    return region(
      of: caption, found.inked, near.filter { rest.contains($0.box, slack: 1) }, in: rest)
  }

  /// What is drawn in a zone. A white ground tells what belongs to a drawing, but nothing of how far
  /// it is seen.
  private func pieces(in zone: Box, avoiding others: [ExhibitRegion])
    -> (all: [Box], inked: [Box])
  {
    let pageArea = page.width * page.height
    let drawn = page.marks.filter { mark in
      mark.kind != .clip && mark.box.width * mark.box.height < 0.8 * pageArea
    }
    let own = drawn.filter { mark in
      let box = mark.seen
      return box.width + box.height > 2 && zone.holdsMost(of: box)
        && !others.contains { $0.box.insetBy(-2).contains(box) }
    }
    let inked = own.filter { mark in mark.kind == .image || !mark.isWhite }
    return (own.map(\.seen), inked.map(\.seen))
  }

  private func lines(in zone: Box, avoiding others: [ExhibitRegion]) -> [TextLine] {
    page.segments.filter { line in
      !barriers.isCaptionLine(line) && zone.contains(line.box, slack: 6)
        && !others.contains { $0.box.insetBy(-2).contains(line.box) }
    }
  }

  private func region(of caption: Caption, _ pieces: [Box], _ lines: [TextLine], in zone: Box)
    -> ExhibitRegion?
  {
    guard !pieces.isEmpty || lines.count > 1 else { return nil }
    let words = lines.map(\.box) + page.rotated.map(\.box).filter { zone.contains($0, slack: 2) }
    guard let box = extent(of: pieces, words, in: zone) else { return nil }
    guard box.height > 12, box.width > 12 else { return nil }
    let known = Set(lines.map { Position($0.box) })
    let labels = page.segments.filter { line in
      line.words.count <= 2 && line.size < style.bodySize - 0.6
        && !known.contains(Position(line.box)) && !barriers.isCaptionLine(line)
    }
    let fringe = labels.filter { line in
      box.insetBy(-12).contains(line.box) && zone.overlapsVertically(line.box, by: 1)
        || isFactor(line, of: box)
    }
    let whole = fringe.filter { isFactor($0, of: box) }.reduce(box) { $0.union($1.box) }
    return ExhibitRegion(caption: caption, box: whole, lines: lines + fringe)
  }

  /// `1e6`, by which all labels of an axis are multiplied: it stands above the drawing as a line of
  /// text does, and every value is wrong without it.
  private func isFactor(_ line: TextLine, of drawing: Box) -> Bool {
    // A sign that is a shape leaves a gap.
    line.words.count <= 2 && AxisOffset.mayBe(line.text)
      && drawing.insetBy(-16).contains(line.box)
  }

  /// What pieces and words take of a zone.
  ///
  /// What reaches over a barrier or a neighbour is cut there, as a picture of the figure has to be,
  /// and drawings where its margin begins: many figures have a white ground that lies under their
  /// captions. Words need less: their boxes are higher than their letters.
  private func extent(of pieces: [Box], _ words: [Box], in zone: Box) -> Box? {
    let margin = Pictures.margin + 0.5
    let limit = Box(
      zone.x0 - 8, zone.y0 - 6, zone.x1 + 8, max(zone.y1 - margin, zone.y0))
    let inner = Box(limit.x0, zone.y0 + margin, limit.x1, limit.y1)
    let readable = Box(limit.x0, limit.y0, limit.x1, max(zone.y1 - 0.5, zone.y0))
    let boxes = pieces.map { $0.clipped(to: inner) } + words.map { $0.clipped(to: readable) }
    let seen = boxes.filter { $0.y0 <= $0.y1 }
    return seen.dropFirst().reduce(seen.first) { $0?.union($1) }
  }

  /// How far to both sides a figure may reach: its column, up to its neighbours' middles.
  private func horizontalRange(of caption: Caption) -> ClosedRange<Double> {
    let side = page.side(of: caption.box)
    if let own = CaptionMeasure(caption).extent(within: page.extent(of: side)) { return own }
    var range = side == .full ? 0...page.width : page.extent(of: side)
    if side != .full, isCrossedAbove(caption) { range = 0...page.width }
    // Captions of figures side by side begin at heights of their own.
    for other in captions
    where other.box.overlapsVertically(caption.box, by: -30) && other.label != caption.label {
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
    return aside(of: caption, within: range)
  }

  /// Without what text takes that runs around the figure.
  private func aside(of caption: Caption, within range: ClosedRange<Double>)
    -> ClosedRange<Double>
  {
    let text = barriers.textBeside(caption).map(\.box)
    let left = text.map(\.x1).filter { $0 < caption.box.midX }.max()
    let right = text.map(\.x0).filter { $0 > caption.box.midX }.min()
    let low = max(range.lowerBound, left.map { $0 + 1 } ?? range.lowerBound)
    return low...max(low, min(range.upperBound, right.map { $0 - 1 } ?? range.upperBound))
  }

  /// Whether a drawing right above a short caption reaches over both columns.
  private func isCrossedAbove(_ caption: Caption) -> Bool {
    guard let gutter = page.gutter else { return false }
    return page.marks.contains { mark in
      guard mark.kind != .clip else { return false }
      let box = mark.seen
      return box.x0 < gutter - 20 && box.x1 > gutter + 20 && box.y1 < caption.box.y0
        && caption.box.y0 - box.y1 < 60 && !barriers.hasText(in: box)
    }
  }
}

extension Mark {
  /// What its clip leaves of its box; marks without a clip carry an empty one.
  var seen: Box { clip.width > 0 && clip.height > 0 ? box.clipped(to: clip) : box }
}
