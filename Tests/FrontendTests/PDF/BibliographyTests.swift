import IR
import TestSupport
import Testing

extension PDFReaderTests {
  /// Lists of cited works whose heading says nothing that is known.
  @Suite struct BibliographyTests {
    private func read(
      heading: String, entries: Int, _ entry: (Int) -> String
    ) throws -> [Reference] {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Conclusion")
      sketch.paragraph("Gloves help, as others have seen [2] before.")
      sketch.heading(heading)
      for number in 1...entries { sketch.lines(entry(number)) }
      return try sketch.read().paper.references
    }

    private func work(_ number: Int) -> String {
      "[\(number)] M. Pebble. Damp marbles, part \(number). Journal of Stones, \(1990 + number)."
    }

    @Test(arguments: ["Refrences", "Bibliografie"])
    func aNumberedListOfDatedWorksIsOne(_ heading: String) throws {
      let references = try read(heading: heading, entries: 6, work)
      let years: [String?] = ["1991", "1992", "1993", "1994", "1995", "1996"]
      #expect(references.map(\.year) == years)
    }

    @Test func aNumberedListWithoutYearsIsNone() throws {
      #expect(
        try read(heading: "Rules of the House", entries: 6) {
          "[\($0)] Whoever drops a marble has to pick it up before the lights go out."
        }.isEmpty)
    }

    @Test func aListThatDoesNotCountIsNone() throws {
      #expect(try read(heading: "Recent Work", entries: 6) { work(3 * $0) }.isEmpty)
    }
  }
}
