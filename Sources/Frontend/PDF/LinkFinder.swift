internal import IR

/// Where an entry of the bibliography begins.
struct EntryPlace {
  let page: Int
  /// Of the first line.
  let box: Box

  init(_ line: FlowLine) {
    page = line.page
    box = line.line.box
  }
}

/// Reads the links of a document: those to entries of the bibliography, and those that lead out.
struct LinkFinder {
  let pages: [PageLayout]
  /// One for each reference, in order.
  let entries: [EntryPlace]
  let text: PaperText

  /// No page of a paper has so many links.
  private static let limit = 4_000

  /// Links that lead out of the document.
  func outward() -> [Link] {
    pages.flatMap { page in
      page.links.prefix(Self.limit).compactMap { area in
        guard case .uri(let uri) = area.target else { return nil }
        return Link(
          span: text.span(in: area.box, page: page.number), page: page.number, target: uri)
      }
    }
  }

  /// Where the links of some pages lead that lead out.
  static func targets(of pages: [PageLayout]) -> Set<String> {
    pages.reduce(into: []) { targets, page in
      for area in page.links.prefix(limit) {
        if case .uri(let uri) = area.target { targets.insert(uri) }
      }
    }
  }

  // MARK: Citations

  /// Links to entries, in the order of the text.
  func citations(in paper: Paper) -> [Citation] {
    guard !entries.isEmpty else { return [] }
    var found: [Citation] = []
    let byPage = Dictionary(grouping: entries.indices) { entries[$0].page }
    for page in pages {
      for area in page.links.prefix(Self.limit) {
        guard case .place(let name, let target, let x, let y) = area.target,
          let reference = entry(name, at: x, y, among: byPage[target] ?? []),
          let span = text.span(in: area.box, page: page.number),
          // Some bibliographies point back to the pages that cite.
          isCitation(name) || !paper.references.contains(where: { $0.entry.contains(span) })
        else { continue }
        found.append(Citation(span: withoutBrackets(span), references: [reference]))
      }
    }
    return merged(found)
  }

  /// Whether a target's name says that it is an entry: `cite.vaswani`, `cite.0@vaswani`.
  private func isCitation(_ name: String?) -> Bool { name?.hasPrefix("cite") ?? false }

  /// The entry that a target names: of those in its column the one whose first line is nearest.
  private func entry(_ name: String?, at x: Double, _ y: Double, among indices: [Int]) -> Int? {
    guard y.isFinite, x.isFinite else { return nil }
    // Labels and hanging indents stand a little off the edge that a target names.
    let inColumn = indices.filter { abs(entries[$0].box.x0 - x) < 45 }
    let candidates = x > 0 && !inColumn.isEmpty ? inColumn : indices
    let nearest = candidates.min {
      abs(entries[$0].box.y0 - y) < abs(entries[$1].box.y0 - y)
    }
    // Other names, or none: only what points at an entry's first line.
    let limit = isCitation(name) ? 40.0 : name == nil || isPlain(name) ? 10 : 0
    return nearest.flatMap { abs(entries[$0].box.y0 - y) < limit ? $0 : nil }
  }

  /// Names of other programs than LaTeX: `bib12`, `ref-3`.
  private func isPlain(_ name: String?) -> Bool {
    let key = name?.prefix(4).lowercase ?? ""
    return key.hasPrefix("bib") || key.hasPrefix("ref") || key.hasPrefix("cit")
      || key.hasPrefix("cr")
  }

  private func withoutBrackets(_ span: SourceSpan) -> SourceSpan {
    let content = text.content(of: span)
    let start = content.utf8.prefix { "([, ".utf8.contains($0) }.count
    var end = content.utf8.suffix(from: content.utf8.index(content.startIndex, offsetBy: start))
    while let last = end.last, ";, ".utf8.contains(last) { end.removeLast() }
    // A bracket goes with the one that it closes.
    if let last = end.last, ")]".utf8.contains(last),
      !end.contains(UInt8(ascii: last == UInt8(ascii: ")") ? "(" : "["))
    {
      end.removeLast()
    }
    return end.isEmpty ? span : span.narrowed(to: start..<(start + end.count))
  }

  /// The parts of one mark (name and year, a broken link) become one citation.
  private func merged(_ citations: [Citation]) -> [Citation] {
    var result: [Citation] = []
    for citation in citations.sorted(by: { $0.span < $1.span }) {
      if let last = result.last, last.references == citation.references,
        citation.span.bytes.lowerBound <= last.span.bytes.upperBound + 3
      {
        let bytes =
          last.span.bytes
          .lowerBound..<max(last.span.bytes.upperBound, citation.span.bytes.upperBound)
        result[result.count - 1] = Citation(
          span: SourceSpan(last.span.source, bytes), references: last.references)
      } else {
        result.append(citation)
      }
    }
    return result
  }
}
