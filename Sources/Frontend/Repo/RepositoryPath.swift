/// A path inside a repository: bytes without an encoding, `/` as separator, in byte order.
struct RepositoryPath: Hashable, Comparable, Sendable {
  let bytes: [UInt8]

  static let root = RepositoryPath(bytes: [])

  static func < (a: RepositoryPath, b: RepositoryPath) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }

  func appending(_ name: [UInt8]) -> RepositoryPath {
    bytes.isEmpty
      ? RepositoryPath(bytes: name) : RepositoryPath(bytes: bytes + [UInt8(ascii: "/")] + name)
  }

  /// Every directory that the path lies in, the nearest first, without the root.
  var directories: [RepositoryPath] {
    bytes.indices.reversed().filter { bytes[$0] == UInt8(ascii: "/") }
      .map { RepositoryPath(bytes: Array(bytes[..<$0])) }
  }

  var isPrintable: Bool { Self.printable(bytes) != nil }

  /// As facts and diagnostics print it: bytes that are no UTF-8 and control characters as `\xHH`.
  var text: String {
    if let text = Self.printable(bytes) { return text }
    var text = ""
    var at = 0
    while at < bytes.count {
      let length = Self.scalarLength(bytes[at])
      let end = min(at + length, bytes.count)
      if let scalar = Self.printable(bytes[at..<end]) {
        text += scalar
        at = end
      } else {
        let digits = String(bytes[at], radix: 16, uppercase: true)
        text += "\\x" + (digits.count < 2 ? "0" : "") + digits
        at += 1
      }
    }
    return text
  }

  private static func printable(_ bytes: some Collection<UInt8>) -> String? {
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The length that the first byte of a UTF-8 sequence announces.
  private static func scalarLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 1
    }
  }
}
