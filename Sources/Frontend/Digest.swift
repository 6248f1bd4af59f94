internal import Crypto

/// Digests in lower-case hexadecimal.
package enum Digest {
  package enum Algorithm: Sendable { case sha1, sha256 }

  package static func sha256(_ bytes: [UInt8]) -> String { of(bytes, .sha256) }

  package static func of(_ bytes: [UInt8], _ algorithm: Algorithm) -> String {
    var stream = Stream(algorithm)
    bytes.withUnsafeBytes { stream.update($0) }
    return stream.finish()
  }

  /// A digest of bytes that come piece by piece.
  package struct Stream {
    // git names its objects by SHA-1.
    private enum Function {
      case sha1(Insecure.SHA1)
      case sha256(SHA256)
    }

    private var function: Function

    package init(_ algorithm: Algorithm) {
      function = algorithm == .sha1 ? .sha1(Insecure.SHA1()) : .sha256(SHA256())
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
      switch function {
      case .sha1(var sha1):
        sha1.update(bufferPointer: bytes)
        function = .sha1(sha1)
      case .sha256(var sha256):
        sha256.update(bufferPointer: bytes)
        function = .sha256(sha256)
      }
    }

    package func finish() -> String {
      switch function {
      case .sha1(let sha1): Self.hexadecimal(sha1.finalize())
      case .sha256(let sha256): Self.hexadecimal(sha256.finalize())
      }
    }

    private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
      let digits = Array("0123456789abcdef".utf8)
      let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
