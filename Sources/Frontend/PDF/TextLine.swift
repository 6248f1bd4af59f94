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
    guard isASCII else {
      var bytes: [UInt8] = []
      for glyph in glyphs { bytes.append(contentsOf: UTF8.encode(glyph.scalar) ?? .init()) }
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(unsafeUninitializedCapacity: glyphs.count) { bytes in
      for index in glyphs.indices {
        bytes[index] = UInt8(truncatingIfNeeded: glyphs[index].scalar.value)
      }
      return glyphs.count
    }
  }

  var isASCII: Bool { glyphs.allSatisfy(\.scalar.isASCII) }
}

/// Words on one baseline. A line inside a table may have wide gaps between its words.
///
/// A class, as lines never change and are sorted, filtered and grouped by every stage.
final class TextLine {
  let words: [Word]
  let box: Box
  /// Size and index of the font of most characters.
  let size: Double
  let font: Int
  /// Bottom of the box of characters in that font: the reference for raised and lowered ones.
  let bottom: Double
  /// Where most characters stand.
  let baseline: Double
  /// Share of characters in that font.
  let purity: Double
  /// The characters, with marks for raised and lowered ones.
  let text: String
  /// Where in `text` each word stands, in UTF-8; words of one formula share their range.
  let ranges: [Range<Int>]

  /// `bars` are the fraction bars and lines over roots within the line; `text` is given where the
  /// words are those of a formula that was read as a whole, size and baseline where others were found
  /// before scripts and fractions came in.
  init(
    _ words: [Word], fonts: [Font], bars: [Box] = [], size: Double? = nil, baseline: Double? = nil,
    text: String? = nil
  ) {
    let sorted = words.sorted { $0.box.x0 < $1.box.x0 }
    self.words = Self.inReadingOrder(sorted)
    box = sorted.dropFirst().reduce(sorted[0].box) { $0.union($1.box) }
    let uses = FontUses(sorted)
    let main = uses.main(fonts)
    font = main
    self.size = size ?? fonts[main].size
    purity = uses.share(of: main)
    bottom = Self.middle(sorted, font: main, \.bottom) ?? box.y1
    self.baseline = baseline ?? Self.middle(sorted, font: main) { $0.base(fonts) } ?? box.y1
    if let text {
      self.text = text
      ranges = Array(repeating: 0..<text.utf8.count, count: sorted.count)
    } else {
      let line = LineText(
        self.words, base: self.baseline, size: self.size, fonts: fonts, bars: bars)
      self.text = line.text
      ranges = line.ranges
    }
  }

  /// The middle one of some values of the characters in a font. In most lines all are the same.
  private static func middle(_ words: [Word], font: Int, _ value: (Glyph) -> Double) -> Double? {
    var first: Double?
    for word in words {
      for glyph in word.glyphs where glyph.font == font {
        guard let first else {
          first = value(glyph)
          continue
        }
        guard value(glyph) == first else {
          let values = words.flatMap(\.glyphs).filter { $0.font == font }.map(value).sorted()
          return values[values.count / 2]
        }
      }
    }
    return first
  }

  /// Splits where the gap between words exceeds `gap` points.
  func segments(gap: Double, fonts: [Font]) -> [TextLine] {
    guard zip(words, words.dropFirst()).contains(where: { $1.box.x0 - $0.box.x1 > gap }) else {
      return [self]
    }
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

extension Unicode.Scalar {
  /// White space.
  var isBlank: Bool {
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

  /// The font of most characters. In formulas most may be scripts: there it is one of the larger
  /// fonts.
  func main(_ fonts: [Font]) -> Int {
    var own = self.fonts
    if own.count > 1, own.contains(where: { fonts[$0.font].style.isMath }) {
      let sizes = own.map { fonts[$0.font].size }
      let common = Set(sizes).filter { size in
        zip(own, sizes).reduce(0) { $1.1 == size ? $0 + $1.0.count : $0 } * 7 >= total
      }
      let large = own.filter { fonts[$0.font].size >= 0.86 * (common.max() ?? 0) }
      if !large.isEmpty { own = large }
    }
    // The lower index wins a tie: fonts are numbered in order of appearance.
    return own.max { ($0.count, -$0.font) < ($1.count, -$1.font) }?.font ?? 0
  }

  /// The share of characters in a font.
  func share(of font: Int) -> Double {
    Double(fonts.first { $0.font == font }?.count ?? 0) / Double(max(total, 1))
  }
}

/// Assembles glyphs to words and to the line fragments that poppler sees.
struct LineBuilder {
  let fonts: [Font]
  private let sizes: [Double]
  /// Whether a font has signs that hang from the baseline.
  private let mayHang: [Bool]
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
    sizes = fonts.map(\.size)
    mayHang = fonts.map { $0.style.tex == .tall || $0.style.tex == .symbols }
    for glyph in content.glyphs { accept(glyph) }
    endLine()
    if !content.hidden.isEmpty { fragments = fragments.rejoined(fonts: fonts) }
  }

  private mutating func accept(_ glyph: Glyph) {
    let scalar = glyph.scalar
    if scalar.value > 0x20, scalar.value < 0x7F {
      append(glyph)
    } else if scalar == "\n" || scalar == "\u{0C}" {
      endLine()
    } else if scalar.isBlank {
      endWord()
    } else if scalar.properties.isVariationSelector {
      // It chooses a form of the character before, which needs no choice here.
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
    // Signs that grow belong to another line than poppler thinks, often enough.
    if mayHang[a.font] || mayHang[b.font],
      FormulaItem.hangs(a, fonts[a.font]) != FormulaItem.hangs(b, fonts[b.font])
    {
      return true
    }
    let size = max(sizes[a.font], sizes[b.font], 1)
    if a.scalar.isRightToLeft, b.scalar.isRightToLeft {
      return a.box.x0 - b.box.x1 > 0.6 * size || b.box.x1 > a.box.x1 + 0.5 * size
    }
    return b.box.x0 - a.box.x1 > 0.6 * size || b.box.x0 < a.box.x0 - 0.5 * size
  }

  /// Whether poppler left out a line break, as it does between blocks: a step back to below or
  /// above everything in the line. The lower of two marks on a letter still touches the line.
  private func beginsLine(_ glyph: Glyph) -> Bool {
    guard let extent, let last = glyphs.last ?? words.last?.glyphs.last else { return false }
    let size = max(sizes[last.font], sizes[glyph.font], 1)
    return glyph.box.x0 < last.box.x0 - 0.5 * size
      && !glyph.box.overlapsVertically(extent, by: 0.1 * size)
  }

  private mutating func endWord() {
    defer { glyphs.removeAll(keepingCapacity: true) }
    guard !glyphs.isEmpty else { return }
    // An array that grew has space for as many again, and a document keeps all of its words.
    var exact: [Glyph] = []
    exact.reserveCapacity(glyphs.count)
    exact += glyphs
    let word = Word(exact)
    if isRotated(word) { rotated.append(word) } else { words.append(word) }
  }

  /// The characters of a rotated word stand above each other and touch. The halves of a fraction,
  /// which poppler takes for one word too, have the bar between them.
  private func isRotated(_ word: Word) -> Bool {
    guard word.glyphs.count > 1, let first = word.glyphs.first, let last = word.glyphs.last else {
      return false
    }
    let next = word.glyphs[1].box
    let gap = max(first.box.y0, next.y0) - min(first.box.y1, next.y1)
    // Boxes lie on their side: the extent of the font is wider than most characters are.
    let width = word.glyphs.reduce(0) { $0 + $1.box.width }
    let height = word.glyphs.reduce(0) { $0 + $1.box.height }
    return abs(first.box.midY - last.box.midY) > 2 * abs(first.box.midX - last.box.midX)
      && gap < 0.3 * fonts[first.font].size && (width > height || word.glyphs.count > 2)
  }

  private mutating func endLine() {
    endWord()
    defer { (words, extent) = ([], nil) }
    if !words.isEmpty { fragments.append(TextLine(words, fonts: fonts)) }
  }
}
