internal import YAML

/// The exploration tree of an artifact, as it is shown to people and tools.
///
/// It is read leniently: what a node lacks is shown as missing, and identifiers that name no node are
/// kept as they stand. `arac verify` is what finds faults.
package struct TraceGraph: Sendable {
  package struct Node: Sendable {
    /// Empty if the file gives none.
    package let id: String
    /// As the file has it: `dead_end`, or a type that the format does not know.
    package let type: String
    package let title: String
    /// Index of the node above; nil for a root.
    package let parent: Int?
    /// From 1.
    package let depth: Int
    /// Identifiers of further parents.
    package let dependsOn: [String]
    /// The other keys with their texts, in file order; a list is several texts.
    package let fields: [(name: String, texts: [String])]

    package var isDeadEnd: Bool { type == NodeType.deadEnd.rawValue }

    func texts(of name: String) -> [String] { fields.first { $0.name == name }?.texts ?? [] }
  }

  /// In pre-order.
  package let nodes: [Node]

  /// Why a file is no tree.
  package struct Damage: Error {
    package let message: String
    /// From 1.
    package let line: Int
  }

  /// Reads `trace/exploration_tree.yaml`.
  package init(reading bytes: [UInt8]) throws(Damage) {
    switch TraceFile.read(bytes) {
    case .failure(let failure):
      throw Damage(message: failure.damage.message, line: failure.damage.line)
    case .success(let file):
      guard file.hasRoots else {
        throw Damage(message: "there is no list `tree` of nodes", line: 1)
      }
      nodes = file.nodes.map(Self.node)
    }
  }

  private static let ownKeys: Set<String> = ["id", "type", "title", "also_depends_on", "children"]

  private static func node(_ node: TraceFile.Node) -> Node {
    Node(
      id: OneLine.of(node.id ?? ""), type: OneLine.of(node.text("type") ?? ""),
      title: OneLine.of(node.text("title") ?? ""), parent: node.parent, depth: node.depth,
      dependsOn: texts(node["also_depends_on"]),
      fields: node.keys.filter { !ownKeys.contains($0.name) }.map {
        (OneLine.of($0.name), texts($0))
      })
  }

  private static func texts(_ key: TraceFile.Key?) -> [String] {
    guard let value = key?.value else { return [] }
    if value.sequence != nil { return value.scalars.map { OneLine.of($0.text) } }
    return value.scalar.map { [OneLine.of($0)] } ?? []
  }

  /// Dead ends, and the nodes that lead to them.
  package var withDeadEndsAlone: TraceGraph {
    var kept = Set<Int>()
    for index in nodes.indices where nodes[index].isDeadEnd {
      var current: Int? = index
      while let next = current, kept.insert(next).inserted { current = nodes[next].parent }
    }
    let places = Dictionary(uniqueKeysWithValues: kept.sorted().enumerated().map { ($1, $0) })
    return TraceGraph(
      nodes: kept.sorted().map { index in
        let node = nodes[index]
        return Node(
          id: node.id, type: node.type, title: node.title,
          parent: node.parent.flatMap { places[$0] }, depth: node.depth,
          dependsOn: node.dependsOn, fields: node.fields)
      })
  }

  private init(nodes: [Node]) { self.nodes = nodes }
}

/// Text on one line, without what would steer a terminal.
enum OneLine {
  static func of(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      case .format, .surrogate, .privateUse: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }
}
