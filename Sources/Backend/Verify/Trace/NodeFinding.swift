internal import IR
internal import YAML

// How findings about tree nodes are placed.

extension Finding {
  /// A finding about a node as a whole: where its `id` stands.
  init(
    _ code: DiagnosticCode, _ variant: FindingCase = .usual, node: TraceFile.Node, about: String,
    _ message: String
  ) {
    self.init(
      code, variant, at: ArtifactPlace(file: TraceFile.path, line: node.line), subject: node.id,
      about: about, message)
  }

  /// A finding about a key of a node: where its label stands.
  init(
    _ code: DiagnosticCode, _ variant: FindingCase = .usual, key: TraceFile.Key,
    of node: TraceFile.Node, _ message: String
  ) {
    let text = key.value.scalar
    self.init(
      code, variant,
      at: ArtifactPlace(file: TraceFile.path, line: key.place.line, column: key.place.column),
      subject: node.id, about: Excerpt.of(key.name), message, excerpt: text.map { Excerpt.of($0) })
  }

  /// A key that a node lacks, or that says nothing.
  static func missingKey(_ code: DiagnosticCode, _ name: String, _ node: TraceFile.Node) -> Finding
  {
    guard let key = node[name] else {
      let label = name == "id" ? "a node" : node.label
      return Finding(code, node: node, about: name, "\(label) has no '\(name)'")
    }
    return Finding(code, key: key, of: node, "'\(name)' of \(node.label) says nothing")
  }

  /// A finding about the tree as a whole.
  static func tree(
    _ code: DiagnosticCode, _ variant: FindingCase = .usual, about: String, _ message: String
  ) -> Finding {
    Finding(
      code, variant, at: ArtifactPlace(file: TraceFile.path, line: 1), about: about, message)
  }
}

extension TraceFile.Node {
  /// How messages call the node.
  var label: String { id.map { Quoted($0).description } ?? "a node without identifier" }

  /// Whether a key has a value that the April script takes for one, and no placeholder.
  func says(_ name: String) -> Bool {
    guard let value = self[name]?.value else { return false }
    if let items = value.sequence { return !items.isEmpty }
    if let entries = value.mapping { return !entries.isEmpty }
    guard case .scalar(let text, let isPlain) = value.content else { return false }
    return !text.isEmpty && !(isPlain && Self.falseWords.contains(text)) && !Placeholder.fills(text)
  }

  private static let falseWords: Set<String> = [
    "0", "0.0", "null", "~", "false", "False", "no", "No", "off", "Off",
  ]
}
