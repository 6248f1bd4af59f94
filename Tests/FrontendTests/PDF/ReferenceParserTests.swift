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
  }
}
