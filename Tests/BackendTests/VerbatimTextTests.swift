import Backend
import IR
import Testing

/// What an artifact repeats to the letter holds whatever letters the input has.
struct VerbatimTextTests {
  private static let title = "Fast---Slow: An H100 [Study](of) E10"
  private static let caption = "Figure 1: E10 beside [a](b) and C51."
  private static let entries = [
    "Looper, L. C51 and [links](everywhere). Balcony Notes.",
    "[Unsigned] Of H100 and E10. Balcony Notes.",
  ]

  private static func document() -> Document {
    let paperID = SourceID("paper")
    var builder = SourceTextBuilder(paperID)
    let spans = ([title, caption] + entries).map { piece in
      let span = builder.append(piece, at: .page(1, Box(0, 0, 1, 1)))
      builder.separate("\n")
      return span
    }
    let text = SourceText(
      id: paperID, kind: .pdf, file: "paper.pdf", sha256: String(repeating: "0", count: 64),
      pages: 1, text: builder.text, regions: builder.regions)
    let label = ExhibitLabel(kind: .figure, number: "1")
    let grounded = Grounded(title, [spans[0]])
    var document = Document(
      sources: SourceMap([text]),
      inputs: Inputs(
        paper: Paper(
          source: paperID, metadata: PaperMetadata(title: grounded),
          pages: [Page(number: 1, width: 1, height: 1, characters: 1)],
          sections: [Section(title: grounded, level: 0)], blocks: [], tables: [],
          figures: [
            Exhibit(label: label, caption: spans[1], page: 1, box: Box(0, 0, 1, 1), section: 0)
          ],
          references: [Reference(entry: spans[2]), Reference(entry: spans[3])], citations: [],
          links: [], leftOut: [])))
    document.manifest.title = .stated(grounded)
    document.evidence.exhibits = [
      FiledExhibit(label: label, stem: "figure1_a", title: Grounded("A", [spans[1]]))
    ]
    document.relatedWorks = RelatedWorks(
      works: [
        RelatedWork(
          id: EntityID(1), title: Grounded("Looper", [spans[2]]),
          entry: Grounded(entries[0], [spans[2]]), role: .baseline, reference: 0)
      ],
      additional: [AdditionalCitation(entry: Grounded(entries[1], [spans[3]]))])
    document.code.prompts = [
      Prompt(
        name: "operator", title: Grounded("A", [spans[1]]),
        text: [Grounded(caption, [spans[1]])])
    ]
    return document
  }

  @Test func whatIsRepeatedStaysAsItIs() {
    let document = Self.document()
    let tree = Emitters.emit(document)
    let found = Verifier().verify(tree, against: document).findings
    let codes: Set<DiagnosticCode> = [
      "ARA112", "ARA217", "ARA350", "ARA431", "ARA631", "ARA721", "ARA728", "ARA729",
    ]
    let rendered = found.filter { codes.contains($0.code) && $0.code != "ARA431" }
      .map { "\($0.code) \($0.message)" }
    #expect(rendered == [])
    let identifiers = found.filter { $0.code == "ARA431" }.compactMap(\.artifact?.file)
    #expect(Set(identifiers).isDisjoint(with: ["PAPER.md", "logic/related_work.md"]))
  }
}
