internal import IR

/// TeX's encoding of text, `T1`, agreed on in Cork: where a system lacks the outlines of a font, TeX
/// embeds pictures of its characters, which have neither names nor Unicode values. poppler gives the
/// code for the meaning, which is right for letters without accents and most signs.
enum CorkEncoding {
  /// The character with a code; nil where it is the code's own, or none that stands in text.
  static func seen(_ code: Unicode.Scalar) -> Unicode.Scalar? {
    guard let row = rows.first(where: { $0.codes.contains(code.value) }) else { return nil }
    let index = row.characters.index(
      row.characters.startIndex, offsetBy: Int(code.value - row.codes.lowerBound))
    return row.characters[index]
  }

  private static let rows: [(codes: ClosedRange<UInt32>, characters: String.UnicodeScalarView)] = [
    // Between dashes and ligatures stand a mark without width, a part of `‰` and two letters without dots.
    (0x10...0x1F, "“”„«»–—\u{AD}\u{FFFD}ıȷ\u{FB00}\u{FB01}\u{FB02}\u{FB03}\u{FB04}"),
    (0x7F...0x7F, "-"),
    (0x80...0xBF, "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"),
    (0xD7...0xD7, "Œ"), (0xDF...0xDF, "ẞ"), (0xF7...0xF7, "œ"), (0xFF...0xFF, "ß"),
  ].map { ($0, $1.unicodeScalars) }

  /// Whether only this encoding has text with the code: a control character.
  static func tells(_ code: Unicode.Scalar) -> Bool {
    (0x10...0x1F).contains(code.value) || (0x7F...0x9F).contains(code.value)
  }
}

extension PageContent {
  /// Reads the characters of fonts without names in TeX's encoding of text, where they are of text.
  mutating func readCorkEncoding() {
    var marked: Set<Int> = []
    for glyph in glyphs where CorkEncoding.tells(glyph.scalar) && fonts[glyph.font].isNameless {
      marked.insert(glyph.font)
    }
    for font in marked where setsWords(font) {
      for index in glyphs.indices where glyphs[index].font == font {
        if let seen = CorkEncoding.seen(glyphs[index].scalar) {
          glyphs[index] = glyphs[index].replaced(by: seen)
        }
      }
    }
  }
}
