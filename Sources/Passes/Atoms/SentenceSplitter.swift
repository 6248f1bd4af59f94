package import IR

/// Splits running text into sentences.
package enum SentenceSplitter {
  /// UTF-8 ranges of the sentences of `text`, without the space between them.
  package static func ranges(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      if isEnd(bytes[at]), let next = sentenceStart(bytes, after: at),
        !isAbbreviation(bytes, start, at, before: next)
      {
        ranges.append(start..<endOfMarks(bytes, at))
        start = next
        at = next
      } else {
        at += 1
      }
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges.filter { !$0.isEmpty }
  }

  /// Spans of the sentences of a block.
  package static func spans(of block: SourceSpan, text: String) -> [SourceSpan] {
    ranges(in: text).map { block.narrowed(to: $0) }
  }

  private static func isEnd(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }

  /// Past closing quotes and brackets, and past a raised footnote mark.
  private static func endOfMarks(_ bytes: [UInt8], _ end: Int) -> Int {
    var at = end + 1
    while at < bytes.count, bytes[at] != 0x20, bytes[at] != 0x0A { at += 1 }
    return at
  }

  /// The index of the next sentence's first byte, if one begins after this mark.
  private static func sentenceStart(_ bytes: [UInt8], after end: Int) -> Int? {
    var at = end + 1
    // Closing marks, quotes, and footnote numbers may stand between: `end.”`, `end.^3`.
    var skipped = 0
    while at < bytes.count, bytes[at] != 0x20, bytes[at] != 0x0A {
      let byte = bytes[at]
      let isClosing = byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D || byte >= 0x80
      let isMark =
        byte == 0x5E || byte == 0x7B || byte == 0x7D
        || (skipped > 0 && byte.isASCIIDigit)
      guard isClosing || isMark, skipped < 8 else { return nil }
      skipped += 1
      at += 1
    }
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A { at += 1 }
    guard at < bytes.count else { return bytes.count }
    let first = bytes[at]
    let begins =
      (0x41...0x5A).contains(first) || first.isASCIIDigit || first == 0x28
      || first == 0x22 || first == 0x5B || first >= 0x80
    return begins ? at : nil
  }

  /// Whether the word before `end` says what the letter behind it labels.
  private static func isLabel(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end - 1 > start else { return false }
    var first = end - 1
    while first > start, bytes[first - 1] != 0x20, bytes[first - 1] != 0x28 { first -= 1 }
    // At the start of a sentence it is a heading.
    return first > start
      && labelled.contains(String(decoding: bytes[first..<(end - 1)], as: UTF8.self))
  }

  private static let labelled: Set<String> = [
    "Appendix", "appendix", "Section", "Part", "Panel", "panel", "Table", "Figure",
  ]

  private static func isAbbreviation(
    _ bytes: [UInt8], _ start: Int, _ dot: Int, before next: Int
  ) -> Bool {
    guard bytes[dot] == 0x2E else { return false }
    var first = dot
    while first > start, bytes[first - 1] != 0x20, bytes[first - 1] != 0x28,
      bytes[first - 1] != 0x0A
    { first -= 1 }
    if isEllipsis(bytes, first, dot), isSymbol(bytes, next) { return true }
    let word = String(decoding: bytes[first..<dot], as: UTF8.self).lowercased()
    if word.utf8.count == 1, word.first?.isLetter == true {
      // `as in Appendix C.` ends a sentence: the letter is a label.
      if isLabel(bytes, start, first) { return false }
      // An initial, or the letter of a heading; a small one before a capital is a variable or unit.
      let isSmall = (0x61...0x7A).contains(bytes[first])
      let isCapitalNext = next < bytes.count && (0x41...0x5A).contains(bytes[next])
      return !(isSmall && isCapitalNext)
    }
    // `Figure. 4` is written where the label is set apart.
    let isDigitNext = next < bytes.count && bytes[next].isASCIIDigit
    if isDigitNext, (0x41...0x5A).contains(bytes[first]), labels.contains(word) { return true }
    return Abbreviation.words.contains(word)
  }

  /// Whether a dot ends `...` or `. . .`.
  ///
  /// - Parameter first: Where the word before the dot begins.
  private static func isEllipsis(_ bytes: [UInt8], _ first: Int, _ dot: Int) -> Bool {
    if first == dot { return dot >= 4 && bytes[(dot - 4)..<dot].elementsEqual(". . ".utf8) }
    return dot - first > 1 && bytes[first..<dot].allSatisfy { $0 == 0x2E }
  }

  /// Whether a number or a single letter begins here: what a row such as `n = 1 . . . S` ends with.
  private static func isSymbol(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at < bytes.count else { return false }
    let word = String(decoding: bytes[at...].prefix { $0 != 0x20 && $0 != 0x0A }, as: UTF8.self)
    return word.first?.isNumber == true || word.count(where: \.isLetter) == 1 && word != "A"
  }

  private static let labels: Set<String> = [
    "figure", "table", "section", "equation", "algorithm", "appendix", "theorem", "lemma",
  ]
}
