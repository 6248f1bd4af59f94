/// A few bytes of ASCII, each asked for with one shift.
package struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  package init(_ characters: StaticString) {
    characters.withUTF8Buffer { bytes in
      for byte in bytes {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        if byte < 64 { low |= bit } else { high |= bit }
      }
    }
  }

  package func contains(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return false }
    return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}
