internal import IR

/// Where the tables of a paper say that its own system does not come out best: a limit that no
/// sentence may tell.
///
/// Of all rows of the authors' own the best one counts, and beside it those that a table compares with,
/// but for what no system can reach.
struct OutdoneSystem {
  let view: PaperView
  let own: OwnNames
  /// The sentences about a table.
  let sentences: (ExhibitLabel) -> [SourceSpan]

  /// Tables, in the order of the paper.
  private static let limit = 4
  /// Measures of a table.
  private static let mostMeasures = 4

  func statements() -> [Grounded<String>] {
    let found = view.paper.tables.lazy.compactMap { statement(of: $0) }
    return Array(found.prefix(Self.limit))
  }

  /// `In Table 2, the careful sorter is behind the quick one: Error 1.9 against 1.7`; nil where it
  /// leads, or nothing decides.
  private func statement(of exhibit: Exhibit) -> Grounded<String>? {
    guard ResultExhibit.isResult(exhibit, view) else { return nil }
    let behind = exhibit.grids.flatMap { losses(in: $0, of: exhibit) }
    guard let first = behind.first else { return nil }
    let same = behind.filter { $0.own.value == first.own.value }.prefix(Self.mostMeasures)
    let words = same.map(\.words).commaSeparated
    return Grounded(
      "In \(exhibit.label), \(first.own.value) does not come out best: \(words)",
      first.own.spans + same.flatMap(\.spans) + [exhibit.caption],
      .computed("comparison of the rows of a table"))
  }

  /// A measure in which the best row of the authors' own is behind the best of the others.
  private struct Loss {
    let own: Grounded<String>
    let other: Grounded<String>
    let measure: Grounded<String>
    let values: (own: AblationTable.Reading, other: AblationTable.Reading)

    var words: String {
      "\(measure.value) \(values.own.printed) against \(values.other.printed) of \(other.value)"
    }
    var spans: [SourceSpan] {
      measure.spans + [values.own.span, values.other.span] + other.spans
    }
  }

  private struct Row {
    let name: Grounded<String>
    let cells: [Cell]
    let isOwn: Bool
  }

  private func losses(in printed: Grid, of exhibit: Exhibit) -> [Loss] {
    let others = ComparedSystems.sides(of: printed, view, own: own).others
    let head = printed.rows.prefix(printed.headerRows).joined().compactMap(\.span)
    let isTurned = others.contains { name in head.contains { $0.contains(name.spans[0]) } }
    let grid = isTurned ? printed.transposed : printed
    let rows = rows(of: grid, besides: others)
    // One system under several circumstances has several rows.
    guard rows.contains(where: \.isOwn), !rows.allSatisfy(\.isOwn),
      Set(rows.map(\.name.value)).count == rows.count
    else { return [] }
    let table = AblationTable(
      exhibit: exhibit, view: view, own: own, sentences: sentences(exhibit.label))
    // Variants of one system are told where they were tried.
    guard !table.isAblation(grid) else { return [] }
    return table.measures(of: grid, isAblation: false).compactMap {
      loss(by: $0, among: rows, table)
    }
  }

  private func rows(of grid: Grid, besides others: [Grounded<String>]) -> [Row] {
    grid.rows.dropFirst(grid.headerRows).compactMap { cells in
      let labels = cells.prefix(Self.reach).compactMap(\.span)
      for span in labels {
        if let other = others.first(where: { span.contains($0.spans[0]) }) {
          return isReachable(other.value) ? Row(name: other, cells: cells, isOwn: false) : nil
        }
        if own.hold(view.text(of: span)) {
          return Row(name: view.grounded(span), cells: cells, isOwn: true)
        }
      }
      return nil
    }
  }

  /// Columns in which names may stand.
  private static let reach = 3

  private func loss(by measure: AblationTable.Measure, among rows: [Row], _ table: AblationTable)
    -> Loss?
  {
    let sign: Double = measure.direction == .more ? 1 : -1
    func best(_ isOwn: Bool) -> (row: Row, reading: AblationTable.Reading, cell: Cell)? {
      let read = rows.filter { $0.isOwn == isOwn }.compactMap { row in
        row.cells.indices.contains(measure.column)
          ? table.reading(row.cells[measure.column]).map {
            (row: row, reading: $0, cell: row.cells[measure.column])
          } : nil
      }
      return read.max { $0.reading.value * sign < $1.reading.value * sign }
    }
    guard let ours = best(true), let theirs = best(false), ours.cell.bold == nil,
      (theirs.reading.value - ours.reading.value) * sign
        > max(ours.reading.spread, theirs.reading.spread)
    else { return nil }
    return Loss(
      own: ours.row.name, other: theirs.row.name, measure: measure.name,
      values: (ours.reading, theirs.reading))
  }

  /// What bounds a comparison is no competitor.
  private static let bounds: PhraseSet = [
    "oracle", "upper", "bound", "ground truth", "human", "ideal", "expert", "teacher", "optimal",
    "topline", "gold",
  ]

  private func isReachable(_ name: String) -> Bool { !Self.bounds.stands(in: name.lowercase) }
}
