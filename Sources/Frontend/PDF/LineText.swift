internal import IR

/// The text of words on one line, raised characters after `^` and lowered ones after `_`, and where
/// in it each word stands.
struct LineText {
  private(set) var text = ""
  /// UTF-8 offsets of each word; words of one formula share theirs.
  private(set) var ranges: [Range<Int>] = []

  private let words: [Word]
  private let base: Double
  private let size: Double
  private let fonts: [Font]
  private let bars: [Box]

  /// Formulas longer than this are not taken apart: no line of a page is as long.
  private static let longest = 3000

  /// `words` from left to right, the baseline and the size of most characters in points, `bars` the
  /// fraction bars and lines over roots within the line.
  init(_ words: [Word], base: Double, size: Double, fonts: [Font], bars: [Box] = []) {
    self.words = words
    self.base = base
    self.size = size
    self.fonts = fonts
    self.bars = bars
    ranges.reserveCapacity(words.count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.reduce(0) { $0 + $1.glyphs.count + 1 })
    var start = 0
    while start < words.count {
      var end = start + 1
      var isFormula = isSpecial(words[start])
      var right = words[start].box.x1
      while end < words.count {
        let isNext = isSpecial(words[end])
        guard isFormula || isNext, isJoined(end, after: right) else { break }
        isFormula = isFormula || isNext
        right = max(right, words[end].box.x1)
        end += 1
      }
      append(start..<end, isFormula: isFormula, to: &bytes)
      start = end
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  private mutating func append(_ part: Range<Int>, isFormula: Bool, to bytes: inout [UInt8]) {
    let isApart = part.lowerBound > 0 && !isOneWord(part.lowerBound)
    if isApart { bytes.append(0x20) }
    let start = bytes.count
    let word = words[part.lowerBound]
    if isFormula {
      bytes += formula(part).utf8
    } else if word.isASCII {
      for glyph in word.glyphs { bytes.append(UInt8(truncatingIfNeeded: glyph.scalar.value)) }
    } else {
      bytes += word.text.normalised.utf8
    }
    for _ in part { ranges.append(start..<bytes.count) }
  }

  private func formula(_ part: Range<Int>) -> String {
    let items = part.flatMap { index in
      words[index].glyphs.map { FormulaItem($0, fonts, word: index) }
    }
    guard items.count <= Self.longest else {
      return words[part].map(\.text).joined(separator: " ").normalised
    }
    let left = words[part.lowerBound].box.x0
    let right = part.map { words[$0].box.x1 }.max() ?? left
    let own = bars.filter { $0.x0 > left - size && $0.x1 < right + size }
    return FormulaText(bars: own).text(items, base: base, size: size).normalised
  }

  /// Whether a word has characters that do not simply follow each other.
  private func isSpecial(_ word: Word) -> Bool {
    if word.glyphs.contains(where: { isSpecial($0) }) { return true }
    return bars.contains { $0.x0 < word.box.x1 && $0.x1 > word.box.x0 }
  }

  private func isSpecial(_ glyph: Glyph) -> Bool {
    if fonts[glyph.font].size < 0.86 * size || fonts[glyph.font].style.tex == .tall { return true }
    return glyph.scalar.value > 0x7E && FormulaItem(glyph, fonts, word: 0).accent != nil
  }

  /// Whether a word stands over, under or right behind those before it.
  private func isJoined(_ index: Int, after right: Double) -> Bool {
    let gap = words[index].box.x0 - right
    if gap < -0.1 * size || isOneWord(index) { return true }
    guard gap > -size, let last = words[index - 1].glyphs.last,
      isScript(words[index].glyphs.first)
    else { return false }
    // Scripts stand apart by as much as signs in them do, and from their letter by what slants need.
    return gap < 0.35 * size && isScript(last)
      || gap < 0.2 * size && fonts[last.font].style.isMath
  }

  private func isScript(_ glyph: Glyph?) -> Bool {
    guard let glyph, fonts[glyph.font].size < 0.86 * size else { return false }
    return abs(glyph.base(fonts) - base) > 0.1 * size
  }

  /// Whether no space is between a word and the one before: fonts changed inside a word, as in
  /// small capitals set from two sizes. The narrowest space that TeX sets is a fifth of the size.
  private func isOneWord(_ index: Int) -> Bool {
    let (a, b) = (words[index - 1], words[index])
    guard let last = a.glyphs.last, let first = b.glyphs.first else { return false }
    let size = max(fonts[last.font].size, fonts[first.font].size)
    let gap = b.box.x0 - a.box.x1
    return gap > -0.3 * size && gap < 0.12 * size
  }
}
