/// A number in running text, by the rule of `ARA319` (`spec/level1-checks.md`).
///
/// Digits count unless they are glued to letters (`ResNet-50`, `3x`, `p99`), stand in code, in
/// `$…$`, in a citation bracket (`[12]`), after `§`, `Table`, `Figure` or `Eq.`, or are a year
/// directly after a capitalised word (`ImageNet 2012`). Verifier, emitter and passes share this
/// one scanner, so that they agree on what needs a source.
package struct NumberToken: Hashable, Sendable {
  /// As written: `96.4`, `1,000`, `.05`.
  package let text: String
  /// UTF-8 offsets in the scanned text.
  package let bytes: Range<Int>
  /// Offset in Unicode scalars from the start of the scanned text.
  package let scalarOffset: Int

  /// Every number of `text`, in order.
  package static func scan(_ text: some StringProtocol) -> [NumberToken] {
    scan(text, withNames: false)
  }

  /// Every number of `text` with those that only name something: years behind names, code, formulas,
  /// multiples (`9x`) and labels of citations and equations.
  package static func scanWithNames(_ text: some StringProtocol) -> [NumberToken] {
    scan(text, withNames: true)
  }

  private static func scan(_ text: some StringProtocol, withNames: Bool) -> [NumberToken] {
    let tokens = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.contains(where: \.isASCIIDigit)
        ? NumberScanner(bytes: bytes, countsNames: withNames).scan() : []
    }
    return tokens ?? scan(String(text), withNames: withNames)
  }
}

/// Looks at bytes: numbers and all marks around them are ASCII, and of other characters it only
/// asks whether they are letters.
private struct NumberScanner {
  /// Well-formed UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>
  let countsNames: Bool

  func scan() -> [NumberToken] {
    var tokens: [NumberToken] = []
    var scalar = 0
    var at = 0
    while at < bytes.count {
      if let end = maskedEnd(from: at) {
        scalar += bytes[at..<end].count { $0 & 0xC0 != 0x80 }
        at = end
      } else if startsNumber(at) {
        let end = endOfNumber(at)
        if counts(at..<end) {
          let text = String(decoding: bytes[at..<end], as: UTF8.self)
          tokens.append(NumberToken(text: text, bytes: at..<end, scalarOffset: scalar))
        }
        scalar += end - at  // ASCII throughout: one byte a scalar
        at = end
      } else {
        scalar += bytes[at] & 0xC0 != 0x80 ? 1 : 0
        at += 1
      }
    }
    return tokens
  }

  private func startsNumber(_ at: Int) -> Bool {
    if bytes[at].isASCIIDigit { return true }
    guard bytes[at] == UInt8(ascii: "."), at + 1 < bytes.count, bytes[at + 1].isASCIIDigit else {
      return false
    }
    return !(endsWithLetter(at) || ends(at, with: ".") || ends(at, with: ")"))
  }

  /// Past the digits and the dots and commas between digits.
  private func endOfNumber(_ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count {
      if bytes[end].isASCIIDigit {
        end += 1
      } else if bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ","),
        end + 1 < bytes.count, bytes[end + 1].isASCIIDigit
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func counts(_ range: Range<Int>) -> Bool {
    !isGlued(range) && !isLabelled(range) && (countsNames || !isNamedYear(range))
  }

  private func isGlued(_ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    if endsWithLetter(start) || ends(start, with: "_") { return true }
    if let hyphen = startOfHyphen(endingAt: start), endsWithLetter(hyphen) { return true }
    if endsWithLetteredPart(start) { return true }
    if beginsWithLetter(end) && !isMultiple(range)
      || end < bytes.count && bytes[end] == UInt8(ascii: "_")
    {
      return true
    }
    return endOfHyphen(startingAt: end).map(beginsWithLetter) ?? false
  }

  /// `7.6x`: no name has such a number, as `3x` may.
  private func isMultiple(_ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    return bytes[end] == UInt8(ascii: "x") && !beginsWithLetter(end + 1)
      && (countsNames || bytes[start..<end].contains(UInt8(ascii: ".")))
  }

  /// Whether a single letter and a dot stand before: `A.1` is a name as a whole.
  private func endsWithLetteredPart(_ end: Int) -> Bool {
    let dot = end - 1
    guard ends(end, with: "."), endsWithLetter(dot) else { return false }
    let letter = bytes.scalar(before: dot).start
    return !(endsWithLetter(letter) || ends(letter, with: "."))
  }

  /// Whether `§`, `Table`, `Figure` or `Eq.` stands right before.
  private func isLabelled(_ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    while true {
      if ends(end, with: " ") || ends(end, with: "(") {
        end -= 1
      } else if ends(end, with: "\u{A0}") {
        end -= 2
      } else {
        break
      }
    }
    if ends(end, with: "§") { return true }
    if ends(end, with: ".") { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1].isASCIILetter { start -= 1 }
    // The labels are ASCII: next to another letter none of them is a whole word.
    guard (2...9).contains(end - start), !endsWithLetter(start) else { return false }
    let word = String(decoding: bytes[start..<end].map(\.lowercaseASCII), as: UTF8.self)
    return Self.exhibitWords.contains(word) || !countsNames && Self.equationWords.contains(word)
  }

  private static let exhibitWords: Set<String> = [
    "table", "tables", "tab", "tabs", "figure", "figures", "fig", "figs",
  ]
  private static let equationWords: Set<String> = ["eq", "eqs", "equation", "equations"]

  private func isNamedYear(_ range: Range<Int>) -> Bool {
    guard range.count == 4, range.lowerBound >= 2, ends(range.lowerBound, with: " "),
      let year = Int(String(decoding: bytes[range], as: UTF8.self)), (1900...2100).contains(year)
    else { return false }
    let end = range.lowerBound - 1
    var start = end
    while let previous = startOfNamePart(endingAt: start) { start = previous }
    return start < end && bytes.scalar(at: start).0.properties.isUppercase
  }

  /// The start of the letter, digit or hyphen that ends at an offset.
  private func startOfNamePart(endingAt end: Int) -> Int? {
    if endsWithLetter(end) { return bytes.scalar(before: end).start }
    if end > 0, bytes[end - 1].isASCIIDigit { return end - 1 }
    return startOfHyphen(endingAt: end)
  }

  // MARK: Characters

  private func endsWithLetter(_ end: Int) -> Bool {
    guard end > 0 else { return false }
    let last = bytes[end - 1]
    return last < 0x80 ? last.isASCIILetter : bytes.scalar(before: end).0.isLetter
  }

  private func beginsWithLetter(_ start: Int) -> Bool {
    guard start < bytes.count else { return false }
    let first = bytes[start]
    return first < 0x80 ? first.isASCIILetter : bytes.scalar(at: start).0.isLetter
  }

  private func ends(_ end: Int, with scalar: Unicode.Scalar) -> Bool {
    guard end > 0 else { return false }
    let last = bytes[end - 1]
    if scalar.isASCII { return last == UInt8(ascii: scalar) }
    return last >= 0x80 && bytes.scalar(before: end).0 == scalar
  }

  private func startOfHyphen(endingAt end: Int) -> Int? {
    if ends(end, with: "-") { return end - 1 }
    return ends(end, with: "\u{2010}") || ends(end, with: "\u{2011}") ? end - 3 : nil
  }

  private func endOfHyphen(startingAt start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    if bytes[start] < 0x80 { return bytes[start] == UInt8(ascii: "-") ? start + 1 : nil }
    let (scalar, end) = bytes.scalar(at: start)
    return scalar == "\u{2010}" || scalar == "\u{2011}" ? end : nil
  }

  // MARK: What no number counts in

  /// The end of the code span, formula or citation bracket that begins at `start`.
  private func maskedEnd(from start: Int) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "["):
      return countsNames ? nil : maskedNameEnd(from: start)
    default: return nil
    }
  }

  private func maskedNameEnd(from start: Int) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "`"), UInt8(ascii: "$"):
      let close = bytes[(start + 1)...].firstIndex {
        $0 == bytes[start] || $0 == UInt8(ascii: "\n")
      }
      guard let close, bytes[close] == bytes[start] else { return nil }
      return close + 1
    case UInt8(ascii: "["):
      // Only what may stand in a citation is passed over, so that a run of brackets stays linear.
      let close = endOfCitation(from: start + 1)
      guard close < bytes.count, bytes[close] == UInt8(ascii: "]"), close > start + 1 else {
        return nil
      }
      return close + 1
    default:
      return nil
    }
  }

  /// Past the digits, commas, spaces, hyphens and dashes from an offset on.
  private func endOfCitation(from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case 0x30...0x39, UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "-"): at += 1
      case 0xE2 where bytes.scalar(at: at).0 == "–": at += 3
      default: return at
      }
    }
    return at
  }
}
