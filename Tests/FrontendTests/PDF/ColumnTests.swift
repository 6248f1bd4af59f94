import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Pages of two columns.
  @Suite struct ColumnTests {
    private static let line = "Marbles roll on all the tables of the town today"

    /// Of such a line with its number, in points.
    private static let width = 205.0

    /// Lines of a column, each with the number that it begins with.
    private static func column(
      _ numbers: Range<Int>, x: (Int) -> Double, _ sketch: inout SketchedPaper
    ) {
      sketch.move(to: 600)
      for number in numbers { sketch.lines("\(number) \(line)", x: x(number)) }
    }

    @Test func aColumnBeginsWhereItsLeastLinesDo() throws {
      var sketch = SketchedPaper()
      sketch.front()
      // Most lines of the right column are items of a list.
      Self.column(100..<120, x: { _ in 72 }, &sketch)
      Self.column(120..<140, x: { $0 < 124 ? 308 : 330 }, &sketch)
      let read = try sketch.read()
      let text = (read.blocks(.paragraph) + read.blocks(.listItem)).joined(separator: " ")
      let numbers = text.split(separator: " ").compactMap { Int($0) }
      #expect(numbers == Array(100..<140))
    }

    /// Hardly any line of the right column stands beside the title, the abstract and a figure.
    @Test func theFirstPageHasTheColumnsOfTheOthers() throws {
      var sketch = SketchedPaper()
      sketch.front()
      for _ in 1...6 { sketch.lines("\(Self.line), and \(Self.line.lowercased()) as well") }
      sketch.move(to: 520)
      sketch.heading("1 Sorting")
      for number in 100..<120 { sketch.lines("\(number) \(Self.line)") }
      sketch.move(to: 508)
      sketch.lines("120 \(Self.line)", "121 and that is all", x: 308)
      sketch.picture(x: 308, y: 350, width: 200, height: 100)
      sketch.move(to: 340)
      sketch.lines("Figure 1: The tables of the town.", x: 308)
      sketch.turnPage()
      Self.column(122..<140, x: { _ in 72 }, &sketch)
      Self.column(140..<160, x: { _ in 308 }, &sketch)
      let read = try sketch.read()
      let text = read.blocks(.paragraph).joined(separator: " ")
      #expect(text.split(separator: " ").compactMap { Int($0) } == Array(100..<160))
      #expect(read.blocks(.paragraph).contains { $0.hasPrefix("100 ") })
      #expect(try #require(read.paper.figures.first).box.height < 110)
    }

    @Test func columnsMayStandAsCloseAsAWideSpace() throws {
      var sketch = SketchedPaper()
      sketch.front()
      Self.column(100..<120, x: { _ in 72 }, &sketch)
      Self.column(120..<140, x: { _ in 72 + Self.width + 8 }, &sketch)
      let text = try sketch.read().blocks(.paragraph).joined(separator: " ")
      #expect(text.split(separator: " ").compactMap { Int($0) } == Array(100..<140))
    }

    @Test func aShareOfLinesWithOneSpaceMakesNoColumns() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.move(to: 540)
      // A wide space stands at one place in less than half of the lines.
      for number in 100..<130 {
        let x = 72 + Self.width + (number % 5 < 2 ? 8 : Double(number % 7) * 9)
        sketch.put("\(number) \(Self.line)", x: 72, y: 540 - Double(number - 100) * 12)
        sketch.put("and \(number)", x: x, y: 540 - Double(number - 100) * 12)
      }
      let text = try sketch.read().blocks(.paragraph).joined(separator: " ")
      #expect(text.has("100 \(Self.line) and 100"))
    }

    @Test func anAlgorithmAcrossBothColumnsIsOne() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Sorting")
      Self.column(100..<120, x: { _ in 72 }, &sketch)
      Self.column(120..<140, x: { _ in 308 }, &sketch)
      sketch.turnPage()
      sketch.rule(width: 440)
      sketch.lines("Algorithm 1: Sorting by day")
      sketch.rule(width: 440)
      sketch.lines("while it is day do")
      sketch.lines(
        "take the next marble from the tray and weigh it on all the scales of the town", x: 90)
      sketch.put("// slow", x: 460, y: sketch.y - 12)
      sketch.lines("roll it", x: 90)
      sketch.rule(width: 440)
      Self.column(140..<160, x: { _ in 72 }, &sketch)
      Self.column(160..<180, x: { _ in 308 }, &sketch)
      let read = try sketch.read()
      #expect(
        read.blocks(.algorithm) == [
          """
          Algorithm 1: Sorting by day
          while it is day do
            take the next marble from the tray and weigh it on all the scales of the town
            roll it // slow
          """
        ])
      #expect(read.blocks(.paragraph).contains { $0.has("139 \(Self.line) 140 \(Self.line)") })
    }

    @Test func leadersMakeNoColumns() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.move(to: 540)
      let dots = [String](repeating: ".", count: 40).joined(separator: "  ")
      for number in 100..<120 { sketch.lines("Marbles of all towns \(dots) \(number)") }
      let text = try sketch.read().blocks(.paragraph).joined(separator: " ")
      #expect(text.has(". 100"))
    }

    @Test func paragraphsOfARightColumnAreSetIn() throws {
      var sketch = SketchedPaper()
      sketch.front()
      Self.column(100..<120, x: { _ in 72 }, &sketch)
      sketch.move(to: 600)
      for number in 120..<140 {
        sketch.lines("\(number) \(Self.line).", x: number % 4 == 2 ? 340 : 328)
      }
      let paragraphs = try sketch.read().blocks(.paragraph)
      #expect(paragraphs.contains { $0.hasPrefix("122 ") && $0.contains("125 ") })
      #expect(paragraphs.contains { $0.hasPrefix("126 ") })
    }

    @Test func aTitlePageIsReadAcross() throws {
      var sketch = SketchedPaper()
      sketch.lines("Marbles at Night: A Study of Damp Sorting", size: 18, face: .bold)
      sketch.space(14)
      sketch.row(["Mara Pebble", "Otto Quartz", "Lina Gravel"], at: [100, 270, 440])
      sketch.row(["Hall of Sand", "Hall of Stones", "Hall of Scales"], at: [100, 270, 440])
      sketch.space(20)
      let top = sketch.y
      sketch.heading("Abstract")
      for number in 100..<124 { sketch.lines("\(number) \(Self.line)", x: 72) }
      sketch.move(to: top)
      for number in 124..<150 { sketch.lines("\(number) \(Self.line)", x: 318) }
      let metadata = try sketch.read().paper.metadata
      #expect(metadata.authors.map(\.value) == ["Mara Pebble", "Otto Quartz", "Lina Gravel"])
      #expect(
        metadata.details.map { $0.affiliations.map(\.value) }
          == [["Hall of Sand"], ["Hall of Stones"], ["Hall of Scales"]])
    }
  }

  /// Text that is set as nothing else is.
  @Suite struct OddTextTests {
    @Test func readsOnBehindANUL() throws {
      var sheet = PDFSheet()
      sheet.characters("\u{0}", x: 300, y: 740)
      let lines = [
        "Marbles are small and roll away from whoever counts them in the dark, and they are",
        "never found again by those who look for them in the grass behind the old houses.",
      ]
      sheet.text("Marbles at Night", x: 72, y: 700, size: 18, face: .bold)
      sheet.text(lines[0], x: 72, y: 660)
      sheet.text(lines[1], x: 72, y: 648)
      let read = try ReadPaper(PDFFixture([sheet]))
      #expect(read.blocks(.paragraph) == [lines.joined(separator: " ")])
    }

    @Test func anUnmappedSignBeginsAnItem() {
      #expect(ListMarker("\u{FFFD} Easy marbles roll.")?.isBullet == true)
      #expect(ListMarker("\u{FFFD} “Easy” marbles roll.")?.isBullet == true)
      #expect(ListMarker("\u{FFFD} (x) = 1") == nil)
    }

    @Test func aPictureKeepsOffItsNeighbours() {
      let margins = PictureMargins([
        Region(0..<1, .page(1, Box(72, 87, 300, 97))),
        Region(1..<2, .page(1, Box(72, 210, 300, 220))),
        Region(2..<3, .page(1, Box(301, 120, 500, 130))),
        Region(3..<4, .page(2, Box(0, 99, 9, 100))),
      ])
      #expect(
        margins.around(Box(72, 100, 300, 200), on: 1, most: 2.5) == Box(69.5, 98.5, 300.5, 202.5))
    }

    @Test func entriesOfContentsHeadNothing() throws {
      var sketch = SketchedPaper()
      sketch.front()
      let titles = ["Gloves", "Scales", "Weather", "Rain"]
      let dots = String(repeating: " .", count: 30)
      for (number, title) in titles.enumerated() {
        sketch.space(8)
        sketch.lines(title, size: 10, face: .bold)
        sketch.put("\(number + 2)", x: 500, y: sketch.y)
        sketch.lines("\(title) of all kinds" + dots + " 3", x: 84)
      }
      sketch.turnPage()
      for title in titles {
        sketch.heading(title)
        sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      }
      #expect(try sketch.read().headings == titles)
    }

    @Test func aHeadInBoldBeginsAParagraph() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      sketch.lines(
        "Marbles are small and roll away from whoever counts them in the dark, and they are never",
        "found again by those who look for them in the grass behind the old town.")
      sketch.lines("Deep gloves.", face: .bold)
      sketch.put(
        "Nobody wears gloves when it rains, and nobody wears any when the sun is out.",
        x: 132, y: sketch.y)
      let paragraphs = try sketch.read().blocks(.paragraph)
      #expect(paragraphs.contains { $0.hasPrefix("Deep gloves.") })
    }
  }
}
