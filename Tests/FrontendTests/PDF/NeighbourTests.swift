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

    /// The ground lies under the running head and reaches over the margins.
    @Test func takesNothingOfAWhiteGround() throws {
      var sketch = sketch()
      sketch.paragraph(
        "Marbles are small and roll away from whoever counts them in the dark of all.")
      for number in 1...4 {
        sketch.turnPage()
        sketch.move(to: 760)
        sketch.lines("Marbles at Night")
        sketch.ground(x: 0, y: 560, width: 600, height: 230)
        sketch.put("Marbles at Night", x: 72, y: 748)
        sketch.picture(x: 150, y: 570, width: 300, height: 120)
        sketch.put("Figure \(number): The drawer on day \(number), from above.", x: 150, y: 540)
        sketch.move(to: 520)
        sketch.paragraph(
          "Nobody has opened it on day \(number), though many have asked what may be inside of it.")
      }
      let figures = try sketch.read().paper.figures
      #expect(figures.count == 4)
      #expect(figures.allSatisfy { $0.box.width < 305 && $0.box.height < 125 })
    }

    /// A figure with its caption, and text below them.
    private func drawer(in sketch: inout SketchedPaper) {
      sketch.picture(x: 80, y: sketch.y - 120, width: 300, height: 120)
      sketch.put(
        "Figure 1: The drawer of the institute, seen from above.", x: 80, y: sketch.y - 140)
      sketch.space(170)
      sketch.paragraph(
        "Nobody has opened it since, though many have asked what may be inside of it.")
    }

    @Test func leavesAHeadingAboveAFigureInTheText() throws {
      var sketch = sketch()
      sketch.paragraph(
        "Marbles are small and roll away from whoever counts them in the dark of all.")
      sketch.turnPage()
      sketch.lines("1.1 Damp marbles weigh more", size: 9, face: .bold)
      sketch.space(10)
      drawer(in: &sketch)
      let read = try sketch.read()
      #expect(read.headings.contains { $0.contains("1.1 Damp marbles weigh more") })
      #expect(read.paper.figures.first?.labels.isEmpty == true)
    }

    @Test func leavesTheLastLettersOfAParagraphInTheText() throws {
      var sketch = sketch()
      sketch.lines(
        "Marbles are small and roll away from whoever counts them in the dark of all (see Part I,",
        "J).")
      sketch.space(2)
      drawer(in: &sketch)
      let read = try sketch.read()
      #expect(read.source.text.contains("(see Part I, J)."))
      #expect(read.paper.figures.first?.labels.isEmpty == true)
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
