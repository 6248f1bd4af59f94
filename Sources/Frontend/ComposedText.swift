internal import CPoppler

extension String {
  /// In Unicode NFC, composed by GLib; as it is where GLib refuses it.
  var composed: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }), let result = g_utf8_normalize(self, -1, G_NORMALIZE_NFC)
    else { return self }
    defer { g_free(result) }
    return String(cString: result)
  }
}
