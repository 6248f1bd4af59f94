import IR
import Testing

/// A document of one page with one claim, and what is wrong with variants of it.
struct DocumentTests {
  private static let paper = SourceID("paper")

  private static func document() -> Document {
    var text = SourceTextBuilder(paper)
    let heading = text.append("Results", at: .page(1, Box(0, 0, 50, 10)))
    text.separate("\n\n")
    let sentence = text.append("Waiting helps by 3 points.", at: .page(1, Box(0, 12, 150, 22)))
    let source = SourceText(
      id: paper, kind: .pdf, file: "a.pdf", sha256: "00", pages: 1, text: text.text,
      regions: text.regions)
    let facts = Paper(
      source: paper, metadata: PaperMetadata(title: Grounded("Waiting", [heading])),
      pages: [Page(number: 1, width: 600, height: 800, characters: 33)],
      sections: [
        Section(title: Grounded("Front matter", []), level: 0),
        Section(number: "1", title: Grounded("Results", [heading]), level: 1),
      ],
      blocks: [
        Block(kind: .heading, span: heading, section: 1),
        Block(kind: .paragraph, span: sentence, section: 1),
      ], tables: [], figures: [], references: [], citations: [], links: [], leftOut: [])
    var document = Document(sources: SourceMap([source]), inputs: Inputs(paper: facts))
    document.claims = Claims(claims: [
      Claim(
        id: EntityID(1), title: Grounded("Waiting helps", [sentence]),
        statement: Grounded("Waiting helps.", [sentence], .computed("without numbers")),
        conditions: [], status: .supported,
        falsification: Grounded("It does not.", [sentence], .inferred),
        basis: [Grounded("Waiting helps by 3 points.", [sentence])])
    ])
    return document
  }

  @Test func writesAndReadsItself() throws {
    let document = Self.document()
    let bytes = try DocumentText.encode(document)
    #expect(try DocumentText.decode(bytes) == document)
    #expect(try DocumentText.encode(try DocumentText.decode(bytes)) == bytes)
    #expect(bytes.last == UInt8(ascii: "\n"))
  }

  @Test(arguments: [
    ("", "The given data was not valid JSON."), ("{}", "'arac' is missing"),
    ("{\"arac\": 1}", "'document' is missing"),
    ("{\"arac\": 1, \"document\": 3}", "Dictionary"),
  ])
  func saysWhatIsNoDocument(_ text: String, _ words: String) {
    #expect {
      try DocumentText.decode(Array(text.utf8))
    } throws: { error in
      (error as? DocumentTextError)?.message.contains(words) == true
    }
  }

  @Test func refusesOtherVersions() throws {
    let text = String(decoding: try DocumentText.encode(Self.document()), as: UTF8.self)
    let older = text.swapping("\"arac\" : 1", for: "\"arac\" : 0")
    #expect(throws: DocumentTextError.self) { try DocumentText.decode(Array(older.utf8)) }
  }

  @Test func isSound() {
    #expect(DocumentVerifier.problems(in: Self.document()) == [])
  }

  @Test func refusesAReferenceToNothing() {
    var document = Self.document()
    document.links.proofs = [Links.Proof(claim: EntityID(1), experiment: EntityID(1))]
    #expect(
      DocumentVerifier.problems(in: document) == ["a reference names E01, which does not exist"])
  }

  @Test func refusesNumbersThatAreNone() {
    var document = Self.document()
    document.inputs.paper?.pages = [Page(number: 1, width: .infinity, height: 1, characters: 1)]
    #expect(DocumentVerifier.problems(in: document) == ["a number is not finite"])
  }

  /// Names of files are made of them.
  @Test func refusesNumbersOfExhibitsWithoutEnd() {
    var document = Self.document()
    let label = ExhibitLabel(kind: .table, number: String(repeating: "1", count: 65))
    document.inputs.paper?.tables = [
      Exhibit(
        label: label, caption: SourceSpan(Self.paper, 0..<1), page: 1, box: Box(0, 0, 1, 1),
        section: 0)
    ]
    #expect(
      DocumentVerifier.problems(in: document)
        == ["the number of a table or figure is too long"])
  }

  @Test func refusesIdentifiersThatDoNotCountUp() {
    var document = Self.document()
    document.claims.claims.append(document.claims.claims[0])
    #expect(
      DocumentVerifier.problems(in: document)
        == ["identifiers of claims do not count up from 1"])
  }

  @Test func refusesSpansOutsideTheirSource() {
    var document = Self.document()
    document.claims.claims[0].basis[0].spans = [SourceSpan(Self.paper, 0..<999)]
    #expect(DocumentVerifier.problems(in: document).count == 1)
    document.inputs.paper?.blocks.append(
      Block(kind: .paragraph, span: SourceSpan(SourceID("nobody"), 0..<1), section: 9))
    #expect(DocumentVerifier.problems(in: document).count == 3)
  }
}
