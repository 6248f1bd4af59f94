internal import IR

/// The fields of heuristics, and sensitivities in general.
struct HeuristicFieldCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA343", .error(.april2026).but(nil, in: .august2026), .missingField,
      "there is no heuristic",
      cause: "The April schema wants at least one block `## H01: …`.",
      cure: "A stated setting with a stated reason is a heuristic. Where the source has not even "
        + "that, list the shortfall under `## Known gaps`.",
      example: "a file of prose",
      cases: [.knownGap: .error(.april2026).but(.note, in: .superset)]),
    CheckRow(
      "ARA344", .error(.april2026, .august2026), .missingField,
      "a heuristic has no `Rationale`, `Sensitivity` or `Bounds`",
      cause: "Every heuristic has these fields; each block is looked at by itself.",
      cure: "Add the field; write `Not specified in paper` where the source is silent.",
      example: "a heuristic without `Bounds`"),
    CheckRow(
      "ARA345", .warning(.april2026, .august2026), .missingField,
      "a heuristic has no `Code ref` or `Source`",
      cause: "Without them nobody can look it up.",
      cure: "Add the field; `[Not specified]` stands for code that is not known.",
      example: "a heuristic without `Source`"),
    CheckRow(
      "ARA346", .warning(.april2026, .august2026), .typeMismatch,
      "a sensitivity is not in the vocabulary",
      cause: "It begins with `low`, `medium`, `high` or the fixed phrase.",
      cure: "Write one of the words; remarks go behind it.",
      example: "- **Sensitivity**: very sensitive"),
  ]

  private static let required = [
    RequiredField("ARA344", "Rationale"),
    RequiredField("ARA344", "Sensitivity", filler: FixedPhrase.notSpecified),
    RequiredField("ARA344", "Bounds", filler: FixedPhrase.notSpecified),
    RequiredField("ARA345", "Code ref", filler: "[Not specified]"),
    RequiredField("ARA345", "Source", filler: FixedPhrase.notSpecified),
  ]
  private static let levels = ["low", "medium", "high"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    if let file = artifact.heuristics {
      // What was borrowed from other artifacts is a candidate: the sources do not state it.
      if file.blocks.allSatisfy(\.isBorrowed) {
        let isListed = artifact.listsGap(.heuristics)
        report(
          .missing(
            "ARA343", "heuristic '## H01: …'", as: isListed ? .knownGap : .usual, in: file.path))
      }
      for block in file.blocks { Self.required.check(block, in: file.path, report: report) }
    }
    for file in [artifact.heuristics].compactMap(\.self) + artifact.configurations {
      for block in file.blocks {
        guard let value = block.saidField("Sensitivity")?.value, !isKnown(value.text) else {
          continue
        }
        report(.badSensitivity(value, block, file.path))
      }
    }
  }

  private func isKnown(_ value: Substring) -> Bool {
    let word = String(value.lowercased().prefix { $0.isLetter })
    return FixedPhrase.isUsed(value) || Self.levels.contains(word)
  }
}

extension Finding {
  fileprivate static func badSensitivity(_ value: LinePiece, _ block: Block, _ file: String)
    -> Finding
  {
    Finding(
      "ARA346", at: ArtifactPlace(value, in: file), subject: block.id,
      about: block.key("Sensitivity"),
      "the sensitivity \(Quoted(value.text)) does not begin with low, medium or high",
      excerpt: Excerpt.of(value.text))
  }
}
