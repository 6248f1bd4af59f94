internal import IR

/// Parameters from the tables of a paper that list settings.
struct SettingsTables {
  let view: PaperView

  private static let captionWords = [
    "hyperparameter", "hyper-parameter", "parameters used", "settings", "configuration",
  ]

  private static let reportWords = ["result", "performance", "accuracy", "comparison", "score"]

  /// Of the tables whose captions say that they hold settings, or whose columns are mostly that.
  func parameters() -> [Parameter] {
    view.paper.tables.flatMap { table -> [Parameter] in
      let caption = view.text(of: table.caption).lowercase
      let tellsSearch = caption.has("search") || caption.has("ranges") || caption.has("swept")
      // `Accuracy by configuration` reports.
      let isReport = Self.reportWords.contains { caption.has($0) }
      let isNamed = Self.captionWords.contains {
        caption.has($0) && (!isReport || $0.hasPrefix("hyper"))
      }
      return table.grids.flatMap { cells -> [Parameter] in
        let grid = SettingsGrid(cells, view)
        if isNamed, let column = grid.nameColumn {
          return rows(of: grid, namedBy: column, table, isSearch: tellsSearch)
        }
        if isNamed { return columnValues(of: grid, table) }
        // What a table without such a caption sets are numbers.
        return grid.listsSettings && !isReport
          ? columnValues(of: grid, table).filter { $0.value.value.contains(where: \.isNumber) } : []
      }
    }
  }

  /// Whether words tell of values that were tried.
  private static func isSearch(_ text: String) -> Bool {
    ["search", "range", "sweep", "swept", "grid"].contains { text.has($0) }
  }

  /// Whether a value is several: `{1, 2}`, `0 to 1`.
  private static func isSet(_ value: String) -> Bool {
    ["{", "[", "(", "–", " to ", ", "].contains { value.has($0) }
  }

  // MARK: Values

  /// A name heads each row. A table may print two such lists side by side.
  private func rows(
    of grid: SettingsGrid, namedBy first: Int, _ table: Exhibit, isSearch: Bool
  ) -> [Parameter] {
    let starts = grid.isDoubled ? [first, first + 2] : [first]
    return grid.body.flatMap { row in
      starts.flatMap { start -> [Parameter] in
        guard start < row.count, let name = name(row[start]) else { return [] }
        let end = grid.isDoubled ? min(start + 2, row.count) : row.count
        let columns = ((start + 1)..<max(start + 1, end)).filter { !grid.measures.contains($0) }
        let ranges = columns.filter {
          grid.header($0).map { Self.isSearch($0.value.lowercase) } ?? false
        }
        let tried = ranges.lazy.compactMap { row[$0].span }.first.map { view.grounded($0) }
        let plain = columns.filter { !ranges.contains($0) }
        return (plain.isEmpty ? ranges : plain).compactMap { column in
          var parameter = parameter(
            Self.group(of: name.value) ?? .training, name,
            columns.count > 1 && plain.count > 1 ? [grid.header(column)].compactMap { $0 } : [],
            row[column], table)
          if let value = parameter?.value, tried != nil || isSearch && Self.isSet(value.value) {
            parameter?.searchRange = .stated(tried ?? value)
          }
          return parameter
        }
      }
    }
  }

  /// `Dropout` heads a column, and each row is one configuration.
  private func columnValues(of grid: SettingsGrid, _ table: Exhibit) -> [Parameter] {
    grid.body.flatMap { row -> [Parameter] in
      let qualifiers = ([0] + grid.labels).filter { $0 < row.count }.compactMap { name(row[$0]) }
      return grid.settings.filter { $0 < row.count }.compactMap { column in
        guard let header = grid.header(column) else { return nil }
        let groups = [grid.group(column)].compactMap { $0 }
        return parameter(
          Self.group(of: header.value) ?? .model, header, groups + qualifiers, row[column], table)
      }
    }
  }

  private func parameter(
    _ group: Parameter.Group, _ name: Grounded<String>, _ qualifiers: [Grounded<String>],
    _ cell: Cell, _ table: Exhibit
  ) -> Parameter? {
    // A dash says that nothing was set.
    guard let span = cell.span, view.text(of: span).contains(where: { $0.isLetter || $0.isNumber })
    else { return nil }
    let label =
      qualifiers.isEmpty
      ? name
      : Grounded(
        "\(name.value) (\(qualifiers.map { Self.bare($0.value) }.joined(separator: "; ")))",
        name.spans + qualifiers.flatMap(\.spans), .computed("row and column of the table"))
    return Parameter(
      group: group, name: label, value: view.grounded(span),
      source: [Grounded(table.label.description, [table.caption])])
  }

  /// `(A)` without its brackets.
  private static func bare(_ text: String) -> String {
    text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
  }

  private func name(_ cell: Cell) -> Grounded<String>? {
    guard let name = cell.span.map({ view.grounded($0) }), name.value.contains(where: \.isLetter),
      Wording.isFieldSafe(name.value + " as a name")
    else { return nil }
    return name
  }

  private static let modelWords = [
    "layer", "layers", "head", "heads", "hidden", "dim", "width", "embedding", "architecture",
    "channels", "filters", "activation", "backbone",
  ]

  /// All that is looked for in a name.
  private static let known = PhraseSet(
    ParameterTable.rows.flatMap { $0.spellings + $0.counted + $0.code } + modelWords)

  /// Nil for words that name no known parameter.
  static func group(of name: String) -> Parameter.Group? {
    let lower = name.lowercase
    guard lower == "batch" || known.stands(in: lower) else { return nil }
    func occurs(_ word: String) -> Bool { Lexicon.whole(word, in: lower) != nil }
    if let row = ParameterTable.rows.first(where: { row in
      row.spellings.contains(where: occurs) || row.counted.contains(where: occurs)
        || row.code.contains(where: occurs)
    }) {
      return Parameter.Group(rawValue: row.group)
    }
    if lower == "batch" { return .training }
    return modelWords.contains(where: occurs) ? .model : nil
  }
}
