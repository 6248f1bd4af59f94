package import IR

/// Tells tables and figures that report results from those that describe.
package enum ResultExhibit {
  private static let descriptive = [
    "hyperparameter", "hyper-parameter", "notation", "statistics", "overview of", "architecture",
    "pipeline", "illustration",
    "schematic", "workflow", "diagram", "summary of symbols", "pointers", "prompt", "example of",
    "examples of",
    "dataset characteristics", "positioning", "taxonomy", "configuration", "configurations",
    "settings", "framework",
  ]

  package static func isResult(_ exhibit: Exhibit, _ view: PaperView) -> Bool {
    let caption = view.text(of: exhibit.caption).lowercase
    let opening = caption.parts(between: " ").prefix(14).joined(separator: " ")
    if descriptive.contains(where: { opening.has($0) }) { return false }
    switch exhibit.label.kind {
    case .figure: return exhibit.contents != .diagram || hasResultWords(caption)
    case .table:
      return exhibit.grids.isEmpty || exhibit.grids.contains { numericShare($0, view) > 0.25 }
    }
  }

  private static func hasResultWords(_ caption: String) -> Bool {
    [
      "accuracy", "loss", "error", "performance", "result", "rate", "comparison", "versus", " vs",
      "curve", "effect",
    ]
    .contains { caption.has($0) }
  }

  private static func numericShare(_ grid: Grid, _ view: PaperView) -> Double {
    let cells = grid.rows.dropFirst(grid.headerRows).flatMap { $0.dropFirst(grid.headerColumns) }
      .compactMap(\.span)
    guard !cells.isEmpty else { return 0 }
    let numeric = cells.count { span in view.text(of: span).contains(where: \.isASCIIDigit) }
    return Double(numeric) / Double(cells.count)
  }
}
