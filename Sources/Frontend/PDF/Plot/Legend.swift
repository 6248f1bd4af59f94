internal import IR

/// What tells the lines of a plot apart.
struct StrokeStyle: Hashable {
  let color: UInt32
  let dash: UInt16

  init(_ mark: Mark) { (color, dash) = (mark.color, mark.dash) }
}

/// What tells markers apart: colour, and the number of corners with the way of painting.
struct MarkerStyle: Hashable {
  let color: UInt32
  let points: Int
  let isFilled: Bool

  init(_ mark: Mark) {
    (color, points, isFilled) = (mark.color, mark.points, mark.kind == .fill)
  }
}

/// A name with the sample of what it names.
struct LegendEntry {
  let name: PlotLabel
  let sample: Box
  /// Of the sample.
  let marks: [Int]
  var stroke: StrokeStyle?
  /// Of the stroke, in points.
  var lineWidth: Float = 0
  var marker: MarkerStyle?
  /// The colour of a filled rectangle.
  var patch: UInt32?

  mutating func setStroke(_ mark: Mark) {
    guard stroke == nil else { return }
    (stroke, lineWidth) = (StrokeStyle(mark), mark.lineWidth)
  }

  /// Whether it says that the legend goes on: `...`.
  var isOpenEnd: Bool { !name.text.contains { $0.isLetter || $0.isNumber } }

  var colors: [UInt32] { [stroke?.color, marker?.color, patch].compactMap { $0 } }
}

/// Legends of a scene, each the entries that stand together.
struct Legends {
  private let groups: [(box: Box, entries: [LegendEntry])]

  init(_ entries: [LegendEntry]) {
    var groups: [(box: Box, entries: [LegendEntry])] = []
    for entry in entries {
      var group = (box: entry.name.box.union(entry.sample), entries: [entry])
      let reach = (across: 4 * entry.name.size, down: 1.2 * entry.name.size)
      for index in groups.indices.reversed() {
        let other = groups[index].box
        let near = Box(
          other.x0 - reach.across, other.y0 - reach.down, other.x1 + reach.across,
          other.y1 + reach.down)
        let shared = near.clipped(to: group.box)
        guard shared.width > 0, shared.height > 0 else { continue }
        group = (group.box.union(other), groups[index].entries + group.entries)
        groups.remove(at: index)
      }
      groups.append(group)
    }
    self.groups = groups
  }

  /// Whether several lists of names with samples stand inside a frame: one of them is notes, and
  /// nothing says which.
  func areSeveral(in frame: Box) -> Bool {
    groups.count { $0.entries.count > 1 && frame.contains($0.box, slack: 4) } > 1
  }

  /// The entries of the one legend of a figure of several panels, where it stands in one of them.
  func only(among frames: [Box]) -> [LegendEntry]? {
    guard frames.count > 1, groups.count == 1, groups[0].entries.count > 1,
      frames.contains(where: { $0.contains(groups[0].box, slack: 4) })
    else { return nil }
    return groups[0].entries
  }

  /// The entries inside a frame; else those right beside it; else all that are in no frame, as
  /// panels share a legend.
  func entries(for frame: Box, among frames: [Box]) -> [LegendEntry] {
    let inside = groups.filter { frame.contains($0.box, slack: 4) }
    // Beside a legend of several entries, a single one is a note with a line to what it tells of.
    let isListed = inside.contains { $0.entries.count > 1 }
    if !inside.isEmpty {
      return inside.filter { $0.entries.count > 1 || !isListed }.flatMap(\.entries)
    }
    let free = groups.filter { group in !frames.contains { $0.contains(group.box, slack: 4) } }
    let own = free.filter { group in
      let isAbove =
        group.box.midX > frame.x0 && group.box.midX < frame.x1
        && group.box.width < 1.2 * frame.width
      let isBeside = group.box.midY > frame.y0 && group.box.midY < frame.y1
      let shared = group.box.clipped(to: frame.insetBy(-30))
      return shared.width > 0 && shared.height > 0 && (isAbove || isBeside)
    }
    return (own.isEmpty ? free : own).flatMap(\.entries)
  }
}

/// Finds names with samples beside them.
struct LegendFinder {
  let scene: PlotScene
  /// Labels of ticks, by their boxes: they name no series.
  let taken: Set<Position>

  private static let widest = 60.0
  private static let highest = 16.0

  func find() -> [LegendEntry] {
    let small = scene.marks.indices.filter { index in
      let box = scene.marks[index].box
      return box.width <= Self.widest && box.height <= Self.highest && !scene.marks[index].isWhite
    }.sorted { (scene.marks[$0].box.midY, $0) < (scene.marks[$1].box.midY, $1) }
    let entries = scene.labels.lines.compactMap { label in
      label.isSideways || taken.contains(Position(label.box)) ? nil : entry(label, among: small)
    }
    let found = entries.filter { isInLegend($0, entries) }
    // A number beside names, or alone, is the label of a tick with a piece of the grid before it.
    let names = found.filter { AxisNumber($0.name.text) == nil }
    return names.isEmpty && found.count > 1 ? found : names
  }

  private func entry(_ label: PlotLabel, among small: [Int]) -> LegendEntry? {
    let reach = 0.6 * label.size + 1
    let middle = label.box.midY
    let first = small.partitioningIndex { scene.marks[$0].box.midY >= middle - reach }
    var beside: [Int] = []
    for index in small[first...] {
      let box = scene.marks[index].box
      guard box.midY <= middle + reach else { break }
      if box.x1 <= label.box.x0 + 0.5, box.x0 >= label.box.x0 - Self.widest - 12,
        box.height < 1.6 * label.size
      {
        beside.append(index)
      }
      if beside.count > 400 { return nil }
    }
    beside.sort { (-scene.marks[$0].box.x1, $0) < (-scene.marks[$1].box.x1, $1) }
    guard let nearest = beside.first else { return nil }
    var sample = scene.marks[nearest].box
    guard label.box.x0 - sample.x1 < 2.2 * label.size else { return nil }
    var marks: [Int] = []
    for index in beside where scene.marks[index].box.x1 >= sample.x0 - 0.5 {
      sample = sample.union(scene.marks[index].box)
      marks.append(index)
    }
    // Dashes and markers may be drawn one by one.
    guard sample.width <= Self.widest, marks.count <= 24 else { return nil }
    return described(LegendEntry(name: label, sample: sample, marks: marks.sorted()))
  }

  private func described(_ entry: LegendEntry) -> LegendEntry? {
    var entry = entry
    // The caps of an error bar are level lines too, above and below the sample's own.
    let middle = entry.name.box.midY
    let marks = entry.marks.sorted { a, b in
      let away = [a, b].map { abs(scene.marks[$0].box.midY - middle) }
      return abs(away[0] - away[1]) > 1 ? away[0] < away[1] : a < b
    }
    // A line is longer than a character; figures may be printed at half their size.
    let least = min(7, 1.3 * entry.name.size)
    for index in marks {
      let mark = scene.marks[index]
      let box = mark.box
      if marks.contains(where: { scene.marks[$0].crosses(mark) }) {
        entry.marker = entry.marker ?? MarkerStyle(mark)
      } else if mark.kind == .stroke, mark.shape == .horizontal, box.width > least {
        entry.setStroke(mark)
      } else if mark.kind == .fill, mark.shape == .rectangle, box.width > 5, box.height > 2.5 {
        entry.patch = entry.patch ?? mark.color
        if entry.marker == nil { entry.marker = MarkerStyle(mark) }
      } else if entry.marker == nil, mark.shape == .other || mark.shape == .rectangle {
        entry.marker = MarkerStyle(mark)
      } else if entry.stroke == nil, mark.kind == .stroke, mark.shape == .other, box.width > least {
        entry.setStroke(mark)
      }
    }
    return entry.colors.isEmpty ? nil : entry
  }

  /// Samples of a legend stand in a column or a row and are of one width; a name with a sample that
  /// stands alone must have a line or a rectangle that a marker beside a note would not be.
  private func isInLegend(_ entry: LegendEntry, _ all: [LegendEntry]) -> Bool {
    let others = all.filter { $0.name.box != entry.name.box }
    let isAligned = others.contains { other in
      let isSame = abs(other.sample.width - entry.sample.width) < 2.5
      let isBelow = abs(other.name.box.x0 - entry.name.box.x0) < 1.5
      let isBeside = abs(other.name.box.midY - entry.name.box.midY) < 1.5
      return isBelow && abs(other.sample.midX - entry.sample.midX) < 4 || isSame && isBeside
    }
    return isAligned || entry.stroke != nil && entry.sample.width > 10
      || entry.patch != nil && entry.sample.width > 8
  }
}
