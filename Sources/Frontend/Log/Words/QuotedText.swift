internal import CPoppler

/// The normal form of what facts quote: Unicode NFC on one line.
enum QuotedText {
  /// The text with line breaks undone, runs of white space as one space, control characters
  /// dropped, and nothing at its ends.
  static func oneLine(_ text: some StringProtocol) -> String {
    var line = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where !scalar.properties.isWhitespace: continue
      default: break
      }
      if scalar.properties.isWhitespace {
        needsSpace = !line.isEmpty
      } else {
        if needsSpace { line.append(" ") }
        needsSpace = false
        line.append(scalar)
      }
    }
    return composed(String(line))
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

  private static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    guard let result = g_utf8_normalize(text, -1, G_NORMALIZE_NFC) else { return text }
    defer { g_free(result) }
    return String(cString: result)
  }
}
