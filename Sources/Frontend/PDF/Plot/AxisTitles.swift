internal import IR

/// Finds what is printed along the axes of a panel.
struct AxisTitles {
  let scene: PlotScene
  let frame: PlotFrame
  let frames: [PlotFrame]

  private static let reach = 60.0

  /// The line below the labels, near the middle of the axis.
  func x() -> PlotLabel? {
    let box = frame.box
    let bottom = frame.x.labels.map(\.box.y1).max() ?? box.y1
    let top = frame.x.labels.map(\.box.y0).min() ?? box.y0
    let isBelow = bottom > box.y1
    let ticks = Set(frame.x.labels.flatMap(\.sources).map { Position($0) })
    return scene.labels.lines.filter { label in
      let away = isBelow ? label.box.y0 - bottom : top - label.box.y1
      return !label.isSideways && away > -0.6 * label.box.height && away < 16
        && !label.sources.contains { ticks.contains(Position($0)) }
        && abs(label.box.midX - box.midX) < 0.12 * box.width + 4
        && label.box.width < 1.2 * box.width
        && (isBelow ? label.box.midY > bottom - 2 : label.box.midY < top + 2)
        && label.text.contains(where: \.isLetter)
        && !(isBelow && isAbove(label, nearerThan: away))
    }.min { abs($0.box.midY - box.y1) < abs($1.box.midY - box.y1) }
  }

  /// Whether a line stands over another frame, nearer to it than `distance`: it is its title.
  private func isAbove(_ label: PlotLabel, nearerThan distance: Double) -> Bool {
    frames.contains { other in
      let away = other.box.y0 - label.box.y1
      return away > -0.4 * label.box.height && away < distance
        && abs(label.box.midX - other.box.midX) < 0.12 * other.box.width
    }
  }

  /// A line right above the frame, near its middle, that names nothing in a legend.
  func top(besides legend: [LegendEntry]) -> PlotLabel? {
    let taken = Set(legend.map { Position($0.name.box) })
    let ticks = Set(frame.x.labels.flatMap(\.sources).map { Position($0) })
    return scene.labels.lines.filter { label in
      let away = frame.box.y0 - label.box.y1
      return !label.isSideways && away > -0.4 * label.box.height && away < 14
        && label.box.midY < frame.box.y0 && label.box.width < 1.1 * frame.box.width
        && abs(label.box.midX - frame.box.midX) < 0.12 * frame.box.width
        && label.text.contains(where: \.isLetter) && AxisOffset(label.text) == nil
        && !taken.contains(Position(label.box)) && !ticks.contains(Position(label.box))
    }.max { $0.box.y1 < $1.box.y1 }
  }

  /// The sideways line beside the labels.
  func y(isFar: Bool) -> PlotLabel? {
    let box = frame.box
    let edge = isFar ? box.x1 : box.x0
    let isOwn = { (label: PlotLabel) in
      label.box.overlapsVertically(box, by: 0.5 * min(label.box.height, box.height))
        && !frames.contains { other in
          // A panel between the label and this one would be its own.
          let near =
            isFar
            ? other.box.x0 > box.x1 - 1 && other.box.x1 < label.box.x0
            : other.box.x1 < box.x0 + 1 && other.box.x0 > label.box.x1
          return near && other.box.overlapsVertically(box)
        }
    }
    return scene.labels.lines.filter { label in
      let away = isFar ? label.box.x0 - edge : edge - label.box.x1
      return label.isSideways && away > 0 && away < Self.reach && isOwn(label)
        && label.text.contains(where: \.isLetter)
    }.min { a, b in
      abs(a.box.midX - edge) < abs(b.box.midX - edge)
    }
  }
}
