internal import IR

/// `logic/related_work.md`.
struct RelatedWorkCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA347", .error(.april2026, .august2026), .missingField,
      "a related work is missing, or has no `Type` or `Delta`",
      cause: "The file has at least one block `## RW01: …`, and each says how the work relates.",
      cure: "Add the field. Works without a technical delta are bullets under `## Additional "
        + "citations`.",
      example: "a block without `Delta`",
      cases: [.knownGap: .error(.april2026, .august2026).but(.note, in: .superset)]),
    CheckRow(
      "ARA348", .warning(.august2026), .typeMismatch, "the relation to a work is not in form",
      cause: "`Type` is one of `imports`, `bounds`, `baseline`, `extends` and `refutes`; `Delta` "
        + "says `What changed` and `Why`.",
      cure: "Keep one type, add the missing part.", example: "- **Type**: uses"),
    CheckRow(
      "ARA349", .warning(.august2026, .cli), .missingField, "a related work has no DOI",
      cause: "`DOI` is absent, empty or a placeholder: the official command line warns of it.",
      cure: "Write `Not specified in paper`.", example: "- **DOI**:"),
  ]

  private static let required = [
    RequiredField("ARA347", "Type"), RequiredField("ARA347", "Delta"),
  ]
  private static let types: Set<Substring> = [
    "imports", "bounds", "baseline", "extends", "refutes",
  ]
  private static let deltaParts = ["What changed", "Why"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let file = artifact.relatedWork else { return }
    if file.blocks.isEmpty {
      let isListed = artifact.admitsNoPaper(.relatedWorks, in: file.file)
      report(
        .missing(
          "ARA347", "block '## RW01: …'", as: isListed ? .knownGap : .usual, in: file.path))
    }
    for block in file.blocks {
      Self.required.check(block, in: file.path, report: report)
      let doi = block.field("DOI")
      if doi?.isBlank ?? true { report(.noDOI(doi, block, file.path)) }
      if let type = block.saidField("Type")?.value, !Self.types.contains(type.text) {
        let known = type.text.split { !$0.isLetter }.first(where: Self.types.contains)
        report(.badType(type, known, block, file.path))
      }
      guard let delta = block.field("Delta"), !delta.isEmpty else { continue }
      for label in Self.deltaParts where delta.part(label) == nil {
        report(.noPart(label, delta, block, file.path))
      }
    }
  }
}

extension Finding {
  fileprivate static func noDOI(_ field: Field?, _ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA349", at: ArtifactPlace(file: file, line: field?.line ?? block.line), subject: block.id,
      about: "DOI", "\(block.label) has no DOI"
    ).fixed(
      by: field.map { .replace($0.value, in: file, by: $0.filled) }
        ?? .insertField("DOI", FixedPhrase.notSpecified, in: block, of: file))
  }

  fileprivate static func badType(
    _ type: LinePiece, _ known: Substring?, _ block: Block, _ file: String
  ) -> Finding {
    Finding(
      "ARA348", at: ArtifactPlace(type, in: file), subject: block.id, about: "Type",
      "the type \(Quoted(type.text)) is not one of the five", excerpt: Excerpt.of(type.text)
    ).fixed(by: known.map { .replace(type, in: file, by: String($0)) })
  }

  fileprivate static func noPart(_ label: String, _ delta: Field, _ block: Block, _ file: String)
    -> Finding
  {
    Finding(
      "ARA348", at: ArtifactPlace(file: file, line: delta.line), subject: block.id,
      about: "Delta: \(label)", "the delta of \(block.label) does not say '\(label)'")
  }
}
