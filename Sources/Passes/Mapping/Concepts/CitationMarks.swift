internal import IR

/// Finds the marks of citations in a sentence: `[3, 4]`, `(Bell et al., 2019)`.
enum CitationMarks {
  private static let longest = 160

  /// UTF-8 ranges with the brackets, in order.
  static func ranges(in text: String) -> [Range<Int>] { ranges(in: Array(text.utf8)) }

  /// The same, of the bytes of a text.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      guard let closing = closing(bytes[at]),
        let end = bytes[at...].prefix(longest).firstIndex(of: closing)
      else {
        at += 1
        continue
      }
      let inner = bytes[(at + 1)..<end]
      if closing == UInt8(ascii: "]") ? isNumbers(inner) : endsInYear(inner) {
        found.append(at..<(end + 1))
        at = end + 1
      } else {
        at += 1
      }
    }
    return found
  }

  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  private static func isNumbers(_ inner: ArraySlice<UInt8>) -> Bool {
    inner.contains(where: \.isASCIIDigit)
      && inner.allSatisfy {
        $0.isASCIIDigit || $0 == 0x20 || $0 == 0x2C || $0 == 0x2D || $0 >= 0x80
      }
  }

  /// `Bell et al., 2019`, `Bell, 2019; Tone, 2020b`.
  private static func endsInYear(_ inner: ArraySlice<UInt8>) -> Bool {
    var rest = inner
    if let last = rest.last, (0x61...0x7A).contains(last) { rest = rest.dropLast() }
    let year = rest.suffix(4)
    guard year.count == 4, year.allSatisfy(\.isASCIIDigit), let first = year.first,
      first == UInt8(ascii: "1") || first == UInt8(ascii: "2")
    else { return false }
    return rest.dropLast(4).last.map { !$0.isASCIIDigit } ?? true
  }
}
