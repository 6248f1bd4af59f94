internal import IR

/// The numbers that runs produced, as the paper's tables print them.
///
/// A value counts as a result if it has decimals or three significant digits (`ARA342`): those must
/// not reach a plan, or the plan would give its answer away.
package struct ResultValues: Codable, Sendable {
  private let values: Set<String>

  package init(_ view: PaperView) {
    var values: Set<String> = []
    for table in view.paper.tables {
      for grid in table.grids {
        for row in grid.rows {
          for cell in row {
            guard let span = cell.span else { continue }
            for token in NumberToken.scan(view.text(of: span)) where Self.isResult(token.text) {
              values.insert(token.text)
            }
          }
        }
      }
    }
    self.values = values
  }

  private static func isResult(_ number: String) -> Bool {
    number.has(".") || number.filter(\.isASCIIDigit).trimmed(of: "0").count >= 3
      || number.filter(\.isASCIIDigit).count >= 3
  }

  /// Whether a text may stand in a plan: no number in it is a result.
  package func isPlanSafe(_ text: String) -> Bool {
    !NumberToken.scan(text).contains { values.contains($0.text) }
  }
}
