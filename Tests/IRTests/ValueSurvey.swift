import IR

/// What a value holds, by reflection: which properties ever have a value, and which cases of which
/// enums occur.
struct ValueSurvey {
  /// `Claim.provenance`, with whether some instance has a value there.
  private(set) var properties: [String: Bool] = [:]
  private(set) var cases: [String: Set<String>] = [:]

  init(of value: Any) { visit(value) }

  var propertiesWithoutValue: [String] { properties.filter { !$0.value }.keys.sorted() }

  private mutating func visit(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct, .class:
      for child in mirror.children {
        note("\(Self.name(of: value)).\(child.label ?? "")", child.value)
        visit(child.value)
      }
    case .enum:
      let payload = mirror.children.first
      cases[Self.name(of: value), default: []].insert(payload?.label ?? "\(value)")
      if let payload { visit(payload.value) }
    case .optional, .collection, .tuple, .dictionary, .set:
      for child in mirror.children { visit(child.value) }
    default: break
    }
  }

  private mutating func note(_ property: String, _ value: Any) {
    let mirror = Mirror(reflecting: value)
    let isContainer = mirror.displayStyle == .optional || mirror.displayStyle == .collection
    properties[property, default: false] =
      properties[property, default: false] || !isContainer || !mirror.children.isEmpty
  }

  /// `Block.Kind`: without the module and the generic parameters.
  private static func name(of value: Any) -> String {
    let name = String(reflecting: type(of: value)).split(separator: "<").first ?? ""
    return name.split(separator: ".").dropFirst().joined(separator: ".")
  }
}
