/// The tree for tools that draw graphs.
package enum TraceDrawing {
  private static let longestLabel = 80

  /// A flow chart in the language of Mermaid.
  package static func mermaid(_ graph: TraceGraph) -> String {
    var text = "flowchart TD\n"
    for (index, node) in graph.nodes.enumerated() {
      let shape = shape(of: node)
      text += "  n\(index)\(shape.open)\"\(mermaidText(label(of: node)))\"\(shape.close)\n"
    }
    for edge in edges(graph) {
      text += "  n\(edge.from) \(edge.isFurther ? "-.->" : "-->") n\(edge.to)\n"
    }
    let deadEnds = graph.nodes.indices.filter { graph.nodes[$0].isDeadEnd }
    if !deadEnds.isEmpty {
      text += "  classDef deadEnd fill:#fdd,stroke:#c00\n"
      text += "  class \(deadEnds.map { "n\($0)" }.joined(separator: ",")) deadEnd\n"
    }
    return text
  }

  /// A directed graph in the language of Graphviz.
  package static func dot(_ graph: TraceGraph) -> String {
    var text = "digraph trace {\n  node [shape=box];\n"
    for (index, node) in graph.nodes.enumerated() {
      let colour = node.isDeadEnd ? ", color=red" : ""
      text += "  n\(index) [label=\"\(dotText(label(of: node)))\"\(colour)];\n"
    }
    for edge in edges(graph) {
      text += "  n\(edge.from) -> n\(edge.to)\(edge.isFurther ? " [style=dashed]" : "");\n"
    }
    return text + "}\n"
  }

  private static func label(of node: TraceGraph.Node) -> String {
    let mark = node.isDeadEnd ? "✗ " : ""
    let title =
      node.title.count > longestLabel
      ? node.title.prefix(longestLabel).drop { $0 == " " } + "…" : node.title[...]
    return "\(mark)\(node.id) \(node.type): \(title)"
  }

  private static func shape(of node: TraceGraph.Node) -> (open: String, close: String) {
    switch NodeType(rawValue: node.type) {
    case .question: ("([", "])")
    case .decision: ("{{", "}}")
    case .experiment, .pivot, .deadEnd, nil: ("[", "]")
    }
  }

  /// From parents to children, then from further parents; a name that no node has is left out.
  private static func edges(_ graph: TraceGraph) -> [(from: Int, to: Int, isFurther: Bool)] {
    var places: [String: Int] = [:]
    for (index, node) in graph.nodes.enumerated() where places[node.id] == nil {
      places[node.id] = index
    }
    var edges: [(from: Int, to: Int, isFurther: Bool)] = []
    for (index, node) in graph.nodes.enumerated() {
      if let parent = node.parent { edges.append((parent, index, false)) }
    }
    for (index, node) in graph.nodes.enumerated() {
      edges += node.dependsOn.compactMap { id in places[id].map { ($0, index, true) } }
    }
    return edges
  }

  /// Entities stand for what would end a label or begin markup.
  private static func mermaidText(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\"": escaped += "#quot;"
      case "#": escaped += "#35;"
      case "<": escaped += "#lt;"
      case ">": escaped += "#gt;"
      case "&": escaped += "#amp;"
      case "`": escaped += "#96;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  private static func dotText(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if character == "\"" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
