/// A valid PNG of one grey, made without a codec: stored blocks need no compression.
package enum BlankPicture {
  package static func png(width: Int, height: Int) -> [UInt8] {
    let row = [UInt8](repeating: 0x80, count: width)
    let pixels = [[UInt8]](repeating: [0] + row, count: height).flatMap(\.self)
    let header = bigEndian(width) + bigEndian(height) + [8, 0, 0, 0, 0]
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return signature + chunk("IHDR", header) + chunk("IDAT", stored(pixels)) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return bigEndian(data.count) + body + bigEndian(Int(crc(body)))
  }

  /// A zlib stream of one stored block; at most 65,535 bytes.
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    let length = [UInt8(data.count & 0xFF), UInt8(data.count >> 8)]
    return [0x78, 0x01, 0x01] + length + length.map { ~$0 } + data + bigEndian(Int(adler(data)))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }

  private static func crc(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(UInt32.max) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in
        let half: UInt32 = value >> 1
        return value & 1 == 1 ? half ^ 0xEDB8_8320 : half
      }
    }
  }

  private static func adler(_ data: [UInt8]) -> UInt32 {
    let (a, b) = data.reduce((UInt32(1), UInt32(0))) { sums, byte in
      let a = (sums.0 + UInt32(byte)) % 65521
      return (a, (sums.1 + a) % 65521)
    }
    return b << 16 | a
  }
}
