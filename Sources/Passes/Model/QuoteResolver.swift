package import IR

/// Finds what a model quotes in the spans that it was shown. A model supplies quotes, never spans.
package struct QuoteResolver: Sendable {
  /// Spans by the names of the request.
  private let spans: [String: (span: SourceSpan, text: String)]

  package init(_ spans: [(id: String, span: SourceSpan, text: String)]) {
    self.spans = Dictionary(
      spans.map { ($0.id, ($0.span, $0.text)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The span of a quote, or nil if its text does not stand verbatim, in whole words and numbers,
  /// in the span that it names.
  package func resolve(_ quote: ModelEdit.Quote) -> SourceSpan? {
    guard let shown = spans[quote.span], !quote.text.isEmpty,
      quote.text.first != " ", quote.text.last != " "
    else { return nil }
    var start = 0
    while let found = shown.text.utf8Range(of: quote.text, from: start) {
      if Self.isWhole(found, in: shown.text) { return shown.span.narrowed(to: found) }
      start = found.lowerBound + 1
    }
    return nil
  }

  /// Whether only the punctuation of sentences lies between the quote and the spaces around it:
  /// `4` is no quote of `4.5%`, nor `art` one of `smart`.
  private static func isWhole(_ range: Range<Int>, in text: String) -> Bool {
    let lower = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let upper = text.utf8.index(lower, offsetBy: range.count)
    let before = text.unicodeScalars[..<lower].reversed().prefix { !endsWord($0) }
    let after = text.unicodeScalars[upper...].prefix { !endsWord($0) }
    return before.allSatisfy(isPunctuation) && after.allSatisfy(isPunctuation)
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "—"
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    ".,;:!?()[]\"'“”‘’".unicodeScalars.contains(scalar)
  }
}
