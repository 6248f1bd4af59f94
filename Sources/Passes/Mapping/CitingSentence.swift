package import IR

/// A sentence that cites a work, as the rules on related work read it.
package struct CitingSentence: Sendable {
  package let atom: Atom
  /// The clause that cites, with ``work`` in place of the citation and without any other one.
  package let clause: CueWords
  /// How many works are cited at the place: a sentence says less of each of many.
  package let company: Int
  /// What the citation names, if a noun phrase stands before it.
  let element: SourceSpan?

  /// The word of ``clause`` that stands for the work.
  package static let work = "citedwork"

  /// The sentences that cite each of the paper's references, in the paper's order.
  static func all(in atoms: Atoms, of view: PaperView) -> [[CitingSentence]] {
    var found = [[CitingSentence]](repeating: [], count: view.paper.references.count)
    for atom in atoms.atoms where !atom.citations.isEmpty {
      for site in sites(in: atom, view) {
        let clause = CueWords(clause(citing: site, in: atom, view))
        let element = AdoptedElement.range(
          before: site.bytes.lowerBound, in: view.text(of: atom.span))
        for work in site.works where found.indices.contains(work) {
          found[work].append(
            CitingSentence(
              atom: atom, clause: clause, company: site.works.count,
              element: element.map(atom.span.narrowed)))
        }
      }
    }
    return found
  }

  /// Citations that stand side by side: `(A, 2017; B, 2020)`, `[3], [4]`.
  private struct Site {
    /// Relative to the sentence.
    var bytes: Range<Int>
    var works: [Int]
  }

  private static func sites(in atom: Atom, _ view: PaperView) -> [Site] {
    let sentence = Array(view.text(of: atom.span).utf8)
    let start = atom.span.bytes.lowerBound
    let citations = view.paper.citations
    let first = citations.partitioningIndex { $0.span.bytes.lowerBound >= start }
    var sites: [Site] = []
    for citation in citations[first...] {
      guard citation.span.bytes.lowerBound < atom.span.bytes.upperBound else { break }
      let lower = Int(citation.span.bytes.lowerBound - start)
      let bytes = lower..<min(Int(citation.span.bytes.upperBound - start), sentence.count)
      if let last = sites.last, last.bytes.upperBound <= lower,
        joins(sentence[last.bytes.upperBound..<lower])
      {
        sites[sites.count - 1].bytes = last.bytes.lowerBound..<bytes.upperBound
        sites[sites.count - 1].works += citation.references.filter { !last.works.contains($0) }
      } else if sites.last.map({ $0.bytes.upperBound <= lower }) ?? true {
        sites.append(Site(bytes: bytes, works: citation.references))
      }
    }
    return sites
  }

  /// Whether only marks, and a year that is a citation's own, stand between two citations.
  private static func joins(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count < 10 && bytes.allSatisfy { " ,;()[]".utf8.contains($0) || $0.isASCIIDigit }
  }

  private static func clause(citing site: Site, in atom: Atom, _ view: PaperView) -> String {
    let sentence = view.text(of: atom.span)
    var bytes = Array(sentence.utf8)
    let others = sites(in: atom, view).map(\.bytes).filter { $0 != site.bytes }
    for other in others {
      for index in other { bytes[index] = UInt8(ascii: " ") }
    }
    let before = String(decoding: bytes[..<site.bytes.lowerBound], as: UTF8.self)
    let after = String(decoding: bytes[site.bytes.upperBound...], as: UTF8.self)
    return tail(of: before) + " \(work) " + head(of: after)
  }

  /// What turns from one statement to the next.
  private static let borders = ["; ", ", but ", ", while ", ", whereas ", ", although ", ", yet "]

  private static func tail(of text: String) -> Substring {
    let cut = borders.compactMap { end(ofLast: $0, in: text) }.max() ?? 0
    return text[...][utf8Range: cut..<text.utf8.count]
  }

  private static func end(ofLast border: String, in text: String) -> Int? {
    var end: Int?
    while let next = text.utf8Range(of: border, from: end ?? 0) { end = next.upperBound }
    return end
  }

  /// A clause that points back goes on about the work: `[1] cuts clips; we build on their network`.
  private static func head(of text: String) -> Substring {
    let cut = borders.compactMap { text.utf8Range(of: $0)?.lowerBound }.min()
    guard let cut, text.utf8Range(of: " their ", from: cut) == nil else { return text[...] }
    return text[...][utf8Range: 0..<cut]
  }
}
