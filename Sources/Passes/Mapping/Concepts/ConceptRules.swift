package import IR

/// Terms that the paper defines: in a defining sentence, with an abbreviation or a symbol, or as the
/// head of a section or paragraph.
package struct ConceptRules: Pass {
  package static let id = PassID("concepts", version: 2)
  package static let reads = ["paper", "atoms"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms)
  }

  private static let limit = 24

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Concepts>
  {
    guard let view = input.view else { return Reported(Concepts()) }
    let collector = TermCollector(view, input.atoms)
    var taken: Set<Int> = []
    var stems: Set<[String]> = []
    var concepts: [Concept] = []
    for candidate in collector.candidates where concepts.count < Self.limit {
      // A sentence defines one thing, but for what it gives letters.
      guard
        let site = candidate.sites.first(where: { !taken.contains($0.atom) || $0.notation != nil })
      else { continue }
      guard stems.insert(TermWords.stem(of: candidate.key)).inserted else { continue }
      taken.insert(site.atom)
      concepts.append(concept(candidate, site, collector, view))
    }
    concepts.sort {
      ($0.definition.spans.first ?? $0.term.spans[0], $0.term.spans[0])
        < ($1.definition.spans.first ?? $1.term.spans[0], $1.term.spans[0])
    }
    return Reported(Concepts(concepts: related(concepts)))
  }

  private func concept(
    _ candidate: TermCollector.Candidate, _ site: TermCollector.Site, _ collector: TermCollector,
    _ view: PaperView
  ) -> Concept {
    let notation = candidate.sites.lazy.compactMap(\.notation).first
    return Concept(
      term: term(view.grounded(candidate.name ?? site.term)),
      notation: Stated(notation.map { view.grounded($0) }),
      definition: view.grounded(collector.passage(from: site.atom)))
  }

  /// A term without the quotation marks inside it: `“plain” nets`.
  private func term(_ words: Grounded<String>) -> Grounded<String> {
    let bare = words.value.filter { !"“”\"‘".contains($0) }
    return bare == words.value
      ? words : Grounded(bare, words.spans, .computed("words without quotation marks"))
  }

  /// Names in each concept the others that its definition mentions.
  private func related(_ concepts: [Concept]) -> [Concept] {
    let terms = concepts.map { $0.term.value.lowercase }
    return concepts.enumerated().map { index, concept in
      var concept = concept
      let definition = concept.definition.value.lowercase
      concept.related = terms.indices.filter { other in
        other != index && Lexicon.whole(terms[other], in: definition) != nil
      }.map { concepts[$0].term.value }
      return concept
    }
  }
}
