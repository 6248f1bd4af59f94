internal import IR

/// The number that a text writes, for comparison only: the text itself stays as it is.
package enum Magnitude {
  /// Whether two values are one number or word, however written: `1e-3`, `0.001`, `10^{-3}`.
  package static func areSame(_ a: String, _ b: String) -> Bool {
    if a.lowercase == b.lowercase { return true }
    guard let first = parse(a), let second = parse(b) else { return false }
    return areSame(first, second)
  }

  /// Whether two numbers are one but for rounding in the last place of a `Double`.
  static func areSame(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) <= 1e-9 * max(abs(first), abs(second))
  }

  package static func parse(_ text: String) -> Double? {
    // Most numbers are no more than digits.
    if text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }) { return Double(text) }
    // `Double` also reads `infinity`.
    guard text.contains(where: \.isASCIIDigit) else { return nil }
    // `1e^{−4}` has its exponent twice over.
    let plain = text.has("e^") ? text.swapping("e^{", for: "e").swapping("e^", for: "e") : text
    var core = plain.swapping(",", for: "").swapping("−", for: "-").swapping("–", for: "-")
      .trimmed(of: " ${}")
    if let power = core.find("10^") {
      let exponent = core[power.upperBound...].filter { $0.isASCIIDigit || $0 == "-" }
      let mantissa = core[..<power.lowerBound].filter { $0.isASCIIDigit || $0 == "." }
      guard let e = Int(exponent), abs(e) < 300 else { return nil }
      return (Double(String(mantissa)) ?? 1) * tenTo(e)
    }
    if let power = core.find("**") {
      // As programs write powers: `2**5`.
      guard let base = Double(core[..<power.lowerBound]), let e = Int(core[power.upperBound...]),
        (0...64).contains(e)
      else { return nil }
      return (0..<e).reduce(1.0) { value, _ in value * base }
    }
    var scale = 1.0
    if let last = core.utf8.last, let factor = factor(of: last.lowercaseASCII), core.count > 1 {
      scale = factor
      core.removeLast()
    } else if core.hasSuffix("%") {
      scale = 0.01
      core.removeLast()
    }
    return Double(core).map { $0 * scale }
  }

  /// What the letter behind a number stands for: `4k`.
  private static func factor(of letter: UInt8) -> Double? {
    switch letter {
    case UInt8(ascii: "k"): 1e3
    case UInt8(ascii: "m"): 1e6
    case UInt8(ascii: "b"): 1e9
    default: nil
    }
  }

  /// The number that a program's text is: also `2**5`, `1/8`, `60 * 5`, `16_000`, `int(1e6)`.
  static func ofCode(_ text: String) -> Double? {
    var core = text.swapping("_", for: "").trimmed(of: " ")
    for call in ["int(", "float("] where core.hasPrefix(call) && core.hasSuffix(")") {
      core = String(core.dropFirst(call.count).dropLast())
    }
    if let number = parse(core) { return number }
    if let power = core.find("**") {
      guard let base = parse(String(core[..<power.lowerBound])),
        let exponent = parse(String(core[power.upperBound...])), abs(exponent) < 300,
        exponent.rounded() == exponent
      else { return nil }
      let result = raised(base, to: Int(exponent))
      return result.isFinite ? result : nil
    }
    for (sign, divides) in [("*", false), ("/", true)] {
      guard let range = core.find(sign), let first = parse(String(core[..<range.lowerBound])),
        let second = parse(String(core[range.upperBound...]))
      else { continue }
      let result = divides ? first / second : first * second
      return result.isFinite ? result : nil
    }
    return nil
  }

  private static func tenTo(_ exponent: Int) -> Double { raised(10, to: exponent) }

  private static func raised(_ base: Double, to exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<abs(exponent) { value *= base }
    return exponent < 0 ? 1 / value : value
  }
}
