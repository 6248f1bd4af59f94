package import IR

/// What the paper says of its data: where it comes from, how much there is, and what was done to it.
package struct DataRules: Pass {
  package static let id = PassID("data", version: 4)
  package static let reads = ["paper", "atoms"]

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
    let data = DataSentences(input.atoms, view)
    var cards = DataCards()
    if let provenance = data.best(DataCues.provenance) {
      cards.dataset = DatasetCard(
        provenance: .stated(provenance.text),
        source: [view.label(ofSection: provenance.section)],
        size: Stated(data.best(DataCues.sizes, where: DataSize.occurs)?.text),
        licensing: Stated(data.best(DataCues.licensing)?.text),
        ethics: Stated(data.best(DataCues.ethics)?.text),
        variables: Stated(data.best(DataCues.variables)?.text))
    }
    let preprocessing = PreprocessingCard(
      cleaning: Stated(data.best(DataCues.cleaning)?.text),
      normalization: Stated(
        data.best(DataCues.normalization, unless: DataCues.normalizationVetoes)?.text),
      qualityControl: Stated(data.best(DataCues.qualityControl)?.text),
      splits: Stated(data.best(DataCues.splits, where: Self.namesParts)?.text))
    if preprocessing != PreprocessingCard() { cards.preprocessing = preprocessing }
    return Reported(cards)
  }

  private static let leastParts = 2

  private static func namesParts(_ sentence: String) -> Bool {
    DataCues.parts.roles(of: CueWords(sentence)).reduce(0) { $0 + $1.weight } >= leastParts
  }
}
