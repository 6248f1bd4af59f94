/// The normal form of what facts quote: Unicode NFC on one line.
enum QuotedText {
  /// The text with line breaks undone, runs of white space as one space, control characters
  /// dropped, and nothing at its ends.
  static func oneLine(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return spaced(text.unicodeScalars).composed }
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    var needsSpace = false
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        needsSpace = !line.isEmpty
      } else if byte > 0x20, byte != 0x7F {
        if needsSpace { line.append(0x20) }
        needsSpace = false
        line.append(byte)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  private static func spaced(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var line = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in scalars {
      let isSpace = scalar.properties.isWhitespace
      if !isSpace, scalar.properties.generalCategory == .control { continue }
      if isSpace {
        needsSpace = !line.isEmpty
      } else {
        if needsSpace { line.append(" ") }
        needsSpace = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// At most `limit` characters, cut before a word; nil if all of it fits.
  static func cut(_ text: String, to limit: Int) -> String? {
    guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
      end != text.endIndex
    else { return nil }
    let head = text[..<end]
    guard text[end] != " ", let space = head.lastIndex(of: " ") else { return String(head) }
    return String(head[..<space])
  }
}
