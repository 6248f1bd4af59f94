internal import IR

/// `trace/exploration_tree.yaml` (`spec/ara-format.md`, section 6).
struct TraceEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    let document = artifact.document
    var file = artifact.file("trace/exploration_tree.yaml")
    file.line("# Exploration Tree")
    file.line("# Node types: question | experiment | dead_end | decision | pivot")
    file.blank()
    if document.trace.roots.isEmpty {
      file.line("tree: []")
    } else {
      file.line("tree:")
      for root in document.trace.roots { write(root, depth: 1, document, into: &file) }
    }
    artifact.add(file, .trace, "\(words: document.trace.nodes.count)-node research DAG")
  }

  private func write(
    _ node: TraceNode, depth: Int, _ document: Document, into file: inout FileWriter
  ) {
    let indent = String(repeating: "  ", count: 2 * depth - 1)
    let dash = indent + "- "
    let key = indent + "  "
    let id = node.id.ref
    func scalar(_ name: String, _ value: Grounded<String>) {
      file.line("\(words: key)\(words: name): \"\(value)\"", escape: .yaml, entity: id, field: name)
    }
    func stated(_ name: String, _ value: Stated<String>) {
      file.line("\(words: key)\(words: name): \"\(value)\"", escape: .yaml, entity: id, field: name)
    }
    func list(_ name: String, _ values: [Grounded<String>]) {
      file.line("\(words: key)\(words: name):")
      // A list must say something.
      let said: [Stated<String>] = values.isEmpty ? [.notSpecified] : values.map { .stated($0) }
      for value in said {
        file.line("\(words: key)  - \"\(value)\"", escape: .yaml, entity: id, field: name)
      }
    }
    file.line("\(words: dash)id: \(node.id)")
    file.line("\(words: key)type: \(words: Self.type(of: node))")
    scalar("title", node.title)
    file.line("\(words: key)support_level: \(words: node.support.rawValue)")
    if !node.sourceRefs.isEmpty {
      let references = Line.joined(node.sourceRefs.map { "\"\($0)\"" }, ", ")
      file.line(
        "\(words: key)source_refs: [\(references)]", escape: .yaml, entity: id, field: "source_refs"
      )
    }
    if let provenance = node.provenance {
      file.line("\(words: key)provenance: \"\(words: provenance.rawValue)\"")
    }
    if let description = node.description { scalar("description", description) }
    writeBody(of: node, scalar, stated, list)
    let claims = document.links.nodeClaims.first { $0.node == node.id }?.claims ?? []
    if !claims.isEmpty {
      file.line(
        "\(words: key)evidence: [\(words: claims.map(\.description).joined(separator: ", "))]")
    }
    if !node.dependsOn.isEmpty {
      file.line(
        "\(words: key)also_depends_on: [\(words: node.dependsOn.map(\.description).joined(separator: ", "))]"
      )
    }
    guard !node.children.isEmpty else { return }
    file.line("\(words: key)children:")
    for child in node.children { write(child, depth: depth + 1, document, into: &file) }
  }

  private static func type(of node: TraceNode) -> String {
    switch node.kind {
    case .question: "question"
    case .experiment: "experiment"
    case .deadEnd: "dead_end"
    case .decision: "decision"
    case .pivot: "pivot"
    }
  }

  private func writeBody(
    of node: TraceNode, _ scalar: (String, Grounded<String>) -> Void,
    _ stated: (String, Stated<String>) -> Void,
    _ list: (String, [Grounded<String>]) -> Void
  ) {
    switch node.kind {
    case .question: break
    case .experiment(let result): scalar("result", result)
    case .deadEnd(let hypothesis, let failure, let lesson):
      stated("hypothesis", hypothesis)
      scalar("failure_mode", failure)
      stated("lesson", lesson)
    case .decision(let choice, let alternatives, let rationale):
      scalar("choice", choice)
      list("alternatives", alternatives)
      if let rationale { scalar("rationale", rationale) }
    case .pivot(let from, let to, let trigger):
      scalar("from", from)
      scalar("to", to)
      scalar("trigger", trigger)
    }
  }
}
