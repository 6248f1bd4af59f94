internal import IR
internal import YAML

/// Where nodes come from.
struct TraceSupportCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA521", .error(.august2026), .missingField, "a node does not say how it is supported",
      cause: "`support_level` is absent or neither `explicit` nor `inferred`.",
      cure: "Write `inferred` for what was reconstructed.", example: "support_level: certain"),
    CheckRow(
      "ARA522", .warning(.august2026), .missingField, "an explicit node names no source",
      cause: "A node that the source reports says where: `source_refs` is absent or empty.",
      cure: "Name the place, or write `inferred`.", example: "an explicit node without refs"),
    CheckRow(
      "ARA538", .note(.august2026), .typeMismatch,
      "a provenance or time is not in the usual form",
      cause: "`provenance` is `user`, `ai-suggested`, `ai-executed` or `user-revised`; "
        + "`timestamp` an ISO date.",
      cure: "Use the vocabulary.", example: "provenance: \"MALT\""),
  ]

  private static let provenances: Set<String> = [
    "user", "ai-suggested", "ai-executed", "user-revised",
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for node in artifact.trace?.nodes ?? [] {
      let level = node.text("support_level")
      if level != "explicit", level != "inferred" { report(.noSupport(node, artifact.traceText)) }
      if level == "explicit", !node.says("source_refs") {
        let level = node["support_level"].flatMap { key in
          artifact.traceText.flatMap(key.writtenValue)
        }
        report(
          .missingKey("ARA522", "source_refs", node).fixed(
            by: level.map { .replace($0, in: TraceFile.path, by: "inferred") }))
      }
      if let key = node["provenance"], let text = key.value.scalar,
        !Self.provenances.contains(text)
      {
        report(.unusual(key, node))
      }
      if let key = node["timestamp"], let text = key.value.scalar, !isDate(text) {
        report(.unusual(key, node))
      }
    }
  }

  private func isDate(_ text: String) -> Bool {
    let shape = Array("dddd-dd-dd".utf8)
    return text.utf8.count >= shape.count
      && zip(text.utf8, shape).allSatisfy { byte, wanted in
        wanted == UInt8(ascii: "d") ? byte.isASCIIDigit : byte == wanted
      }
  }
}

extension FixIt {
  /// Marks a node as reconstructed, below the keys that come first.
  fileprivate static func insertInferred(_ node: TraceFile.Node, _ text: TextFile) -> FixIt? {
    guard let key = node["title"] ?? node["type"] ?? node["id"],
      key.writtenValue(in: text) != nil
    else { return nil }
    let indent = String(repeating: " ", count: key.place.column - 1)
    return FixIt(
      "insert 'support_level: inferred'",
      [
        .replace(
          Replacement(
            inserting: "\(indent)support_level: inferred\n", before: key.line + 1,
            of: TraceFile.path))
      ])
  }
}

extension Finding {
  fileprivate static func noSupport(_ node: TraceFile.Node, _ file: TextFile?) -> Finding {
    guard let key = node["support_level"] else {
      return .missingKey("ARA521", "support_level", node)
        .fixed(by: file.flatMap { .insertInferred(node, $0) })
    }
    let text = key.value.scalar ?? ""
    return Finding(
      "ARA521", key: key, of: node,
      "the support level \(Quoted(text)) of \(node.label) is neither explicit nor inferred")
  }

  fileprivate static func unusual(_ key: TraceFile.Key, _ node: TraceFile.Node) -> Finding {
    Finding(
      "ARA538", key: key, of: node,
      "'\(key.name)' of \(node.label) is \(Quoted(key.value.scalar ?? "")), not in the usual form")
  }
}
