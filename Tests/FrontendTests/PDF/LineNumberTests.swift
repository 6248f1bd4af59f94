import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Numbers beside the lines of review versions.
  @Suite struct LineNumberTests {
    private static let line = "Marbles roll on all the tables of the town today and are not seen"

    /// Lines with their numbers, from a first one on.
    private static func numbered(
      _ lines: Range<Int>, x: Double, size: Double, _ sketch: inout SketchedPaper
    ) {
      for (offset, number) in lines.enumerated() {
        let y = 600 - Double(offset) * 12
        sketch.put(Self.line, x: 150, y: y)
        sketch.put("\(number)", x: x - 0.5 * size * Double("\(number)".count), y: y, size: size)
      }
    }

    private static func words(_ read: ReadPaper) -> String {
      read.blocks(.paragraph).joined(separator: " ")
    }

    @Test func smallNumbersStandBetweenABarAndTheText() throws {
      var sketch = SketchedPaper()
      sketch.lines("Marbles at Night: A Study of Damp Sorting", x: 150, size: 18, face: .bold)
      Self.numbered(1..<41, x: 142, size: 5, &sketch)
      // A bar of details, left of the numbers.
      for (offset, detail) in ["Review", "Archive", "Editor"].enumerated() {
        sketch.put(detail, x: 60, y: 594 - Double(offset) * 40)
      }
      let read = try sketch.read()
      #expect(Self.words(read).allSatisfy { !$0.isNumber })
      #expect(read.leftOut(.lineNumber).count == 1)
    }

    @Test func everyFifthLineHasANumber() throws {
      var sketch = SketchedPaper()
      for page in 0..<2 {
        if page > 0 { sketch.turnPage() }
        for line in 1...20 {
          let y = 600 - Double(line) * 12
          sketch.put(Self.line, x: 72, y: y)
          if line % 5 == 0 { sketch.put("\(20 * page + line)", x: 58, y: y, size: 5) }
        }
      }
      let read = try sketch.read()
      #expect(Self.words(read).allSatisfy { !$0.isNumber })
      #expect(read.leftOut(.lineNumber) == ["5 10 15 20", "25 30 35 40"])
    }

    @Test func stepsOfAnAlgorithmKeepTheirNumbers() throws {
      var sketch = SketchedPaper()
      sketch.front()
      Self.numbered(1..<16, x: 142, size: 5, &sketch)
      #expect(try sketch.read().leftOut(.lineNumber).isEmpty)
    }

    @Test func aShortPageGoesOnWithTheNumbers() throws {
      var sketch = SketchedPaper()
      sketch.front()
      Self.numbered(1..<41, x: 60, size: 6, &sketch)
      sketch.turnPage()
      Self.numbered(41..<44, x: 60, size: 6, &sketch)
      let read = try sketch.read()
      #expect(Self.words(read).allSatisfy { !$0.isNumber })
      #expect(read.leftOut(.lineNumber).count == 2)
    }

    @Test func labelsBesideThemStay() throws {
      var sketch = SketchedPaper()
      sketch.front()
      Self.numbered(1..<21, x: 60, size: 6, &sketch)
      for label in 1..<21 {
        sketch.put("\(label)", x: 120, y: 600 - Double(label - 1) * 12, size: 6)
      }
      let read = try sketch.read()
      #expect(read.leftOut(.lineNumber).count == 1)
      #expect(Self.words(read).contains("1 Marbles"))
    }

    @Test func numbersOfRowsAreNone() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.paragraph(Self.line, "and nobody looks for them at all.")
      sketch.lines("Table 1: Marbles of the town")
      for number in 1..<13 { sketch.row(["\(number)", "grey", "4.2"], at: [72, 150, 300]) }
      let read = try sketch.read()
      #expect(read.leftOut(.lineNumber).isEmpty)
      #expect(read.paper.tables.first?.grids.first?.rows.count == 12)
    }
  }
}
