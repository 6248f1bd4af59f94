import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Citations of texts without links.
  @Suite struct CitationTests {
    private let entries: [String]
    private let references: [Reference]

    init() {
      entries = [
        "Mara Pebble and Otto Quartz. Damp marbles. In Drawers, 2017a.",
        "Mara Pebble and Otto Quartz. Dry marbles. In Drawers, 2017b.",
        "Mara Pebble, Lena Gravel, and Kai Stone. Round marbles. In Drawers, 2017.",
        "Lena van den Gravel. Marbles at rest. Drawers, 2018.",
        "Kai Du, Otto Quartz, and Mara Pebble. Marbles in groups. Drawers, 2019.",
        "Lapidary Works. 2020. Scales for all.",
      ]
      references = entries.map { entry in
        let span = SourceSpan(SourceID("paper"), 0..<entry.utf8.count)
        return ReferenceParser(span: span, text: entry).parse()
      }
    }

    private func cited(_ text: String, _ references: [Reference]) -> [[Int]] {
      let span = SourceSpan(SourceID("paper"), 0..<text.utf8.count)
      let place = CitingText(span: span, content: text, isCell: false)
      let labels = LabelCitations(references)
      guard labels.isEmpty else { return labels.citations(in: place).map(\.references) }
      var rest = entries.makeIterator()
      return NameCitations(references) { _ in rest.next() ?? "" }.citations(in: place).map(
        \.references)
    }

    @Test(arguments: [
      ("As shown (Pebble and Quartz, 2017a), marbles roll.", [[0]]),
      ("As shown (Pebble & Quartz, 2017a,b), marbles roll.", [[0], [1]]),
      ("Pebble et al. (2017) roll them; so do others (van den Gravel, 2018).", [[2], [3]]),
      ("Van den Gravel’s (2018) marbles rest.", [[3]]),
      ("This is known (see, e.g., Pebble et al., 2017, p. 4; Du et al., 2019).", [[2], [4]]),
      ("Some weigh (Lapidary Works, 2020).", [[5]]),
      ("Du et al. weigh in groups.", [[4]]),
      ("In 2017 we weighed; Stone (2017) did not.", []),
    ])
    func bindsNamesAndYears(_ text: String, _ expected: [[Int]]) {
      #expect(cited(text, references) == expected)
    }

    @Test(arguments: [
      ("Marbles roll (1), (3; 4–5).", [[0], [2, 3, 4]]),
      ("By equation (2) they roll, and f(3) says so.", []),
      ("This follows from (1) and (2).", []),
      ("(1) Marbles roll. (2) They stop.", []),
    ])
    func bindsNumbersInParentheses(_ text: String, _ expected: [[Int]]) {
      let span = SourceSpan(SourceID("paper"), 0..<text.utf8.count)
      let place = CitingText(span: span, content: text, isCell: false)
      let labels = LabelCitations(labelled(["[1]", "[2]", "[3]", "[4]", "[5]"]))
      #expect(labels.inParentheses(in: place).map(\.references) == expected)
    }

    private func labelled(_ labels: [String]) -> [Reference] {
      labels.map { Reference(label: $0, entry: SourceSpan(SourceID("paper"), 0..<1)) }
    }

    @Test(arguments: [
      ("Marbles roll [1].", [[0]]),
      ("Marbles roll [1, 3–5].", [[0, 2, 3, 4]]),
      ("Marbles roll [see 2, p. 7].", [[1]]),
      ("The entry x[3] is a marble.", []),
      ("Values in [1, 9] are allowed.", []),
      ("A weight w ∈ [1, 2] is damp.", []),
    ])
    func bindsNumbers(_ text: String, _ expected: [[Int]]) {
      #expect(cited(text, labelled(["[1]", "[2]", "[3]", "[4]", "[5]"])) == expected)
    }

    @Test func bindsLettersAndYears() {
      let references = labelled(["[PQ17]", "[Peb+19]"])
      #expect(cited("Marbles roll [PQ17, Peb+19].", references) == [[0, 1]])
      #expect(cited("Marbles roll [PQ17, §2].", references) == [[0]])
    }

    @Test func bindsRaisedNumbers() {
      let text = "Marbles roll^{1,3} and rest.^2 The area is x^2."
      let span = SourceSpan(SourceID("paper"), 0..<text.utf8.count)
      let place = CitingText(span: span, content: text, isCell: false)
      let found = LabelCitations(labelled(["1.", "2.", "3."])).raised(in: place)
      #expect(found.map(\.references) == [[0, 2], [1]])
    }
  }
}
