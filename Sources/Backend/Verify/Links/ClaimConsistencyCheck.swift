internal import IR

/// Claims against the trace, their dependencies and their experiments.
struct ClaimConsistencyCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA430", .warning(), .consistency, "a supported claim adopts a dead end",
      cause: "Its title or statement contains the title of a dead end, most of its content "
        + "words, or its identifier, without a negation.",
      cure: "Refute the claim, or say what speaks against the dead end.",
      example: "a claim that adopts N06"),
    CheckRow(
      "ARA432", .warning(), .consistency, "a supported claim depends on a refuted one",
      cause: "`Dependencies` names a claim whose status is `refuted`.",
      cure: "Drop the dependency, or reconsider the status.",
      example: "C03 is supported and depends on C02, which is refuted"),
    CheckRow(
      "ARA433", .warning(.april2026, .august2026), .consistency,
      "a claim about training has no metric of training",
      cause: "The statement speaks of how training or convergence goes, and no proving experiment "
        + "measures training, loss or time.",
      cure: "Cite an experiment that measures it.",
      example: "a claim on optimisation with test accuracy only"),
    CheckRow(
      "ARA434", .warning(), .consistency, "a comparison has no baseline",
      cause: "The statement compares, and no proving experiment has baselines.",
      cure: "Name the baselines of the experiment.", example: "- **Baselines**: none"),
  ]

  private static let comparatives: Set<Substring> = [
    "outperforms", "better", "improves", "beats", "safer",
  ]

  /// `A is better than B`; `to better understand A` compares nothing.
  private static func compares(_ words: [Substring]) -> Bool {
    words.indices.contains { index in
      comparatives.contains(words[index])
        && !(words[index] == "better" && index > 0 && words[index - 1] == "to")
    }
  }

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let claims = artifact.claims else { return }
    let deadEnds = DeadEndIndex(artifact.trace?.nodes ?? [])
    let refuted = Set(
      claims.blocks.filter { $0.field("Status")?.value.text == "refuted" }.compactMap(\.id))
    for block in claims.blocks {
      if block.field("Status")?.value.text == "supported" {
        if let end = deadEnds.firstAdopted(in: Sentence.all(in: block)) {
          report(.adopted(block, end.name))
        }
        for token in IDToken.scan(block.dependencies, for: [.claim])
        where refuted.contains(token.id) {
          report(.refuted(block, token))
        }
      }
      checkExperiments(block, artifact, report)
    }
  }

  private func checkExperiments(
    _ block: Block, _ artifact: Artifact, _ report: (Finding) -> Void
  ) {
    guard let statement = block.field("Statement"), let experiments = artifact.experiments else {
      return
    }
    let proofs = artifact.proofs.proofs[block.id ?? ""] ?? []
    let proving = experiments.blocks(named: proofs)
    if proving.isEmpty { return }
    if TrainingBehaviour.isMeant(by: String(statement.text)),
      !proving.contains(where: measuresTraining)
    {
      report(.noTrainingMetric(block, statement))
    }
    if Self.compares(Words.all(statement.text)), !proving.contains(where: hasBaseline) {
      report(.noBaseline(block, statement))
    }
  }

  private func measuresTraining(_ block: Block) -> Bool {
    TrainingBehaviour.isMeasured(by: block.field("Metrics")?.value.text.lowercased() ?? "")
  }

  private func hasBaseline(_ block: Block) -> Bool {
    guard let baselines = block.field("Baselines")?.value.text, !baselines.isEmpty else {
      return false
    }
    return baselines.lowercased() != "none" && !FixedPhrase.isUsed(baselines)
  }
}

extension Block {
  fileprivate var dependencies: LinePiece {
    field("Dependencies")?.value ?? LinePiece(text: "", line: line)
  }
}

extension Finding {
  private static let path = "logic/claims.md"

  fileprivate static func adopted(_ block: Block, _ deadEnd: String) -> Finding {
    Finding(
      "ARA430", at: ArtifactPlace(file: path, line: block.field("Statement")?.line ?? block.line),
      subject: block.id, about: deadEnd, "\(block.label) adopts the dead end \(deadEnd)")
  }

  fileprivate static func refuted(_ block: Block, _ token: IDToken) -> Finding {
    Finding(
      "ARA432", on: token.piece, in: path, subject: block.id,
      "\(block.label) is supported and depends on \(Brief(token.id)), which is refuted")
  }

  fileprivate static func noTrainingMetric(_ block: Block, _ statement: Field) -> Finding {
    Finding(
      "ARA433", at: ArtifactPlace(file: path, line: statement.line), subject: block.id,
      about: "Statement", "no experiment of \(block.label) measures training, loss or time")
  }

  fileprivate static func noBaseline(_ block: Block, _ statement: Field) -> Finding {
    Finding(
      "ARA434", at: ArtifactPlace(file: path, line: statement.line), subject: block.id,
      about: "Statement", "\(block.label) compares, and none of its experiments has a baseline")
  }
}
