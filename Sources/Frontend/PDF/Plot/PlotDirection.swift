internal import IR

/// The two directions of a plot. Positions grow to the right and, as on the page, downwards.
enum PlotDirection {
  case across, down

  var other: PlotDirection { self == .across ? .down : .across }
}

extension Box {
  func start(_ direction: PlotDirection) -> Double { direction == .across ? x0 : y0 }
  func end(_ direction: PlotDirection) -> Double { direction == .across ? x1 : y1 }
  func middle(_ direction: PlotDirection) -> Double { direction == .across ? midX : midY }
  func length(_ direction: PlotDirection) -> Double { direction == .across ? width : height }

  func holds(_ point: SIMD2<Double>, slack: Double) -> Bool {
    x0 - slack <= point.x && point.x <= x1 + slack && y0 - slack <= point.y
      && point.y <= y1 + slack
  }
}

extension SIMD2<Double> {
  subscript(_ direction: PlotDirection) -> Double { direction == .across ? x : y }
}
