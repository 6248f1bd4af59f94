/// The spans and identifiers of a document's facts and knowledge, found by walking its encoding:
/// a property that is added later is found like the others.
struct Mentions {
  private(set) var spans: [SourceSpan] = []
  private(set) var identifiers: Set<String> = []

  /// Nil if the document cannot be encoded: a number in it is not finite.
  init?(of document: Document) {
    var bare = document
    // The texts hold no spans, and their regions are many.
    bare.sources = SourceMap()
    let walk = Walk()
    do { try bare.encode(to: walk) } catch { return nil }
    spans = walk.spans
    identifiers = walk.identifiers
  }
}

/// A value that names an entity.
private protocol Naming {
  var description: String { get }
}

extension EntityID: Naming {}
extension EntityRef: Naming {}

/// A value without parts: it encodes itself as itself, which a walk must not follow.
private protocol Leaf {}

extension Bool: Leaf {}
extension String: Leaf {}
extension Int: Leaf {}
extension Int8: Leaf {}
extension Int16: Leaf {}
extension Int32: Leaf {}
extension Int64: Leaf {}
extension UInt: Leaf {}
extension UInt8: Leaf {}
extension UInt16: Leaf {}
extension UInt32: Leaf {}
extension UInt64: Leaf {}

private struct NotFinite: Error {}

/// An encoder that writes nothing.
private final class Walk: Encoder {
  var spans: [SourceSpan] = []
  var identifiers: Set<String> = []

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func visit(_ value: some Encodable) throws {
    if value is any Leaf { return }
    if let span = value as? SourceSpan {
      spans.append(span)
    } else if let name = value as? any Naming {
      identifiers.insert(name.description)
    } else if let number = value as? any BinaryFloatingPoint {
      guard number.isFinite else { throw NotFinite() }
    } else {
      try value.encode(to: self)
    }
  }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed(walk: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { Unkeyed(walk: self) }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(walk: self) }

  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let walk: Walk
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) {}
    mutating func encode(_ value: some Encodable, forKey key: Key) throws { try walk.visit(value) }

    mutating func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key)
      -> KeyedEncodingContainer<Nested>
    { walk.container(keyedBy: type) }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      walk.unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { walk }
    mutating func superEncoder(forKey key: Key) -> any Encoder { walk }
  }

  struct Unkeyed: UnkeyedEncodingContainer {
    let walk: Walk
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(walk: Walk) { self.walk = walk }

    mutating func encodeNil() { count += 1 }

    mutating func encode(_ value: some Encodable) throws {
      count += 1
      try walk.visit(value)
    }

    mutating func nestedContainer<Nested>(keyedBy type: Nested.Type)
      -> KeyedEncodingContainer<Nested>
    { walk.container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      walk.unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { walk }
  }

  struct Single: SingleValueEncodingContainer {
    let walk: Walk
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() {}
    mutating func encode(_ value: some Encodable) throws { try walk.visit(value) }
  }
}
