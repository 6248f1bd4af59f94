internal import IR

extension TextLine {
  /// The line's characters with raised ones after `^` and lowered ones after `_`: `10^{-3}`,
  /// `d_model`. Words are separated by one space.
  func marked(fonts: [Font]) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      if index > 0, !isOneWord(words[index - 1], word, fonts) { text += " " }
      text += self.text(of: word, fonts: fonts)
    }
    return text
  }

  /// Whether two words have no space between them: fonts changed inside a word, as in small
  /// capitals set from two sizes. The narrowest space that TeX sets is a fifth of the size.
  private func isOneWord(_ a: Word, _ b: Word, _ fonts: [Font]) -> Bool {
    guard let last = a.glyphs.last, let first = b.glyphs.first else { return false }
    let size = max(fonts[last.font].size, fonts[first.font].size)
    let gap = b.box.x0 - a.box.x1
    return gap > -0.3 * size && gap < 0.12 * size
  }

  func text(of word: Word, fonts: [Font]) -> String {
    var text = ""
    var shifted = ""
    var current = Shift.none
    for glyph in word.glyphs {
      let shift = shift(of: glyph, fonts: fonts)
      if shift != current {
        text += Self.marked(shifted, current, after: text)
        shifted = ""
        current = shift
      }
      shifted.unicodeScalars.append(glyph.scalar)
    }
    return text + Self.marked(shifted, current, after: text)
  }

  private enum Shift { case none, raised, lowered }

  private func shift(of glyph: Glyph, fonts: [Font]) -> Shift {
    guard fonts[glyph.font].size < 0.86 * size else { return .none }
    // Bottoms of boxes follow the font's descent, which is about a fifth of its size.
    let baseline = glyph.box.y1 - 0.2 * fonts[glyph.font].size
    let reference = bottom - 0.2 * size
    if baseline < reference - 0.12 * size { return .raised }
    if baseline > reference + 0.07 * size { return .lowered }
    return .none
  }

  private static func marked(_ run: String, _ shift: Shift, after text: String) -> String {
    guard shift != .none, !run.isEmpty else { return run }
    let mark = shift == .raised ? "^" : "_"
    // Braces only where they are needed and do not look like a template's placeholder.
    let needsBraces = run.unicodeScalars.count > 1 && !run.allSatisfy(\.isLetter)
    return mark + (needsBraces ? "{\(run)}" : run)
  }
}
