internal import IR

/// Finds which part of a cell is set in bold, in italics or underlined.
struct CellEmphasis {
  let fonts: [Font]
  /// Lines that are drawn under words, top to bottom.
  let underlines: [Rule]

  /// Marks the emphasis of a cell whose text, at `span`, is made of `lines`.
  func mark(_ cell: inout Cell, _ lines: [TextLine], _ text: String) {
    guard let span = cell.span else { return }
    let words = lines.flatMap(\.words)
    func part(_ isSet: (Word) -> Bool?) -> SourceSpan? {
      self.part(of: words, text, isSet).map(span.narrowed)
    }
    cell.bold = part { isSet($0) { $0.isBold } }
    cell.italic = part { isSet($0) { $0.isItalic } }
    if !underlines.isEmpty { cell.underlined = part(isUnderlined) }
  }

  /// Whether a word's letters and digits are of a style. Those of formulas are always in italics. Nil
  /// where a word has none: few fonts have a bold `±`.
  private func isSet(_ word: Word, _ isOf: (FontStyle) -> Bool) -> Bool? {
    let core = word.glyphs.filter { $0.scalar.isLetter || $0.scalar.isASCIIDigit }
    guard !core.isEmpty else { return nil }
    return core.allSatisfy { isOf(fonts[$0.font].style) && !fonts[$0.font].style.isMath }
  }

  private func isUnderlined(_ word: Word) -> Bool {
    let first = underlines.partitioningIndex { $0.y > word.box.midY }
    return underlines[first...].prefix { $0.y < word.box.y1 + 0.2 * word.box.height }.contains {
      min($0.box.x1, word.box.x1) - max($0.box.x0, word.box.x0) > 0.8 * word.box.width
    }
  }

  /// The bytes of the one run of words that are set so; nil if there is none, or are several.
  private func part(of words: [Word], _ text: String, _ isSet: (Word) -> Bool?) -> Range<Int>? {
    let flags = words.map(isSet)
    guard let first = flags.firstIndex(of: true), let last = flags.lastIndex(of: true),
      flags[first...last].allSatisfy({ $0 != false })
    else { return nil }
    if first == 0, last == words.count - 1 { return 0..<text.utf8.count }
    let run = TextLine(Array(words[first...last]), fonts: fonts).text.normalised
    guard let found = text.find(run), text[found.upperBound...].find(run) == nil else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return start..<(start + run.utf8.count)
  }
}
