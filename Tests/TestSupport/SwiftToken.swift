/// A token of Swift source, as far as these tests look at source.
package struct SwiftToken: Hashable, Sendable {
  package enum Kind: Sendable { case word, string, punctuation }

  package let kind: Kind
  /// Of a string: what stands between the quotes, interpolations left out.
  package let text: String
  /// From 1.
  package let line: Int

  /// Whether this is one of the punctuation marks of `marks`.
  package func isMark(_ marks: String) -> Bool { kind == .punctuation && marks.contains(text) }
}

/// Splits Swift source into tokens; comments are dropped.
package struct SwiftScanner {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  private init(_ source: String) { bytes = Array(source.utf8) }

  package static func tokens(of source: String) -> [SwiftToken] {
    var scanner = SwiftScanner(source)
    var tokens: [SwiftToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> SwiftToken? {
    skipBlanks()
    guard at < bytes.count else { return nil }
    if let string = string() { return string }
    let start = at
    let isWord = Self.isWordByte(bytes[at])
    repeat { at += 1 } while isWord && at < bytes.count && Self.isWordByte(bytes[at])
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    return SwiftToken(kind: isWord ? .word : .punctuation, text: text, line: line)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private func sees(_ mark: StaticString) -> Bool {
    at + mark.utf8CodeUnitCount <= bytes.count
      && (0..<mark.utf8CodeUnitCount).allSatisfy { bytes[at + $0] == mark.utf8Start[$0] }
  }

  private mutating func step() {
    if bytes[at] == UInt8(ascii: "\n") { line += 1 }
    at += 1
  }

  // MARK: Blanks and comments

  private mutating func skipBlanks() {
    while at < bytes.count {
      if sees("//") {
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      } else if sees("/*") {
        skipBlockComment()
      } else if bytes[at] == UInt8(ascii: "`") || bytes[at] <= UInt8(ascii: " ") {
        step()
      } else {
        return
      }
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if sees("/*") {
        depth += 1
        at += 2
      } else if sees("*/") {
        depth -= 1
        at += 2
      } else {
        step()
      }
    } while depth > 0 && at < bytes.count
  }

  // MARK: Strings

  private mutating func string() -> SwiftToken? {
    let hashes = bytes[at...].prefix { $0 == UInt8(ascii: "#") }.count
    guard at + hashes < bytes.count, bytes[at + hashes] == UInt8(ascii: "\"") else { return nil }
    let firstLine = line
    at += hashes
    let quotes = sees("\"\"\"") ? 3 : 1
    at += quotes
    let pounds = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    let end = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + pounds
    let escape = [UInt8(ascii: "\\")] + pounds
    var text: [UInt8] = []
    while at < bytes.count, !bytes[at...].starts(with: end) {
      if bytes[at...].starts(with: escape) {
        skipEscape(escape.count)
      } else {
        text.append(bytes[at])
        step()
      }
    }
    at = min(at + end.count, bytes.count)
    return SwiftToken(kind: .string, text: String(decoding: text, as: UTF8.self), line: firstLine)
  }

  /// Skips an escaped character, or an interpolation with all that stands in it.
  private mutating func skipEscape(_ length: Int) {
    at += length
    guard at < bytes.count else { return }
    guard bytes[at] == UInt8(ascii: "(") else { return step() }
    var depth = 0
    repeat {
      guard let token = next() else { return }
      if token.kind == .punctuation, token.text == "(" { depth += 1 }
      if token.kind == .punctuation, token.text == ")" { depth -= 1 }
    } while depth > 0
  }
}
