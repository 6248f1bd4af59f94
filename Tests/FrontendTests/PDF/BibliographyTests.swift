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

    @Test func aBracketWithoutANumberGoesOnWithAnEntry() throws {
      let references = try read(heading: "References", entries: 5) {
        $0 == 3 ? "[Online]. Available: https://example.org/marbles" : work($0)
      }
      #expect(references.map(\.label) == ["[1]", "[2]", "[4]", "[5]"])
    }

    /// The text behind the entries of a list without numbers, and how many entries there are.
    private func follow(_ draw: (inout SketchedPaper) -> Void) throws -> (Int, [String]) {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("References")
      for year in 2011...2017 {
        sketch.lines("Pebble M., Quartz O., \(year), A Journal of Damp Stones and Round")
        sketch.lines("Marbles, 12, 34", x: 84)
      }
      draw(&sketch)
      let read = try sketch.read()
      let last = read.paper.blocks.lastIndex { $0.kind == .reference } ?? 0
      return (
        read.paper.references.count,
        read.paper.blocks[(last + 1)...].map { read.text($0.span) }
      )
    }

    @Test func aLineOnThePaperItselfIsNoEntry() throws {
      let (entries, rest) = try follow { sketch in
        sketch.space(20)
        sketch.lines("This paper has been typeset by the authors in the rain.")
      }
      #expect(entries == 7)
      #expect(rest == ["This paper has been typeset by the authors in the rain."])
    }

    @Test func anEntryWithoutAYearIsOne() throws {
      let (entries, rest) = try follow { $0.lines("Gravel L., in press, Damp Stones") }
      #expect(entries == 8)
      #expect(rest.isEmpty)
    }

    @Test func livesOfAuthorsFollowTheList() throws {
      let (entries, rest) = try follow { sketch in
        sketch.lines("Gravel L., 2018, A Journal of Damp Stones.")
        sketch.space(30)
        for line in ["Mara Pebble was born", "near a quarry and", "has not left it since."] {
          sketch.lines(line, x: 84)
        }
      }
      #expect(entries == 8)
      #expect(rest == ["Mara Pebble was born near a quarry and has not left it since."])
    }
  }
}
