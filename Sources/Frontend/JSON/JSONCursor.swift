/// Reads JSON of any size from a file in one pass.
///
/// The caller walks the structure that it knows and skips the rest: nothing is decoded unless it
/// asks, and no value has to fit in memory. Nesting costs a frame of an own stack, so that hostile
/// depth meets a limit and not the end of the thread's stack. Beyond JSON it takes `NaN`,
/// `Infinity` and raw control characters in strings, which logs have.
struct JSONCursor: ~Copyable {
  enum Kind { case object, array, string, number, truth, null }

  private struct Frame {
    let close: UInt8
    var hasMember = false
    /// The known keys that stood in this object, by their place in `JSONKeys`.
    var keys: UInt64 = 0
  }

  /// Whether a line break inside a value means that the value was cut.
  var rowsAreLines = false
  /// How often a known key stood a second time in its object.
  private(set) var duplicateKeys = 0
  /// The bytes of the last key that was passed, between its quotation marks.
  private(set) var lastKey: Range<Int> = 0..<0

  private var source: BlockReader
  private let depthLimit: Int
  private var open: [Frame] = []

  /// Reads at most the first `limit` bytes; `digests` asks for the SHA-256 of the file.
  init(_ file: InputFile, limit: Int = .max, depthLimit: Int = 512, digests: Bool = false) {
    source = BlockReader(file, limit: limit, digests: digests)
    self.depthLimit = depthLimit
  }

  /// The offset of the next byte in the file.
  var offset: Int { source.offset }
  /// The line of the next byte, from 1.
  var line: Int { source.line }
  /// The column of the next byte, from 0.
  var column: Int { source.offset - source.lineStart }

  /// Reads on to the end; the SHA-256 of the file, or nil if it was not asked for.
  mutating func finish() -> String? { source.finish() }

  // MARK: Between rows

  /// The next byte that is no white space, unread, with every open value given up; nil at the end.
  mutating func peekRow() -> UInt8? {
    open.removeAll(keepingCapacity: true)
    while let byte = source.peek(), Self.isSpace(byte) { source.pass() }
    return source.peek()
  }

  /// Passes the byte that `peekRow` gave.
  mutating func pass() { source.pass() }

  /// Gives up every open value and goes to the start of the next line.
  mutating func passLine() {
    open.removeAll(keepingCapacity: true)
    source.passLine()
  }

  // MARK: Structure

  /// The kind of the next value, its first byte unread.
  mutating func kind() throws(JSONFault) -> Kind {
    switch try nextByte() {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .truth
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// Enters the object that comes next; `nextKey` then gives its members.
  mutating func enterObject() throws(JSONFault) {
    try enter(UInt8(ascii: "{"), closedBy: UInt8(ascii: "}"))
  }

  /// Enters the array that comes next; `nextElement` then gives its elements.
  mutating func enterArray() throws(JSONFault) {
    try enter(UInt8(ascii: "["), closedBy: UInt8(ascii: "]"))
  }

  /// Enters a value of this kind and returns true, or skips another value and returns false.
  mutating func enters(_ wanted: Kind) throws(JSONFault) -> Bool {
    guard try kind() == wanted else {
      try skip()
      return false
    }
    if wanted == .object { try enterObject() } else { try enterArray() }
    return true
  }

  /// The next known key of the open object, its value unread; nil past the object's end.
  /// Members with other keys are skipped.
  mutating func nextKey<Key>(_ keys: JSONKeys<Key>) throws(JSONFault) -> Key? {
    while try nextElement() {
      let name = try passKey()
      guard let index = source.withBytes(in: name, keys.index) else {
        try skip()
        continue
      }
      let bit: UInt64 = 1 << UInt64(index)
      if open[open.count - 1].keys & bit != 0 { duplicateKeys += 1 }
      open[open.count - 1].keys |= bit
      return keys[index]
    }
    return nil
  }

  /// The next key of the open object, its value unread; nil past the object's end.
  mutating func nextKey() throws(JSONFault) -> String? {
    guard try nextElement() else { return nil }
    return JSONText(source.bytes(in: try passKey())).text
  }

  /// Whether the open array has another element, which is then unread; false past its end.
  mutating func nextElement() throws(JSONFault) -> Bool {
    let byte = try nextByte()
    guard let last = open.indices.last else { throw fault(.unexpected(byte)) }
    if byte == open[last].close {
      source.pass()
      open.removeLast()
      return false
    }
    if open[last].hasMember {
      guard byte == UInt8(ascii: ",") else { throw fault(.unexpected(byte)) }
      source.pass()
    }
    open[last].hasMember = true
    return true
  }

  // MARK: Values

  /// Passes the next value, whatever it is, and returns the range of its bytes in the file.
  @discardableResult
  mutating func skip() throws(JSONFault) -> Range<Int> {
    var hash = ContentHash()
    return try skip(&hash)
  }

  /// Passes the next value and mixes what it says into `hash`, white space left out.
  mutating func skip(_ hash: inout ContentHash) throws(JSONFault) -> Range<Int> {
    let depth = open.count
    let first = try nextByte()
    if Self.separates(first) { throw fault(.unexpected(first)) }
    let start = offset
    try skipToken(first, &hash)
    while open.count > depth { try skipToken(try nextByte(), &hash) }
    return start..<offset
  }

  /// Passes the string that comes next, mixes it into `hash` and returns the range of its bytes
  /// between the quotation marks.
  mutating func passString(_ hash: inout ContentHash) throws(JSONFault) -> Range<Int> {
    let byte = try nextByte()
    guard byte == UInt8(ascii: "\"") else { throw fault(.unexpected(byte)) }
    return try source.passString(&hash)
  }

  /// The text of the next value if it is a string of at most `limit` bytes; skips anything else.
  mutating func string(limit: Int = 1 << 20) throws(JSONFault) -> JSONText? {
    guard try kind() == .string else {
      try skip()
      return nil
    }
    var hash = ContentHash()
    let range = try source.passString(&hash)
    return range.count <= limit ? JSONText(source.bytes(in: range)) : nil
  }

  /// The next value as it stands in the file if it is a number; skips anything else.
  mutating func number() throws(JSONFault) -> String? {
    guard try kind() == .number else {
      try skip()
      return nil
    }
    return try word()
  }

  /// The text of a string or a number, for labels that may be either; skips anything else.
  mutating func label() throws(JSONFault) -> String? {
    try kind() == .number ? word() : string(limit: 4096)?.text
  }

  mutating func truth() throws(JSONFault) -> Bool? {
    guard try kind() == .truth else {
      try skip()
      return nil
    }
    return try word() == "true"
  }

  private mutating func word() throws(JSONFault) -> String {
    source.withBytes(in: try passWord()) { String(decoding: $0, as: UTF8.self) }
  }

  /// Bytes that were passed.
  func bytes(in range: Range<Int>) -> [UInt8] { source.bytes(in: range) }

  // MARK: Tokens

  private mutating func enter(_ bracket: UInt8, closedBy close: UInt8) throws(JSONFault) {
    let byte = try nextByte()
    guard byte == bracket else { throw fault(.unexpected(byte)) }
    guard open.count < depthLimit else { throw fault(.depth(depthLimit)) }
    source.pass()
    open.append(Frame(close: close))
  }

  private mutating func skipToken(_ byte: UInt8, _ hash: inout ContentHash) throws(JSONFault) {
    hash.mix(UInt64(byte))
    switch byte {
    case UInt8(ascii: "\""): _ = try source.passString(&hash)
    case UInt8(ascii: "{"): try enterObject()
    case UInt8(ascii: "["): try enterArray()
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard open.last?.close == byte else { throw fault(.unexpected(byte)) }
      source.pass()
      open.removeLast()
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      guard !open.isEmpty else { throw fault(.unexpected(byte)) }
      source.pass()
    default:
      let word = try passWord()
      source.withBytes(in: word) { bytes in
        for byte in bytes { hash.mix(UInt64(byte)) }
      }
    }
  }

  private mutating func passKey() throws(JSONFault) -> Range<Int> {
    var hash = ContentHash()
    let name = try passString(&hash)
    let byte = try nextByte()
    guard byte == UInt8(ascii: ":") else { throw fault(.unexpected(byte)) }
    source.pass()
    lastKey = name
    return name
  }

  /// Passes a number or a bare word and returns the range of its bytes.
  private mutating func passWord() throws(JSONFault) -> Range<Int> {
    let range = try source.passWord()
    guard source.withBytes(in: range, JSONText.isWord) else {
      let word = source.bytes(in: range.prefix(32))
      let reason: JSONFault.Reason =
        if let first = word.first, first < 0x20 || first > 0x7E { .unexpected(first) } else {
          .word(String(decoding: word, as: UTF8.self))
        }
      throw JSONFault(reason: reason, offset: range.lowerBound)
    }
    return range
  }

  /// The next byte that is no white space, unread.
  private mutating func nextByte() throws(JSONFault) -> UInt8 {
    while let byte = source.peek() {
      guard Self.isSpace(byte) else { return byte }
      if rowsAreLines, byte == UInt8(ascii: "\n"), !open.isEmpty { throw fault(.lineEnd) }
      source.pass()
    }
    throw fault(.end)
  }

  private func fault(_ reason: JSONFault.Reason) -> JSONFault {
    JSONFault(reason: reason, offset: offset)
  }

  /// Whether a byte stands between values and begins none.
  private static func separates(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: "]")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
