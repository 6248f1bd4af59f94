internal import Glibc

/// The standard security handler of PDF 1.1: RC4 with keys of 40 bits.
package struct PDFEncryption: Sendable {
  private let key: [UInt8]
  private let owner: [UInt8]
  private let user: [UInt8]
  private static let permissions: Int32 = -4
  private static let identifier = [UInt8](repeating: 0x41, count: 16)

  /// An empty user password opens for everybody, though the content is encrypted.
  package init(userPassword: String) {
    let padded = Self.padded(userPassword)
    owner = RC4.apply([UInt8](MD5.digest(Self.padded("owner")).prefix(5)), to: padded)
    let bits = withUnsafeBytes(of: Self.permissions.littleEndian) { [UInt8]($0) }
    key = [UInt8](MD5.digest(padded + owner + bits + Self.identifier).prefix(5))
    user = RC4.apply(key, to: Self.padding)
  }

  func encrypt(_ content: [UInt8], object: Int) -> [UInt8] {
    let number: [UInt8] = [0, 8, 16].map { UInt8(truncatingIfNeeded: object >> $0) }
    return RC4.apply([UInt8](MD5.digest(key + number + [0, 0]).prefix(10)), to: content)
  }

  var trailerEntries: String {
    let id = Self.hexadecimal(Self.identifier)
    return "/ID[\(id)\(id)]/Encrypt<</Filter/Standard/V 1/R 2/P \(Self.permissions)"
      + "/O\(Self.hexadecimal(owner))/U\(Self.hexadecimal(user))>>"
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    "<" + bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + ">"
  }

  private static func padded(_ password: String) -> [UInt8] {
    [UInt8]((Array(password.utf8) + padding).prefix(32))
  }

  private static let padding: [UInt8] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
  ]
}

private enum RC4 {
  static func apply(_ key: [UInt8], to data: [UInt8]) -> [UInt8] {
    var state = (0...255).map { UInt8($0) }
    var j = 0
    for i in 0..<256 {
      j = (j + Int(state[i]) + Int(key[i % key.count])) & 255
      state.swapAt(i, j)
    }
    var i = 0
    j = 0
    return data.map { byte in
      i = (i + 1) & 255
      j = (j + Int(state[i])) & 255
      state.swapAt(i, j)
      return byte ^ state[(Int(state[i]) + Int(state[j])) & 255]
    }
  }
}

private enum MD5 {
  static func digest(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
    padded += bytes(of: UInt64(message.count) * 8)
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    for start in stride(from: 0, to: padded.count, by: 64) {
      mix(Array(padded[start..<(start + 64)]), into: &state)
    }
    return state.flatMap { bytes(of: $0) }
  }

  private static func mix(_ block: [UInt8], into state: inout [UInt32]) {
    let words = stride(from: 0, to: 64, by: 4).map { start in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(block[start + $1]) << (8 * $1) }
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for round in 0..<64 {
      let (mixed, word) = step(round, b, c, d)
      let sum = a &+ mixed &+ constants[round] &+ words[word]
      let shift = shifts[round / 16][round % 4]
      (a, d, c, b) = (d, c, b, b &+ (sum << shift | sum >> (32 - shift)))
    }
    for (index, value) in [a, b, c, d].enumerated() { state[index] &+= value }
  }

  private static func step(_ round: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> (UInt32, Int) {
    switch round / 16 {
    case 0: (b & c | ~b & d, round)
    case 1: (d & b | ~d & c, (5 * round + 1) % 16)
    case 2: (b ^ c ^ d, (3 * round + 5) % 16)
    default: (c ^ (b | ~d), 7 * round % 16)
    }
  }

  private static func bytes(of value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { [UInt8]($0) }
  }

  private static let shifts: [[UInt32]] = [
    [7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21],
  ]

  /// The integer parts of 2^32 times the absolute sines of 1 to 64.
  private static let constants: [UInt32] = (1...64).map {
    UInt32(sin(Double($0)).magnitude * 4_294_967_296)
  }
}
