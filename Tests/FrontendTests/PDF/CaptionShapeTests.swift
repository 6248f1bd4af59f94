import IR
import TestSupport
import Testing

extension PDFReaderTests {
  /// Captions that are not one block of text below or above what they name.
  @Suite struct CaptionShapeTests {
    private static let columns = [200.0, 290.0, 360.0]

    @Test func readsCapitalsBelowANameThatIsCentred() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      sketch.space(20)
      sketch.put("TABLE I", x: 284, y: sketch.y, size: 8)
      sketch.put("ERRORS OF THE SORTERS ON DAMP MARBLES.", x: 222, y: sketch.y - 9, size: 6.4)
      sketch.space(14)
      sketch.rule(from: 190, width: 220)
      sketch.row(["Sorter", "Error", "Time"], at: Self.columns)
      sketch.rule(from: 190, width: 220)
      sketch.row(["one", "4.5", "14"], at: Self.columns)
      sketch.row(["two", "4.7", "15"], at: Self.columns)
      sketch.rule(from: 190, width: 220)
      let read = try sketch.read()
      let table = try #require(read.paper.tables.first)
      #expect(table.label.number == "I")
      #expect(read.text(table.caption) == "ERRORS OF THE SORTERS ON DAMP MARBLES.")
      #expect(read.rows(table).first == ["Sorter", "Error", "Time"])
    }

    @Test func framedTextAboveACaptionIsTheFigures() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph(
        "Marbles are small and roll away from whoever counts them in the dark of the drawers, so",
        "that nobody knows for sure how many of them are left when the drawers are opened again.")
      let inside =
        "A marble that was damp when it was counted says of itself that it was always dry."
      sketch.space(300)
      sketch.frame(x: 66, y: sketch.y - 120, side: 420)
      sketch.put(inside, x: 80, y: sketch.y + 20)
      sketch.put(inside, x: 80, y: sketch.y)
      sketch.space(128)
      sketch.paragraph("Figure 1: What two marbles say of themselves.")
      let read = try sketch.read()
      #expect(read.paper.figures.map(\.label.number) == ["1"])
      #expect(
        !read.paper.blocks.contains {
          $0.kind == .paragraph && read.text($0.span).contains("itself")
        })
    }
  }
}
