/// A number as it is printed: two are equal if their digits are.
package struct DecimalText: Hashable, Sendable {
  /// Without signs, thousands separators and superfluous leading zeros: `.05` is `0.05`, `1,000`
  /// is `1000`, `96.40` stays `96.40`.
  package let digits: String

  /// `text` holds ASCII digits, dots and commas only.
  package init(_ text: some StringProtocol) { self.init(Substring(text)) }

  // The same for what most numbers are: without a look-up of what a generic text is made of.
  package init(_ text: Substring) {
    if text.utf8.withContiguousStorageIfAvailable(Self.isPlain) ?? false {
      digits = String(text)
      return
    }
    var plain = text.utf8.filter { $0 != Self.comma }[...]
    while plain.count > 1, plain.first == UInt8(ascii: "0"), plain.dropFirst().first != Self.point {
      plain = plain.dropFirst()
    }
    digits = (plain.first == Self.point ? "0" : "") + String(decoding: plain, as: UTF8.self)
  }

  /// Whether nothing has to be taken off or put before.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first != Self.point, !text.contains(Self.comma) else {
      return false
    }
    return first > UInt8(ascii: "0") || text.count > 1 && text[1] == Self.point
  }

  private static let comma = UInt8(ascii: ",")
  private static let point = UInt8(ascii: ".")

  /// Digits after the point.
  package var decimals: Int {
    let digits = digits.utf8
    return digits.firstIndex(of: Self.point).map {
      digits.distance(from: $0, to: digits.endIndex) - 1
    } ?? 0
  }

  /// Nil for a text with several points.
  package var value: Double? { Double(digits) }

  /// Whether it has decimals or at least three significant digits.
  package var isResultLike: Bool {
    decimals > 0 || digits.utf8.drop { $0 == UInt8(ascii: "0") }.count >= 3
  }

  /// The numbers of a list that commas joined: `3,5` but not `1,000`.
  package static func list(_ text: some StringProtocol) -> [DecimalText] {
    String(text).parts(between: ",").map { DecimalText($0) }
  }

  /// Whether `result` is this number at the precision at which it is printed.
  package func states(_ result: Double) -> Bool {
    guard let value else { return false }
    var unit = 1.0
    for _ in 0..<min(decimals, 15) { unit /= 10 }
    return (value - result.magnitude).magnitude <= unit * 0.5 + 1e-9 * max(1, value)
  }
}
