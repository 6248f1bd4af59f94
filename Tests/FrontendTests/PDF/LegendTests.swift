import IR
import TestSupport
import Testing

extension PDFReaderTests {
  /// Names of series with samples beside them.
  @Suite struct LegendTests {
    private static func cross(_ x: Double, _ y: Double) -> String {
      "\(x - 2.5) \(y) m \(x + 2.5) \(y) l \(x) \(y - 2.5) m \(x) \(y + 2.5) l S\n"
    }

    private static func square(_ x: Double, _ y: Double) -> String {
      "\(x - 2.5) \(y - 2.5) 5 5 re f\n"
    }

    /// A plot with its axes from 0 to 4, 50 points each.
    private static func plot() -> PDFSheet {
      var operators = "0.8 w 150 500 200 200 re S\n"
      for tick in 0...4 {
        let place = 50 * Double(tick)
        operators += "\(150 + place) 500 m \(150 + place) 496 l S\n"
        operators += "150 \(500 + place) m 146 \(500 + place) l S\n"
      }
      operators += "0 0.4 0.8 rg\n"
      for (x, y) in [(0.5, 1.0), (1.5, 2), (2.5, 1.5)] {
        operators += square(150 + 50 * x, 500 + 50 * y)
      }
      operators += square(265, 680) + "1 0.5 0 RG 1.5 w\n"
      for (x, y) in [(1.0, 0.5), (2, 1), (3, 2.5)] {
        operators += cross(150 + 50 * x, 500 + 50 * y)
      }
      operators += cross(265, 668) + "0 G 0 g\n"
      var sheet = PDFSheet(operators: operators)
      for tick in 0...4 {
        sheet.text("\(tick)", x: 148 + 50 * Double(tick), y: 486, size: 8)
        sheet.text("\(tick)", x: 138, y: 497 + 50 * Double(tick), size: 8)
      }
      sheet.text("dry", x: 278, y: 677.5, size: 8)
      sheet.text("damp", x: 278, y: 665.5, size: 8)
      sheet.text("Minutes", x: 235, y: 474, size: 8)
      sheet.text("Figure 1: Marbles that were sorted, dry and damp ones.", x: 140, y: 455)
      return sheet
    }

    @Test func aSampleOfTwoStrokesIsNoPoint() throws {
      let read = try ReadPaper(PDFFixture([Self.plot()]))
      let panel = try #require(read.paper.figures.first?.plot?.panels.first)
      #expect(panel.series.map { $0.name?.value } == ["dry", "damp"])
      #expect(panel.series.map(\.x.count) == [3, 3])
    }
  }
}
