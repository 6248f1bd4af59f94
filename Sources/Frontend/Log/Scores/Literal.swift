/// A value that a program printed: JSON, or a literal of Python.
struct Literal {
  indirect enum Value {
    case object([Entry])
    case list([Literal])
    case string(String)
    /// As printed: `1.58`, `1e-05`, `nan`, `-Infinity`.
    case number(String)
    case truth(Bool)
    case null
  }

  struct Entry {
    let key: String
    let value: Literal
    /// From the key to the end of the value, in the parsed bytes.
    let bytes: Range<Int>
  }

  let value: Value

  var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The members of an object; empty for anything else.
  var entries: [Entry] {
    if case .object(let entries) = value { entries } else { [] }
  }

  var elements: [Literal] {
    if case .list(let elements) = value { elements } else { [] }
  }

  /// The last member of this key, as in JSON.
  func entry(_ key: String) -> Entry? { entries.last { $0.key == key } }

  subscript(key: String) -> Literal? { entry(key)?.value }
}

/// Parses a literal and stops behind it. What was cut off gives the part that stands complete.
struct LiteralParser {
  /// Whether all of the literal was there and could be understood.
  private(set) var isComplete = true
  /// Where the parser stands: behind a complete literal.
  private(set) var at: Int

  private let bytes: [UInt8]
  private var depth = 0
  private var nodes = 0

  private static let depthLimit = 64
  private static let nodeLimit = 200_000

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    at = start
  }

  /// Nil if no literal begins here.
  mutating func parse() -> Literal? { value() }

  private mutating func value() -> Literal? {
    skipSpace()
    nodes += 1
    guard let byte = peek(), nodes <= Self.nodeLimit else { return failed() }
    switch byte {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return list(closedBy: UInt8(ascii: "]"))
    case UInt8(ascii: "("): return list(closedBy: UInt8(ascii: ")"))
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return string().map { Literal(value: .string($0)) } ?? failed()
    default: return word()
    }
  }

  private mutating func object() -> Literal? {
    guard descend() else { return failed() }
    var entries: [Literal.Entry] = []
    while isComplete, hasNext(before: UInt8(ascii: "}")) {
      let start = at
      guard let key = value(), isComplete else { break }
      skipSpace()
      guard peek() == UInt8(ascii: ":") else {
        isComplete = false
        break
      }
      at += 1
      guard let value = value() else { break }
      let name =
        switch key.value {
        case .string(let text), .number(let text): text
        default: ""
        }
      entries.append(Literal.Entry(key: name, value: value, bytes: start..<at))
      if isComplete { passComma(before: UInt8(ascii: "}")) }
    }
    depth -= 1
    return Literal(value: .object(entries))
  }

  private mutating func list(closedBy close: UInt8) -> Literal? {
    guard descend() else { return failed() }
    var elements: [Literal] = []
    while isComplete, hasNext(before: close) {
      guard let element = value() else { break }
      elements.append(element)
      if isComplete { passComma(before: close) }
    }
    depth -= 1
    return Literal(value: .list(elements))
  }

  /// Passes a bracket; false at too many levels.
  private mutating func descend() -> Bool {
    at += 1
    depth += 1
    return depth <= Self.depthLimit
  }

  /// Whether something stands before the closing bracket, which is passed if nothing does.
  private mutating func hasNext(before close: UInt8) -> Bool {
    skipSpace()
    guard let byte = peek() else {
      isComplete = false
      return false
    }
    if byte == close { at += 1 }
    return byte != close
  }

  private mutating func passComma(before close: UInt8) {
    skipSpace()
    switch peek() {
    case UInt8(ascii: ","): at += 1
    case close: break
    default: isComplete = false
    }
  }

  /// The text of a quoted string; nil if its end is missing.
  private mutating func string() -> String? {
    let quote = bytes[at]
    let start = at + 1
    var end = start
    while end < bytes.count, bytes[end] != quote {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < bytes.count else { return nil }
    at = end + 1
    return JSONText(Array(bytes[start..<end])).text
  }

  /// A number, a constant, a string with a prefix, or a value in a call: `np.float64(1.2)`.
  private mutating func word() -> Literal? {
    let start = at
    while let byte = peek(), Self.isWordByte(byte) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    guard !word.isEmpty, let next = peek() else { return failed() }
    if next == UInt8(ascii: "(") {
      guard let inner = list(closedBy: UInt8(ascii: ")")), isComplete else { return failed() }
      return inner.elements.first ?? failed()
    }
    if next == UInt8(ascii: "'") || next == UInt8(ascii: "\""), ["b", "r", "u"].contains(word) {
      return string().map { Literal(value: .string($0)) } ?? failed()
    }
    switch word {
    case "true", "True": return Literal(value: .truth(true))
    case "false", "False": return Literal(value: .truth(false))
    case "null", "None": return Literal(value: .null)
    default: break
    }
    guard PrintedNumber.isNumber(word) else { return failed() }
    return Literal(value: .number(word))
  }

  private mutating func failed() -> Literal? {
    isComplete = false
    return nil
  }

  private func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = peek(), byte <= 0x20 { at += 1 }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: byte == 0x2E || byte == 0x5F || byte == 0x2B || byte == 0x2D
    }
  }
}

/// Numbers as programs print them.
enum PrintedNumber {
  /// A decimal number, or a word for what is none: `nan`, `-inf`, `Infinity`.
  static func isNumber(_ text: some StringProtocol) -> Bool {
    JSONText.isNumber(text.utf8) || isWord(text)
  }

  static func isFinite(_ text: some StringProtocol) -> Bool {
    JSONText.isNumber(text.utf8) && (Double(text)?.isFinite ?? false)
  }

  private static func isWord(_ text: some StringProtocol) -> Bool {
    let bare = text.drop { $0 == "-" || $0 == "+" }.lowercased()
    return bare == "nan" || bare == "inf" || bare == "infinity"
  }
}
