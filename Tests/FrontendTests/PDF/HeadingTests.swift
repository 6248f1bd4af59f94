import IR
import TestSupport
import Testing

@testable import Frontend

extension PDFReaderTests {
  @Suite struct HeadingTests {
    private func paper(_ body: (inout SketchedPaper) -> Void) throws -> ReadPaper {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      sketch.heading("2 Sorting")
      sketch.paragraph("Marbles are sorted by hand, and nobody has done it any faster so far.")
      body(&sketch)
      return try sketch.read()
    }

    @Test func boldWordsThatGoOnAreNoHeading() throws {
      let read = try paper { sketch in
        sketch.heading("Damp marbles, dry marbles and their clas-")
        sketch.paragraph("sification. Marbles are damp in the rain and dry in a drawer at home.")
        sketch.heading("How damp is a marble?")
        sketch.paragraph("Nobody knows. The institute has no instrument that would tell it.")
        sketch.heading("We put down what follows:")
        sketch.paragraph("Marbles are damp in the rain and dry in a drawer at home or at work.")
      }
      #expect(read.headings == ["1 Introduction", "2 Sorting"])
    }

    @Test func unnumberedHeadingsSetAsOthersAreSome() throws {
      let read = try paper { sketch in
        sketch.heading("Damp Marbles")
        sketch.paragraph("Marbles are damp in the rain and dry in a drawer at home or at work.")
      }
      #expect(read.headings == ["1 Introduction", "2 Sorting", "Damp Marbles"])
    }

    /// A list of symbols may stand between the abstract and the first section.
    @Test func aHeadingMayPrecedeTheFirstSection() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("Keywords")
      sketch.paragraph("marbles, rain, drawers, night, hands, counting, institutes, and stones")
      sketch.heading("Notation")
      sketch.paragraph("The weight of a marble is w, and its colour is c, as we all have agreed.")
      sketch.heading("1 Introduction")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      #expect(try sketch.read().headings == ["Notation", "1 Introduction"])
    }

    @Test func acknowledgmentsAreNoPartOfTheSectionBefore() throws {
      let read = try paper { sketch in
        sketch.space(10)
        sketch.lines("2.1 Weighing", size: 11, face: .bold)
        sketch.space(6)
        sketch.paragraph("Marbles are weighed twice, since nobody believes a single weight here.")
        sketch.space(10)
        sketch.lines("Acknowledgments", size: 11, face: .bold)
        sketch.space(6)
        sketch.paragraph("We thank the institute of small stones for all of its many drawers.")
      }
      #expect(
        read.headings == ["1 Introduction", "2 Sorting", "  2.1 Weighing", "Acknowledgments"])
    }

    /// `3.2.1 Weighing twice.`: the number may be set otherwise than the words.
    @Test func aNumberOfTheThirdLevelStandsBeforeAHead() throws {
      var sheet = PDFSheet()
      sheet.text("3.2.1", x: 72, y: 600)
      sheet.text("Weighing twice.", x: 104, y: 600, face: .bold)
      sheet.text("Marbles are weighed twice, since none is believed.", x: 190, y: 600)
      sheet.text("Nobody has believed one so far, and none of us is going to do it.", x: 72, y: 588)
      sheet.text(
        "That is why drawers are kept shut in all of our institutes, always.", x: 72, y: 576)
      let read = try ReadPaper(PDFFixture([sheet]))
      let leads = read.paper.blocks.compactMap(\.lead).map { read.text($0) }
      #expect(leads == ["Weighing twice."])
    }

    /// Words in bold before text in roman, broken over two lines.
    @Test func boldWordsHeadAParagraph() throws {
      var sheet = PDFSheet()
      sheet.text("Weighing and why it takes more time than any-", x: 72, y: 600, face: .bold)
      sheet.text("body thinks.", x: 72, y: 588, face: .bold)
      sheet.text("Marbles are weighed twice, since one weight is never believed.", x: 140, y: 588)
      sheet.text("Nobody has believed one so far, and none of us is going to do it.", x: 72, y: 576)
      sheet.text(
        "That is why drawers are kept shut in all of our institutes, always.", x: 72, y: 564)
      let read = try ReadPaper(PDFFixture([sheet]))
      let leads = read.paper.blocks.compactMap(\.lead).map { read.text($0) }
      #expect(leads == ["Weighing and why it takes more time than anybody thinks."])
    }
  }
}
