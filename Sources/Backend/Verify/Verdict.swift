package import IR

/// What a profile says of an artifact.
package struct Verdict: Sendable {
  /// Ordered by file, line, code.
  package let findings: [Diagnostic]
  /// The errors among them, whatever lines they stand on.
  package let openIssues: Set<Issue>

  /// No error.
  package var passes: Bool { !findings.contains { $0.severity == .error } }

  /// The verdict without findings of these codes.
  package func waiving(_ codes: Set<DiagnosticCode>) -> Verdict {
    guard !codes.isEmpty else { return self }
    return Verdict(
      findings: findings.filter { !codes.contains($0.code) },
      openIssues: openIssues.filter { !codes.contains($0.code) })
  }

  /// Neither an error nor a warning.
  package var passesStrictly: Bool { !findings.contains { $0.severity >= .warning } }
}

/// An error as the repair loop knows it again after the artifact was emitted anew.
package struct Issue: Hashable, Sendable {
  package let code: DiagnosticCode
  package let file: String
  package let subject: EntityRef?
  /// The field, identifier, path or number concerned.
  package let key: String
}
