internal import IR

/// The numbers of some evidence, for look-up and for recomputation.
struct NumberPool: Sendable {
  private let texts: Set<DecimalText>
  private let values: [Double]

  /// `cells` are the numbers from which others may be computed.
  init(_ texts: Set<DecimalText>, cells: Set<DecimalText>) {
    self.texts = texts
    values = cells.compactMap(\.value).sorted()
  }

  /// Whether a printed number stands here, joined ones also one by one.
  func holds(_ text: String) -> Bool {
    if texts.contains(DecimalText(text)) { return true }
    guard text.utf8.contains(UInt8(ascii: ",")) else { return false }
    return DecimalText.list(text).allSatisfy(texts.contains)
  }

  /// The ways in which an artifact may compute a number from two others.
  enum Operation: CaseIterable, Sendable { case difference, ratio, change, mean }

  /// Whether the number follows from two of these at its printed precision.
  func derives(_ number: DecimalText, by operations: [Operation] = Operation.allCases) -> Bool {
    guard let value = number.value else { return false }
    return values.contains { first in
      operations.contains { operation in
        operation.partners(of: first, for: value).contains { partner in
          neighbours(of: partner).contains { second in
            operation.result(first, second).map(number.states) ?? false
          }
        }
      }
    }
  }

  /// The values on both sides of a point: rounding may have moved it.
  private func neighbours(of point: Double) -> ArraySlice<Double> {
    let index = values.partitioningIndex { $0 >= point }
    return values[max(0, index - 2)..<min(values.count, index + 2)]
  }
}

extension NumberPool.Operation {
  func result(_ first: Double, _ second: Double) -> Double? {
    switch self {
    case .difference: first - second
    case .ratio: second == 0 ? nil : first / second
    case .change: second == 0 ? nil : 100 * (first - second) / second
    case .mean: (first + second) / 2
    }
  }

  /// What the second operand must be near for the result to be `value` or its negative.
  fileprivate func partners(of first: Double, for value: Double) -> [Double] {
    switch self {
    case .difference: [first - value, first + value]
    case .ratio: value == 0 ? [] : [first / value]
    case .change: [first / (1 + value / 100), value == 100 ? first : first / (1 - value / 100)]
    case .mean: [2 * value - first]
    }
  }
}
