import IR
import TestSupport
import Testing

extension PDFReaderTests {
  /// Manuscripts for review, whose lines stand further apart than paragraphs elsewhere.
  @Suite struct DoubleSpacingTests {
    @Test func joinsTheLinesOfAParagraph() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      let first = [
        "Whoever wants to weigh marbles in the dark of the night has to ask for a scale",
        "that shines by itself, and to carry it out of the house without a word to those",
        "who sleep there, as all of them would like to come along and to help with that.",
      ]
      let second = [
        "Damp marbles are heavier than dry ones by what they hold of the rain, and so are",
        "the pans of the scales, which nobody wants to dry in the middle of the night if",
        "there is another way to know what a marble weighs, such as to wait for the sun.",
      ]
      for paragraph in [first, second, first, second] {
        for (index, line) in paragraph.enumerated() {
          sketch.lines(line, x: SketchedPaper.left + (index == 0 ? 24 : 0))
          sketch.space(13)
        }
      }
      let joined = [first, second, first, second].map { $0.joined(separator: " ") }
      #expect(try sketch.read().blocks(.paragraph).suffix(4) == joined[...])
    }

    /// Thanks in small type keep the lines of the text around them.
    @Test func joinsSmallTypeOnWideLines() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      for _ in 0..<4 {
        sketch.paragraph(
          "Whoever wants to weigh marbles in the dark of the night has to ask for a scale",
          "that shines by itself, and to carry it out of the house without a word to those.")
      }
      let thanks = [
        "The sorters of the yard weighed every one of the marbles that are counted in this paper, and those of the",
        "field looked on while they did so in the rain, for which all of us thank them with all of our hearts today",
        "and on every other day.",
      ]
      sketch.turnPage()
      for line in thanks {
        sketch.lines(line, size: 5)
        sketch.space(6.5)
      }
      #expect(try sketch.read().blocks(.paragraph).contains(thanks.joined(separator: " ")))
    }
  }
}
