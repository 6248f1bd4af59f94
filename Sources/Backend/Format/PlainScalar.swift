internal import IR

/// What YAML readers make of scalars without quotes.
enum PlainScalar {
  /// Whether a reader of YAML 1.2 takes it for something else than a string.
  static func isTyped(_ text: String) -> Bool {
    ["null", "Null", "NULL", "~", ""].contains(text)
      || ["true", "True", "TRUE", "false", "False", "FALSE"].contains(text) || isNumber(text)
  }

  /// Whether readers of YAML 1.1 and 1.2 disagree about it, or either takes it for no string.
  static func isContested(_ text: String) -> Bool {
    if words.contains(text.lowercased()) { return true }
    guard let first = text.unicodeScalars.first,
      first.isASCIIDigit || first == "+" || first == "-" || first == "."
    else { return false }
    return isDate(text) || isSexagesimal(text) || hasUnderscores(text) || isOctal(text)
  }

  private static let words: Set<String> = ["yes", "no", "on", "off", "y", "n", "null", "~"]

  private static func isNumber(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first,
      first.isASCIIDigit || first == "+" || first == "-" || first == "."
    else { return false }
    return Double(text) != nil || [".inf", ".nan", "+.inf", "-.inf"].contains(text.lowercased())
  }

  /// `2031-01-02`, with whatever time behind it.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.prefix { $0 != "T" && $0 != " " }.split(
      separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].count == 4
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
  }

  /// `12:30`
  private static func isSexagesimal(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCIIDigit || $0 == "." } }
  }

  /// `1_000`
  private static func hasUnderscores(_ text: String) -> Bool {
    text.contains("_") && text.allSatisfy { $0.isASCIIDigit || $0 == "_" || $0 == "." }
  }

  /// `010`
  private static func isOctal(_ text: String) -> Bool {
    text.hasPrefix("0") && text.count > 1 && text.allSatisfy(\.isASCIIDigit)
  }
}
