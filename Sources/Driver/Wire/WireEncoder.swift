/// Writes one value at the end of a buffer.
struct WireEncoder: Encoder {
  let buffer: WireBuffer

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(WireKeyedWriter<Key>(buffer))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { WireUnkeyedWriter(buffer) }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    WireValueWriter(buffer: buffer)
  }
}

private struct WireKeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let buffer: WireBuffer
  private var isComplete = false

  init(_ buffer: WireBuffer) { self.buffer = buffer }

  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil(forKey key: Key) throws {
    try entry(key) { buffer.append(WireFormat.null) }
  }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    try entry(key) { try buffer.append(value: value) }
  }

  private func entry(_ key: Key, _ body: () throws -> Void) throws {
    guard !isComplete else { throw WireFailure.entryAfterNested }
    buffer.append(key: key)
    try buffer.appendEntry(body)
  }

  /// The rest of this container is the value of `key`.
  private mutating func rest(_ key: Key) -> WireBuffer {
    isComplete = true
    buffer.append(key: key)
    buffer.append(WireFormat.restOfParent)
    return buffer
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  { KeyedEncodingContainer(WireKeyedWriter<Nested>(rest(key))) }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    WireUnkeyedWriter(rest(key))
  }

  mutating func superEncoder() -> any Encoder { WireEncoder(buffer: buffer) }
  mutating func superEncoder(forKey key: Key) -> any Encoder { WireEncoder(buffer: rest(key)) }
}

private struct WireUnkeyedWriter: UnkeyedEncodingContainer {
  private let buffer: WireBuffer
  private(set) var count = 0
  private var isComplete = false

  init(_ buffer: WireBuffer) { self.buffer = buffer }

  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() throws { try entry { $0.append(WireFormat.null) } }

  mutating func encode(_ value: some Encodable) throws {
    try entry { try $0.append(value: value) }
  }

  private mutating func entry(_ body: (WireBuffer) throws -> Void) throws {
    guard !isComplete else { throw WireFailure.entryAfterNested }
    try buffer.appendEntry { try body(buffer) }
    count += 1
  }

  private mutating func rest() -> WireBuffer {
    isComplete = true
    buffer.append(WireFormat.restOfParent)
    return buffer
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type)
    -> KeyedEncodingContainer<Nested>
  { KeyedEncodingContainer(WireKeyedWriter<Nested>(rest())) }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    WireUnkeyedWriter(rest())
  }

  mutating func superEncoder() -> any Encoder { WireEncoder(buffer: rest()) }
}

/// Numbers and texts end here: what they say of themselves is one value.
private struct WireValueWriter: SingleValueEncodingContainer {
  let buffer: WireBuffer

  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() throws { buffer.append(WireFormat.null) }
  mutating func encode(_ value: Bool) throws { buffer.append(value ? 1 as UInt8 : 0) }
  mutating func encode(_ value: String) throws { buffer.append(value) }
  mutating func encode(_ value: Float) throws { buffer.append(Double(value)) }
  mutating func encode(_ value: Double) throws { buffer.append(value) }

  mutating func encode(_ value: some FixedWidthInteger & Encodable) throws {
    guard let number = Int64(exactly: value) else { throw WireFailure.tooLong }
    buffer.append(number)
  }

  mutating func encode(_ value: some Encodable) throws {
    try value.encode(to: WireEncoder(buffer: buffer))
  }
}
