/// One thing to tell the user, as data: renderers are interchangeable.
///
/// `message` is one line of plain words without the place; the place is `span` for a finding in an
/// input and `artifact` for a finding in an artifact.
package struct Diagnostic: Hashable, Codable, Sendable {
  package let code: DiagnosticCode
  package let severity: Severity
  package let message: String
  package var span: SourceSpan? = nil
  /// A place in an input that never became text: a file that could not be read.
  package var input: InputPlace? = nil
  package var artifact: ArtifactPlace? = nil
  /// The entity concerned, as printed: `C01`, `N07`.
  package var subject: EntityRef? = nil
  /// The verbatim text that offends, cut after 200 characters, control characters escaped.
  package var excerpt: String? = nil
  package var notes: [Note] = []
  package var fixIts: [FixIt] = []

  package init(
    code: DiagnosticCode, severity: Severity, message: String, span: SourceSpan? = nil,
    input: InputPlace? = nil, artifact: ArtifactPlace? = nil, subject: EntityRef? = nil,
    excerpt: String? = nil, notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.input = input
    self.artifact = artifact
    self.subject = subject
    self.excerpt = excerpt
    self.notes = notes
    self.fixIts = fixIts
  }
}

package enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
  case note, warning, error

  package static func < (a: Severity, b: Severity) -> Bool {
    a.rank < b.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Additional words under a diagnostic, with a place of their own where they have one.
package struct Note: Hashable, Codable, Sendable {
  package let message: String
  package var span: SourceSpan? = nil
  package var artifact: ArtifactPlace? = nil

  package init(message: String, span: SourceSpan? = nil, artifact: ArtifactPlace? = nil) {
    self.message = message
    self.span = span
    self.artifact = artifact
  }
}

/// A place in an input file as the user named it: lines and columns count from 1.
package struct InputPlace: Hashable, Codable, Sendable {
  package let file: String
  package var line: Int? = nil
  package var page: Int? = nil

  package init(file: String, line: Int? = nil, page: Int? = nil) {
    self.file = file
    self.line = line
    self.page = page
  }
}

/// A place in an artifact: physical lines and Unicode-scalar columns, both from 1.
///
/// A finding about a file as a whole has no line (`spec/level1-checks.md`, "Place").
package struct ArtifactPlace: Hashable, Codable, Sendable {
  package let file: String
  package var line: Int? = nil
  package var column: Int? = nil

  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// A result with what there is to say about how it came about.
package struct Reported<Value: Sendable>: Sendable {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
