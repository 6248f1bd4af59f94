internal import IR

/// Draws the screenshots: every numbered table and figure, and pages without text.
struct Pictures {
  let document: PDFDocument

  /// Less than what captions and neighbours keep away.
  private static let margin = 2.5
  /// Pages of a scanned document that are drawn.
  private static let pageLimit = 100

  func add(to paper: inout Paper) {
    for index in paper.tables.indices {
      paper.tables[index].picture = picture(of: paper.tables[index])
    }
    for index in paper.figures.indices {
      paper.figures[index].picture = picture(of: paper.figures[index])
    }
    guard paper.isScanned else { return }
    for index in paper.pages.indices.prefix(Self.pageLimit) {
      let page = paper.pages[index]
      paper.pages[index].picture =
        document.withPage(index) {
          $0.picture(of: Box(0, 0, page.width, page.height), dotsPerInch: 100)
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
