internal import IR

/// Claims and experiments point at each other.
struct VerifiesCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA406", .error(), .danglingReference, "no claim rests on the experiment",
      cause: "The experiment is in the `Proof` of no claim: an orphan.",
      cure: "Add it to the `Proof` of the claim that it verifies.",
      example: "E04 verifies C01, and no claim cites E04"),
    CheckRow(
      "ARA407", .error(), .missingField, "`Verifies` names no claim",
      cause: "An experiment verifies at least one claim.",
      cure: "Name the claims whose `Proof` lists the experiment.",
      example: "- **Verifies**: none"),
    CheckRow(
      "ARA408", .warning(), .consistency, "`Proof` and `Verifies` disagree",
      cause: "An experiment is in the `Proof` of a claim exactly when it verifies that claim.",
      cure: "Add the missing side.", example: "E01 proves C01 and does not verify it"),
  ]

  private static let claimsPath = "logic/claims.md"
  private static let experimentsPath = "logic/experiments.md"

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let experiments = artifact.experiments else { return }
    let hasClaims = artifact.ids.defined(.claim) != nil
    var seen: Set<String> = []
    for block in experiments.blocks {
      guard let id = block.id else { continue }
      let field = block.field("Verifies")
      if let field, field.isSaid,
        field.pieces.allSatisfy({ IDToken.scan($0, for: [.claim], at: .unanchored).isEmpty })
      {
        report(.noClaim(block, field.value, artifact.proofs.proven[id] ?? []))
      }
      guard hasClaims, seen.insert(id).inserted else { continue }
      if artifact.proofs.proven[id] == nil { report(.orphan(block, artifact)) }
      if let field, field.isSaid { checkVerified(block, field, artifact, report) }
    }
    checkProven(artifact, report)
  }

  /// Claims that the experiment proves and does not verify.
  private func checkVerified(
    _ block: Block, _ field: Field, _ artifact: Artifact, _ report: (Finding) -> Void
  ) {
    let proven = artifact.proofs.proven[block.id ?? ""] ?? []
    let verified = artifact.proofs.verified[block.id ?? ""] ?? []
    for claim in proven.subtracting(verified).sorted() {
      let fixIt = FixIt.insert(", \(claim)", before: field.value.atEnd, in: Self.experimentsPath)
      report(
        .oneSided(block, field.line, lacks: claim, in: Self.experimentsPath).fixed(by: fixIt))
    }
  }

  /// Experiments that verify the claim and do not stand in its proof; orphans are said already.
  private func checkProven(_ artifact: Artifact, _ report: (Finding) -> Void) {
    var seen: Set<String> = []
    for field in artifact.paths.proofs {
      guard let id = field.claim.id, seen.insert(id).inserted else { continue }
      let verifying = artifact.proofs.verifying[id] ?? []
      let proofs = artifact.proofs.proofs[id] ?? []
      for experiment in verifying.subtracting(proofs).sorted()
      where artifact.proofs.proven[experiment] != nil {
        report(
          .oneSided(field.claim, field.value.line, lacks: experiment, in: Self.claimsPath)
            .fixed(by: FixIt("add \(experiment)", [field.adding(experiment)].compactMap(\.self))))
      }
    }
  }
}

extension ProofField {
  /// Adds an experiment to a list in brackets.
  fileprivate func adding(_ experiment: String) -> FixIt.Edit? {
    guard isBracketed, let close = value.text.offset(of: "]") else { return nil }
    let text = value.bracketed?.text.isEmpty ?? true ? experiment : ", \(experiment)"
    return .replace(
      FixIt.Replacement(value[close..<close], in: "logic/claims.md", by: text))
  }
}

extension Artifact {
  /// Puts an experiment into the proof of the claims that it verifies.
  fileprivate func proving(_ experiment: String) -> FixIt? {
    let verified = proofs.verified[experiment] ?? []
    let fields = paths.proofs.filter { $0.claim.id.map(verified.contains) ?? false }
    let edits = fields.compactMap { $0.adding(experiment) }
    return edits.isEmpty ? nil : FixIt("add \(experiment) to the proofs", edits)
  }
}

extension LinePiece {
  /// The empty piece behind it.
  fileprivate var atEnd: LinePiece { self[text.utf8.count..<text.utf8.count] }
}

extension Finding {
  fileprivate static func orphan(_ block: Block, _ artifact: Artifact) -> Finding {
    Finding(
      "ARA406", at: ArtifactPlace(file: "logic/experiments.md", line: block.line),
      subject: block.id, about: "orphan", "no claim has \(block.label) in its proof"
    ).fixed(by: block.id.flatMap(artifact.proving))
  }

  fileprivate static func noClaim(_ block: Block, _ value: LinePiece, _ claims: Set<String>)
    -> Finding
  {
    Finding(
      "ARA407", at: ArtifactPlace(value, in: "logic/experiments.md"), subject: block.id,
      about: "Verifies", "\(block.label) verifies no claim", excerpt: Excerpt.of(value.text)
    ).fixed(
      by: claims.isEmpty
        ? nil
        : .replace(
          value, in: "logic/experiments.md", by: claims.sorted().joined(separator: ", ")))
  }

  fileprivate static func oneSided(
    _ block: Block, _ line: Int, lacks id: String, in file: String
  ) -> Finding {
    let field = file == "logic/claims.md" ? "Proof" : "Verifies"
    return Finding(
      "ARA408", at: ArtifactPlace(file: file, line: line), subject: block.id, about: id,
      "'\(field)' of \(block.label) lacks \(Brief(id)), which names it")
  }
}
