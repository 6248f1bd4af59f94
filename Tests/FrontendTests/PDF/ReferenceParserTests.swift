import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  @Suite struct ReferenceParserTests {
    private func parse(_ entry: String) -> (authors: [String], title: String) {
      let span = SourceSpan(SourceID("paper"), 0..<entry.utf8.count)
      let reference = ReferenceParser(span: span, text: entry).parse()
      let bytes = Array(entry.utf8)
      let title = reference.title.map { span in
        bytes[Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)]
      }
      return (reference.authors, String(decoding: title ?? [], as: UTF8.self))
    }

    @Test(arguments: [
      "Pebble, M., Quartz, O.-P., Gravel, L., and Stone, K. BERT: Damp marbles. In Drawers, 2019.",
      "Pebble, M., O.-P. Quartz, L. Gravel, and K. Stone. BERT: Damp marbles. In Drawers, 2019.",
      "M. Pebble, O.-P. Quartz, L. Gravel, and K. Stone. BERT: Damp marbles. Drawers, 2019.",
    ])
    func endsNamesBeforeTheTitle(_ entry: String) {
      let read = parse(entry)
      #expect(read.title == "BERT: Damp marbles")
      #expect(read.authors.count == 4)
      #expect(read.authors.last?.hasSuffix("Stone") == true)
    }

    @Test func aTitleMayBeginWithAnArticle() {
      let read = parse("Pebble, M. A survey of damp marbles. Drawers, 12, 2019.")
      #expect(read.title == "A survey of damp marbles")
      #expect(read.authors == ["M. Pebble"])
    }

    @Test func initialsMayStandBehindSurnames() {
      let read = parse("Pebble M. A., van der Stone K., 2019, Drawers, 12, 3")
      #expect(read.authors == ["M. A. Pebble", "K. van der Stone"])
      // A surname in capitals is no initial.
      #expect(parse("Mara XU. Damp marbles. Drawers, 2019.").authors == ["Mara XU"])
    }

    @Test func aMissingDateIsNoName() {
      let read = parse("[n. d.]. Scales of the night. https://scales.example")
      #expect(read.title == "Scales of the night")
      #expect(read.authors.isEmpty)
    }

    @Test func endsNamesAfterEtAl() {
      let read = parse("Mara Pebble, Otto Quartz, et al. Damp marbles at night. Drawers, 2019.")
      #expect(read.title == "Damp marbles at night")
      #expect(read.authors == ["Mara Pebble", "Otto Quartz"])
    }

    @Test func theSecondHalfOfInitialsMayBeSmall() {
      let read = parse("M. Pebble and W.-t. Quartz. Dense marbles. Drawers, 2019.")
      #expect(read.title == "Dense marbles")
      #expect(read.authors == ["M. Pebble", "W.-t. Quartz"])
    }

    private func fields(_ entry: String) -> [String: String] {
      let span = SourceSpan(SourceID("paper"), 0..<entry.utf8.count)
      let reference = ReferenceParser(span: span, text: entry).parse()
      let bytes = Array(entry.utf8)
      var fields: [String: String] = [:]
      let spans = [
        "title": reference.title, "venue": reference.venue, "doi": reference.doi,
        "arxiv": reference.arxiv, "isbn": reference.isbn, "url": reference.url,
      ]
      for (name, span) in spans {
        guard let span else { continue }
        fields[name] = String(
          decoding: bytes[Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)], as: UTF8.self)
      }
      fields["year"] = reference.year.map { $0 + (reference.yearSuffix ?? "") }
      fields["surname"] = reference.surname
      return fields
    }

    @Test(arguments: [
      // The styles of LaTeX, ACM, APA, IEEE and Springer.
      "M. Pebble and O. Quartz. Damp marbles. In Proc. of Drawers, pages 1–9, 2019.",
      "Mara Pebble and Otto Quartz. 2019. Damp marbles. In Proc. of Drawers, pages 1–9.",
      "Pebble, M., & Quartz, O. (2019). Damp marbles. Proc. of Drawers, 12(3), 1–9.",
      "M. Pebble and O. Quartz, “Damp marbles,” in Proc. of Drawers, vol. 3, 2019, pp. 1–9.",
      "Pebble, M., Quartz, O.: Damp marbles. In: Proc. of Drawers. pp. 1–9 (2019)",
      "Pebble, Mara, & Quartz, Otto. 2019. Damp marbles. Pages 1–9 of: Proc. of Drawers.",
    ])
    func readsEveryStyle(_ entry: String) {
      let fields = fields(entry)
      #expect(fields["title"] == "Damp marbles")
      #expect(fields["venue"] == "Proc. of Drawers")
      #expect(fields["year"] == "2019")
      #expect(fields["surname"] == "Pebble")
      #expect(parse(entry).authors.count == 2)
    }

    @Test func readsIdentifiers() {
      let fields = fields(
        "M. Pebble. Damp marbles. CoRR, abs/1907.01234, 2019b. ISBN 978-3-16-148410-0. "
          + "doi: 10.1000/marbles.2019. 12. URL https://example.org/damp/ marbles.pdf.")
      #expect(
        fields == [
          "title": "Damp marbles", "venue": "CoRR", "arxiv": "1907.01234", "year": "2019b",
          "isbn": "978-3-16-148410-0", "doi": "10.1000/marbles.2019. 12", "surname": "Pebble",
          "url": "https://example.org/damp/ marbles.pdf",
        ])
    }

    @Test func anAddressIsNoTitle() {
      let fields = fields("Marble scale. https://example.org/scale. Accessed: 2020-01-02.")
      #expect(fields["title"] == "Marble scale")
      #expect(fields["surname"] == nil)
    }
  }
}
