/// What `arac explain` and `docs/diagnostics.md` say of one code.
package struct Explanation: Hashable, Sendable {
  package let code: DiagnosticCode
  /// The severity that it has by default.
  package let severity: Severity
  /// What the diagnostic says, in one line.
  package let summary: String
  package let cause: String
  package let cure: String
  /// A line of input or artifact that brings it about.
  package let example: String

  package init(
    code: DiagnosticCode, severity: Severity, summary: String, cause: String, cure: String,
    example: String
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.cause = cause
    self.cure = cure
    self.example = example
  }
}
