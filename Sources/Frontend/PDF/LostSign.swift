internal import IR

/// A sign of a formula that poppler took for white space; in points from the top left of the page.
struct LostSign {
  let scalar: Unicode.Scalar
  /// Whether it is one of the signs that grow, which hang from the baseline.
  let isTall: Bool
  let x: Double
  let width: Double
  /// Of its ink.
  var top: Double
  var bottom: Double
  let baseline: Double
  let size: Double

  /// Tall bars are drawn in pieces, one below the other. A space that poppler puts beside a bar may
  /// have taken the place of one of them.
  fileprivate mutating func join(_ other: LostSign) -> Bool {
    guard scalar == other.scalar, abs(x - other.x) < 0.5, abs(size - other.size) < 0.1,
      other.top < bottom + 0.8 * size, other.bottom > top - 0.8 * size
    else { return false }
    (top, bottom) = (min(top, other.top), max(bottom, other.bottom))
    return true
  }

  /// Where poppler's characters of such fonts stand: signs that grow hang from there, and of those in
  /// pieces the middle counts.
  fileprivate var standing: Double {
    isTall ? (top + bottom) / 2 - TallSigns.drop * size : baseline
  }

  /// As poppler has characters of such fonts: from a line above the baseline to a little below it.
  fileprivate var box: Box {
    Box(x, standing - 0.75 * size, x + width, standing + 0.25 * size)
  }

  /// Whether a character may be the one that the sign follows in its line.
  fileprivate func mayFollow(_ glyph: Glyph) -> Bool {
    guard !glyph.scalar.isBlank, let other = glyph.baseline else { return false }
    let line = isTall ? (top + bottom) / 2 + FormulaItem.axisHeight * size : baseline
    let reach = isTall ? max(0.6 * size, (bottom - top) / 2) : 0.2 * size
    return abs(Double(other) - line) < reach
      && glyph.box.x1 < x + 0.3 * size && glyph.box.x1 > x - 4 * size
  }
}

extension PageContent {
  /// Puts signs behind the characters that they follow in their lines, else at the end.
  mutating func insert(_ signs: [LostSign], from table: FontTable) {
    for sign in joined(signs) where sign.box.isPlausible && sign.width > 0 {
      let neighbour = glyphs.indices.filter { sign.mayFollow(glyphs[$0]) }
        .max { glyphs[$0].box.x1 < glyphs[$1].box.x1 }
      let glyph = Glyph(
        scalar: sign.scalar, box: sign.box, font: font(of: sign, table),
        baseline: Float(sign.standing))
      if let neighbour {
        glyphs.insert(glyph, at: neighbour + 1)
      } else {
        glyphs += [Glyph(scalar: "\n", box: glyph.box, font: glyph.font), glyph]
      }
    }
  }

  private func joined(_ signs: [LostSign]) -> [LostSign] {
    var joined: [LostSign] = []
    for sign in signs {
      let isPiece = sign.isTall && joined.indices.contains { joined[$0].join(sign) }
      if !isPiece { joined.append(sign) }
    }
    return joined
  }

  /// The page's font that the sign is of, as far as kind and size tell.
  private mutating func font(of sign: LostSign, _ table: FontTable) -> Int {
    let kind = sign.isTall ? TeXFont.tall : .symbols
    let known = fonts.indices.first {
      fonts[$0].style.tex == kind && abs(fonts[$0].size - sign.size) < 0.3
    }
    if let known { return known }
    let size = (sign.size * 100).rounded() / 100
    let name = sign.isTall ? "CMEX10" : "CMSY10"
    fonts.append(table[FontTable.Key(name: name, size: size, color: 0)])
    return fonts.count - 1
  }
}
