/// How values pass between the processes of one run: a compact form of what `Codable` types say of
/// themselves, which no file has and no version keeps.
///
/// JSON prints and parses each number and escapes each text: for a short paper that took as long
/// as finding its sections. Here a value is
/// - a number or truth value: its bytes, in the order of this machine;
/// - a text: its UTF-8;
/// - a keyed container: entries of a key and a value, each after four bytes with its length;
/// - an unkeyed container: values, each after its length.
///
/// A nested container, as the cases of enumerations have, is the last entry of its parent: its
/// length is `restOfParent`.
///
/// The writer is a process that has parsed hostile input: the reader takes no length on trust.
enum WireFormat {
  /// As deep as `JSONDecoder` goes.
  static let depthLimit = 512

  /// The one byte of a value that is nil: no text, truth value or container is that byte alone.
  static let null: UInt8 = 0xFF

  /// The length of an entry that ends where its container ends.
  static let restOfParent = UInt32.max

  /// In pieces, to be written one after the other.
  static func pieces(of value: some Encodable) throws -> [WirePiece] {
    let buffer = WireBuffer()
    try value.encode(to: WireEncoder(buffer: buffer))
    return buffer.pieces
  }

  static func encode(_ value: some Encodable) throws -> [UInt8] {
    try pieces(of: value).flatMap { piece in piece.withBytes { Array($0) } }
  }

  /// `start` is where the value begins.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], at start: Int = 0
  ) throws -> Value {
    guard start <= bytes.count else { throw WireFailure.damaged }
    return try Value(from: WireDecoder(bytes: bytes, range: start..<bytes.count, depth: 0))
  }
}

/// A part of an encoded value.
enum WirePiece {
  case bytes([UInt8])
  /// A long text as it is: to copy one costs more than to send it.
  case text(String)

  var count: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .text(let text): text.utf8.count
    }
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch self {
    case .bytes(let bytes): return bytes.withUnsafeBytes(body)
    case .text(var text): return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
  }
}

/// Why a value cannot be written or read.
enum WireFailure: Error {
  case tooLong
  /// Something follows a nested container.
  case entryAfterNested
  case damaged
  case tooDeep
}

/// The bytes of a value; everything that writes it shares them.
final class WireBuffer {
  /// What stands before `bytes`.
  private var closed: [WirePiece] = []
  private var closedCount = 0
  private var bytes: [UInt8] = []

  /// In bytes: shorter texts are copied.
  private static let longText = 1 << 16

  var pieces: [WirePiece] { closed + [.bytes(bytes)] }

  private var count: Int { closedCount + bytes.count }

  func append(_ number: some BitwiseCopyable) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  func append(_ text: String) {
    guard text.utf8.count < Self.longText else {
      closed += [.bytes(bytes), .text(text)]
      closedCount += bytes.count + text.utf8.count
      bytes = []
      return
    }
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  func append(contentsOf raw: UnsafeRawBufferPointer) { bytes.append(contentsOf: raw) }

  /// Appends a value, which says of itself what it is but for those that are many.
  func append(value: some Encodable) throws {
    if !appendPacked(value) { try value.encode(to: WireEncoder(buffer: self)) }
  }

  func append(key: some CodingKey) {
    let text = key.stringValue
    append(UInt32(clamping: text.utf8.count))
    append(text)
  }

  /// Appends what `body` does, after its length.
  func appendEntry(_ body: () throws -> Void) throws {
    let (piece, place, start) = (closed.count, bytes.count, count)
    append(WireFormat.restOfParent)
    try body()
    let length = count - start - 4
    guard length < WireFormat.restOfParent else { throw WireFailure.tooLong }
    if piece == closed.count {
      Self.set(UInt32(length), in: &bytes, at: place)
    } else if case .bytes(var before) = closed[piece] {
      Self.set(UInt32(length), in: &before, at: place)
      closed[piece] = .bytes(before)
    }
  }

  private static func set(_ length: UInt32, in bytes: inout [UInt8], at place: Int) {
    withUnsafeBytes(of: length) {
      for offset in 0..<4 { bytes[place + offset] = $0[offset] }
    }
  }
}
