internal import IR

/// The systems that a table compares: what its rows, or else its columns, are about.
enum ComparedSystems {
  /// Without the paper's own systems. Where a table has none, it compares others only if it cites
  /// them.
  static func names(in grid: Grid, _ view: PaperView, own: OwnNames) -> [Grounded<String>] {
    let header = grid.rows.prefix(grid.headerRows)
    let corner = header.compactMap { $0.first?.span }.map { view.text(of: $0).lowercase }
    let isAboutData = corner.contains { text in materials.contains { text.has($0) } }
    let rows = grid.rows.dropFirst(grid.headerRows).compactMap { $0.first?.span }
    let rowNames = names(rows, view).filter { !isMeasure($0.value) }
    let areRowsData =
      isAboutData
      || rowNames.count { !Lexicon.datasets.found(in: $0.value).isEmpty } * 2 > rowNames.count
    let columns = header.last.map { $0.dropFirst().compactMap(\.span) } ?? []
    let columnNames = names(columns, view)
    let hasOwnColumn = columnNames.contains { own.hold($0.value) }
    if areRowsData || (hasOwnColumn && !rowNames.contains { own.hold($0.value) }) {
      return columnNames.contains { isMeasure($0.value) }
        ? [] : compared(columnNames, columns, view, own)
    }
    return compared(rowNames, rows, view, own)
  }

  private static func compared(
    _ names: [Grounded<String>], _ cells: [SourceSpan], _ view: PaperView, _ own: OwnNames
  ) -> [Grounded<String>] {
    let others = names.filter { !own.hold($0.value) }
    let isComparison =
      others.count < names.count || others.contains { own.cites($0.value) }
      || cells.contains { cell in
        let text = view.text(of: cell).lowercase
        return text.has(" [") || text.has("et al.") || text.has("baseline") || text.has("ours")
      }
    return isComparison ? others : []
  }

  private static func names(_ cells: [SourceSpan], _ view: PaperView) -> [Grounded<String>] {
    cells.compactMap { cell in
      let text = view.text(of: cell)
      guard !text.lowercase.has("(ours)"), !text.lowercase.hasPrefix("ours") else { return nil }
      // `Scale [5]`: the name alone.
      let bare = text.utf8Range(of: " [").map { cell.narrowed(to: 0..<$0.lowerBound) } ?? cell
      let name = view.grounded(bare)
      // `30 min`: a setting.
      guard let first = name.value.first, !first.isNumber, !"(+-–".contains(first),
        !headWords.contains(name.value.lowercase)
      else { return nil }
      return name.value.contains(where: \.isLetter) && name.value.count < 60 ? name : nil
    }
  }

  /// What heads a column of names and names no system.
  private static let headWords: Set<String> = [
    "model", "models", "method", "methods", "metric", "metrics", "system", "systems", "approach",
    "algorithm", "task", "tasks", "average", "avg", "avg.", "measure", "measure type", "total",
  ]

  /// `# Samples`, `Nodes (K)`, `p-value`: what is counted or tested, not who is compared.
  private static func isMeasure(_ text: String) -> Bool {
    let lower = text.lowercase
    return text.hasPrefix("#") || text.count < 2 || measures.contains { lower.has($0) }
      || Lexicon.metrics.found(in: text).contains { $0 == 0..<text.utf8.count }
  }

  private static let measures = [
    "samples", "test data", "train data", "training data", " acc", "loss", "error", "prec",
    "nodes", "edges", "features", "classes", "p-value", "mean", "std", "time",
    "number of", "ratio", "%", "split", "description",
  ]

  /// What heads a column of data, settings or quantities rather than of systems.
  private static let materials = [
    "dataset", "data set", "corpus", "benchmark", "task", "metric", "parameter", "setting",
    "split", "symbol", "class", "fold", "seed", "epoch", "step", "length", "size", "rank", "id",
    "layer name", "output", "property", "statistic",
  ]
}
