import IR
import TestSupport
import Testing

extension PDFReaderTests {
  /// Tables whose rows and columns are not one line and one word each.
  @Suite struct TableShapeTests {
    private static let columns = [160.0, 240.0, 300.0, 360.0]

    private func read(_ place: (inout SketchedPaper) -> Void) throws -> ReadPaper {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Table 1: Errors of the sorters by gloves and by weather.", x: 150)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      place(&sketch)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.space(30)
      sketch.paragraph("Gloves help one sorter and hinder another one, and nobody can say why.")
      return try sketch.read()
    }

    private static func labelBetween(
      _ label: String, _ rows: [[String]], _ sketch: inout SketchedPaper
    ) {
      for row in rows { sketch.row(row, at: Array(columns.dropFirst())) }
      let middle = sketch.y + 13 * Double(rows.count - 1) / 2
      sketch.put(label, x: columns[0], y: middle)
      sketch.rule(from: 150, width: 290, thickness: 0.5)
    }

    @Test func repeatsALabelThatStandsBetweenItsRows() throws {
      let read = try read { sketch in
        sketch.row(["Gloves", "Weather", "Error", "Time"], at: Self.columns)
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        Self.labelBetween("wool", [["dry", "1.5", "14"], ["damp", "2.5", "15"]], &sketch)
        Self.labelBetween(
          "silk",
          [
            ["dry", "1.6", "24"], ["damp", "2.6", "25"], ["wet", "3.6", "26"],
            ["ice", "4.6", "27"],
          ],
          &sketch)
        sketch.row(["none", "dry", "9.5", "34"], at: Self.columns)
      }
      #expect(
        read.rows(read.paper.tables.first) == [
          ["Gloves", "Weather", "Error", "Time"], ["wool", "dry", "1.5", "14"],
          ["wool", "damp", "2.5", "15"], ["silk", "dry", "1.6", "24"],
          ["silk", "damp", "2.6", "25"], ["silk", "wet", "3.6", "26"],
          ["silk", "ice", "4.6", "27"], ["none", "dry", "9.5", "34"],
        ])
    }

    @Test func repeatsALabelThatRulesOfItsRowsLeaveOut() throws {
      let read = try read { sketch in
        sketch.row(["Gloves", "Weather", "Error", "Time"], at: Self.columns)
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        for gloves in ["wool", "silk"] {
          for (row, weather) in ["dry", "damp", "wet"].enumerated() {
            let label = row == 1 ? gloves : ""
            sketch.row([label, weather, "\(row).5", "1\(row)"], at: Self.columns)
          }
          sketch.rule(from: 230, width: 210, thickness: 0.5)
        }
        sketch.row(["none", "dry", "9.5", "34"], at: Self.columns)
      }
      #expect(
        read.rows(read.paper.tables.first).dropFirst().map(\.first)
          == ["wool", "wool", "wool", "silk", "silk", "silk", "none"])
    }

    @Test func copiesNoMark() throws {
      let rows = [["x", "", "1.5", "14"], ["", "x", "2.5", "15"], ["", "", "3.5", "16"]]
      let read = try read { sketch in
        sketch.row(["Wool", "Silk", "Error", "Time"], at: Self.columns)
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        for row in rows {
          sketch.row(row.map { $0 == "x" ? "+" : $0 }, at: Self.columns)
        }
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        sketch.row(["+", "+", "0.5", "19"], at: Self.columns)
      }
      #expect(
        read.rows(read.paper.tables.first).dropFirst().map(\.first) == ["+", "", "", "+"])
    }

    @Test func aTitleAboveItsRowsStaysARow() throws {
      let read = try read { sketch in
        sketch.row(["Gloves", "Weather", "Error", "Time"], at: Self.columns)
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        sketch.row(["By day"], at: Self.columns)
        sketch.row(["wool", "dry", "1.5", "14"], at: Self.columns)
        sketch.row(["silk", "damp", "2.5", "15"], at: Self.columns)
      }
      #expect(read.rows(read.paper.tables.first).contains(["By day", "", "", ""]))
    }

    @Test func readsTitlesThatAreTurned() throws {
      let read = try read { sketch in
        sketch.space(50)
        for (title, x) in zip(["Damp error", "Dry error", "Minutes"], [250.0, 310, 370]) {
          sketch.sideways(title, x: x, y: sketch.y)
        }
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        sketch.row(["wool", "1.5", "2.5", "14"], at: Self.columns)
        sketch.row(["silk", "1.6", "2.6", "24"], at: Self.columns)
        sketch.row(["none", "1.7", "2.7", "34"], at: Self.columns)
      }
      #expect(
        read.rows(read.paper.tables.first) == [
          ["", "Damp error", "Dry error", "Minutes"], ["wool", "1.5", "2.5", "14"],
          ["silk", "1.6", "2.6", "24"], ["none", "1.7", "2.7", "34"],
        ])
      #expect(!read.blocks(.other).contains { $0.contains("error") })
    }

    @Test func labelsOfRowsMayBeTurned() throws {
      let read = try read { sketch in
        sketch.row(["Glove", "Weather", "Error", "Time"], at: Self.columns)
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        for (label, rows) in [
          ("woollen", [["dry", "1.5", "14"], ["damp", "2.5", "15"], ["wet", "3.5", "16"]]),
          ("silken", [["dry", "1.6", "24"], ["damp", "2.6", "25"], ["wet", "3.6", "26"]]),
        ] {
          for row in rows { sketch.row(row, at: Array(Self.columns.dropFirst())) }
          sketch.sideways(label, x: 172, y: sketch.y)
          sketch.rule(from: 150, width: 290, thickness: 0.5)
        }
      }
      #expect(
        read.rows(read.paper.tables.first).map(\.first)
          == ["Glove", "woollen", "woollen", "woollen", "silken", "silken", "silken"])
      #expect(!read.blocks(.other).contains { $0.contains("woollen") })
    }

    @Test func rowsReachUpToACaptionBelow() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.space(20)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.row(["Glove", "Weather", "Error", "Time"], at: Self.columns)
      sketch.rule(from: 150, width: 290, thickness: 0.5)
      sketch.space(9)
      sketch.row(["wool", "dry", "1.5", "14"], at: Self.columns)
      sketch.row(["silk", "dry", "1.6", "24"], at: Self.columns)
      sketch.space(8)
      sketch.paragraph("Table 1: Errors of the sorters by gloves and by weather.", x: 150)
      sketch.space(30)
      sketch.paragraph("Gloves help one sorter and hinder another one, and nobody can say why.")
      let read = try sketch.read()
      #expect(
        read.rows(read.paper.tables.first) == [
          ["Glove", "Weather", "Error", "Time"], ["wool", "dry", "1.5", "14"],
          ["silk", "dry", "1.6", "24"],
        ])
    }

    @Test func theOneRuleOfATablePartsItsHeader() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.space(30)
      sketch.row(["Glove", "Weather", "Error", "Time"], at: Self.columns)
      sketch.rule(from: 150, width: 290, thickness: 0.5)
      sketch.space(9)
      for row in [["wool", "dry", "1.5", "14"], ["silk", "dry", "1.6", "24"]] {
        sketch.row(row, at: Self.columns)
      }
      sketch.row(["none", "wet", "9.6", "34"], at: Self.columns)
      sketch.row(["none", "dry", "8.6", "44"], at: Self.columns)
      sketch.space(8)
      sketch.paragraph("Table 1: Errors of the sorters by gloves and by weather.", x: 150)
      let read = try sketch.read()
      #expect(
        read.rows(read.paper.tables.first).first == ["Glove", "Weather", "Error", "Time"])
      #expect(read.rows(read.paper.tables.first).count == 5)
    }

    @Test func aNarrowCaptionKeepsItsLastWords() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.lines(
        "Table 1: Errors of the sorters", "by gloves and by the weather", x: 150)
      sketch.lines("of the year.", x: 150)
      sketch.put("Silk is", x: 215, y: sketch.y)
      sketch.lines("what we wear.", x: 150)
      sketch.space(8)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.row(["Glove", "Weather", "Error", "Time"], at: Self.columns)
      sketch.row(["wool", "dry", "1.5", "14"], at: Self.columns)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      let read = try sketch.read()
      #expect(
        read.text(read.paper.tables.first?.caption)
          == "Errors of the sorters by gloves and by the weather of the year. Silk is what we wear."
      )
    }

    @Test func keepsAnExponentThatStandsAlone() throws {
      let read = try read { sketch in
        sketch.row(["Gloves", "Rate", "Error", "Time"], at: Self.columns)
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        for (glove, power) in [("wool", "-4"), ("silk", "-3"), ("none", "-2")] {
          sketch.row([glove, "10", "2.5", "14"], at: Self.columns)
          sketch.put(power, x: 250.2, y: sketch.y + 4.5, size: 6)
        }
      }
      #expect(
        read.rows(read.paper.tables.first).dropFirst().map { $0[1] }
          == ["10^{-4}", "10^{-3}", "10^{-2}"])
    }

    @Test func countsHeaderRowsThatHaveRulesOfTheirOwn() throws {
      let columns = [160.0, 250.0, 300.0, 360.0, 410.0]
      let read = try read { sketch in
        for header in [["Weighed", "Monday", "Friday"], ["Sorted", "Tuesday", "Sunday"]] {
          sketch.row([header[0]], at: [160])
          sketch.put(header[1], x: 266, y: sketch.y)
          sketch.put(header[2], x: 376, y: sketch.y)
          for x in [240.0, 348] { sketch.vertical(x: x, height: 17) }
          sketch.rule(from: 150, width: 290, thickness: 0.5)
        }
        let rows = [
          ["Measure", "@.5", "@.9", "@.5", "@.9"], ["one", "1.5", "2.5", "3.5", "4.5"],
          ["two", "1.6", "2.6", "3.6", "4.6"], ["three", "1.7", "2.7", "3.7", "4.7"],
        ]
        for (index, row) in rows.enumerated() {
          sketch.row(row, at: columns)
          for x in [240.0, 348] { sketch.vertical(x: x, height: 17) }
          if index == 0 { sketch.rule(from: 150, width: 290, thickness: 0.5) }
        }
      }
      let table = read.paper.tables.first
      #expect(table?.grids.first?.headerRows == 3)
      #expect(
        read.rows(table).prefix(3) == [
          ["Weighed", "Monday", "Monday", "Friday", "Friday"],
          ["Sorted", "Tuesday", "Tuesday", "Sunday", "Sunday"],
          ["Measure", "@.5", "@.9", "@.5", "@.9"],
        ])
    }

    @Test func keepsARaisedMarkInItsCell() throws {
      let read = try read { sketch in
        sketch.row(["Gloves", "Bound", "Error", "Time"], at: Self.columns)
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        sketch.row(["wool", "1/(1 - a", "1.5", "14"], at: Self.columns)
        sketch.put("2", x: 269.2, y: sketch.y + 5, size: 6)
        sketch.put(")", x: 272.6, y: sketch.y)
        sketch.row(["silk", "one", "2.5", "15"], at: Self.columns)
      }
      let rows = read.rows(read.paper.tables.first)
      #expect(rows.count == 3)
      #expect(rows.contains(["wool", "1/(1 - a^2)", "1.5", "14"]))
    }

    /// Two tables, and captions between and below them: each has the one that the other leaves.
    @Test func captionsShareTheTablesOfAPage() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Gloves help one sorter and hinder another one, and nobody can say why.")
      for (number, values) in [("1", ["1.5", "2.5"]), ("2", ["7.5", "8.5"])] {
        sketch.space(number == "1" ? 6 : 16)
        sketch.rule(from: 150, width: 290, thickness: 0.9)
        sketch.row(["Gloves", "Error"], at: Self.columns)
        sketch.rule(from: 150, width: 290, thickness: 0.5)
        for (name, value) in zip(["wool", "silk"], values) {
          sketch.row([name, value], at: Self.columns)
        }
        sketch.rule(from: 150, width: 290, thickness: 0.9)
        sketch.space(number == "1" ? 14 : 4)
        sketch.paragraph("Table \(number): Errors of the sorters on day \(number).", x: 150)
      }
      let read = try sketch.read()
      #expect(read.paper.tables.map(\.label.number) == ["1", "2"])
      #expect(
        read.paper.tables.map { read.rows($0).dropFirst().map { $0[1] } } == [
          ["1.5", "2.5"], ["7.5", "8.5"],
        ])
    }
  }
}
