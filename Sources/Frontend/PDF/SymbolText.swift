/// What a character of a PDF means where the text that its font gives is another.
enum SymbolText {
  /// The character that is seen, for a character as poppler reports it.
  static func seen(_ scalar: Unicode.Scalar, in font: FontStyle) -> Unicode.Scalar {
    // Printed, it is a hyphen: only in other texts does it say where one might come.
    if scalar == "\u{AD}" { return "-" }
    if font.isDingbats { return dingbat(scalar.value).flatMap(Unicode.Scalar.init) ?? scalar }
    // Adobe's glyph list calls the increment sign `Delta`, so that fonts with the Greek letter
    // give the sign.
    return scalar == "\u{2206}" ? "\u{394}" : scalar
  }

  /// The built-in encoding of Zapf Dingbats (PDF 1.7, annex D.6; Unicode's `zdingbat.txt`), which
  /// sets a check mark where ASCII has `3` and a cross where it has `7`. Nil for other codes.
  private static func dingbat(_ code: UInt32) -> UInt32? {
    if let exception = exceptions[code] { return exception }
    return switch code {
    case 0x21...0x7E: code + 0x26E0
    case 0xAC...0xB5: code - 0xAC + 0x2460
    case 0xA1...0xEF, 0xF1...0xFE: code + 0x26C0
    default: nil
    }
  }

  /// Characters that Unicode had already when it took in the others.
  private static let exceptions: [UInt32: UInt32] = [
    0x25: 0x260E, 0x2A: 0x261B, 0x2B: 0x261E, 0x48: 0x2605, 0x6C: 0x25CF, 0x6E: 0x25A0,
    0x73: 0x25B2, 0x74: 0x25BC, 0x75: 0x25C6, 0x77: 0x25D7, 0xA8: 0x2663, 0xA9: 0x2666,
    0xAA: 0x2665, 0xAB: 0x2660, 0xD5: 0x2192, 0xD6: 0x2194, 0xD7: 0x2195,
  ]
}
