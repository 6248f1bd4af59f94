/// What a character of a PDF means where the text that its font gives is another.
enum SymbolText {
  /// The character that is seen, for a character as poppler reports it.
  static func seen(_ scalar: Unicode.Scalar, in font: FontStyle) -> Unicode.Scalar {
    // Printed, it is a hyphen: only in other texts does it say where one might come.
    if scalar == "\u{AD}" { return "-" }
    if font.isDingbats { return dingbat(scalar.value).flatMap(Unicode.Scalar.init) ?? scalar }
    if let known = font.tex?.seen(scalar) { return known }
    if scalar.value >= 0xF8EB { return piece(scalar.value) ?? upright(scalar.value) ?? scalar }
    // Adobe's glyph list calls the increment sign `Delta`, so that fonts with the Greek letter
    // give the sign.
    if scalar == "\u{2206}" { return "\u{394}" }
    return scalar == "\u{210E}" ? "h" : scalar
  }

  /// The pieces of tall brackets, which Adobe put into the private area before Unicode had them.
  private static func piece(_ code: UInt32) -> Unicode.Scalar? {
    switch code {
    case 0xF8EB...0xF8ED: Unicode.Scalar(code - 0xF8EB + 0x239B)
    case 0xF8EE...0xF8F0: Unicode.Scalar(code - 0xF8EE + 0x23A1)
    case 0xF8F1...0xF8F4: Unicode.Scalar(code - 0xF8F1 + 0x23A7)
    case 0xF8F6...0xF8F8: Unicode.Scalar(code - 0xF8F6 + 0x239E)
    case 0xF8F9...0xF8FB: Unicode.Scalar(code - 0xF8F9 + 0x23A4)
    case 0xF8FC...0xF8FE: Unicode.Scalar(code - 0xF8FC + 0x23AB)
    default: nil
    }
  }

  /// The letter of a slanted letter of a formula. Most fonts give letters of formulas as plain ones;
  /// one letter must be one in the whole text. Bold and double-struck ones are other letters.
  private static func upright(_ code: UInt32) -> Unicode.Scalar? {
    switch code {
    case 0x1D434...0x1D44D: Unicode.Scalar(code - 0x1D434 + 0x41)
    case 0x1D44E...0x1D467: Unicode.Scalar(code - 0x1D44E + 0x61)
    case 0x1D6E2...0x1D6FA: Unicode.Scalar(code - 0x1D6E2 + 0x391)
    case 0x1D6FC...0x1D714: Unicode.Scalar(code - 0x1D6FC + 0x3B1)
    case 0x1D6FB: "∇"
    case 0x1D715: "∂"
    case 0x1D716: "ϵ"
    case 0x1D717: "ϑ"
    case 0x1D718: "ϰ"
    case 0x1D719: "ϕ"
    case 0x1D71A: "ϱ"
    case 0x1D71B: "ϖ"
    default: nil
    }
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
