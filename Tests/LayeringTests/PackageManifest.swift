import FoundationEssentials
import TestSupport

/// The targets that `Package.swift` declares, read from its text.
///
/// The manifest writes a module as `module("IR", […])` and other targets as
/// `.target(name: "…", dependencies: […])`; a dependency is a name in quotes or a constant that
/// stands for a product.
struct PackageManifest {
  struct Target: Equatable {
    let name: String
    let dependencies: [String]
  }

  let targets: [Target]

  static func load() throws -> PackageManifest {
    PackageManifest(
      try String(contentsOfFile: PackageFolder.root + "/Package.swift", encoding: .utf8))
  }

  init(_ text: String) {
    let tokens = SwiftScanner.tokens(of: text)
    let products = Self.products(tokens)
    targets = tokens.indices.compactMap { index in
      Self.target(at: index, tokens).map { name, dependencies in
        Target(name: name, dependencies: dependencies.map { products[$0] ?? $0 })
      }
    }
  }

  func dependencies(of name: String) -> [String]? {
    targets.first { $0.name == name }?.dependencies
  }

  /// `let subprocess: Target.Dependency = .product(name: "Subprocess", …)` by name of the constant.
  private static func products(_ tokens: [SwiftToken]) -> [String: String] {
    var products: [String: String] = [:]
    for index in tokens.indices where tokens[index].text == "product" {
      guard let constant = tokens[..<index].lastIndex(where: { $0.text == "let" }),
        let name = tokens[index...].first(where: { $0.kind == .string })
      else { continue }
      products[tokens[constant + 1].text] = name.text
    }
    return products
  }

  private static let declarators: Set<String> = [
    "module", "target", "executableTarget", "systemLibrary",
  ]

  private static func target(at index: Int, _ tokens: [SwiftToken]) -> (String, [String])? {
    guard declarators.contains(tokens[index].text), index + 2 < tokens.count,
      tokens[index + 1].text == "("
    else { return nil }
    let hasLabel = tokens[index + 2].text == "name"
    let name = index + (hasLabel ? 4 : 2)
    guard name < tokens.count, tokens[name].kind == .string else { return nil }
    return (tokens[name].text, list(after: name, tokens))
  }

  /// The elements of the list that follows a target's name: `, […]` or `, dependencies: […]`.
  private static func list(after name: Int, _ tokens: [SwiftToken]) -> [String] {
    var rest = tokens[(name + 1)...].dropFirst()
    if rest.first?.text == "dependencies" { rest = rest.dropFirst(2) }
    guard rest.first?.text == "[" else { return [] }
    return rest.dropFirst().prefix { $0.text != "]" || $0.kind == .string }
      .filter { $0.kind != .punctuation }.map(\.text)
  }
}
