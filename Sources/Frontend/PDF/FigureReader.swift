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
    if covered > 0.35 * area { return drawn > 60 ? .mixed : .raster }
    let ticks = region.lines.flatMap { page.text(of: $0).split(separator: " ") }.count(
      where: Self.isTick)
    if ticks >= 5, drawn > 10 { return .plot }
    return drawn > 0 ? .diagram : .raster
  }

  /// A number as axes print it, `0.5` or `10K`; sizes in a diagram, `256-d` or `3x3`, are none.
  private static func isTick(_ word: Substring) -> Bool {
    word.first.map { $0.isASCIIDigit || "−-+.".contains($0) } ?? false
      && word.contains(where: \.isASCIIDigit)
      && word.dropLast().allSatisfy { $0.isASCIIDigit || "−-+.,^{}×eE".contains($0) }
      && word.last.map { $0.isASCIIDigit || "}%kKMB".contains($0) } ?? false
  }
}
