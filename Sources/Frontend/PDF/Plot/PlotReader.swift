internal import IR

/// A panel as it was read, with labels that have no place in the paper's text yet.
struct RawPanel {
  let frame: PlotFrame
  var series: [RawSeries]
  /// Those that belong to the axis on the right.
  var second: Set<Int> = []
  var obstacle: PlotObstacle?
  /// Above the frame.
  var title: PlotLabel?
  var xTitle: PlotLabel?
  var yTitle: PlotLabel?
  var secondTitle: PlotLabel?
  /// Text inside the frame.
  var inside: [PlotLabel] = []
}

/// Reads the data of a plot back from what the page draws.
///
/// Every step gives up rather than guess: what has no scale or no sure shape has no data.
struct PlotReader {
  let scene: PlotScene

  private static let seriesLimit = 40
  private static let panelLimit = 40

  /// The panels, top to bottom and left to right.
  func read() -> [RawPanel] {
    let frames = PlotPanelFinder(scene: scene).find().prefix(Self.panelLimit)
    guard !frames.isEmpty else { return [] }
    let taken = frames.flatMap { $0.axes.flatMap(\.labels) }.map { Position($0.box) }
    let legend = LegendFinder(scene: scene, taken: Set(taken)).find()
    let samples = samples(of: legend)
    let legends = Legends(legend)
    var panels = frames.map { frame in
      let own = legends.entries(for: frame.box, among: frames.map(\.box))
      var panel = panel(frame, own, samples, frames: Array(frames))
      if legends.areSeveral(in: frame.box) { (panel.series, panel.obstacle) = ([], .noSeries) }
      guard areNotes(own, in: panel) else { return panel }
      let marks = own.reduce(into: Set<Int>()) { $0.formUnion($1.marks) }
      return self.panel(frame, [], samples.subtracting(marks), frames: Array(frames))
    }
    if let shared = legends.only(among: frames.map(\.box)) {
      for index in panels.indices where panels[index].series.allSatisfy({ $0.name == nil }) {
        SeriesNamer(legend: shared).nameAll(&panels[index].series)
      }
    }
    return panels
  }

  /// The marks of all samples; with those in their column whose names were not read.
  private func samples(of legend: [LegendEntry]) -> Set<Int> {
    var marks = legend.reduce(into: Set<Int>()) { $0.formUnion($1.marks) }
    let strokes = legend.filter { $0.stroke != nil }.map(\.sample)
    guard strokes.count > 1 else { return marks }
    for index in scene.lines(.across) where !marks.contains(index) {
      let box = scene.marks[index].box
      let isSample = strokes.prefix(40).contains { sample in
        abs(sample.x0 - box.x0) < 0.6 && abs(sample.x1 - box.x1) < 0.6
          && abs(sample.midY - box.midY) < 60
      }
      if isSample { marks.insert(index) }
    }
    return marks
  }

  /// Whether what looks like a legend is markers with notes beside them: it stands inside the frame
  /// and names nothing there.
  private func areNotes(_ legend: [LegendEntry], in panel: RawPanel) -> Bool {
    // Entries of a legend stand in columns or rows.
    let isScattered = legend.contains { entry in
      legend.allSatisfy { other in
        other.name.box == entry.name.box
          || abs(other.sample.midX - entry.sample.midX) > 2
            && abs(other.sample.midY - entry.sample.midY) > 2
      }
    }
    return isScattered && panel.series.allSatisfy { $0.name == nil }
      && legend.allSatisfy { entry in
        entry.marker != nil && entry.stroke == nil && entry.patch == nil
          && panel.frame.box.contains(entry.sample, slack: 1)
      }
  }

  private func panel(
    _ frame: PlotFrame, _ legend: [LegendEntry], _ samples: Set<Int>, frames: [PlotFrame]
  ) -> RawPanel {
    let marks = PanelMarks(
      scene: scene, frame: frame, excluded: samples, legends: legend.map(\.name.box))
    var (series, rest) = BarReader(frame: frame).read(marks.bars)
    var lines = CurveReader(frame: frame.box).read(marks.curves)
    removeCallouts(from: &lines, legend, in: frame.box)
    let squares = rest.filter { max($0.box.width, $0.box.height) < 14 }.map { bar in
      Marker(
        style: MarkerStyle(scene.marks[bar.mark]), mark: bar.mark,
        center: SIMD2(scene.marks[bar.mark].box.midX, scene.marks[bar.mark].box.midY))
    }
    let centers = Set(squares.map(\.mark))
    let markers = marks.markers.filter { !centers.contains($0.mark - 1) } + squares
    let points = MarkerReader.read(markers.sorted { $0.mark < $1.mark }, lines: &lines)
    series += lines + points
    var panel = RawPanel(frame: frame, series: series)
    let titles = AxisTitles(scene: scene, frame: frame, frames: frames)
    panel.title = titles.top(besides: legend)
    (panel.xTitle, panel.yTitle) = (titles.x(), titles.y(isFar: false))
    if frame.second != nil { panel.secondTitle = titles.y(isFar: true) }
    guard series.count <= Self.seriesLimit, marks.markers.count < 20_000 else {
      panel.obstacle = .crowded
      panel.series = []
      return panel
    }
    SpreadReader(marks: marks).add(to: &panel.series)
    SeriesNamer(legend: legend).name(&panel.series)
    panel.series.removeAll(where: { isDecoration($0, in: frame.box) })
    // Names that stand at no ticks have places only where bars stand over them.
    if [frame.x, frame.y].contains(where: { $0.scale == nil && !$0.isExact }) {
      panel.series.removeAll { $0.kind != .bars }
    }
    if frame.hasUnreadSecond { (panel.series, panel.obstacle) = ([], .sharedFrame) }
    joinBars(&panel)
    if frame.second != nil { assignAxes(&panel, marks) }
    if panel.series.isEmpty { panel.obstacle = panel.obstacle ?? .noSeries }
    panel.inside = scene.labels.tokens.filter { frame.box.contains($0.box, slack: 6) }
    return panel
  }

  /// Takes out single strokes that lead from notes to points: lines of two corners that no legend
  /// shows and that begin and end at places of their own.
  private func removeCallouts(
    from lines: inout [RawSeries], _ legend: [LegendEntry], in frame: Box
  ) {
    // So are short level lines in the style of a curve: edges of the legend's box.
    let curves = lines.filter { $0.points.count > 2 }.map(\.stroke)
    lines.removeAll { line in
      line.points.count == 2 && abs(line.points[0].y - line.points[1].y) < 0.2
        && abs(line.points[0].x - line.points[1].x) < 0.5 * frame.width
        && curves.contains(line.stroke)
    }
    let strokes = lines.indices.filter { index in
      lines[index].points.count == 2 && !legend.contains { $0.stroke == lines[index].stroke }
    }
    guard strokes.count >= 2 else { return }
    let ends = strokes.map { index in lines[index].points.map(\.x).sorted() }
    let isAlone = ends.indices.map { index in
      !ends.indices.contains { other in
        other != index && abs(ends[other][0] - ends[index][0]) < 0.5
          && abs(ends[other][1] - ends[index][1]) < 0.5
      }
    }
    let callouts = Set(zip(strokes, isAlone).filter(\.1).map(\.0))
    lines = lines.indices.filter { !callouts.contains($0) }.map { lines[$0] }
  }

  /// Lines of reference, borders and marks along the frame, which no legend names.
  private func isDecoration(_ series: RawSeries, in frame: Box) -> Bool {
    guard series.name == nil, let first = series.points.first else { return false }
    // The axes may be one path around a corner, and end in arrow heads.
    let isOnEdge = series.points.allSatisfy { !frame.insetBy(0.8).holds($0, slack: 0) }
    switch series.kind {
    case .line:
      return isOnEdge || series.points.count == 2 && abs(series.points[1].y - first.y) < 0.2
    case .points: return isOnEdge
    case .bars: return false
    }
  }

  /// Bars that differ in colour but have one name each on the axis, and none in a legend, are one
  /// series.
  private func joinBars(_ panel: inout RawPanel) {
    let bars = panel.series.indices.filter { panel.series[$0].kind == .bars }
    guard bars.count > 1, bars.allSatisfy({ panel.series[$0].name == nil }) else { return }
    let direction = panel.series[bars[0]].valueDirection
    let axis = direction == .down ? panel.frame.x : panel.frame.y
    let places = bars.flatMap { panel.series[$0].points.map { $0[direction.other] } }
    let names = places.compactMap { axis.category(at: $0) }
    guard names.count == places.count, Set(names).count == names.count,
      bars.allSatisfy({ panel.series[$0].spread.isEmpty && panel.series[$0].bases.isEmpty })
    else { return }
    var joined = panel.series[bars[0]]
    joined.points = bars.flatMap { panel.series[$0].points }
      .sorted { $0[direction.other] < $1[direction.other] }
    panel.series = [joined] + panel.series.filter { $0.kind != .bars }
  }

  /// Which series belong to the axis on the right: programs paint one axis with its data after the
  /// other, or the colour of an axis is that of its data.
  private func assignAxes(_ panel: inout RawPanel, _ marks: PanelMarks) {
    guard let second = panel.frame.second else { return }
    // Without ticks of its own an axis does not tell where its painting begins.
    let ticks = second.marks.subtracting(panel.frame.y.marks).min()
    let before = marks.frameLines.filter { line in ticks.map { line < $0 } ?? false }
    let behind = marks.frameLines.filter { line in ticks.map { line > $0 } ?? false }
    if let first = before.last, let last = behind.last, before.count >= 2, behind.count >= 2 {
      let isAfter = panel.series.indices.filter { panel.series[$0].mark > first }
      if panel.series.allSatisfy({ $0.mark < last }), !isAfter.isEmpty,
        isAfter.count < panel.series.count
      {
        panel.second = Set(isAfter)
        return
      }
    }
    let colors = [panel.yTitle?.color, panel.frame.y.labels.first?.color]
    let others = [panel.secondTitle?.color, second.labels.first?.color]
    for index in panel.series.indices {
      let color = panel.series[index].color
      if others.contains(color), !colors.contains(color) {
        panel.second.insert(index)
      } else if !colors.contains(color) || others.contains(color) {
        panel.obstacle = .sharedFrame
      }
    }
    if panel.obstacle == .sharedFrame { (panel.series, panel.second) = ([], []) }
  }
}
