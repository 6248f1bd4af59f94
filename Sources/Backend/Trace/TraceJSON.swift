/// The tree for programs: a list of nodes in pre-order, one a line, each with its parent.
package enum TraceJSON {
  package static func list(_ graph: TraceGraph) -> [UInt8] {
    var json = JSONWriter()
    json.write("[")
    for (index, node) in graph.nodes.enumerated() {
      json.write(index == 0 ? "\n" : ",\n")
      write(node, parent: node.parent.map { graph.nodes[$0].id }, to: &json)
    }
    json.write(graph.nodes.isEmpty ? "]\n" : "\n]\n")
    return json.bytes
  }

  private static let lists: Set<String> = ["source_refs", "alternatives", "evidence"]

  private static func write(
    _ node: TraceGraph.Node, parent: String?, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("id", node.id)
      json.field("type", node.type)
      json.field("title", node.title)
      json.field("parent", parent)
      json.key("also_depends_on")
      json.array(node.dependsOn) { $0.string($1) }
      for field in node.fields {
        json.key(named: field.name)
        if lists.contains(field.name) || field.texts.count > 1 {
          json.array(field.texts) { $0.string($1) }
        } else {
          json.string(field.texts.first ?? "")
        }
      }
    }
  }
}
