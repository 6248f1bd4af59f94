internal import IR

/// A sentence as words in normal form and numbers, with the bytes of each.
struct SentenceTokens {
  enum Kind: Equatable {
    /// Normal forms; more than one for what stands for several words.
    case word([String])
    case number(Double)
    /// A mark that parts what belongs together.
    case stop
  }

  struct Token {
    let kind: Kind
    /// UTF-8 offsets in the sentence.
    let range: Range<Int>
  }

  private(set) var tokens: [Token] = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x20 {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, bytes[end] != 0x20, !Self.parts(bytes, end) { end += 1 }
      if end > at { add(at..<end, bytes) }
      if end < bytes.count, bytes[end] == 0x5B {
        // Numbers of works stand in such brackets.
        tokens.append(Token(kind: .stop, range: end..<end + 1))
        while end < bytes.count, bytes[end] != 0x5D { end += 1 }
        at = end + 1
        continue
      }
      if end < bytes.count, bytes[end] != 0x20 {
        if Self.stops.contains(bytes[end]) {
          tokens.append(Token(kind: .stop, range: end..<end + 1))
        }
        end += 1
      }
      at = end
    }
  }

  private static let stops = Set(".;:,!?".utf8)
  private static let marks = Set("=()[];:!?\"".utf8)

  /// Whether a mark ends the word before it. Dots and commas between digits, and dots and slashes
  /// inside names, do not.
  private static func parts(_ bytes: [UInt8], _ at: Int) -> Bool {
    if marks.contains(bytes[at]) { return true }
    guard bytes[at] == 0x2C || bytes[at] == 0x2E else { return false }
    return at + 1 == bytes.count || bytes[at + 1] == 0x20 || bytes[at + 1] == 0x29
  }

  private mutating func add(_ range: Range<Int>, _ bytes: [UInt8]) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    if let number = StatedNumbers.written[text.lowercase] {
      tokens.append(Token(kind: .number(number), range: range))
    } else if text.has("10^"), joinPower(text, range, bytes) {
      return
    } else if text.unicodeScalars.first.map({
      $0.value < 0x3A || "−∼≈~".unicodeScalars.contains($0)
    })
      == true, let number = Self.number(text)
    {
      tokens.append(Token(kind: .number(number), range: range))
    } else {
      let forms = NameWords.pieces(of: text).flatMap(NameWords.normal)
      if !forms.isEmpty { tokens.append(Token(kind: .word(forms), range: range)) }
    }
  }

  /// One number only: `0.70/0.15/0.15` says of none which it is.
  private static func number(_ text: String) -> Double? {
    let numbers = StatedNumbers.all(in: text)
    return numbers.count == 1 && text.last?.isLetter != true ? numbers[0] : nil
  }

  /// `3 × 10^{−2}`: the power belongs to the number two words before.
  private mutating func joinPower(_ text: String, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard let last = tokens.last, case .number = last.kind, text.hasPrefix("10^"),
      let number = Magnitude.parse(
        String(decoding: bytes[last.range.lowerBound..<range.upperBound], as: UTF8.self))
    else { return false }
    tokens[tokens.count - 1] = Token(
      kind: .number(number), range: last.range.lowerBound..<range.upperBound)
    return true
  }
}
