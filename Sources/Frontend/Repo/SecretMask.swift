internal import IR

/// Puts asterisks in the place of credentials, byte for byte, so that lines and columns stay what
/// they are.
enum SecretMask {
  /// The text without its credentials, with the row, from 0, of the first; nil if there is none.
  static func masked(_ text: String) -> (text: String, row: Int)? {
    var text = text
    let found = text.withUTF8 { CredentialFinder.all(in: $0) }
    guard let first = found.first else { return nil }
    var bytes = Array(text.utf8)
    let row = bytes[..<first.range.lowerBound].count { $0 == lineFeed }
    for credential in found {
      for index in credential.range where bytes[index] != lineFeed {
        bytes[index] = UInt8(ascii: "*")
      }
    }
    return (String(decoding: bytes, as: UTF8.self), row)
  }

  private static let lineFeed = UInt8(ascii: "\n")
}
