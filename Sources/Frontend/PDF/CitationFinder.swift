internal import IR

/// Finds the places that cite works: by link first, then by printed label, then by name and year.
struct CitationFinder {
  let paper: Paper
  /// In the order of the text.
  let linked: [Citation]
  let text: PaperText

  func find() -> [Citation] {
    guard !paper.references.isEmpty else { return [] }
    let texts = texts()
    let labels = LabelCitations(paper.references)
    var found = texts.flatMap { labels.citations(in: $0) }
    if found.count * 4 < paper.references.count {
      // Displays are numbered in parentheses too.
      let displays = Set(paper.blocks.lazy.filter { $0.kind == .equation }.map(\.span))
      let prose = texts.filter { !displays.contains($0.span) }
      let numbers = [
        texts.flatMap { labels.raised(in: $0) }, prose.flatMap { labels.inParentheses(in: $0) },
      ]
      let names = NameCitations(paper.references) { text.content(of: $0) }
      let named = texts.flatMap { names.citations(in: $0) }
      let usual = numbers.filter { $0.count > named.count && isUsual($0) }
      found += usual.max { $0.count < $1.count } ?? named
    }
    return (linked + missing(found)).map(closed).sorted {
      ($0.span, $0.references.first ?? 0) < ($1.span, $1.references.first ?? 0)
    }
  }

  /// With the bracket behind the year where the one before it is within: `Pebble (2017)`.
  private func closed(_ citation: Citation) -> Citation {
    let longer = citation.span.narrowed(to: 0..<(citation.span.bytes.count + 1))
    guard Int(longer.bytes.upperBound) <= text.builder.count else { return citation }
    let content = text.content(of: longer).utf8
    for (open, close) in [("(", ")"), ("[", "]")] {
      let opened = content.count { $0 == open.utf8.first }
      if opened > 0, content.last == close.utf8.first,
        content.count(where: { $0 == close.utf8.first }) == opened
      {
        return Citation(span: longer, references: citation.references, basis: citation.basis)
      }
    }
    return citation
  }

  /// Whether raised numbers, or numbers in parentheses, are citations: they name a good part of the
  /// bibliography, and no notes are numbered like them.
  private func isUsual(_ raised: [Citation]) -> Bool {
    let notes = paper.blocks.filter { $0.kind == .footnote }
      .count { text.content(of: $0.span).dropFirst().first?.isASCIIDigit ?? false }
    let cited = Set(raised.flatMap(\.references)).count
    return cited * 3 > paper.references.count && notes * 3 < cited
  }

  /// What links leave out: `4` to `6` in `[3–7]`, marks set by hand.
  private func missing(_ found: [Citation]) -> [Citation] {
    guard !linked.isEmpty else { return found }
    return found.compactMap { citation in
      let first = linked.partitioningIndex {
        $0.span.bytes.upperBound > citation.span.bytes.lowerBound
      }
      let inside = linked[first...].prefix {
        $0.span.bytes.lowerBound < citation.span.bytes.upperBound
      }
      guard !inside.isEmpty else { return citation }
      guard citation.basis == .label else { return nil }
      let known = inside.flatMap(\.references)
      let rest = citation.references.filter { !known.contains($0) }
      // Where a link contradicts the label, the link is right.
      guard !rest.isEmpty, known.allSatisfy(citation.references.contains) else { return nil }
      return Citation(span: citation.span, references: rest, basis: .label)
    }
  }

  /// Prose, captions, cells of tables and words in figures, in the order of the text.
  private func texts() -> [CitingText] {
    let prose = paper.blocks.compactMap { block -> CitingText? in
      guard block.kind != .reference, block.kind != .exhibit else {
        return nil
      }
      return CitingText(span: block.span, content: text.content(of: block.span), isCell: false)
    }
    let exhibits = paper.tables + paper.figures
    let captions = exhibits.map {
      CitingText(span: $0.caption, content: text.content(of: $0.caption), isCell: false)
    }
    var cells: [CitingText] = []
    for grid in paper.tables.flatMap(\.grids) {
      var seen: Set<SourceSpan> = []
      for span in grid.rows.joined().compactMap(\.span) where seen.insert(span).inserted {
        cells.append(CitingText(span: span, content: text.content(of: span), isCell: true))
      }
    }
    let labels = exhibits.flatMap(\.labels).map {
      CitingText(span: $0, content: text.content(of: $0), isCell: true)
    }
    return (prose + captions + cells + labels).sorted { $0.span < $1.span }
  }
}

/// A text that may cite.
struct CitingText {
  let span: SourceSpan
  let content: String
  let isCell: Bool
}
