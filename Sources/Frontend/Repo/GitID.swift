/// The name of a git object: 20 bytes, printed as 40 hexadecimal digits.
struct GitID: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt32

  /// What stands for the identifier of a file that could not be read.
  static let unknown = "0000000000000000000000000000000000000000"

  /// The first 20 of `bytes`, which holds at least as many.
  init(_ bytes: UnsafeRawBufferPointer) {
    first = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    second = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    third = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
  }

  /// Reads 40 hexadecimal digits.
  init?(hex: String) {
    let digits = hex.utf8.compactMap { byte in Character(Unicode.Scalar(byte)).hexDigitValue }
    guard digits.count == 40, hex.utf8.count == 40 else { return nil }
    let bytes: [UInt8] = (0..<20).map { index in
      let (high, low): (Int, Int) = (digits[2 * index], digits[2 * index + 1])
      return UInt8(16 * high + low)
    }
    self = bytes.withUnsafeBytes { GitID($0) }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    for word in [first, second] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    for shift in stride(from: 24, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: third >> UInt32(shift)))
    }
    return bytes
  }

  var hex: String {
    let bytes = bytes
    return String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
      for (index, byte) in bytes.enumerated() {
        digits[2 * index] = Self.digit(byte >> 4)
        digits[2 * index + 1] = Self.digit(byte & 15)
      }
      return 2 * bytes.count
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}
