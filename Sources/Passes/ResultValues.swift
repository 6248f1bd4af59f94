internal import IR

/// The numbers that runs produced, as the paper's tables and figures print them.
///
/// What counts as a result is the verifier's own rule (`ARA342`): such a number must not reach a
/// plan, or the plan would give its answer away.
package struct ResultValues: Codable, Sendable {
  private let values: Set<String>

  package init(_ view: PaperView) {
    // What a table of settings prints was chosen; where it is filed nowhere else, the verifier says so.
    let cells = view.paper.tables.filter { ResultExhibit.isResult($0, view) }.flatMap(\.grids)
      .flatMap { $0.rows.joined() }.compactMap(\.span)
    var values = Set(cells.flatMap { CellNumbers.scan(view.text(of: $0)[...]) })
    for figure in view.paper.figures {
      let labels = figure.labels.map { view.text(of: $0) }
      let printed = Set(labels.flatMap { CellNumbers.scan($0[...]) })
      values.formUnion(printed.subtracting(AxisTicks.scan(labels)))
    }
    self.values = Set(values.filter(\.isResultLike).map(\.digits))
  }

  /// Whether a text may stand in a plan: no number in it is a result.
  package func isPlanSafe(_ text: String) -> Bool {
    !NumberToken.scan(text).contains { values.contains(DecimalText($0.text).digits) }
  }
}
