internal import IR

/// What a check found: a row's code with a place and words, before a profile weighs it.
struct Finding: Sendable {
  let code: DiagnosticCode
  var variant: FindingCase = .usual
  private let position: DeferredPlace
  let subject: String?
  let message: String
  /// What tells it from other findings of its code, file and subject, whatever line it stands on:
  /// a field, an identifier, a path, a number.
  let about: String
  var excerpt: String?
  /// A mechanical cure; nil where it takes a person or another compilation.
  private(set) var fixIt: FixIt?

  var file: String { position.file }
  var place: ArtifactPlace { position.place }

  init(
    _ code: DiagnosticCode, _ variant: FindingCase = .usual, at place: ArtifactPlace,
    subject: String? = nil, about: String, _ message: String, excerpt: String? = nil
  ) {
    self.init(
      code, variant, at: .known(place), subject: subject, about: about, message, excerpt: excerpt)
  }

  init(
    _ code: DiagnosticCode, _ variant: FindingCase = .usual, at position: DeferredPlace,
    subject: String? = nil, about: String, _ message: String, excerpt: String? = nil
  ) {
    self.code = code
    self.variant = variant
    self.position = position
    self.subject = subject
    self.about = about
    self.message = message
    self.excerpt = excerpt
  }

  /// A finding about words that stand in a file: they are its place, its key and its excerpt.
  init(
    _ code: DiagnosticCode, _ variant: FindingCase = .usual, on piece: LinePiece, in file: String,
    subject: String? = nil, _ message: String
  ) {
    self.init(
      code, variant, at: .piece(piece, file: file), subject: subject,
      about: Excerpt.of(piece.text), message, excerpt: Excerpt.of(piece.text))
  }
}

extension Finding {
  func fixed(by fixIt: FixIt?) -> Finding {
    var finding = self
    finding.fixIt = fixIt
    return finding
  }
}

/// Something Level 1 asks of an artifact alone.
protocol Check: Sendable {
  static var rows: [CheckRow] { get }
  func run(on artifact: Artifact, report: (Finding) -> Void)
}

/// Something Level 1 asks of an artifact beside the inputs that it was made from.
protocol SourceCheck: Sendable {
  /// Rows that no other check declares.
  static var rows: [CheckRow] { get }
  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void)
}
