internal import CPoppler

/// SHA-256, through GLib.
package enum Digest {
  /// Lower-case hexadecimal.
  package static func sha256(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    bytes.withUnsafeBytes { digest.update($0) }
    return digest.finalize()
  }

  /// A digest of bytes that come in pieces.
  package struct SHA256: ~Copyable {
    private let checksum: OpaquePointer

    package init() { checksum = g_checksum_new(G_CHECKSUM_SHA256) }

    deinit { g_checksum_free(checksum) }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
      guard let start = bytes.baseAddress else { return }
      g_checksum_update(
        checksum, start.assumingMemoryBound(to: UInt8.self), gssize(bytes.count))
    }

    /// Lower-case hexadecimal; nothing may be added after.
    package mutating func finalize() -> String {
      String(cString: g_checksum_get_string(checksum))
    }
  }
}
