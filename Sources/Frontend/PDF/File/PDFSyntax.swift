internal import IR

/// Reads the syntax of PDF (ISO 32000-1, 7.2 and 7.3) from an offset on. Nothing is decoded: names,
/// values and data are told by where they stand.
///
/// A file may say anything: every byte is asked for with its bounds, and nesting is only counted.
struct PDFSyntax {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at: Int
  private let end: Int

  /// Nothing is read beyond `reach` bytes: objects may stand within one another, each as long as the
  /// file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at: Int, reach: Int = .max) {
    self.bytes = bytes
    self.at = at
    end = min(bytes.count - at, reach) + at
  }

  private func byte(_ at: Int) -> UInt8? { at >= 0 && at < end ? bytes[at] : nil }

  mutating func skipBlanks() {
    while let byte = byte(at) {
      if byte == UInt8(ascii: "%") {
        while let next = self.byte(at), next != 0x0A, next != 0x0D { at += 1 }
      } else if Self.isBlank(byte) {
        at += 1
      } else {
        return
      }
    }
  }

  /// Skips the end of a line, and nothing else.
  mutating func skipLineEnd() {
    if byte(at) == 0x0D { at += 1 }
    if byte(at) == 0x0A { at += 1 }
  }

  /// Takes a word, if it stands next.
  mutating func take(_ word: StaticString) -> Bool {
    skipBlanks()
    let isThere = word.withUTF8Buffer { word in
      word.indices.allSatisfy { byte(at + $0) == word[$0] }
    }
    if isThere { at += word.utf8CodeUnitCount }
    return isThere
  }

  /// A whole number without a sign.
  mutating func integer() -> Int? {
    skipBlanks()
    let start = at
    var value = 0
    while let digit = byte(at), digit.isASCIIDigit, at < start + 15 {
      value = 10 * value + Int(digit & 0xF)
      at += 1
    }
    return at > start ? value : nil
  }

  /// The members of a dictionary; nil where it is damaged.
  mutating func dictionary() -> PDFDictionary? {
    guard take("<<") else { return nil }
    var members: [PDFDictionary.Member] = []
    while !take(">>") {
      let key = at
      guard byte(key) == UInt8(ascii: "/"), skipToken() else { return nil }
      let keyEnd = at
      skipBlanks()
      let value = at
      var end = at
      // A reference is three words.
      repeat {
        guard skipToken() else { return nil }
        end = at
        skipBlanks()
      } while byte(at) != UInt8(ascii: "/") && byte(at) != UInt8(ascii: ">")
      members.append(.init(key: key..<keyEnd, value: value..<end))
    }
    return PDFDictionary(bytes: bytes, members: members)
  }

  /// Skips a word, a name, a string, or an array or a dictionary with all that is in it.
  private mutating func skipToken() -> Bool {
    var depth = 0
    repeat {
      skipBlanks()
      guard let byte = byte(at) else { return false }
      let isDouble = self.byte(at + 1) == byte
      at += 1
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "<") where isDouble, UInt8(ascii: ">") where isDouble:
        at += 1
        depth += byte == UInt8(ascii: "<") ? 1 : -1
      case UInt8(ascii: "<"):
        while let next = self.byte(at), next != UInt8(ascii: ">") { at += 1 }
        at += 1
      case UInt8(ascii: "("): skipString()
      default: while let next = self.byte(at), Self.isRegular(next) { at += 1 }
      }
    } while depth > 0
    return depth == 0
  }

  /// Skips to behind the bracket that closes a string.
  private mutating func skipString() {
    var depth = 1
    while depth > 0, let byte = byte(at) {
      switch byte {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      at += 1
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    !isBlank(byte) && !delimiters.contains(byte)
  }

  private static let delimiters = ByteSet("()<>[]{}/%")
}

/// A dictionary of a PDF, by where its keys and values stand.
struct PDFDictionary {
  struct Member {
    let key: Range<Int>
    let value: Range<Int>
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let members: [Member]

  /// Where the value of a key stands, which is written with its slash.
  subscript(key: StaticString) -> Range<Int>? {
    members.first { has(key, $0) }?.value
  }

  /// Whether a member has a key.
  func has(_ key: StaticString, _ member: Member) -> Bool { `is`(key, member.key) }

  func value(_ key: StaticString, is word: StaticString) -> Bool {
    self[key].map { `is`(word, $0) } ?? false
  }

  /// A whole number that stands in the dictionary itself.
  func integer(_ key: StaticString) -> Int? {
    guard let range = self[key] else { return nil }
    var syntax = PDFSyntax(bytes, at: range.lowerBound)
    let value = syntax.integer()
    return syntax.at == range.upperBound ? value : nil
  }

  /// Whole numbers in an array.
  func integers(_ key: StaticString) -> [Int]? {
    guard let range = self[key] else { return nil }
    var syntax = PDFSyntax(bytes, at: range.lowerBound)
    guard syntax.take("[") else { return nil }
    var values: [Int] = []
    while let value = syntax.integer() { values.append(value) }
    return syntax.take("]") ? values : nil
  }

  /// A dictionary that stands in this one.
  func dictionary(_ key: StaticString) -> PDFDictionary? {
    guard let range = self[key] else { return nil }
    var syntax = PDFSyntax(bytes, at: range.lowerBound)
    return syntax.dictionary()
  }

  private func `is`(_ word: StaticString, _ range: Range<Int>) -> Bool {
    word.withUTF8Buffer { bytes[range].elementsEqual($0) }
  }
}
