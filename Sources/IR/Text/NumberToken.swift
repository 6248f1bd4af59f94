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
  package static func scan(_ text: String) -> [NumberToken] {
    guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return [] }
    return NumberScanner(text).scan()
  }
}

private struct NumberScanner {
  let scalars: [Unicode.Scalar]
  /// Scalars inside code, formulas and citation brackets.
  let masked: [Bool]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    masked = Self.mask(scalars)
  }

  func scan() -> [NumberToken] {
    var tokens: [NumberToken] = []
    var byte = 0
    var at = 0
    while at < scalars.count {
      guard startsNumber(at) else {
        byte += UTF8.width(scalars[at])
        at += 1
        continue
      }
      let end = endOfNumber(at)
      let length = end - at  // ASCII throughout: one byte a scalar
      if counts(at..<end) {
        let text = String(
          decoding: scalars[at..<end].map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
        tokens.append(
          NumberToken(text: text, bytes: byte..<(byte + length), scalarOffset: at))
      }
      byte += length
      at = end
    }
    return tokens
  }

  private func startsNumber(_ at: Int) -> Bool {
    if scalars[at].isASCIIDigit { return true }
    guard scalars[at] == ".", at + 1 < scalars.count, scalars[at + 1].isASCIIDigit else {
      return false
    }
    return at == 0 || !(isLetter(at - 1) || scalars[at - 1] == "." || scalars[at - 1] == ")")
  }

  /// Past the digits and the dots and commas between digits.
  private func endOfNumber(_ start: Int) -> Int {
    var end = start + 1
    while end < scalars.count {
      if scalars[end].isASCIIDigit {
        end += 1
      } else if scalars[end] == "." || scalars[end] == ",", end + 1 < scalars.count,
        scalars[end + 1].isASCIIDigit
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func counts(_ range: Range<Int>) -> Bool {
    !masked[range.lowerBound] && !isGlued(range) && !isLabelled(range) && !isNamedYear(range)
  }

  private func isGlued(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    let after = range.upperBound
    if before >= 0, isLetter(before) || scalars[before] == "_" { return true }
    if before >= 1, isHyphen(before), isLetter(before - 1) { return true }
    if isLetteredPart(before) { return true }
    if after < scalars.count, isLetter(after) || scalars[after] == "_" { return true }
    return after + 1 < scalars.count && isHyphen(after) && isLetter(after + 1)
  }

  /// Whether a single letter and a dot stand before: `A.1` is a name as a whole.
  private func isLetteredPart(_ dot: Int) -> Bool {
    guard dot >= 1, scalars[dot] == ".", isLetter(dot - 1) else { return false }
    return dot == 1 || !(isLetter(dot - 2) || scalars[dot - 2] == ".")
  }

  /// Whether `§`, `Table`, `Figure` or `Eq.` stands right before.
  private func isLabelled(_ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    while end > 0,
      scalars[end - 1] == " " || scalars[end - 1] == "(" || scalars[end - 1] == "\u{A0}"
    {
      end -= 1
    }
    if end > 0, scalars[end - 1] == "§" { return true }
    if end > 0, scalars[end - 1] == "." { end -= 1 }
    var start = end
    while start > 0, isLetter(start - 1) { start -= 1 }
    guard (2...9).contains(end - start) else { return false }
    return Self.labelWords.contains(word(start..<end))
  }

  private static let labelWords: Set<String> = [
    "table", "tables", "figure", "figures", "fig", "figs", "eq", "eqs", "equation", "equations",
  ]

  private func isNamedYear(_ range: Range<Int>) -> Bool {
    guard range.count == 4, range.lowerBound >= 2, scalars[range.lowerBound - 1] == " ",
      let year = Int(word(range)), (1900...2100).contains(year)
    else { return false }
    var start = range.lowerBound - 1
    while start > 0, isLetter(start - 1) || scalars[start - 1].isASCIIDigit || isHyphen(start - 1) {
      start -= 1
    }
    return start < range.lowerBound - 1 && scalars[start].properties.isUppercase
  }

  private func word(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range])).lowercased()
  }

  private func isLetter(_ at: Int) -> Bool {
    let scalar = scalars[at]
    if scalar.isASCII {
      return (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
    }
    return scalar.properties.isAlphabetic
  }

  private func isHyphen(_ at: Int) -> Bool {
    scalars[at] == "-" || scalars[at] == "\u{2010}" || scalars[at] == "\u{2011}"
  }

  private static func mask(_ scalars: [Unicode.Scalar]) -> [Bool] {
    var masked = [Bool](repeating: false, count: scalars.count)
    var at = 0
    while at < scalars.count {
      if let end = maskedEnd(scalars, from: at) {
        for index in at..<end { masked[index] = true }
        at = end
      } else {
        at += 1
      }
    }
    return masked
  }

  /// The end of the code span, formula or citation bracket that begins at `start`.
  private static func maskedEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    switch scalars[start] {
    case "`", "$":
      let close = scalars[(start + 1)...].firstIndex { $0 == scalars[start] || $0 == "\n" }
      guard let close, scalars[close] == scalars[start] else { return nil }
      return close + 1
    case "[":
      // Only what may stand in a citation is passed over, so that a run of brackets stays linear.
      let close = scalars[(start + 1)...].firstIndex { !isCitationScalar($0) }
      guard let close, scalars[close] == "]", close > start + 1 else { return nil }
      return close + 1
    default:
      return nil
    }
  }

  private static func isCitationScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || scalar == "," || scalar == " " || scalar == "-" || scalar == "–"
  }
}
