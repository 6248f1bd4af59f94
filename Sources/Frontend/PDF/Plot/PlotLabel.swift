internal import IR

/// A piece of text in a plot.
struct PlotLabel {
  let text: String
  let box: Box
  /// Of the font, in points.
  let size: Double
  /// `0xRRGGBB`.
  let color: UInt32
  let isSideways: Bool
  /// The boxes of the lines or sideways words that the text is part of.
  let sources: [Box]
  /// Of a label at an angle: where along an axis below it stands. Nil if that is its middle.
  var anchor: Double? = nil
  /// Where its characters stand; nil of sideways and slanted labels.
  var baseline: Double? = nil

  init(_ line: TextLine, of source: Box, fonts: [Font]) {
    text = line.text
    box = line.box
    size = min(line.size, line.box.height)
    color = fonts[line.font].color
    isSideways = false
    sources = [source]
    baseline = line.baseline
  }

  init(sideways words: [Word], fonts: [Font]) {
    text = words.map(\.text).joined(separator: " ")
    box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
    let font = fonts[words[0].glyphs[0].font]
    size = min(font.size, box.width)
    color = font.color
    isSideways = true
    sources = words.map(\.box)
  }
}

extension PlotLabel {
  /// Pieces that are one label, in reading order.
  init(joining parts: [PlotLabel], text: String) {
    self.text = text
    box = parts.dropFirst().reduce(parts[0].box) { $0.union($1.box) }
    size = parts[0].size
    color = parts[0].color
    isSideways = parts[0].isSideways
    sources = parts.flatMap(\.sources)
    baseline = parts[0].baseline
    anchor = parts.count == 1 ? parts[0].anchor : nil
  }

  init(slanted text: String, box: Box, size: Double, color: UInt32, sources: [Box]) {
    (self.text, self.box, self.size) = (text, box, size)
    (self.color, self.sources) = (color, sources)
    isSideways = false
  }

  /// The label with another text in another box.
  init(_ label: PlotLabel, text: String, box: Box) {
    self.text = text
    self.box = box
    size = label.size
    color = label.color
    isSideways = label.isSideways
    sources = label.sources
    (anchor, baseline) = (label.anchor, label.baseline)
  }

  /// The box of the digits of a level label; nil where it is not known.
  var inkBox: Box? {
    baseline.map { Box(box.x0, $0 - 0.72 * size, box.x1, $0) }
  }

  /// Where it stands along an axis.
  func place(_ direction: PlotDirection) -> Double {
    direction == .across ? anchor ?? box.midX : box.midY
  }

  /// Whether it may be an exponent of `base` that stands on a line of its own.
  func isRaised(over base: PlotLabel) -> Bool {
    box.x0 - base.box.x1 > -0.5 && box.x0 - base.box.x1 < 0.3 * min(base.size, base.box.width)
      && box.height < 0.9 * base.box.height && box.midY < base.box.midY
      && box.y1 > base.box.y0
  }
}

/// The text of a region, cut in two ways.
struct PlotLabels {
  /// Words, and what stands as close as the parts of one number.
  private(set) var tokens: [PlotLabel] = []
  /// Names and titles.
  private(set) var lines: [PlotLabel] = []
  /// Whether there are pieces of labels at an angle that were not put together.
  let hasSlantedPieces: Bool

  init(lines all: [TextLine], sideways turned: [Word], fonts: [Font], signs: DrawnSigns) {
    let slanted = SlantedLabels(lines: all, sideways: turned, fonts: fonts)
    hasSlantedPieces = slanted.hasPieces
    for (text, source) in slanted.lines {
      let line = PlotLabel(text, of: source, fonts: fonts)
      lines.append(AxisOffset.mayBe(line.text) ? signs.signed(line) : line)
      for part in text.segments(gap: 0.35 * text.size, fonts: fonts) {
        tokens.append(PlotLabel(part, of: source, fonts: fonts))
      }
    }
    tokens = tokens.map(signs.signed)
    joinExponents()
    tokens += slanted.labels
    lines += slanted.labels
    // Words that stand above each other are one title, read from its side.
    var group: [Word] = []
    for word in slanted.sideways {
      if let last = group.last, !Self.areOneTitle(last.box, word.box) {
        lines.append(PlotLabel(sideways: group, fonts: fonts))
        group = []
      }
      group.append(word)
      tokens.append(PlotLabel(sideways: [word], fonts: fonts))
    }
    if !group.isEmpty { lines.append(PlotLabel(sideways: group, fonts: fonts)) }
  }

  /// Whether a short level line stands among the characters of a label: it is a sign of it, and no
  /// tick.
  func isSign(_ line: Box) -> Bool {
    tokens.contains { token in
      !token.isSideways && token.box.contains(line, slack: 0.2)
    }
  }

  /// Puts exponents that ended up on lines of their own behind their bases.
  private mutating func joinExponents() {
    let bases = tokens.indices.filter { tokens[$0].text.hasSuffix("10") || tokens[$0].text == "2" }
    let exponents = tokens.indices.filter {
      let digits = tokens[$0].text.filter { !"−-–".contains($0) }
      return !digits.isEmpty && digits.count <= 3 && digits.allSatisfy(\.isASCIIDigit)
    }
    guard bases.count < 200, exponents.count < 500 else { return }
    var joined: Set<Int> = []
    for base in bases where !joined.contains(base) {
      guard
        let exponent = exponents.first(where: {
          $0 != base && !joined.contains($0) && tokens[$0].isRaised(over: tokens[base])
        })
      else { continue }
      let parts = [tokens[base], tokens[exponent]]
      tokens[base] = PlotLabel(
        joining: parts, text: "\(parts[0].text)^{\(parts[1].text)}")
      joined.insert(exponent)
    }
    tokens = tokens.indices.filter { !joined.contains($0) }.map { tokens[$0] }
  }

  private static func areOneTitle(_ a: Box, _ b: Box) -> Bool {
    let gap = max(a.y0 - b.y1, b.y0 - a.y1)
    return a.overlapsHorizontally(b, by: 0.6 * min(a.width, b.width)) && gap < 0.8 * a.width
  }
}
