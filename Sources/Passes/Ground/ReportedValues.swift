internal import IR

/// `src/execution/reported_values.py`: the constants that the filed tables print, and nothing that
/// the source does not state (`spec/ara-format.md`, 5.12).
struct ReportedValues {
  let view: PaperView
  let solution: Solution

  private static let rowLimit = 400

  func module() -> ExecutionModule {
    ExecutionModule(
      file: "reported_values.py", grounding: .reportedValues, lines: docstring() + constants())
  }

  private func docstring() -> [Grounded<String>] {
    var lines = [plain("\"\"\"Values that the paper reports, copied from its filed tables.")]
    if !solution.components.isEmpty {
      lines.append(plain(""))
      lines.append(plain("Components of the solution:"))
      for component in solution.components {
        lines.append(Grounded("- " + Self.docText(component.name.value), component.name.spans))
      }
    }
    lines.append(plain("\"\"\""))
    return lines
  }

  private func constants() -> [Grounded<String>] {
    var lines: [Grounded<String>] = []
    for table in view.paper.tables {
      let name = "TABLE_" + table.label.compactNumber.uppercased().swapping(".", for: "_")
      var row = 0
      for grid in table.grids {
        for cells in grid.rows where lines.count < Self.rowLimit {
          row += 1
          let spans = cells.compactMap(\.span)
          guard !spans.isEmpty else { continue }
          let values = cells.map { $0.span.map { Self.literal(view.text(of: $0)) } ?? "\"\"" }
          let suffix = table.grids.count > 1 || row > 0 ? "_ROW_\(row)" : ""
          lines.append(
            Grounded(
              "\(name)\(suffix) = [\(values.joined(separator: ", "))]  # \(table.label)", spans))
        }
      }
    }
    return lines.isEmpty ? [] : [plain("")] + lines
  }

  private func plain(_ text: String) -> Grounded<String> { Grounded(text, []) }

  private static func docText(_ text: String) -> String {
    text.swapping("\\", for: "").swapping("\"", for: "'")
  }

  /// A Python string literal.
  private static func literal(_ text: String) -> String {
    "\"" + text.swapping("\\", for: "\\\\").swapping("\"", for: "\\\"") + "\""
  }
}
