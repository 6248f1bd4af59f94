internal import IR

/// Finds the places that cite works: by link target first, then by number, then by name and year.
struct CitationFinder {
  let paper: Paper
  let exhibits: [PageExhibits]
  let lines: [FlowLine]
  /// Where each entry of the bibliography begins.
  let referenceLines: [(page: Int, y: Double)]
  let text: PaperText

  func find() -> [Citation] {
    let linked = linkedCitations()
    if !linked.isEmpty { return linked }
    let numbered = numberedCitations()
    return (numbered.isEmpty ? namedCitations() : numbered).sorted { $0.span < $1.span }
  }

  // MARK: Links

  /// Links that lead out of the document.
  func links() -> [Link] {
    exhibits.flatMap { exhibit in
      exhibit.page.links.compactMap { area in
        guard case .uri(let uri) = area.target else { return nil }
        return Link(
          span: text.span(in: area.box, page: exhibit.page.number, lines: lines),
          page: exhibit.page.number,
          target: uri)
      }
    }
  }

  private func linkedCitations() -> [Citation] {
    guard !referenceLines.isEmpty else { return [] }
    let byPage = Dictionary(grouping: lines, by: \.page)
    var found: [Citation] = []
    for exhibit in exhibits {
      for area in exhibit.page.links {
        guard case .place(let name, let page, let y) = area.target,
          name?.hasPrefix("cite") ?? false,
          let reference = reference(at: page, y),
          let span = text.span(
            in: area.box, page: exhibit.page.number, lines: byPage[exhibit.page.number] ?? [])
        else { continue }
        found.append(Citation(span: span, references: [reference]))
      }
    }
    return merged(found)
  }

  /// The entry whose first line is nearest to a link's target.
  private func reference(at page: Int, _ y: Double) -> Int? {
    let onPage = referenceLines.indices.filter { referenceLines[$0].page == page }
    let nearest = onPage.min { abs(referenceLines[$0].y - y) < abs(referenceLines[$1].y - y) }
    return nearest.flatMap { abs(referenceLines[$0].y - y) < 40 ? $0 : nil }
  }

  /// The parts of one mark (name and year, a broken link) become one citation.
  private func merged(_ citations: [Citation]) -> [Citation] {
    var result: [Citation] = []
    for citation in citations.sorted(by: { $0.span < $1.span }) {
      if let last = result.last, last.references == citation.references,
        citation.span.bytes.lowerBound <= last.span.bytes.upperBound + 3
      {
        result[result.count - 1] = Citation(
          span: SourceSpan(
            last.span.source,
            last.span.bytes
              .lowerBound..<max(last.span.bytes.upperBound, citation.span.bytes.upperBound)),
          references: last.references)
      } else {
        result.append(citation)
      }
    }
    return result
  }

  // MARK: Numbers

  /// `[3]`, `[3, 5–7]` where the bibliography is numbered.
  private func numberedCitations() -> [Citation] {
    var index: [Int: Int] = [:]
    for (position, reference) in paper.references.enumerated() {
      guard let number = reference.label.flatMap({ Int($0.trimmed(of: "[].) ")) }) else { continue }
      index[number] = position
    }
    guard !index.isEmpty else { return [] }
    return proseBlocks().flatMap { block, content in
      brackets(in: content).compactMap { range -> Citation? in
        let inner = String(content.utf8[range]) ?? ""
        let numbers = Self.numbers(in: inner)
        let references = numbers.compactMap { index[$0] }
        // An interval has ends that no entry has: `[0, 1]`.
        guard !references.isEmpty, references.count == numbers.count else { return nil }
        let start = content.utf8.distance(from: content.startIndex, to: range.lowerBound)
        let length = content.utf8.distance(from: range.lowerBound, to: range.upperBound)
        return Citation(
          span: block.span.narrowed(to: start..<(start + length)), references: references)
      }
    }
  }

  private func brackets(in content: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var index = content.startIndex
    while let open = content[index...].firstIndex(of: "[") {
      index = content.index(after: open)
      guard let close = content[open...].firstIndex(of: "]") else { break }
      let inner = content[index..<close]
      if inner.count < 60, !inner.isEmpty,
        inner.allSatisfy({ $0.isASCIIDigit || ", –-".contains($0) })
      {
        ranges.append(open..<content.index(after: close))
      }
    }
    return ranges
  }

  static func numbers(in text: String) -> [Int] {
    text.trimmed(of: "[]").split(separator: ",").flatMap { part -> [Int] in
      let ends = part.split { "–-".contains($0) }.compactMap { Int($0.filter(\.isASCIIDigit)) }
      guard let first = ends.first, let last = ends.last, first <= last, last - first < 40 else {
        return ends
      }
      return Array(first...last)
    }
  }

  // MARK: Names

  /// `Name et al. (2017)`, `(Name & Other, 2017a)`.
  private func namedCitations() -> [Citation] {
    var bySurname: [String: [Int]] = [:]
    for (position, reference) in paper.references.enumerated() {
      guard let surname = reference.surname, reference.year != nil else { continue }
      bySurname[surname.lowercased(), default: []].append(position)
    }
    guard !bySurname.isEmpty else { return [] }
    return proseBlocks().flatMap { block, content in
      named(in: content, bySurname).map {
        Citation(span: block.span.narrowed(to: $0.0), references: [$0.1])
      }
    }
  }

  private func named(in content: String, _ bySurname: [String: [Int]]) -> [(Range<Int>, Int)] {
    let words = content.split(separator: " ")
    var found: [(Range<Int>, Int)] = []
    for (position, word) in words.enumerated() where word.contains(where: \.isUppercase) {
      guard let candidates = bySurname[String(word).trimmedToLetters.lowercased()] else { continue }
      for ahead in 1...6 where position + ahead < words.count {
        let digits = words[position + ahead].filter(\.isASCIIDigit)
        guard digits.count == 4 else { continue }
        guard let match = candidates.first(where: { paper.references[$0].year == digits }) else {
          break
        }
        let start = content.utf8.distance(from: content.startIndex, to: word.startIndex)
        let end = content.utf8.distance(
          from: content.startIndex, to: words[position + ahead].endIndex)
        found.append((start..<end, match))
        break
      }
    }
    return found
  }

  private func proseBlocks() -> [(Block, String)] {
    let all = text.builder.text.utf8
    return paper.blocks.compactMap { block in
      guard block.kind != .reference, block.kind != .exhibit, block.kind != .heading else {
        return nil
      }
      let start = all.index(all.startIndex, offsetBy: Int(block.span.bytes.lowerBound))
      let end = all.index(start, offsetBy: block.span.bytes.count)
      return String(all[start..<end]).map { (block, $0) }
    }
  }
}
