internal import IR

/// A character of a formula, or a part of it that has been put into words already.
struct FormulaItem {
  var text: String
  var x0: Double
  var x1: Double
  /// Top and bottom of what is seen, as far as font sizes tell.
  var top: Double
  var bottom: Double
  /// The baseline.
  var base: Double
  /// The height of minus signs and fraction bars, for what has no baseline of its own: fractions,
  /// signs that grow.
  var axis: Double?
  var size: Double
  /// Whether it is one of the signs that grow.
  var isTall = false
  /// Indexes of the words that it comes from, in order.
  var words: [Int]

  /// Heights above the baseline as shares of the size.
  static let axisHeight = 0.25
  private static let ascent = 0.7
  private static let depth = 0.2
  private static let accentHeight = 0.25
  /// The least height of a tall sign; most are taller.
  private static let tallHeight = 1.4

  init(_ glyph: Glyph, _ fonts: [Font], word: Int) {
    let font = fonts[glyph.font]
    let box = glyph.box
    text = String(glyph.scalar)
    x0 = box.x0
    x1 = max(box.x0, box.x1)
    size = font.size
    base = glyph.base(fonts)
    words = [word]
    let hangs = Self.hangs(glyph, font)
    isTall = hangs && font.style.tex == .tall
    top = hangs ? base : base - Self.ascent * size
    bottom = hangs ? top + (isTall ? Self.tallHeight : 1) * size : base + Self.depth * size
    if hangs { axis = (top + bottom) / 2 }
  }

  /// Whether a character stands below its origin: signs that grow, and TeX's root.
  static func hangs(_ glyph: Glyph, _ font: Font) -> Bool {
    switch font.style.tex {
    case .tall: !accents.contains { $0.spacing == glyph.scalar }
    case .symbols: glyph.scalar == "√"
    default: false
    }
  }

  /// What is seen of words, as far as font sizes tell; nil if there are none.
  static func box(of words: [Word], _ fonts: [Font]) -> Box? {
    let items = words.lazy.flatMap(\.glyphs).map { FormulaItem($0, fonts, word: 0) }
    let boxes = items.map { item in
      // An accent has the baseline of its letter and stands above it.
      let top = item.top - (item.accent == nil ? 0 : accentHeight * item.size)
      return Box(item.x0, top, item.x1, item.bottom)
    }
    return boxes.reduce(nil) { whole, box in
      whole?.union(box) ?? box
    }
  }

  /// Several items as one.
  init(_ text: String, of items: [FormulaItem], base: Double, axis: Double?, size: Double) {
    self.text = text
    x0 = items.map(\.x0).min() ?? 0
    x1 = items.map(\.x1).max() ?? 0
    top = items.map(\.top).min() ?? 0
    bottom = items.map(\.bottom).max() ?? 0
    self.base = base
    self.axis = axis
    self.size = size
    words = Array(Set(items.flatMap(\.words))).sorted()
  }

  var midX: Double { (x0 + x1) / 2 }
  var midY: Double { (top + bottom) / 2 }
  var width: Double { x1 - x0 }

  func overlap(_ other: FormulaItem) -> Double { min(x1, other.x1) - max(x0, other.x0) }

  /// Whether limits stand above and below it.
  var isOperator: Bool { text.unicodeScalars.first.map { Self.operators.contains($0) } ?? false }

  /// Whether it is the middle of a brace that lies on its side.
  var isBrace: Bool { text == "︷" || text == "︸" }

  private static let operators: Set<Unicode.Scalar> = [
    "∑", "∏", "∐", "∫", "∮", "⋃", "⋂", "⨄", "⋀", "⋁", "⨀", "⨁", "⨂", "⨆",
  ]

  /// Strikes out the character that it is drawn over.
  static let slash: Unicode.Scalar = "\u{338}"

  /// Accents as characters of their own, and as parts of the letter before them.
  static let accents: [(spacing: Unicode.Scalar, combining: Unicode.Scalar)] = [
    ("ˆ", "\u{302}"), ("^", "\u{302}"), ("˜", "\u{303}"), ("¯", "\u{304}"), ("ˉ", "\u{304}"),
    ("˙", "\u{307}"), ("¨", "\u{308}"), ("ˇ", "\u{30C}"), ("˘", "\u{306}"), ("´", "\u{301}"),
    ("ˊ", "\u{301}"), ("`", "\u{300}"), ("ˋ", "\u{300}"), ("˚", "\u{30A}"),
    (slash, slash), ("\u{302}", "\u{302}"), ("\u{303}", "\u{303}"), ("\u{304}", "\u{304}"),
    ("\u{307}", "\u{307}"),
    ("\u{308}", "\u{308}"), ("\u{20D7}", "\u{20D7}"), ("⃗", "\u{20D7}"),
  ]

  /// The combining form of an item that is an accent.
  var accent: Unicode.Scalar? {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      scalar.value >= 0x5E, !scalar.isLetter || scalar.value >= 0x2B0
    else { return nil }
    return Self.accents.first { $0.spacing == scalar }?.combining
  }
}
