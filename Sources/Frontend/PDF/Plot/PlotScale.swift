internal import Glibc
internal import IR

/// How values follow from positions along an axis.
struct PlotScale {
  let isLog: Bool
  /// Of the value, or of its decimal logarithm, per point of the page.
  let slope: Double
  let offset: Double

  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  func value(at position: Double) -> Double {
    let value = offset + slope * position
    return isLog ? pow(10, value) : value
  }

  /// Where a value stands; nil for one that a log scale does not have.
  func position(of value: Double) -> Double? {
    if isLog, value <= 0 { return nil }
    return ((isLog ? log10(value) : value) - offset) / slope
  }

  /// Decimals, or significant digits on a log scale, that a tenth of a point resolves.
  var digits: Int {
    let step = slope.magnitude * 0.1
    let digits = -log10(isLog ? step * 2.3 : step).rounded()
    guard digits.isFinite else { return 3 }
    return isLog ? min(max(Int(digits) + 1, 3), 6) : min(max(Int(digits), -15), 12)
  }

  func rounded(_ value: Double) -> Double {
    isLog
      ? RoundedNumber.round(value, significant: digits)
      : RoundedNumber.round(value, decimals: digits)
  }

  struct Tick {
    let position: Double
    let value: Double
  }

  /// The scale on which all but a few of the ticks stand to within `tolerance` points; nil if there
  /// is none. Two ticks are on any scale: the caller needs a proof.
  static func fit(_ ticks: [Tick], tolerance: Double, isLog: Bool) -> (PlotScale, used: [Int])? {
    let points: [(Double, Double)] = ticks.map { tick in
      (tick.position, isLog ? (tick.value > 0 ? log10(tick.value) : .nan) : tick.value)
    }
    let usable = points.indices.filter { points[$0].1.isFinite }.prefix(48)
    guard usable.count >= 2, usable.count == ticks.count || !isLog else { return nil }
    var best: [Int] = []
    for a in usable {
      for b in usable where b > a {
        guard let line = line(through: [points[a], points[b]]) else { continue }
        let used = usable.filter {
          (points[$0].1 - line.offset - line.slope * points[$0].0).magnitude
            <= tolerance * line.slope.magnitude
        }
        if used.count > best.count { best = Array(used) }
      }
      if best.count == usable.count { break }
    }
    let enough = ticks.count <= 4 ? ticks.count : (ticks.count * 3 + 3) / 4
    guard best.count >= enough, let line = line(through: best.map { points[$0] }) else {
      return nil
    }
    return (PlotScale(isLog: isLog, slope: line.slope, offset: line.offset), best)
  }

  /// The line of least squares; nil if it is level or upright.
  private static func line(through points: [(Double, Double)]) -> (slope: Double, offset: Double)? {
    let count = Double(points.count)
    let meanX = points.map(\.0).reduce(0, +) / count
    let meanY = points.map(\.1).reduce(0, +) / count
    let spread = points.map { ($0.0 - meanX) * ($0.0 - meanX) }.reduce(0, +)
    let shared = points.map { ($0.0 - meanX) * ($0.1 - meanY) }.reduce(0, +)
    guard spread > 1, shared != 0 else { return nil }
    let slope = shared / spread
    return slope.isFinite ? (slope, meanY - slope * meanX) : nil
  }
}
