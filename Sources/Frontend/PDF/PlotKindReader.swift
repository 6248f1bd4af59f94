internal import IR

/// Tells the kind of a plot from the shapes that it draws.
struct PlotKindReader {
  private let region: Box
  private let bars: [Box]
  private let marks: [Mark]

  init(marks: [Mark], region: Box) {
    self.region = region
    self.marks = marks
    // Grounds, frames and hairlines are no bars.
    bars = marks.filter { $0.kind == .fill && $0.shape == .rectangle }.map(\.box).filter { box in
      box.width > 2 && box.height > 2 && box.width * box.height < 0.2 * region.width * region.height
    }
  }

  /// Nil if the shapes do not tell.
  func kind() -> PlotKind? {
    if isHeatmap { return .heatmap }
    let columns = largestGroup(of: bars, by: \.y1, sizes: \.height)
    let rows = largestGroup(of: bars, by: \.x0, sizes: \.width)
    if columns.count >= 8, touch(columns) { return .histogram }
    if columns.count >= 3 || rows.count >= 3 { return .bar }
    if curves >= 1 { return .line }
    return hasManyPoints ? .scatter : nil
  }

  /// In points: two edges that a drawing program meant to be one.
  private static let slack = 0.7

  /// Cells of one size that fill rows and columns.
  private var isHeatmap: Bool {
    guard bars.count >= 16, let first = bars.first else { return false }
    let cells = bars.filter {
      abs($0.width - first.width) < Self.slack && abs($0.height - first.height) < Self.slack
    }
    let columns = Set(cells.map { Int($0.x0.rounded()) }).count
    let rows = Set(cells.map { Int($0.y0.rounded()) }).count
    return columns >= 3 && rows >= 3 && cells.count * 10 >= columns * rows * 7
  }

  /// Boxes that stand on one line and differ in length.
  private func largestGroup(
    of boxes: [Box], by edge: KeyPath<Box, Double>, sizes: KeyPath<Box, Double>
  ) -> [Box] {
    let sorted = boxes.sorted { $0[keyPath: edge] < $1[keyPath: edge] }
    var groups: [[Box]] = []
    for box in sorted {
      if let last = groups.last?.last, box[keyPath: edge] - last[keyPath: edge] < Self.slack {
        groups[groups.count - 1].append(box)
      } else {
        groups.append([box])
      }
    }
    return groups.filter { group in
      Set(group.map { Int($0[keyPath: sizes].rounded()) }).count >= 2
    }.max { $0.count < $1.count } ?? []
  }

  private func touch(_ boxes: [Box]) -> Bool {
    let sorted = boxes.sorted { $0.x0 < $1.x0 }
    let pairs = zip(sorted, sorted.dropFirst())
    return pairs.count { abs($0.x1 - $1.x0) < Self.slack } * 4 >= 3 * (sorted.count - 1)
  }

  /// Strokes of many points that cross a part of the plot; a box around text has four.
  private var curves: Int {
    marks.count { mark in
      mark.kind == .stroke && mark.shape == .other && mark.points >= 6
        && mark.box.width > 0.15 * region.width
    }
  }

  private var hasManyPoints: Bool {
    let small = marks.filter { mark in
      mark.shape == .other && mark.kind != .image && max(mark.box.width, mark.box.height) < 8
    }
    return Set(small.map { Int($0.box.x0.rounded()) }).count >= 12
  }
}

extension PlotData {
  /// What most series are drawn with; without series, what the shapes seem to be.
  func kind(seeming: PlotKind?) -> PlotKind? {
    let series = panels.flatMap { panel in panel.series.map { ($0.kind, panel.x.scale) } }
    guard !series.isEmpty else { return seeming }
    if series.contains(where: { $0.0 == .bars }) {
      let hasNumbers = series.allSatisfy { $0.0 != .bars || $0.1 == .linear }
      return seeming == .histogram && hasNumbers ? .histogram : .bar
    }
    return series.contains { $0.0 == .line } ? .line : .scatter
  }
}

extension PlotKind {
  private static let names: [(PlotKind, [String])] = [
    (.histogram, ["histogram"]), (.heatmap, ["heatmap", "heat map", "confusion matri"]),
    (.scatter, ["scatter plot", "scatterplot", "scatter "]), (.box, ["box plot", "boxplot"]),
    (.bar, ["bar chart", "bar plot", "bar graph"]), (.line, ["line plot", "line chart"]),
  ]

  /// The one kind that a caption names.
  init?(named caption: String) {
    let lower = caption.lowercase
    let named = Self.names.filter { $0.1.contains { lower.has($0) } }
    guard named.count == 1 else { return nil }
    self = named[0].0
  }
}
