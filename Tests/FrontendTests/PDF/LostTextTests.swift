import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Text that is easily lost, or taken for something else.
  @Suite struct LostTextTests {
    private func glyphs(_ text: String, x: Double, y: Double) -> [Glyph] {
      text.unicodeScalars.enumerated().map { index, scalar in
        let x0 = x + 5 * Double(index)
        return Glyph(scalar: scalar, box: Box(x0, y, x0 + 5, y + 10), font: 0)
      }
    }

    @Test func aStepBackToAnotherHeightBeginsALine() {
      var content = PageContent(width: 612, height: 792)
      content.fonts = [Font(name: "Times-Roman", size: 10, color: 0)]
      content.glyphs = glyphs("DAMP", x: 100, y: 100) + glyphs("DRY", x: 100, y: 112)
      #expect(LineBuilder(content).fragments.map(\.text) == ["DAMP", "DRY"])
      // A mark on the letter before, and one below it.
      content.glyphs =
        glyphs("x", x: 100, y: 100) + glyphs("ab", x: 105, y: 95) + glyphs("cd", x: 105, y: 105)
      #expect(LineBuilder(content).fragments.count == 1)
    }

    @Test func anIntervalIsNoCitation() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.paragraph(
        "The weight of a marble lies in the range [0, 1] and its colour is a matter of taste [1],",
        "as the sorters of the institute say to whoever asks them about it [1, 2].")
      sketch.heading("References")
      sketch.lines("[1] Mara Pebble. Damp marbles at night. Drawers, 2019.")
      sketch.lines("[2] Otto Quartz. Dry marbles by day. Drawers, 2020.")
      let read = try sketch.read()
      #expect(read.paper.citations.map { read.text($0.span) } == ["[1]", "[1, 2]"])
    }

    @Test func aTitleMayBeHyphenated() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.paragraph("Marbles are small and extraordinary things that roll away from all of us.")
      sketch.space(10)
      sketch.lines(
        "2 Why Nobody Weighs the Marbles of Others and What an Extraordi-", size: 13, face: .bold)
      sketch.lines("nary Sorter Does", size: 13, face: .bold)
      sketch.space(6)
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      let title = try sketch.read().headings.last
      #expect(
        title == "2 Why Nobody Weighs the Marbles of Others and What an Extraordinary Sorter Does")
    }

    /// Abstracts are set wider than the text of some papers.
    @Test func linesSetWideAreOneParagraph() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      for _ in 1...4 {
        sketch.paragraph(
          "Marbles are small and extraordinary things that roll away from all of us who count,",
          "and those that do not roll are no marbles but dice, which nobody here has counted.")
      }
      sketch.space(10)
      let wide = [
        "We weigh every single marble twice and lose none of them on the way from one",
        "drawer to the other, although it is dark. Whoever finds one that we have lost is",
        "asked to send it back to the institute.",
      ]
      for line in wide {
        sketch.lines(line)
        sketch.space(6)
      }
      #expect(try sketch.read().blocks(.paragraph).last == wide.joined(separator: " "))
    }

    @Test func keepsSidewaysText() throws {
      var sheet = PDFSheet()
      sheet.text("Marbles are small and roll away from whoever counts them.", x: 72, y: 600)
      sheet.text("They are smaller still when they are damp, and then they roll.", x: 72, y: 588)
      sheet.text("Nobody has seen one that went back up to its own drawer yet.", x: 72, y: 576)
      sheet.text("That is why drawers are kept shut in all of our institutes.", x: 72, y: 564)
      let turned = "BT /F0 10 Tf 0 1 -1 0 200 200 Tm (Turned marbles) Tj ET\n"
      let read = try ReadPaper(PDFFixture([PDFSheet(operators: sheet.operators + turned)]))
      #expect(read.blocks(.other).contains("Turned marbles"))
    }
  }
}
