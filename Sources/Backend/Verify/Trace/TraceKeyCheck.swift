internal import IR
internal import YAML

/// The keys that nodes may have, and how their values are quoted.
struct TraceKeyCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA531", .warning(.cli), .typeMismatch, "a key stands on a type that does not own it",
      cause: "The official command line drops the value.", cure: "Move the text to `description`.",
      example: "`lesson` on an experiment"),
    CheckRow(
      "ARA532", .warning(.cli), .typeMismatch, "a node has an unknown key",
      cause: "The keys of nodes are a closed set.", cure: "Remove the key.",
      example: "score: \"low\""),
    CheckRow(
      "ARA533", .warning().but(.error, in: .cli), .typeMismatch, "an old key stands on a node",
      cause: "Dead ends had `reason`, decisions `justification`.",
      cure: "Rename to `why_failed` and `rationale`.", example: "reason: \"It dries out.\""),
    CheckRow(
      "ARA534", .note().but(.error, in: .cli), .typeMismatch, "a pivot is spelled as in April",
      cause: "The official command line wants other names than the two schemas.",
      cure: "Nothing, unless the artifact is for that command line only.",
      example: "trigger: \"Sick pots were wet pots.\""),
    CheckRow(
      "ARA535", .warning(), .typeMismatch, "the tree has a pivot",
      cause: "No spelling of it satisfies all schemas.",
      cure: "Say it with a dead end and a decision, unless an input records the pivot.",
      example: "type: pivot"),
    CheckRow(
      "ARA536", .warning(), .typeMismatch, "a string needs quotes",
      cause: "Readers of YAML 1.1 and 1.2 disagree about the value.", cure: "Quote it.",
      example: "timestamp: 2031-01-02"),
    CheckRow(
      "ARA537", .note(), .nondeterminism, "the first keys of a node are in another order",
      cause: "`id`, `type` and `title` come first, in this order.", cure: "Reorder them.",
      example: "title behind description"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let text = artifact.traceText else { return }
    for node in artifact.trace?.nodes ?? [] {
      let type = node.type
      for key in node.keys { checkKey(key, node, type, text, report) }
      if type == .pivot {
        report(.pivot(node))
        if NodeKeys.aprilPivot.contains(where: { node[$0] != nil }) { report(.aprilPivot(node)) }
      }
      let lead = ["id", "type", "title"].filter { node[$0] != nil }
      if !node.keys.map(\.name).starts(with: lead) { report(.keyOrder(node)) }
    }
  }

  private func checkKey(
    _ key: TraceFile.Key, _ node: TraceFile.Node, _ type: NodeType?, _ text: TextFile,
    _ report: (Finding) -> Void
  ) {
    if let owner = NodeKeys.old[key.name], type == owner {
      report(.oldKey(key, node).fixed(by: .renameOldKey(key, text)))
    } else if !NodeKeys.isKnown(key.name) {
      report(.unknownKey(key, node))
    } else if let type, !NodeKeys.isOwned(key.name, by: type) {
      report(.foreignKey(key, node))
    }
    let values = key.value.sequence ?? [key.value]
    if key.name != "isolated", key.name != "children" {
      let contested = values.filter(isContested)
      if !contested.isEmpty { report(.unquoted(key, node).fixed(by: .quote(contested, text))) }
    }
  }

  private func isContested(_ value: YAMLNode) -> Bool {
    guard case .scalar(let text, true) = value.content else { return false }
    return PlainScalar.isContested(text)
  }
}

extension FixIt {
  private static let newNames = ["reason": "why_failed", "justification": "rationale"]

  fileprivate static func renameOldKey(_ key: TraceFile.Key, _ text: TextFile) -> FixIt? {
    guard let name = newNames[key.name] else { return nil }
    return key.written(in: text).map { .replace($0, in: TraceFile.path, by: name) }
  }

  /// Puts plain scalars in quotation marks.
  fileprivate static func quote(_ values: [YAMLNode], _ text: TextFile) -> FixIt? {
    let edits = values.compactMap { value -> Edit? in
      guard let scalar = value.scalar else { return nil }
      let line = LinePiece(text: text.line(value.mark.line), line: value.mark.line)
      let start = line.text.offset(ofColumn: value.mark.column)
      let end = start + scalar.utf8.count
      guard end <= line.text.utf8.count, line[start..<end].text == scalar[...] else { return nil }
      return .replace(
        Replacement(line[start..<end], in: TraceFile.path, by: QuotedYAML.of(scalar)))
    }
    return edits.count == values.count ? FixIt("quote the value", edits) : nil
  }
}

/// The closed set of node keys.
private enum NodeKeys {
  static let aprilPivot = ["from", "to", "trigger"]

  /// Keys of older dialects and the type that had them.
  static let old: [String: NodeType] = ["reason": .deadEnd, "justification": .decision]

  private static let common: Set<String> = [
    "id", "type", "title", "support_level", "source_refs", "provenance", "timestamp",
    "description", "evidence", "also_depends_on", "isolated", "children",
  ]

  private static let owned: [NodeType: Set<String>] = [
    .question: [],
    .experiment: ["result", "exploration", "outcome", "status"],
    .deadEnd: ["hypothesis", "failure_mode", "lesson", "why_failed"],
    .decision: ["choice", "alternatives", "rationale"],
    .pivot: ["from", "to", "trigger", "prior_direction", "new_direction", "reason"],
  ]

  static func isKnown(_ name: String) -> Bool {
    common.contains(name) || old[name] != nil || owned.values.contains { $0.contains(name) }
  }

  static func isOwned(_ name: String, by type: NodeType) -> Bool {
    common.contains(name) || owned[type]?.contains(name) ?? false
  }
}

extension Finding {
  fileprivate static func oldKey(_ key: TraceFile.Key, _ node: TraceFile.Node) -> Finding {
    Finding("ARA533", key: key, of: node, "'\(key.name)' of \(node.label) is an old name")
  }

  fileprivate static func unknownKey(_ key: TraceFile.Key, _ node: TraceFile.Node) -> Finding {
    Finding("ARA532", key: key, of: node, "the key \(Quoted(key.name)) of \(node.label) is unknown")
  }

  fileprivate static func foreignKey(_ key: TraceFile.Key, _ node: TraceFile.Node) -> Finding {
    let type = node.text("type") ?? ""
    return Finding(
      "ARA531", key: key, of: node, "'\(key.name)' of \(node.label) is no key of the type \(type)")
  }

  fileprivate static func unquoted(_ key: TraceFile.Key, _ node: TraceFile.Node) -> Finding {
    Finding(
      "ARA536", key: key, of: node, "a value of \(Quoted(key.name)) of \(node.label) needs quotes")
  }

  fileprivate static func pivot(_ node: TraceFile.Node) -> Finding {
    Finding("ARA535", node: node, about: "pivot", "\(node.label) is a pivot")
  }

  fileprivate static func aprilPivot(_ node: TraceFile.Node) -> Finding {
    Finding("ARA534", node: node, about: "pivot", "\(node.label) spells its pivot as in April")
  }

  fileprivate static func keyOrder(_ node: TraceFile.Node) -> Finding {
    Finding(
      "ARA537", node: node, about: "order", "\(node.label) does not begin with id, type, title")
  }
}
