import FoundationEssentials
import IR
import TestSupport
import Testing

@testable import Frontend

/// Plots read back to data: numbers of axes, scales, and whole pages of `Tests/Plots`.
@Suite struct PlotTests {
  @Test(arguments: [
    ("0.5", 0.5), ("−2", -2), ("1,000", 1000), ("10K", 10_000), ("1.5M", 1.5e6), ("20%", 20),
    ("1e6", 1e6), ("1e−05", 1e-5), ("10^{−3}", 1e-3), ("10−^4", 1e-4), ("2×10^4", 2e4),
    ("2^{10}", 1024), ("$30", 30), (".25", 0.25), ("4.0x", 4), ("2×", 2),
  ])
  func readsANumberOfAnAxis(_ text: String, _ value: Double) throws {
    let number = try #require(AxisNumber(text))
    #expect(abs(number.value - value) <= 1e-12 * abs(value))
  }

  @Test(arguments: [
    "Adam", "k=4", "2020-01-02", "1:3", "", "10^{", "ResNet-50", "3 of 4", "10\u{FFFD}",
  ])
  func takesNoOtherTextForANumber(_ text: String) { #expect(AxisNumber(text) == nil) }

  @Test func readsWhatIsPrintedOnceForAnAxis() {
    #expect(AxisOffset("1e6")?.value(1.5) == 1.5e6)
    #expect(AxisOffset("×10^{3}")?.value(2) == 2000)
    #expect(AxisOffset("+1.5e3")?.value(0.5) == 1500.5)
    #expect(AxisOffset("1e−5")?.value(1) == 1e-5)
    #expect(AxisOffset("1.5") == nil)
    // A sign may stand in the gap; half a factor is none.
    #expect(AxisOffset("1e 5") == nil && AxisOffset("1e") == nil)
    #expect(["1e 5", "1e", "×10^{3}", "· 10^{4}"].allSatisfy(AxisOffset.mayBe))
    #expect(!["1Ecole Normale", "· Noise", "12"].contains(where: AxisOffset.mayBe))
    // What is added to all labels is much larger than they are apart.
    #expect(AxisOffset("−2.726")?.suits([-0.001, -0.0008]) == true)
    #expect(AxisOffset("−2.726")?.suits([-3, -1]) == false)
  }

  @Test func linesDrawnForComparisonAreNoSeries() {
    func line(_ name: String?, corners: Int) -> PlotSeries {
      let places = (0..<corners).map(Double.init)
      var series = PlotSeries(kind: .line, color: 0, x: places, y: places)
      series.name = name.map { Grounded($0, []) }
      return series
    }
    var series = [line("Sorted", corners: 9), line(nil, corners: 2), line(nil, corners: 9)]
    PlotFacts.removeDrawnLines(from: &series)
    #expect(series.map(\.count) == [9, 9])
    var unnamed = [line(nil, corners: 2), line(nil, corners: 9)]
    PlotFacts.removeDrawnLines(from: &unnamed)
    #expect(unnamed.map(\.count) == [9])
    var short = [line(nil, corners: 2), line(nil, corners: 2)]
    PlotFacts.removeDrawnLines(from: &short)
    #expect(short.count == 2)
  }

  @Test(arguments: [
    // A bar before the digits; one between base and exponent; one that underlines; a tick.
    ("33", Box(-6, 4.5, -1, 5.2), "−33"), ("10^{4}", Box(13, 3, 16, 3.5), "10^{−4}"),
    ("33", Box(2, 9.8, 10, 10.3), "33"), ("33", Box(-12, 4.5, -6, 5.2), "33"),
    ("3 3", Box(4, 4.5, 8, 5.2), "3 3\u{FFFD}"), ("1e 5", Box(10, 4.5, 14, 5.2), "1e−5"),
  ])
  func readsSignsThatAreShapes(_ text: String, _ bar: Box, _ expected: String) {
    let mark = Mark(kind: .fill, shape: .horizontal, box: bar, clip: bar, points: 4, color: 0)
    let label = PlotLabel(
      slanted: text, box: Box(0, 0, 20, 10), size: 10, color: 0, sources: [])
    #expect(DrawnSigns([mark]).signed(label).text == expected)
  }

  private func ticks(_ values: [Double], at positions: [Double]) -> [PlotScale.Tick] {
    zip(positions, values).map { PlotScale.Tick(position: $0, value: $1) }
  }

  @Test func fitsALinearScaleAndLeavesOutAStray() throws {
    let ticks = ticks([0, 1, 2, 3, 40], at: [100, 150, 200, 250, 300])
    let fit = try #require(PlotScale.fit(ticks, tolerance: 0.4, isLog: false))
    #expect(fit.used == [0, 1, 2, 3])
    #expect(abs(fit.0.value(at: 225) - 2.5) < 1e-9)
    #expect(PlotScale.fit(ticks, tolerance: 0.4, isLog: true) == nil)
  }

  @Test func fitsALogScaleDownwards() throws {
    let ticks = ticks([100, 10, 1], at: [50, 100, 150])
    let fit = try #require(PlotScale.fit(ticks, tolerance: 0.4, isLog: true))
    #expect(abs(fit.0.value(at: 125) - 3.1622776) < 1e-5)
    #expect(PlotScale.fit(ticks, tolerance: 0.4, isLog: false) == nil)
  }

  @Test func acceptsTwoTicksOnlyWithAProof() {
    let labelled = ticks([1, 10], at: [0, 100])
    let scale = PlotScale(isLog: true, slope: 0.01, offset: 0)
    let minor = [30.103, 47.712, 60.206, 69.897, 77.815, 84.51, 90.309, 95.424]
    #expect(ScaleProof(ticks: [0, 100] + minor, labelled: labelled).isLog(scale))
    #expect(!ScaleProof(ticks: [0, 25, 50, 75, 100], labelled: labelled).isLog(scale))
    #expect(!ScaleProof(ticks: [0, 100], labelled: labelled).isLog(scale))
    let straight = PlotScale(isLog: false, slope: 0.09, offset: 1)
    #expect(ScaleProof(ticks: [0, 50, 100], labelled: labelled).isLinear(straight))
    #expect(!ScaleProof(ticks: [0, 47.7, 100], labelled: labelled).isLinear(straight))
    #expect(!ScaleProof(ticks: [0, 100], labelled: labelled).isLinear(straight))
    // Where one tick stands alone, twenty steps would fit nearly any place.
    #expect(!ScaleProof(ticks: [0, 100, 205], labelled: labelled).isLinear(straight))
  }

  @Test func readsTheEdgesOfABand() {
    let edges = BandEdges([
      SIMD2(0, 10), SIMD2(10, 20), SIMD2(10, 30), SIMD2(0, 14), SIMD2(0, 10),
    ])
    #expect(edges.range(at: 5) == 15...22)
    #expect(edges.range(at: 11) == nil)
    #expect(edges.holds(SIMD2(5, 20)))
    #expect(!edges.holds(SIMD2(5, 24)))
  }

  // MARK: Pages

  struct Truth: Decodable {
    struct Axis: Decodable {
      let scale: String
      let range: [Double]
      let names: [String]?
    }

    struct Series: Decodable {
      let name: String?
      let kind: String
      let x: [Double]
      let y: [Double]
      let low: [Double]?
      let high: [Double]?
      let second: Bool
    }

    struct Panel: Decodable {
      let x: Axis
      let y: Axis
      let y2: Axis?
      let series: [Series]
    }

    let panels: [Panel]
  }

  @Test(arguments: [
    "002", "005", "009", "012", "018", "026", "101", "102", "103", "104", "105", "106",
    "107", "108", "109", "110",
  ])
  func readsAPage(_ number: String) throws {
    let stem = PackageFolder.root + "/Tests/Plots/plot\(number)"
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: URL(filePath: stem + ".json")))
    let panels = try panels(number)
    #expect(panels.count == truth.panels.count)
    for (panel, expected) in zip(panels, truth.panels) { compare(panel, expected) }
  }

  private func panels(_ number: String) throws -> [PlotPanel] {
    let path = PackageFolder.root + "/Tests/Plots/plot\(number).pdf"
    let read = try PDFReader().read(
      ReadRequest(
        path: path, name: "plot.pdf", id: SourceID("paper"), kind: .pdf, pictures: false))
    guard case .paper(let paper) = read.facts else {
      Issue.record("the page is no paper")
      return []
    }
    return paper.figures.compactMap(\.plot).flatMap(\.panels)
  }

  private func compare(_ panel: PlotPanel, _ truth: Truth.Panel) {
    #expect(panel.x.scale.rawValue == truth.x.scale)
    #expect(panel.y.scale.rawValue == truth.y.scale)
    #expect(panel.secondY?.scale.rawValue == truth.y2?.scale)
    if let names = truth.x.names { #expect(panel.x.categories.map(\.value) == names) }
    if let names = truth.y.names { #expect(panel.y.categories.map(\.value) == names) }
    #expect(panel.series.count == truth.series.count)
    if truth.series.map(\.name) == ["Deep", "Deep"] {
      #expect(panel.series.map(\.variant) == [nil, .thin])
    }
    for expected in truth.series {
      // The text of a page has no space where signs stand close.
      let name = expected.name?.filter { $0 != " " }
      let found = panel.series.first {
        (name == nil || $0.name?.value.filter { $0 != " " } == name)
          && $0.isOnSecondAxis == expected.second
          && (name != "Deep" || areClose($0.y, expected.y, on: truth.y))
      }
      guard let found else {
        Issue.record("\(expected.name ?? "a series") is missing")
        continue
      }
      #expect(found.kind.rawValue == expected.kind)
      #expect(areClose(found.x, expected.x, on: truth.x))
      #expect(areClose(found.y, expected.y, on: expected.second ? truth.y2 ?? truth.y : truth.y))
      let axis = found.isSideways ? truth.x : expected.second ? truth.y2 ?? truth.y : truth.y
      #expect(areClose(found.low, expected.low ?? [], on: axis))
      #expect(areClose(found.high, expected.high ?? [], on: axis))
    }
  }

  /// To within half a percent of the axis, or of the value where the axis is logarithmic.
  private func areClose(_ read: [Double], _ truth: [Double], on axis: Truth.Axis) -> Bool {
    let length = abs(axis.range[1] - axis.range[0])
    // Bars on their side are drawn upwards and read downwards.
    return read.count == truth.count
      && zip(read.sorted(), truth.sorted()).allSatisfy { read, truth in
        switch axis.scale {
        case "log": abs(read - truth) < 0.01 * truth
        case "category": read == truth.rounded()
        default: abs(read - truth) < 0.005 * length
        }
      }
  }
}
