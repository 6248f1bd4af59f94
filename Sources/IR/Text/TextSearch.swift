internal import Glibc

// Plain searching by bytes. The standard library's searching by characters compares by canonical
// equivalence and is far too slow for whole papers; all text here is in one normal form.

// Inlinable: in other modules a generic text would be asked for what it is made of at each step.
extension StringProtocol {
  /// Whether `needle` stands in the text, byte for byte.
  @inlinable package func has(_ needle: String) -> Bool { utf8Range(of: needle) != nil }

  /// The first place of `needle`.
  @inlinable package func find(_ needle: String) -> Range<Index>? {
    guard let range = utf8Range(of: needle) else { return nil }
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return start..<utf8.index(start, offsetBy: range.count)
  }

  /// UTF-8 offsets of the first place of `needle` at or after `start`.
  @inlinable package func utf8Range(of needle: String, from start: Int = 0) -> Range<Int>? {
    var needle = needle
    let found = utf8.withContiguousStorageIfAvailable { text in
      needle.withUTF8 { text.firstOffset(of: $0, from: start) }
    }
    if let found { return found.map { $0..<($0 + needle.utf8.count) } }
    return String(self).utf8Range(of: needle, from: start)
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

// The same for strings, which most texts are: without a look-up of what a generic text is made of.
extension String {
  /// How many Unicode scalars it has.
  package var scalarCount: Int {
    var text = self
    return text.withUTF8 { bytes in bytes.count { $0 & 0xC0 != 0x80 } }
  }

  package func has(_ needle: String) -> Bool { utf8Range(of: needle) != nil }

  package func swapping(_ needle: String, for replacement: String) -> String {
    has(needle) ? self[...].swapping(needle, for: replacement) : self
  }

  @usableFromInline
  package func utf8Range(of needle: String, from start: Int = 0) -> Range<Int>? {
    let sought = needle.utf8
    let found = utf8.withContiguousStorageIfAvailable { text in
      sought.withContiguousStorageIfAvailable { text.firstOffset(of: $0, from: start) }
    }
    guard case .some(.some(let offset)) = found else {
      // A string that another language lends has no storage of its own.
      var (text, needle) = (self, needle)
      text.makeContiguousUTF8()
      needle.makeContiguousUTF8()
      return text.utf8Range(of: needle, from: start)
    }
    return offset.map { $0..<($0 + sought.count) }
  }
}

// The standard library compares the ends of a part of a text character by character, and those of a
// string too as soon as it has more than ASCII.
extension String {
  /// Whether the text ends with `suffix`, byte for byte.
  package func hasSuffix(_ suffix: String) -> Bool {
    let sought = suffix.utf8
    guard sought.count <= utf8.count else { return false }
    let ends = utf8.withContiguousStorageIfAvailable { text in
      sought.withContiguousStorageIfAvailable { sought in
        UnsafeBufferPointer(rebasing: text[(text.count - sought.count)...]).begins(with: sought)
      }
    }
    return ends?.flatMap(\.self) ?? utf8.suffix(sought.count).elementsEqual(sought)
  }
}

extension Substring {
  /// Whether the text begins with `prefix`, byte for byte.
  package func hasPrefix(_ prefix: String) -> Bool {
    let sought = prefix.utf8
    let begins = utf8.withContiguousStorageIfAvailable { text in
      sought.withContiguousStorageIfAvailable { text.begins(with: $0) }
    }
    return begins?.flatMap(\.self) ?? utf8.starts(with: sought)
  }

  /// Whether the text ends with `suffix`, byte for byte.
  package func hasSuffix(_ suffix: String) -> Bool {
    utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first `byte` at or after `start`.
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start >= 0, start < count else { return nil }
    return memchr(base + start, Int32(byte), count - start).map {
      UnsafeRawPointer($0) - UnsafeRawPointer(base)
    }
  }

  /// Whether the first bytes are those of another buffer.
  package func begins(with prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    guard prefix.count <= count else { return false }
    guard let base = baseAddress, let sought = prefix.baseAddress else { return true }
    return memcmp(base, sought, prefix.count) == 0
  }

  /// The offset of the first place of `needle` at or after `start`; an empty one is everywhere.
  @usableFromInline
  package func firstOffset(of needle: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard start >= 0, start <= count else { return nil }
    guard !needle.isEmpty else { return start }
    guard let base = baseAddress, let sought = needle.baseAddress, needle.count <= count - start
    else { return nil }
    let rare = Self.rareOffset(in: needle)
    let byte = Int32(needle[rare])
    let final = needle.count - 1
    var at = UnsafeRawPointer(base + start + rare)
    let last = UnsafeRawPointer(base + (count - needle.count) + rare)
    while at <= last, let found = memchr(at, byte, last - at + 1) {
      let place = UnsafeRawPointer(found) - rare
      // Few places that have one byte of the needle have its last one too.
      if place.load(fromByteOffset: final, as: UInt8.self) == needle[final],
        memcmp(place, sought, needle.count) == 0
      {
        return place - UnsafeRawPointer(base)
      }
      at = UnsafeRawPointer(found) + 1
    }
    return nil
  }

  /// Where a text has its first byte that few others have: to look for the space of ` seed` would
  /// stop at every word.
  private static func rareOffset(in needle: UnsafeBufferPointer<UInt8>) -> Int {
    for at in 0..<Swift.min(needle.count, 8) {
      let byte = needle[at]
      let isFrequent =
        byte == 0x20 || byte & 0xE0 == 0x60 && frequentLetters >> UInt32(byte & 0x1F) & 1 == 1
      if !isFrequent { return at }
    }
    return needle.count > 1 && needle[0] == 0x20 ? 1 : 0
  }

  /// `e`, `t`, `a`, `o`, `i`, `n`, `s`, `r`, `h` and `l`, a bit each.
  private static var frequentLetters: UInt32 { 0x001C_D322 }
}

extension Substring {
  /// Whether a byte stands in the text.
  package func has(_ byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.firstOffset(of: byte) != nil } ?? utf8.contains(byte)
  }

  /// The part that `range`, in UTF-8 offsets, covers.
  package subscript(utf8Range range: Range<Int>) -> Substring {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}
