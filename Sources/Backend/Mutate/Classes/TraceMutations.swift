internal import IR
internal import YAML

extension Mutation {
  private static let path = TraceFile.path

  /// The exploration tree as a file, and its edges.
  static let trace: [Mutation] = [
    append("ARA501", "tree-that-is-no-yaml", to: path, "  - id: [N01"),
    append("ARA501", "tree-indented-by-a-tab", to: path, "\t- id: N01"),
    top("ARA502", "no-tree", "forest:"),
    Mutation("tree-and-root", "ARA503") { base in
      guard let text = base.artifact.traceText else { return [] }
      let end = text.lines.count + 1
      let lines = ["root:", "  id: N01", "  type: question"]
      return [Injection(.lines(end..<end, of: path, lines), file: path)]
    },
    top("ARA504", "root-for-tree", "root:"),
    Mutation("empty-tree", "ARA505") { base in
      base.artifact.trace == nil ? [] : [rewritten(path, "# Exploration Tree\ntree: []\n")]
    },
    append("ARA506", "unknown-top-key", to: path, "schema_version: \"2\""),
    Mutation("node-without-id", "ARA507") { base in
      base.nodes.compactMap { part in
        guard let id = part.node["id"], part.node.keys.count > 1, part.node.keys[0].name == "id"
        else { return nil }
        let next = part.node.keys[1]
        let margin = part.margin(of: id)
        let line = margin + part.text.line(next.line).trimmingBlanks()
        // The node has no name any more that a finding could give.
        let edit = Edit.lines(id.line..<(next.line + 1), of: path, [line])
        return next.line == id.line + 1 ? Injection(edit, file: path) : nil
      }
    },
    Mutation("node-used-twice", "ARA508") { base in
      zip(base.nodes, base.nodes.dropFirst()).compactMap { first, second in
        guard let id = first.node.id, let key = second.node["id"] else { return nil }
        return Injection(second.setting(key, to: id).edits, file: path, subject: id)
      }
    },
    Mutation("node-number-out-of-order", "ARA509") { base in
      guard let last = base.nodes.last, last.node.index > 0, let key = last.node["id"] else {
        return []
      }
      return [Injection(last.setting(key, to: "N00").edits, file: path, subject: "N00")]
    },
    Mutation("too-few-nodes", "ARA513") { base in
      guard base.nodes.count > 3, !base.hasKnownGaps else { return [] }
      return [rewritten(path, smallTree)]
    },
    Mutation("no-dead-end", "ARA514") { base in
      base.hasKnownGaps ? [] : [rewritten(path, plainTree)]
    },
    Mutation("no-decision", "ARA515") { base in
      base.hasKnownGaps ? [] : [rewritten(path, plainTree)]
    },
    addKey("ARA523", "depends-on-an-undefined-node") { part, base in
      part.node["also_depends_on"] == nil
        ? ["also_depends_on: [\(base.undefinedID(.node))]"] : nil
    },
    addKey("ARA524", "parent-that-depends-on-its-child") { part, base in
      if part.node["also_depends_on"] != nil { return nil }
      return base.nodes.first { $0.node.parent == part.node.index }?.node.id.map {
        ["also_depends_on: [\($0)]"]
      }
    },
    Mutation("branches-that-depend-on-each-other", "ARA525") { base in
      let leaves = base.nodes.filter { part in
        part.node.end == part.node.index + 1 && part.node["also_depends_on"] == nil
      }
      return zip(leaves, leaves.dropFirst()).compactMap { first, second in
        guard let a = first.node.id, let b = second.node.id,
          let there = first.adding(["also_depends_on: [\(b)]"]),
          let back = second.adding(["also_depends_on: [\(a)]"])
        else { return nil }
        return Injection(there.edits + back.edits, file: path)
      }
    },
    addKey("ARA526", "depends-on-its-ancestor") { part, base in
      guard let parent = part.node.parent, part.node["also_depends_on"] == nil else { return nil }
      return base.nodes[parent].node.id.map { ["also_depends_on: [\($0)]"] }
    },
    addKey("ARA527", "dependency-named-twice") { part, base in
      guard part.node.parent != nil, part.node["also_depends_on"] == nil,
        let sibling = base.nodes.first(where: {
          $0.node.index < part.node.index && !$0.node.contains(part.node)
        })?.node.id
      else { return nil }
      return ["also_depends_on: [\(sibling), \(sibling)]"]
    },
    addKey("ARA528", "depends-on-a-later-node") { part, base in
      guard part.node["also_depends_on"] == nil else { return nil }
      return base.nodes.first { $0.node.index >= part.node.end }?.node.id.map {
        ["also_depends_on: [\($0)]"]
      }
    },
    addKey("ARA529", "child-of-a-dead-end", of: [.deadEnd]) { _, base in
      [
        "children:", "  - id: \(base.undefinedID(.node))", "    type: question",
        "    title: \"What then?\"", "    support_level: inferred", "    description: \"Open.\"",
      ]
    },
    Mutation("tree-that-is-too-deep", "ARA540") { base in
      base.artifact.trace == nil ? [] : [rewritten(path, deepTree)]
    },
  ]

  private static func top(_ code: DiagnosticCode, _ name: String, _ line: String) -> Mutation {
    Mutation(name, code) { base in
      guard let key = base.artifact.trace?.topKeys.first(where: { $0.name == "tree" }) else {
        return []
      }
      return [Injection(.lines(key.line..<(key.line + 1), of: path, [line]), file: path)]
    }
  }

  private static let smallTree = tree(of: 3) { "dead_end".prefix($0 == 2 ? 8 : 0) }
  private static let plainTree = tree(of: 9) { _ in "" }

  /// A tree of questions in a row, but for the nodes that have a type of their own.
  private static func tree(of count: Int, _ type: (Int) -> Substring) -> String {
    let nodes = (1...count).map { number -> String in
      let id = number < 10 ? "N0\(number)" : "N\(number)"
      let own = type(number)
      let kind = own.isEmpty ? "question" : String(own)
      return "  - id: \(id)\n    type: \(kind)\n    title: \"Step\"\n    support_level: inferred\n"
        + "    description: \"Open.\"\n"
    }
    return "tree:\n" + nodes.joined()
  }

  private static let deepTree: String = {
    var text = "tree:\n"
    for depth in 0..<250 {
      let indent = String(repeating: "  ", count: 2 * depth + 1)
      text +=
        "\(indent)- id: N\(depth < 9 ? "0" : "")\(depth + 1)\n\(indent)  type: question\n"
        + "\(indent)  title: \"Step\"\n\(indent)  support_level: inferred\n"
        + "\(indent)  description: \"Open.\"\n"
      if depth < 249 { text += "\(indent)  children:\n" }
    }
    return text
  }()
}
