package import IR

/// What the paper says of its data.
package struct DataRules: Pass {
  package static let id = PassID("data", version: 1)
  package static let reads = ["paper", "atoms"]
  package static let repairs: Set<DiagnosticCode> = ["ARA314"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<DataCards>
  {
    guard let view = input.view else { return Reported(DataCards()) }
    let finder = SentenceFinder(input.atoms, view)
    var cards = DataCards()
    if let provenance = finder.first([
      " dataset", " datasets", " corpus", " data set", " benchmark",
    ]) {
      var card = DatasetCard(
        provenance: .stated(provenance.sentence),
        source: [view.label(ofSection: provenance.section)])
      card.size = Stated(
        finder.first(
          [
            " samples", " examples", " images", " instances", " sentences", " tokens", " questions",
            " items", " data points", " nodes",
          ], needsNumber: true)?.sentence)
      card.licensing = Stated(
        finder.first(["licens", "creative commons", "cc by", "mit license"])?.sentence)
      card.ethics = Stated(
        finder.first(["ethic", "consent", "privacy", "institutional review", "personally identif"])?
          .sentence)
      card.variables = Stated(
        finder.first([
          " features", " labels", " classes", " attributes", " columns", " variables",
          " categories",
        ])?.sentence)
      cards.dataset = card
    }
    let preprocessing = PreprocessingCard(
      cleaning: Stated(
        finder.first([" cleaned", " filtered", " removed", " exclude", " discard", " deduplicat"])?
          .sentence),
      normalization: Stated(
        finder.first([
          " normaliz", " normalis", " standardiz", " tokeniz", " encoded using", " resized",
          " rescaled", " whiten",
        ])?.sentence),
      qualityControl: Stated(
        finder.first([
          "quality control", " verified", " manually check", " annotat", " validated by",
        ])?.sentence),
      splits: Stated(
        finder.first([
          "train/test", "training set", "test set", "validation set", " split", "held-out",
          "held out",
        ])?.sentence))
    if preprocessing != PreprocessingCard() { cards.preprocessing = preprocessing }
    return Reported(cards)
  }
}

/// Finds the first sentence of method, experiments or appendix that holds one of some words.
struct SentenceFinder {
  private let sentences: [(section: Int, text: String, span: SourceSpan)]
  private let view: PaperView

  init(_ atoms: Atoms, _ view: PaperView) {
    self.view = view
    sentences = atoms.atoms.filter { atom in
      let role = SectionRole(of: atom.section, in: view)
      return role != .related && role != .conclusion && role != .introduction
    }.map { ($0.section, view.text(of: $0.span), $0.span) }.filter {
      Wording.isSentence($0.text) && $0.text.count < 500
    }
  }

  func first(_ words: [String], needsNumber: Bool = false) -> (
    section: Int, sentence: Grounded<String>
  )? {
    let hit = sentences.first { sentence in
      let lower = sentence.text.lowercase
      return words.contains { lower.has($0) }
        && (!needsNumber || !NumberToken.scan(sentence.text).isEmpty)
    }
    return hit.map { ($0.section, view.grounded($0.span)) }
  }
}
