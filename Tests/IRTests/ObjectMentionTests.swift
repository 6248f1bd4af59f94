import IR
import Testing

struct ObjectMentionTests {
  @Test(arguments: [
    ("Table 2 shows it.", ["table 2"]),
    ("As in table 1, it helps (Fig. 3).", ["table 1", "figure 3"]),
    ("Tables 1 and 3 agree.", ["table 1", "table 3"]),
    ("Tables 1, 2, and 3 agree.", ["table 1", "table 2", "table 3"]),
    ("Figs. 2 & 4 differ.", ["figure 2", "figure 4"]),
    ("Figures 2–4 show more.", ["figure 2", "figure 3", "figure 4"]),
    ("Figures 2 to 4 show more.", ["figure 2", "figure 3", "figure 4"]),
    ("Figure 3a shows the left half.", ["figure 3a"]),
    ("Table A.1 lists them.", ["table A.1"]),
    ("Table 2: it helps.", ["table 2"]),
    ("The table stands. 2 of us sat.", []),
    ("Table 2 and we saw 3 cats.", ["table 2"]),
    ("See §4.1 and §§2, 3.", ["section 4.1", "section 2", "section 3"]),
    ("Section 3.2 follows Appendix C.", ["section 3.2", "section C"]),
    ("Sec. 5 and App. B.2 say so.", ["section 5", "section B.2"]),
    ("By Eq. (3) and Equation 4.1, it is.", ["equation 3", "equation 4.1"]),
    ("Eqs. (3)–(5) hold.", ["equation 3", "equation 4", "equation 5"]),
    ("Algorithm 1 sorts.", ["algorithm 1"]),
    ("The section A marble enters.", ["section A"]),
    ("In section After the rain", []),
    ("Intersection 5 is no section.", []),
    ("Tables I and III agree.", ["table I", "table III"]),
    ("TABLE IV shows it.", ["table IV"]),
    ("Tables II–V show more.", ["table II", "table III", "table IV", "table V"]),
    ("Section IV-B and Section V say so.", ["section IV.B", "section V"]),
    ("Sections II, III-A and I-C say so.", ["section II", "section III.A", "section I.C"]),
    ("Table IIX and Table VIAL are none.", []),
    ("Table II.", ["table II"]),
  ])
  func findsNames(_ sentence: String, _ names: [String]) {
    #expect(ObjectMention.find(in: sentence).map { "\($0.kind) \($0.number)" } == names)
  }

  @Test func spansTheNameWithItsFirstNumber() {
    let text = "So Tables 1 and 3 agree."
    let words = ObjectMention.find(in: text).map { mention in
      String(decoding: Array(text.utf8)[mention.bytes], as: UTF8.self)
    }
    #expect(words == ["Tables 1", "3"])
  }

  @Test func resolvesPanelsAndAppendices() throws {
    var paper = Paper(
      source: SourceID("paper"), metadata: PaperMetadata(), pages: [],
      sections: [
        Section(title: Grounded("Front matter", []), level: 0),
        Section(number: "A.2", title: Grounded("More", []), level: 2, isAppendix: true),
      ], blocks: [], tables: [], figures: [], references: [], citations: [], links: [],
      leftOut: [])
    let span = SourceSpan(paper.source, 0..<100)
    let label = ExhibitLabel(kind: .figure, number: "3")
    paper.figures = [
      Exhibit(label: label, caption: span, page: 1, box: Box(0, 0, 1, 1), section: 0)
    ]
    paper.blocks = [Block(kind: .equation, span: span, section: 0, label: "7")]
    let found = CrossReferenceResolver(paper).references(
      in: "Figure 3b, Appendix A.2, Eq. (7) and Table 9 differ.", at: span)
    #expect(found.map(\.target) == [.exhibit(label), .section(1), .equation("7")])
  }
}
