/// How claims, experiments and evidence files hang together.
struct ProofGraph: Sendable {
  /// Experiments that some block of a claim names in `Proof`, by claim.
  let proofs: [String: Set<String>]
  /// Claims that some block of an experiment names in `Verifies`, by experiment.
  let verified: [String: Set<String>]
  /// Claims that name an experiment in `Proof`, by experiment.
  let proven: [String: Set<String>]
  /// Experiments that name a claim in `Verifies`, by claim.
  let verifying: [String: Set<String>]
  /// Experiments whose `Evidence` names something that is no file of the artifact.
  let brokenExperiments: Set<String>
  private let evidence: [String: [String]]
  private let indexed: [String: [String]]

  init(_ artifact: ParsedFiles, _ paths: PathTable) {
    var proofs: [String: Set<String>] = [:]
    for field in paths.proofs {
      guard let id = field.claim.id else { continue }
      proofs[id, default: []].formUnion(field.experiments.map(\.id))
    }
    self.proofs = proofs
    proven = Self.inverted(proofs)
    var verified: [String: Set<String>] = [:]
    for block in artifact.experiments?.blocks ?? [] {
      guard let id = block.id, let field = block.field("Verifies") else { continue }
      let claims = field.pieces.flatMap { IDToken.scan($0, for: [.claim], at: .unanchored) }
      verified[id, default: []].formUnion(claims.map(\.id))
    }
    self.verified = verified
    verifying = Self.inverted(verified)
    var evidence: [String: [String]] = [:]
    for field in paths.evidence {
      guard let id = field.experiment.id else { continue }
      evidence[id, default: []] += field.files.filter { $0.hasPrefix("evidence/") }
    }
    self.evidence = evidence
    brokenExperiments = Set(
      paths.evidence.filter { field in
        field.paths.contains { $0.resolution == .outside || $0.resolution.isDead }
      }.compactMap(\.experiment.id))
    var indexed: [String: [String]] = [:]
    for row in artifact.evidenceIndex?.rows ?? [] {
      guard let file = row.resolution.file, let cell = row.claims else { continue }
      for token in IDToken.scan(cell, for: [.claim]) { indexed[token.id, default: []].append(file) }
    }
    self.indexed = indexed
  }

  private static func inverted(_ relation: [String: Set<String>]) -> [String: Set<String>] {
    var inverted: [String: Set<String>] = [:]
    for (from, targets) in relation {
      for target in targets { inverted[target, default: []].insert(from) }
    }
    return inverted
  }

  /// The evidence files of these experiments.
  func evidence(of experiments: some Sequence<String>) -> [String] {
    experiments.flatMap { evidence[$0] ?? [] }
  }

  /// The evidence files whose index row names the claim.
  func indexed(for claim: String) -> [String] { indexed[claim] ?? [] }
}
