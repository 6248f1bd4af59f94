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

    /// A panel with its axes from 0 to 4, 50 points each: two series and, if it has one, their legend.
    private static func panel(x left: Double, hasLegend: Bool) -> PDFSheet {
      var operators = "0.8 w 0 G \(left) 500 200 200 re S\n"
      for tick in 0...4 {
        let place = 50 * Double(tick)
        operators += "\(left + place) 500 m \(left + place) 496 l S\n"
        operators += "\(left) \(500 + place) m \(left - 4) \(500 + place) l S\n"
      }
      operators += "0 0.4 0.8 rg\n"
      for (x, y) in [(0.5, 1.0), (1.5, 2), (2.5, 1.5)] {
        operators += square(left + 50 * x, 500 + 50 * y)
      }
      if hasLegend { operators += square(left + 115, 680) }
      operators += "1 0.5 0 RG 1.5 w\n"
      for (x, y) in [(1.0, 0.5), (2, 1), (3, 2.5)] {
        operators += cross(left + 50 * x, 500 + 50 * y)
      }
      if hasLegend { operators += cross(left + 115, 668) }
      var sheet = PDFSheet(operators: operators + "0 G 0 g\n")
      for tick in 0...4 {
        sheet.text("\(tick)", x: left - 2 + 50 * Double(tick), y: 486, size: 8)
        sheet.text("\(tick)", x: left - 12, y: 497 + 50 * Double(tick), size: 8)
      }
      sheet.text("Minutes", x: left + 85, y: 474, size: 8)
      if hasLegend {
        sheet.text("dry", x: left + 128, y: 677.5, size: 8)
        sheet.text("damp", x: left + 128, y: 665.5, size: 8)
      }
      return sheet
    }

    private func panels(_ sheets: PDFSheet...) throws -> [PlotPanel] {
      var sheet = PDFSheet(operators: sheets.map(\.operators).joined())
      sheet.text("Figure 1: Marbles that were sorted, dry and damp ones.", x: 140, y: 455)
      return try ReadPaper(PDFFixture([sheet])).paper.figures.first?.plot?.panels ?? []
    }

    @Test func aSampleOfTwoStrokesIsNoPoint() throws {
      let panel = try #require(try panels(Self.panel(x: 150, hasLegend: true)).first)
      #expect(panel.series.map { $0.name?.value } == ["dry", "damp"])
      #expect(panel.series.map(\.x.count) == [3, 3])
    }

    @Test func theLegendOfOnePanelHoldsForThoseWithTheSameSeries() throws {
      let panels = try panels(
        Self.panel(x: 70, hasLegend: true), Self.panel(x: 330, hasLegend: false))
      #expect(
        panels.map { $0.series.map { $0.name?.value } } == [["dry", "damp"], ["dry", "damp"]])
    }
  }
}
