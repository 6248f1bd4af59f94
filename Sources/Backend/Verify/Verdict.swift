package import IR

/// What a profile says of an artifact.
package struct Verdict: Sendable {
  /// Ordered by file, line, code.
  package let findings: [Diagnostic]
  /// The errors among them, whatever lines they stand on.
  package let openIssues: Set<Issue>
  /// How often each issue was found: by every check, whatever the profile makes of it.
  let tally: [Issue: Int]

  /// No error.
  package var passes: Bool { !findings.contains { $0.severity == .error } }

  /// The verdict without findings of these codes.
  package func waiving(_ codes: Set<DiagnosticCode>) -> Verdict {
    guard !codes.isEmpty else { return self }
    return Verdict(
      findings: findings.filter { !codes.contains($0.code) },
      openIssues: openIssues.filter { !codes.contains($0.code) },
      tally: tally.filter { !codes.contains($0.key.code) })
  }

  /// Neither an error nor a warning.
  package var passesStrictly: Bool { !findings.contains { $0.severity >= .warning } }
}

/// A finding as it is known again after the artifact was emitted or edited anew.
package struct Issue: Hashable, Sendable {
  package let code: DiagnosticCode
  package let file: String
  package let subject: EntityRef?
  /// The field, identifier, path or number concerned.
  package let key: String
}
