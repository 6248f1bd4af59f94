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
    let named = rows.filter { names($0.text, reference) }.map(\.table)
    return (named + (citing[index] ?? [])).reduce(into: []) { tables, table in
      if !tables.contains(table) { tables.append(table) }
    }
  }

  private func names(_ text: String, _ reference: Reference) -> Bool {
    if let label = reference.label, label.hasPrefix("["), text.has(label) { return true }
    guard let surname = reference.surname, surname.count > 3, text.has(surname) else {
      return false
    }
    return reference.year.map { text.has($0) } ?? false || text.has("et al")
  }
}
