import FoundationEssentials

/// Any JSON value.
package enum JSONValue: Hashable, Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  package init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      var members: [String: JSONValue] = [:]
      for key in container.allKeys {
        members[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
      }
      self = .object(members)
      return
    }
    if var container = try? decoder.unkeyedContainer() {
      var items: [JSONValue] = []
      while !container.isAtEnd { items.append(try container.decode(JSONValue.self)) }
      self = .array(items)
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  package var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  package var text: String? { if case .string(let text) = self { text } else { nil } }
  package var number: Double? { if case .number(let number) = self { number } else { nil } }
}

/// The part of JSON Schema (draft 2020-12) that the schemas of this project use; a keyword that it
/// does not know is an error, so that none is passed over.
package struct JSONSchema: Sendable {
  private let root: JSONValue

  package init(_ root: JSONValue) { self.root = root }

  /// What is wrong with a value, one line per breach: the place in it and the keyword.
  package func breaches(of value: JSONValue) -> [String] { breaches(value, root, at: "") }

  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  private func breaches(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard case .object(let rules) = schema else { return ["\(place): no schema"] }
    return rules.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
      if Self.annotations.contains(keyword) { return [] }
      return breaches(value, keyword, rule, rules, at: place)
    }
  }

  private func breaches(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ rules: [String: JSONValue],
    at place: String
  ) -> [String] {
    func unless(_ holds: Bool) -> [String] { holds ? [] : ["\(place): \(keyword)"] }
    switch keyword {
    case "$ref":
      let path = (rule.text ?? "").split(separator: "/").dropFirst().map(String.init)
      let target = path.reduce(root) { $0[$1] ?? .null }
      return breaches(value, target, at: place)
    case "oneOf":
      let fitting = rule.items.filter { breaches(value, $0, at: place).isEmpty }
      return unless(fitting.count == 1)
    case "type":
      let names = (rule.text.map { [$0] } ?? rule.items.compactMap(\.text))
      return unless(names.contains { Self.isOf($0, value) })
    case "const": return unless(value == rule)
    case "enum": return unless(rule.items.contains(value))
    case "pattern":
      guard let text = value.text, let pattern = rule.text else { return [] }
      return unless(((try? Regex(pattern).firstMatch(in: text)) ?? nil) != nil)
    case "minLength": return unless(value.text.map { $0.count >= Self.count(rule) } ?? true)
    case "maxLength": return unless(value.text.map { $0.count <= Self.count(rule) } ?? true)
    case "minimum": return unless(value.number.map { $0 >= rule.number ?? 0 } ?? true)
    case "maximum": return unless(value.number.map { $0 <= rule.number ?? 0 } ?? true)
    case "minItems": return unless(!Self.isArray(value) || value.items.count >= Self.count(rule))
    case "maxItems": return unless(value.items.count <= Self.count(rule))
    case "uniqueItems": return unless(Set(value.items).count == value.items.count)
    case "items":
      return value.items.enumerated().flatMap { breaches($1, rule, at: "\(place)/\($0)") }
    case "properties":
      guard case .object(let members) = value, case .object(let known) = rule else { return [] }
      return members.sorted { $0.key < $1.key }.flatMap { key, member in
        known[key].map { breaches(member, $0, at: "\(place)/\(key)") } ?? []
      }
    case "required":
      guard case .object(let members) = value else { return [] }
      return rule.items.compactMap(\.text).filter { members[$0] == nil }
        .map { "\(place): \(keyword) \($0)" }
    case "additionalProperties":
      guard rule == .bool(false), case .object(let members) = value else { return [] }
      let strange = members.keys.filter { rules["properties"]?[$0] == nil }
      return strange.sorted().map { "\(place)/\($0): \(keyword)" }
    default: return ["the schema has the unknown keyword \(keyword)"]
    }
  }

  private static func count(_ rule: JSONValue) -> Int { rule.number.map { Int($0) } ?? 0 }

  private static func isArray(_ value: JSONValue) -> Bool {
    if case .array = value { true } else { false }
  }

  private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array),
      ("object", .object), ("number", .number):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
