internal import CPageTap
internal import IR

// What a page has as text and does not show. Instructions to programs are hidden so; a reader of the
// page does not see them, and they are no part of what the paper says.

extension PageContent {
  /// Moves words that are not seen from `glyphs` to `hidden`: words that are not drawn, and words
  /// that are too small or have the colour of what they stand on.
  ///
  /// Text that is not drawn stays where it lies over a picture of most of the page, as the layer of a
  /// scan does, or over letters that are drawn as paths. To be asked right after the page was drawn through the tap.
  mutating func setHiddenTextApart() {
    guard !glyphs.isEmpty || !clipped.isEmpty else { return }
    // Without one glyph and one mark, drawing is not observed at all.
    hasMarks = glyph_tap_count() > 0 || !marks.isEmpty
    guard hasMarks else { return }
    // poppler drops what comes after 50,000 tiny characters. Ligatures are one glyph and two
    // characters, and text that is drawn twice is read once.
    let drawn = glyph_tap_count()
    if glyphs.count >= 49_000, drawn > 2 * glyphs.count { crowdedOut = drawn - glyphs.count }
    let doubtful = fonts.map { $0.isWhite || $0.isTiny }
    var ground: Ground?
    var kept: [Glyph]?
    var start = 0
    while start < glyphs.count {
      let end = wordEnd(from: start)
      let word = glyphs[start..<end]
      if !word.isEmpty, isHidden(word, doubtful[word[start].font], &ground) {
        if kept == nil { kept = Array(glyphs[..<start]) }
        hidden.append(Word(Array(word)))
      } else {
        kept?.append(contentsOf: word)
      }
      // What separates words stays.
      if end < glyphs.count { kept?.append(glyphs[end]) }
      start = end + 1
    }
    if let kept { glyphs = kept }
    hidden += clippedWords()
  }

  /// What a clip takes away, as a figure that is included in part has it beyond its edges.
  private func clippedWords() -> [Word] {
    var words: [[Glyph]] = []
    for glyph in clipped {
      if let last = words.last?.last, glyph.baseline == last.baseline,
        (-0.5...0.15).contains((glyph.box.x0 - last.box.x1) / max(fonts[glyph.font].size, 1))
      {
        words[words.count - 1].append(glyph)
      } else {
        words.append([glyph])
      }
    }
    return words.map(Word.init)
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start
    while end < glyphs.count, !glyphs[end].scalar.isBlank { end += 1 }
    return end
  }

  private mutating func isHidden(
    _ word: ArraySlice<Glyph>, _ isDoubtful: Bool, _ ground: inout Ground?
  ) -> Bool {
    let box = word.dropFirst().reduce(word[word.startIndex].box) { $0.union($1.box) }
    let font = fonts[word[word.startIndex].font]
    // Where a character is drawn and where its box begins may differ a little.
    let slack = 1 + 0.15 * font.size
    let isDrawn = glyph_tap_has(box.x0 - slack, box.y0 - slack, box.x1 + slack, box.y1 + slack)
    guard !isDrawn || isDoubtful else { return false }
    var known = ground ?? Ground(of: self)
    defer { ground = known }
    guard isDrawn else {
      if known.hasLetters(count: word.count, in: box) { return false }
      guard known.isPicture, known.isPicture(at: box) else { return true }
      recognised += word.count
      return false
    }
    // The size of a font that was made for one document may be told in units of its own.
    let isTiny = font.isTiny && min(box.width, box.height) < 1.5
    return isTiny || font.isWhite && !known.isColoured(at: box)
  }

  /// Whether pictures cover at least half of the page.
  var isPicture: Bool { Ground(of: self).isPicture }
}

extension [TextLine] {
  /// Joins the lines of a page that poppler parted where words stand between them that nobody sees:
  /// on one baseline, and no farther from each other than words are.
  func rejoined(fonts: [Font]) -> [TextLine] {
    let order = indices.sorted {
      (self[$0].baseline, self[$0].box.x0, $0) < (self[$1].baseline, self[$1].box.x0, $1)
    }
    var runs: [[Int]] = []
    for index in order {
      let line = self[index]
      if let last = runs.last?.last.map({ self[$0] }), line.baseline - last.baseline < 0.1,
        (-0.1...0.6).contains((line.box.x0 - last.box.x1) / Swift.max(line.size, last.size, 1))
      {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    // Elsewhere the order is poppler's.
    return runs.sorted { $0.min() ?? 0 < $1.min() ?? 0 }.map { run in
      run.count == 1 ? self[run[0]] : TextLine(run.flatMap { self[$0].words }, fonts: fonts)
    }
  }
}

/// What the text of a page stands on.
private struct Ground {
  /// Whether pictures cover at least half of the page; a scan may come in strips.
  let isPicture: Bool
  private let pictures: [Box]
  private let coloured: [Box]
  /// What may be letters that a program turned to paths; it may have left their text below them.
  private let outlines: [Box]
  /// How many boxes are looked at before everything counts as drawn on something.
  private var looks = 5_000_000

  init(of content: PageContent) {
    let page = Box(0, 0, content.width, content.height)
    pictures = content.marks.filter { $0.kind == .image }.map { $0.box.clipped(to: page) }
      .filter { $0.width > 0 && $0.height > 0 }
    let area = pictures.map { $0.width * $0.height }.reduce(0, +)
    isPicture = area > 0 && area >= 0.5 * content.width * content.height
    coloured = content.marks.filter { $0.kind != .clip && $0.kind != .image && !$0.color.isWhite }
      .map(\.box)
    outlines = content.marks.filter {
      $0.kind == .fill && max($0.box.width, $0.box.height) < Self.largestLetter
    }.map(\.box)
  }

  /// In points.
  private static let largestLetter = 40.0

  /// Whether most of so many letters are drawn as paths in a box.
  mutating func hasLetters(count: Int, in box: Box) -> Bool {
    looks -= outlines.count
    guard looks > 0 else { return true }
    return outlines.count { box.contains($0, slack: 0.3 * box.height) } * 2 >= count
  }

  mutating func isPicture(at box: Box) -> Bool { find(box, in: pictures) }

  mutating func isColoured(at box: Box) -> Bool { isPicture(at: box) || find(box, in: coloured) }

  private mutating func find(_ box: Box, in areas: [Box]) -> Bool {
    looks -= areas.count
    guard looks > 0 else { return true }
    let (x, y) = (box.midX, box.midY)
    return areas.contains { $0.x0 <= x && x <= $0.x1 && $0.y0 <= y && y <= $0.y1 }
  }
}

extension Font {
  /// Whether nobody reads it without a lens.
  fileprivate var isTiny: Bool { size < 1.5 }
  fileprivate var isWhite: Bool { color.isWhite }
}

extension UInt32 {
  /// Of a colour `0xRRGGBB`: whether it cannot be told from paper.
  fileprivate var isWhite: Bool {
    self >> 16 & 0xFF >= 250 && self >> 8 & 0xFF >= 250 && self & 0xFF >= 250
  }
}
