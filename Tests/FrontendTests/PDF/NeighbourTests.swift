import IR
import TestSupport
import Testing

extension PDFReaderTests {
  /// Pictures of tables and figures show nothing of what stands beside them.
  @Suite struct NeighbourTests {
    private func sketch() -> SketchedPaper {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      return sketch
    }

    /// Its white ground lies under the caption, as that of many figures does.
    @Test func endsAFigureBeforeItsCaption() throws {
      var sketch = sketch()
      sketch.paragraph(
        "Marbles are small and roll away from whoever counts them in the dark of all.")
      let bottom = sketch.y - 140
      sketch.picture(x: 150, y: bottom, width: 300, height: 120)
      sketch.put("Figure 1: The drawer of the institute, seen from above.", x: 150, y: bottom - 4)
      let read = try sketch.read()
      let figure = try #require(read.paper.figures.first)
      // Letters of ten points reach seven above their baseline, and pictures have a margin of 2.5.
      #expect(figure.box.y1 + 2.5 < 792 - bottom + 4 - 6.9)
    }

    @Test func leavesATableWithoutRulesNothingOfItsNeighbour() throws {
      var sketch = sketch()
      sketch.paragraph(
        "Gloves help one sorter and hinder another one, and nobody can say why that should be.")
      sketch.space(30)
      let top = sketch.y
      sketch.put("Table 1: Errors by weather.", x: 80, y: top)
      sketch.put("Table 2: Errors by gloves.", x: 330, y: top)
      sketch.move(to: top - 6)
      for row in [["dry", "1.5", "2.5"], ["damp", "3.5", "4.5"], ["wet", "5.5", "6.5"]] {
        sketch.row(row, at: [85, 130, 170])
      }
      sketch.move(to: top - 6)
      sketch.rule(from: 330, width: 160)
      sketch.row(["Gloves", "Error"], at: [335, 430])
      sketch.rule(from: 330, width: 160)
      for row in [["wool", "7.5"], ["silk", "8.5"], ["none", "9.5"]] {
        sketch.row(row, at: [335, 430])
      }
      sketch.rule(from: 330, width: 160)
      sketch.space(30)
      sketch.paragraph(
        "Nobody has opened it since, though many have asked what may be inside of it.")
      let tables = try sketch.read().paper.tables
      #expect(tables.count == 2)
      #expect(tables.first { $0.label.number == "1" }.map { $0.box.x1 < 300 } == true)
      #expect(tables.first { $0.label.number == "2" }.map { $0.box.x0 > 300 } == true)
    }
  }
}
