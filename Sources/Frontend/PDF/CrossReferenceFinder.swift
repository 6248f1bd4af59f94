internal import IR

/// Finds the places that name a section, table, figure, equation or algorithm of the paper.
///
/// A printed number that one part bears says more than the place that a link leads to: floats are
/// linked by their top, their caption, or the page. Links decide where no number does.
struct CrossReferenceFinder {
  let paper: Paper
  let pages: [PageLayout]
  let text: PaperText

  /// No page of a paper has so many links.
  private static let limit = 4_000

  /// In the order of the text.
  func find() -> [CrossReference] {
    let resolver = CrossReferenceResolver(paper)
    let printed = spans().flatMap { resolver.references(in: text.content(of: $0), at: $0) }.sorted {
      $0.span < $1.span
    }
    return (printed + linked(besides: printed, resolver)).sorted { $0.span < $1.span }
  }

  /// Prose and captions.
  private func spans() -> [SourceSpan] {
    let prose = paper.blocks.compactMap { block -> SourceSpan? in
      switch block.kind {
      case .reference, .exhibit, .heading, .code: nil
      default: block.span
      }
    }
    return prose + (paper.tables + paper.figures).map(\.caption)
  }

  // MARK: Links

  /// What a target's name says of its kind: `section.3`, `figure.caption.2`, `equation.4.1`.
  private func kind(of name: String) -> ObjectMention.Kind? {
    let rows: [(String, ObjectMention.Kind)] = [
      ("section", .section), ("subsection", .section), ("subsubsection", .section),
      ("appendix", .section), ("table", .table), ("figure", .figure), ("subfigure", .figure),
      ("equation", .equation), ("AMS", .equation), ("algorithm", .algorithm),
    ]
    return rows.first { name.hasPrefix($0.0) }?.1
  }

  private func linked(besides printed: [CrossReference], _ resolver: CrossReferenceResolver)
    -> [CrossReference]
  {
    var places: [Int: [Part]]?
    var found: [CrossReference] = []
    for page in pages {
      for area in page.links.prefix(Self.limit) {
        guard case .place(let name?, let target, _, let y) = area.target, let kind = kind(of: name),
          let span = text.span(in: area.box, page: page.number), !isKnown(span, printed)
        else { continue }
        let number = text.content(of: span).trimmed(of: " ().,;:")
        if number.contains(where: \.isASCIIDigit) || number.count == 1 {
          let mention = ObjectMention(kind: kind, number: number, bytes: 0..<number.utf8.count)
          // A number that no part bears names one that was not found, not its neighbour.
          guard let named = resolver.target(of: mention) else { continue }
          found.append(CrossReference(span: span, target: named))
          continue
        }
        let known = places ?? parts()
        places = known
        guard let part = nearest(kind, to: y, among: known[target] ?? []) else { continue }
        found.append(CrossReference(span: span, target: part.target))
      }
    }
    return found
  }

  private func isKnown(_ span: SourceSpan, _ printed: [CrossReference]) -> Bool {
    let index = printed.partitioningIndex { $0.span.bytes.upperBound > span.bytes.lowerBound }
    return index < printed.count
      && printed[index].span.bytes.lowerBound < span.bytes.upperBound
  }

  /// A part of the paper with the height of its heading, caption or first line.
  private struct Part {
    let kind: ObjectMention.Kind
    let y: Double
    let target: CrossReference.Target
  }

  /// By page.
  private func parts() -> [Int: [Part]] {
    var parts: [Int: [Part]] = [:]
    func add(_ kind: ObjectMention.Kind, _ span: SourceSpan?, _ target: CrossReference.Target) {
      guard let place = span.flatMap(text.place(of:)) else { return }
      parts[place.page, default: []].append(Part(kind: kind, y: place.box.y0, target: target))
    }
    for (index, section) in paper.sections.enumerated() {
      add(.section, section.title.spans.first, .section(index))
    }
    for table in paper.tables { add(.table, table.caption, .exhibit(table.label)) }
    for figure in paper.figures { add(.figure, figure.caption, .exhibit(figure.label)) }
    for block in paper.blocks {
      guard let label = block.label else { continue }
      if block.kind == .equation { add(.equation, block.span, .equation(label)) }
      if block.kind == .algorithm { add(.algorithm, block.span, .algorithm(label)) }
    }
    return parts
  }

  /// The part at a height, or the first below it: a float's top lies above its caption.
  private func nearest(_ kind: ObjectMention.Kind, to y: Double, among parts: [Part]) -> Part? {
    let own = parts.filter { $0.kind == kind && $0.y > y - 20 }
    let limit = kind == .section || kind == .equation ? 60.0 : 500
    return own.min { $0.y < $1.y }.flatMap { $0.y - y < limit ? $0 : nil }
  }
}
