internal import Glibc

/// The bytes of a file in one pass, a block at a time, with the passes that are worth speed.
struct BlockReader: ~Copyable {
  /// The line of the next byte, from 1.
  private(set) var line = 1
  /// The offset of the first byte of `line`.
  private(set) var lineStart = 0

  private let file: InputFile
  private let end: Int
  private var digest: Digest.Stream?

  /// The block in memory: `count` bytes of the file from `base` on, then eight zero bytes.
  private let block: UnsafeMutablePointer<UInt8>
  private var base = 0
  private var count = 0
  private var at = 0

  private static let blockSize = 1 << 20
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads at most the first `limit` bytes; `digests` asks for the SHA-256 of what is read.
  init(_ file: InputFile, limit: Int, digests: Bool) {
    self.file = file
    end = min(limit, file.size)
    digest = digests ? Digest.Stream(.sha256) : nil
    block = .allocate(capacity: Self.blockSize + 8)
    if refill(), count >= 3,
      Array(UnsafeBufferPointer(start: block, count: 3)) == Self.byteOrderMark
    {
      at = 3
      lineStart = 3
    }
  }

  deinit { block.deallocate() }

  /// The offset of the next byte in the file.
  var offset: Int { base + at }

  /// The next byte; nil at the end.
  mutating func peek() -> UInt8? {
    if at == count, !refill() { return nil }
    return block[at]
  }

  /// Passes the byte that `peek` gave.
  mutating func pass() {
    at += 1
    if block[at - 1] == UInt8(ascii: "\n") {
      line += 1
      lineStart = base + at
    }
  }

  /// Passes everything up to and with the next line break.
  mutating func passLine() {
    while at < count || refill() {
      guard let found = memchr(block + at, Int32(UInt8(ascii: "\n")), count - at) else {
        at = count
        continue
      }
      at = UnsafeMutableRawPointer(block).distance(to: found)
      pass()
      return
    }
  }

  /// Passes the string whose quotation mark comes next, mixes its raw bytes into `hash` and
  /// returns the range between the quotation marks. A line break in a string ends the line.
  mutating func passString(_ hash: inout ContentHash) throws(JSONFault) -> Range<Int> {
    at += 1
    let start = offset
    while true {
      if count - at < 8 { refill() }
      let word = UnsafeRawPointer(block + at).loadUnaligned(as: UInt64.self).littleEndian
      let stop = Self.stops(in: word)
      let plain = stop == 0 ? 8 : stop.trailingZeroBitCount >> 3
      guard plain < count - at || (plain == 8 && count - at == 8) else {
        at = count
        throw JSONFault(reason: .end, offset: offset)
      }
      hash.mix(plain == 8 ? word : word & ((1 << UInt64(plain * 8)) - 1))
      at += plain
      if plain == 8 { continue }
      if block[at] == UInt8(ascii: "\"") {
        at += 1
        return start..<(offset - 1)
      }
      try passEscape(&hash)
    }
  }

  /// Passes a backslash with the byte after it; throws at a line break.
  private mutating func passEscape(_ hash: inout ContentHash) throws(JSONFault) {
    guard block[at] == UInt8(ascii: "\\") else { throw JSONFault(reason: .lineEnd, offset: offset) }
    if count - at < 2, !refill() {
      at = count
      throw JSONFault(reason: .end, offset: offset)
    }
    guard block[at + 1] != UInt8(ascii: "\n") else {
      throw JSONFault(reason: .lineEnd, offset: offset)
    }
    hash.mix(UInt64(block[at]) << 8 | UInt64(block[at + 1]))
    at += 2
  }

  /// A word in which the lowest set bit marks the first quotation mark, backslash or line break.
  private static func stops(in word: UInt64) -> UInt64 {
    func zeros(_ bytes: UInt64) -> UInt64 {
      (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080
    }
    return zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C)
      | zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
  }

  /// Passes a number or a bare word; throws if the file ends with it.
  mutating func passWord() throws(JSONFault) -> Range<Int> {
    var length = 0
    while true {
      if at + length == count, !refill() { throw JSONFault(reason: .end, offset: base + count) }
      if Self.endsWord(block[at + length]) || length == Self.wordLimit { break }
      length += 1
    }
    at += length
    return (offset - length)..<offset
  }

  private static let wordLimit = 4096

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"),
      UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "{"), 0x20, 0x0A, 0x0D, 0x09:
      true
    default: false
    }
  }

  /// Bytes that were passed: from the block if they are still there, else from the file.
  func bytes(in range: Range<Int>) -> [UInt8] { withBytes(in: range) { Array($0) } }

  /// Calls `body` with bytes that were passed, which are valid during the call only.
  func withBytes<Result>(in range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
  {
    guard range.lowerBound >= base, range.upperBound <= base + count else {
      return file.bytes(in: range).withUnsafeBufferPointer(body)
    }
    return body(
      UnsafeBufferPointer(start: block + (range.lowerBound - base), count: range.count))
  }

  /// Reads on to the end; the SHA-256 of all that was read, or nil if it was not asked for.
  mutating func finish() -> String? {
    repeat { at = count } while refill()
    return digest?.finish()
  }

  /// Moves what is left of the block to its front and fills it up; false if nothing came.
  @discardableResult
  private mutating func refill() -> Bool {
    let left = count - at
    if left > 0 { memmove(block, block + at, left) }
    base += at
    at = 0
    count = left
    let room = min(Self.blockSize - left, end - base - left)
    if room > 0 {
      let space = UnsafeMutableRawBufferPointer(start: block + left, count: room)
      let filled = file.read(at: base + left, into: space)
      digest?.update(UnsafeRawBufferPointer(rebasing: space[..<filled]))
      count += filled
    }
    memset(block + count, 0, 8)
    return count > left
  }
}
