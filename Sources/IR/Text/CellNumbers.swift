/// The numbers of a table cell, or of any text that is no prose: other than in prose, a unit may be
/// glued to them, and code and formulas count.
package enum CellNumbers {
  package static func scan(_ text: Substring) -> [DecimalText] {
    let ranges = text.utf8.withContiguousStorageIfAvailable(ranges)
    return (ranges ?? []).map { DecimalText(text[utf8Range: $0]) }
  }

  private static func ranges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      guard startsNumber(bytes, at) else {
        at += 1
        continue
      }
      let end = endOfNumber(bytes, at)
      if !isGlued(bytes, at) { found.append(at..<end) }
      at = end
    }
    return found
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  private static func startsNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    if bytes[at].isASCIIDigit { return true }
    return bytes[at] == UInt8(ascii: ".") && at + 1 < bytes.count && bytes[at + 1].isASCIIDigit
  }

  /// Past the digits and the dots and commas between them.
  private static func endOfNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count {
      if bytes[end].isASCIIDigit {
        end += 1
      } else if isJoint(bytes[end]), end + 1 < bytes.count, bytes[end + 1].isASCIIDigit {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Whether a letter stands before the number, directly or with a hyphen between: then it belongs
  /// to a name.
  private static func isGlued(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var before = start - 1
    if before > 0, bytes[before] == UInt8(ascii: "-") { before -= 1 }
    guard before >= 0 else { return false }
    if bytes[before] < 0x80 {
      return bytes[before] == UInt8(ascii: "_") || Unicode.Scalar(bytes[before]).isASCIILetter
    }
    var first = before
    while first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    let scalar = String(decoding: bytes[first...before], as: UTF8.self).unicodeScalars.first
    return scalar?.properties.isAlphabetic ?? false
  }

  private static let marks: ScalarSet = "≈~±+-−–.,%* ()"

  /// Whether the whole cell is a number, with signs, marks and a percent sign at most.
  package static func isNumeric(_ cell: Substring) -> Bool {
    var hasDigit = false
    for scalar in cell.unicodeScalars {
      if scalar.isASCIIDigit {
        hasDigit = true
      } else if !marks.contains(scalar) {
        return false
      }
    }
    return hasDigit
  }
}
