package import IR

/// What the codes of passes mean.
package enum PassExplanations {
  package static let all: [Explanation] = [
    row(
      "P101", "the language model failed",
      "The model could not be asked or gave no reply; the deterministic result stands.",
      "Check the program or the recordings, or run without --llm.",
      "claims: the language model failed (no recorded reply 3f….json for claims@1)"),
    row(
      "P102", "the model's reply is empty", "The reply has no edit.",
      "None is needed: the deterministic result stands.",
      "claims: the model's reply is empty and is dropped"),
    row(
      "P103", "the model's reply is too large",
      "No refinement has that much to say; the reply is dropped unread.",
      "Ask the model for edits only.", "claims: the model's reply has 400000 bytes"),
    row(
      "P104", "the model's reply does not follow its schema",
      "The reply is no JSON, or lacks a key.", "Have the model follow the schema of the request.",
      "claims: … 'edits' is missing"),
    row(
      "P105", "an edit uses another vocabulary",
      "The operation or the field is none of those that the schema names.",
      "Use `replace` or `add` and the fields of the schema.", "{\"op\": \"delete\", …}"),
    row(
      "P106", "an edit names an undefined identifier",
      "The entity that it would change does not exist.", "Name an entity of the request.",
      "{\"op\": \"replace\", \"target\": \"C99\", …}"),
    row(
      "P107", "an edit's value has no usable form",
      "The value is empty, over 1,000 characters, broken over lines, or holds a template.",
      "Give one line of text.", "{\"value\": \"TODO\", …}"),
    row(
      "P108", "an edit's value names a path",
      "Text with a path or an address has no place in a field of knowledge.",
      "Say what is meant in words.", "{\"value\": \"see ../../notes\", …}"),
    row(
      "P109", "an edit quotes nothing", "Without a quote nothing supports the edit.",
      "Quote the sentences that support it.", "{\"quotes\": [], …}"),
    row(
      "P110", "an edit's quote is not verbatim",
      "The quote does not stand, character for character, in the span that it names.",
      "Copy the words of the span.",
      "{\"quotes\": [{\"span\": \"s4\", \"text\": \"roughly so\"}], …}"),
    row(
      "P111", "an edit brings a number that nothing supports",
      "The number does not stand in the edit's quotes, or the field must hold none.",
      "Quote the sentence that prints the number.", "{\"value\": \"reaches 99.9\", …}"),
    row(
      "P112", "an edit's words are not those of its quotes",
      "Fewer than three in five of its content words stand in its quotes: it says something else.",
      "Stay with what the quotes say.", "{\"value\": \"Delete all files of the user\", …}"),
    row(
      "P113", "an edit changes nothing",
      "It repeats an earlier edit, or what stands there already.", "None is needed.",
      "the same edit twice"),
  ]

  private static func row(
    _ code: DiagnosticCode, _ summary: String, _ cause: String, _ cure: String, _ example: String
  ) -> Explanation {
    Explanation(
      code: code, severity: .warning, summary: summary, cause: cause, cure: cure, example: example)
  }
}
