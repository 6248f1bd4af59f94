/// Text as quotations are compared: ligatures and soft hyphens resolved, runs of white space
/// collapsed, hyphenation at line breaks undone, canonically equivalent characters equal.
struct QuoteText: Sendable {
  private let bytes: [UInt8]
  /// Whether combining marks make byte comparison too strict.
  private let hasCombiningMarks: Bool

  init(_ text: some StringProtocol) {
    var scalars = String.UnicodeScalarView()
    var hasCombiningMarks = false
    var isBlank = true
    var hyphen = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        // A hyphen before a line break joins the halves of a word.
        if hyphen, scalar == "\n" {
          scalars.removeLast()
          isBlank = true
        } else if !isBlank {
          scalars.append(" ")
          isBlank = true
        }
        hyphen = false
        continue
      }
      if scalar == "\u{AD}" { continue }
      hyphen = scalar == "-"
      isBlank = false
      if let letters = Self.ligatures[scalar] {
        scalars.append(contentsOf: letters.unicodeScalars)
      } else {
        hasCombiningMarks =
          hasCombiningMarks || scalar.properties.canonicalCombiningClass.rawValue > 0
        scalars.append(scalar)
      }
    }
    while scalars.last == " " { scalars.removeLast() }
    bytes = Array(String(scalars).utf8)
    self.hasCombiningMarks = hasCombiningMarks
  }

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  /// Whether `quote` stands here, beginning before the byte `limit` if one is given.
  func holds(_ quote: QuoteText, beforeByte limit: Int? = nil) -> Bool {
    let found = bytes.withUnsafeBufferPointer { haystack -> Int? in
      quote.bytes.withUnsafeBufferPointer { Self.offset(of: $0, in: haystack) }
    }
    if let found { return found < limit ?? .max }
    guard hasCombiningMarks || quote.hasCombiningMarks else { return false }
    return holdsEquivalent(quote)
  }

  static func holds(_ text: some StringProtocol, _ quote: some StringProtocol) -> Bool {
    QuoteText(text).holds(QuoteText(quote))
  }

  private func holdsEquivalent(_ quote: QuoteText) -> Bool {
    let text = Array(String(decoding: bytes, as: UTF8.self))
    let sought = Array(String(decoding: quote.bytes, as: UTF8.self))
    guard sought.count <= text.count else { return false }
    return (0...(text.count - sought.count)).contains { text[$0...].starts(with: sought) }
  }

  private static func offset(
    of needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let first = needle.first, needle.count <= haystack.count else { return nil }
    return (0...(haystack.count - needle.count)).first { start in
      haystack[start] == first && needle.indices.allSatisfy { haystack[start + $0] == needle[$0] }
    }
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st",
  ]
}
