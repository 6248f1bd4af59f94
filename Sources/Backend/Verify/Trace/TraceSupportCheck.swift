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
      if level != "explicit", level != "inferred" { report(.noSupport(node)) }
      if level == "explicit", !node.says("source_refs") {
        report(.missingKey("ARA522", "source_refs", node))
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
        wanted == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == wanted
      }
  }
}

extension Finding {
  fileprivate static func noSupport(_ node: TraceFile.Node) -> Finding {
    guard let key = node["support_level"] else {
      return .missingKey("ARA521", "support_level", node)
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
