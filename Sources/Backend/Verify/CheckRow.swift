package import IR

/// The failure taxonomy of the catalogue.
package enum FailureClass: String, Sendable {
  case missingFile = "MF"
  case missingField = "MD"
  case danglingReference = "DR"
  case typeMismatch = "TM"
  case dependency = "DP"
  case nondeterminism = "ND"
  case insufficientCount = "IC"
  case parseError = "PE"
  case grounding = "GR"
  case consistency = "CO"
}

/// A case of a row that has severities of its own.
package enum FindingCase: String, Sendable {
  case usual
  /// A shortfall that `## Known gaps` lists.
  case knownGap
  /// The tree among the core files: the only one that the official command line needs.
  case traceFile
  /// The form of a section, where the older schemas only look for its words.
  case form
  /// A status of living artifacts.
  case livingStatus
  /// An alias stands in for the field.
  case alias
  /// The number is a setting of the same experiment.
  case setting
  /// A field without which a configuration block says nothing.
  case mandatoryField
  case rootDialect
  case emptyTree
  case derivedFile
  case plotKind
  case unprintedIdentifier
  /// The share of covered requirements.
  case ratio
}

/// A code of the catalogue (`spec/level1-checks.md`): what it means and how grave it is where.
///
/// Declared once, beside the check that reports it; everything else that speaks of a code is
/// derived from its row.
package struct CheckRow: Sendable {
  package let code: DiagnosticCode
  package let levels: Levels
  package let failureClass: FailureClass
  let summary: String
  let cause: String
  let cure: String
  let example: String
  var cases: [FindingCase: Levels] = [:]
  /// Said only without the inputs: with them another row says it better.
  var yieldsToInputs = false

  init(
    _ code: DiagnosticCode, _ levels: Levels, _ failureClass: FailureClass, _ summary: String,
    cause: String, cure: String, example: String, cases: [FindingCase: Levels] = [:],
    yieldsToInputs: Bool = false
  ) {
    self.code = code
    self.levels = levels
    self.failureClass = failureClass
    self.summary = summary
    self.cause = cause
    self.cure = cure
    self.example = example
    self.cases = cases
    self.yieldsToInputs = yieldsToInputs
  }

  package func severity(of variant: FindingCase, in profile: Profile) -> Severity? {
    (cases[variant] ?? levels)[profile]
  }

  /// The severity by default, or the first that the row has anywhere.
  private var gravest: Severity {
    levels[.superset] ?? Profile.allCases.compactMap { levels[$0] }.max() ?? .note
  }

  var explanation: Explanation {
    Explanation(
      code: code, severity: gravest, summary: summary, cause: cause, cure: cure, example: example)
  }
}
