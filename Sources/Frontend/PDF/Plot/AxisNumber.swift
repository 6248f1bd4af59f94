internal import IR

/// A number as axes print it: `0.5`, `−2`, `1,000`, `10K`, `20%`, `1e6`, `10^{−3}`, `2×10^4`.
struct AxisNumber {
  let value: Double
  /// Whether it is printed as a power of some base.
  let isPower: Bool
  /// What follows the number and is no order of magnitude: `%`, `s`.
  let unit: Substring

  init?(_ text: String) {
    var rest = Substring(text.filter { $0 != " " && $0 != "$" && $0 != "~" }.map(Self.plain))
    guard !rest.isEmpty, rest.utf8.count < 24, let first = Self.number(&rest) else { return nil }
    var value = first
    var isPower = false
    if let exponent = Self.exponent(&rest) {
      value = PlotScale.power(first, exponent)
      isPower = true
    } else if let sign = rest.first, rest.utf8.count > 2, "×x*·⋅∗".contains(sign) {
      rest.removeFirst()
      guard let base = Self.number(&rest), base == 10, let exponent = Self.exponent(&rest) else {
        return nil
      }
      value = first * PlotScale.power(10, exponent)
    }
    if let order = rest.first.flatMap({ Self.orders[$0] }) {
      value *= order
      rest.removeFirst()
    }
    // A character that is not known may be a digit.
    guard value.isFinite, rest.utf8.count <= 3,
      !rest.contains(where: { $0.isASCIIDigit || "^{}_\u{FFFD}".contains($0) })
    else {
      return nil
    }
    (self.value, self.isPower, unit) = (value, isPower, rest)
  }

  private static let orders: [Character: Double] = [
    "k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "G": 1e9, "T": 1e12,
  ]

  private static func plain(_ character: Character) -> Character {
    "−–‐﹣".contains(character) ? "-" : character
  }

  /// Takes a number with a sign off the front; commas stand between thousands only.
  private static func number(_ rest: inout Substring) -> Double? {
    var text = ""
    var scan = rest
    if let sign = scan.first, sign == "-" || sign == "+" {
      text.append(sign)
      scan.removeFirst()
    }
    var hasDigit = false
    while let next = scan.first {
      if next == "," {
        guard hasDigit, scan.dropFirst().prefix(3).count(where: \.isASCIIDigit) == 3 else { break }
      } else if next.isASCIIDigit || next == "." {
        text.append(next)
        hasDigit = hasDigit || next.isASCIIDigit
      } else if next == "e" || next == "E" {
        guard let after = scan.dropFirst().first, after.isASCIIDigit || "+-".contains(after) else {
          break
        }
        text.append("e")
        text.append(after)
        scan.removeFirst()
      } else {
        break
      }
      scan.removeFirst()
    }
    guard hasDigit, let value = Double(text) else { return nil }
    rest = scan
    return value
  }

  /// Takes `^3` or `^{−3}` off the front. Some fonts set a raised sign lower than the digits behind
  /// it: `−^3`.
  private static func exponent(_ rest: inout Substring) -> Double? {
    let raised = rest.prefix { $0.isASCIIDigit || "^{}-.".contains($0) }
    guard raised.contains("^"), let value = Double(String(raised.filter { !"^{}".contains($0) }))
    else { return nil }
    rest = rest[raised.endIndex...]
    return value
  }
}

/// What is printed once at the end of an axis for all its numbers: `1e6`, `×10^{−3}`, `+1.5e3`.
struct AxisOffset {
  private(set) var factor = 1.0
  private(set) var shift = 0.0

  /// The text of one of which no more than that it is there is known.
  static let unread = "×"
  static let signs: Set<Character> = ["×", "·", "⋅"]

  /// Whether a text begins as a factor does.
  static func mayBe(_ text: String) -> Bool {
    let isPower = text.hasPrefix("1e") || text.hasPrefix("1E")
    guard isPower || text.first.map(signs.contains) ?? false else { return false }
    return text.letterCount == (isPower ? 1 : 0)
  }

  init?(_ text: String) {
    // A sign may stand where a space is.
    guard !text.contains(" ") || !text.hasPrefix("1") else { return nil }
    let text = text.filter { $0 != " " }
    guard let first = text.first else { return nil }
    if first == "x" || Self.signs.contains(first) {
      guard let number = AxisNumber(String(text.dropFirst())), number.isPower else { return nil }
      factor = number.value
    } else if "+-−".contains(first) {
      guard let number = AxisNumber(text), number.value != 0 else { return nil }
      shift = number.value
    } else if text.hasPrefix("1e") || text.hasPrefix("1E") {
      guard text.last?.isASCIIDigit == true, let number = AxisNumber(text) else { return nil }
      factor = number.value
    } else {
      return nil
    }
  }

  func value(_ printed: Double) -> Double { printed * factor + shift }

  /// Whether it may go with printed numbers: what is added to all of them is much larger than they
  /// are apart, or it would not be set apart.
  func suits(_ printed: [Double]) -> Bool {
    guard shift != 0, let least = printed.min(), let most = printed.max() else { return true }
    return shift.magnitude > 10 * (most - least)
  }
}
