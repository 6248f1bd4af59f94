internal import IR

/// Rows of an ablation table that score worse than the row of the full system; those that score better
/// than it are experiments.
///
/// In any other table with a row called the baseline, what the authors tried is held against that.
///
/// A row counts if it is no better in any measure whose direction is known and worse in one; if a
/// column sums up the others, by that one; of four and more measures one may be better.
struct AblationTable {
  let exhibit: Exhibit
  let view: PaperView
  let own: OwnNames
  /// What the text says of the table.
  let sentences: [SourceSpan]
  /// The same, each with those before it in its paragraph.
  var passages: [Grounded<String>] = []
  /// What the paper tells of a row, by what the row is called.
  var naming: (String) -> Grounded<String>? = { _ in nil }
  /// Where the paper prints a setting.
  var stating: (String) -> Grounded<String>? = { _ in nil }

  private static let limit = 12

  func deadEnds() -> [TraceNode] {
    let told = exhibit.grids.flatMap(deadEnds(in:))
    // What did better is said where there is room.
    return Array((told.filter(\.isDeadEnd) + told.filter { !$0.isDeadEnd }).prefix(Self.limit))
  }

  /// By its caption, its section or what is said of it; a table that compares systems is none.
  func isAblation(_ grid: Grid) -> Bool {
    let caption = view.text(of: exhibit.caption)
    let words = CueWords(caption).words
    return words.contains { $0.hasPrefix("ablat") || $0 == "variations" || $0 == "variants" }
      || !Self.effects.matches(in: CueWords(caption)).isEmpty
      || view.paper.sections[exhibit.section].title.value.lowercase.has("ablat")
      || sentences.contains { view.text(of: $0).lowercase.has("ablat") }
      || CueWords(header(of: 0, in: grid).value).words.last.map(Self.corners.contains) ?? false
      || labels(of: grid).count(where: Self.removes) > 1
      || labels(of: grid).count(where: Self.alters) > 1
  }

  /// The last word of what heads a column of variants of one system: `Model configuration`.
  private static let corners: Set<String> = [
    "variant", "variants", "variation", "configuration", "config", "setting", "component",
    "components", "ablation", "ablations", "condition", "strategy", "scheme", "schedule",
    "initialization", "initialisation",
  ]

  /// Whether its caption says that it tries settings of one system.
  private var triesSettings: Bool {
    let words = view.sentence(exhibit.caption).words
    return !Self.settings.matches(in: words).isEmpty
      || words.words.contains { word in Self.trying.contains { word.hasPrefix($0) } }
  }

  private static let trying = ["sensitiv", "hyperparameter", "hyper-parameter"]

  static let effects = CueTable([
    Cue(
      "effect|effects|impact|influence|contribution|contributions of", .comparison, weight: 1,
      matches: "Effect of the lamp on the error.", ignores: "The effect is large.")
  ])

  static let settings = CueTable([
    Cue(
      "different|various|varying|number|numbers|choice|choices ... settings|values|sizes|numbers|choices|configurations|strategies|levels|depths|dimensions|thresholds|ratios|components|designs|options|layers|lengths|heads|steps",
      .comparison, weight: 1,
      matches: "Error with different sizes of the pan.", ignores: "The sizes of the pan.")
  ])

  private func labels(of grid: Grid) -> [String] {
    grid.rows.dropFirst(grid.headerRows).compactMap { $0.first?.span.map(view.text(of:)) }
  }

  func header(of column: Int, in grid: Grid) -> Grounded<String> {
    var parts: [Grounded<String>] = []
    for row in grid.rows.prefix(grid.headerRows) where column < row.count {
      guard let span = row[column].span, !parts.contains(where: { $0.spans == [span] }) else {
        continue
      }
      parts.append(view.grounded(span))
    }
    return Grounded(
      parts.map(\.value).joined(separator: " "), parts.flatMap(\.spans),
      parts.count > 1 ? .computed("header of the column") : nil)
  }

  // MARK: Rows

  private func deadEnds(in printed: Grid) -> [TraceNode] {
    guard !reportsTraining else { return [] }
    let unfolded = unfolded(printed)
    let grid = unfolded ?? (variesColumns(printed) ? printed.transposed : printed)
    let isAblation = isAblation(grid)
    // Most tables are none of the three.
    guard isAblation || triesSettings || hasStart(grid) else { return [] }
    let measures = measures(of: grid, isAblation: isAblation)
    let rows = grid.rows.dropFirst(grid.headerRows).filter { row in
      measures.contains { row.indices.contains($0.column) && reading(row[$0.column]) != nil }
    }
    guard !measures.isEmpty, rows.count > 1 else { return [] }
    let contexts = contexts(
      of: rows, in: grid, besides: measures, isUnfolded: unfolded != nil)
    let told =
      isAblation || triesSettings
      ? fallenShort(rows, isAblation ? contexts : nil, in: grid, measures, isAblation) : []
    return told + behindStart(rows, contexts, in: grid, measures, besides: told)
  }

  /// What the table of variants says of those that the full system, or the best of them, beats.
  private func fallenShort(
    _ rows: [[Cell]], _ contexts: Contexts?, in grid: Grid, _ measures: [Measure],
    _ isAblation: Bool
  ) -> [TraceNode] {
    guard let contexts else {
      return deadEnds(among: rows, in: grid, measures, isAblation)
    }
    let worse = worse(rows, contexts, in: grid, measures)
    return worse.isEmpty ? outdone(rows, contexts, in: grid, measures) : worse
  }

  /// Whether the variants are the columns: their heads name the full system and what it is without.
  private func variesColumns(_ grid: Grid) -> Bool {
    guard let heads = grid.rows.prefix(grid.headerRows).last?.dropFirst() else { return false }
    let texts = heads.compactMap { $0.span.map(view.text(of:)) }
    return texts.count(where: Self.removes) > 1
      && !labels(of: grid).contains(where: Self.removes)
  }

  /// The rows that score worse than the one of the full system, or than the best.
  func deadEnds(
    among rows: [[Cell]], in grid: Grid, _ measures: [Measure], _ isAblation: Bool
  ) -> [TraceNode] {
    let columns = Set(measures.map(\.column))
    let named = isAblation ? reference(among: rows, in: grid, besides: columns) : nil
    guard let reference = named ?? best(of: rows, in: grid, measures) else { return [] }
    let marks = marks(of: rows, in: grid, besides: columns)
    return rows.indices.filter { $0 != reference.row }.compactMap { index in
      guard
        let variant = marks.flatMap({ parts(of: index, $0) })
          ?? variant(rows[index], in: grid, besides: columns),
        isVariant(variant.value),
        var node = losses(rows[index], rows[reference.row], measures)
          .map({ node(variant, [$0], reference.name) })
          ?? named.flatMap({ _ in gain(of: rows[index], over: rows[reference.row], measures) })
          .map({ gain(of: variant, $0, over: reference.name) })
      else { return nil }
      node.description =
        passage(on: index, of: rows, measures) ?? naming(variant.value)
        ?? setting(changedIn: rows[index], from: rows[reference.row], in: grid, besides: columns)
      return node
    }
  }

  /// Whether a label names something that the authors tried, rather than what they compare with.
  func isVariant(_ label: String) -> Bool {
    let lower = label.lowercase
    return !lower.has(" [") && !lower.has("et al") && !lower.hasPrefix("baseline")
      && !Self.isStart(label)
      && (own.hold(label) || !own.cites(label))
  }

  /// What a row varies: its label, and its settings with their names.
  func variant(
    _ row: [Cell], in grid: Grid, besides measures: Set<Int>
  ) -> Grounded<String>? {
    var parts: [Grounded<String>] = []
    for (column, cell) in row.enumerated() where !measures.contains(column) {
      guard let span = cell.span else { continue }
      let value = view.grounded(span)
      let name = header(of: column, in: grid)
      guard value.value.contains(where: { $0.isLetter || $0.isNumber }), value.value != "N/A",
        !isCost(name.value), !isMeasured(column, in: grid),
        parts.isEmpty || CueWords(value.value).count <= Self.longestSetting
      else { continue }
      if value.value.contains(where: \.isLetter) || name.value.isEmpty {
        parts.append(value)
      } else {
        parts.append(
          Grounded(
            "\(name.value) = \(value.value)", name.spans + value.spans,
            .computed("cell with header"))
        )
      }
    }
    guard !parts.isEmpty else { return nil }
    if parts.count == 1 { return parts[0] }
    return Grounded(
      parts.map(\.value).joined(separator: ", "), parts.flatMap(\.spans),
      .computed("settings of the row"))
  }

  /// What the text says of the first setting that a row changes, where it prints the one of the
  /// reference: `N = 6` of a row with `N = 2`.
  private func setting(
    changedIn row: [Cell], from reference: [Cell], in grid: Grid, besides measures: Set<Int>
  ) -> Grounded<String>? {
    let changed = row.indices.first { column in
      guard !measures.contains(column), reference.indices.contains(column),
        let own = row[column].span.map(view.text(of:)),
        let other = reference[column].span.map(view.text(of:))
      else { return false }
      return own != other && own.contains(where: \.isNumber)
        && !isCost(header(of: column, in: grid).value)
    }
    guard let changed, let value = reference[changed].span.map(view.text(of:)),
      value.contains(where: \.isNumber)
    else { return nil }
    return stating("\(header(of: changed, in: grid).value) = \(value)")
  }

  /// Words of a setting; what is longer remarks on the row.
  private static let longestSetting = 4

  func isCost(_ header: String) -> Bool {
    let lower = header.lowercase
    return ["param", "time", "flops", "memory", "speed", "steps", "cost", "latency"].contains {
      lower.has($0)
    }
  }
}

extension TraceNode {
  fileprivate var isDeadEnd: Bool { if case .deadEnd = kind { true } else { false } }
}

extension Grid {
  /// With columns for rows.
  var transposed: Grid {
    let width = rows.map(\.count).max() ?? 0
    return Grid(
      rows: (0..<width).map { column in
        rows.map { $0.indices.contains(column) ? $0[column] : Cell() }
      },
      headerRows: max(1, headerColumns), headerColumns: max(1, headerRows), title: title)
  }
}
