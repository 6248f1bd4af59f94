/// Packed files, written by hand: deflate whose blocks are stored.
enum PackedBytes {
  static func gzip(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + deflate(bytes) + little(checksum(bytes), 4)
      + little(UInt64(bytes.count), 4)
  }

  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let size = UInt64(block.count)
      packed += [rest.isEmpty ? 1 : 0] + little(size, 2) + little(~size, 2) + block
    } while !rest.isEmpty
    return packed
  }

  /// A zip of members that are packed by a method: 0 for stored, 8 for deflate.
  static func zip(_ members: [(name: String, text: String, method: UInt64)]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text, method) in members {
      let bytes = Array(text.utf8)
      let packed = method == 8 ? deflate(bytes) : bytes
      let sizes =
        little(method, 2) + little(0, 4) + little(checksum(bytes), 4)
        + little(UInt64(packed.count), 4) + little(UInt64(bytes.count), 4)
        + little(UInt64(name.utf8.count), 2) + little(0, 2)
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(0, 2) + sizes
        + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
        + little(UInt64(file.count), 4) + Array(name.utf8)
      file += little(0x0403_4B50, 4) + little(20, 2) + little(0, 2) + sizes + Array(name.utf8)
      file += packed
    }
    let start = UInt64(file.count)
    let count = little(UInt64(members.count), 2)
    return file + directory + little(0x0605_4B50, 4) + little(0, 4) + count + count
      + little(UInt64(directory.count), 4) + little(start, 4) + little(0, 2)
  }

  private static func little(_ number: UInt64, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
  }

  /// The CRC-32 of gzip and zip.
  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return UInt64(~sum)
  }
}
