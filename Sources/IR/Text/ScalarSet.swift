/// A few characters: `"([“"`.
///
/// To ask a string whether it has a character makes a character of each of its own and compares all
/// of them as text; this looks at a number.
package struct ScalarSet: ExpressibleByStringLiteral, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Those beyond ASCII.
  private var others: [Unicode.Scalar] = []

  package init(stringLiteral characters: String) {
    for scalar in characters.unicodeScalars {
      switch scalar.value {
      case 0..<64: low |= 1 << UInt64(scalar.value)
      case 64..<128: high |= 1 << UInt64(scalar.value & 63)
      default: others.append(scalar)
      }
    }
  }

  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 128 else {
      return (scalar.value < 64 ? low : high) >> UInt64(scalar.value & 63) & 1 == 1
    }
    return others.contains(scalar)
  }
}
