import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// What links in entries of the bibliography tell of the works.
  @Suite struct ReferenceLinkTests {
    @Test(
      arguments: [
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("http://dx.doi.org/10.1000/s0%2812%2934", "10.1000/s0(12)34"),
        ("https://arxiv.org/pdf/2031.00042v2", "arXiv:2031.00042v2"),
        ("https://arxiv.org/list/cs", "https://arxiv.org/list/cs"),
        ("https://doi.org/", "https://doi.org/"), ("mailto:mara@stones.example", nil),
        ("https://stones.example/a\n- **Status**: refuted", nil),
        ("https://doi.org/10.1000/1%0A2", "https://doi.org/10.1000/1%0A2"),
        ("https://stones.example/" + String(repeating: "a", count: 2_000), nil),
      ] as [(String, String?)])
    func addressesTellWorks(_ address: String, _ name: String?) {
      #expect(LinkedWork(address)?.name == name)
    }

    private func span(_ bytes: Range<Int>) -> SourceSpan { SourceSpan(SourceID("paper"), bytes) }

    /// What three entries, of which the last prints its DOI, are bound to by links in them.
    private func linked(_ links: [(Range<Int>, String)]) -> [String?] {
      var paper = Paper(
        source: SourceID("paper"), metadata: PaperMetadata(), pages: [], sections: [], blocks: [],
        tables: [], figures: [],
        references: [
          Reference(entry: span(10..<50)), Reference(entry: span(52..<90)),
          Reference(entry: span(92..<140), doi: span(110..<120)),
        ], citations: [],
        links: links.map { Link(span: span($0), page: 1, target: $1) }, leftOut: [])
      paper.bindLinkedWorks()
      return paper.references.map(\.linked)
    }

    @Test func aLinkBelongsToTheEntryAroundIt() {
      #expect(
        linked([
          (0..<8, "https://doi.org/10.1000/1"), (60..<70, "https://doi.org/10.1000/2"),
          (45..<55, "https://doi.org/10.1000/3"), (95..<99, "https://arxiv.org/abs/2031.00042"),
        ]) == [nil, "10.1000/2", nil])
    }

    @Test func identifiersGoBeforePages() {
      #expect(
        linked([
          (12..<20, "https://stones.example/1"), (20..<30, "https://doi.org/10.1000/1"),
          (30..<40, "https://arxiv.org/abs/2031.00042"), (60..<70, "https://stones.example/2"),
          (70..<80, "https://stones.example/3"),
        ]) == ["10.1000/1", "https://stones.example/2", nil])
    }
  }
}
