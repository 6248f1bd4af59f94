internal import IR

/// The systems that a table compares: what its rows, or else its columns, are about.
enum ComparedSystems {
  /// Those that a table compares with, and the authors' own.
  typealias Sides = (others: [Grounded<String>], own: [Grounded<String>])

  /// Where a table has none of the authors' by name, it compares others only if it cites them.
  static func sides(of grid: Grid, _ view: PaperView, own: OwnNames) -> Sides {
    let heads = headRows(of: grid, view)
    let header = grid.rows.prefix(heads)
    let nameColumn = nameColumn(of: grid, view)
    let corner = header.compactMap { $0.first?.span }.map { view.text(of: $0).lowercase }
    let isAboutData =
      nameColumn == nil && corner.contains { text in materials.contains { text.has($0) } }
    let body = grid.rows.dropFirst(heads)
    let rows = body.filter(isFilled).compactMap { cell(nameColumn ?? 0, of: $0) }
    let rowNames = names(rows, view).filter { !isMeasure($0.value) }
    let areRowsData =
      isAboutData
      || rowNames.count { !Lexicon.datasets.found(in: $0.value).isEmpty } * 2 > rowNames.count
    let namesOwn = header.first { row in
      row.dropFirst().contains { $0.span.map { isOwn(view.text(of: $0), own) } ?? false }
    }
    // What has words alone below it describes the rows: `Features`.
    let columns =
      (namesOwn ?? header.last).map { labels in
        labels.indices.dropFirst().filter { column in
          body.contains { row in
            cell(column, of: row).map { view.text(of: $0).contains(where: \.isNumber) } ?? false
          }
        }.compactMap { labels[$0].span }
      } ?? []
    // A difference is no system: `Δ`.
    let columnNames = names(columns, view).filter { $0.value.count > 1 }
    let hasOwnColumn = namesOwn != nil
    let hasStartColumn = !starts(columnNames).isEmpty && starts(rowNames).isEmpty
    // Rows that only have numbers are instances.
    if areRowsData || rowNames.isEmpty && rows.count > 1 || isSeries(rowNames)
      || ((hasOwnColumn || hasStartColumn) && !rowNames.contains { own.hold($0.value) })
    {
      return columnNames.contains { isMeasure($0.value) }
        ? ([], []) : compared(columnNames, columns, view, own)
    }
    return compared(
      rowNames, rows, view, own, headed: ownRows(of: Array(body), nameColumn ?? 0, view))
  }

  private static func cell(_ column: Int, of row: [Cell]) -> SourceSpan? {
    row.indices.contains(column) ? row[column].span : nil
  }

  /// The names of the rows below a head that calls them the authors' own: `Careful (proposed)`.
  private static func ownRows(of body: [[Cell]], _ column: Int, _ view: PaperView) -> [SourceSpan] {
    var isOwn = false
    return body.compactMap { row in
      if isFilled(row) { return isOwn ? cell(column, of: row) : nil }
      let head = cell(0, of: row).map { view.text(of: $0).lowercase } ?? ""
      isOwn = ["proposed", "(ours)", "our method"].contains { head.has($0) }
      return nil
    }
  }

  /// The names in the legends of a plot, where one of them is the paper's own system, or the labels
  /// of its bars.
  static func names(in plot: PlotData, own: OwnNames) -> [Grounded<String>] {
    let legends = plot.panels.map { $0.series.compactMap(\.name) }
    let labels = plot.panels.map { $0.x.categories }
    let names = (legends + labels).filter { $0.contains { own.hold($0.value) } }.joined()
    return names.filter {
      !own.hold($0.value) && $0.value.count(where: \.isLetter) > 1
        && NumberToken.scan($0.value).isEmpty && !isMeasure($0.value)
        && !headWords.contains($0.value.lowercase)
    }
  }

  /// With the row below a spanning head that names the columns: all words where the next row is all
  /// numbers.
  private static func headRows(of grid: Grid, _ view: PaperView) -> Int {
    func texts(_ row: Int) -> [String] { grid.rows[row].compactMap(\.span).map(view.text(of:)) }
    let next = grid.headerRows
    guard next > 0, next + 1 < grid.rows.count else { return next }
    let (names, values) = (texts(next), texts(next + 1).dropFirst())
    let isNamed = names.count > 2 && names.allSatisfy { $0.contains(where: \.isLetter) }
    let isFilled = values.count > 1 && values.allSatisfy { $0.first?.isNumber == true }
    return isNamed && isFilled && Set(texts(next - 1)).count == 1 ? next + 1 : next
  }

  /// Whether a row has values: what stands alone heads the rows below it.
  static func isFilled(_ row: [Cell]) -> Bool {
    row.dropFirst().contains { $0.span != nil && $0.span != row[0].span }
  }

  /// `Marble1`, `Marble2`, `Marble3`: instances that are counted, unlike models of several sizes.
  private static func isSeries(_ names: [Grounded<String>]) -> Bool {
    var members: [Substring: Set<Int>] = [:]
    for name in names {
      let digits = name.value.reversed().prefix { $0.isASCIIDigit }.count
      guard digits > 0, let number = Int(name.value.suffix(digits)) else { continue }
      members[name.value.dropLast(digits), default: []].insert(number)
    }
    let counted = members.values.filter { $0.isSuperset(of: [1, 2, 3]) }
    return counted.reduce(0) { $0 + $1.count } * 2 > names.count
  }

  private static func isOwn(_ label: String, _ own: OwnNames) -> Bool {
    own.hold(label) || label.lowercase.has("(ours)")
  }

  /// The column that its head calls one of systems, where it is not the first: `Size | Method`.
  private static func nameColumn(of grid: Grid, _ view: PaperView) -> Int? {
    let header = grid.rows.prefix(grid.headerRows)
    func namesSystems(_ column: Int) -> Bool {
      header.contains { row in
        guard row.indices.contains(column), let span = row[column].span else { return false }
        let words = view.sentence(span).words.words
        return words.count <= 2 && words.contains(where: kinds.contains)
      }
    }
    func isNamed(_ column: Int) -> Bool {
      grid.rows.dropFirst(grid.headerRows).allSatisfy { row in
        guard row.indices.contains(column), let span = row[column].span else { return true }
        return view.text(of: span).contains(where: \.isLetter)
      }
    }
    guard !namesSystems(0) else { return 0 }
    return (1..<reach).first { namesSystems($0) && isNamed($0) }
  }

  private static let reach = 4
  private static let kinds: Set<String> = [
    "method", "methods", "algorithm", "algorithms", "approach", "approaches", "strategy",
    "strategies", "baseline", "baselines", "system", "systems", "technique", "techniques",
  ]

  private static func compared(
    _ names: [Grounded<String>], _ cells: [SourceSpan], _ view: PaperView, _ own: OwnNames,
    headed: [SourceSpan] = []
  ) -> Sides {
    func isOwn(_ name: Grounded<String>) -> Bool {
      own.hold(name.value) || headed.contains { $0.contains(name.spans[0]) }
    }
    let others = names.filter { !isOwn($0) }
    let labels = cells.map { view.text(of: $0).lowercase }
    let isOurs = labels.contains { $0.has("ours") }
    let last = labels.lastIndex(where: isCited).map { cells[$0] }
    // Below the works that are cited, what is not is the authors' own.
    if others.count == names.count, !isOurs, labels.count(where: isCited) > 1, let last {
      let own = others.filter { $0.spans[0] > last && !last.contains($0.spans[0]) }
      let started = starts(own)
      return (
        others.filter { !own.contains($0) } + started, own.filter { !started.contains($0) }
      )
    }
    // Models that others made, none of them the authors' own, are what was studied.
    let areStudied =
      others.count == names.count && !isOurs && !labels.contains(where: isCited)
      && names.allSatisfy { !ModelNames.found(in: $0.value).isEmpty }
    if areStudied { return (starts(others), []) }
    let isComparison =
      others.count < names.count || isOurs || labels.contains(where: isCited)
      || others.contains { own.cites($0.value) }
    return (isComparison ? others : starts(others), names.filter(isOwn))
  }

  private static func isCited(_ label: String) -> Bool { label.has(" [") || label.has("et al.") }

  /// The labels of what the authors set out from; `Base` is a size beside `Large`.
  private static func starts(_ names: [Grounded<String>]) -> [Grounded<String>] {
    let isSize = names.contains { sizes.contains($0.value.lowercase) }
    return names.filter {
      AblationTable.isStart($0.value) || !isSize && $0.value.lowercase == "base"
    }
  }

  /// What tells that `Base` is a size or a class.
  private static let sizes: Set<String> = [
    "small", "medium", "large", "big", "huge", "tiny", "novel", "new",
  ]

  /// What labels name, without citations; of heads and settings nothing.
  static func names(_ cells: [SourceSpan], _ view: PaperView) -> [Grounded<String>] {
    cells.compactMap { cell in
      let text = view.text(of: cell)
      guard !text.lowercase.has("(ours)"), !text.lowercase.hasPrefix("ours") else { return nil }
      let name = view.grounded(cell.narrowed(to: 0..<endOfName(in: text)))
      // `30 min`: a setting.
      guard let first = name.value.first, !first.isNumber, !"(+-–".contains(first),
        !headWords.contains(name.value.lowercase), !name.value.lowercase.hasSuffix(" name")
      else { return nil }
      return name.value.contains(where: \.isLetter) && name.value.count < 60 ? name : nil
    }
  }

  /// Where the name of `Scale [5]` and of `Scale (Bell et al., 2019)` ends.
  private static func endOfName(in text: String) -> Int {
    let mark = CitationMarks.ranges(in: text).first { $0.lowerBound > 0 }?.lowerBound
    let label = text.utf8Range(of: " [")?.lowerBound
    guard let end = [mark, label].compactMap(\.self).min() else { return text.utf8.count }
    return end - text.utf8.prefix(end).reversed().prefix { $0 == UInt8(ascii: " ") }.count
  }

  /// What heads a column of names and names no system.
  private static let headWords: Set<String> = [
    "model", "models", "method", "methods", "metric", "metrics", "system", "systems", "approach",
    "algorithm", "task", "tasks", "average", "avg", "avg.", "measure", "measure type", "total",
    "baselines", "others", "ground truth", "gt", "model size",
  ]

  /// `# Samples`, `Nodes (K)`, `p-value`: what is counted or tested, not who is compared.
  static func isMeasure(_ text: String) -> Bool {
    let lower = text.lowercase
    return text.hasPrefix("#") || text.count < 2 || measures.contains { lower.has($0) }
      || text.contains { "↑↓".contains($0) }
      || Lexicon.metrics.found(in: text).contains { $0 == 0..<text.utf8.count }
  }

  private static let measures = [
    "samples", "test data", "train data", "training data", " acc", "loss", "error", "prec",
    "nodes", "edges", "features", "classes", "p-value", "mean", "std", "time",
    "number of", "ratio", "%", "split", "description", "tokens", " score",
  ]

  /// What heads a column of data, settings or quantities rather than of systems.
  private static let materials = [
    "dataset", "data set", "corpus", "benchmark", "task", "metric", "parameter", "setting",
    "split", "symbol", "class", "fold", "seed", "epoch", "step", "length", "size", "rank", "id",
    "layer name", "output", "property", "statistic", "instance", "problem", "graph", "scene",
    "language", "domain",
  ]
}
