/// The scripts that a smaller one may belong to: it may stand as low or as high as the line itself.
struct ScriptHosts {
  private struct Host {
    let size: Double
    let base: Double
    /// Where it ends with its own scripts.
    var right: Double
  }

  /// The last script at each level.
  private var raised: Host?
  private var lowered: Host?

  /// The level of the script that an item is one of, or its own. Items come from left to right,
  /// limits above and below a sign in turns; `size` is that of the line.
  mutating func level(
    of item: FormulaItem, else own: FormulaText.Level, size: Double
  ) -> FormulaText.Level {
    let above = distance(item, raised)
    let below = distance(item, lowered)
    if let above, above <= below ?? .infinity {
      raised?.right.formMaximum(item.x1)
      return .raised
    }
    if below != nil {
      lowered?.right.formMaximum(item.x1)
      return .lowered
    }
    switch own {
    case .main: if item.size >= 0.86 * size { (raised, lowered) = (nil, nil) }
    case .raised: raised = Host(size: item.size, base: item.base, right: item.x1)
    case .lowered: lowered = Host(size: item.size, base: item.base, right: item.x1)
    }
    return own
  }

  private func distance(_ item: FormulaItem, _ host: Host?) -> Double? {
    guard let host, item.size < 0.86 * host.size, item.x0 - host.right < 0.3 * host.size else {
      return nil
    }
    return abs(item.base - host.base)
  }
}

extension Double {
  fileprivate mutating func formMaximum(_ other: Double) { self = max(self, other) }
}

/// How raised and lowered characters are written.
enum ScriptText {
  /// `^{-3}`, `^{tx}`, `_model`; `′` and the letters of `1st` as they are.
  static func marked(_ run: String, isRaised: Bool, after text: String) -> String {
    guard !run.isEmpty else { return "" }
    if isRaised {
      if run.allSatisfy({ "′'°".contains($0) }) { return run }
    }
    let isOrdinal = isRaised && ordinals.contains(run)
    if isOrdinal, text.last?.isNumber == true { return run }
    let mark = isRaised ? "^" : "_"
    // The letters of a lowered run are a name, those of an exponent a product.
    let isName = !isRaised || isOrdinal
    let needsBraces = run.count > 1 && !(isName && run.allSatisfy(\.isLetter))
    return mark + (needsBraces ? "{\(run)}" : run)
  }

  private static let ordinals: Set<String> = ["st", "nd", "rd", "th"]
}
