/// A kind of thing that an artifact numbers (`spec/ara-format.md`, section 4).
package protocol Entity: Sendable {
  /// `C` for claims, `RW` for related works.
  static var idPrefix: String { get }
  /// Two for zero-padded identifiers, one for those that are not padded.
  static var idDigits: Int { get }
}

extension Entity {
  package static var idDigits: Int { 2 }
}

/// The identifier of an entity of one kind: prints `C01`; `E01` does not parse as a claim's.
package struct EntityID<Kind: Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// From 1, in file order.
  package let ordinal: Int

  package init(_ ordinal: Int) { self.ordinal = ordinal }

  package init?(parsing text: some StringProtocol) {
    guard text.hasPrefix(Kind.idPrefix) else { return nil }
    let digits = text.dropFirst(Kind.idPrefix.count)
    guard digits.count >= Kind.idDigits, digits.allSatisfy(\.isASCIIDigit),
      let ordinal = Int(digits),
      ordinal > 0, EntityID(ordinal).description == text
    else { return nil }
    self.ordinal = ordinal
  }

  package var description: String {
    let digits = String(ordinal)
    return Kind.idPrefix + String(repeating: "0", count: max(0, Kind.idDigits - digits.count))
      + digits
  }

  package var ref: EntityRef { EntityRef(description) }

  package static func < (a: EntityID, b: EntityID) -> Bool { a.ordinal < b.ordinal }
}

extension EntityID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = EntityID(parsing: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no identifier such as '\(EntityID(1))'")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The identifier of an entity of any kind, as printed.
package struct EntityRef: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package let id: String

  package init(_ id: String) { self.id = id }

  package init(from decoder: any Decoder) throws {
    id = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(id)
  }

  package var description: String { id }

  package static func < (a: EntityRef, b: EntityRef) -> Bool { a.id < b.id }
}

extension Character {
  /// One of `0`…`9`; digits of other scripts are no part of an identifier or a number here.
  package var isASCIIDigit: Bool { self >= "0" && self <= "9" }
}

extension Unicode.Scalar {
  package var isASCIIDigit: Bool { self >= "0" && self <= "9" }
  package var isASCIILetter: Bool { (self >= "a" && self <= "z") || (self >= "A" && self <= "Z") }
}
