internal import IR

// Fonts whose characters are drawings (`Type 3`) have no name, and their size is written nowhere:
// poppler guesses it by the width of one character, which may be half or twice what it is.

extension Font {
  /// What poppler calls fonts without a name.
  var isNameless: Bool { name.isEmpty || name == "Default" }
}

extension PageContent {
  /// Gives fonts without names the size that the widths of their letters tell, and their characters
  /// boxes of that size.
  mutating func measureNamelessFonts(_ table: FontTable) {
    for font in fonts.indices where fonts[font].isNameless && setsWords(font) {
      let guess = fonts[font]
      guard let size = table.size(of: guess, measuring: { sizeByWidths(of: font) }) else {
        continue
      }
      fonts[font] = table[FontTable.Key(name: guess.name, size: size, color: guess.color)]
      for index in glyphs.indices where glyphs[index].font == font && !glyphs[index].scalar.isBlank
      {
        glyphs[index] = glyphs[index].standing(size, insteadOf: guess.size)
      }
    }
  }

  /// Whether most characters of a font follow a letter as a letter: those of formulas stand alone.
  func setsWords(_ font: Int) -> Bool {
    var (count, inWords, isBehindLetter) = (0, 0, false)
    for glyph in glyphs {
      let isOwn = glyph.font == font
      let isLetter = isOwn && glyph.scalar.isASCII && glyph.scalar.isLetter
      if isOwn, !glyph.scalar.isBlank { count += 1 }
      if isLetter, isBehindLetter { inWords += 1 }
      isBehindLetter = isLetter
    }
    return count > 0 && 2 * inWords >= count
  }

  /// In points; nil where too few small letters are set in the font.
  private func sizeByWidths(of font: Int) -> Double? {
    let letters = glyphs.filter { $0.font == font && Self.letterWidths[$0.scalar] != nil }
    let widths = letters.map(\.box.width)
    guard letters.count >= 8, let narrowest = widths.min(), let widest = widths.max(), narrowest > 0
    else { return nil }
    let isMonospaced = widest < 1.03 * narrowest
    let share = letters.reduce(0) {
      $0 + (isMonospaced ? Self.monospacedWidth : Self.letterWidths[$1.scalar] ?? 0)
    }
    return (10 * widths.reduce(0, +) / share).rounded() / 10
  }

  /// Of a typewriter, in sizes of the type.
  private static let monospacedWidth = 0.525

  /// Of the small letters of Computer Modern, in sizes of the type. Other faces for text differ by
  /// some hundredths in the mean.
  private static let letterWidths: [Unicode.Scalar: Double] = [
    "a": 0.5, "b": 0.556, "c": 0.444, "d": 0.556, "e": 0.444, "f": 0.306, "g": 0.5, "h": 0.556,
    "i": 0.278, "j": 0.306, "k": 0.528, "l": 0.278, "m": 0.833, "n": 0.556, "o": 0.5, "p": 0.556,
    "q": 0.528, "r": 0.392, "s": 0.394, "t": 0.389, "u": 0.556, "v": 0.528, "w": 0.722, "x": 0.528,
    "y": 0.528, "z": 0.444,
  ]
}

extension FontTable {
  /// The size of a font whose size was a guess: measured on the first page that has enough of its
  /// letters, and the same on all later ones.
  fileprivate func size(of guess: Font, measuring: () -> Double?) -> Double? {
    if let known = measured[guess.size] { return known }
    let size = measuring()
    measured[guess.size] = size
    return size
  }
}

extension Glyph {
  fileprivate func standing(_ size: Double, insteadOf guess: Double) -> Glyph {
    let base = baseline.map(Double.init) ?? box.y1 - 0.2 * guess
    let box = Box(box.x0, base - 0.75 * size, box.x1, base + 0.25 * size)
    return Glyph(scalar: scalar, box: box, font: font, baseline: baseline)
  }
}
