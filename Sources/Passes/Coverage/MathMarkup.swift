internal import IR

/// What formulas in a requirement say as values: `$2.5 \cdot 10^{-4}$` is a number, a sum is none.
enum MathMarkup {
  /// Commands that make a formula of what stands between `$`.
  private static let operators: [[UInt8]] = [
    "\\frac", "\\sum", "\\int", "\\mathcal", "\\mathbb", "\\max", "\\min", "\\leq", "\\geq",
    "\\sim", "\\in ", "\\times |", "<", ">",
  ].map { Array($0.utf8) }

  /// The text with formulas left out and powers of ten written as `2.5e-4`.
  static func values(in text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "$")) else { return text }
    var result: [UInt8] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "$")),
      let close = rest[(open + 1)...].firstIndex(of: UInt8(ascii: "$"))
    {
      result += rest[..<open]
      let formula = Array(rest[(open + 1)..<close])
      result.append(UInt8(ascii: " "))
      if !operators.contains(where: { holds(formula, $0) }) { result += powers(in: formula) }
      result.append(UInt8(ascii: " "))
      rest = rest[(close + 1)...]
    }
    return result + rest
  }

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  private static func powers(in formula: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < formula.count {
      if let power = power(formula[at...]) {
        while result.last == UInt8(ascii: " ") { result.removeLast() }
        result.append(UInt8(ascii: "e"))
        result += power.exponent
        at = power.end
      } else {
        result.append(formula[at])
        at += 1
      }
    }
    return result
  }

  /// `\cdot 10^{-4}` at the start of a text.
  private static func power(_ text: ArraySlice<UInt8>) -> (exponent: [UInt8], end: Int)? {
    guard let command = ["\\times", "\\cdot"].first(where: { text.starts(with: $0.utf8) })
    else { return nil }
    var rest = text.dropFirst(command.utf8.count).drop { $0 == UInt8(ascii: " ") }
    guard rest.starts(with: "10^".utf8) else { return nil }
    rest = rest.dropFirst(3)
    let isGrouped = rest.first == UInt8(ascii: "{")
    if isGrouped { rest = rest.dropFirst() }
    let exponent = rest.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    guard !exponent.isEmpty, exponent.count < 5 else { return nil }
    return (Array(exponent), exponent.endIndex + (isGrouped ? 1 : 0))
  }
}
