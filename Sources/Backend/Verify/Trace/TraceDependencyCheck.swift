internal import IR
internal import YAML

/// Cross edges of the tree.
struct TraceDependencyCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA523", .error(.april2026, .august2026, .cli), .danglingReference,
      "a node depends on an undefined node", cause: "No node has the identifier.",
      cure: "Correct the identifier.", example: "also_depends_on: [N99]"),
    CheckRow(
      "ARA524", .error(.august2026), .dependency, "nodes depend on each other in a circle",
      cause: "Following children and dependents leads back to the same node.",
      cure: "Drop the cross edge.", example: "a parent that depends on its own child"),
    CheckRow(
      "ARA525", .error(.cli), .dependency, "the official command line sees a circle",
      cause: "It draws cross edges from the dependent to the dependency, beside the edges from "
        + "parent to child: two branches that refer to each other then form a circle.",
      cure: "Drop the later edge.", example: "two branches that name each other"),
    CheckRow(
      "ARA526", .warning(.cli), .dependency, "a node depends on its ancestor",
      cause: "The tree says that already.", cure: "Drop the edge.",
      example: "a child that names its parent"),
    CheckRow(
      "ARA527", .warning(.cli), .dependency, "a dependency stands twice",
      cause: "`also_depends_on` repeats a node.", cure: "Drop the second one.",
      example: "also_depends_on: [N03, N03]"),
    CheckRow(
      "ARA528", .warning(), .dependency, "a node depends on a later one",
      cause: "Dependencies come earlier in pre-order; then no reading of the tree has a circle.",
      cure: "Swap the direction, or drop the edge.", example: "a forward reference"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let trace = artifact.trace else { return }
    let edges = CrossEdges(trace)
    for (node, place, target) in edges.dangling { report(.undefined(node, place, target)) }
    for (node, place, target) in edges.repeated {
      report(
        .repeated(node, place, target).fixed(
          by: artifact.traceText.flatMap { .drop(target, at: place, of: node, $0) }))
    }
    for edge in edges.edges {
      if edges.target(edge).contains(edges.node(edge)) {
        let (node, target) = (edges.node(edge), edges.target(edge).id ?? "")
        report(
          .ancestor(edge, edges).fixed(
            by: artifact.traceText.flatMap { .drop(target, at: edge.place, of: node, $0) }))
      } else if edge.target >= edge.node {
        report(.forward(edge, edges))
      }
    }
    for edge in edges.cycles(isReversed: false) { report(.cycle("ARA524", edge, edges)) }
    for edge in edges.cycles(isReversed: true) { report(.cycle("ARA525", edge, edges)) }
  }
}

/// The `also_depends_on` entries of a tree.
private struct CrossEdges {
  struct Edge {
    /// Indices of nodes.
    let node: Int
    let target: Int
    /// Where the target is named.
    let place: YAMLNode.Mark
  }

  let trace: TraceFile
  /// In file order, each target once per node.
  private(set) var edges: [Edge] = []
  private(set) var dangling: [(TraceFile.Node, YAMLNode.Mark, String)] = []
  /// With the place of the second mention.
  private(set) var repeated: [(TraceFile.Node, YAMLNode.Mark, String)] = []

  init(_ trace: TraceFile) {
    self.trace = trace
    var places: [String: Int] = [:]
    for node in trace.nodes {
      if let id = node.id, places[id] == nil { places[id] = node.index }
    }
    for node in trace.nodes {
      guard let key = node["also_depends_on"] else { continue }
      let scalar = key.value.scalar.map { $0.isEmpty ? [] : [(text: $0, place: key.value.mark)] }
      var seen: Set<String> = []
      var doubled: Set<String> = []
      for (target, place) in scalar ?? key.value.scalars {
        guard seen.insert(target).inserted else {
          if doubled.insert(target).inserted { repeated.append((node, place, target)) }
          continue
        }
        if let index = places[target] {
          edges.append(Edge(node: node.index, target: index, place: place))
        } else {
          dangling.append((node, place, target))
        }
      }
    }
  }

  func node(_ edge: Edge) -> TraceFile.Node { trace.nodes[edge.node] }
  func target(_ edge: Edge) -> TraceFile.Node { trace.nodes[edge.target] }

  /// The first edge of each circle. The natural reading runs from dependency to dependent; reversed
  /// is the other one, which leaves ancestors out.
  func cycles(isReversed: Bool) -> [Edge] {
    var successors = [[Int]](repeating: [], count: trace.nodes.count)
    for node in trace.nodes {
      if let parent = node.parent { successors[parent].append(node.index) }
    }
    let drawn = edges.filter { !(isReversed && target($0).contains(node($0))) }
    for edge in drawn {
      let (from, to) = isReversed ? (edge.node, edge.target) : (edge.target, edge.node)
      successors[from].append(to)
    }
    let groups = DependencyGroups(successors)
    var reported: Set<Int> = []
    return drawn.filter { edge in
      groups.isCyclic(from: edge.node, to: edge.target)
        && reported.insert(groups.group[edge.node]).inserted
    }
  }
}

extension Finding {
  fileprivate static func undefined(
    _ node: TraceFile.Node, _ place: YAMLNode.Mark, _ target: String
  ) -> Finding {
    edge(
      "ARA523", node, place, target,
      "\(node.label) depends on \(Quoted(target)), which is not defined")
  }

  fileprivate static func repeated(
    _ node: TraceFile.Node, _ place: YAMLNode.Mark, _ target: String
  ) -> Finding {
    edge("ARA527", node, place, target, "\(node.label) names \(Quoted(target)) twice")
  }

  fileprivate static func ancestor(_ edge: CrossEdges.Edge, _ edges: CrossEdges) -> Finding {
    let (node, target) = (edges.node(edge), edges.target(edge))
    return self.edge(
      "ARA526", node, edge.place, target.id ?? "", "\(target.label) is an ancestor of \(node.label)"
    )
  }

  fileprivate static func forward(_ edge: CrossEdges.Edge, _ edges: CrossEdges) -> Finding {
    let (node, target) = (edges.node(edge), edges.target(edge))
    return self.edge(
      "ARA528", node, edge.place, target.id ?? "",
      "\(node.label) depends on \(target.label), which comes later")
  }

  fileprivate static func cycle(
    _ code: DiagnosticCode, _ edge: CrossEdges.Edge, _ edges: CrossEdges
  ) -> Finding {
    let (node, target) = (edges.node(edge), edges.target(edge))
    return self.edge(
      code, node, edge.place, "cycle",
      "the dependency of \(node.label) on \(target.label) closes a circle")
  }

  private static func edge(
    _ code: DiagnosticCode, _ node: TraceFile.Node, _ place: YAMLNode.Mark, _ about: String,
    _ message: String
  ) -> Finding {
    Finding(
      code,
      at: ArtifactPlace(file: TraceFile.path, line: place.line, column: place.column),
      subject: node.id, about: Excerpt.of(about), message)
  }
}
