internal import IR

/// Which works the rows of the paper's tables name: those that it compares itself with.
struct ComparedWorks {
  private let view: PaperView
  /// The first cells of the rows below each header.
  private var rows: [(table: ExhibitLabel, text: String)] = []
  /// The tables that cite each reference in such a cell.
  private var citing: [Int: [ExhibitLabel]] = [:]

  init(_ view: PaperView) {
    self.view = view
    for table in view.paper.tables {
      for row in table.grids.flatMap({ $0.rows.dropFirst($0.headerRows) }) {
        guard let span = row.first?.span else { continue }
        rows.append((table.label, view.text(of: span)))
        for work in works(citedIn: span) { citing[work, default: []].append(table.label) }
      }
    }
  }

  private func works(citedIn cell: SourceSpan) -> [Int] {
    let citations = view.paper.citations
    let first = citations.partitioningIndex {
      $0.span.bytes.lowerBound >= cell.bytes.lowerBound
    }
    return citations[first...].prefix { $0.span.bytes.upperBound <= cell.bytes.upperBound }
      .flatMap(\.references)
  }

  /// The tables of which a row cites the work or bears its first author's name.
  func tables(naming index: Int) -> [ExhibitLabel] {
    let reference = view.paper.references[index]
    let label = reference.label.flatMap { $0.hasPrefix("[") ? $0 : nil }
    let surname = reference.surname.flatMap { $0.count > 3 ? $0 : nil }
    let named = rows.filter { row in
      label.map { row.text.has($0) } ?? false
        || surname.map { row.text.has($0) && tells(row.text, reference.year) } ?? false
    }.map(\.table)
    return (named + (citing[index] ?? [])).reduce(into: []) { tables, table in
      if !tables.contains(table) { tables.append(table) }
    }
  }

  /// Whether a name in a text is that of a work: by the year, or by what stands for its authors.
  private func tells(_ text: String, _ year: String?) -> Bool {
    year.map { text.has($0) } ?? false || text.has("et al")
  }
}
