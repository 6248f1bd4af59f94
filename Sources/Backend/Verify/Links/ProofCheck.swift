internal import IR

/// `Proof` of claims.
struct ProofCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA402", .error(.august2026), .typeMismatch,
      "`Proof` holds something else than experiments",
      cause: "It lists at least one experiment identifier and nothing but identifiers.",
      cure: "Replace a path by the experiment whose `Evidence` names it.",
      example: "- **Proof**: [evidence/README.md]"),
    CheckRow(
      "ARA403", .error(.april2026), .danglingReference, "a path in `Proof` does not exist",
      cause: "The April schema tolerates paths in `Proof`, but they must exist.",
      cure: "Replace the path by an experiment.",
      example: "- **Proof**: [evidence/tables/ghost.md]"),
    CheckRow(
      "ARA404", .warning(.april2026), .typeMismatch, "`Proof` has no brackets",
      cause: "The April script only checks what stands in brackets behind the colon.",
      cure: "Add the brackets.", example: "- **Proof**: E01, E02"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for field in artifact.paths.proofs {
      if !field.isBracketed { report(.noBrackets(field)) }
      let outside = Set(
        field.paths.filter { $0.resolution == .outside }.map(\.written.text.startIndex))
      for item in field.others where !outside.contains(item.text.startIndex) {
        report(.noExperiment(field, item))
      }
      if field.experiments.isEmpty, field.others.isEmpty { report(.empty(field)) }
      for path in field.paths where path.resolution.isDead { report(.dead(path)) }
    }
  }
}

extension Finding {
  private static let path = "logic/claims.md"

  fileprivate static func noBrackets(_ field: ProofField) -> Finding {
    Finding(
      "ARA404", at: ArtifactPlace(field.value, in: path), subject: field.claim.id, about: "Proof",
      "the proof of \(field.claim.label) has no brackets"
    ).fixed(
      by: field.others.isEmpty && !field.experiments.isEmpty
        ? .replace(field.value, in: path, by: "[\(field.value.text)]") : nil)
  }

  fileprivate static func noExperiment(_ field: ProofField, _ item: LinePiece) -> Finding {
    Finding(
      "ARA402", on: item, in: path, subject: field.claim.id,
      "\(Quoted(item.text)) is no experiment identifier")
  }

  fileprivate static func empty(_ field: ProofField) -> Finding {
    Finding(
      "ARA402", at: ArtifactPlace(field.value, in: path), subject: field.claim.id, about: "Proof",
      "the proof of \(field.claim.label) lists no experiment")
  }

  fileprivate static func dead(_ mention: PathMention) -> Finding {
    Finding(
      "ARA403", on: mention.written, in: path, subject: mention.subject,
      "\(Quoted(mention.written.text)) does not exist")
  }
}
