internal import IR

/// Writes the cells of a table, with marks around what is emphasised.
struct CellWriter {
  private let sources: SourceMap
  private let styles: [Style]

  /// A way to emphasise, and the marks for it.
  private struct Style {
    let part: KeyPath<Cell, SourceSpan?>
    let open: Line
    let close: Line
  }

  private static var all: [Style] {
    [
      Style(part: \.bold, open: "**", close: "**"),
      Style(part: \.underlined, open: "<u>", close: "</u>"),
      Style(part: \.italic, open: "*", close: "*"),
    ]
  }

  /// What most cells of a table have sets none of them apart.
  init(sources: SourceMap, body: ArraySlice<[Cell]>) {
    self.sources = sources
    let cells = body.lazy.joined().filter { $0.span != nil }
    let most = cells.count / 2
    styles = Self.all.filter { style in
      let count = cells.count { $0[keyPath: style.part] != nil }
      return count > 0 && count <= most
    }
  }

  func plain(_ cell: Cell) -> Line { cell.span.map { "\(sources.grounded($0))" } ?? "" }

  func emphasised(_ cell: Cell) -> Line {
    guard let span = cell.span,
      let part = styles.lazy.compactMap({ cell[keyPath: $0.part] }).first(where: { !$0.isEmpty }),
      span.contains(part), !sources.text(of: span).contains("*")
    else { return plain(cell) }
    // Marks go around one part: where two ways emphasise different parts, the first counts.
    let marks = styles.filter { cell[keyPath: $0.part] == part }
    let (start, end) = (span.bytes.lowerBound, span.bytes.upperBound)
    let before = SourceSpan(span.source, Int(start)..<Int(part.bytes.lowerBound))
    let after = SourceSpan(span.source, Int(part.bytes.upperBound)..<Int(end))
    let inside = marks.reduce("\(sources.grounded(part))" as Line) { line, style in
      .joined([style.open, line, style.close], "")
    }
    return .joined([piece(before), inside, piece(after)], "")
  }

  private func piece(_ span: SourceSpan) -> Line {
    span.isEmpty ? "" : "\(sources.grounded(span))"
  }
}
