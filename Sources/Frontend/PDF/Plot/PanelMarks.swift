internal import IR

/// A run of strokes in one style.
struct Curve {
  let style: StrokeStyle
  let lineWidth: Float
  /// Of its first mark, in painting order.
  let mark: Int
  var points: [SIMD2<Double>]
}

/// A small shape that stands for one value.
struct Marker {
  let style: MarkerStyle
  let mark: Int
  let center: SIMD2<Double>
}

/// A filled rectangle, cut off at the frame.
struct Bar {
  let color: UInt32
  let mark: Int
  let box: Box
}

/// The marks of one panel, told apart by their shapes.
struct PanelMarks {
  private(set) var curves: [Curve] = []
  private(set) var markers: [Marker] = []
  private(set) var bars: [Bar] = []
  /// Polygons that may be bands around lines.
  private(set) var areas: [(color: UInt32, mark: Int, points: [SIMD2<Double>])] = []
  /// Upright and level straight lines inside the frame: error bars, caps.
  private(set) var upright: [Mark] = []
  private(set) var level: [Mark] = []
  /// Where the frame's own lines were painted.
  private(set) var frameLines: [Int] = []

  private let scene: PlotScene
  private let frame: PlotFrame
  private var open: Curve?

  private static let smallest = 16.0

  /// `excluded` are the marks of legends.
  init(scene: PlotScene, frame: PlotFrame, excluded: Set<Int>, legends: [Box]) {
    self.scene = scene
    self.frame = frame
    let ticks = frame.axes.reduce(into: Set<Int>()) { $0.formUnion($1.marks) }
    for index in scene.marks.indices where !excluded.contains(index) {
      let mark = scene.marks[index]
      let seen = mark.seenBox.clipped(to: frame.box.insetBy(-2))
      guard seen.width >= -0.1, seen.height >= -0.1 else { continue }
      if isFrameLine(mark) {
        frameLines.append(index)
        continue
      }
      guard !ticks.contains(index), !mark.isWhite, !isTick(mark),
        !frame.insets.contains(where: { $0.contains(mark.box, slack: 3) }),
        !isOutline(mark, of: legends)
      else { continue }
      sort(mark, index, seen)
    }
    close()
  }

  // MARK: What is no data

  private func isFrameLine(_ mark: Mark) -> Bool {
    let box = frame.box
    switch mark.shape {
    case .horizontal:
      return mark.box.width > 0.9 * box.width && mark.box.width < 1.1 * box.width
        && (abs(mark.box.midY - box.y0) < 1 || abs(mark.box.midY - box.y1) < 1)
    case .vertical:
      return mark.box.height > 0.9 * box.height && mark.box.height < 1.1 * box.height
        && (abs(mark.box.midX - box.x0) < 1 || abs(mark.box.midX - box.x1) < 1)
    case .rectangle, .other:
      return mark.box.width > 0.97 * box.width && mark.box.height > 0.97 * box.height
        && mark.points <= 8
    }
  }

  /// Whether a short line at any of the four edges is one of the frame's ticks.
  private func isTick(_ mark: Mark) -> Bool {
    let box = mark.box
    switch mark.shape {
    case .vertical where box.height <= 12:
      let touches =
        abs(box.y0 - frame.box.y0) < 0.8 || abs(box.y1 - frame.box.y1) < 0.8
        || abs(box.y0 - frame.box.y1) < 0.8 || abs(box.y1 - frame.box.y0) < 0.8
      return touches && frame.x.ticks.contains { abs($0 - box.midX) < 0.3 }
    case .horizontal where box.width <= 12:
      let touches =
        abs(box.x0 - frame.box.x0) < 0.8 || abs(box.x1 - frame.box.x1) < 0.8
        || abs(box.x0 - frame.box.x1) < 0.8 || abs(box.x1 - frame.box.x0) < 0.8
      return touches
        && (frame.y.ticks + (frame.second?.ticks ?? [])).contains { abs($0 - box.midY) < 0.3 }
    default: return false
    }
  }

  /// Whether a mark is the box around a legend.
  private func isOutline(_ mark: Mark, of legends: [Box]) -> Bool {
    guard mark.points <= 24, legends.contains(where: { mark.box.contains($0, slack: 1) }),
      mark.box.area < 0.7 * frame.box.area
    else { return false }
    let path = scene.path(of: mark)
    guard let first = path.first, let last = path.last else { return true }
    return abs(first.x - last.x) < 0.1 && abs(first.y - last.y) < 0.1
  }

  // MARK: Sorting

  private mutating func sort(_ mark: Mark, _ index: Int, _ seen: Box) {
    let isSmall = mark.box.width <= Self.smallest && mark.box.height <= Self.smallest
    switch (mark.kind, mark.shape) {
    case (.stroke, .horizontal), (.stroke, .vertical):
      let isAcross = mark.shape == .horizontal
      if extends(mark) || isAcross && seen.width > 0.1 * frame.box.width {
        addStroke(mark, index)
      } else if isCross(mark, index) {
        addMarker(mark, index)
      } else if isAcross {
        level.append(mark)
      } else {
        upright.append(mark)
      }
    case (.stroke, .rectangle) where mark.points <= 5,
      (.stroke, .other) where isSmall && !extends(mark):
      if isSmall, !isShortPiece(mark) { addMarker(mark, index) } else { addStroke(mark, index) }
    case (.stroke, _): addStroke(mark, index)
    case (.fill, .rectangle) where mark.points <= 6:
      let box = mark.box.clipped(to: frame.box)
      guard mark.box.area < 0.6 * frame.box.area || box.width < 0.5 * frame.box.width else {
        return
      }
      if box.width > 0.3, box.height > 0.2 {
        bars.append(Bar(color: mark.color, mark: index, box: box))
      }
    case (.fill, .horizontal), (.fill, .vertical):
      let box = mark.box.clipped(to: frame.box)
      if box.width > 0.2, box.height > 0.2 {
        bars.append(Bar(color: mark.color, mark: index, box: box))
      }
    case (.fill, _):
      if isSmall {
        addMarker(mark, index)
      } else {
        areas.append((mark.color, index, scene.path(of: mark)))
      }
    case (.image, _), (.clip, _): break
    }
  }

  /// Whether a mark goes on where the last stroke ended, in its style.
  private func extends(_ mark: Mark) -> Bool {
    guard let open, open.style == StrokeStyle(mark), let last = open.points.last,
      let first = scene.path(of: mark).first
    else { return false }
    return abs(first.x - last.x) < 0.06 && abs(first.y - last.y) < 0.06
  }

  /// Whether it may be the first piece of a line that is drawn piece by piece: the next goes on.
  private func isShortPiece(_ mark: Mark) -> Bool { mark.points > 12 && mark.box.width > 8 }

  /// Whether a line is the second stroke of a cross.
  private mutating func isCross(_ mark: Mark, _ index: Int) -> Bool {
    guard index > 0, max(mark.box.width, mark.box.height) <= Self.smallest else { return false }
    let other = scene.marks[index - 1]
    guard other.crosses(mark) else { return false }
    if other.shape == .horizontal { _ = level.popLast() } else { _ = upright.popLast() }
    return true
  }

  private mutating func addStroke(_ mark: Mark, _ index: Int) {
    let path = scene.path(of: mark)
    guard path.count >= 2 else { return }
    if extends(mark) {
      open?.points += path.dropFirst()
      return
    }
    close()
    // A closed outline is no function of anything.
    let isClosed = path.count > 2 && path[0] == path[path.count - 1]
    guard !isClosed else { return }
    open = Curve(
      style: StrokeStyle(mark), lineWidth: mark.lineWidth, mark: index, points: path)
  }

  private mutating func close() {
    if let open { curves.append(open) }
    open = nil
  }

  /// Edge and ground of one marker are painted one after the other; of a cross both strokes.
  private mutating func addMarker(_ mark: Mark, _ index: Int) {
    let center = SIMD2(mark.box.midX, mark.box.midY)
    guard frame.box.holds(center, slack: 0.8) else { return }
    if let last = markers.last, index - last.mark <= 2, abs(last.center.x - center.x) < 0.15,
      abs(last.center.y - center.y) < 0.15
    {
      return
    }
    markers.append(Marker(style: MarkerStyle(mark), mark: index, center: center))
  }
}

extension Mark {
  /// Whether two strokes, one level and one upright, are a cross together.
  func crosses(_ other: Mark) -> Bool {
    kind == .stroke && other.kind == .stroke && color == other.color
      && (shape == .horizontal && other.shape == .vertical
        || shape == .vertical && other.shape == .horizontal)
      && abs(box.midX - other.box.midX) < 0.1 && abs(box.midY - other.box.midY) < 0.1
      && abs(max(box.width, box.height) - max(other.box.width, other.box.height)) < 0.3
  }
}
