internal import IR

/// What nodes of each type say.
struct TraceBodyCheck: Check {
  static let rows: [CheckRow] = [
    row("ARA516", "a question has no `description`", "a question with its title only"),
    row("ARA517", "an experiment has no `result`", "outcome: \"It works.\""),
    row(
      "ARA518", "a dead end has no `hypothesis`, `failure_mode` or `lesson`",
      "why_failed: \"It dries out.\""),
    row("ARA519", "a decision has no `choice` or `alternatives`", "alternatives: []"),
    row("ARA520", "a pivot has no `from`, `to` or `trigger`", "new_direction: \"A probe\""),
    CheckRow(
      "ARA529", .error(.august2026), .typeMismatch, "a dead end has children",
      cause: "Nothing follows from a dead end.", cure: "Hang the children on its parent.",
      example: "children under a `dead_end`"),
  ]

  private static func row(_ code: DiagnosticCode, _ summary: String, _ example: String) -> CheckRow
  {
    CheckRow(
      code, .error(.april2026, .august2026), .missingField, summary,
      cause: "Each type of node has keys that must be there and say something.",
      cure: "Add the key; `outcome` becomes `result`, `why_failed` becomes `failure_mode`.",
      example: example)
  }

  private static let required: [NodeType: (code: DiagnosticCode, keys: [String])] = [
    .question: ("ARA516", ["description"]),
    .experiment: ("ARA517", ["result"]),
    .deadEnd: ("ARA518", ["hypothesis", "failure_mode", "lesson"]),
    .decision: ("ARA519", ["choice", "alternatives"]),
    .pivot: ("ARA520", ["from", "to", "trigger"]),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for node in artifact.trace?.nodes ?? [] {
      guard let type = node.type, let required = Self.required[type] else { continue }
      for key in required.keys where !node.says(key) {
        report(.missingKey(required.code, key, node))
      }
      if type == .deadEnd, node.says("children"), let children = node["children"] {
        report(.hasChildren(children, node))
      }
    }
  }
}

extension Finding {
  fileprivate static func hasChildren(_ key: TraceFile.Key, _ node: TraceFile.Node) -> Finding {
    Finding("ARA529", key: key, of: node, "the dead end \(node.label) has children")
  }
}
