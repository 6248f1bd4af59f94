package import IR

/// Finds what a model quotes in the spans that it was shown. A model supplies quotes, never spans.
package struct QuoteResolver: Sendable {
  /// Spans by the names of the request.
  private let spans: [String: (span: SourceSpan, text: String)]

  package init(_ spans: [(id: String, span: SourceSpan, text: String)]) {
    self.spans = Dictionary(
      spans.map { ($0.id, ($0.span, $0.text)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The span of a quote, or nil if its text does not stand verbatim in the span that it names.
  package func resolve(_ quote: ModelEdit.Quote) -> SourceSpan? {
    guard let shown = spans[quote.span], quote.text.count >= 4,
      let found = shown.text.find(quote.text)
    else {
      return nil
    }
    let start = shown.text.utf8.distance(from: shown.text.startIndex, to: found.lowerBound)
    return shown.span.narrowed(to: start..<(start + quote.text.utf8.count))
  }
}
