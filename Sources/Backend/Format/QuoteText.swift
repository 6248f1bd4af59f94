internal import IR

/// Text as quotations are compared: ligatures and soft hyphens resolved, runs of white space
/// collapsed, hyphenation at line breaks undone, canonically equivalent characters equal.
struct QuoteText: Sendable {
  private let bytes: [UInt8]
  /// Whether combining marks make byte comparison too strict.
  private let hasCombiningMarks: Bool

  init(_ text: some StringProtocol) {
    var text = String(text)
    var hasCombiningMarks = false
    // What is compared is never longer than what was written.
    bytes = Array(unsafeUninitializedCapacity: text.utf8.count) { bytes, count in
      var writer = QuoteWriter(bytes)
      text.withUTF8 { writer.append($0) }
      writer.close()
      count = writer.count
      hasCombiningMarks = writer.hasCombiningMarks
    }
    self.hasCombiningMarks = hasCombiningMarks
  }

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  /// Whether `quote` stands here, beginning before the byte `limit` if one is given.
  func holds(_ quote: QuoteText, beforeByte limit: Int? = nil) -> Bool {
    let found = bytes.withUnsafeBufferPointer { haystack -> Int? in
      quote.isEmpty ? nil : quote.bytes.withUnsafeBufferPointer { haystack.firstOffset(of: $0) }
    }
    if let found { return found < limit ?? .max }
    guard hasCombiningMarks || quote.hasCombiningMarks, holdsStart(of: quote) else { return false }
    return holdsEquivalent(quote)
  }

  static func holds(_ text: some StringProtocol, _ quote: some StringProtocol) -> Bool {
    QuoteText(text).holds(QuoteText(quote))
  }

  /// Whether the first characters of a quote stand here that have one spelling only: to compare
  /// all characters of two texts costs much more, and few texts get that far.
  private func holdsStart(of quote: QuoteText) -> Bool {
    let plain = quote.bytes.prefix { $0 < 0x80 && !Self.respelled.contains($0) }
    // A combining mark may belong to the last of them.
    let start = Array(plain.dropLast())
    guard !start.isEmpty else { return true }
    return bytes.withUnsafeBufferPointer { haystack in
      start.withUnsafeBufferPointer { haystack.firstOffset(of: $0) }
    } != nil
  }

  /// ASCII to which another character is canonically equivalent: the sign of kelvin, the question
  /// mark and the grave accent of Greek.
  private static let respelled: [UInt8] = [0x4B, 0x3B, 0x60]

  private func holdsEquivalent(_ quote: QuoteText) -> Bool {
    let text = Array(String(decoding: bytes, as: UTF8.self))
    let sought = Array(String(decoding: quote.bytes, as: UTF8.self))
    guard sought.count <= text.count else { return false }
    return (0...(text.count - sought.count)).contains { text[$0...].starts(with: sought) }
  }
}

/// Normalises text; nearly all of it is ASCII, which needs no tables.
private struct QuoteWriter {
  /// Where the text goes; as long as the text that comes.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  private(set) var hasCombiningMarks = false

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    // Whether the last character of the text is a hyphen.
    var isAfterHyphen = false
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte > 0x20, byte < 0x80 {
        append(byte)
        isAfterHyphen = byte == UInt8(ascii: "-")
        at += 1
      } else if byte <= 0x20 {
        appendBlank(joins: isAfterHyphen && byte == UInt8(ascii: "\n"))
        isAfterHyphen = false
        at += 1
      } else {
        let (scalar, end) = text.scalar(at: at)
        if scalar.properties.isWhitespace {
          appendBlank(joins: false)
          isAfterHyphen = false
        } else if scalar != "\u{AD}" {
          append(scalar)
          isAfterHyphen = false
        }
        at = end
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// Neither ASCII nor a blank.
  private mutating func append(_ scalar: Unicode.Scalar) {
    hasCombiningMarks =
      hasCombiningMarks || scalar.properties.canonicalCombiningClass != .notReordered
    if let letters = Self.ligatures[scalar] {
      for byte in letters.utf8 { append(byte) }
    } else {
      for byte in scalar.utf8 { append(byte) }
    }
  }

  /// A hyphen before a line break joins the halves of a word.
  private mutating func appendBlank(joins: Bool) {
    if joins {
      count -= 1
    } else if count > 0, bytes[count - 1] != 0x20 {
      append(0x20)
    }
  }

  mutating func close() {
    if count > 0, bytes[count - 1] == 0x20 { count -= 1 }
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st",
  ]
}
