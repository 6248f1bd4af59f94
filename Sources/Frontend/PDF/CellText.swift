internal import IR

/// What the text of a cell looks like.
enum CellText {
  /// A number, perhaps with sign, unit or spread.
  static func isNumeric(_ text: String) -> Bool {
    let core = text.filter { $0.isAlphanumeric }
    guard let first = core.first, first.isNumber else { return false }
    let digits = core.count(where: \.isNumber)
    return core.count - digits <= 3 && digits >= core.count - digits
  }

  /// A number that begins as one: not `@.5`, which names a measure.
  static func isValue(_ text: String) -> Bool {
    isNumeric(text) && text.first.map { $0.isNumber || ".+-−±<>≈~∼($".contains($0) } == true
  }

  /// A dash, a tick, a cross: a value without letters or digits.
  static func isMark(_ text: String) -> Bool {
    !text.contains { $0.isAlphanumeric }
  }

  /// Words that go on from a line above: lower case, or in parentheses.
  static func isContinuation(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return first.isLowercase || first == "(" || first == "&"
  }
}
