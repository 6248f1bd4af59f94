internal import IR

/// What the products and powers of literals in a line of code come to: 10,000 for `20 * 500`, 512 for
/// `2 ** 9`, 65,536 for `1 << 16`.
enum ComputedNumbers {
  private enum Sign { case times, power, shift, over }

  static func all(in code: Substring) -> Set<Double> {
    guard ["*", "<<", "/"].contains(where: code.has) else { return [] }
    let text = Array(code.utf8)
    var found: Set<Double> = []
    var at = 0
    while at < text.count {
      guard let first = literal(text, at) else {
        at += 1
        continue
      }
      var value = first.value
      var end = first.end
      var isComputed = false
      while let (sign, start) = sign(text, end), let next = literal(text, start) {
        guard let result = combine(value, sign, next.value) else { break }
        value = result
        end = next.end
        isComputed = true
      }
      // What a name multiplies is no value, nor is a part of a path or a date.
      if isComputed, value.isFinite, !isBesideName(text, at, end) { found.insert(value) }
      at = end
    }
    return found
  }

  private static func combine(_ left: Double, _ sign: Sign, _ right: Double) -> Double? {
    switch sign {
    case .times: return left * right
    case .over: return right == 0 ? nil : left / right
    case .shift:
      guard left >= 0, left < 1024, (0...40).contains(right), right == right.rounded() else {
        return nil
      }
      return (0..<Int(right)).reduce(left) { value, _ in value * 2 }
    case .power:
      guard abs(right) <= 40, right == right.rounded() else { return nil }
      let power = (0..<Int(abs(right))).reduce(1.0) { value, _ in value * left }
      return right < 0 ? 1 / power : power
    }
  }

  private static func literal(_ text: [UInt8], _ start: Int) -> (value: Double, end: Int)? {
    guard start < text.count, text[start].isASCIIDigit || text[start] == UInt8(ascii: "-") else {
      return nil
    }
    if start > 0, isNamed(text[start - 1]) || text[start - 1] == UInt8(ascii: ".") { return nil }
    var end = start + 1
    while end < text.count {
      let isExponent = (text[end] == 0x2D || text[end] == 0x2B) && text[end - 1] | 0x20 == 0x65
      guard isNamed(text[end]) || text[end] == UInt8(ascii: ".") || isExponent else { break }
      end += 1
    }
    let digits = text[start..<end].filter { $0 != UInt8(ascii: "_") }
    return Double(String(decoding: digits, as: UTF8.self)).map { ($0, end) }
  }

  private static func sign(_ text: [UInt8], _ start: Int) -> (Sign, Int)? {
    var at = start
    func skip() { while at < text.count, text[at] == 0x20 { at += 1 } }
    skip()
    let rest = text[at...]
    let found: (Sign, Int)? =
      rest.starts(with: "**".utf8)
      ? (.power, 2)
      : rest.starts(with: "<<".utf8)
        ? (.shift, 2)
        : rest.first == UInt8(ascii: "*")
          ? (.times, 1)
          : rest.first == UInt8(ascii: "/") && rest.dropFirst().first != UInt8(ascii: "/")
            ? (.over, 1) : nil
    guard let (sign, length) = found else { return nil }
    at += length
    skip()
    return (sign, at)
  }

  /// Whether the chain goes on with a name or a further part of a path.
  private static func isBesideName(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    func isJoined(_ byte: UInt8?) -> Bool { byte.map { "*/%.".utf8.contains($0) } ?? false }
    let before = text[..<start].last { $0 != 0x20 }
    let after = text[end...].first { $0 != 0x20 }
    return isJoined(before) || isJoined(after)
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte.isASCIIDigit || byte.isASCIILetter
  }
}
