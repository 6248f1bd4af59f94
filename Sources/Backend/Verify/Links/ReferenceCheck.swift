internal import IR

/// Identifiers that nothing defines, by what names them.
struct ReferenceCheck: Check {
  static let rows: [CheckRow] = [
    row(
      "ARA401", .error(.april2026, .august2026), "`Proof` names an undefined experiment",
      "- **Proof**: [E01, E53]"),
    row(
      "ARA405", .error(.april2026, .august2026), "`Verifies` names an undefined claim",
      "- **Verifies**: C99"),
    row(
      "ARA409", .error(.august2026, .cli), "a claim depends on an undefined claim",
      "- **Dependencies**: C99"),
    row(
      "ARA418", .error(.april2026, .august2026, .cli), "a tree node cites an undefined claim",
      "evidence: [C99]"),
    row(
      "ARA421", .error(.august2026), "an index or related work names an undefined claim",
      "- **Claims affected**: C12"),
    row(
      "ARA422", .error(), "a gap or insight rests on an undefined observation or gap",
      "- **Caused by**: O7"),
    row(
      "ARA424", .error(.august2026), "an evidence file names an undefined node, claim or gap",
      "- **Trace node**: N99"),
    row(
      "ARA431", .warning(), "a text names an undefined identifier",
      "as the ablation of E07 shows"),
  ]

  private static func row(
    _ code: DiagnosticCode, _ levels: Levels, _ summary: String, _ example: String
  ) -> CheckRow {
    CheckRow(
      code, levels, .danglingReference, summary,
      cause: "The identifier is defined nowhere in its file. `C1` and `C01` are different.",
      cure: "Correct the identifier, or define what it names.", example: example)
  }

  private static let codes: [IDMention.Role: DiagnosticCode] = [
    .proof: "ARA401", .verifies: "ARA405", .claimDependency: "ARA409", .treeEvidence: "ARA418",
    .claimsAffected: "ARA421", .evidenceIndex: "ARA421", .problemLink: "ARA422",
    .exhibit: "ARA424", .prose: "ARA431",
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for mention in artifact.ids.mentions where artifact.ids.isDangling(mention) {
      guard let code = Self.codes[mention.role] else { continue }
      if mention.role == .prose, isOutOfRange(mention, artifact) { continue }
      report(.undefined(code, mention))
    }
  }

  /// Identifiers count from 01: a number of three digits can only be meant where the space is that
  /// large. `H100` is a device.
  private func isOutOfRange(_ mention: IDMention, _ artifact: Artifact) -> Bool {
    let digits = mention.id.utf8.count - mention.space.rawValue.utf8.count
    return digits > 2 && (artifact.ids.defined(mention.space)?.count ?? 0) < 100
  }
}

extension Finding {
  static func undefined(_ code: DiagnosticCode, _ mention: IDMention) -> Finding {
    Finding(
      code, at: mention.place, subject: mention.subject, about: mention.id,
      "the \(mention.space.name) \(Brief(mention.id)) is not defined")
  }
}
