/// A number as it is printed: two are equal if their digits are.
package struct DecimalText: Hashable, Sendable {
  /// Without signs, thousands separators and superfluous leading zeros: `.05` is `0.05`, `1,000`
  /// is `1000`, `96.40` stays `96.40`.
  package let digits: String

  /// `text` holds ASCII digits, dots and commas only.
  package init(_ text: some StringProtocol) {
    let first = text.utf8.first ?? 0
    if first > UInt8(ascii: "0"), !text.utf8.contains(UInt8(ascii: ",")) {
      digits = String(text)
      return
    }
    var plain = text.filter { $0 != "," }[...]
    while plain.count > 1, plain.first == "0", plain.dropFirst().first != "." {
      plain = plain.dropFirst()
    }
    digits = plain.first == "." ? "0" + plain : String(plain)
  }

  /// Digits after the point.
  package var decimals: Int {
    digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
  }

  /// Nil for a text with several points.
  package var value: Double? { Double(digits) }

  /// Whether it has decimals or at least three significant digits.
  package var isResultLike: Bool {
    decimals > 0 || digits.drop { $0 == "0" }.count >= 3
  }

  /// The numbers of a list that commas joined: `3,5` but not `1,000`.
  package static func list(_ text: some StringProtocol) -> [DecimalText] {
    text.split(separator: ",").map { DecimalText(String($0)) }
  }

  /// Whether `result` is this number at the precision at which it is printed.
  package func states(_ result: Double) -> Bool {
    guard let value else { return false }
    var unit = 1.0
    for _ in 0..<min(decimals, 15) { unit /= 10 }
    return (value - result.magnitude).magnitude <= unit * 0.5 + 1e-9 * max(1, value)
  }
}
