internal import IR

/// A run of characters without a space, as poppler separates words.
struct Word {
  var glyphs: [Glyph]
  var box: Box

  init(_ glyphs: [Glyph]) {
    self.glyphs = glyphs
    box = glyphs.dropFirst().reduce(glyphs[0].box) { $0.union($1.box) }
  }

  /// The bare characters, without marks for raised and lowered ones.
  var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(glyphs.count)
    for glyph in glyphs { bytes.append(utf8Of: glyph.scalar) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Words on one baseline. A line inside a table may have wide gaps between its words.
struct TextLine {
  var words: [Word]
  var box: Box
  /// Size and index of the font of most characters.
  let size: Double
  let font: Int
  /// Bottom of the box of characters in that font: the reference for raised and lowered ones.
  let bottom: Double
  /// Share of characters in that font.
  let purity: Double
  /// The characters, with marks for raised and lowered ones.
  private(set) var text: String

  init(_ words: [Word], fonts: [Font]) {
    let sorted = words.sorted { $0.box.x0 < $1.box.x0 }
    self.words = Self.inReadingOrder(sorted)
    box = sorted.dropFirst().reduce(sorted[0].box) { $0.union($1.box) }
    let uses = FontUses(sorted)
    font = uses.main
    size = fonts[uses.main].size
    purity = uses.purity
    bottom = Self.bottom(of: sorted, in: uses.main) ?? box.y1
    text = ""
    text = marked(fonts: fonts)
  }

  /// The middle of the bottoms of a font's characters; in most lines all are the same.
  private static func bottom(of words: [Word], in font: Int) -> Double? {
    var bottoms: [Double] = []
    for word in words {
      for glyph in word.glyphs where glyph.font == font { bottoms.append(glyph.bottom) }
    }
    if bottoms.contains(where: { $0 != bottoms[0] }) { bottoms.sort() }
    return bottoms.isEmpty ? nil : bottoms[bottoms.count / 2]
  }

  /// Splits where the gap between words exceeds `gap` points.
  func segments(gap: Double, fonts: [Font]) -> [TextLine] {
    var groups: [[Word]] = []
    for word in words {
      if let last = groups.last?.last, word.box.x0 - last.box.x1 <= gap {
        groups[groups.count - 1].append(word)
      } else {
        groups.append([word])
      }
    }
    return groups.map { TextLine($0, fonts: fonts) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(utf8Of scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(scalar.value))
    } else if let code = UTF8.encode(scalar) {
      append(contentsOf: code)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

/// How many characters of some words each font sets.
private struct FontUses {
  /// In order of appearance: a line has one to three.
  private var fonts: [(font: Int, count: Int)] = []
  private var total = 0

  init(_ words: [Word]) {
    var current = 0
    for word in words {
      for glyph in word.glyphs {
        if fonts.isEmpty || fonts[current].font != glyph.font { current = index(of: glyph.font) }
        fonts[current].count += 1
      }
      total += word.glyphs.count
    }
  }

  private mutating func index(of font: Int) -> Int {
    if let known = fonts.firstIndex(where: { $0.font == font }) { return known }
    fonts.append((font, 0))
    return fonts.count - 1
  }

  private var largest: (font: Int, count: Int)? {
    // The lower index wins a tie: fonts are numbered in order of appearance.
    fonts.max { ($0.count, -$0.font) < ($1.count, -$1.font) }
  }

  /// The font of most characters.
  var main: Int { largest?.font ?? 0 }

  /// The share of characters in that font.
  var purity: Double { Double(largest?.count ?? 0) / Double(max(total, 1)) }
}

/// Assembles glyphs to words and to the line fragments that poppler sees.
struct LineBuilder {
  let fonts: [Font]
  /// Characters without a usable Unicode value; the text has U+FFFD in their places.
  private(set) var unmapped = 0
  /// Words set at an angle: stamps in the margin, axis labels.
  private(set) var rotated: [Word] = []
  private(set) var fragments: [TextLine] = []
  private var words: [Word] = []
  private var glyphs: [Glyph] = []
  /// Of all characters of the line.
  private var extent: Box?

  init(_ content: PageContent) {
    fonts = content.fonts
    for glyph in content.glyphs { accept(glyph) }
    endLine()
  }

  private mutating func accept(_ glyph: Glyph) {
    let scalar = glyph.scalar
    if scalar == "\n" || scalar == "\u{0C}" {
      endLine()
    } else if scalar.isBlank {
      endWord()
    } else if isUnmapped(scalar) {
      unmapped += 1
      // A piece of a bracket is no character of the line.
      if !fonts[glyph.font].style.isExtension { append(glyph.replaced(by: "\u{FFFD}")) }
    } else if scalar.properties.generalCategory != .format {
      append(glyph)
    }
  }

  private mutating func append(_ glyph: Glyph) {
    if beginsLine(glyph) {
      endLine()
    } else if let last = glyphs.last, breaksWord(last, glyph) {
      endWord()
    }
    glyphs.append(glyph)
    extent = extent?.union(glyph.box) ?? glyph.box
  }

  private func isUnmapped(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .privateUse, .unassigned, .surrogate: true
    default: scalar == "\u{FFFD}"
    }
  }

  /// Whether poppler left out a space: a gap of most of a character, or a step back.
  private func breaksWord(_ a: Glyph, _ b: Glyph) -> Bool {
    let size = max(fonts[a.font].size, fonts[b.font].size, 1)
    if a.scalar.isRightToLeft, b.scalar.isRightToLeft {
      return a.box.x0 - b.box.x1 > 0.6 * size || b.box.x1 > a.box.x1 + 0.5 * size
    }
    return b.box.x0 - a.box.x1 > 0.6 * size || b.box.x0 < a.box.x0 - 0.5 * size
  }

  /// Whether poppler left out a line break, as it does between blocks: a step back to below or
  /// above everything in the line. The lower of two marks on a letter still touches the line.
  private func beginsLine(_ glyph: Glyph) -> Bool {
    guard let extent, let last = glyphs.last ?? words.last?.glyphs.last else { return false }
    let size = max(fonts[last.font].size, fonts[glyph.font].size, 1)
    return glyph.box.x0 < last.box.x0 - 0.5 * size
      && !glyph.box.overlapsVertically(extent, by: 0.1 * size)
  }

  private mutating func endWord() {
    defer { glyphs = [] }
    guard !glyphs.isEmpty else { return }
    let word = Word(glyphs)
    if isRotated(word) { rotated.append(word) } else { words.append(word) }
  }

  /// The characters of a rotated word stand above each other.
  private func isRotated(_ word: Word) -> Bool {
    guard word.glyphs.count > 1, let first = word.glyphs.first, let last = word.glyphs.last else {
      return false
    }
    return abs(first.box.midY - last.box.midY) > 2 * abs(first.box.midX - last.box.midX)
  }

  private mutating func endLine() {
    endWord()
    defer { (words, extent) = ([], nil) }
    if !words.isEmpty { fragments.append(TextLine(words, fonts: fonts)) }
  }
}
