internal import IR

/// Turns the positions of a panel into values, and its labels into text with places.
struct PlotFacts {
  /// Text of the plot, by the boxes of its lines and sideways words.
  let spans: [Position: SourceSpan]
  /// The text that a span holds.
  let content: (SourceSpan) -> String

  func panels(_ raw: [RawPanel]) -> [PlotPanel] {
    let series = raw.map(\.series.count).reduce(0, +)
    let limit = min(max(Self.budget / max(series, 1), 16), 40)
    return raw.map { panel($0, limit: limit) }
  }

  /// Points that are kept of one figure, as long as its series have a few each.
  private static let budget = 400
  /// Points that are kept of a series of single points or bars.
  private static let most = 100

  private func panel(_ raw: RawPanel, limit: Int) -> PlotPanel {
    let box = raw.frame.box
    var panel = PlotPanel(
      box: box.rounded, x: axis(raw.frame.x, box, .across, raw.xTitle),
      y: axis(raw.frame.y, box, .down, raw.yTitle))
    panel.secondY = raw.frame.second.map { axis($0, box, .down, raw.secondTitle) }
    panel.title = raw.title.map(grounded)
    panel.obstacle = raw.obstacle
    panel.series = raw.series.indices.compactMap { index in
      let isSecond = raw.second.contains(index)
      var series = self.series(
        raw.series[index], raw, isSecond ? raw.frame.second : raw.frame.y, limit)
      series?.isOnSecondAxis = isSecond
      return series
    }
    Self.removeDrawnLines(from: &panel.series)
    if panel.series.isEmpty, panel.obstacle == nil { panel.obstacle = .noSeries }
    return panel
  }

  /// Takes out what only looks like data: pieces of a legend's box, arrows, callouts, lines that
  /// somebody drew for comparison. They have no name, and few corners or markers where series have
  /// many.
  static func removeDrawnLines(from series: inout [PlotSeries]) {
    let named = series.filter { $0.name != nil }
    let counts = (named.isEmpty ? series : named).map(\.count).sorted()
    guard !counts.isEmpty else { return }
    let usual = counts[counts.count / 2]
    series.removeAll { item in
      guard item.name == nil, item.kind != .bars || !named.isEmpty else { return false }
      return item.count <= 3 && item.count * 3 <= usual
        || !named.isEmpty && item.kind == .line && item.count <= 2
    }
  }

  // MARK: Axes

  private func axis(
    _ reading: AxisReading, _ box: Box, _ direction: PlotDirection, _ title: PlotLabel?
  ) -> PlotAxis {
    var axis = PlotAxis(scale: .category, digits: 0)
    if let scale = reading.scale {
      axis = PlotAxis(scale: scale.isLog ? .log : .linear, digits: scale.digits)
      let ends = direction == .across ? [box.x0, box.x1] : [box.y1, box.y0]
      axis.ends = ends.map { scale.rounded(scale.value(at: $0)) }
    } else {
      axis.categories = reading.categories.map { grounded($0.label) }
    }
    axis.title = title.map(grounded)
    let labels = [reading.labels.first, reading.labels.last].compactMap { $0 }
    axis.ticks = labels.flatMap { $0.sources.prefix(1) }.compactMap { spans[Position($0)] }
    return axis
  }

  /// The text of a label with the places of its lines.
  private func grounded(_ label: PlotLabel) -> Grounded<String> {
    let spans = label.sources.compactMap { self.spans[Position($0)] }
    if spans.count == 1, content(spans[0]) == label.text { return Grounded(label.text, spans) }
    let text = label.isSideways ? spans.map(content).joined(separator: " ") : label.text
    return Grounded(text, spans, .computed("part of the text inside the plot"))
  }

  // MARK: Values

  private func series(_ raw: RawSeries, _ panel: RawPanel, _ y: AxisReading?, _ limit: Int)
    -> PlotSeries?
  {
    guard let y else { return nil }
    let x = panel.frame.x
    // A line goes on between its points; what stands alone is told by itself.
    let chosen = Self.even(raw.points.count, raw.kind == .line ? limit : max(limit, Self.most))
    var kept: [Int] = []
    var series = PlotSeries(kind: raw.kind, color: raw.color, x: [], y: [])
    for index in chosen {
      let part = raw.kind == .bars ? 0.55 : 0.06
      guard let valueX = value(raw.points[index].x, x, part),
        let valueY = value(raw.points[index].y, y, part),
        valueX.isFinite, valueY.isFinite
      else { continue }
      series.x.append(valueX)
      series.y.append(valueY)
      kept.append(index)
    }
    // Points between names stand for nothing that could be printed.
    guard !kept.isEmpty, kept.count == chosen.count || raw.kind == .bars else { return nil }
    series.count = raw.points.count
    series.name = raw.name.map(grounded)
    series.variant = raw.variant
    series.isSideways = raw.isSideways
    let scale = raw.isSideways ? x.scale : y.scale
    if let scale, !raw.bases.isEmpty { lower(&series, raw, kept, scale) }
    if let scale, raw.spread.count == raw.points.count {
      let ends = kept.map { index in
        [raw.spread[index].lowerBound, raw.spread[index].upperBound]
          .map { scale.rounded(scale.value(at: $0)) }.sorted()
      }
      series.low = ends.map { $0[0] }
      series.high = ends.map { $0[1] }
    }
    return series
  }

  /// The value of a stacked bar is its length.
  private func lower(
    _ series: inout PlotSeries, _ raw: RawSeries, _ kept: [Int], _ scale: PlotScale
  ) {
    for (place, index) in kept.enumerated() {
      let base = scale.value(at: raw.bases[index])
      let tip = scale.value(at: raw.points[index][raw.valueDirection])
      let value = scale.rounded(scale.isLog ? tip : tip - base)
      if raw.isSideways { series.x[place] = value } else { series.y[place] = value }
    }
  }

  private func value(_ position: Double, _ axis: AxisReading, _ part: Double) -> Double? {
    if let scale = axis.scale { return scale.rounded(scale.value(at: position)) }
    return axis.category(at: position, within: part).map(Double.init)
  }

  /// All indices of a short series, an even choice of a long one with both ends.
  private static func even(_ count: Int, _ limit: Int) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    return (0..<limit).map { $0 * (count - 1) / (limit - 1) }
  }
}
