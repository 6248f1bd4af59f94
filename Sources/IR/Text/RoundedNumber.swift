/// Numbers at the precision that a measurement has.
package enum RoundedNumber {
  /// With digits after the point; a negative count rounds to tens, hundreds, and so on.
  package static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "0" }
    let unit = power(of: decimals.magnitude)
    let scaled = (decimals < 0 ? value.magnitude / unit : value.magnitude * unit).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    var digits = String(Int(scaled))
    if decimals < 0 {
      if scaled > 0 { digits += String(repeating: "0", count: -decimals) }
    } else if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return value < 0 && scaled > 0 ? "−" + digits : digits
  }

  /// With so many digits that count: `0.0123`, `12300`.
  package static func text(_ value: Double, significant: Int) -> String {
    guard value.isFinite, value != 0 else { return "0" }
    let exponent = exponent(of: value)
    guard exponent > -10, exponent < 15 else {
      let mantissa =
        exponent < 0
        ? value * power(of: UInt(-exponent)) : value / power(of: UInt(exponent))
      return text(mantissa, decimals: significant - 1) + "e\(exponent)"
    }
    return text(value, decimals: significant - 1 - exponent)
  }

  /// The value that `text` prints.
  package static func round(_ value: Double, decimals: Int) -> Double {
    let unit = power(of: decimals.magnitude)
    let scaled = (decimals < 0 ? value / unit : value * unit).rounded()
    // Both are whole and without error, and so is what comes of them but for its last digit.
    guard decimals.magnitude <= 22, scaled.magnitude < 9e15 else {
      return parse(text(value, decimals: decimals)) ?? value
    }
    return decimals < 0 ? scaled * unit : scaled / unit
  }

  package static func round(_ value: Double, significant: Int) -> Double {
    parse(text(value, significant: significant)) ?? value
  }

  private static func parse(_ text: String) -> Double? {
    Double(String(text.map { $0 == "−" ? "-" : $0 }))
  }

  /// Of the first digit that is no zero.
  private static func exponent(of value: Double) -> Int {
    var exponent = 0
    var rest = value.magnitude
    while rest >= 10, exponent < 400 { (rest, exponent) = (rest / 10, exponent + 1) }
    while rest < 1, exponent > -400 { (rest, exponent) = (rest * 10, exponent - 1) }
    return exponent
  }

  private static func power(of exponent: UInt) -> Double {
    (0..<min(exponent, 308)).reduce(1.0) { product, _ in product * 10 }
  }
}
