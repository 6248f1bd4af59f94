internal import IR

/// Makes series of filled rectangles that stand on one line, or on each other.
struct BarReader {
  let frame: PlotFrame

  /// The bars by colour, and the rectangles that are none.
  func read(_ bars: [Bar]) -> (series: [RawSeries], rest: [Bar]) {
    guard bars.count < 20_000 else { return ([], bars) }
    let upright = stand(bars, along: .down)
    let sideways = stand(bars, along: .across)
    let isSideways: Bool
    switch (frame.x.scale, frame.y.scale) {
    case (nil, _): isSideways = false
    case (_, nil): isSideways = true
    default: isSideways = sideways.count > upright.count
    }
    let standing = isSideways ? sideways : upright
    let least = frame.x.scale == nil || frame.y.scale == nil ? 1 : 3
    guard standing.count >= least, standing.count * 10 >= bars.count * 8 || isDense(standing, bars)
    else { return ([], bars) }
    let direction: PlotDirection = isSideways ? .across : .down
    var groups: [(color: UInt32, bars: [(bar: Bar, base: Double, tip: Double)])] = []
    for item in standing {
      if let known = groups.firstIndex(where: { $0.color == item.bar.color }) {
        groups[known].bars.append(item)
      } else {
        groups.append((item.bar.color, [item]))
      }
      // So many colours are a colour scale.
      guard groups.count <= 24 else { return ([], bars) }
    }
    // Pieces of one colour on each other are not told apart by anything that a legend could name.
    guard !groups.contains(where: { hasPiles($0.bars.map(\.bar.box), direction) }) else {
      return ([], [])
    }
    let series = groups.map { group -> RawSeries in
      let sorted = group.bars.sorted {
        ($0.bar.box.middle(direction.other), $0.bar.mark) < (
          $1.bar.box.middle(direction.other), $1.bar.mark
        )
      }
      var series = RawSeries(
        kind: .bars, color: group.color, mark: group.bars.map(\.bar.mark).min() ?? 0,
        points: sorted.map { item in
          let middle = item.bar.box.middle(direction.other)
          return isSideways ? SIMD2(item.tip, middle) : SIMD2(middle, item.tip)
        })
      series.isSideways = isSideways
      let line = baseline(direction)
      if sorted.contains(where: { abs($0.base - line) > Self.slack }) {
        series.bases = sorted.map(\.base)
      }
      return series
    }
    let marks = Set(standing.map(\.bar.mark))
    return (series, bars.filter { !marks.contains($0.mark) })
  }

  /// Whether several boxes of one colour stand at one place.
  private func hasPiles(_ boxes: [Box], _ direction: PlotDirection) -> Bool {
    let sorted = boxes.sorted { $0.middle(direction.other) < $1.middle(direction.other) }
    return zip(sorted, sorted.dropFirst()).contains { a, b in
      let isLevel = abs(a.middle(direction.other) - b.middle(direction.other)) < 0.3
      // What is painted twice is one.
      return isLevel
        && abs(a.start(direction) - b.start(direction)) + abs(a.end(direction) - b.end(direction))
          > 0.4
    }
  }

  /// In points: two edges that a drawing program meant to be one.
  private static let slack = 0.7

  /// Where bars begin: at zero, or at the edge of the frame.
  private func baseline(_ direction: PlotDirection) -> Double {
    let axis = direction == .across ? frame.x : frame.y
    let box = frame.box
    let edge: Double
    if direction == .across {
      edge = (axis.scale?.slope ?? 1) > 0 ? box.x0 : box.x1
    } else {
      edge = (axis.scale?.slope ?? -1) < 0 ? box.y1 : box.y0
    }
    guard let scale = axis.scale, !scale.isLog, let zero = scale.position(of: 0),
      zero > box.start(direction), zero < box.end(direction)
    else { return edge }
    return zero
  }

  /// The bars that stand on the base line, and those that stand on bars that do.
  private func stand(_ bars: [Bar], along direction: PlotDirection) -> [(
    bar: Bar, base: Double, tip: Double
  )] {
    let line = baseline(direction)
    var standing: [(bar: Bar, base: Double, tip: Double)] = []
    // Tips of the bars so far, by their place across, to a tenth of a point.
    var tips: [Int: [Double]] = [:]
    func key(_ bar: Bar) -> Int { Int((bar.box.middle(direction.other) * 5).rounded()) }
    let ordered = bars.sorted {
      let a = min(abs($0.box.start(direction) - line), abs($0.box.end(direction) - line))
      let b = min(abs($1.box.start(direction) - line), abs($1.box.end(direction) - line))
      return (a, $0.mark) < (b, $1.mark)
    }
    for bar in ordered {
      let (start, end) = (bar.box.start(direction), bar.box.end(direction))
      let near = [key(bar) - 1, key(bar), key(bar) + 1].flatMap { tips[$0] ?? [] }
      let bases = [line] + near
      let base = bases.first { abs($0 - start) < Self.slack || abs($0 - end) < Self.slack }
      guard let base else { continue }
      let tip = abs(base - start) < abs(base - end) ? end : start
      if base != line || abs(base - tip) > 0.2 {
        standing.append((bar, base == line ? line : base, tip))
        if tips[key(bar)]?.count ?? 0 < 64 { tips[key(bar), default: []].append(tip) }
      }
    }
    return standing
  }

  /// Whether what does not stand is small: markers beside bars.
  private func isDense(_ standing: [(bar: Bar, base: Double, tip: Double)], _ bars: [Bar]) -> Bool {
    let marks = Set(standing.map(\.bar.mark))
    let isOneSize = standing.allSatisfy { item in
      abs(item.bar.box.width - standing[0].bar.box.width) < 0.3
        && abs(item.bar.box.height - standing[0].bar.box.height) < 0.3
    }
    return standing.count >= 3 && !isOneSize
      && bars.allSatisfy { marks.contains($0.mark) || max($0.box.width, $0.box.height) < 12 }
  }
}
