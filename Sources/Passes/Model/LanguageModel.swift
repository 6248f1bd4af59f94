internal import IR

/// A language model, as passes know it: a request with a schema in, a text out.
///
/// What a model says is data. It is parsed, checked against the spans that it was shown, and
/// dropped where it does not pass; nothing in it is ever an instruction to the tool.
package protocol LanguageModel: Sendable {
  /// Named in artifacts as the origin of what it wrote.
  var name: String { get }
  func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply
}

/// What a refinement asks: the task, the spans that may be quoted, the result to refine.
package struct ModelRequest: Hashable, Codable, Sendable {
  package struct Span: Hashable, Codable, Sendable {
    /// `s12`: the name by which quotes refer to it.
    package let id: String
    package let text: String

    package init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// `claims@1`.
  package let pass: String
  package let task: String
  package let spans: [Span]
  /// The deterministic result, field by field.
  package let current: [[String: String]]
  /// JSON Schema of the reply.
  package let schema: String

  package init(
    pass: String, task: String, spans: [Span], current: [[String: String]], schema: String
  ) {
    self.pass = pass
    self.task = task
    self.spans = spans
    self.current = current
    self.schema = schema
  }
}

package struct ModelReply: Hashable, Sendable {
  package let text: String

  package init(text: String) { self.text = text }
}

package struct ModelError: Error, Hashable, Sendable {
  package let message: String

  package init(message: String) { self.message = message }
}
