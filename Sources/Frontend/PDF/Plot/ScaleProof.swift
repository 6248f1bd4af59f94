/// What ticks without labels say about a scale of which only two labels are known.
struct ScaleProof {
  let ticks: [Double]
  let labelled: [PlotScale.Tick]

  /// Whether small ticks stand at twice to nine times a power of ten.
  func isLog(_ scale: PlotScale) -> Bool {
    let positions = unlabelled
    let fitting = positions.filter { position in
      var value = scale.value(at: position)
      guard value.isFinite, value > 1e-300 else { return false }
      while value >= 9.99 { value /= 10 }
      while value < 0.999 { value *= 10 }
      return abs(value - value.rounded()) < 0.04
    }
    return fitting.count >= 5 && fitting.count * 10 >= positions.count * 9
  }

  /// Whether a label is zero or negative, and small ticks divide the distance evenly if there are
  /// any.
  func isLinear(_ scale: PlotScale) -> Bool {
    guard let first = labelled.first, let last = labelled.last else { return false }
    let positions = unlabelled
    let length = last.position - first.position
    let ends = [first.position, last.position] + positions
    let reach = (ends.max() ?? 0) - (ends.min() ?? 0)
    // Steps are those of the ticks only if ticks stand at most of them.
    let divides = [1.0, 2, 4, 5, 10, 20].contains { (steps: Double) -> Bool in
      let step = length.magnitude / steps
      let places = (reach / step).rounded() + 1
      guard Double(ends.count) * 2 >= places else { return false }
      return positions.allSatisfy { position in
        let part = (position - first.position) / step
        return abs(part - part.rounded()) * step < 0.4
      }
    }
    return divides && (!positions.isEmpty || labelled.contains { $0.value <= 0 })
  }

  private var unlabelled: [Double] {
    ticks.filter { tick in !labelled.contains { abs($0.position - tick) < 0.4 } }
  }
}
