internal import IR

/// The fields of claims.
struct ClaimFieldCheck: Check {
  static let rows: [CheckRow] = [
    row(
      "ARA301", "`logic/claims.md` has no claim", example: "a file of prose",
      cases: [.knownGap: .error(.april2026, .august2026).but(.note, in: .superset)]),
    row("ARA305", "a claim has no `Statement`"),
    row("ARA306", "a claim has no `Status`"),
    row("ARA307", "a claim has no `Falsification criteria`"),
    row("ARA308", "a claim has no `Proof`"),
    row("ARA309", "a claim has no `Conditions`", .error(.august2026)),
    row("ARA310", "a claim has no `Sources`", .error(.august2026)),
    row(
      "ARA311", "a claim has no `Evidence basis`",
      .error(.august2026).but(.warning, in: .april2026)),
    row("ARA312", "a claim has no `Interpretation`", .warning(.april2026)),
    row("ARA313", "a claim has no `Dependencies` or `Tags`", .warning(.april2026, .august2026)),
  ]

  private static func row(
    _ code: DiagnosticCode, _ summary: String,
    _ levels: Levels = .error(.april2026, .august2026),
    example: String = "a block without the field, behind one that has it",
    cases: [FindingCase: Levels] = [:]
  ) -> CheckRow {
    CheckRow(
      code, levels, .missingField, summary,
      cause: "Every claim is a block `## C01: Title` with all its fields; each block is looked at "
        + "by itself.",
      cure: "Add what is missing; a field under another name is renamed. `Sources` of a claim "
        + "without numbers is `[]`, `Dependencies` of a claim without any is `none`.",
      example: example, cases: cases)
  }

  private static let required = [
    RequiredField("ARA305", "Statement"), RequiredField("ARA306", "Status"),
    RequiredField("ARA307", "Falsification criteria", alias: .usual),
    RequiredField("ARA309", "Conditions"), RequiredField("ARA311", "Evidence basis"),
    RequiredField("ARA312", "Interpretation", filler: FixedPhrase.notSpecified),
    RequiredField("ARA313", "Dependencies", filler: "none"),
    RequiredField("ARA313", "Tags", filler: ""),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let claims = artifact.claims else { return }
    if claims.blocks.isEmpty {
      let isListed = artifact.admitsNoPaper(.claims, in: claims.file)
      report(
        .missing(
          "ARA301", "claim block '## C01: …'", as: isListed ? .knownGap : .usual, in: claims.path))
    }
    for block in claims.blocks {
      let experiments = artifact.proofs.verifying[block.id ?? ""] ?? []
      let proof = "[\(experiments.sorted().joined(separator: ", "))]"
      // A claim without numbers has nothing to cite.
      let isPlain = block.claimNumbers(in: claims.file).isEmpty
      let derived = [
        RequiredField("ARA308", "Proof", filler: experiments.isEmpty ? nil : proof),
        RequiredField("ARA310", "Sources", filler: isPlain ? "[]" : nil),
      ]
      (Self.required + derived).check(block, in: claims.path, report: report)
    }
  }
}
