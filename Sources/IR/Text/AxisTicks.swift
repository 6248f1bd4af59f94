/// The numbers along the axes of a plot: a scale that its author chose, and no results.
package enum AxisTicks {
  /// The numbers among the labels of a plot that stand in a scale: three or more in even, round
  /// steps from zero on (`0.2`, `0.4`, `0.6`), or each the double or the tenfold of the one before.
  package static func scan(_ labels: some Sequence<some StringProtocol>) -> Set<DecimalText> {
    var texts: [Double: Set<DecimalText>] = [:]
    for label in labels where CellNumbers.isNumeric(Substring(label)) {
      let numbers = CellNumbers.scan(Substring(label))
      guard numbers.count == 1, let value = numbers[0].value else { continue }
      texts[value, default: []].insert(numbers[0])
    }
    let values = texts.keys.sorted()
    var ticks: Set<Double> = []
    for (index, first) in values.enumerated() {
      for second in values[(index + 1)...] {
        guard let third = next(first, second, in: values) else { continue }
        ticks.formUnion([first, second, third])
      }
    }
    return ticks.reduce(into: []) { $0.formUnion(texts[$1] ?? []) }
  }

  private static func next(_ first: Double, _ second: Double, in values: [Double]) -> Double? {
    let step = second - first
    if isRound(step), isWhole(first / step), let third = values.close(to: second + step) {
      return third
    }
    let isScale = first > 0 && (areClose(second, 2 * first) || areClose(second, 10 * first))
    return isScale ? values.close(to: second * (second / first)) : nil
  }

  /// Whether a step is one of those at which axes are marked: 1, 2, 2.5, 4 or 5 times a power of
  /// ten.
  private static func isRound(_ step: Double) -> Bool {
    var digits = step
    while digits >= 10 { digits /= 10 }
    while digits < 1 { digits *= 10 }
    return [1, 2, 2.5, 4, 5, 10].contains { areClose(digits, $0) }
  }

  private static func isWhole(_ number: Double) -> Bool {
    (number - number.rounded()).magnitude < 1e-6
  }

  fileprivate static func areClose(_ first: Double, _ second: Double) -> Bool {
    (first - second).magnitude <= 1e-6 * max(first.magnitude, second.magnitude)
  }
}

extension [Double] {
  fileprivate func close(to value: Double) -> Double? {
    first { AxisTicks.areClose($0, value) }
  }
}
