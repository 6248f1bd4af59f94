/// The text of a JSON string, its escapes resolved.
struct JSONText {
  let text: String
  /// Whether something was no Unicode text (half of a surrogate pair, a broken byte sequence) and
  /// became U+FFFD.
  let isRepaired: Bool

  /// From the bytes between the quotation marks.
  init(_ raw: [UInt8]) {
    guard raw.contains(UInt8(ascii: "\\")) else {
      self.init(decoding: raw, isRepaired: false)
      return
    }
    var resolver = EscapeResolver(raw)
    let bytes = resolver.resolve()
    self.init(decoding: bytes, isRepaired: resolver.isRepaired)
  }

  private init(decoding bytes: [UInt8], isRepaired: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
      self.isRepaired = isRepaired
    } else {
      text = String(decoding: bytes, as: UTF8.self)
      self.isRepaired = true
    }
  }

  /// Whether bytes are a number or a bare word that readers of JSON take.
  static func isWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isNumber(bytes) { return true }
    let words: [StaticString] = ["true", "false", "null", "NaN", "Infinity", "-Infinity"]
    return words.contains { word in
      bytes.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
  }

  /// Whether bytes are a decimal number: `-?digits[.digits][e±digits]`, as programs print it.
  static func isNumber(_ bytes: some Sequence<UInt8>) -> Bool {
    var state = NumberState.start
    for byte in bytes {
      guard let next = state.next(byte) else { return false }
      state = next
    }
    return state == .whole || state == .fraction || state == .power
  }

  private enum NumberState {
    case start, sign, whole, point, fraction, exponent, exponentSign, power

    func next(_ byte: UInt8) -> NumberState? {
      switch (self, byte) {
      case (.start, UInt8(ascii: "-")): .sign
      case (.start, 0x30...0x39), (.sign, 0x30...0x39), (.whole, 0x30...0x39): .whole
      case (.start, UInt8(ascii: ".")), (.sign, UInt8(ascii: ".")): .point
      case (.whole, UInt8(ascii: ".")): .fraction
      case (.point, 0x30...0x39), (.fraction, 0x30...0x39): .fraction
      case (.whole, UInt8(ascii: "e")), (.whole, UInt8(ascii: "E")): .exponent
      case (.fraction, UInt8(ascii: "e")), (.fraction, UInt8(ascii: "E")): .exponent
      case (.exponent, UInt8(ascii: "+")), (.exponent, UInt8(ascii: "-")): .exponentSign
      case (.exponent, 0x30...0x39), (.exponentSign, 0x30...0x39), (.power, 0x30...0x39): .power
      default: nil
      }
    }
  }
}

/// Resolves the escapes of JSON and those that Python has besides; any other escape stands for its
/// own character.
private struct EscapeResolver {
  private let raw: [UInt8]
  private var at = 0
  private(set) var isRepaired = false

  init(_ raw: [UInt8]) { self.raw = raw }

  mutating func resolve() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    while at < raw.count {
      let byte = raw[at]
      at += 1
      if byte != UInt8(ascii: "\\") || at == raw.count {
        result.append(byte)
        continue
      }
      let escape = raw[at]
      at += 1
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"): result.append(contentsOf: String(scalar()).utf8)
      case UInt8(ascii: "x"): result.append(contentsOf: String(scalar(digits: 2)).utf8)
      case UInt8(ascii: "U"): result.append(contentsOf: String(scalar(digits: 8)).utf8)
      default: result.append(escape)
      }
    }
    return result
  }

  /// The scalar of `\uXXXX`, after its `u`; a pair of surrogates is one scalar.
  private mutating func scalar() -> Character {
    guard let unit = number(digits: 4).flatMap(UInt16.init(exactly:)) else { return replaced() }
    if let scalar = Unicode.Scalar(UInt32(unit)) { return Character(scalar) }
    let before = at
    guard UTF16.isLeadSurrogate(unit), raw[at...].starts(with: [0x5C, 0x75]) else {
      return replaced()
    }
    at += 2
    guard let trail = number(digits: 4).flatMap(UInt16.init(exactly:)),
      UTF16.isTrailSurrogate(trail)
    else {
      at = before
      return replaced()
    }
    return Character(UTF16.decode(UTF16.EncodedScalar([unit, trail])))
  }

  /// The scalar of an escape with a fixed number of digits.
  private mutating func scalar(digits: Int) -> Character {
    guard let scalar = number(digits: digits).flatMap(Unicode.Scalar.init) else {
      return replaced()
    }
    return Character(scalar)
  }

  private mutating func replaced() -> Character {
    isRepaired = true
    return "\u{FFFD}"
  }

  /// A hexadecimal number; nil and nothing passed if the digits are none.
  private mutating func number(digits count: Int) -> UInt32? {
    guard at + count <= raw.count else { return nil }
    let digits = raw[at..<(at + count)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    at += count
    return number
  }
}
