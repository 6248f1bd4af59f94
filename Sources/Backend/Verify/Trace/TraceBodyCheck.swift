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
        let fixIt = artifact.traceText.flatMap { FixIt.copyKey(to: key, in: node, $0) }
        report(.missingKey(required.code, key, node).fixed(by: fixIt))
      }
      if type == .deadEnd, node.says("children"), let children = node["children"] {
        report(.hasChildren(children, node))
      }
    }
  }
}

extension FixIt {
  /// Keys of other dialects that say the same.
  private static let origins = [
    "result": "outcome", "failure_mode": "why_failed",
  ]

  /// Writes the value of a key under another name too.
  fileprivate static func copyKey(
    to name: String, in node: TraceFile.Node, _ text: TextFile
  ) -> FixIt? {
    guard node[name] == nil, let origin = origins[name].flatMap({ node[$0] }),
      let value = origin.writtenValue(in: text), let key = origin.written(in: text),
      text.line(key.line).prefix(while: { $0 == " " }).utf8.count + 1 == key.column
    else { return nil }
    let indent = String(repeating: " ", count: key.column - 1)
    let line = "\(indent)\(name): \(value.text)\n"
    return FixIt(
      "copy '\(origin.name)' to '\(name)'",
      [.replace(Replacement(inserting: line, before: key.line, of: TraceFile.path))])
  }
}

extension Finding {
  fileprivate static func hasChildren(_ key: TraceFile.Key, _ node: TraceFile.Node) -> Finding {
    Finding("ARA529", key: key, of: node, "the dead end \(node.label) has children")
  }
}
