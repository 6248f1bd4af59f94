internal import IR

/// Reads JSON front to back without building a tree; what is not asked for is skipped.
///
/// Hostile input costs linear time and no recursion: nesting beyond what a caller asks for is only
/// counted.
struct JSONReader {
  struct Failure: Error {
    let message: String
    /// The offset in the bytes at which reading stopped.
    let offset: Int
  }

  private let bytes: [UInt8]
  private(set) var offset: Int

  init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Reads an object; `member` must read or skip each value. `keys` are what its keys should be.
  mutating func object(
    _ keys: JSONWords, _ member: (JSONWords.Word, inout JSONReader) throws(Failure) -> Void
  ) throws(Failure) {
    try expect(UInt8(ascii: "{"), "an object")
    if take(UInt8(ascii: "}")) { return }
    var next = 0
    repeat {
      let key = try word(among: keys, from: &next)
      try expect(UInt8(ascii: ":"), "a colon")
      try member(key, &self)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"), "the end of an object")
  }

  /// Reads an array; `element` must read or skip each value.
  mutating func array(_ element: (inout JSONReader) throws(Failure) -> Void) throws(Failure) {
    try expect(UInt8(ascii: "["), "an array")
    if take(UInt8(ascii: "]")) { return }
    repeat {
      try element(&self)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"), "the end of an array")
  }

  /// Reads a string that most likely is one of some words, the word at `next` first of all: it is
  /// compared then, which costs less than to make a string of it. Sets `next` behind the word.
  mutating func word(among words: JSONWords, from next: inout Int) throws(Failure)
    -> JSONWords.Word
  {
    skipBlanks()
    let found = bytes.withUnsafeBufferPointer { bytes in
      words.find(at: offset, in: bytes, from: next)
    }
    // One with escapes may be a word all the same.
    guard let found else { return words.word(of: try string()) }
    offset = found.end
    next = found.index + 1
    return .known(found.index)
  }

  mutating func string() throws(Failure) -> String {
    try expect(UInt8(ascii: "\""), "a string")
    let start = offset
    // Nearly all strings have no escapes: they are the bytes before the next quotation mark.
    let (end, plain) = bytes.withUnsafeBufferPointer { bytes -> (Int, String?) in
      let end =
        bytes[start...].firstIndex {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20
        } ?? bytes.count
      guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return (end, nil) }
      let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
      return (end, String(decoding: text, as: UTF8.self))
    }
    offset = end
    guard let plain else {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\\") else {
        throw failure("a string does not end")
      }
      return try escapedString(from: start)
    }
    offset += 1
    return plain
  }

  /// Skips what is spelled as an earlier part of the text, if that comes next.
  mutating func take(copyOf earlier: Range<Int>) -> Bool {
    let isCopy = bytes.withUnsafeBufferPointer { bytes in
      UnsafeBufferPointer(rebasing: bytes[offset...]).begins(
        with: UnsafeBufferPointer(rebasing: bytes[earlier]))
    }
    if isCopy { offset += earlier.count }
    return isCopy
  }

  /// Skips a string or `null` and nothing else.
  mutating func skipStringOrNull() throws(Failure) {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "n") else { return try skipString() }
    try skip()
  }

  private mutating func skipString() throws(Failure) {
    try expect(UInt8(ascii: "\""), "a string")
    offset = bytes.withUnsafeBufferPointer { Self.endOfString(in: $0, from: offset) }
    guard offset < bytes.count else { throw failure("a string does not end") }
    offset += 1
  }

  /// The offset of the quotation mark that ends a string; that of the end where none does.
  private static func endOfString(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while let mark = bytes.firstOffset(of: UInt8(ascii: "\""), from: at) {
      let text = UnsafeBufferPointer(rebasing: bytes[..<mark])
      while let escape = text.firstOffset(of: UInt8(ascii: "\\"), from: at) { at = escape + 2 }
      if at <= mark { return mark }
    }
    return bytes.count
  }

  mutating func integer() throws(Failure) -> Int {
    skipBlanks()
    let start = offset
    while offset < bytes.count, Self.isNumberPart(bytes[offset]) { offset += 1 }
    let digits = bytes[start..<offset]
    // No number of so few digits is too large.
    if !digits.isEmpty, digits.count < 18, digits.allSatisfy(\.isASCIIDigit) {
      return digits.reduce(0) { $0 * 10 + Int($1 & 0xF) }
    }
    guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
      throw failure("a whole number is expected")
    }
    return value
  }

  /// Skips any value.
  mutating func skip() throws(Failure) {
    skipBlanks()
    guard offset < bytes.count else { throw failure("the file ends too early") }
    switch bytes[offset] {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"), UInt8(ascii: "["): try skipContainer()
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      offset += 1
      throw failure("a bracket closes nothing")
    case UInt8(ascii: ","), UInt8(ascii: ":"): offset += 1
    default: try skipWord()
    }
  }

  /// Skips to behind the bracket that closes the one at `offset`.
  private mutating func skipContainer() throws(Failure) {
    var depth = 0
    repeat {
      // Most of a container is neither a string nor a bracket.
      offset = bytes.withUnsafeBufferPointer { bytes in
        var at = offset
        while at < bytes.count, Self.isPlain(bytes[at]) { at += 1 }
        return at
      }
      guard offset < bytes.count else { throw failure("the file ends too early") }
      switch bytes[offset] {
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        offset += 1
      default: throw failure("a value is expected")
      }
    } while depth > 0
  }

  /// Whether a byte is a blank, a comma, a colon, or a part of a number or a word.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x30 && byte <= 0x3A || byte == UInt8(ascii: ",")
      || isNumberPart(byte) || isLetter(byte)
  }

  /// Nothing but blanks may follow.
  mutating func end() throws(Failure) {
    skipBlanks()
    if offset < bytes.count { throw failure("something follows the end") }
  }

  func failure(_ message: String) -> Failure { Failure(message: message, offset: offset) }

  /// Skips blanks, so that `offset` is where the next value begins.
  mutating func skipBlanks() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  private mutating func skipWord() throws(Failure) {
    let start = offset
    while offset < bytes.count, Self.isNumberPart(bytes[offset]) || Self.isLetter(bytes[offset]) {
      offset += 1
    }
    if offset == start { throw failure("a value is expected") }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(Failure) {
    if !take(byte) { throw failure("\(what) is expected") }
  }

  private static func isNumberPart(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }
}

// Strings with escapes, which are rare.
extension JSONReader {
  private mutating func escapedString(from start: Int) throws(Failure) -> String {
    var units: [UInt8] = Array(bytes[start..<offset])
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 1
        units += try escape()
      } else {
        units.append(bytes[offset])
        offset += 1
      }
    }
    try expect(UInt8(ascii: "\""), "the end of a string")
    return String(decoding: units, as: UTF8.self)
  }

  /// What stands for the escape whose letter comes next.
  private mutating func escape() throws(Failure) -> [UInt8] {
    guard offset < bytes.count else { throw failure("a string does not end") }
    let letter = bytes[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"): return try unicodeEscape()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    default: throw failure("an unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(Failure) -> [UInt8] {
    var unit = try hexadecimal()
    if (0xD800..<0xDC00).contains(unit), bytes[offset...].starts(with: "\\u".utf8) {
      offset += 2
      let low = try hexadecimal()
      unit = 0x10000 + (unit - 0xD800) << 10 + (low & 0x3FF)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw failure("half a surrogate pair") }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    let digits = bytes[offset..<min(offset + 4, bytes.count)]
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits are expected") }
    offset += 4
    return value
  }
}
