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

  /// Devices and networks whose names look like identifiers.
  private static let products: Set<String> = [
    "H100", "H200", "H800", "R101", "R152", "C100",
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for mention in artifact.ids.mentions where artifact.ids.isDangling(mention) {
      guard let code = Self.codes[mention.role] else { continue }
      if mention.role == .prose, Self.products.contains(mention.id) { continue }
      report(.undefined(code, mention))
    }
  }
}

extension Finding {
  static func undefined(_ code: DiagnosticCode, _ mention: IDMention) -> Finding {
    Finding(
      code, at: mention.place, subject: mention.subject, about: mention.id,
      "the \(mention.space.name) \(Brief(mention.id)) is not defined")
  }
}
