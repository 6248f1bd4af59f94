/// Reads one value, which is a range of a buffer.
struct WireDecoder: Decoder {
  let bytes: [UInt8]
  let range: Range<Int>
  let depth: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(WireKeyedReader<Key>(self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try WireUnkeyedReader(self) }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { WireValueReader(self) }

  func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try packed(type) ?? Value(from: self)
  }

  /// The value of the entry whose length stands at `start`.
  func value(at start: Int) throws -> WireDecoder {
    guard depth < WireFormat.depthLimit else { throw WireFailure.tooDeep }
    let length = try number(UInt32.self, at: start)
    let first = start + 4
    let end = length == WireFormat.restOfParent ? range.upperBound : first + Int(length)
    guard end <= range.upperBound else { throw WireFailure.damaged }
    return WireDecoder(bytes: bytes, range: first..<end, depth: depth + 1)
  }

  var isNil: Bool { range.count == 1 && bytes[range.lowerBound] == WireFormat.null }

  func number<Number: BitwiseCopyable>(_ type: Number.Type, at start: Int) throws -> Number {
    guard start + MemoryLayout<Number>.size <= range.upperBound else { throw WireFailure.damaged }
    return bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: start, as: Number.self)
    }
  }
}

private struct WireKeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let container: WireDecoder
  /// Where the next entry is looked for first: keys are read in the order that they were written.
  private let next = Cursor()

  private final class Cursor { var place = 0 }

  init(_ container: WireDecoder) {
    self.container = container
    next.place = container.range.lowerBound
  }

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    var keys: [Key] = []
    var place = container.range.lowerBound
    while place < container.range.upperBound, let name = try? container.value(at: place),
      let value = try? container.value(at: name.range.upperBound)
    {
      if let key = Key(stringValue: text(name)) { keys.append(key) }
      place = value.range.upperBound
    }
    return keys
  }

  private func text(_ name: WireDecoder) -> String {
    String(decoding: container.bytes[name.range], as: UTF8.self)
  }

  private func find(_ key: Key) throws -> WireDecoder? {
    let range = container.range
    let wanted = key.stringValue.utf8
    let first = next.place
    var place = first
    repeat {
      if place == range.upperBound {
        place = range.lowerBound
        continue
      }
      let name = try container.value(at: place)
      let value = try container.value(at: name.range.upperBound)
      place = value.range.upperBound
      if name.range.count == wanted.count, container.bytes[name.range].elementsEqual(wanted) {
        next.place = place
        return value
      }
    } while place != first
    return nil
  }

  func contains(_ key: Key) -> Bool { (try? find(key)) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try find(key)?.isNil ?? true }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try value(of: key).read(type)
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    guard let value = try find(key), !value.isNil else { return nil }
    return try value.read(type)
  }

  private func value(of key: Key) throws -> WireDecoder {
    guard let value = try find(key) else {
      throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "not sent"))
    }
    return value
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
    -> KeyedDecodingContainer<Nested>
  { try value(of: key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try value(of: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { container }
  func superDecoder(forKey key: Key) throws -> any Decoder { try value(of: key) }
}

private struct WireUnkeyedReader: UnkeyedDecodingContainer {
  private let container: WireDecoder
  private var place: Int
  private(set) var currentIndex = 0
  let count: Int?

  init(_ container: WireDecoder) throws {
    self.container = container
    place = container.range.lowerBound
    var entries = 0
    var end = place
    while end < container.range.upperBound {
      end = try container.value(at: end).range.upperBound
      entries += 1
    }
    count = entries
  }

  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { place == container.range.upperBound }

  private mutating func next() throws -> WireDecoder {
    let value = try container.value(at: place)
    place = value.range.upperBound
    currentIndex += 1
    return value
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, try container.value(at: place).isNil else { return false }
    _ = try next()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().read(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
    -> KeyedDecodingContainer<Nested>
  { try next().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct WireValueReader: SingleValueDecodingContainer {
  private let value: WireDecoder

  init(_ value: WireDecoder) { self.value = value }

  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { value.isNil }

  func decode(_ type: Bool.Type) throws -> Bool { try number(UInt8.self) != 0 }

  func decode(_ type: String.Type) throws -> String {
    guard let text = String(validating: value.bytes[value.range], as: UTF8.self) else {
      throw WireFailure.damaged
    }
    return text
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try number(Double.self)) }
  func decode(_ type: Double.Type) throws -> Double { try number(Double.self) }

  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    guard let number = try Number(exactly: number(Int64.self)) else { throw WireFailure.damaged }
    return number
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value.read(type) }

  private func number<Number: BitwiseCopyable>(_ type: Number.Type) throws -> Number {
    guard value.range.count == MemoryLayout<Number>.size else { throw WireFailure.damaged }
    return try value.number(type, at: value.range.lowerBound)
  }
}
