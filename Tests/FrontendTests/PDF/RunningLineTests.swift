import IR
import TestSupport
import Testing

extension PDFReaderTests {
  /// What stands near the edges of pages without being furniture.
  @Suite struct RunningLineTests {
    private static let columns = [160.0, 280.0, 380.0]

    private func table(_ number: Int, in sketch: inout SketchedPaper) {
      sketch.paragraph("Table \(number): Errors of the sorters on day \(number).", x: 150)
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.row(["Sorter", "Error", "Time"], at: Self.columns)
      sketch.rule(from: 150, width: 290, thickness: 0.5)
      sketch.row(["one", "\(number).5", "14"], at: Self.columns)
      sketch.row(["two", "\(number).7", "15"], at: Self.columns.map { $0 + 2 * Double(number) })
      sketch.rule(from: 150, width: 290, thickness: 0.9)
      sketch.space(30)
    }

    @Test func keepsTablesAtTheTopOfPages() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      for number in 1...4 {
        sketch.turnPage()
        sketch.move(to: 775)
        table(number, in: &sketch)
        sketch.paragraph(
          "Gloves help one sorter and hinder another one on day \(number) of five.",
          x: 70 + 2 * Double(number))
        sketch.put("\(number + 1)", x: 300, y: 30, size: 8)
      }
      let read = try sketch.read()
      #expect(read.paper.tables.map(\.label.number) == ["1", "2", "3", "4"])
      #expect(
        read.rows(read.paper.tables.last) == [
          ["Sorter", "Error", "Time"], ["one", "4.5", "14"], ["two", "4.7", "15"],
        ])
      #expect(read.leftOut(.pageNumber) == ["2", "3", "4", "5"])
    }

    @Test(arguments: [nil, "Lent by the town library. Not for sale."])
    func findsPageNumbersFarFromTheEdge(_ notice: String?) throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      for number in 1...5 {
        if number > 1 { sketch.turnPage() }
        sketch.paragraph(
          "Marbles are small and roll away from whoever counts them in room \(number).")
        sketch.put("\(number + 16)", x: 300, y: 90, size: 10)
        if let notice { sketch.put(notice, x: 150, y: 40, size: 7) }
      }
      let read = try sketch.read()
      #expect(read.leftOut(.pageNumber) == ["17", "18", "19", "20", "21"])
    }

    @Test func setsApartAWatermarkAcrossThePages() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      for number in 1...4 {
        if number > 1 { sketch.turnPage() }
        sketch.paragraph(
          "Marbles are small and roll away from whoever counts them in room \(number).")
        for (index, word) in ["Draft", "not", "sorted"].enumerated() {
          sketch.sideways(word, x: 200 + 90 * Double(index), y: 300, size: 40)
        }
      }
      let read = try sketch.read()
      #expect(read.leftOut(.watermark).count == 4)
      #expect(!read.blocks(.other).joined().contains("Draft"))
    }

    @Test func takesNoCellAndNoMarkForAPageNumber() throws {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Results")
      sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      sketch.put("6", x: 78, y: 53, size: 6)
      sketch.put("The institute has closed since, and nobody knows why.", x: 84, y: 50, size: 8)
      sketch.put("1", x: 300, y: 30, size: 8)
      let read = try sketch.read()
      #expect(read.leftOut(.pageNumber) == ["1"])
      #expect(read.source.text.contains("The institute has closed since"))
    }
  }
}
