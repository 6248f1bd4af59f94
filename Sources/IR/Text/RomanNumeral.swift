/// The numbers that some publishers give to sections and tables: `IV`.
@usableFromInline
package enum RomanNumeral {
  private static let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
  private static let tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"]

  /// The value of a number up to `LXXXIX` in capital letters; nil for anything else, `IIX` included.
  @inlinable
  package static func value(of text: some StringProtocol) -> Int? { value(ofWord: String(text)) }

  @usableFromInline
  static func value(ofWord text: String) -> Int? {
    guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy({ "IVXL".utf8.contains($0) })
    else { return nil }
    return (1..<90).first { self.text(of: $0) == text }
  }

  /// How a value from 1 to 89 is written.
  package static func text(of value: Int) -> String? {
    (1..<90).contains(value) ? tens[value / 10] + ones[value % 10] : nil
  }
}
