internal import IR

/// The printed name of a table or figure, as artifacts write it: `Table 1`, `Figure A2`.
struct ObjectLabel: Hashable, Sendable, CustomStringConvertible {
  let kind: ExhibitKind
  /// Without dots between letter and digits: `A.2` is `A2`.
  let number: String

  var description: String { (kind == .table ? "Table " : "Figure ") + number }

  init(kind: ExhibitKind, number: String) {
    self.kind = kind
    self.number = ExhibitLabel(kind: kind, number: number).compactNumber
  }

  /// What a file name such as `table1_main_results`, `figureB2_x` or `tableIV` says.
  init?(stem: String) {
    guard let kind = [ExhibitKind.table, .figure].first(where: { stem.hasPrefix($0.rawValue) })
    else { return nil }
    let number = stem.dropFirst(kind.rawValue.count).prefix { $0 != "_" }
    guard Self.isNumber(number) else { return nil }
    self.init(kind: kind, number: String(number))
  }

  /// Labels that count up together: `Figure 1`, `Figure 2`; `Figure A1`, `Figure A2`.
  struct Series: Hashable, Sendable {
    let kind: ExhibitKind
    let prefix: String
    var isRoman = false

    /// The label with a place in the series.
    func label(_ ordinal: Int) -> ObjectLabel {
      let number = isRoman ? RomanNumeral.text(of: ordinal) : nil
      return ObjectLabel(kind: kind, number: number ?? prefix + String(ordinal))
    }
  }

  /// The series and the place in it; nil for numbers such as `2a` or `3.1`.
  var series: (Series, Int)? {
    if let value = RomanNumeral.value(of: number) {
      return (Series(kind: kind, prefix: "", isRoman: true), value)
    }
    let prefix = number.prefix { $0.isLetter }
    return Int(number.dropFirst(prefix.count)).map {
      (Series(kind: kind, prefix: String(prefix)), $0)
    }
  }

  /// Every label in a text; `Tables 2 and 3` names two.
  static func scan(_ text: Substring) -> [ObjectLabel] {
    var labels: [ObjectLabel] = []
    var kind: ExhibitKind?
    for word in text.split(whereSeparator: { " ,;()[]\"“”*`".contains($0) }) {
      if let named = words[word.lowercased().trimmingSuffix(".")] {
        kind = named
      } else if let open = kind, let number = number(word) {
        labels.append(ObjectLabel(kind: open, number: number))
      } else if !["and", "to", "&"].contains(word) {
        kind = nil
      }
    }
    return labels
  }

  private static let words: [String: ExhibitKind] = [
    "table": .table, "tables": .table, "tab": .table,
    "figure": .figure, "figures": .figure, "fig": .figure, "figs": .figure,
  ]

  /// `2`, `A.2`, `IV`, `B2:` without its punctuation; nil for another word.
  private static func number(_ word: Substring) -> String? {
    let number = word.prefix { $0.isASCIIDigit || $0 == "." || ($0.isLetter && $0.isUppercase) }
    let plain = String(number).trimmingSuffix(".")
    let next = word.dropFirst(number.count).first
    guard isNumber(plain), plain.count < 8,
      next?.isLetter != true || plain.contains(where: \.isASCIIDigit)
    else { return nil }
    return plain
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    text.contains(where: \.isASCIIDigit) || RomanNumeral.value(of: text) != nil
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
