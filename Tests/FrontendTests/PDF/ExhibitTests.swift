import IR
import TestSupport
import Testing

extension PDFReaderTests {
  @Suite struct ExhibitTests {
    private static let rows = [
      ["Sorter", "Error", "Time"], ["one", "9.1", "14"], ["two", "4.5", "21"],
      ["three", "3.2", "34"],
    ]
    private static let columns = [160.0, 280.0, 380.0]

    /// A paper with a table: its rows after `place` has been called with each row's index.
    private func read(_ place: (inout SketchedPaper, Int) -> Void) throws -> ReadPaper {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Table 1 has the errors of the sorters, and the time that they have taken.")
      sketch.paragraph("Table 1: Errors of the sorters on damp marbles.", x: 160)
      for (index, row) in Self.rows.enumerated() {
        place(&sketch, index)
        sketch.row(row, at: Self.columns)
      }
      place(&sketch, Self.rows.count)
      sketch.space(30)
      sketch.paragraph("The third sorter is slow, and yet it is the one that we would take home.")
      return try sketch.read()
    }

    private func check(_ read: ReadPaper) {
      #expect(read.paper.tables.map(\.label.description) == ["Table 1"])
      let table = read.paper.tables.first
      #expect(read.text(table?.caption) == "Errors of the sorters on damp marbles.")
      #expect(read.rows(table) == Self.rows)
      #expect(table?.grids.first?.headerRows == 1)
      #expect(!read.blocks(.paragraph).contains { $0.contains("9.1") })
      #expect(read.blocks(.paragraph).contains { $0.hasPrefix("The third sorter is slow") })
    }

    @Test func readsABooktabsTable() throws {
      check(
        try read { sketch, row in
          if row < 2 || row == Self.rows.count {
            sketch.rule(from: 150, width: 290, thickness: row == 1 ? 0.5 : 0.9)
          }
        })
    }

    @Test func readsARuledTable() throws {
      check(
        try read { sketch, row in
          sketch.rule(from: 150, width: 290, thickness: 0.4)
          guard row > 0 else { return }
          for x in [150.0, 260, 360, 440] { sketch.vertical(x: x, height: 17) }
        })
    }

    @Test func readsATableWithoutRules() throws {
      check(try read { _, _ in })
    }

    @Test func readsEmptyCellsAndNegativeNumbers() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Table 1: Change of the error by the gloves of the sorters.", x: 150)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.row(["Sorter", "Dry", "Damp"], at: Self.columns)
      sketch.rule(from: 150, width: 290, thickness: 0.5)
      sketch.row(["one", "-1.5", "2.5"], at: Self.columns)
      sketch.row(["two", "-0.5"], at: Self.columns)
      sketch.row(["three", "1.0", "-3.5"], at: Self.columns)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.space(30)
      sketch.paragraph("Gloves help one sorter and hinder another one, and nobody can say why.")
      let read = try sketch.read()
      #expect(
        read.rows(read.paper.tables.first) == [
          ["Sorter", "Dry", "Damp"], ["one", "-1.5", "2.5"], ["two", "-0.5", ""],
          ["three", "1.0", "-3.5"],
        ])
    }

    @Test func repeatsASpanningHeaderOverItsColumns() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Table 1: Errors of the sorters by day and by night.", x: 150)
      let columns = [160.0, 240.0, 290.0, 340.0, 390.0]
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.row(["Day", "Night"], at: [256, 356])
      sketch.rule(from: 238, width: 80, thickness: 0.4)
      sketch.space(-4)
      sketch.rule(from: 338, width: 80, thickness: 0.4)
      sketch.row(["Sorter", "Dry", "Damp", "Dry", "Damp"], at: columns)
      sketch.rule(from: 150, width: 290, thickness: 0.5)
      sketch.row(["one", "1.5", "2.5", "3.5", "4.5"], at: columns)
      sketch.row(["two", "1.6", "2.6", "3.6", "4.6"], at: columns)
      sketch.row(["three", "1.7", "2.7", "3.7", "4.7"], at: columns)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.space(30)
      sketch.paragraph("Gloves help one sorter and hinder another one, and nobody can say why.")
      let read = try sketch.read()
      let table = read.paper.tables.first
      #expect(table?.grids.first?.headerRows == 2)
      #expect(
        read.rows(table) == [
          ["", "Day", "Day", "Night", "Night"], ["Sorter", "Dry", "Damp", "Dry", "Damp"],
          ["one", "1.5", "2.5", "3.5", "4.5"], ["two", "1.6", "2.6", "3.6", "4.6"],
          ["three", "1.7", "2.7", "3.7", "4.7"],
        ])
    }

    @Test func findsACaptionBelowItsTable() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Gloves help one sorter and hinder another one, and nobody can say why.")
      sketch.space(10)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      for (index, row) in Self.rows.enumerated() {
        if index == 1 { sketch.rule(from: 150, width: 290, thickness: 0.5) }
        sketch.row(row, at: Self.columns)
      }
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.space(4)
      sketch.paragraph("Table 3: Errors of the sorters on damp marbles.", x: 160)
      sketch.space(14)
      sketch.paragraph("The third sorter is slow, and yet it is the one that we would take home.")
      let read = try sketch.read()
      #expect(read.paper.tables.map(\.label.description) == ["Table 3"])
      #expect(read.rows(read.paper.tables.first) == Self.rows)
    }

    @Test func bindsACaptionOfTwoLinesToItsFigure() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Figure 1 shows the drawer in which the marbles were kept over the night.")
      sketch.picture(height: 120)
      sketch.lines(
        "Figure 1: The drawer of the institute, seen from above, with the marbles that were left",
        "in it after the last of the sorters had gone home.")
      sketch.space(24)
      sketch.paragraph("Nobody has opened it since, though many have asked what may be inside.")
      let read = try sketch.read()
      #expect(read.paper.figures.map(\.label.description) == ["Figure 1"])
      #expect(
        read.text(read.paper.figures.first?.caption)
          == "The drawer of the institute, seen from above, with the marbles that were "
          + "left in it after the last of the sorters had gone home.")
      let box = try #require(read.paper.figures.first?.box)
      #expect(box.width > 290 && box.height > 110)
    }
  }

  @Suite struct CaptionTests {
    /// The box of a line is as tall as the tallest thing on it; the baselines stay even.
    @Test func goesOnAfterALineWithTallSymbols() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Figure 1 shows the drawer in which the marbles were kept over the night.")
      sketch.picture(height: 120)
      let lines = [
        "Figure 1: The drawer of the institute, seen from above, with marbles that were left",
        "in it after the last of the sorters had gone home, and after the scale had been",
        "put away by the one who has the key to the cupboard of scales.",
      ]
      for line in lines {
        sketch.lines(line)
        // A symbol that reaches far below the first line.
        if line == lines[0] { sketch.put("S", x: 450, y: sketch.y - 3.5, size: 18) }
      }
      sketch.space(24)
      sketch.paragraph("Nobody has opened it since, though many have asked what may be inside.")
      let caption = try #require(try sketch.read().paper.figures.first?.caption)
      #expect(try sketch.read().text(caption).hasSuffix("the key to the cupboard of scales."))
    }
  }

  // MARK: References

  @Suite struct ReferenceTests {
    private func read(_ write: (inout SketchedPaper) -> Void) throws -> ReadPaper {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      write(&sketch)
      return try sketch.read()
    }

    @Test func readsNumberedEntriesAndWhoCitesThem() throws {
      let read = try read { sketch in
        sketch.paragraph("Marbles have been sorted for long [1, 3], and damp ones for longer [2].")
        sketch.heading("References")
        sketch.lines(
          "[1] M. Pebble and O. Quartz. Counting in the dark. Journal of Small Stones, 2019.")
        sketch.lines(
          "[2] L. Gravel. Rain and its marbles. In Proceedings of Wet Things, pages 1-9,")
        sketch.lines("2021.", x: 88)
        sketch.lines("[3] T. Sand, M. Pebble, and P. Loam. Scales. Pan Press, 2017.")
      }
      let references = read.paper.references
      #expect(references.map(\.label) == ["[1]", "[2]", "[3]"])
      #expect(references.map(\.surname) == ["Pebble", "Gravel", "Sand"])
      #expect(references.map(\.year) == ["2019", "2021", "2017"])
      #expect(
        references.map { read.text($0.title) } == [
          "Counting in the dark", "Rain and its marbles", "Scales",
        ])
      #expect(read.paper.citations.map { read.text($0.span) } == ["[1, 3]", "[2]"])
      #expect(read.paper.citations.map(\.references) == [[0, 2], [1]])
    }

    @Test func leavesOutWhatIsSetMuchLarger() throws {
      let read = try read { sketch in
        sketch.paragraph("Marbles have been sorted for long [1, 2].")
        sketch.heading("References")
        sketch.lines("[1] M. Pebble and O. Quartz. Counting in the dark. Small Stones, 2019.")
        sketch.lines("[2] T. Sand, M. Pebble, and P. Loam. Scales. Pan Press, 2017.")
        sketch.lines("Drawer by night", size: 18)
      }
      #expect(
        read.paper.references.map { read.text($0.entry) }.last
          == "[2] T. Sand, M. Pebble, and P. Loam. Scales. Pan Press, 2017.")
      #expect(read.blocks(.paragraph).contains("Drawer by night"))
    }

    @Test func readsEntriesThatAreNumberedWithoutBrackets() throws {
      let read = try read { sketch in
        sketch.paragraph("Marbles have been sorted for long [1, 3], and damp ones for longer [2].")
        sketch.heading("References")
        sketch.lines(
          "1. Pebble, M., Quartz, O.: Counting in the dark. J. Small Stones 12, 1-9 (2019)")
        sketch.lines(
          "2. Gravel, L.: Rain and its marbles. In: Wet Things, pp. 1-9. Pan Press (2021)")
        sketch.lines("3. Sand, T., Loam, P.: Scales. Pan Press (2017)")
      }
      let references = read.paper.references
      #expect(references.map(\.surname) == ["Pebble", "Gravel", "Sand"])
      #expect(references.map(\.year) == ["2019", "2021", "2017"])
      #expect(read.paper.citations.map(\.references) == [[0, 2], [1]])
    }

    @Test func readsEntriesThatAreMostlyALineLong() throws {
      let read = try read { sketch in
        sketch.paragraph("Marbles have been sorted for long (Pebble & Quartz 2019; Sand 2017).")
        sketch.heading("References")
        for (name, year) in [("Clay B.", 2011), ("Gravel L.", 2021), ("Loam P.", 2014)] {
          sketch.lines("\(name), et al., \(year), Journal of Small Stones, 12, 119")
        }
        sketch.lines("Pebble M. A., Quartz O., 2019, Journal of Small Stones,")
        sketch.lines("12, 181", x: 88)
        sketch.lines("Sand T., Loam P., 2017, Reviews of Modern Scales and of all that is weighed")
        sketch.lines("on them, 93, 15", x: 88)
        for year in 2001..<2008 { sketch.lines("Slate N., \(year), Wet Things, 2, 209") }
      }
      let references = read.paper.references
      #expect(references.count == 12)
      #expect(references.prefix(5).map(\.surname) == ["Clay", "Gravel", "Loam", "Pebble", "Sand"])
      #expect(references.prefix(5).map(\.year) == ["2011", "2021", "2014", "2019", "2017"])
      #expect(read.paper.citations.flatMap(\.references) == [3, 4])
    }

    @Test func partsOfOtherWorksAreNoneOfThePaper() throws {
      let read = try read { sketch in
        sketch.paragraph("As Table 1 of [1] has it, and their Table 1 in [2], Table 1 tells less.")
        sketch.paragraph("Table 1: Errors of the sorters by gloves and by weather.", x: 150)
        sketch.rule(from: 150, width: 200)
        sketch.row(["Gloves", "Error"], at: [160, 240])
        sketch.row(["wool", "1.5"], at: [160, 240])
        sketch.rule(from: 150, width: 200)
        sketch.heading("References")
        sketch.lines("[1] M. Pebble and O. Quartz. Counting in the dark. Small Stones, 2019.")
        sketch.lines("[2] L. Gravel. Rain and its marbles. In Proceedings of Wet Things, 2021.")
      }
      #expect(read.paper.crossReferences.count == 1)
    }

    @Test func endsTheListAtAnAppendix() throws {
      let read = try read { sketch in
        sketch.paragraph("Marbles have been sorted for long [1], and damp ones for longer [2].")
        sketch.heading("References")
        sketch.lines(
          "[1] M. Pebble and O. Quartz. Counting in the dark. Journal of Small Stones, 2019.")
        sketch.lines("[2] L. Gravel. Rain and its marbles. In Proceedings of Wet Things, 2021.")
        sketch.heading("A Further Marbles")
        sketch.paragraph("What was left over lies in a drawer that nobody opened for many years.")
      }
      #expect(read.paper.references.count == 2)
      #expect(read.blocks(.paragraph).contains { $0.hasPrefix("What was left over") })
      #expect(read.paper.sections.last?.isAppendix == true)
    }

    @Test func readsAuthorYearEntriesAndWhoCitesThem() throws {
      let read = try read { sketch in
        sketch.paragraph(
          "Marbles have been sorted for long (Pebble and Quartz, 2019), and Gravel (2021) has",
          "sorted damp ones for longer than anybody else who is known to the institute.")
        sketch.heading("References")
        sketch.lines("Lina Gravel. Rain and its marbles. In Proceedings of Wet Things, pages 1-9,")
        sketch.lines("2021.", x: 84)
        sketch.lines("Mara Pebble and Otto Quartz. Counting in the dark, and sorting what has been")
        sketch.lines("counted. Journal of Small Stones, 2019.", x: 84)
        sketch.lines("Tom Sand, Mara Pebble, and Pia Loam. Scales that two people can read. Pan")
        sketch.lines("Press, 2017.", x: 84)
      }
      let references = read.paper.references
      #expect(references.map(\.label) == [nil, nil, nil])
      #expect(references.map(\.surname) == ["Gravel", "Pebble", "Sand"])
      #expect(references.map(\.year) == ["2021", "2019", "2017"])
      #expect(read.text(references[1].title).hasPrefix("Counting in the dark, and sorting what"))
      #expect(read.paper.citations.map(\.references) == [[1], [0]])
    }
  }
}
