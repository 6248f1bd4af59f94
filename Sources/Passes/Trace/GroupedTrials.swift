internal import IR

/// Tables that have the trials as groups of columns or of rows.
extension AblationTable {
  /// A row for each trial and each row of the table, in two columns before the values: what the trial
  /// is called, and what it was measured on. Nil for a table that is not of this form.
  ///
  /// `Baseline | Sorter` over `error | time` twice, or lines `Baseline` and `Sorter` that stand alone
  /// above the same rows.
  func unfolded(_ grid: Grid) -> Grid? { columnGroups(of: grid) ?? rowGroups(of: grid) }

  private func columnGroups(of grid: Grid) -> Grid? {
    guard grid.headerRows == 2, let heads = grid.rows.first,
      let measures = grid.rows.dropFirst().first
    else { return nil }
    var groups: [(name: Cell, columns: [Int])] = []
    for column in heads.indices.dropFirst() {
      guard let span = heads[column].span else { return nil }
      if groups.last?.name.span == span {
        groups[groups.count - 1].columns.append(column)
      } else {
        groups.append((heads[column], [column]))
      }
    }
    let labels = groups.map { group in
      group.columns.map { measures.indices.contains($0) ? text(of: measures[$0]) : "" }
    }
    guard compare(groups.map(\.name)), Set(labels).count == 1, labels[0].count > 1,
      let corner = measures.first
    else { return nil }
    let body = grid.rows.dropFirst(2).filter { $0.count == heads.count }
    let rows = groups.flatMap { group in
      body.map { row in [group.name, row[0]] + group.columns.map { row[$0] } }
    }
    let head = [Cell(), corner] + groups[0].columns.map { measures[$0] }
    return Grid(rows: [head] + rows, headerRows: 1, headerColumns: 2, title: grid.title)
  }

  private func rowGroups(of grid: Grid) -> Grid? {
    guard grid.headerRows > 0 else { return nil }
    var groups: [(name: Cell, rows: [[Cell]])] = []
    for row in grid.rows.dropFirst(grid.headerRows) {
      guard let name = row.first, name.span != nil else { return nil }
      if row.dropFirst().allSatisfy({ $0.span == nil || $0.span == name.span }) {
        groups.append((name, []))
      } else if groups.isEmpty {
        return nil
      } else {
        groups[groups.count - 1].rows.append(row)
      }
    }
    let labels = groups.map { $0.rows.map { text(of: $0[0]) } }
    guard compare(groups.map(\.name)), Set(labels).count == 1, labels[0].count > 1 else {
      return nil
    }
    let heads = grid.rows.prefix(grid.headerRows).map { [Cell()] + $0 }
    let rows = groups.flatMap { group in group.rows.map { [group.name] + $0 } }
    return Grid(
      rows: heads + rows, headerRows: grid.headerRows, headerColumns: 2, title: grid.title)
  }

  /// Whether the names of groups are those of trials, the start among them.
  private func compare(_ names: [Cell]) -> Bool {
    let names = names.map(text(of:))
    return names.count > 1 && Set(names).count == names.count && names.contains(where: Self.isStart)
  }

  private func text(of cell: Cell) -> String { cell.span.map(view.text(of:)) ?? "" }
}
