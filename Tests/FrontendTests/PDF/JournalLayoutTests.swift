import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// What journals and servers of preprints set beside, above and around the text of papers.
  @Suite struct JournalLayoutTests {
    private static let body = "Marbles are small and roll away from whoever counts them in the dark"

    private func sketch() -> SketchedPaper {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph(Self.body + ".")
      return sketch
    }

    /// Frames of journals hold a figure and its caption, whose first sentence is bold.
    @Test func aFrameHoldsAFigureAndNoTable() throws {
      var sketch = sketch()
      sketch.space(30)
      let bottom = sketch.y - 290
      sketch.frame(x: 150, y: bottom, side: 290)
      sketch.picture(x: 200, y: bottom + 90, width: 190, height: 180)
      sketch.move(to: bottom + 60)
      sketch.lines("Figure 1 The drawer of the institute.", x: 160, face: .bold)
      sketch.lines("It is seen from above, as it was found", x: 160)
      sketch.lines("on the morning after the rain.", x: 160)
      sketch.move(to: bottom - 30)
      sketch.paragraph(Self.body + ".")
      let read = try sketch.read()
      #expect(read.paper.tables.isEmpty)
      let figure = try #require(read.paper.figures.first)
      #expect(read.text(figure.caption).hasPrefix("The drawer of the institute. It is seen"))
      #expect(figure.box.x0 > 145 && figure.box.x1 < 445)
    }

    /// A table beside it begins lower than the figure, whose caption is set to a width of its own.
    @Test func aFigureIsAsWideAsItsCaption() throws {
      var sketch = sketch()
      let top = sketch.y - 20
      sketch.picture(x: 74, y: top - 90, width: 134, height: 90)
      for (row, line) in [
        "Figure 1: The drawer, seen from a", "and found again behind the ladder", "in winter.",
      ].enumerated() {
        sketch.put(line, x: 72, y: top - 106 - 12 * Double(row))
      }
      sketch.put("Table 1: Errors of the sorters on both", x: 250, y: top - 40)
      sketch.put("days of the rain.", x: 250, y: top - 52)
      sketch.move(to: top - 60)
      sketch.rule(from: 250, width: 180)
      sketch.row(["Sorter", "Error"], at: [255, 380])
      sketch.rule(from: 250, width: 180, thickness: 0.4)
      sketch.row(["one", "1.5"], at: [255, 380])
      sketch.rule(from: 250, width: 180)
      sketch.move(to: top - 180)
      for _ in 1...4 { sketch.lines(Self.body + " of rain,") }
      let read = try sketch.read()
      let box = try #require(read.paper.figures.first?.box)
      #expect(box.height > 85 && box.x1 < 215)
      #expect(read.rows(read.paper.tables.first) == [["Sorter", "Error"], ["one", "1.5"]])
    }

    /// The rule below a running head without words, and a foot far from the edge.
    @Test func furnitureOfMostPagesIsSetApart() throws {
      var sketch = SketchedPaper()
      for page in 1...6 {
        if page > 1 { sketch.turnPage() }
        sketch.move(to: 760)
        sketch.rule(width: 400)
        sketch.move(to: 700)
        if page == 1 { sketch.front() }
        sketch.picture(height: 60)
        sketch.lines("Figure \(page): The drawer in room \(page).")
        sketch.space(10)
        sketch.paragraph(Self.body + " of room \(page).")
        sketch.put("Printed on a day of rain. Page \(page) of 6.", x: 72, y: 74, size: 7)
      }
      let read = try sketch.read()
      #expect(read.leftOut(.runningHead).count == 6)
      #expect(read.paper.figures.dropFirst().allSatisfy { $0.box.y0 > 80 })
    }

    @Test func underscoresAreDrawnAsRules() throws {
      var sketch = sketch()
      sketch.lines("The layer is called")
      // The characters of `conv3` and `1` in Times, with three tenths of their size between them.
      sketch.put("conv3", x: 160, y: sketch.y)
      sketch.put("1", x: 187.9, y: sketch.y)
      sketch.move(to: sketch.y + 4.2)
      sketch.rule(from: 184.9, width: 3, thickness: 0.4)
      sketch.space(4)
      sketch.paragraph("Nobody has opened it since, though many have asked.")
      let text = try sketch.read().source.text
      #expect(text.contains("conv3_1"))
    }

    @Test func notesWithoutARuleDoNotPartASentence() throws {
      var sketch = sketch()
      for _ in 1...12 { sketch.lines(Self.body + " of the long winter,") }
      sketch.lines("and the institute has never been told of the")
      sketch.space(8)
      sketch.put("1", x: 72, y: sketch.y - 9, size: 5)
      sketch.lines("It was closed for the winter.", x: 76, size: 8)
      sketch.turnPage()
      sketch.lines("winters in which marbles were sorted by hand in the rain.")
      let read = try sketch.read()
      #expect(
        read.blocks(.paragraph).contains { $0.contains("told of the winters in which marbles") })
      #expect(read.blocks(.footnote).contains { $0.contains("closed for the winter") })
    }

    @Test func noticesOfServersTakeThreeRows() throws {
      var sketch = SketchedPaper()
      for page in 1...5 {
        if page > 1 { sketch.turnPage() }
        for (row, notice) in ["Posted in winter.", "No marble was weighed.", "Free to roll on."]
          .enumerated()
        {
          sketch.put(notice, x: 200, y: 780 - 9 * Double(row), size: 7)
        }
        if page == 1 { sketch.front() }
        sketch.paragraph(Self.body + " of room \(page).")
      }
      let read = try sketch.read()
      #expect(read.leftOut(.runningHead).count == 15)
      #expect(!read.blocks(.paragraph).joined().contains("Free to roll"))
    }

    @Test func aBarBesideTheAbstractIsNoPartOfIt() throws {
      var sketch = SketchedPaper()
      sketch.lines("Marbles at Night: A Study of Damp Sorting", x: 60, size: 18, face: .bold)
      sketch.space(8)
      sketch.lines("Mara Pebble and Otto Quartz", x: 60, size: 11)
      sketch.space(16)
      for (row, line) in [
        "Hall of Small Stones,", "Upper Marble,", "Old Valley of Sand", "Sand and Old Scales,",
        "Lower Marble,", "Old Valley of Rain",
      ].enumerated() {
        sketch.put(line, x: 60, y: sketch.y - 8 - 11 * Double(row), size: 7)
      }
      sketch.heading("Abstract", x: 190)
      for _ in 1...7 { sketch.lines(Self.body + " of rain,", x: 190) }
      sketch.lines("as all of us know who have tried it.", x: 190)
      sketch.heading("1 Results", x: 190)
      for _ in 1...4 { sketch.lines(Self.body + " again,", x: 190) }
      let read = try sketch.read()
      let abstract = try #require(read.paper.metadata.abstract)
      #expect(!abstract.value.contains("Valley") && abstract.value.hasSuffix("who have tried it."))
      #expect(read.leftOut(.stamp).contains { $0.contains("Old Valley of Rain") })
    }

    /// Each part of such a table has rules of its own.
    @Test func partsOfATableStandSideBySide() throws {
      var sketch = sketch()
      sketch.lines("Table 1: Errors of the sorters on both days of the rain, in marbles.", x: 130)
      sketch.space(8)
      let columns = [140.0, 220, 320, 400]
      func rules(_ thickness: Double) {
        sketch.rule(from: 135, width: 130, thickness: thickness)
        sketch.move(to: sketch.y + 4)
        sketch.rule(from: 315, width: 130, thickness: thickness)
      }
      rules(0.9)
      sketch.row(["Sorter", "Error", "Sorter", "Error"], at: columns)
      rules(0.5)
      sketch.row(["one", "1.5", "one", "2.5"], at: columns)
      sketch.row(["two", "1.7", "two", "2.7"], at: columns)
      rules(0.9)
      let read = try sketch.read()
      #expect(
        read.rows(read.paper.tables.first) == [
          ["Sorter", "Error", "Sorter", "Error"], ["one", "1.5", "one", "2.5"],
          ["two", "1.7", "two", "2.7"],
        ])
    }

    /// Class files set notes on the paper below its first column, without a rule or a mark.
    @Test func smallLinesBelowTheFirstPageAreNotes() throws {
      var sketch = sketch()
      for _ in 1...8 { sketch.lines(Self.body) }
      sketch.space(14)
      sketch.lines("Manuscript received in May, and revised when it had dried.", size: 8)
      sketch.lines("Digital Object Identifier 10.1000/drawers.2031", size: 8)
      sketch.turnPage()
      sketch.paragraph("when it rains, and come to rest below the ladder.")
      let read = try sketch.read()
      #expect(read.blocks(.footnote).joined(separator: " ").hasPrefix("Manuscript received in May"))
      #expect(
        read.blocks(.paragraph).last?.hasSuffix(
          "dark when it rains, and come to rest below the ladder.")
          == true)
      #expect(read.paper.metadata.doi?.value == "10.1000/drawers.2031")
    }
  }
}
