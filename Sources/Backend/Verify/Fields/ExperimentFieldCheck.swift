internal import IR

/// The fields of experiments.
struct ExperimentFieldCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA333", .error(.april2026).but(.note, in: .august2026), .insufficientCount,
      "there are fewer than three experiments",
      cause: "The April schema wants three; the later one wants no filler.",
      cure: "One experiment per result table, figure or ablation; or list the shortfall under "
        + "`## Known gaps`.",
      example: "two experiments",
      cases: [
        .knownGap: .error(.april2026).but(.note, in: .august2026).but(.note, in: .superset)
      ]),
    row("ARA334", "an experiment has no `Verifies`"),
    row("ARA335", "an experiment has no `Setup`"),
    row("ARA336", "an experiment has no `Procedure`"),
    row(
      "ARA337", "an experiment has no `Expected outcome`",
      cases: [.alias: .warning(.august2026)]),
    row("ARA338", "an experiment has no `Evidence`", .error(.august2026)),
    row("ARA339", "an experiment has no `Run`", .error(.august2026)),
    row(
      "ARA340", "an experiment lacks a field, a part of its setup or numbered steps",
      .warning(.april2026, .august2026)),
  ]

  private static func row(
    _ code: DiagnosticCode, _ summary: String,
    _ levels: Levels = .error(.april2026, .august2026), cases: [FindingCase: Levels] = [:]
  ) -> CheckRow {
    CheckRow(
      code, levels, .missingField, summary,
      cause: "Every experiment is a block `## E01: Title` with all its fields; each block is "
        + "looked at by itself.",
      cure: "Add what is missing; write the fixed phrase where the source is silent, and "
        + "`pending` for evidence that is not filed yet.",
      example: "a block without the field, behind one that has it", cases: cases)
  }

  private static let required = [
    RequiredField("ARA335", "Setup"),
    RequiredField("ARA336", "Procedure"),
    RequiredField("ARA337", "Expected outcome", alias: .alias),
    RequiredField("ARA339", "Run"),
    RequiredField("ARA340", "Metrics", filler: FixedPhrase.notSpecified),
    RequiredField("ARA340", "Baselines", filler: FixedPhrase.notSpecified),
    RequiredField("ARA340", "Dependencies", filler: "none"),
  ]
  private static let setupParts = ["Model", "Hardware", "Dataset", "System"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let file = artifact.experiments else { return }
    if Set(file.ids).count < 3 {
      report(.tooFew(Set(file.ids).count, isListed: artifact.listsGap(.experiments), file.path))
    }
    for block in file.blocks {
      (Self.required + derived(block, artifact)).check(block, in: file.path, report: report)
      if let setup = block.field("Setup"), !setup.isEmpty {
        for label in Self.setupParts where setup.part(label) == nil {
          report(.noPart(label, setup, block, file.path))
        }
      }
      if let procedure = block.field("Procedure"), !procedure.isEmpty,
        !procedure.items.contains(where: \.isOrdered)
      {
        report(.notNumbered(procedure, block, file.path))
      }
    }
  }
}

extension ExperimentFieldCheck {
  /// Fields that follow from what names the experiment.
  private func derived(_ block: Block, _ artifact: Artifact) -> [RequiredField] {
    let proven = (artifact.proofs.proven[block.id ?? ""] ?? []).sorted()
    let claims =
      proven
      + (block.field("Verifies")?.pieces ?? [])
      .flatMap { IDToken.scan($0, for: [.claim]).map(\.id) }
    let files = Set(claims.flatMap(artifact.proofs.indexed)).sorted()
    return [
      RequiredField(
        "ARA334", "Verifies", filler: proven.isEmpty ? nil : proven.joined(separator: ", ")),
      RequiredField(
        "ARA338", "Evidence", filler: files.isEmpty ? nil : files.joined(separator: ", ")),
    ]
  }
}

extension Finding {
  fileprivate static func tooFew(_ count: Int, isListed: Bool, _ file: String) -> Finding {
    Finding(
      "ARA333", isListed ? .knownGap : .usual, at: ArtifactPlace(file: file, line: 1),
      about: "count", "\(count) experiments, at least 3 wanted")
  }

  fileprivate static func noPart(_ label: String, _ setup: Field, _ block: Block, _ file: String)
    -> Finding
  {
    Finding(
      "ARA340", at: ArtifactPlace(file: file, line: setup.line), subject: block.id,
      about: "Setup: \(label)", "the setup of \(block.label) names no '\(label)'"
    ).fixed(by: .insertPart(label, FixedPhrase.notSpecified, in: setup, of: file))
  }

  fileprivate static func notNumbered(_ field: Field, _ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA340", at: ArtifactPlace(file: file, line: field.line), subject: block.id,
      about: "Procedure", "the steps of \(block.label) are not numbered")
  }
}
