internal import IR

/// How far a page is turned for most of its text to stand upright: a table that is set sideways
/// fills its page, and files tell to show a page in a way that it was not written.
enum PageTurn {
  case none, left, half, right

  /// By the words that follow a word on its line: to the right, downwards, to the left or upwards.
  /// Labels of an axis stand alone, in whatever direction they are set.
  init(reading glyphs: [Glyph]) {
    var counts = [0, 0, 0, 0]
    for index in glyphs.indices.dropFirst().dropLast() where glyphs[index].scalar == " " {
      let (a, b) = (glyphs[index - 1], glyphs[index + 1])
      guard a.scalar.value > 0x20, b.scalar.value > 0x20, !a.scalar.isRightToLeft else { continue }
      let (across, down) = (b.box.midX - a.box.midX, b.box.midY - a.box.midY)
      if abs(across) > 2 * abs(down) {
        counts[across > 0 ? 0 : 2] += 1
      } else if abs(down) > 2 * abs(across) {
        counts[down > 0 ? 1 : 3] += 1
      }
    }
    let all = counts.reduce(0, +)
    let most = counts.indices.first { counts[$0] * 10 >= all * 7 } ?? 0
    let turns: [PageTurn] = [.none, .left, .half, .right]
    self = all < Self.leastWords ? .none : turns[most]
  }

  /// A page with fewer words after others is left as it is.
  private static let leastWords = 12
}

extension PageContent {
  /// The page after a turn.
  func turned(_ place: TurnedPlace) -> PageContent {
    var page = PageContent(width: place.size.width, height: place.size.height)
    page.fonts = fonts
    page.glyphs = glyphs.map { Glyph(scalar: $0.scalar, box: place.turned($0.box), font: $0.font) }
    page.marks = marks.map { $0.turned(place) }
    page.corners = corners.map { corner in
      let (x, y) = (Double(corner.x), Double(corner.y))
      let turned = place.turned(Box(x, y, x, y))
      return SIMD2(Float(turned.x0), Float(turned.y0))
    }
    page.links = links.map { LinkArea(box: place.turned($0.box), target: $0.target) }
    page.hidden = hidden.map { word in
      Word(
        word.glyphs.map {
          Glyph(scalar: $0.scalar, box: place.turned($0.box), font: $0.font)
        })
    }
    page.droppedMarks = droppedMarks
    page.unreadGlyphs = unreadGlyphs
    page.recognised = recognised
    page.crowdedOut = crowdedOut
    page.hasMarks = hasMarks
    return page
  }
}

/// Where what stands on a page of some size comes to stand when the page is turned.
struct TurnedPlace {
  let turn: PageTurn
  /// Of the page before.
  let width: Double
  let height: Double

  var size: (width: Double, height: Double) {
    turn == .left || turn == .right ? (height, width) : (width, height)
  }

  /// Of the page before, by a box of the page after.
  var back: TurnedPlace {
    let inverse: PageTurn = turn == .left ? .right : turn == .right ? .left : turn
    return TurnedPlace(turn: inverse, width: size.width, height: size.height)
  }

  func turned(_ box: Box) -> Box {
    switch turn {
    case .none: box
    case .left: Box(box.y0, width - box.x1, box.y1, width - box.x0)
    case .half: Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
    case .right: Box(height - box.y1, box.x0, height - box.y0, box.x1)
    }
  }
}

// Artifacts tell places on pages as they are displayed.

extension Region {
  func asDisplayed(_ turns: [Int: TurnedPlace]) -> Region {
    guard case .page(let page, let box) = place, let turn = turns[page] else { return self }
    return Region(bytes, .page(page, turn.back.turned(box).rounded))
  }
}

extension Paper {
  mutating func placeAsDisplayed(_ turns: [Int: TurnedPlace]) {
    guard !turns.isEmpty else { return }
    for index in blocks.indices {
      guard let area = blocks[index].area, let turn = turns[area.page] else { continue }
      let box = turn.back.turned(area.box).rounded
      blocks[index].area = PageArea(page: area.page, box: box)
    }
    for path in [\Paper.tables, \Paper.figures] {
      for index in self[keyPath: path].indices {
        guard let turn = turns[self[keyPath: path][index].page] else { continue }
        self[keyPath: path][index].box = turn.back.turned(self[keyPath: path][index].box).rounded
      }
    }
  }
}

extension Mark {
  fileprivate func turned(_ place: TurnedPlace) -> Mark {
    let isSideways = place.turn == .left || place.turn == .right
    let shape: Shape =
      switch self.shape {
      case .horizontal where isSideways: .vertical
      case .vertical where isSideways: .horizontal
      default: self.shape
      }
    return Mark(
      kind: kind, shape: shape, box: place.turned(box), clip: place.turned(clip), points: points,
      color: color, lineWidth: lineWidth, dash: dash, alpha: alpha, corners: corners)
  }
}
