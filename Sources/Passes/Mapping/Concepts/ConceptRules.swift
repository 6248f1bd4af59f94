package import IR

/// Terms that the paper defines: in a defining sentence, with an abbreviation or a symbol, in italics,
/// as the head of a section or paragraph; and phrases that it keeps coming back to.
package struct ConceptRules: Pass {
  package static let id = PassID("concepts", version: 5)
  package static let reads = ["paper", "atoms"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms)
  }

  private static let limit = 20
  /// What no sentence and no heading tells of is left out first.
  private static let most = 30

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Concepts>
  {
    guard let view = input.view else { return Reported(Concepts()) }
    let collector = TermCollector(view, input.atoms)
    var selection = TermSelection()
    var concepts: [Concept] = []
    for candidate in TermRanking(collector).candidates() where concepts.count < Self.most {
      guard concepts.count < Self.limit || candidate.strength >= .explained,
        let site = selection.site(of: candidate)
      else { continue }
      let definition = collector.definition(from: site.atom)
      let boundary = collector.boundary(
        among: candidate.sites.map(\.atom), besides: definition)
      concepts.append(
        Concept(
          term: term(view.grounded(candidate.name)),
          notation: Stated(candidate.notation.map(view.grounded)), definition: definition,
          boundary: Stated(boundary),
          usedIn: site.defines || Self.goesOnToDefine(definition.value)
            ? nil : view.label(ofSection: collector.atoms[site.atom].section)))
    }
    concepts.sort {
      ($0.definition.spans.first ?? $0.term.spans[0], $0.term.spans[0])
        < ($1.definition.spans.first ?? $1.term.spans[0], $1.term.spans[0])
    }
    return Reported(Concepts(concepts: related(concepts)))
  }

  /// `The classifier reads marbles. It is a network.`
  private static func goesOnToDefine(_ text: String) -> Bool {
    [". It is a ", ". It is an ", ". It is the ", ". They are "].contains { text.has($0) }
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
