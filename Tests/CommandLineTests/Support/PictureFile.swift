/// A PNG whose parts are all there: each with its checksum, from the header to the end.
struct PictureFile {
  let width: Int
  let height: Int

  /// Nil for bytes that a decoder would refuse.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var names: [String] = []
    var rest = bytes.dropFirst(8)
    var size = (width: 0, height: 0)
    while rest.count >= 12 {
      let length = Self.number(rest.prefix(4))
      guard rest.count >= length + 12 else { return nil }
      let body = rest.dropFirst(4).prefix(length + 4)
      let sum = rest.dropFirst(length + 8).prefix(4)
      guard Self.checksum(body) == UInt32(Self.number(sum)) else { return nil }
      let name = String(decoding: body.prefix(4), as: UTF8.self)
      if name == "IHDR" {
        size = (Self.number(body.dropFirst(4).prefix(4)), Self.number(body.dropFirst(8).prefix(4)))
      }
      names.append(name)
      rest = rest.dropFirst(length + 12)
    }
    guard rest.isEmpty, names.first == "IHDR", names.last == "IEND", names.contains("IDAT") else {
      return nil
    }
    (width, height) = size
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      let index = UInt8(truncatingIfNeeded: sum) ^ byte
      sum = table[Int(index)] ^ (sum >> 8)
    }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      let half: UInt32 = value >> 1
      return value & 1 == 1 ? half ^ 0xEDB8_8320 : half
    }
  }
}
