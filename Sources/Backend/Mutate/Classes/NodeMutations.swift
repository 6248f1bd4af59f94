internal import IR

extension Mutation {
  /// The keys of tree nodes.
  static let nodes: [Mutation] = [
    dropKey("ARA510", "type"),
    setKey("ARA511", "node-of-unknown-type", "type", to: "insight"),
    dropKey("ARA512", "title"),
    dropKey("ARA516", "description", of: [.question]),
    setKey("ARA516", "empty-description", "description", of: [.question], to: "\"\""),
    dropKey("ARA517", "result", of: [.experiment]),
    dropKey("ARA518", "hypothesis", of: [.deadEnd]),
    dropKey("ARA518", "failure_mode", of: [.deadEnd]),
    dropKey("ARA518", "lesson", of: [.deadEnd]),
    dropKey("ARA519", "choice", of: [.decision]),
    dropKey("ARA519", "alternatives", of: [.decision]),
    setKey("ARA519", "no-alternative", "alternatives", of: [.decision], to: "[]"),
    Mutation("pivot-without-a-trigger", "ARA520") { base in
      pivots(base, ["from: \"a\"", "to: \"b\""])
    },
    dropKey("ARA521", "support_level"),
    setKey("ARA521", "unknown-support-level", "support_level", to: "certain"),
    Mutation("explicit-without-references", "ARA522") { base in
      base.nodes.compactMap { part in
        guard part.node.text("support_level") == "explicit", let key = part.node["source_refs"]
        else { return nil }
        return part.removing(key)
      }
    },
    setKey("ARA530", "references-in-one-string", "source_refs", to: "\"Table 2\""),
    setKey("ARA530", "node-title-as-a-list", "title", to: "[\"one\", \"two\"]"),
    addKey("ARA531", "lesson-of-an-experiment", of: [.experiment]) { _, _ in
      ["lesson: \"It pays to look twice.\""]
    },
    addKey("ARA532", "unknown-key-of-a-node") { _, _ in ["score: \"high\""] },
    addKey("ARA533", "reason-of-a-dead-end", of: [.deadEnd]) { _, _ in ["reason: \"It fails.\""] },
    addKey("ARA533", "justification-of-a-decision", of: [.decision]) { _, _ in
      ["justification: \"It is simple.\""]
    },
    Mutation("pivot-that-nobody-recorded", "ARA535") { base in
      pivots(base, ["from: \"a\"", "to: \"b\"", "trigger: \"c\""])
    },
    addKey("ARA536", "unquoted-date") { part, _ in
      part.node["timestamp"] == nil ? ["timestamp: 2031-01-02"] : nil
    },
    addKey("ARA538", "unknown-provenance") { part, _ in
      part.node["provenance"] == nil ? ["provenance: \"MALT\""] : nil
    },
  ]

  /// The last root, followed by a pivot with these keys.
  private static func pivots(_ base: MutationBase, _ keys: [String]) -> [Injection] {
    guard let text = base.artifact.traceText, base.artifact.trace != nil,
      let root = base.nodes.first, let first = root.node.keys.first
    else { return [] }
    let id = base.undefinedID(.node)
    let margin = root.margin(of: first)
    let indent = String(repeating: " ", count: margin.count)
    let end = text.lines.count + 1
    let body = ["type: pivot", "title: \"A turn\"", "support_level: inferred"] + keys
    let lines = ["\(margin)id: \(id)"] + body.map { indent + $0 }
    return [Injection(.lines(end..<end, of: text.path, lines), file: text.path, subject: id)]
  }
}
