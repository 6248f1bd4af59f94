internal import IR

/// Sentences that the constraints of an artifact hold: what is left for later, and what a paper
/// files under its limits.
struct FiledLimits {
  private let findings: [LimitFinder.Finding]

  /// What limits a work may be a finding too, if it says in so many words what was found.
  private static let leastFinding = 3
  private static let likely = 16

  init(_ atoms: Atoms, _ view: PaperView, _ own: OwnNames) {
    findings = LimitFinder(view, own, besides: []).findings(atoms.atoms).filter {
      $0.isOpenEnd || $0.isFiled
    }
  }

  func hold(_ atom: Atom) -> Bool {
    guard let finding = findings.first(where: { $0.span.contains(atom.span) }) else { return false }
    return finding.isOpenEnd
      || ClaimCandidate.strength(atom) < Self.leastFinding && atom.odds(of: .finding) < Self.likely
  }
}
