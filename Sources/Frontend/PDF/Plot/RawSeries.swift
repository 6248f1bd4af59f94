internal import IR

/// A series before its positions were turned into values.
struct RawSeries {
  let kind: PlotSeries.Kind
  let color: UInt32
  /// The first of its marks, in painting order.
  let mark: Int
  /// On the page; of bars the middle of the end that moves.
  var points: [SIMD2<Double>]
  var stroke: StrokeStyle? = nil
  /// Of the line, in points.
  var lineWidth: Float = 0
  var marker: MarkerStyle? = nil
  /// Whether the values of bars lie across.
  var isSideways = false
  /// Of stacked bars: where each begins, in the direction of its value.
  var bases: [Double] = []
  /// Ends of error bars or bands in the direction of the values, the smaller coordinate first.
  var spread: [ClosedRange<Double>] = []
  var name: PlotLabel? = nil
  /// What tells it from others of its name.
  var variant: PlotSeries.Variant? = nil

  var valueDirection: PlotDirection { isSideways ? .across : .down }
}

/// Makes lines of strokes.
struct CurveReader {
  let frame: Box

  func read(_ curves: [Curve]) -> [RawSeries] {
    var groups: [(key: StrokeStyle, width: Float, curves: [Curve])] = []
    for curve in curves {
      var curve = curve
      // What lies outside the frame is not seen.
      curve.points = curve.points.filter { frame.holds($0, slack: 0.7) }
      guard curve.points.count >= 2, isLong(curve) else { continue }
      let known = groups.firstIndex {
        $0.key == curve.style && abs($0.width - curve.lineWidth) < 0.05
      }
      if let known {
        groups[known].curves.append(curve)
      } else {
        groups.append((curve.style, curve.lineWidth, [curve]))
      }
    }
    return groups.flatMap { joined($0.curves) }.filter(isFunction).sorted { $0.mark < $1.mark }
  }

  /// Whether a line goes one way only: outlines of areas go there and back.
  private func isFunction(_ line: RawSeries) -> Bool {
    let steps = zip(line.points, line.points.dropFirst()).map { $1.x - $0.x }
    let there = steps.reduce(0) { $0 + max($1, 0) }
    let back = steps.reduce(0) { $0 - min($1, 0) }
    return min(there, back) < 0.02 * frame.width
  }

  private func isLong(_ curve: Curve) -> Bool {
    let xs = curve.points.map(\.x)
    guard let least = xs.min(), let most = xs.max() else { return false }
    return most - least > 0.06 * frame.width
  }

  /// Pieces of one style that follow each other are one line with gaps.
  private func joined(_ curves: [Curve]) -> [RawSeries] {
    func start(_ curve: Curve) -> Double { curve.points.map(\.x).min() ?? 0 }
    func end(_ curve: Curve) -> Double { curve.points.map(\.x).max() ?? 0 }
    let sorted = curves.sorted { (start($0), $0.mark) < (start($1), $1.mark) }
    let isSplit = zip(sorted, sorted.dropFirst()).allSatisfy { end($0) <= start($1) + 0.1 }
    let lines =
      isSplit && sorted.count < 50
      ? [
        sorted.dropFirst().reduce(sorted[0]) { joined, piece in
          var joined = joined
          joined.points += piece.points
          return joined
        }
      ]
      : curves
    return lines.map { line in
      RawSeries(
        kind: .line, color: line.style.color, mark: line.mark, points: line.points,
        stroke: line.style, lineWidth: line.lineWidth)
    }
  }
}

/// Makes series of markers, and tells which only mark the corners of a line.
struct MarkerReader {
  /// Adds to `lines` the markers on them; returns the other markers as series of their own.
  static func read(_ markers: [Marker], lines: inout [RawSeries]) -> [RawSeries] {
    var groups: [MarkerStyle: [Marker]] = [:]
    for marker in markers { groups[marker.style, default: []].append(marker) }
    // So many colours are a colour scale, which names no series.
    let ordered =
      groups.count > 16 ? [markers] : groups.values.sorted { $0[0].mark < $1[0].mark }
    var rest: [RawSeries] = []
    for group in ordered {
      let style = group[0].style
      let options = lines.indices.sorted { a, b in
        let same = (lines[a].color == style.color, lines[b].color == style.color)
        return same.0 != same.1 ? same.0 : a < b
      }
      if let line = options.first(where: { lie(group, on: lines[$0].points) }) {
        if lines[line].marker == nil { lines[line].marker = style }
        continue
      }
      let points = group.map(\.center).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
      rest.append(
        RawSeries(
          kind: .points, color: style.color, mark: group[0].mark, points: points, marker: style))
    }
    return rest
  }

  /// Whether most markers stand at corners of a line.
  private static func lie(_ markers: [Marker], on line: [SIMD2<Double>]) -> Bool {
    let corners = line.sorted { $0.x < $1.x }
    let found = markers.count { marker in
      var index = corners.partitioningIndex { $0.x >= marker.center.x - 0.6 }
      while index < corners.count, corners[index].x <= marker.center.x + 0.6 {
        if abs(corners[index].y - marker.center.y) < 0.9 { return true }
        index += 1
      }
      return false
    }
    return found * 10 >= markers.count * 7
  }
}

/// Gives lines, points and bars the error bars and bands around them.
struct SpreadReader {
  let marks: PanelMarks

  func add(to series: inout [RawSeries]) {
    for index in series.indices { addBars(to: &series[index]) }
    for area in marks.areas { addBand(area.color, area.points, to: &series) }
  }

  private func addBars(to series: inout RawSeries) {
    let direction = series.valueDirection
    let pieces = (direction == .down ? marks.upright : marks.level).filter {
      $0.box.length(direction) > 0.4
    }
    guard !pieces.isEmpty else { return }
    let own = pieces.filter { $0.color == series.color }
    let sorted = (own.isEmpty || series.kind == .bars ? pieces : own).sorted {
      $0.box.middle(direction.other) < $1.box.middle(direction.other)
    }
    var spread: [ClosedRange<Double>] = []
    var found = 0
    for point in series.points {
      let place = point[direction.other]
      var index = sorted.partitioningIndex { $0.box.middle(direction.other) >= place - 0.4 }
      var range = point[direction]...point[direction]
      while index < sorted.count, sorted[index].box.middle(direction.other) <= place + 0.4 {
        let box = sorted[index].box
        if box.start(direction) <= point[direction] + 0.3,
          box.end(direction) >= point[direction] - 0.3,
          box.length(direction) > range.upperBound - range.lowerBound
        {
          range = box.start(direction)...box.end(direction)
        }
        index += 1
      }
      if range.upperBound > range.lowerBound { found += 1 }
      spread.append(range)
    }
    if found * 10 >= series.points.count * 6 { series.spread = spread }
  }

  /// A polygon whose upper and lower edge go along a line of its colour, or around one line alone.
  private func addBand(
    _ color: UInt32, _ points: [SIMD2<Double>], to series: inout [RawSeries]
  ) {
    let edges = BandEdges(points)
    guard edges.places.count >= 2 else { return }
    let around = series.indices.filter { index in
      let line = series[index]
      guard line.kind != .bars, line.spread.isEmpty, line.points.count >= 2 else { return false }
      let inside = line.points.count(where: edges.holds)
      return inside * 10 >= line.points.count * 9
    }
    let same = around.filter { series[$0].color == color }
    guard let index = same.first ?? (around.count == 1 ? around.first : nil) else { return }
    series[index].spread = series[index].points.map { point in
      edges.range(at: point.x) ?? point.y...point.y
    }
  }
}

/// The upper and the lower edge of a polygon over its places.
struct BandEdges {
  private(set) var places: [Double] = []
  private var lows: [Double] = []
  private var highs: [Double] = []

  init(_ points: [SIMD2<Double>]) {
    for point in points.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      if let last = places.last, point.x - last < 0.02 {
        lows[lows.count - 1] = min(lows[lows.count - 1], point.y)
        highs[highs.count - 1] = max(highs[highs.count - 1], point.y)
      } else {
        places.append(point.x)
        lows.append(point.y)
        highs.append(point.y)
      }
    }
  }

  func range(at place: Double) -> ClosedRange<Double>? {
    guard let first = places.first, let last = places.last, place >= first - 0.1,
      place <= last + 0.1
    else { return nil }
    let next = min(places.partitioningIndex { $0 >= place }, places.count - 1)
    let before = max(next - 1, 0)
    let length = places[next] - places[before]
    let part = length > 0 ? min(max((place - places[before]) / length, 0), 1) : 0
    let low = lows[before] + part * (lows[next] - lows[before])
    let high = highs[before] + part * (highs[next] - highs[before])
    return low <= high ? low...high : nil
  }

  func holds(_ point: SIMD2<Double>) -> Bool {
    guard let range = range(at: point.x) else { return false }
    return range.lowerBound - 0.5 <= point.y && point.y <= range.upperBound + 0.5
  }
}
