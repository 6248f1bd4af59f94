internal import IR

/// The source map against named inputs: what it quotes stands where it says.
///
/// A compilation need not ask: it has just written the map from these very places.
struct MappedQuoteCheck: SourceCheck {
  /// ARA705 is declared by `CitedPlaceCheck`.
  static let rows: [CheckRow] = []

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    guard inputs.areNamed, let map = artifact.sourceMap else { return }
    for entry in map.entries {
      for span in map.spans(of: entry) where !isHeld(span, by: inputs) {
        report(.otherWords(entry, span))
      }
    }
  }

  /// What cannot be looked up counts as held.
  private func isHeld(_ span: SourceMapFile.Span, by inputs: InputTexts) -> Bool {
    guard let source = inputs.source(named: span.source) else { return true }
    // The rest of a word that a line end divides is quoted by the next span.
    let quote = span.quote.hasSuffix("-") ? span.quote.dropLast() : span.quote[...]
    guard let page = span.page else { return source.text.holds(QuoteText(quote)) }
    return inputs.page(page, holds: quote)
  }
}

extension Finding {
  fileprivate static func otherWords(_ entry: SourceMapFile.Entry, _ span: SourceMapFile.Span)
    -> Finding
  {
    let place = span.page.map { "page \($0) of \(Quoted(span.source))" } ?? "\(Quoted(span.source))"
    return Finding(
      "ARA705", at: ArtifactPlace(file: "evidence/source_map.json", line: entry.mapLine),
      about: "\(entry.file): \(Excerpt.of(entry.value))",
      "\(place) does not hold the quotation of \(Quoted(entry.value))",
      excerpt: Excerpt.of(span.quote))
  }
}
