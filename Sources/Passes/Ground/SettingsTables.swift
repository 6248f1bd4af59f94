internal import IR

/// Parameters from the tables of a paper that list settings.
struct SettingsTables {
  let view: PaperView

  private static let captionWords = [
    "hyperparameter", "hyper-parameter", "parameters used", "settings", "configuration",
  ]

  /// Of the tables whose captions say that they hold settings.
  func parameters() -> [Parameter] {
    view.paper.tables.filter { table in
      let caption = view.text(of: table.caption).lowercase
      return Self.captionWords.contains { caption.has($0) }
    }.flatMap { table in
      table.grids.flatMap { grid -> [Parameter] in
        let columns = measures(of: grid)
        return namesRows(grid)
          ? rows(of: grid, table, except: columns) : columnValues(of: grid, table, except: columns)
      }
    }
  }

  // MARK: Kinds of tables

  private static let nameHeaders = [
    "parameter", "hyperparameter", "hyper-parameter", "setting", "option", "configuration",
  ]

  /// Whether the first cell of a row names what the others set: its header says so, a column is
  /// headed `Value`, or a third of the rows have names of parameters.
  private func namesRows(_ grid: Grid) -> Bool {
    if let first = header(0, grid)?.value.lowercase,
      Self.nameHeaders.contains(where: first.hasPrefix)
    {
      return true
    }
    let width = grid.rows.map(\.count).max() ?? 0
    if (1..<max(1, width)).contains(where: { header($0, grid)?.value.lowercase == "value" }) {
      return true
    }
    let names = body(of: grid).compactMap { $0.first?.span }.map { view.text(of: $0) }
    let known = names.count { Self.group(of: $0) != nil }
    return known > 0 && 3 * known >= names.count
  }

  /// The columns that report what was measured, not what was set.
  private func measures(of grid: Grid) -> Set<Int> {
    let width = grid.rows.map(\.count).max() ?? 0
    return Set(
      (0..<width).filter { column in
        if let name = header(column, grid)?.value, Self.isMeasure(name) { return true }
        return body(of: grid).contains { row in
          column < row.count && row[column].span.map { view.text(of: $0).has("±") } ?? false
        }
      })
  }

  private static func isMeasure(_ header: String) -> Bool {
    let words = header.lowercase
    return !Lexicon.metrics.found(in: words).isEmpty
      || ["error", "score", "range", "mean", "95% ci", "95 % ci", "loss", "time"].contains {
        Lexicon.whole($0, in: words) != nil
      }
  }

  // MARK: Values

  private func rows(of grid: Grid, _ table: Exhibit, except skipped: Set<Int>) -> [Parameter] {
    body(of: grid).flatMap { row -> [Parameter] in
      guard let name = name(row.first) else { return [] }
      let group = Self.group(of: name.value) ?? .training
      return row.indices.dropFirst().filter { !skipped.contains($0) }.compactMap { column in
        let header = row.count > 2 ? header(column, grid) : nil
        return parameter(group, name, header, row[column], table)
      }
    }
  }

  /// `Dropout` heads a column, and each row is one configuration.
  private func columnValues(of grid: Grid, _ table: Exhibit, except skipped: Set<Int>)
    -> [Parameter]
  {
    body(of: grid).flatMap { row in
      row.indices.dropFirst().filter { !skipped.contains($0) }.compactMap { column in
        guard let header = header(column, grid), let group = Self.group(of: header.value) else {
          return nil
        }
        return parameter(group, header, name(row.first), row[column], table)
      }
    }
  }

  private func parameter(
    _ group: Parameter.Group, _ name: Grounded<String>, _ qualifier: Grounded<String>?,
    _ cell: Cell, _ table: Exhibit
  ) -> Parameter? {
    // A dash says that nothing was set.
    guard let span = cell.span, view.text(of: span).contains(where: { $0.isLetter || $0.isNumber })
    else { return nil }
    let label = qualifier.map {
      Grounded(
        "\(name.value) (\($0.value))", name.spans + $0.spans,
        .computed("row and column of the table"))
    }
    return Parameter(
      group: group, name: label ?? name, value: view.grounded(span),
      source: [Grounded(table.label.description, [table.caption])])
  }

  // MARK: Cells

  private func body(of grid: Grid) -> ArraySlice<[Cell]> { grid.rows.dropFirst(grid.headerRows) }

  private func name(_ cell: Cell?) -> Grounded<String>? {
    guard let name = cell?.span.map({ view.grounded($0) }), name.value.contains(where: \.isLetter),
      Wording.isFieldSafe(name.value + " as a name")
    else { return nil }
    return name
  }

  private func header(_ column: Int, _ grid: Grid) -> Grounded<String>? {
    guard grid.headerRows > 0, let row = grid.rows.prefix(grid.headerRows).last, column < row.count
    else { return nil }
    return row[column].span.map { view.grounded($0) }
  }

  private static let modelWords = [
    "layer", "layers", "head", "heads", "hidden", "dim", "width", "embedding", "architecture",
    "channels", "filters", "activation", "backbone",
  ]

  /// Nil for words that name no known parameter.
  static func group(of name: String) -> Parameter.Group? {
    let lower = name.lowercase
    func occurs(_ word: String) -> Bool { Lexicon.whole(word, in: lower) != nil }
    if let row = ParameterTable.rows.first(where: { row in
      (row.spellings + row.counted + row.code).contains(where: occurs)
    }) {
      return Parameter.Group(rawValue: row.group)
    }
    return modelWords.contains(where: occurs) ? .model : nil
  }
}
