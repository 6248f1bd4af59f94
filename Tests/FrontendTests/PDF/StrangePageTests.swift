import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Pages as papers seldom have them, and that say what they say all the same.
  @Suite struct StrangePageTests {
    private static let prose = [
      "Marbles are small and roll away from whoever counts them in the dark of the drawers.",
      "They are smaller still when they are damp, and then they stop before they reach the wall.",
      "Nobody has seen one that went back up to its own drawer yet, whatever the weather was.",
      "That is why drawers are kept shut in all of our institutes and in those of our friends.",
    ]

    private func prose(at top: Double = 700, x: Double = 72) -> PDFSheet {
      var sheet = PDFSheet()
      for (row, line) in Self.prose.enumerated() {
        sheet.text(line, x: x, y: top - 12 * Double(row))
      }
      return sheet
    }

    private func read(_ sheets: PDFSheet...) throws -> ReadPaper {
      try ReadPaper(PDFFixture(sheets))
    }

    // MARK: Boxes

    @Test(arguments: ["0 0 0 0", "612 792 0 0", "0 0 90000 90000", "0 0 612 792] /UserUnit 2 /X ["])
    func readsPagesOfAnySize(_ box: String) throws {
      let sheet = PDFSheet(operators: prose().operators, attributes: "/MediaBox[\(box)]")
      #expect(try read(sheet).source.text.contains(Self.prose.joined(separator: " ")))
    }

    @Test func leavesOutPagesOfImpossibleSize() throws {
      let side = "1" + String(repeating: "0", count: 20)
      let box = "/MediaBox[0 0 \(side) \(side)]"
      let huge = PDFSheet(operators: prose().operators, attributes: box)
      let read = try read(prose(), huge)
      #expect(read.source.text.ranges(of: "Marbles are small").count == 1)
      #expect(read.codes == ["F125"])
    }

    @Test func doesNotReadWhatIsCutOff() throws {
      var sheet = prose()
      sheet.text("Outside of the crop", x: 5, y: 780)
      let cut = PDFSheet(operators: sheet.operators, attributes: "/CropBox[60 60 560 760]")
      let read = try read(cut)
      #expect(read.source.text.contains(Self.prose.joined(separator: " ")))
      #expect(!read.source.text.contains("Outside"))
      #expect(read.paper.pages.map(\.width) == [500])
    }

    @Test func readsATableThatBeginsAboveThePage() throws {
      var sheet = prose(at: 560)
      sheet.rule(x: 72, y: 664, width: 290)
      for (row, cells) in [["Gloves", "Error"], ["wool", "1.5"], ["silk", "2.5"]].enumerated() {
        for (column, cell) in cells.enumerated() {
          sheet.text(cell, x: 80 + 150 * Double(column), y: 648 - 13 * Double(row))
        }
      }
      sheet.rule(x: 72, y: 616, width: 290)
      sheet.text("Table 1: Errors of the sorters by their gloves.", x: 72, y: 600)
      let cut = PDFSheet(operators: sheet.operators, attributes: "/CropBox[0 0 612 660]")
      let read = try read(prose(), cut)
      #expect(
        read.rows(read.paper.tables.first) == [
          ["Gloves", "Error"], ["wool", "1.5"], ["silk", "2.5"],
        ])
    }

    // MARK: Direction

    @Test(arguments: [0, 90, 180, 270])
    func readsTextThatIsShownTurned(_ angle: Int) throws {
      let sheet = PDFSheet(operators: prose().operators, attributes: "/Rotate \(angle)")
      let read = try read(sheet)
      #expect(read.source.text.contains(Self.prose.joined(separator: " ")))
      let page = try #require(read.paper.pages.first)
      #expect(page.width == (angle % 180 == 0 ? 612 : 792))
      // Places are those of the page as it is shown.
      let line = try #require(read.source.regions.first)
      guard case .page(1, let box) = line.place else { return #expect(Bool(false)) }
      #expect((box.width > box.height) == (angle % 180 == 0))
      #expect(Box(0, 0, page.width, page.height).contains(box))
      #expect((box.midY < 396) == (angle == 0 || angle == 90 && box.midX > 396 || angle == 270))
    }

    @Test func readsATableThatFillsItsPageSideways() throws {
      var table = PDFSheet()
      table.text("Table 1: How far marbles roll on each of the cloths.", x: 100, y: 500)
      table.rule(x: 100, y: 482, width: 400)
      let rows = [
        ["Cloth", "Far", "Near"], ["white felt", "1.5", "0.3"], ["grey felt", "2.5", "0.4"],
        ["old wool", "3.5", "0.5"], ["new wool", "4.5", "0.6"], ["waxed wood", "9.5", "0.7"],
      ]
      for (number, row) in rows.enumerated() {
        let y = 470 - 14 * Double(number)
        for (x, cell) in zip([100.0, 250, 400], row) { table.text(cell, x: x, y: y) }
        if number == 0 { table.rule(x: 100, y: y - 4, width: 400, thickness: 0.4) }
      }
      table.rule(x: 100, y: 396, width: 400)
      var turned = PDFSheet(operators: "q 0 1 -1 0 612 0 cm \(table.operators) Q\n")
      turned.text("2", x: 300, y: 30)
      let read = try read(prose(), turned)
      #expect(read.rows(read.paper.tables.first) == rows)
      let box = try #require(read.paper.tables.first?.box)
      #expect(box.height > box.width)
    }

    @Test func labelsOfAnAxisTurnNoPage() throws {
      var sheet = PDFSheet()
      for place in 0..<40 {
        let (x, y) = (80 + 20 * (place % 20), place < 20 ? 300 : 500)
        let label = "BT /F0 10 Tf 0 1 -1 0 \(x) \(y) Tm (marble) Tj ET\n"
        sheet = PDFSheet(operators: sheet.operators + label)
      }
      sheet.text("Figure 1: Marbles by the colour that they have in the dark.", x: 72, y: 250)
      let read = try read(prose(), sheet)
      #expect(
        read.paper.figures.map { read.text($0.caption) }.first?.hasPrefix("Marbles by") == true)
    }

    // MARK: Scripts

    @Test func readsFromTheRight() throws {
      var sheet = prose()
      sheet.characters("\u{5DD}\u{5DC}\u{5D5}\u{5E2} \u{5DD}\u{5D5}\u{5DC}\u{5E9}", x: 72, y: 500)
      sheet.text("The words", x: 72, y: 450)
      sheet.characters("\u{5D3}\u{5D2} \u{5D1}\u{5D0}", x: 120, y: 450)
      sheet.text("stand in a line", x: 150, y: 450)
      let text = try read(sheet).source.text
      #expect(text.contains("\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{5E2}\u{5D5}\u{5DC}\u{5DD}"))
      #expect(text.contains("The words \u{5D0}\u{5D1} \u{5D2}\u{5D3} stand in a line"))
    }

    @Test func putsNoSpacesIntoChinese() throws {
      var sheet = prose()
      sheet.characters("\u{5F39}\u{73E0}\u{6EDA}\u{5F97}\u{5F88}\u{8FDC}", x: 72, y: 500, size: 20)
      sheet.characters("\u{6BDB}\u{6BE1}\u{5F88}\u{8F6F}", x: 72, y: 478, size: 20)
      let text = try read(sheet).source.text
      #expect(
        text.contains(
          "\u{5F39}\u{73E0}\u{6EDA}\u{5F97}\u{5F88}\u{8FDC}\u{6BDB}\u{6BE1}\u{5F88}\u{8F6F}"))
    }

    @Test func keepsThePlacesOfUnknownCharacters() throws {
      var sheet = prose()
      sheet.characters("x\u{E000}y \u{E001}", x: 72, y: 500)
      sheet.characters("e\u{FB03}cient", x: 72, y: 460)
      let read = try read(sheet)
      #expect(read.source.text.contains("x\u{FFFD}y \u{FFFD}"))
      #expect(read.source.text.contains("efficient"))
      #expect(read.paper.unmappedCharacters == 2)
      #expect(read.codes == ["F109"])
    }

    @Test func countsTextThatIsDrawnTwiceOnce() throws {
      var sheet = prose()
      for shift in [0.0, 0.25] { sheet.text("The bold line of marbles", x: 72 + shift, y: 500) }
      #expect(try read(sheet).source.text.ranges(of: "bold line").count == 1)
    }
  }
}
