internal import IR

/// Which table prints a value: a sentence that states `73.8%` is about the table that has it,
/// whether it names the table or not.
final class TableValues {
  private let view: PaperView
  // Most papers need none of it.
  private lazy var tables: [(label: ExhibitLabel, values: Set<String>)] = view.paper.tables
    .filter { ResultExhibit.isResult($0, view) }
    .map { table in
      let cells = table.grids.flatMap { $0.rows.dropFirst($0.headerRows).joined() }
      let numbers = cells.compactMap(\.span).flatMap { CellNumbers.scan(view.text(of: $0)[...]) }
      return (table.label, Set(numbers.filter(Self.isTelling).map(\.digits)))
    }

  init(_ view: PaperView) { self.view = view }

  /// The table that prints most of the values of a text, the first of several.
  ///
  /// - Parameter least: How many of them it must print: one may stand there by chance.
  func table(printing text: String, atLeast least: Int = 1) -> ExhibitLabel? {
    let values = Set(
      NumberToken.scan(text).map { DecimalText($0.text) }.filter(Self.isTelling).map(\.digits))
    guard !values.isEmpty else { return nil }
    var best: (label: ExhibitLabel, count: Int)?
    for table in tables {
      let count = values.count(where: table.values.contains)
      if count > best?.count ?? (least - 1) { best = (table.label, count) }
    }
    return best?.label
  }

  private static let digits = 3

  /// Whether a number has decimals and so many digits that it hardly stands in a table by chance.
  static func isTelling(_ number: DecimalText) -> Bool {
    number.decimals > 0
      && number.digits.utf8.filter(\.isASCIIDigit).drop { $0 == UInt8(ascii: "0") }.count >= digits
  }
}
