package import IR

/// Lets an edit in only if its quotes are verbatim in the spans that they name, its numbers stand
/// in those quotes, and its words do.
package struct EditGate: Sendable {
  let resolver: QuoteResolver
  /// Fields that may be written, and those of them that must hold no number.
  let fields: Set<String>
  let numberFree: Set<String>
  /// Identifiers that `replace` may name.
  let targets: Set<String>

  package init(
    resolver: QuoteResolver, fields: Set<String>, numberFree: Set<String>, targets: Set<String>
  ) {
    self.resolver = resolver
    self.fields = fields
    self.numberFree = numberFree
    self.targets = targets
  }

  private static let longestValue = 1_000
  /// Share of a value's content words that its quotes must hold.
  private static let support = 0.6

  /// The spans of the edit's quotes, or why it is dropped.
  package func check(_ edit: ModelEdit) -> Result<[SourceSpan], EditFault> {
    guard edit.op == "replace" || edit.op == "add" else {
      return .failure(.vocabulary("op", edit.op))
    }
    guard fields.contains(edit.field) else { return .failure(.vocabulary("field", edit.field)) }
    if edit.op == "replace" {
      guard let target = edit.target, targets.contains(target) else {
        return .failure(.undefined(edit.target ?? ""))
      }
    }
    guard !edit.value.isEmpty, edit.value.count <= Self.longestValue,
      !edit.value.contains(where: \.isNewline),
      Wording.isFieldSafe(edit.value)
    else { return .failure(.form) }
    guard !Self.holdsPath(edit.value) else { return .failure(.path) }
    guard !edit.quotes.isEmpty else { return .failure(.unquoted) }
    var spans: [SourceSpan] = []
    for quote in edit.quotes {
      guard let span = resolver.resolve(quote) else { return .failure(.misquote(quote.text)) }
      spans.append(span)
    }
    return checkWords(edit, spans)
  }

  private func checkWords(_ edit: ModelEdit, _ spans: [SourceSpan]) -> Result<
    [SourceSpan], EditFault
  > {
    let numbers = NumberToken.scan(edit.value).map(\.text)
    if let number = numbers.first, numberFree.contains(edit.field) {
      return .failure(.number(number))
    }
    let quoted = Set(edit.quotes.flatMap { NumberToken.scan($0.text) }.map(\.text))
    if let invented = numbers.first(where: { !quoted.contains($0) }) {
      return .failure(.number(invented))
    }
    let words = Set(Wording.content(edit.value))
    let held = Set(edit.quotes.flatMap { Wording.content($0.text) })
    let shared = words.intersection(held).count
    guard Double(shared) >= Self.support * Double(words.count) else {
      return .failure(.unsupported)
    }
    return .success(spans)
  }

  /// Text that names a file or an address has no place in a field of knowledge.
  private static func holdsPath(_ text: String) -> Bool {
    text.has("../") || text.has("://") || text.has("](") || text.has("\\\\")
      || text.split(separator: " ").contains {
        $0.hasPrefix("/") && $0.count > 1 || $0.hasPrefix("~/")
      }
  }
}

/// Why an edit was dropped.
package enum EditFault: Error, Hashable, Sendable {
  case vocabulary(String, String)
  case undefined(String)
  case form
  case path
  case unquoted
  case misquote(String)
  case number(String)
  case unsupported
  case duplicate
}
