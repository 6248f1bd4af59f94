/// A node of a YAML document with its place. Nothing is resolved: scalars stay text, aliases are
/// never expanded, tags are never applied.
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// `isPlain` tells `no` from `"no"`.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In file order; keys that are no scalars do not parse.
    case mapping([Entry])
    /// `*name`, where the options let aliases through.
    case alias(String)
  }

  package struct Entry: Hashable, Sendable {
    package let key: String
    package let keyMark: Mark
    package let value: YAMLNode
  }

  /// Line and Unicode-scalar column, both from 1.
  package struct Mark: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    package static func < (a: Mark, b: Mark) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  package let content: Content
  package let mark: Mark

  package var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  package var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  package var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  package subscript(key: String) -> YAMLNode? { mapping?.first { $0.key == key }?.value }
}

/// Why a document was refused, at the first offending place.
package struct YAMLError: Error, Hashable, Sendable {
  package let message: String
  package let mark: YAMLNode.Mark
}

/// What a reader lets through: documents are hostile until parsed.
package struct YAMLLimits: Sendable {
  package var depth: Int
  package var nodes: Int
  /// Whether `&anchor`, `*alias` and `!tag` are kept unresolved; otherwise they are refused.
  package var keepsReferences: Bool

  package init(depth: Int = 64, nodes: Int = 1_000_000, keepsReferences: Bool = false) {
    self.depth = depth
    self.nodes = nodes
    self.keepsReferences = keepsReferences
  }
}
