internal import IR

/// Text as quotations are compared: ligatures and soft hyphens resolved, runs of white space
/// collapsed, hyphenation at line breaks undone, canonically equivalent characters equal.
struct QuoteText: Sendable {
  private let bytes: [UInt8]
  /// Whether combining marks make byte comparison too strict.
  private let hasCombiningMarks: Bool

  init(_ text: some StringProtocol) {
    var writer = QuoteWriter(capacity: text.utf8.count)
    var text = String(text)
    text.withUTF8 { writer.append($0) }
    writer.close()
    bytes = writer.bytes
    hasCombiningMarks = writer.hasCombiningMarks
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
  private(set) var bytes: [UInt8] = []
  private(set) var hasCombiningMarks = false
  private var isAfterHyphen = false

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte > 0x20, byte < 0x80 {
        // Up to the next blank or character beyond ASCII: it is as it was.
        let end = text[at...].firstIndex { $0 <= 0x20 || $0 >= 0x80 } ?? text.count
        bytes.append(contentsOf: text[at..<end])
        isAfterHyphen = text[end - 1] == UInt8(ascii: "-")
        at = end
      } else {
        let (scalar, end) = text.scalar(at: at)
        append(scalar)
        at = end
      }
    }
  }

  /// Anything but visible ASCII.
  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace {
      appendBlank(scalar)
    } else if scalar != "\u{AD}" {
      hasCombiningMarks =
        hasCombiningMarks || scalar.properties.canonicalCombiningClass != .notReordered
      bytes += Array((Self.ligatures[scalar] ?? String(scalar)).utf8)
      isAfterHyphen = false
    }
  }

  /// A hyphen before a line break joins the halves of a word.
  private mutating func appendBlank(_ scalar: Unicode.Scalar) {
    if isAfterHyphen, scalar == "\n" {
      bytes.removeLast()
    } else if let last = bytes.last, last != 0x20 {
      bytes.append(0x20)
    }
    isAfterHyphen = false
  }

  mutating func close() {
    if bytes.last == 0x20 { bytes.removeLast() }
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st",
  ]
}
