import Testing

@testable import Frontend
@testable import IR

/// Bitmap fonts of TeX: no names, no sizes, and codes instead of characters.
struct NamelessFontTests {
  /// Characters `width` points wide, of a font that poppler takes for one of 6 points.
  private func page(_ text: String, font: String = "Default", width: (Unicode.Scalar) -> Double)
    -> PageContent
  {
    var content = PageContent(width: 612, height: 792)
    content.fonts = [Font(name: font, size: 6, color: 0)]
    var x = 100.0
    for scalar in text.unicodeScalars {
      let box = Box(x, 94, x + width(scalar), 101.5)
      content.glyphs.append(Glyph(scalar: scalar, box: box, font: 0, baseline: 100))
      x += width(scalar)
    }
    return content
  }

  private func text(_ content: PageContent) -> String {
    String(String.UnicodeScalarView(content.glyphs.map(\.scalar)))
  }

  @Test(
    arguments: [
      ("o\u{1E}ce shelves", "oﬃce shelves"),
      ("\u{10}marbles\u{11} \u{16} sorted", "“marbles” — sorted"),
      ("pages of marbles, 1\u{15}2", "pages of marbles, 1–2"),
      ("damp\u{1B} \u{A0}cka", "dampﬀ ăcka"),
      ("marbles", "marbles"),
    ])
  func codesAreCharacters(_ codes: String, _ seen: String) {
    var content = page(codes) { _ in 5 }
    content.readCorkEncoding()
    #expect(text(content) == seen)
    #expect(content.glyphs.allSatisfy { $0.baseline == 100 })
  }

  /// Letters of formulas stand alone, and a font with a name has an encoding of its own.
  @Test func otherCodesStay() {
    for (codes, font) in [("x \u{1B} y \u{1C}", "Default"), ("o\u{1E}ce shelves", "Times-Roman")] {
      var content = page(codes, font: font) { _ in 5 }
      content.readCorkEncoding()
      #expect(text(content) == codes)
    }
  }

  @Test func widthsTellTheSize() {
    let widths: [Unicode.Scalar: Double] = ["m": 9.996, "a": 6, "r": 4.704, "b": 6.672, "l": 3.336]
    var content = page("marblamarb") { widths[$0] ?? 0 }
    content.measureNamelessFonts(FontTable())
    #expect(content.fonts[0].size == 12)
    #expect(content.glyphs.allSatisfy { $0.box.y0 == 91 && $0.box.y1 == 103 })
  }

  /// Of a typewriter all letters are as wide.
  @Test func typewritersAreMeasuredToo() {
    var content = page("marblamarb") { _ in 5.25 }
    content.measureNamelessFonts(FontTable())
    #expect(content.fonts[0].size == 10)
  }

  /// A later page with too few letters takes what an earlier one measured; a few tell nothing.
  @Test func aSizeIsMeasuredOnce() {
    let table = FontTable()
    var heading = page("marb") { _ in 5.25 }
    heading.measureNamelessFonts(table)
    #expect(heading.fonts[0].size == 6)
    var text = page("marblamarb") { _ in 5.25 }
    text.measureNamelessFonts(table)
    heading.measureNamelessFonts(table)
    #expect(heading.fonts[0].size == 10)
  }

  /// Where most characters of a page have no text, those that have one make no words.
  @Test(arguments: [("a m x q z = 9 X", true), ("", true), ("marbles are small", false)])
  func whatIsLeftMakesNoWords(_ text: String, _ isGibberish: Bool) {
    var content = page(text) { _ in 5 }
    #expect(!content.isGibberish)
    content.unreadGlyphs = 40
    #expect(content.isGibberish == isGibberish)
  }
}
