package import Backend
package import IR
package import Passes

/// Emit, verify, repair: error findings go to the passes that declare their codes, and a round is
/// kept only if its open findings shrink.
package struct RepairLoop: Sendable {
  let passes: PassManager
  let context: PassContext
  let profile: Profile
  /// Codes that the options make inevitable: they are not findings of this compilation.
  let waived: Set<DiagnosticCode>

  package init(
    passes: PassManager, context: PassContext, profile: Profile, waived: Set<DiagnosticCode> = []
  ) {
    self.passes = passes
    self.context = context
    self.profile = profile
    self.waived = waived
  }

  package struct Round: Hashable, Sendable {
    /// Codes of the errors that the round cured, with how many of each.
    package let fixed: [DiagnosticCode: Int]
    package let isKept: Bool
  }

  package struct Outcome: Sendable {
    package let document: Document
    package let tree: ArtifactTree
    package let verdict: Verdict
    package let rounds: [Round]
    package let diagnostics: [Diagnostic]
  }

  package func run(_ document: Document, rounds limit: Int = CompileOptions.repairRounds)
    async throws -> Outcome
  {
    var document = document
    var tree = Emitters.emit(document)
    var verdict = verify(tree, document)
    var rounds: [Round] = []
    var diagnostics: [Diagnostic] = []
    for _ in 0..<limit where !verdict.passes {
      let errors = verdict.findings.filter { $0.severity == .error }
      guard passes.passes.contains(where: { !$0.repairs.isDisjoint(with: errors.map(\.code)) })
      else { break }
      let candidate = try await passes.rerun(document, addressing: errors, in: context)
      let candidateTree = Emitters.emit(candidate.value)
      let next = verify(candidateTree, candidate.value)
      guard next.openIssues.isStrictSubset(of: verdict.openIssues) else {
        rounds.append(Round(fixed: [:], isKept: false))
        break
      }
      rounds.append(Round(fixed: Self.cured(verdict, next), isKept: true))
      (document, tree, verdict) = (candidate.value, candidateTree, next)
      diagnostics += candidate.diagnostics
    }
    return Outcome(
      document: document, tree: tree, verdict: verdict, rounds: rounds, diagnostics: diagnostics)
  }

  private func verify(_ tree: ArtifactTree, _ document: Document) -> Verdict {
    Verifier(profile: profile).verify(tree, against: document).waiving(waived)
  }

  private static func cured(_ before: Verdict, _ after: Verdict) -> [DiagnosticCode: Int] {
    func counts(_ verdict: Verdict) -> [DiagnosticCode: Int] {
      let errors = verdict.findings.filter { $0.severity == .error }
      return Dictionary(errors.map { ($0.code, 1) }, uniquingKeysWith: +)
    }
    let left = counts(after)
    return counts(before).reduce(into: [:]) { cured, entry in
      let difference = entry.value - (left[entry.key] ?? 0)
      if difference > 0 { cured[entry.key] = difference }
    }
  }
}
