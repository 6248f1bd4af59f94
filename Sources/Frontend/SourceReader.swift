package import IR

/// Lowers one input to facts.
///
/// A reader runs in a child process under limits, never guesses meaning, and never executes or
/// follows anything that the input says. Trouble inside the input is reported in
/// `ReadInput.diagnostics`; `FrontendError` means that the input gave nothing.
package protocol SourceReader: Sendable {
  func read(_ request: ReadRequest) throws(FrontendError) -> ReadInput
}

/// What a reader is asked to read.
package struct ReadRequest: Hashable, Sendable {
  /// Absolute path of the file or directory on this machine; it reaches no artifact.
  package let path: String
  /// As the user named it, for diagnostics.
  package let name: String
  package let id: SourceID
  package let kind: InputKind
  /// Whether pictures of tables and figures are wanted.
  package var pictures: Bool = true
  /// Password of an encrypted PDF.
  package var password: String? = nil
  /// Absolute path of an empty folder that the reader may fill, for inputs that have to be unpacked.
  package var scratch: String? = nil
  /// Whether drawings of what was seen on each page of a PDF are wanted.
  package var layout: Bool = false
  /// Where a packed log is unpacked to; nil if the reader is to make a place itself.
  package var spool: Spool? = nil
  /// How the tasks of logs are scored.
  package var scoring = ScoringRequest()

  package init(
    path: String, name: String, id: SourceID, kind: InputKind, pictures: Bool = true,
    password: String? = nil
  ) {
    self.path = path
    self.name = name
    self.id = id
    self.kind = kind
    self.pictures = pictures
    self.password = password
  }
}

extension ReadRequest {
  /// Whether the input is a repository in one file, which a reader needs `scratch` for.
  package var isBundle: Bool {
    guard kind == .git, let file = try? InputFile(path: path) else { return false }
    return GitBundle.isBundle(file.bytes(in: 0..<64))
  }
}

/// The facts of one input.
package enum InputFacts: Hashable, Codable, Sendable {
  case paper(Paper)
  case repository(Repository)
  case rubric(Rubric)
  case log(RunLog)
}

package struct ReadInput: Hashable, Codable, Sendable {
  package var source: SourceText
  package var facts: InputFacts
  package var diagnostics: [Diagnostic] = []
  package var drawings: [PageDrawing] = []

  package init(source: SourceText, facts: InputFacts, diagnostics: [Diagnostic] = []) {
    self.source = source
    self.facts = facts
    self.diagnostics = diagnostics
  }
}

/// A page with what was seen on it drawn over it: a look into a reader, and no fact.
package struct PageDrawing: Hashable, Codable, Sendable {
  /// From 1.
  package let page: Int
  package let picture: Picture

  package init(page: Int, picture: Picture) {
    self.page = page
    self.picture = picture
  }
}

/// An input that gave nothing, with the one diagnostic that says why.
package struct FrontendError: Error, Hashable, Codable, Sendable {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
