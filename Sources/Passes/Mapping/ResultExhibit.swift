package import IR

/// Tells tables and figures that report results from those that describe.
package enum ResultExhibit {
  /// What numbers describe, too.
  private static let described = [
    "hyperparameter", "hyper-parameter", "notation", "statistics", "summary of symbols",
    "dataset characteristics", "pointers",
  ]

  /// What is drawn or quoted; a table of numbers may only name it: `Comparison of prompt learners`.
  private static let shown = [
    "overview of", "illustration", "schematic", "workflow", "diagram", "prompt",
    "example of", "examples of", "positioning", "taxonomy",
  ]

  /// What may be described, and what results may be about: `Variations on the architecture`.
  private static let subjects = [
    "architecture", "pipeline", "configuration", "configurations", "settings", "framework",
  ]

  package static func isResult(_ exhibit: Exhibit, _ view: PaperView) -> Bool {
    // Many rules ask it of each exhibit, and all cells of a table may have to be read for it.
    view.once(Atoms()) {
      Results(labels: Set(view.exhibits.filter { reports($0, view) }.map(\.label)))
    }.labels.contains(exhibit.label)
  }

  /// Whether a table lists what a paper works with: it reports no result, nor says so.
  package static func lists(_ table: Exhibit, _ view: PaperView) -> Bool {
    !isResult(table, view) && !hasResultWords(view.text(of: table.caption).lowercase)
  }

  private struct Results {
    let labels: Set<ExhibitLabel>
  }

  private static func reports(_ exhibit: Exhibit, _ view: PaperView) -> Bool {
    let caption = view.text(of: exhibit.caption).lowercase
    let opening = Self.opening(of: caption, words: 14)
    if isDescribed(opening)
      || shown.contains(where: { opening.has($0) })
        && (exhibit.label.kind == .figure || !hasResultWords(opening))
    {
      return exhibit.label.kind == .figure && laterPanel(of: caption).map(hasResultWords) ?? false
    }
    // What stands further back varies what is shown: `Loss of the net across configurations`.
    let subject = Self.opening(of: caption, words: 6)
    if subjects.contains(where: { subject.has($0) }), !reportsMeasure(exhibit, caption, view) {
      return false
    }
    switch exhibit.label.kind {
    case .figure:
      return hasResultWords(caption)
        || exhibit.contents != .diagram && !isOnlyDescribed(exhibit, caption, view)
    case .table:
      return exhibit.grids.isEmpty || exhibit.grids.contains { numericShare($0, view) > 0.25 }
    }
  }

  /// Whether a caption begins with what numbers describe, and not with what came of varying it:
  /// `Hyperparameters of the sorter`, but `Hyperparameter sensitivity of the sorter`.
  private static func isDescribed(_ opening: String) -> Bool {
    guard let word = described.first(where: { opening.has($0) }) else { return false }
    return !word.hasPrefix("hyper") || !studies.contains { opening.has($0) }
  }

  private static let studies = ["sensitivity", "analysis", "sweep", "search result", "ablation"]

  /// Whether a figure that shows no numbers, and whose caption names no measure, is spoken of only
  /// where a paper opens, in its method and among related works: it shows what the work is about.
  private static func isOnlyDescribed(_ figure: Exhibit, _ caption: String, _ view: PaperView)
    -> Bool
  {
    guard figure.contents != .plot, !drawn.contains(where: { caption.has($0) }),
      Lexicon.metrics.found(in: caption).isEmpty
    else { return false }
    let sections = view.paper.crossReferences.compactMap { reference -> Int? in
      guard reference.target == .exhibit(figure.label) else { return nil }
      return view.paper.blocks.first { $0.span.contains(reference.span) }?.section
    }
    return !sections.isEmpty
      && sections.allSatisfy { [.introduction, .method, .related].contains(view.roles[$0]) }
  }

  /// What numbers are drawn as, and what they are often numbers of.
  private static let drawn = ["chart", "histogram", "plot", "distribution", "heatmap", "quality"]

  /// What a caption says of the panels behind the first: a scheme may stand beside what came of it.
  private static func laterPanel(of caption: String) -> String? {
    panels.compactMap { caption.utf8Range(of: $0) }.min { $0.lowerBound < $1.lowerBound }.map {
      String(decoding: caption.utf8.dropFirst($0.upperBound), as: UTF8.self)
    }
  }

  private static let panels = ["(b)", " b)", "b:", "right:", "(right)", "bottom:", "(bottom)"]

  /// The first words of a caption, whose words are parted by single spaces.
  private static func opening(of caption: String, words: Int) -> String {
    var left = words
    let end = caption.utf8.firstIndex { byte in
      if byte == UInt8(ascii: " ") { left -= 1 }
      return left == 0
    }
    return end.map { String(caption[..<$0]) } ?? caption
  }

  /// Whether the caption or the head of a column says what was measured.
  private static func reportsMeasure(_ exhibit: Exhibit, _ caption: String, _ view: PaperView)
    -> Bool
  {
    if exhibit.label.kind == .table, hasResultWords(caption) || caption.has("ablation") {
      return true
    }
    if exhibit.label.kind == .figure {
      return exhibit.contents != .diagram && !Lexicon.metrics.found(in: caption).isEmpty
    }
    let heads = exhibit.grids.flatMap { $0.rows.prefix($0.headerRows).joined() }
    return heads.compactMap(\.span).contains { span in
      !Lexicon.metrics.found(in: view.text(of: span)).isEmpty
    }
  }

  static func hasResultWords(_ caption: String) -> Bool {
    [
      "accuracy", "loss", "error", "performance", "result", "rate", "comparison", "versus", " vs",
      "curve", "effect", "score",
    ]
    .contains { caption.has($0) }
  }

  private static func numericShare(_ grid: Grid, _ view: PaperView) -> Double {
    // Formulas in the first columns of numbers may pass for heads of rows.
    let rows = grid.rows.dropFirst(grid.headerRows).map { $0.dropFirst(1) }
    var filled = 0
    var numeric = 0
    for column in 1..<max(1, grid.rows.map(\.count).max() ?? 1) {
      let cells = rows.compactMap { $0.indices.contains(column) ? $0[column].span : nil }
        .map { view.text(of: $0) }
      let numbers = cells.count { $0.contains(where: \.isASCIIDigit) }
      filled += cells.count
      // Beside numbers, a mark says that there was none to print.
      numeric += numbers + (numbers > 0 ? cells.count { failures.contains($0.lowercase) } : 0)
    }
    return filled == 0 ? 0 : Double(numeric) / Double(filled)
  }

  /// What stands where a run gave no number.
  private static let failures: Set<String> = [
    "✗", "✘", "×", "x", "-", "–", "—", "n/a", "na", "oom", "nan", "fail", "failed", "diverged",
  ]
}
