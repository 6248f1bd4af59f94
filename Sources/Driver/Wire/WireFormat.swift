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

  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let buffer = WireBuffer()
    try value.encode(to: WireEncoder(buffer: buffer))
    return buffer.bytes
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try Value(from: WireDecoder(bytes: bytes, range: bytes.indices, depth: 0))
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
  private(set) var bytes: [UInt8] = []

  func append(_ number: some BitwiseCopyable) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  func append(_ text: String) {
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
    let start = bytes.count
    append(WireFormat.restOfParent)
    try body()
    let count = bytes.count - start - 4
    guard count < WireFormat.restOfParent else { throw WireFailure.tooLong }
    withUnsafeBytes(of: UInt32(count)) {
      for offset in 0..<4 { bytes[start + offset] = $0[offset] }
    }
  }
}
