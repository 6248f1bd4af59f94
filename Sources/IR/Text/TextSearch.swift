// Plain searching by bytes. The standard library's searching by characters compares by canonical
// equivalence and is far too slow for whole papers; all text here is in one normal form.

extension StringProtocol {
  /// Whether `needle` stands in the text, byte for byte.
  package func has(_ needle: String) -> Bool { utf8Range(of: needle) != nil }

  /// The first place of `needle`.
  package func find(_ needle: String) -> Range<Index>? {
    guard let range = utf8Range(of: needle) else { return nil }
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return start..<utf8.index(start, offsetBy: range.count)
  }

  /// UTF-8 offsets of the first place of `needle` at or after `start`.
  package func utf8Range(of needle: String, from start: Int = 0) -> Range<Int>? {
    var needle = needle
    let found = utf8.withContiguousStorageIfAvailable { text in
      needle.withUTF8 { Self.firstOffset(of: $0, in: text, from: start) }
    }
    if let found { return found.map { $0..<($0 + needle.utf8.count) } }
    return String(self).utf8Range(of: needle, from: start)
  }

  private static func firstOffset(
    of needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let first = needle.first else { return start }
    guard text.count - start >= needle.count else { return nil }
    var at = start
    let last = text.count - needle.count
    while at <= last {
      if text[at] == first {
        var matched = 1
        while matched < needle.count, text[at + matched] == needle[matched] { matched += 1 }
        if matched == needle.count { return at }
      }
      at += 1
    }
    return nil
  }

  /// The text with each `needle` replaced.
  package func swapping(_ needle: String, for replacement: String) -> String {
    guard var range = utf8Range(of: needle), !needle.isEmpty else { return String(self) }
    var result = ""
    var start = 0
    let bytes = utf8
    func piece(_ range: Range<Int>) -> String {
      let lower = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      let upper = bytes.index(lower, offsetBy: range.count)
      return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }
    while true {
      result += piece(start..<range.lowerBound) + replacement
      start = range.upperBound
      guard let next = utf8Range(of: needle, from: start) else { break }
      range = next
    }
    return result + piece(start..<bytes.count)
  }
}

extension Unicode.Scalar {
  /// A letter of any script.
  package var isLetter: Bool {
    if isASCII { return (self >= "a" && self <= "z") || (self >= "A" && self <= "Z") }
    return properties.isAlphabetic
  }
}
