import IR
import TestSupport
import Testing

extension PDFReaderTests {
  /// Where a figure ends, and what stands around it begins.
  @Suite struct FigurePlaceTests {
    private func sketch() -> SketchedPaper {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      return sketch
    }

    @Test func leavesTheShortLastLineOfAParagraphAboveAFigure() throws {
      var sketch = sketch()
      sketch.lines(
        "Gloves help one sorter and hinder another one, and nobody can say why that should be so,",
        "though it has been seen in each of the five")
      sketch.space(20)
      sketch.picture(height: 120)
      sketch.lines("Figure 1: The drawer of the institute, seen from above.")
      sketch.space(20)
      sketch.paragraph("winters in which marbles were sorted by hand.")
      let read = try sketch.read()
      let box = try #require(read.paper.figures.first?.box)
      #expect(box.height < 125)
      #expect(read.source.text.contains("each of the five winters in which marbles"))
    }

    /// The rule is drawn, but no part of the figure.
    @Test func leavesTextBelowARunningHeadAboveAFigure() throws {
      var sketch = sketch()
      for page in 1...4 {
        sketch.turnPage()
        sketch.put("\(page + 1)", x: 500, y: 760, size: 8)
        sketch.move(to: 752)
        if page == 3 {
          sketch.rule(width: 440)
          sketch.lines("all of the five winters.")
          sketch.space(30)
          sketch.picture(height: 120)
          sketch.lines("Figure 1: The drawer of the institute, seen from above.")
        }
        sketch.space(20)
        sketch.paragraph(
          "Gloves help one sorter and hinder another one, and nobody can say why that should be")
      }
      let read = try sketch.read()
      #expect(try #require(read.paper.figures.first).box.height < 125)
      #expect(read.source.text.contains("should be all of the five winters."))
    }

    /// The text of a paragraph and of a caption share baselines, and the reader of PDFs joins them.
    @Test func keepsTextThatRunsAroundAFigure() throws {
      var sketch = sketch()
      sketch.paragraph(
        "Marbles are small and roll away from whoever counts them in the dark of the winter, and",
        "that is why the drawer of the institute has a rim, which is drawn on the right of this.")
      let top = sketch.y
      for _ in 1...12 { sketch.lines("The sorter who sleeps counts no marbles in the dark,") }
      sketch.lines("and that is all.")
      sketch.space(14)
      sketch.paragraph(
        "Nobody has opened it since, though many have asked what may be inside of it.")
      sketch.picture(x: 292, y: top - 80, width: 120, height: 70)
      for (index, line) in ["Figure 1: The drawer and", "its rim, seen from above", "in winter."]
        .enumerated()
      {
        sketch.put(line, x: 289, y: top - 96 - 12 * Double(index))
      }
      let read = try sketch.read()
      let figure = try #require(read.paper.figures.first)
      #expect(read.text(figure.caption) == "The drawer and its rim, seen from above in winter.")
      #expect(figure.box.x0 > 280)
      #expect(figure.labels.isEmpty)
      let text = read.blocks(.paragraph).joined(separator: " ")
      #expect(text.split(separator: "The sorter who sleeps counts no marbles").count == 13)
    }

    @Test func tellsFiguresSideBySideApart() throws {
      var sketch = sketch()
      sketch.paragraph(
        "Marbles are small and roll away from whoever counts them in the dark of all.")
      let top = sketch.y
      sketch.picture(x: 72, y: top - 90, width: 180, height: 80)
      sketch.picture(x: 320, y: top - 80, width: 180, height: 70)
      for (index, line) in ["Figure 2: The rim of the drawer", "from below."].enumerated() {
        sketch.put(line, x: 320, y: top - 94 - 12 * Double(index))
      }
      sketch.put("Figure 1: The drawer from above.", x: 100, y: top - 106)
      sketch.move(to: top - 140)
      sketch.paragraph(
        "Nobody has opened it since, though many have asked what may be inside of it.")
      let read = try sketch.read()
      let figures = read.paper.figures.sorted { $0.label < $1.label }
      #expect(figures.map(\.label.number) == ["1", "2"])
      #expect(
        figures.map { read.text($0.caption) } == [
          "The drawer from above.", "The rim of the drawer from below.",
        ])
      #expect(figures.allSatisfy { $0.box.width < 185 && $0.box.height < 85 })
    }

    @Test func leavesATableAboveAFigureAlone() throws {
      var sketch = sketch()
      sketch.paragraph("Table 1: Errors of the sorters on damp marbles.", x: 160)
      sketch.rule(from: 150, width: 290)
      sketch.row(["Sorter", "Error", "Time"], at: [160, 280, 380])
      sketch.rule(from: 150, width: 290)
      sketch.row(["one", "9.1", "14"], at: [160, 280, 380])
      sketch.row(["two", "4.5", "21"], at: [160, 280, 380])
      sketch.rule(from: 150, width: 290)
      sketch.space(30)
      let top = sketch.y
      sketch.picture(height: 90)
      sketch.lines("Figure 1: The drawer of the institute, seen from above.")
      let read = try sketch.read()
      let box = try #require(read.paper.figures.first?.box)
      #expect(box.y0 >= PDFSheet.height - top - 1)
    }

    @Test func leavesOutTheRuleUnderARunningHead() throws {
      var sketch = sketch()
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      for number in 1...4 {
        sketch.turnPage()
        sketch.move(to: 760)
        sketch.lines("Marbles at Night")
        sketch.rule(width: 460)
        sketch.space(20)
        sketch.picture(height: 100)
        sketch.lines("Figure \(number): The drawer on day \(number), seen from above.")
        sketch.space(20)
        sketch.paragraph(
          "Nobody opened it on day \(number), though many have asked what is inside.")
      }
      let read = try sketch.read()
      #expect(read.paper.figures.count == 4)
      #expect(read.paper.figures.allSatisfy { $0.box.width < 310 && $0.box.height < 105 })
    }

    /// A run-in heading, and what the person did.
    @Test func takesNoNameInsideARowForACaption() throws {
      var sketch = sketch()
      sketch.paragraph(
        "Marbles are small and roll away from whoever counts them in the dark of all.")
      sketch.space(8)
      sketch.lines("Mara Pebble", face: .bold)
      sketch.put("Figure 8. Appendix E", x: 142, y: sketch.y)
      sketch.space(14)
      sketch.lines("Otto Quartz", face: .bold)
      sketch.put("Figure 9. Appendix F", x: 142, y: sketch.y)
      #expect(try sketch.read().paper.figures.isEmpty)
    }
  }
}

extension PDFReaderTests {
  @Suite struct RepeatedNumberTests {
    private func table(_ caption: String, _ error: String, in sketch: inout SketchedPaper) {
      sketch.paragraph(caption, x: 160)
      sketch.rule(from: 150, width: 290)
      sketch.row(["Sorter", "Error", "Time"], at: [160, 280, 380])
      sketch.rule(from: 150, width: 290)
      sketch.row(["one", error, "14"], at: [160, 280, 380])
      sketch.row(["two", "4.5", "21"], at: [160, 280, 380])
      sketch.rule(from: 150, width: 290)
      sketch.space(30)
    }

    private func read(_ first: String, _ second: String) throws -> ReadPaper {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      table(first, "9.1", in: &sketch)
      sketch.paragraph("Gloves help one sorter and hinder another one, and nobody can say why.")
      sketch.turnPage()
      sketch.heading("A Supplement")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      table(second, "7.3", in: &sketch)
      sketch.paragraph("Nobody has opened it since, though many have asked what may be inside.")
      return try sketch.read()
    }

    @Test func filesTheTablesOfASupplementThatCountsAnew() throws {
      let read = try read(
        "Table 1: Errors of the sorters on damp marbles.", "Table 1: Errors in the dark.")
      #expect(read.paper.tables.map(\.label.number) == ["1", "1R2"])
      #expect(
        read.paper.tables.map { read.text($0.caption) } == [
          "Errors of the sorters on damp marbles.", "Errors in the dark.",
        ])
      #expect(read.paper.tables.map { read.rows($0)[1][1] } == ["9.1", "7.3"])
    }

    @Test func joinsTheSecondPartOfATable() throws {
      let read = try read(
        "Table 1: Errors of the sorters on damp marbles.", "Table 1: Continued from above.")
      #expect(read.paper.tables.map(\.label.number) == ["1"])
      #expect(read.paper.tables.first?.grids.count == 1)
      #expect(read.blocks(.other).contains("Table 1: Continued from above."))
    }
  }
}

extension PDFReaderTests {
  @Suite struct FigureContentTests {
    private func figure(_ draw: (inout SketchedPaper, Double) -> Void) throws -> (
      ReadPaper, Exhibit
    ) {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      let top = sketch.y
      draw(&sketch, top)
      sketch.move(to: top - 190)
      sketch.paragraph("Figure 1: The drawer of the institute.")
      sketch.space(20)
      sketch.paragraph("Nobody has opened it since, though many have asked what may be inside.")
      let read = try sketch.read()
      return (read, try #require(read.paper.figures.first))
    }

    private func boxes(_ sketch: inout SketchedPaper, from top: Double) {
      for row in 0..<12 { sketch.frame(x: 150, y: top - 170 + 12 * Double(row), side: 8) }
    }

    @Test func numbersAlongTwoEdgesAreAxes() throws {
      let (_, figure) = try figure { sketch, top in
        boxes(&sketch, from: top)
        for step in 0..<4 {
          sketch.put("\(step * 10)", x: 130, y: top - 160 + 40 * Double(step), size: 7)
          sketch.put("\(step)K", x: 150 + 60 * Double(step), y: top - 180, size: 7)
        }
      }
      #expect(figure.contents == .plot)
    }

    @Test func numbersOfNodesAreNone() throws {
      let (_, figure) = try figure { sketch, top in
        boxes(&sketch, from: top)
        for (step, number) in [3, 64, 1, 64, 3].enumerated() {
          sketch.put("layer \(number)", x: 170, y: top - 160 + 30 * Double(step), size: 7)
          sketch.put("\(number)", x: 260, y: top - 160 + 30 * Double(step), size: 7)
        }
      }
      #expect(figure.contents == .diagram)
    }

    @Test func linesOfWordsAreASample() throws {
      let (_, figure) = try figure { sketch, top in
        sketch.frame(x: 140, y: top - 175, side: 160)
        for row in 0..<11 {
          sketch.put(
            "Asked for a marble, it gave two.", x: 150, y: top - 30 - 13 * Double(row), size: 8)
        }
      }
      #expect(figure.contents == .text)
    }

    @Test func readsTheCaptionsOfPanels() throws {
      let (read, figure) = try figure { sketch, top in
        sketch.picture(x: 100, y: top - 130, width: 150, height: 110)
        sketch.picture(x: 320, y: top - 130, width: 150, height: 110)
        sketch.put("(a) The drawer by day, with", x: 110, y: top - 145, size: 8)
        sketch.put("the lamp off.", x: 130, y: top - 154, size: 8)
        sketch.put("(b) The drawer by night.", x: 340, y: top - 145, size: 8)
      }
      #expect(figure.panels.map(\.mark) == ["a", "b"])
      #expect(
        figure.panels.map { read.text($0.caption) } == [
          "The drawer by day, with the lamp off.", "The drawer by night.",
        ])
      #expect(figure.labels.isEmpty)
    }

    @Test func answersToChooseFromAreNoPanels() throws {
      let (_, figure) = try figure { sketch, top in
        sketch.picture(x: 100, y: top - 130, width: 150, height: 110)
        for (row, line) in ["(a) in the drawer", "(b) on the scale", "(c) nowhere"].enumerated() {
          sketch.put(line, x: 320, y: top - 40 - 11 * Double(row), size: 8)
        }
      }
      #expect(figure.panels.isEmpty)
      #expect(figure.labels.count == 3)
    }
  }
}
