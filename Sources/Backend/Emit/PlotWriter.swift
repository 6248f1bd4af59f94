internal import IR

/// The axes and data tables of a plot that was read back from its paths (`spec/ara-format.md`, 7.4).
struct PlotWriter {
  let plot: PlotData

  /// Panels that have data.
  private var panels: [PlotPanel] { plot.panels.filter { !$0.series.isEmpty } }

  /// Nil if nothing was read.
  init?(_ plot: PlotData?) {
    guard let plot, plot.panels.contains(where: { !$0.series.isEmpty }) else { return nil }
    self.plot = plot
  }

  var confidence: Confidence {
    plot.obstacle == nil && panels.count == plot.panels.count ? .medium : .low
  }

  /// What a plot gives no data for, in words.
  static func reason(_ obstacle: PlotObstacle?) -> String {
    switch obstacle {
    case .noScale: "no pair of axes has tick labels that form a scale"
    case .noSeries: "nothing between the axes is a line, a marker or a bar for sure"
    case .sharedFrame: "two scales share the frame, and what belongs to which cannot be told"
    case .crowded: "it has more paths and labels than can be told apart"
    case nil: "the plot is no vector graphic"
    }
  }

  // MARK: Axes

  /// `X = step (linear), Y = loss (log)`, once for all panels if they agree.
  var axes: Line {
    let lines = panels.map(axes)
    let first = lines[0]
    guard Set(lines.map(\.words)).count > 1 else { return first }
    return .joined(
      lines.enumerated().map { index, line in "Panel \(words: Self.letter(index)): \(line)" }, "; ")
  }

  private func axes(of panel: PlotPanel) -> Line {
    var line: Line = "X = \(axis(panel.x)), Y = \(axis(panel.y))"
    if let second = panel.secondY { line = "\(line), second Y on the right = \(axis(second))" }
    return line
  }

  private func axis(_ axis: PlotAxis) -> Line {
    let title: Line = axis.title.map { "\($0)" } ?? "not labelled"
    let scale =
      switch axis.scale {
      case .linear: isTruncated(axis) ? "linear, does not include zero" : "linear"
      case .log: "log"
      case .category: "names at equal distances, linear"
      }
    return "\(title) (\(words: scale))"
  }

  private func isTruncated(_ axis: PlotAxis) -> Bool {
    guard let ends = axis.ends, let low = ends.min(), let high = ends.max() else { return false }
    return low > 0 || high < 0
  }

  private static func letter(_ index: Int) -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let letter = letters[letters.index(letters.startIndex, offsetBy: index % 26)]
    return String(repeating: String(letter), count: index / 26 + 1)
  }

  // MARK: Tables

  func write(into file: inout FileWriter) {
    file.blank()
    file.line(Line(stringLiteral: note))
    for (index, panel) in panels.enumerated() {
      if plot.panels.count > 1 {
        file.blank()
        file.line("### Panel \(words: Self.letter(index))\(panel.title.map { ": \($0)" } ?? "")")
      }
      write(panel, into: &file)
    }
    let unread = plot.panels.filter(\.series.isEmpty)
    if let first = unread.first {
      file.blank()
      file.line(
        "Some panels could not be read: \(words: Self.reason(first.obstacle)).")
    }
  }

  private var note: String {
    let spread = panels.contains { $0.series.contains { !$0.low.isEmpty } }
    return "Every value is an estimate: it was measured on the drawn paths between the tick labels."
      + (spread ? " `low` and `high` are the ends of the error bars or bands." : "")
  }

  private func write(_ panel: PlotPanel, into file: inout FileWriter) {
    // Series with the same places share a table.
    var tables: [(second: Bool, series: [(index: Int, series: PlotSeries)])] = []
    for (index, series) in panel.series.enumerated() {
      if let last = tables.last, let first = last.series.first?.series,
        last.second == series.isOnSecondAxis, places(first) == places(series),
        first.isSideways == series.isSideways
      {
        tables[tables.count - 1].series.append((index, series))
      } else {
        tables.append((series.isOnSecondAxis, [(index, series)]))
      }
    }
    for table in tables {
      file.blank()
      file.table(rows(of: table.series, panel))
      noteChoice(table.series, panel, into: &file)
    }
  }

  private func places(_ series: PlotSeries) -> [Double] {
    series.isSideways ? series.y : series.x
  }

  private func noteChoice(
    _ table: [(index: Int, series: PlotSeries)], _ panel: PlotPanel, into file: inout FileWriter
  ) {
    for (index, series) in table where series.count > series.x.count {
      func counted(_ count: Int) -> Grounded<String> {
        Grounded(String(count), panel.x.ticks, .computed("corners of the drawn path, counted"))
      }
      file.blank()
      file.line(
        "\(name(series, index, panel)): \(counted(series.count)) points were read, an even choice of \(counted(series.x.count)) is printed."
      )
    }
  }

  private func rows(of table: [(index: Int, series: PlotSeries)], _ panel: PlotPanel) -> [[Line]] {
    guard let first = table.first?.series else { return [] }
    let placeAxis = first.isSideways ? panel.y : panel.x
    let valueAxis =
      first.isSideways ? panel.x : first.isOnSecondAxis ? panel.secondY ?? panel.y : panel.y
    var header: [Line] = [placeAxis.title.map { "\($0)" } ?? (first.isSideways ? "Y" : "X")]
    for (index, series) in table {
      let name = name(series, index, panel)
      header.append(name)
      if !series.low.isEmpty { header += ["\(name) low", "\(name) high"] }
    }
    let body = places(first).indices.map { row -> [Line] in
      var cells = [cell(places(first)[row], placeAxis)]
      for (_, series) in table {
        let values = series.isSideways ? series.x : series.y
        cells.append(cell(values[row], valueAxis))
        if !series.low.isEmpty {
          cells += [series.low[row], series.high[row]].map { cell($0, valueAxis) }
        }
      }
      return cells
    }
    return [header] + body
  }

  /// The name of the legend; of one series the title of its axis; else a letter.
  private func name(_ series: PlotSeries, _ index: Int, _ panel: PlotPanel) -> Line {
    if let name = series.name {
      switch series.variant {
      case .thin: return "\(name) (thin line)"
      case .thick: return "\(name) (thick line)"
      case .run(let number): return "\(name) (line \(words: Self.letter(number - 1)))"
      case nil: return "\(name)"
      }
    }
    let title =
      series.isSideways
      ? panel.x.title : series.isOnSecondAxis ? panel.secondY?.title : panel.y.title
    let own = panel.series.filter { $0.isOnSecondAxis == series.isOnSecondAxis }
    if own.count == 1, let title { return "\(title)" }
    return "Series \(words: Self.letter(index))"
  }

  private func cell(_ value: Double, _ axis: PlotAxis) -> Line {
    if axis.scale == .category {
      let index = Int(value)
      guard axis.categories.indices.contains(index) else { return "—" }
      let name = axis.categories[index]
      // A name that is a number is no estimate.
      return CellNumbers.isNumeric(name.value[...]) ? "\(code: name)" : "\(name)"
    }
    let text = "≈" + axis.text(of: value)
    return
      "\(Grounded(text, axis.ticks, .computed("measured on the drawn path between two tick labels")))"
  }
}

extension Line {
  /// The line as it reads, for comparing.
  fileprivate var words: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let value), .code(let value): value.value
      }
    }.joined()
  }
}
