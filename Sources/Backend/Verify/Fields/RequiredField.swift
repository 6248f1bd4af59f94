internal import IR

/// A field that every block of a kind has, and the row for its absence.
struct RequiredField: Sendable {
  let code: DiagnosticCode
  let name: String
  var variant: FindingCase = .usual
  /// The severity of an alias in the field's place, if the row cares.
  var alias: FindingCase?
  /// What may be written where a source says nothing; nil where only a person knows.
  var filler: String?

  init(
    _ code: DiagnosticCode, _ name: String, _ variant: FindingCase = .usual,
    alias: FindingCase? = nil, filler: String? = nil
  ) {
    self.code = code
    self.name = name
    self.variant = variant
    self.alias = alias
    self.filler = filler
  }
}

extension [RequiredField] {
  /// Reports each field that the block lacks, and each alias in a field's place.
  func check(_ block: Block, in file: String, report: (Finding) -> Void) {
    for required in self {
      guard let field = block.field(required.name) else {
        report(.missingField(required, block, file))
        continue
      }
      if let variant = required.alias, field.isAlias {
        report(.alias(required, variant, field, block, file))
      }
    }
  }
}

extension LinePiece {
  /// The colon or full stop that a label ends with.
  var punctuation: String { text.hasSuffix(":") ? ":" : text.hasSuffix(".") ? "." : "" }
}

extension Block {
  /// How messages call the block.
  var label: String { id.map { Brief($0).description } ?? Quoted(title.text).description }
}

extension Finding {
  static func missingField(_ required: RequiredField, _ block: Block, _ file: String) -> Finding {
    Finding(
      required.code, required.variant, at: ArtifactPlace(file: file, line: block.line),
      subject: block.id, about: block.key(required.name),
      "\(block.label) has no field '\(required.name)'"
    ).fixed(
      by: required.filler.map { .insertField(required.name, $0, in: block, of: file) })
  }

  fileprivate static func alias(
    _ required: RequiredField, _ variant: FindingCase, _ field: Field, _ block: Block,
    _ file: String
  ) -> Finding {
    Finding(
      required.code, variant, at: ArtifactPlace(file: file, line: field.line), subject: block.id,
      about: block.key(required.name),
      "\(block.label) has the field '\(required.name)' under another name"
    ).fixed(by: field.label.map { .replace($0, in: file, by: required.name + $0.punctuation) })
  }

  /// A section or count that a file as a whole lacks.
  static func missing(
    _ code: DiagnosticCode, _ what: String, as variant: FindingCase = .usual, in file: String
  ) -> Finding {
    Finding(
      code, variant, at: ArtifactPlace(file: file, line: 1), about: what,
      "the file has no \(what)")
  }
}

extension Block {
  /// Tells a field of a block without an identifier from the same field of another.
  func key(_ field: String) -> String {
    id == nil ? "\(Excerpt.of(title.text)): \(field)" : field
  }
}
