internal import IR

/// Finds the row or the column of labels along one edge of a frame.
struct AxisLabels {
  let scene: PlotScene
  let frame: Box
  let direction: PlotDirection
  /// Whether it is the edge at the larger coordinate.
  let isFar: Bool

  var edge: Double { isFar ? frame.end(direction.other) : frame.start(direction.other) }

  /// How far outside the edge something begins; negative inside.
  func distance(_ box: Box) -> Double {
    isFar ? box.start(direction.other) - edge : edge - box.end(direction.other)
  }

  /// The row or column of labels next to the edge; none where other text is printed over one.
  func readable(among labels: [PlotLabel]) -> [PlotLabel] {
    let row = near(among: labels)
    return row.contains(where: isPrintedOver) ? [] : row
  }

  /// The row or column of labels next to the edge.
  func near(among labels: [PlotLabel]) -> [PlotLabel] {
    let reach = 0.06 * frame.length(direction) + 4
    let near = labels.filter { label in
      let away = distance(label.box)
      let place = label.place(direction)
      let size = label.box.length(direction.other)
      return away > -0.5 * min(size, 2 * label.size) && away < 34
        && place > frame.start(direction) - reach && place < frame.end(direction) + reach
    }
    // The row or column with most labels: one of the other axis may stand near the corner. Numbers
    // on the left end together, those on the right begin together.
    var rows: [[PlotLabel]] = []
    for label in near.sorted(by: { distance($0.box) < distance($1.box) }) where !isTitle(label) {
      let reach = direction == .down ? 8 : label.isSideways ? 12 : 0.45 * label.size
      if let first = rows.last?[0], first.isSideways == label.isSideways || direction == .down,
        distance(label.box) - distance(first.box) < reach
      {
        rows[rows.count - 1].append(label)
      } else {
        rows.append([label])
      }
    }
    guard let most = rows.map(\.count).max() else { return [] }
    return rows.first { $0.count == most } ?? []
  }

  /// Whether other text stands on a label: one of the two is not seen, and neither says which.
  private func isPrintedOver(_ label: PlotLabel) -> Bool {
    guard let own = label.inkBox else { return false }
    return scene.labels.tokens.contains { other in
      guard let box = other.inkBox, other.box != label.box else { return false }
      // Neighbours in a row may stand close enough to touch.
      let isInRow = abs(box.y1 - own.y1) < 0.5 && abs(other.size - label.size) < 0.5
      guard !isInRow else { return false }
      let shared = box.clipped(to: own)
      return shared.width > 0.2 * min(own.width, box.width)
        && shared.height > 0.4 * min(own.height, box.height)
    }
  }

  private func isTitle(_ label: PlotLabel) -> Bool {
    direction == .down && label.isSideways && AxisNumber(label.text) == nil
  }
}
