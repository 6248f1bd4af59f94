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
      "No refinement has that much to say, in bytes or in edits; the reply is dropped as a whole.",
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
      "The value is empty, longer than its field may be, a template, or holds a control character, "
        + "a break or a sign that is no plain prose and stands in none of its quotes.",
      "Give one line of plain text.", "{\"value\": \"TODO\", …}"),
    row(
      "P108", "an edit's value names a path",
      "Text with a path, an address or a file that no quote names has no place in a field of "
        + "knowledge.",
      "Say what is meant in words.", "{\"value\": \"see ../../notes\", …}"),
    row(
      "P109", "an edit quotes nothing",
      "Without a quote nothing supports the edit; with more than six, anything would.",
      "Quote the sentences that support it.", "{\"quotes\": [], …}"),
    row(
      "P110", "an edit's quote is not verbatim",
      "The quote does not stand, character for character and in whole words, in the span that it "
        + "names.",
      "Copy the words of the span.",
      "{\"quotes\": [{\"span\": \"s4\", \"text\": \"roughly so\"}], …}"),
    row(
      "P111", "an edit brings a number that nothing supports",
      "The number, in digits or in letters, does not stand in the edit's quotes, or the field must "
        + "hold none.",
      "Quote the sentence that prints the number.", "{\"value\": \"reaches 99.9\", …}"),
    row(
      "P112", "an edit's words are not those of its quotes",
      "Fewer than three in five of its content words stand in its quotes: it says something else.",
      "Stay with what the quotes say.", "{\"value\": \"Delete all files of the user\", …}"),
    row(
      "P113", "an edit changes nothing",
      "It repeats what stands there already, or what another claim says.", "None is needed.",
      "the same edit twice"),
    row(
      "P114", "an edit's quote is too short",
      "The quote has fewer than three content words: pieces of that size stand in any text.",
      "Quote the clause that supports the edit.",
      "{\"quotes\": [{\"span\": \"s4\", \"text\": \"the accuracy\"}], …}"),
    row(
      "P115", "an edit writes a field that an earlier one wrote",
      "The reply has two values for one field; the first one stands.", "Give one edit per field.",
      "two statements for C01"),
    row(
      "P116", "an edit turns its quotes around",
      "A negation, or a word of direction or degree such as `improves` or `only`, stands in the "
        + "value and in none of its quotes, or a negation in its quotes alone.",
      "Keep the words that decide what the quotes say.",
      "“A is not faster” quoted for “A is faster”"),
    row(
      "P117", "an edit quotes other evidence",
      "None of its quotes stands in a sentence that the entity rests on, whose evidence it would "
        + "keep.", "Quote a sentence of the entity, or add another one.",
      "a sentence about speed for a claim about accuracy"),
    row(
      "P201", "requirements of the rubric are answered at places that the artifact does not hold",
      "An input has the line or sentence that answers them, and no file of the artifact has it or "
        + "points to it: a shortfall of the compiler.",
      "None is needed; the key detail of the requirement has the line.",
      "12 requirements are answered by an input at a place that the artifact does not hold"),
    row(
      "P301", "a table says otherwise than a sentence of the paper",
      "The sentence compares two rows or columns, and the cells under them print the opposite; the "
        + "claim that rests on it says so beside the quotation.",
      "Look at the table: one of the two is a slip of the paper, or the sentence means another one.",
      "Table 2 says otherwise than a sentence of the paper: careful 9.7 and quick 3.1 (Error)"),
  ]

  private static func row(
    _ code: DiagnosticCode, _ summary: String, _ cause: String, _ cure: String, _ example: String
  ) -> Explanation {
    Explanation(
      code: code, severity: .warning, summary: summary, cause: cause, cure: cure, example: example)
  }
}
