internal import IR

/// Tells what a figure is made of.
struct FigureReader {
  let page: PageLayout
  let region: ExhibitRegion

  private var inside: [Mark] {
    page.marks.filter { $0.kind != .clip && region.box.contains($0.box, slack: 2) }
  }

  func plotKind() -> PlotKind? { PlotKindReader(marks: inside, region: region.box).kind() }

  /// The data of a plot, as far as its scales are sure.
  func plot(_ facts: PlotFacts) -> PlotData {
    guard let scene = PlotScene(page: page, box: region.box, lines: region.lines) else {
      return PlotData(obstacle: .crowded)
    }
    let panels = facts.panels(PlotReader(scene: scene).read())
    return PlotData(
      panels: panels, obstacle: panels.isEmpty ? .noScale : panels.compactMap(\.obstacle).first)
  }

  func contents() -> FigureContents {
    let inside = inside
    let images = inside.filter { $0.kind == .image }
    let area = max(region.box.width * region.box.height, 1)
    let covered = images.map { $0.box.width * $0.box.height }.reduce(0, +)
    let drawn = inside.count - images.count
    let axes = FigureAxes(page: page, region: region, marks: inside)
    if covered > 0.35 * area {
      guard drawn > 60 else { return .raster }
      // A map of colours is one image between axes.
      return images.count <= 3 && axes.areSure ? .plot : .mixed
    }
    if drawn > 10, axes.areSure { return .plot }
    if isProse { return .text }
    if drawn > 10, axes.areLikely { return .plot }
    return drawn > 0 ? .diagram : images.isEmpty ? .text : .raster
  }

  /// Whether most of what it says stands in lines of several words: samples, listings.
  private var isProse: Bool {
    let counts = region.lines.map(\.words.count)
    let long = counts.filter { $0 >= 4 }.reduce(0, +)
    return long >= 40 && long * 10 >= counts.reduce(0, +) * 7
  }
}
