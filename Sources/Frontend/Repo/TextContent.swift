internal import Glibc

/// Text as the facts quote it: UTF-8 without byte order mark, line feeds only, otherwise verbatim.
enum TextContent {
  /// Nil if the bytes are no UTF-8.
  static func text(of bytes: [UInt8]) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    return String(validating: withLineFeeds(body), as: UTF8.self)
  }

  /// A message without surrounding line breaks, at most `longest` bytes of it.
  static func normalized(_ text: String, longest: Int) -> (text: String, isCut: Bool) {
    var bytes = withLineFeeds(Array(text.utf8)[...])[...]
    bytes = bytes.drop { isBlank($0) }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    guard bytes.count > longest else { return (String(decoding: bytes, as: UTF8.self), false) }
    var end = bytes.startIndex + longest
    while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    bytes = bytes[..<end]
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return (String(decoding: bytes, as: UTF8.self), true)
  }

  /// The number of lines; a last line without a line feed counts.
  static func lines(_ bytes: [UInt8]) -> Int {
    let feeds = bytes.lineFeeds.count
    return bytes.last.map { $0 == UInt8(ascii: "\n") } ?? true ? feeds : feeds + 1
  }

  private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let hasReturns = bytes.withUnsafeBytes { $0.offset(of: UInt8(ascii: "\r"), from: 0) != nil }
    guard hasReturns else { return Array(bytes) }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for (index, byte) in zip(bytes.indices, bytes) {
      let isPair =
        byte == UInt8(ascii: "\r") && index + 1 < bytes.endIndex
        && bytes[index + 1] == UInt8(ascii: "\n")
      if !isPair { kept.append(byte) }
    }
    return kept
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ")
  }
}

extension [UInt8] {
  /// Where line feeds stand.
  var lineFeeds: [Int] {
    withUnsafeBytes { bytes in
      var found: [Int] = []
      var at = 0
      while let next = bytes.offset(of: UInt8(ascii: "\n"), from: at) {
        found.append(next)
        at = next + 1
      }
      return found
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Where a byte stands first at an offset or behind it.
  fileprivate func offset(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }
}
