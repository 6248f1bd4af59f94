internal import IR

/// Tells what a figure is made of.
struct FigureReader {
  let page: PageLayout
  let region: ExhibitRegion

  private var inside: [Mark] {
    page.marks.filter { $0.kind != .clip && region.box.contains($0.box, slack: 2) }
  }

  func plotKind() -> PlotKind? { PlotKindReader(marks: inside, region: region.box).kind() }

  func contents() -> FigureContents {
    let inside = inside
    let images = inside.filter { $0.kind == .image }
    let area = max(region.box.width * region.box.height, 1)
    let covered = images.map { $0.box.width * $0.box.height }.reduce(0, +)
    let drawn = inside.count - images.count
    if covered > 0.35 * area { return drawn > 60 ? .mixed : .raster }
    let ticks = region.lines.count { line in CellText.isNumeric(page.text(of: line)) }
    if ticks >= 5, drawn > 10 { return .plot }
    return drawn > 0 ? .diagram : .raster
  }
}
