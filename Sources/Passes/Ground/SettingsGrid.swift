internal import IR

/// A grid as a list of settings: which columns name, set, measure or qualify.
struct SettingsGrid {
  private let grid: Grid
  private let view: PaperView
  private let headers: [Grounded<String>?]
  /// The columns that report what was measured, not what was set.
  let measures: Set<Int>

  init(_ grid: Grid, _ view: PaperView) {
    self.grid = grid
    self.view = view
    let width = grid.rows.map(\.count).max() ?? 0
    let headers = (0..<width).map { column in
      // The lowest header of a column names it; those above may span several.
      grid.rows.prefix(grid.headerRows).reversed().lazy.compactMap { row in
        column < row.count ? row[column].span.map { view.grounded($0) } : nil
      }.first
    }
    self.headers = headers
    measures = Set(
      (0..<width).filter { column in
        if let name = headers[column]?.value, Self.isMeasure(name) { return true }
        return grid.rows.dropFirst(grid.headerRows).contains { row in
          column < row.count && row[column].span.map { view.text(of: $0).has("±") } ?? false
        }
      })
  }

  /// The rows below the headers; a header that sets a value is a row itself.
  var body: ArraySlice<[Cell]> {
    let isData =
      (nameColumn.flatMap { header($0)?.value }.map { SettingsTables.group(of: $0) != nil } ?? false)
      && headers.last.flatMap { $0?.value }.map { SettingValue.isNumber($0) } ?? false
    return isData ? grid.rows[...] : grid.rows.dropFirst(grid.headerRows)
  }

  func header(_ column: Int) -> Grounded<String>? {
    headers.indices.contains(column) ? headers[column] : nil
  }

  /// What spans a column and its neighbours above their names, but not all columns: a data set.
  func group(_ column: Int) -> Grounded<String>? {
    let name = header(column)
    return grid.rows.prefix(grid.headerRows).reversed().lazy.compactMap { row in
      guard column < row.count, let span = row[column].span, name?.spans != [span],
        row.count(where: { $0.span == span }) > 1,
        row.dropFirst().contains(where: { $0.span != span })
      else { return nil }
      return view.grounded(span)
    }.first
  }

  // MARK: Rows with names

  private static let nameHeaders = [
    "parameter", "hyperparameter", "hyper-parameter", "setting", "option", "configuration",
  ]

  /// The column whose cells name what the others set: its header says so, another is headed
  /// `Value`, or a third of its cells are names of parameters. A column of groups may stand before.
  var nameColumn: Int? {
    if let first = header(0)?.value.lowercase, Self.nameHeaders.contains(where: first.hasPrefix) {
      return 0
    }
    let isValued = headers.dropFirst().contains { $0?.value.lowercase == "value" }
    return (0..<max(0, min(2, headers.count - 1))).first { column in
      let names = grid.rows.dropFirst(grid.headerRows).compactMap {
        column < $0.count ? $0[column].span : nil
      }.map { view.text(of: $0) }
      let known = names.count { SettingsTables.group(of: $0) != nil }
      let isGroup = column > 0 && Set(names).count < names.count
      return !isGroup && known > 0 && 3 * known >= names.count
    } ?? (isValued ? 0 : nil)
  }

  /// Whether the headers are printed twice, for two lists side by side.
  var isDoubled: Bool {
    headers.count == 4 && header(0) != nil && header(0)?.value == header(2)?.value
      && header(1)?.value == header(3)?.value
  }

  // MARK: Columns with names

  /// The columns that set something: those with known names and, where they are several, symbols.
  var settings: [Int] {
    let known = self.known
    guard known.count >= Self.fewest else { return known }
    return headers.indices.dropFirst().filter { column in
      known.contains(column) || isSymbol(column)
    }
  }

  private static let fewest = 2

  private var known: [Int] {
    headers.indices.dropFirst().filter { column in
      !measures.contains(column)
        && header(column).map { SettingsTables.group(of: $0.value) != nil } ?? false
    }
  }

  /// Whether a table without a caption that says so is one of settings: at least two columns are
  /// known ones, and no more report something.
  var listsSettings: Bool {
    known.count >= Self.fewest && settings.count >= measures.count && nameColumn != 0
  }

  /// `h`, `d_ffw`, `#L` over numbers.
  private func isSymbol(_ column: Int) -> Bool {
    guard !measures.contains(column), let name = header(column)?.value,
      name.count <= 3 || name.contains("_") && name.count <= 12, name.contains(where: \.isLetter),
      !name.contains(" ")
    else { return false }
    return !isWords(column)
  }

  /// Columns of words beside the first that tell rows apart: a data set, a system.
  var labels: [Int] {
    let settings = self.settings
    return headers.indices.dropFirst().filter { column in
      !settings.contains(column) && !measures.contains(column) && isWords(column)
    }
  }

  private func isWords(_ column: Int) -> Bool {
    let cells = grid.rows.dropFirst(grid.headerRows).compactMap {
      column < $0.count ? $0[column].span : nil
    }.map { view.text(of: $0) }
    return !cells.isEmpty && !cells.contains { SettingValue.isNumber($0) }
  }

  private static func isMeasure(_ header: String) -> Bool {
    let words = header.lowercase
    return !Lexicon.metrics.found(in: words).isEmpty
      || [
        "error", "score", "mean", "95% ci", "95 % ci", "loss", "time", "acc", "speedup",
        "params", "parameters", "# params", "flops", "dev", "pplx", "best",
      ].contains { Lexicon.whole($0, in: words) != nil }
  }
}
