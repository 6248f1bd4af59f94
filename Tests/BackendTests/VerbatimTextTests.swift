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

  // MARK: Fixed phrases

  @Test func whereNothingWasTrainedTheConfigurationsSaySo() {
    var document = Self.document()
    #expect(!said(document).contains("no model was trained"))
    document.parameters = Parameters(trains: false)
    #expect(said(document).contains("- **Value**: Not applicable (no model was trained)\n"))
    let found = Verifier().verify(Emitters.emit(document), against: document).findings
    #expect(
      found.contains { $0.code == "ARA116" && $0.artifact?.file == "src/configs/training.md" })
  }

  private func said(_ document: Document) -> String {
    String(decoding: Emitters.emit(document)["src/configs/training.md"] ?? [], as: UTF8.self)
  }

  // MARK: Repositories

  @Test func namesOfFilesMayHoldBlanksAndCommas() {
    let paths = ["C51 final.py", "my file (1).py", "src/a, b; c.py", "d [e](f).py", "z.py"]
    let id = SourceID("repo")
    var builder = SourceTextBuilder(id)
    let files = paths.map { path in
      let span = builder.append("x = 1\n", at: .lines(path: path, firstLine: 1))
      return RepositoryFile(
        path: path, kind: .source, language: "python", size: 6, lines: 1, blob: "00", text: span)
    }
    let text = SourceText(
      id: id, kind: .git, file: "repo", sha256: String(repeating: "0", count: 64),
      text: builder.text, regions: builder.regions)
    var document = Document(
      sources: SourceMap([text]),
      inputs: Inputs(repository: Repository(source: id, files: files)))
    document.code.artifacts = files.map { file in
      CodeArtifact(path: Grounded(file.path, [file.text].compactMap(\.self)), nature: "script")
    }
    let places = [Grounded("x", files.compactMap(\.text))]
    document.experiments.experiments = files.indices.map { index in
      Experiment(id: EntityID(index + 1), title: places[0])
    }
    document.links.runs = zip(document.experiments.experiments, files).map {
      Links.ExperimentRun(experiment: $0.id, path: $1.path)
    }
    let found = Verifier().verify(Emitters.emit(document), against: document).findings
    let index = found.filter { $0.artifact?.file == "src/artifacts.md" && $0.severity > .note }
    #expect(index.map { "\($0.code) \($0.message)" } == [])
    let plans = found.filter { $0.artifact?.file == "logic/experiments.md" }
    #expect(Set(plans.map(\.code)).isDisjoint(with: ["ARA112", "ARA417", "ARA431", "ARA729"]))
  }
}
