internal import IR

/// Files and claims that nothing uses.
struct OrphanCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA426", .warning(), .danglingReference, "nothing refers to a file below `src`",
      cause: "No heuristic, experiment, code index block or Layer Index row with a claim names "
        + "the file.",
      cure: "Name it where it is used, or delete it.", example: "a stray `util.py`"),
    CheckRow(
      "ARA427", .warning(), .danglingReference, "no claim and no experiment uses an evidence file",
      cause: "No `Evidence` of an experiment names it and its index row names no claim.",
      cure: "Join it to the experiment that it details, or list it with a reason under `## "
        + "Evidence without a claim`.",
      example: "| [table3_spare.md](…) | Table 3 | none | … |"),
    CheckRow(
      "ARA428", .warning(), .danglingReference, "a claim reaches no evidence file",
      cause: "Following `Proof` and then `Evidence` leads to no file.",
      cure: "File the evidence and name it in the experiment.",
      example: "all experiments of the claim are `pending`"),
    CheckRow(
      "ARA429", .note(), .danglingReference, "the trace cites a claim nowhere, or a gap is unused",
      cause: "No tree node cites the claim; no figure or claim mentions the gap.",
      cure: "Cite it where it belongs.", example: "C03 in no `evidence`"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    checkSourceFiles(artifact, report)
    checkEvidenceFiles(artifact, report)
    checkClaims(artifact, report)
    checkCitations(artifact, report)
  }

  private func checkSourceFiles(_ artifact: Artifact, _ report: (Finding) -> Void) {
    // Without a Layer Index most files look unused, which ARA212 says already.
    guard let layerIndex = artifact.manifest?.layerIndex else { return }
    let roles: Set<PathMention.Role> = [.codeReference, .evidence, .run]
    let named = Set(
      artifact.paths.mentions.filter { roles.contains($0.role) }.compactMap(\.resolution.file))
    let rows = layerIndex.rows.filter { row in
      row.claims.map { !IDToken.scan($0, for: [.claim]).isEmpty } ?? false
    }
    let indexed = Set(rows.compactMap(\.resolution.file))
    let texts = [artifact.experiments?.file, artifact.codeIndex?.file].compactMap(\.self)
    for path in artifact.files.paths
    where path.hasPrefix("src/execution/") || path.hasPrefix("src/configs/") {
      if named.contains(path) || indexed.contains(path) { continue }
      if !texts.contains(where: { file in file.text.lines.contains { $0.holds(path) } }) {
        report(.unusedSource(path))
      }
    }
  }

  private func checkEvidenceFiles(_ artifact: Artifact, _ report: (Finding) -> Void) {
    guard let index = artifact.evidenceIndex else { return }
    let used = Set(artifact.paths.evidence.flatMap(\.files))
    let rows = Dictionary(grouping: index.rows) { $0.resolution.file ?? "" }
    for file in artifact.markdownFiles where file.kind.isExhibit {
      guard let rows = rows[file.path], !used.contains(file.path) else { continue }
      let hasClaim = rows.contains { row in
        row.claims.map { !IDToken.scan($0, for: [.claim]).isEmpty } ?? false
      }
      if !hasClaim, !index.excuses(file.path) { report(.unusedEvidence(file.path)) }
    }
  }

  private func checkClaims(_ artifact: Artifact, _ report: (Finding) -> Void) {
    guard artifact.experiments != nil else { return }
    for field in artifact.paths.proofs where !artifact.hasBrokenChain(field) {
      if artifact.proofs.evidence(of: field.experiments.map(\.id)).isEmpty {
        report(.noEvidence(field))
      }
    }
  }

  private func checkCitations(_ artifact: Artifact, _ report: (Finding) -> Void) {
    if let claims = artifact.claims, artifact.trace?.nodes.isEmpty == false {
      let cited = Set(artifact.ids.mentions.filter { $0.role == .treeEvidence }.map(\.id))
      for block in claims.blocks where !cited.contains(block.id ?? "") {
        report(.uncited(block, claims.path))
      }
    }
    guard let problem = artifact.problem else { return }
    let texts = artifact.markdown(of: .figure) + [artifact.claims?.file].compactMap(\.self)
    let pieces = texts.flatMap { $0.text.lines.map { LinePiece(text: $0, line: 1) } }
    let cited = Set(pieces.flatMap { IDToken.scan($0, for: [.gap]).map(\.id) })
    for block in problem.blocks where block.id?.hasPrefix("G") ?? false {
      if !cited.contains(block.id ?? "") { report(.uncited(block, problem.path)) }
    }
  }
}

extension Artifact {
  /// Whether a finding of ARA111, 401, 402 or 416 says already that the chain from a claim to its
  /// evidence is broken.
  func hasBrokenChain(_ field: ProofField) -> Bool {
    if field.experiments.isEmpty || !field.others.isEmpty { return true }
    let known = ids.defined(.experiment) ?? []
    if field.experiments.contains(where: { !known.contains($0.id) }) { return true }
    return field.experiments.contains { proofs.brokenExperiments.contains($0.id) }
  }
}

extension Finding {
  fileprivate static func unusedSource(_ path: String) -> Finding {
    Finding(
      "ARA426", at: ArtifactPlace(file: path), about: path,
      "nothing refers to \(Quoted(path))")
  }

  fileprivate static func unusedEvidence(_ path: String) -> Finding {
    Finding(
      "ARA427", at: ArtifactPlace(file: path), about: path,
      "neither a claim nor an experiment uses \(Quoted(path))")
  }

  fileprivate static func noEvidence(_ field: ProofField) -> Finding {
    Finding(
      "ARA428", at: ArtifactPlace(file: "logic/claims.md", line: field.value.line),
      subject: field.claim.id, about: "Proof",
      "the proof of \(field.claim.label) leads to no evidence file")
  }

  fileprivate static func uncited(_ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA429", at: ArtifactPlace(file: file, line: block.line), subject: block.id,
      about: "citation", "nothing cites \(block.label)")
  }
}
