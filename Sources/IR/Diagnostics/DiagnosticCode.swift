/// A stable code: `F` frontend, `P` pass, `D` driver, `ARA` verifier. Codes are never reused.
package struct DiagnosticCode: Hashable, Codable, Sendable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  package let name: String

  package init(_ name: String) { self.name = name }
  package init(stringLiteral name: String) { self.name = name }

  package init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  package var description: String { name }

  package static func < (a: DiagnosticCode, b: DiagnosticCode) -> Bool { a.name < b.name }
}
