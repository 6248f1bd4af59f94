internal import IR

/// Draws the screenshots: every numbered table and figure, displays, and pages without text.
struct Pictures {
  let document: PDFDocument

  private static let margin = 4.0
  /// Pages of a scanned document that are drawn.
  private static let pageLimit = 100
  /// Equations that are drawn; the text has them all.
  private static let equationLimit = 500

  func add(to paper: inout Paper) {
    for index in paper.tables.indices {
      paper.tables[index].picture = picture(of: paper.tables[index])
    }
    for index in paper.figures.indices {
      paper.figures[index].picture = picture(of: paper.figures[index])
    }
    addEquations(to: &paper)
    guard paper.isScanned else { return }
    for index in paper.pages.indices.prefix(Self.pageLimit) {
      let page = paper.pages[index]
      paper.pages[index].picture =
        document.withPage(index) {
          $0.picture(of: Box(0, 0, page.width, page.height), dotsPerInch: 100)
        } ?? nil
    }
  }

  private func addEquations(to paper: inout Paper) {
    let equations = paper.blocks.indices.filter { paper.blocks[$0].area != nil }
    for index in equations.prefix(Self.equationLimit) {
      guard let area = paper.blocks[index].area else { continue }
      paper.blocks[index].picture =
        document.withPage(area.page - 1) { page in
          let (width, height) = page.size
          return page.picture(
            of: area.box.insetBy(-Self.margin).clipped(to: Box(0, 0, width, height)))
        } ?? nil
    }
  }

  private func picture(of exhibit: Exhibit) -> Picture? {
    document.withPage(exhibit.page - 1) { page in
      let (width, height) = page.size
      let box = exhibit.box.insetBy(-Self.margin).clipped(to: Box(0, 0, width, height))
      return page.picture(of: box)
    } ?? nil
  }
}
