internal import IR

/// Identifiers and types of tree nodes.
struct TraceIdentityCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA507", .error(.april2026, .august2026, .cli), .missingField, "a node has no `id`",
      cause: "Nothing can refer to it.", cure: "Give it the next free identifier.",
      example: "- type: question"),
    CheckRow(
      "ARA508", .error(.cli), .typeMismatch, "a node identifier is used twice",
      cause: "Two nodes have the same `id`.", cure: "Renumber one of them.", example: "N01 twice"),
    CheckRow(
      "ARA509", .warning(), .typeMismatch, "node identifiers are not in pre-order",
      cause: "They are `N` and at least two digits, ascending as the tree is read from the top.",
      cure: "Renumber, with all references.", example: "id: n1"),
    CheckRow(
      "ARA510", .error(.april2026, .august2026).but(.warning, in: .cli), .missingField,
      "a node has no `type`", cause: "Its required keys depend on its type.",
      cure: "Add the type.", example: "a node with a title only"),
    CheckRow(
      "ARA511", .error(.april2026, .august2026), .typeMismatch, "a node type is unknown",
      cause: "It is not `question`, `experiment`, `dead_end`, `decision` or `pivot`.",
      cure: "Use one of the five.", example: "type: insight"),
    CheckRow(
      "ARA512", .warning(.august2026), .missingField, "a node has no `title`",
      cause: "Viewers show nothing else.", cure: "Add the title.", example: "a node without title"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let trace = artifact.trace else { return }
    var seen: Set<String> = []
    var highest = 0
    for node in trace.nodes {
      if let id = node.id {
        if !seen.insert(id).inserted {
          report(.usedTwice(node))
        } else {
          checkOrder(id, node, &highest, report)
        }
      } else {
        report(.missingKey("ARA507", "id", node))
      }
      if node.text("type") == nil {
        report(.missingKey("ARA510", "type", node))
      } else if node.type == nil, let key = node["type"] {
        report(.unknownType(key, node))
      }
      if !node.says("title") { report(.missingKey("ARA512", "title", node)) }
    }
  }

  private func checkOrder(
    _ id: String, _ node: TraceFile.Node, _ highest: inout Int, _ report: (Finding) -> Void
  ) {
    let isForm = IDToken.parse(id) == .node && id.utf8.count > 2
    let number = isForm ? IDToken.number(of: id, in: .node) : nil
    if let number, number > highest {
      highest = number
    } else {
      report(.outOfOrder(node))
    }
  }
}

extension Finding {
  fileprivate static func usedTwice(_ node: TraceFile.Node) -> Finding {
    Finding("ARA508", node: node, about: "id", "the identifier \(node.label) is used before")
  }

  fileprivate static func outOfOrder(_ node: TraceFile.Node) -> Finding {
    Finding(
      "ARA509", node: node, about: "id",
      "\(node.label) is no 'N' with two digits or more that follows all before it")
  }

  fileprivate static func unknownType(_ key: TraceFile.Key, _ node: TraceFile.Node) -> Finding {
    Finding(
      "ARA511", key: key, of: node,
      "the type \(Quoted(node.text("type") ?? "")) of \(node.label) is none of the five")
  }
}
