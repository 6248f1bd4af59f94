import IR
import Testing

@testable import Frontend

struct EmphasisTests {
  private let fonts = ["CMR10", "CMTI10", "CMMI10"].map { Font(name: $0, size: 10, color: 0) }

  /// What a paragraph emphasises: words between asterisks are in italics, between dollar signs in the
  /// letters of formulas.
  private func emphases(_ text: String) -> [String] {
    var emphasis = Emphasis(fonts: [fonts], body: fonts[0].style)
    var font = 0
    var plain = ""
    for word in text.split(separator: " ") {
      if !plain.isEmpty { plain += " " }
      let start = plain.utf8.count
      var glyphs: [Glyph] = []
      for scalar in word.unicodeScalars {
        switch scalar {
        case "*": font = font == 1 ? 0 : 1
        case "$": font = font == 2 ? 0 : 2
        default:
          glyphs.append(Glyph(scalar: scalar, box: Box(0, 0, 5, 10), font: font))
          plain.unicodeScalars.append(scalar)
        }
      }
      emphasis.add(Word(glyphs), start..<plain.utf8.count, page: 1)
    }
    emphasis.endParagraph()
    let bytes = Array(plain.utf8)
    return emphasis.spans.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("What a bell leaves we call *room tone*, as others do.", ["room tone"]),
    ("It is (*room tone*) and no *bell* at all here.", ["room tone", "bell"]),
    ("The *damp*, *dry* and wet marbles are sorted here.", ["damp", "dry"]),
    ("We make it *tone-aware*—counting what a bell has left.", ["tone-aware"]),
    ("The letter $x$ of a formula is not a word of them.", []),
    (
      "A run of *more words than any of the terms in a paper* is not one, and what is set so here is no"
        + " term of it at all.", []
    ),
    ("*Every marble of the yard* is dry.", []),
  ])
  func findsAFewWordsInARow(_ text: String, _ expected: [String]) {
    #expect(emphases(text) == expected)
  }

  @Test func wordsThatShareAPlaceAreNoTerm() {
    var emphasis = Emphasis(fonts: [fonts], body: fonts[0].style)
    let words = ["a", "b"].map { letter in
      Word(letter.unicodeScalars.map { Glyph(scalar: $0, box: Box(0, 0, 5, 10), font: 1) })
    }
    let rest = Word([Glyph(scalar: "c", box: Box(0, 0, 5, 10), font: 0)])
    for word in words { emphasis.add(word, 0..<9, page: 1) }
    for _ in 0..<4 { emphasis.add(rest, 9..<10, page: 1) }
    emphasis.endParagraph()
    #expect(emphasis.spans.isEmpty)
  }

  @Test func aPageThatIsNotThereHasNothing() {
    var emphasis = Emphasis(fonts: [], body: fonts[0].style)
    emphasis.add(Word([Glyph(scalar: "c", box: Box(0, 0, 5, 10), font: 7)]), 0..<1, page: 3)
    emphasis.endParagraph()
    #expect(emphasis.spans.isEmpty)
  }
}
