internal import IR

/// Configurations, environment, code index and data.
struct PhysicalFieldCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA116", .note(.august2026), .consistency, "a configuration file only says not applicable",
      cause: "`training.md` or `model.md` is there although every block says that it does not "
        + "apply; only the April schema needs it.",
      cure: "Leave the file out of a build for the later schema.",
      example: "- **Value**: Not applicable (no model was trained)"),
    CheckRow(
      "ARA351", .warning(.april2026, .august2026), .missingField,
      "a configuration block lacks a field",
      cause: "`Value` is mandatory; `Rationale`, `Search range`, `Sensitivity` and `Source` are "
        + "expected.",
      cure: "Add the field; write `Not specified in paper` where the source is silent.",
      example: "a parameter without `Source`",
      cases: [.mandatoryField: .error(.april2026, .august2026)]),
    CheckRow(
      "ARA352", .warning(.august2026), .missingField, "`src/environment.md` lacks a bullet",
      cause: "Runtime, Python, framework, hardware, data sources, dependencies, protocols and "
        + "seeds each have a bullet.",
      cure: "Add the bullet; write `Not specified in paper` where the source is silent.",
      example: "no `Random seeds`"),
    CheckRow(
      "ARA354", .warning(.august2026), .missingField,
      "a block of the code index, a proof or a data file lacks a part",
      cause: "Code index blocks have five fields, proofs a source, a statement and a section "
        + "`## Proof`, data files some fields.",
      cure: "Add what is missing.", example: "a block of `src/artifacts.md` without `Nature`"),
  ]

  private static let configuration =
    [RequiredField("ARA351", "Value", .mandatoryField)]
    + ["Rationale", "Search range", "Sensitivity", "Source"].map {
      RequiredField("ARA351", $0, filler: FixedPhrase.notSpecified)
    }
  /// `Component`, `Implements` and `Heuristics` stand where there is something to say.
  private static let codeIndex = [
    "File(s) in repo", "Nature", "What it does / contains", "How to use / run", "Claims supported",
  ].map { RequiredField("ARA354", $0) }

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for file in artifact.configurations {
      for block in file.blocks {
        Self.configuration.check(block, in: file.path, report: report)
      }
      let values = file.blocks.compactMap { $0.field("Value")?.value.text }
      if !values.isEmpty, values.allSatisfy({ $0.hasPrefix("Not applicable") }) {
        report(.notApplicable(file.path))
      }
    }
    if let file = artifact.markdown("src/environment.md") {
      let names = Set(file.fields.map(\.name))
      for name in FieldVocabulary.of(.environment).names where !names.contains(name.name) {
        let end = file.fields.map(\.endLine).max() ?? file.text.lines.count
        report(
          .missing("ARA352", "field '\(name.name)'", in: file.path).fixed(
            by: .insertField(name.name, FixedPhrase.notSpecified, before: end, of: file.path)))
      }
    }
    if let file = artifact.codeIndex {
      for block in file.blocks { Self.codeIndex.check(block, in: file.path, report: report) }
    }
    checkProofs(artifact, report)
  }

  private func checkProofs(_ artifact: Artifact, _ report: (Finding) -> Void) {
    for file in artifact.markdown(of: .proof) {
      for name in ["Source", "Statement"] where file.topField(name) == nil {
        report(.missing("ARA354", "field '\(name)'", in: file.path))
      }
      if file.heading("Proof", level: 2) == nil {
        report(.missing("ARA354", "section '## Proof'", in: file.path))
      }
    }
    for file in artifact.markdown(of: .data) where !file.fields.contains(where: \.isKnown) {
      report(.missing("ARA354", "field", in: file.path))
    }
  }
}

extension Finding {
  fileprivate static func notApplicable(_ file: String) -> Finding {
    Finding(
      "ARA116", at: ArtifactPlace(file: file), about: file,
      "every block of \(Quoted(file)) says that it does not apply")
  }
}
