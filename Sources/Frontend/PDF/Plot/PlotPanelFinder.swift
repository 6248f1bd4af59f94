internal import IR

/// A frame with the axes along its edges.
struct PlotFrame {
  let box: Box
  var x: AxisReading
  var y: AxisReading
  /// The axis on the right, where it has a scale of its own.
  var second: AxisReading? = nil
  /// Whether numbers stand along the right edge that form no scale: some of what is drawn is theirs.
  var hasUnreadSecond = false
  /// Frames inside this one: what is drawn there is theirs.
  var insets: [Box] = []

  var axes: [AxisReading] { [x, y] + (second.map { [$0] } ?? []) }
}

/// Finds the frames of a scene whose axes can be read.
struct PlotPanelFinder {
  let scene: PlotScene

  private static let candidateLimit = 64
  private static let least = (width: 36.0, height: 28.0)

  /// Top to bottom, then left to right.
  func find() -> [PlotFrame] {
    var open: [(box: Box, x: AxisReading?, y: AxisReading?)] = []
    var found: [PlotFrame] = []
    let all = candidates()
    for box in all {
      let frame = read(box, among: all)
      if let x = frame.x, let y = frame.y, x.scale != nil || y.scale != nil {
        found.append(PlotFrame(box: box, x: x, y: y, second: frame.second))
      } else {
        open.append((box, frame.x, frame.y))
      }
    }
    // More labels say more; of frames that say the same the smallest is the one around the data.
    let order = found.indices.sorted { a, b in
      let labels = (count(found[a]), count(found[b]))
      let areas = (found[a].box.area, found[b].box.area)
      return (-labels.0, areas.0, a) < (-labels.1, areas.1, b)
    }
    var kept: [PlotFrame] = []
    for index in order { accept(found[index], into: &kept) }
    for item in open { borrow(item, into: &kept) }
    // What stands between two panels is the axis of the second alone.
    let isLent = kept.map { isNeighbours($0.y, of: $0, kept) }
    kept = zip(kept, isLent).filter { !$0.1 }.map(\.0)
    for index in kept.indices where isNeighbours(kept[index].second, of: kept[index], kept) {
      kept[index].second = nil
    }
    for index in kept.indices where kept[index].second == nil {
      kept[index].hasUnreadSecond = hasNumbersOnRight(kept[index], kept)
    }
    return kept.sorted { a, b in
      abs(a.box.y0 - b.box.y0) > 8 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0
    }
  }

  private func count(_ frame: PlotFrame) -> Int {
    frame.axes.map { $0.labels.count + ($0.isExact ? 2 : 0) }.reduce(0, +)
  }

  private func read(_ box: Box, among all: [Box])
    -> (x: AxisReading?, y: AxisReading?, second: AxisReading?)
  {
    func reader(_ direction: PlotDirection, _ isFar: Bool) -> AxisReader {
      AxisReader(scene: scene, frame: box, direction: direction, isFar: isFar)
    }
    func axis(_ direction: PlotDirection, _ isFar: Bool) -> AxisReading? {
      reader(direction, isFar).read()
    }
    // Names above that stand at no ticks are those of a legend, what stands right below another frame
    // is that one's, and where there are numbers below the data are theirs.
    let bottom = reader(.across, true)
    let x =
      bottom.read()
      ?? axis(.across, false).flatMap { top in
        let isOwn = top.labels.allSatisfy { label in
          !all.contains { isBelow(label.box, $0, nearerThan: box.y0 - label.box.y1) }
        }
        return top.isExact && isOwn && !bottom.hasNumbers ? top : nil
      }
    let left = axis(.down, false)
    let right = axis(.down, true)
    // Where numbers on the left could not be read, those on the right may be the next panel's.
    guard let left else { return (x, isBare(box, .down) ? right : nil, nil) }
    guard let right, let own = left.scale, let other = right.scale else {
      return (x, left, nil)
    }
    let isOwn = [box.y0, box.y1].contains { position in
      abs(own.value(at: position) - other.value(at: position))
        > 0.01 * abs(own.value(at: box.y0) - own.value(at: box.y1))
    }
    return (x, left, isOwn ? right : nil)
  }

  private func isBelow(_ label: Box, _ frame: Box, nearerThan distance: Double) -> Bool {
    let away = label.y0 - frame.y1
    return away > -3 && away < distance && frame.overlapsHorizontally(label)
  }

  /// Whether the labels on the right of a frame are those on the left of the next.
  private func isNeighbours(_ axis: AxisReading?, of frame: PlotFrame, _ all: [PlotFrame]) -> Bool {
    guard let labels = axis?.labels.map(\.box) else { return false }
    let right = all.filter { $0.box.x0 > frame.box.x1 }
    return right.contains { other in
      labels.contains { label in
        let away = other.box.x0 - label.x1
        let own = label.x0 - frame.box.x1
        return away < own + 2 && other.y.labels.contains { $0.box == label }
      }
    }
  }

  /// Whether numbers that are no other frame's stand right beside a frame whose own are on the left.
  private func hasNumbersOnRight(_ frame: PlotFrame, _ all: [PlotFrame]) -> Bool {
    let texts = AxisLabels(scene: scene, frame: frame.box, direction: .down, isFar: true)
    let next = candidates().filter { $0.x0 > frame.box.x1 && $0.overlapsVertically(frame.box) }
    let near = scene.labels.tokens.filter { label in
      let away = texts.distance(label.box)
      // What stands nearer to the next frame is that one's, read or not.
      return away > 0 && away < 9 && AxisNumber(label.text) != nil
        && label.box.midY > frame.box.y0 - 2 && label.box.midY < frame.box.y1 + 2
        && !next.contains { $0.x0 > label.box.x1 && $0.x0 - label.box.x1 < away + 2 }
    }
    let numbers = texts.near(among: near)
    return numbers.count >= 2
      && !numbers.contains { label in
        all.contains { $0.axes.contains { $0.labels.contains { $0.box == label.box } } }
      }
  }

  /// Frames do not overlap, but one may lie in another.
  private func accept(_ frame: PlotFrame, into kept: inout [PlotFrame]) {
    var parent: Int?
    for (index, other) in kept.enumerated() {
      let shared = frame.box.clipped(to: other.box)
      guard shared.width > 3, shared.height > 3 else { continue }
      guard frame.axes.allSatisfy(\.isExact), other.box.contains(frame.box, slack: -4),
        frame.box.area < 0.4 * other.box.area, parent == nil, !sharesLabels(frame, with: other)
      else { return }
      parent = index
    }
    if let parent { kept[parent].insets.append(frame.box) }
    kept.append(frame)
  }

  /// Whether a label of one frame is one of another: an area between the lines of a grid is no panel.
  private func sharesLabels(_ frame: PlotFrame, with other: PlotFrame) -> Bool {
    let known = other.axes.flatMap { $0.labels.map(\.box) }
    return frame.axes.contains { $0.labels.contains { known.contains($0.box) } }
  }

  /// Takes a missing axis from a panel in the same row or column whose ticks stand at the same
  /// places: panels that share an axis print its labels once.
  private func borrow(
    _ item: (box: Box, x: AxisReading?, y: AxisReading?), into kept: inout [PlotFrame]
  ) {
    let row = item.y == nil ? kept.first { other in isLevel(other.box, item.box, .down) } : nil
    let column = item.x == nil ? kept.first { other in isLevel(other.box, item.box, .across) } : nil
    guard var y = item.y ?? row?.y, var x = item.x ?? column?.x,
      x.scale != nil || y.scale != nil
    else { return }
    if item.y == nil {
      guard isBare(item.box, .down), let marks = ownTicks(of: y, in: item.box, .down) else {
        return
      }
      y.marks = marks
    }
    if item.x == nil {
      guard isBare(item.box, .across), let marks = ownTicks(of: x, in: item.box, .across) else {
        return
      }
      x.marks = marks
    }
    accept(PlotFrame(box: item.box, x: x, y: y), into: &kept)
  }

  private func isBare(_ box: Box, _ direction: PlotDirection) -> Bool {
    AxisReader(scene: scene, frame: box, direction: direction, isFar: direction == .across).isBare
  }

  private func isLevel(_ a: Box, _ b: Box, _ direction: PlotDirection) -> Bool {
    abs(a.start(direction) - b.start(direction)) < 1.2
      && abs(a.end(direction) - b.end(direction)) < 1.2
  }

  /// The ticks or grid lines of a frame, if they stand where those of another axis do.
  private func ownTicks(of axis: AxisReading, in frame: Box, _ direction: PlotDirection) -> Set<
    Int
  >? {
    var marks: Set<Int> = []
    var places: [Double] = []
    for index in scene.lines(direction.other) {
      let box = scene.marks[index].box
      let place = box.middle(direction)
      let ends = [frame.start(direction.other), frame.end(direction.other)]
      guard place > frame.start(direction) - 1, place < frame.end(direction) + 1,
        ends.contains(where: {
          box.start(direction.other) < $0 + 1 && box.end(direction.other) > $0 - 1
        }),
        axis.ticks.contains(where: { abs($0 - place) < 0.4 })
      else { continue }
      marks.insert(index)
      if !places.contains(where: { abs($0 - place) < 0.4 }) { places.append(place) }
    }
    return places.count >= 2 && places.count >= axis.ticks.count - 1 ? marks : nil
  }

  // MARK: Candidates

  /// Boxes that may be frames: rectangles, clips, corners where two lines meet.
  private func candidates() -> [Box] {
    let rectangles = scene.marks.filter { $0.shape == .rectangle }.map(\.box)
    var boxes: [Box] = []
    for box in rectangles + corners() + scene.clips {
      guard boxes.count < Self.candidateLimit, box.width > Self.least.width,
        box.height > Self.least.height, scene.box.contains(box, slack: 4),
        !boxes.contains(where: { isLevel($0, box, .across) && isLevel($0, box, .down) })
      else { continue }
      boxes.append(box)
    }
    return boxes
  }

  /// Frames of which only lines are drawn, or two of them.
  private func corners() -> [Box] {
    func long(_ direction: PlotDirection, _ least: Double) -> [Box] {
      scene.lines(direction).map { scene.marks[$0].box }.filter { $0.length(direction) > least }
    }
    let level = long(.across, Self.least.width).prefix(200)
    let upright = long(.down, Self.least.height).prefix(200)
    var boxes: [Box] = []
    for line in level {
      for other in upright where boxes.count < Self.candidateLimit {
        let meets =
          [line.x0, line.x1].contains { abs($0 - other.midX) < 1.5 }
          && [other.y0, other.y1].contains { abs($0 - line.midY) < 1.5 }
        if meets { boxes.append(Box(line.x0, other.y0, line.x1, other.y1)) }
      }
    }
    return boxes
  }
}

extension Box {
  var area: Double { width * height }
}
