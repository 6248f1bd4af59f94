package import IR

/// A step from facts and earlier slots to one slot of the document.
///
/// `Input` is all that a pass sees, so that its cache key cannot be incomplete; `Output` is the one
/// slot that it writes, so that passes cannot collide. Rules and models share this protocol.
package protocol Pass: Sendable {
  associatedtype Input: Codable & Sendable
  associatedtype Output: Slot

  /// Name and version; the version is raised when behaviour changes.
  static var id: PassID { get }
  /// Names of what `input(from:)` takes: `paper`, `repository`, or slots.
  static var reads: [String] { get }
  /// Verifier codes that a rerun of this pass can cure.
  static var repairs: Set<DiagnosticCode> { get }

  func input(from document: Document) -> Input

  /// Fills the slot. `findings` are what the verifier said of the last result: a rerun must avoid
  /// what they name, never argue.
  func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Output>
}

extension Pass {
  package static var repairs: Set<DiagnosticCode> { [] }
}

package struct PassID: Hashable, Codable, Sendable, CustomStringConvertible {
  package let name: String
  package let version: Int

  package init(_ name: String, version: Int) {
    self.name = name
    self.version = version
  }

  package var description: String { "\(name)@\(version)" }
}

/// What passes may use besides their input.
package struct PassContext: Sendable {
  /// Nil without `--llm`.
  package let model: (any LanguageModel)?
  /// Whether a model that fails is an error rather than a diagnostic.
  package let requiresModel: Bool

  package init(model: (any LanguageModel)? = nil, requiresModel: Bool = false) {
    self.model = model
    self.requiresModel = requiresModel
  }
}

/// A pass that gave no result.
package struct PassError: Error, Sendable {
  package let pass: PassID
  package let code: DiagnosticCode
  package let message: String

  package init(pass: PassID, code: DiagnosticCode, message: String) {
    self.pass = pass
    self.code = code
    self.message = message
  }
}
