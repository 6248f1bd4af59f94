internal import CPoppler

extension String {
  /// In Unicode NFC, composed by GLib; as it is where GLib refuses it.
  var composed: String {
    guard !unicodeScalars.allSatisfy(\.isComposed), PDFLibraries.problem == nil,
      let result = g_utf8_normalize(self, -1, G_NORMALIZE_NFC)
    else { return self }
    defer { g_free(result) }
    return String(cString: result)
  }
}

extension Unicode.Scalar {
  /// Whether it is one of those that NFC leaves alone whatever stands beside them, for sure: Latin
  /// and Greek letters, punctuation, arrows, operators. Nearly every line of a paper has no other.
  fileprivate var isComposed: Bool {
    value < 0x300 || (0x391...0x3A9).contains(value) || (0x3B1...0x3C9).contains(value)
      || (0x2010...0x205E).contains(value) || (0x2190...0x22FF).contains(value)
  }
}
