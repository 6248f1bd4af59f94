internal import Backend
internal import IR

/// A diagnostic as JSON has it (`docs/schema/finding.schema.json`). Every key stands in every
/// record; what there is not is null.
struct FindingRecord: Encodable {
  /// A change that cures the finding, with what belongs to it.
  struct Edit: Encodable {
    var kind: String
    var file: String
    var line: Int? = nil
    var column: Int? = nil
    var endLine: Int? = nil
    var endColumn: Int? = nil
    var text: String? = nil

    enum CodingKeys: String, CodingKey {
      case kind, file, line, column, text
      case endLine = "end_line"
      case endColumn = "end_column"
    }

    init(_ edit: FixIt.Edit) {
      switch edit {
      case .replace(let replacement):
        kind = "replace"
        file = replacement.file
        (line, column) = (replacement.start.line, replacement.start.column)
        (endLine, endColumn) = (replacement.end.line, replacement.end.column)
        text = replacement.text
      case .normalise(let path): (kind, file) = ("normalise", path)
      case .remove(let path): (kind, file) = ("remove", path)
      }
    }
  }

  let code: String
  let severity: String
  let file: String?
  let line: Int?
  let column: Int?
  let entity: String?
  let message: String
  let span: String?
  let failureClass: String?
  let notes: [String]
  let edits: [Edit]

  private enum CodingKeys: String, CodingKey {
    case code, severity, file, line, column, entity, message, span, notes, edits
    case failureClass = "class"
  }

  init(_ diagnostic: Diagnostic, reference: String?) {
    code = diagnostic.code.name
    severity = diagnostic.severity.rawValue
    file = diagnostic.artifact?.file ?? diagnostic.input?.file
    line = diagnostic.artifact?.line ?? diagnostic.input?.line
    column = diagnostic.artifact?.column
    entity = diagnostic.subject?.id
    message = diagnostic.message
    span = diagnostic.excerpt ?? reference
    failureClass = Verifier.failureClass(of: diagnostic.code)?.rawValue
    notes = diagnostic.notes.map(\.message)
    edits = diagnostic.fixIts.flatMap(\.edits).map(Edit.init)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(severity, forKey: .severity)
    try container.encode(file, forKey: .file)
    try container.encode(line, forKey: .line)
    try container.encode(column, forKey: .column)
    try container.encode(entity, forKey: .entity)
    try container.encode(message, forKey: .message)
    try container.encode(span, forKey: .span)
    try container.encode(failureClass, forKey: .failureClass)
    try container.encode(notes, forKey: .notes)
    try container.encode(edits, forKey: .edits)
  }
}
