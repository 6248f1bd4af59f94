/// The tree for people.
package enum TraceText {
  /// One line per node: `├─ N04 ✗ dead end: title (also from N02)`.
  package static func tree(_ graph: TraceGraph) -> String {
    var text = ""
    // Whether the node at each depth above is the last of its siblings.
    var isLast: [Bool] = []
    let lasts = lastSiblings(graph)
    for (index, node) in graph.nodes.enumerated() {
      isLast.removeSubrange(min(node.depth - 1, isLast.count)...)
      if node.depth > 1 {
        for above in isLast.dropFirst() { text += above ? "   " : "│  " }
        text += lasts[index] ? "└─ " : "├─ "
      }
      isLast.append(lasts[index])
      text += line(node) + "\n"
    }
    return text
  }

  private static func line(_ node: TraceGraph.Node) -> String {
    let others =
      node.dependsOn.isEmpty ? "" : " (also from \(node.dependsOn.joined(separator: ", ")))"
    return "\(node.id.isEmpty ? "?" : node.id) \(kind(of: node)): \(node.title)\(others)"
  }

  /// The type in words; dead ends are marked.
  private static func kind(of node: TraceGraph.Node) -> String {
    if node.isDeadEnd { return "✗ dead end" }
    return node.type.isEmpty ? "?" : node.type
  }

  private static func lastSiblings(_ graph: TraceGraph) -> [Bool] {
    var isLast = [Bool](repeating: false, count: graph.nodes.count)
    var seen: Set<Int?> = []
    for index in graph.nodes.indices.reversed() {
      isLast[index] = seen.insert(graph.nodes[index].parent).inserted
    }
    return isLast
  }

  // MARK: Briefing

  /// Dead ends alone: what was tried, what came of it and what it teaches, with its sources.
  package static func briefing(_ graph: TraceGraph) -> String {
    let deadEnds = graph.nodes.filter(\.isDeadEnd)
    guard !deadEnds.isEmpty else { return "No dead end is recorded.\n" }
    return deadEnds.map(entry).joined(separator: "\n")
  }

  private static let parts = [
    ("context", "description"), ("tried", "hypothesis"), ("failed", "failure_mode"),
    ("lesson", "lesson"), ("by", "provenance"),
  ]

  private static func entry(_ node: TraceGraph.Node) -> String {
    let sources = node.texts(of: "source_refs")
    var text = "✗ \(node.id.isEmpty ? "?" : node.id) \(node.title)"
    if !sources.isEmpty { text += " [\(sources.joined(separator: ", "))]" }
    text += "\n"
    for (word, field) in parts {
      let said = node.texts(of: field).filter { !isSilence($0) }.joined(separator: "; ")
      if !said.isEmpty { text += "    \(word): \(said)\n" }
    }
    return text
  }

  /// Words that stand for nothing (`spec/ara-format.md`, section 2).
  private static func isSilence(_ text: String) -> Bool {
    text.isEmpty || text.hasPrefix("Not specified") || text.hasPrefix("Not available")
  }
}
