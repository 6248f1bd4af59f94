internal import IR

/// Gathers the words that running text sets in italics or in bold, as its lines are appended.
///
/// Only a few words in a row are a term: a longer run is a statement, a quotation or a head. A
/// paragraph that is set so for the greater part emphasises nothing.
struct Emphasis {
  /// Whether each font of each page stands out from the body.
  private let standsOut: [[Bool]]
  /// In the order of the text.
  private(set) var spans: [Range<Int>] = []

  private var run: Range<Int>?
  private var length = 0
  /// Where the paragraph's runs begin among all, and how many of its words stand out.
  private var first = 0
  private var emphasised = 0
  private var words = 0

  private static let longest = 6
  /// More of them than a text has room for are a font that was misread.
  private static let limit = 4_000

  init(fonts: [[Font]], body: FontStyle) {
    standsOut = fonts.map { fonts in
      fonts.map { font in
        let style = font.style
        guard !style.isMath, !style.isMonospaced, !style.isDingbats else { return false }
        return style.isItalic && !body.isItalic || style.isBold && !body.isBold
      }
    }
  }

  /// Takes the next word of a paragraph; `page` is from 1.
  mutating func add(_ word: Word, _ bytes: Range<Int>, page: Int) {
    words += 1
    guard standsOut.indices.contains(page - 1), let core = core(of: word, standsOut[page - 1])
    else {
      return close()
    }
    emphasised += 1
    let glyphs = word.glyphs
    // The words of a formula share one place.
    guard bytes.count <= width(glyphs[...]) else { return close() }
    if core.lowerBound > 0 || run.map({ bytes.lowerBound - $0.upperBound > 1 }) == true { close() }
    let isToEnd = core.upperBound == glyphs.count
    let start = bytes.lowerBound + width(glyphs[..<core.lowerBound])
    let end = isToEnd ? bytes.upperBound : start + width(glyphs[core])
    guard start < end, end <= bytes.upperBound else { return close() }
    run = (run?.lowerBound ?? start)..<end
    length += 1
    let isHyphened = core.upperBound == glyphs.count - 1 && glyphs.last?.scalar == "-"
    if !isToEnd, !isHyphened { close() }
  }

  private func width(_ glyphs: ArraySlice<Glyph>) -> Int {
    glyphs.reduce(0) { $0 + UTF8.width($1.scalar) }
  }

  /// The characters of a word from its first letter to its last that stands out: a bracket, a comma
  /// and what a dash joins to it are not of the term. Nil for a word that begins as the body does.
  private func core(of word: Word, _ standsOut: [Bool]) -> Range<Int>? {
    let glyphs = word.glyphs
    func isSetOut(_ glyph: Glyph) -> Bool {
      standsOut.indices.contains(glyph.font) && standsOut[glyph.font]
    }
    guard let first = glyphs.firstIndex(where: Self.isLetter), isSetOut(glyphs[first]) else {
      return nil
    }
    let rest = glyphs[first...].prefix { glyph in
      glyph.scalar != "—" && (!Self.isLetter(glyph) || isSetOut(glyph))
    }
    return rest.lastIndex(where: Self.isLetter).map { first..<($0 + 1) }
  }

  private static func isLetter(_ glyph: Glyph) -> Bool {
    glyph.scalar.isLetter || glyph.scalar.isASCIIDigit
  }

  mutating func endParagraph() {
    close()
    if 2 * emphasised > words { spans.removeSubrange(first...) }
    (first, emphasised, words) = (spans.count, 0, 0)
  }

  private mutating func close() {
    if let run, length <= Self.longest, spans.count < Self.limit { spans.append(run) }
    run = nil
    length = 0
  }
}
