internal import IR

/// A table or figure where it is anchored in the text: caption, picture, rows.
struct ExhibitMarkdown {
  private(set) var parts: [String] = []

  init(_ exhibit: Exhibit, _ sources: SourceMap, _ assets: PaperAssets?) {
    let files = assets?.files(of: exhibit.label)
    let name = MarkdownText.inline(exhibit.label.description)
    if exhibit.label.kind == .figure, let picture = files?.picture {
      parts.append("![\(name)](\(picture))")
    }
    let caption = sources.text(of: exhibit.caption)
    parts.append("**\(name)**" + (caption.isEmpty ? "" : ": " + MarkdownText.inline(caption)))
    for grid in exhibit.grids {
      if let title = grid.title {
        parts.append("**\(MarkdownText.inline(sources.text(of: title)))**")
      }
      if let rows = Self.rows(grid, sources) { parts.append(rows) }
    }
    if exhibit.grids.isEmpty, exhibit.label.kind == .table, !exhibit.labels.isEmpty {
      let lines = exhibit.labels.map { sources.text(of: $0) }
      parts.append(MarkdownText.fenced(lines.joined(separator: "\n")))
    }
    if exhibit.label.kind == .table || !exhibit.grids.isEmpty, let links = files.map(Self.links) {
      if !links.isEmpty { parts.append(links.joined(separator: " · ")) }
    }
  }

  private static func links(_ files: PaperAssets.Files) -> [String] {
    files.tables.map { "[CSV](\($0))" } + (files.picture.map { ["[picture](\($0))"] } ?? [])
  }

  /// A pipe table; the first row is its header, since Markdown has but one.
  private static func rows(_ grid: Grid, _ sources: SourceMap) -> String? {
    guard let width = grid.rows.map(\.count).max(), width > 0 else { return nil }
    var lines = grid.rows.map { row in
      let cells = row.map { cell($0, sources) } + Array(repeating: "", count: width - row.count)
      return "| " + cells.joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: " --- |", count: width), at: min(1, lines.count))
    return lines.joined(separator: "\n")
  }

  private static func cell(_ cell: Cell, _ sources: SourceMap) -> String {
    guard let span = cell.span else { return "" }
    func text(_ span: SourceSpan) -> String { MarkdownText.cell(sources.text(of: span)) }
    guard let bold = cell.bold, !bold.isEmpty, span.contains(bold),
      !sources.text(of: span).contains("*")
    else { return text(span) }
    let before = SourceSpan(span.source, Int(span.bytes.lowerBound)..<Int(bold.bytes.lowerBound))
    let after = SourceSpan(span.source, Int(bold.bytes.upperBound)..<Int(span.bytes.upperBound))
    return text(before) + "**\(text(bold))**" + text(after)
  }
}
