internal import YAML

/// `trace/exploration_tree.yaml`, flattened: no check recurses into it.
struct TraceFile: Sendable {
  /// Why the file could not be read.
  struct Damage: Sendable {
    let message: String
    let line: Int
  }

  struct Key: Sendable {
    let name: String
    let place: YAMLNode.Mark
    let value: YAMLNode

    var line: Int { place.line }
  }

  let topKeys: [Key]
  /// Whether `tree` or `root` is there.
  var hasRoots: Bool { topKeys.contains { $0.name == "tree" || $0.name == "root" } }
  /// In pre-order.
  let nodes: [Node]
  /// Lines of items of `tree`, `root` or `children` that are no mappings, with the node above them.
  let misshapen: [(line: Int, parent: Int?)]

  struct Node: Sendable {
    /// Its place in pre-order.
    let index: Int
    let parent: Int?
    /// 1 for roots.
    let depth: Int
    /// In file order, `children` included.
    let keys: [Key]
    /// Past its last descendant in pre-order.
    fileprivate(set) var end: Int

    subscript(name: String) -> Key? { keys.first { $0.name == name } }

    var id: String? { text("id") }

    /// The kind of node; nil if it is missing or none of those that the format knows.
    var type: NodeType? { text("type").flatMap(NodeType.init) }

    /// Where a finding about the node as a whole points.
    var line: Int { (self["id"] ?? keys.first)?.line ?? 1 }

    /// The non-empty text of a scalar.
    func text(_ name: String) -> String? {
      guard let text = self[name]?.value.scalar, !text.isEmpty else { return nil }
      return text
    }

    /// The scalars of `evidence`; a scalar that lists identifiers is taken apart.
    var evidenceItems: [(text: String, place: YAMLNode.Mark)] {
      guard let value = self["evidence"]?.value else { return [] }
      guard let scalar = value.scalar else { return value.scalars }
      let parts = scalar.split(separator: ",").map { String($0.trimmingBlanks()) }
      let areIDs = parts.allSatisfy { IDToken.parse($0) != nil }
      return (areIDs ? parts : [scalar]).filter { !$0.isEmpty }.map { ($0, value.mark) }
    }

    /// Whether `other` lies below this node.
    func contains(_ other: Node) -> Bool { index < other.index && other.index < end }
  }
}

extension YAMLNode {
  /// The non-empty scalars of a sequence.
  var scalars: [(text: String, place: YAMLNode.Mark)] {
    (sequence ?? []).compactMap { item in
      item.scalar.flatMap { $0.isEmpty ? nil : ($0, item.mark) }
    }
  }
}

enum NodeType: String, CaseIterable, Sendable {
  case question, experiment, decision, pivot
  case deadEnd = "dead_end"
}

extension TraceFile {
  /// Nested deeper, a tree is refused: freeing what is nested takes stack. A node and the list of
  /// its children are two levels.
  private static let deepestNesting = 4096

  /// Compact YAML has more bytes than this for each value; what has fewer is no tree.
  private static let leastBytesPerValue = 4
  private static let fewestValues = 1_000_000

  private static func limits(of bytes: [UInt8]) -> YAMLLimits {
    YAMLLimits(
      depth: deepestNesting, nodes: max(fewestValues, bytes.count / leastBytesPerValue))
  }

  static func read(_ bytes: [UInt8]) -> Result<TraceFile, TraceDamage> {
    let body = bytes.starts(with: TextDefect.byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    do {
      let root = try YAMLNode.parse(body, limits: limits(of: body))
      var flattener = TraceFlattener()
      flattener.flatten(root)
      return .success(
        TraceFile(
          topKeys: flattener.topKeys, nodes: flattener.nodes, misshapen: flattener.misshapen))
    } catch {
      // What is missing at the end of a file is reported behind it.
      let breaks = body.dropLast().count { $0 == UInt8(ascii: "\n") }
      let line = min(error.mark.line, breaks + 1)
      return .failure(TraceDamage(damage: Damage(message: error.message, line: line)))
    }
  }
}

struct TraceDamage: Error {
  let damage: TraceFile.Damage
}

/// Walks the nested nodes with an explicit stack.
private struct TraceFlattener {
  private(set) var topKeys: [TraceFile.Key] = []
  private(set) var nodes: [TraceFile.Node] = []
  private(set) var misshapen: [(line: Int, parent: Int?)] = []

  private enum Step {
    case visit(YAMLNode, parent: Int?, depth: Int)
    case close(Int)
  }

  mutating func flatten(_ document: YAMLNode) {
    topKeys = Self.keys(of: document)
    var steps: [Step] = []
    for key in topKeys where key.name == "tree" || key.name == "root" {
      let items = key.value.sequence ?? (key.value.mapping == nil ? [] : [key.value])
      steps = items.reversed().map { .visit($0, parent: nil, depth: 1) } + steps
    }
    while let step = steps.popLast() {
      switch step {
      case .close(let index): nodes[index].end = nodes.count
      case .visit(let node, let parent, let depth):
        steps += visit(node, parent: parent, depth: depth)
      }
    }
  }

  /// Files a node and returns what is left to do below it, last step first.
  private mutating func visit(_ node: YAMLNode, parent: Int?, depth: Int) -> [Step] {
    guard node.mapping != nil else {
      misshapen.append((node.mark.line, parent))
      return []
    }
    let index = nodes.count
    nodes.append(
      TraceFile.Node(
        index: index, parent: parent, depth: depth, keys: Self.keys(of: node), end: index + 1))
    let children = nodes[index]["children"]?.value.sequence ?? []
    return [.close(index)]
      + children.reversed().map { .visit($0, parent: index, depth: depth + 1) }
  }

  private static func keys(of node: YAMLNode) -> [TraceFile.Key] {
    (node.mapping ?? []).map { TraceFile.Key(name: $0.key, place: $0.keyMark, value: $0.value) }
  }
}
