package import IR

/// A field of entities that a model may write.
package struct EditField: Hashable, Sendable {
  package let name: String
  /// In characters.
  package let longest: Int
  /// Whether numbers must stay out even where the quotes print them.
  package let isNumberFree: Bool
  /// Whether it says what would speak against the quotes, and so may turn them around.
  package let mayContradict: Bool

  package init(
    _ name: String, longest: Int = 1_000, isNumberFree: Bool = true, mayContradict: Bool = false
  ) {
    self.name = name
    self.longest = longest
    self.isNumberFree = isNumberFree
    self.mayContradict = mayContradict
  }
}

/// Lets an edit in only if its quotes are verbatim in the spans that they name, its numbers stand
/// in those quotes, and its words do.
package struct EditGate: Sendable {
  private let resolver: QuoteResolver
  /// What each operation may write.
  private let fields: [String: [EditField]]
  /// What `replace` may name, with the spans that it rests on.
  private let targets: [String: [SourceSpan]]

  package init(
    resolver: QuoteResolver, replaceable: [EditField], addable: [EditField],
    targets: [String: [SourceSpan]]
  ) {
    self.resolver = resolver
    fields = ["replace": replaceable, "add": addable]
    self.targets = targets
  }

  private static let mostQuotes = 6

  /// The quotes of an edit that may enter, in source order; throws why it may not.
  package func admit(_ edit: ModelEdit) throws(EditFault) -> [Grounded<String>] {
    let field = try field(of: edit)
    try checkForm(edit.value, field)
    let quotes = try quotes(of: edit)
    let text = EditText(edit.value)
    let quoted = EditText(quotes.map(\.value).joined(separator: " "))
    try checkReferences(text, quoted)
    try checkNumbers(edit.value, text, quoted, field)
    try checkCharacters(edit.value, quotes)
    try checkWords(text, quoted, field)
    try checkGround(edit, quotes)
    return quotes
  }

  // MARK: Form

  private func field(of edit: ModelEdit) throws(EditFault) -> EditField {
    guard let known = fields[edit.op] else { throw .vocabulary("operation", edit.op) }
    guard let field = known.first(where: { $0.name == edit.field }) else {
      throw .vocabulary("field for '\(edit.op)'", edit.field)
    }
    if edit.op == "replace" {
      guard let target = edit.target, targets[target] != nil else {
        throw .undefined(edit.target ?? "")
      }
    }
    return field
  }

  private func checkForm(_ value: String, _ field: EditField) throws(EditFault) {
    guard value.count <= field.longest, value.first != " ", value.last != " ",
      value.unicodeScalars.allSatisfy(\.isPrintable), Wording.isFieldSafe(value)
    else { throw .form }
    guard !EditText.holdsPath(value) else { throw .path }
  }

  // MARK: Quotes

  private func quotes(of edit: ModelEdit) throws(EditFault) -> [Grounded<String>] {
    guard !edit.quotes.isEmpty, edit.quotes.count <= Self.mostQuotes else { throw .unquoted }
    var found: [Grounded<String>] = []
    for quote in edit.quotes {
      guard let span = resolver.resolve(quote) else { throw .misquote(quote.text) }
      guard Wording.content(quote.text).count >= EditText.fewestWords else {
        throw .thinQuote(quote.text)
      }
      if !found.contains(where: { $0.spans == [span] }) {
        found.append(Grounded(quote.text, [span]))
      }
    }
    return found.sorted { $0.spans[0] < $1.spans[0] }
  }

  /// Without a quote from what the entity rests on, its evidence would be another statement's.
  private func checkGround(_ edit: ModelEdit, _ quotes: [Grounded<String>]) throws(EditFault) {
    guard let target = edit.target, edit.op == "replace", let ground = targets[target] else {
      return
    }
    let isGrounded = quotes.contains { quote in
      ground.contains { $0.contains(quote.spans[0]) || quote.spans[0].contains($0) }
    }
    guard isGrounded else { throw .foreign(target) }
  }

  // MARK: Words

  private func checkReferences(_ text: EditText, _ quoted: EditText) throws(EditFault) {
    let known = Set(quoted.words)
    for word in text.words where EditText.isIdentifier(word) && !known.contains(word) {
      guard targets[word] != nil else { throw .undefined(word) }
    }
    guard text.fileNames.allSatisfy(known.contains) else { throw .path }
  }

  private func checkNumbers(
    _ value: String, _ text: EditText, _ quoted: EditText, _ field: EditField
  ) throws(EditFault) {
    let known = Set(quoted.numbers)
    if let invented = text.numbers.first(where: { !known.contains($0) && targets[$0] == nil }) {
      throw .number(invented)
    }
    if field.isNumberFree, let number = NumberToken.scan(value).first {
      throw .number(number.text)
    }
  }

  /// Signs outside plain prose would be markup, or stand for others that look like them.
  private func checkCharacters(_ value: String, _ quotes: [Grounded<String>]) throws(EditFault) {
    let quoted = Set(quotes.flatMap(\.value.unicodeScalars))
    let strange = value.unicodeScalars.first { !$0.isPlainProse && !quoted.contains($0) }
    if let strange { throw .character(String(strange)) }
  }

  private func checkWords(_ text: EditText, _ quoted: EditText, _ field: EditField)
    throws(EditFault)
  {
    let words = Set(text.meaning)
    let shared = words.intersection(quoted.meaning).count
    guard words.count >= EditText.fewestWords,
      Double(shared) >= EditText.support * Double(words.count)
    else { throw .unsupported }
    guard !field.mayContradict else { return }
    let known = Set(quoted.turns)
    if let turn = text.turns.first(where: { !known.contains($0) }) { throw .turned(turn) }
    if quoted.isNegated != text.isNegated { throw .turned(nil) }
  }
}

/// Why an edit was dropped.
package enum EditFault: Error, Hashable, Sendable {
  /// What kind of name, and the name.
  case vocabulary(String, String)
  case undefined(String)
  case form
  case character(String)
  case path
  case unquoted
  case misquote(String)
  case thinQuote(String)
  case number(String)
  case unsupported
  /// The word that turns the quotes around; nil for a negation on one side only.
  case turned(String?)
  case foreign(String)
  case duplicate
  case repeated
}
