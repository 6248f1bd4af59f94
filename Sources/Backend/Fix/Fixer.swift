package import IR

/// Makes the mechanical fix-its of findings, in memory.
///
/// What was edited is parsed and verified again, and an edit is kept only if it cures something
/// and the artifact then has no finding that it did not have before, in any profile.
package struct Fixer: Sendable {
  package struct Outcome: Sendable {
    package let tree: ArtifactTree
    /// What is left.
    package let verdict: Verdict
    /// The findings whose fix-its were kept, in the order in which they were made.
    package let fixed: [Diagnostic]
  }

  private let verify: @Sendable (ArtifactTree) -> Verdict

  package init(verifying verify: @escaping @Sendable (ArtifactTree) -> Verdict) {
    self.verify = verify
  }

  /// A hostile artifact may have fix-its that spoil each other without end.
  private static let mostVerifications = 250

  package func fix(_ tree: ArtifactTree) -> Outcome {
    var state = State(tree: tree, verdict: verify(tree))
    while state.verifications < Self.mostVerifications {
      let open = state.verdict.findings.filter(state.isOpen).map(Subject.init)
      if open.isEmpty { break }
      attempt(open, &state)
    }
    return Outcome(tree: state.tree, verdict: state.verdict, fixed: state.fixed)
  }

  /// What tells a finding from others wherever its line has moved.
  private struct Subject: Hashable {
    let code: DiagnosticCode
    let file: String?
    let entity: EntityRef?
    let message: String

    init(_ finding: Diagnostic) {
      code = finding.code
      file = finding.artifact?.file
      entity = finding.subject
      message = finding.message
    }
  }

  private struct State {
    var tree: ArtifactTree
    var verdict: Verdict
    var fixed: [Diagnostic] = []
    /// Their fix-its cure nothing, or not without harm.
    var refused: Set<Subject> = []
    var verifications = 0

    func isOpen(_ finding: Diagnostic) -> Bool {
      !finding.fixIts.isEmpty && !refused.contains(Subject(finding))
    }
  }

  /// Makes the fix-its of findings together; if that does harm, of one half after the other.
  private func attempt(_ subjects: [Subject], _ state: inout State) {
    guard state.verifications < Self.mostVerifications else { return }
    let wanted = Set(subjects)
    var batch = FixBatch(of: state.tree)
    let taken = state.verdict.findings.filter { finding in
      wanted.contains(Subject(finding)) && finding.fixIts.first.map { batch.add($0) } ?? false
    }
    guard !taken.isEmpty else { return state.refused.formUnion(subjects) }
    let tree = batch.result
    let verdict = verify(tree)
    state.verifications += 1
    if verdict.isBetter(than: state.verdict) {
      state.fixed += taken
      (state.tree, state.verdict) = (tree, verdict)
    } else if subjects.count > 1 {
      let half = subjects.count / 2
      attempt(Array(subjects[..<half]), &state)
      attempt(Array(subjects[half...]), &state)
    } else {
      state.refused.formUnion(subjects)
    }
  }
}

extension Verdict {
  /// Whether some finding has gone and none has come.
  fileprivate func isBetter(than other: Verdict) -> Bool {
    let (count, others): (Int, Int) = (tally.values.reduce(0, +), other.tally.values.reduce(0, +))
    guard count < others else { return false }
    return tally.allSatisfy { issue, count in count <= other.tally[issue, default: 0] }
  }
}
