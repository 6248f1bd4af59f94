internal import CPoppler

/// Digests in lower-case hexadecimal, computed by GLib.
package enum Digest {
  package enum Algorithm: Sendable { case sha1, sha256 }

  package static func sha256(_ bytes: [UInt8]) -> String { of(bytes, .sha256) }

  package static func of(_ bytes: [UInt8], _ algorithm: Algorithm) -> String {
    let stream = Stream(algorithm)
    bytes.withUnsafeBytes { stream.update($0) }
    return stream.finish()
  }

  /// A digest of bytes that come piece by piece.
  package struct Stream: ~Copyable {
    private let checksum: OpaquePointer

    package init(_ algorithm: Algorithm) {
      checksum = g_checksum_new(algorithm == .sha1 ? G_CHECKSUM_SHA1 : G_CHECKSUM_SHA256)
    }

    deinit { g_checksum_free(checksum) }

    package func update(_ bytes: UnsafeRawBufferPointer) {
      let start = bytes.bindMemory(to: UInt8.self).baseAddress
      g_checksum_update(checksum, start, bytes.count)
    }

    /// Nothing may be added after.
    package func finish() -> String { String(cString: g_checksum_get_string(checksum)) }
  }
}
