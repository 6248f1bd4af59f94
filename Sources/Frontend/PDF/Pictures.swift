internal import IR

/// Draws the screenshots: every numbered table and figure, displays, and pages without text.
struct Pictures {
  private let document: PDFDocument
  private let turns: [Int: TurnedPlace]
  private let margins: PictureMargins

  /// Of a picture whose neighbours are further off than twice as much.
  static let margin = 2.5
  /// Pages of a scanned document that are drawn.
  private static let pageLimit = 100
  /// Equations that are drawn; the text has them all.
  private static let equationLimit = 500

  /// The least side of a picture, in points: less shows nothing.
  private static let leastSide = 16.0

  /// The pages that poppler did not draw to their end.
  private(set) var partlyDrawn: Set<Int> = []

  /// `turns` are those of pages whose exhibits are placed as they are after a turn; `regions` are
  /// those of the paper's text, before any.
  init(document: PDFDocument, turns: [Int: TurnedPlace], regions: [Region]) {
    self.document = document
    self.turns = turns
    margins = PictureMargins(regions)
  }

  mutating func add(to paper: inout Paper) {
    for index in paper.tables.indices {
      paper.tables[index].picture = picture(of: paper.tables[index])
    }
    for index in paper.figures.indices {
      paper.figures[index].picture = picture(of: paper.figures[index])
    }
    addEquations(to: &paper)
    let isScanned = paper.isScanned
    let unread = paper.pages.indices.filter { isScanned || paper.pages[$0].isPicture == true }
    for index in unread.prefix(Self.pageLimit) {
      paper.pages[index].picture = picture(page: index + 1, dotsPerInch: 100) { $0 }
    }
  }

  /// Of the whole page where the exhibit has no place on it.
  private mutating func picture(of exhibit: Exhibit) -> Picture? {
    let margins = margins
    return picture(page: exhibit.page, dotsPerInch: 150, fit: .framed(margin: 1)) { page in
      let box = margins.around(exhibit.box, on: exhibit.page, most: Self.margin).clipped(to: page)
      return min(box.width, box.height) < Self.leastSide ? page : box
    }
  }

  /// `part` gets the box of the page and returns that of the picture, which is fitted to what is
  /// drawn there.
  private mutating func picture(
    page number: Int, dotsPerInch: Double, fit: PictureFit? = nil, part: (Box) -> Box
  ) -> Picture? {
    let drawing =
      document.withPage(number - 1) { page in
        let size = turns[number]?.size ?? page.size
        let box = part(Box(0, 0, size.width, size.height))
        return page.drawing(
          of: box, after: turns[number], dotsPerInch: dotsPerInch, fit: fit)
      } ?? nil
    if let drawing, !drawing.isWhole { partlyDrawn.insert(number) }
    return drawing?.picture
  }

  private mutating func addEquations(to paper: inout Paper) {
    let equations = paper.blocks.indices.filter { paper.blocks[$0].area != nil }
    for index in equations.prefix(Self.equationLimit) {
      guard let area = paper.blocks[index].area else { continue }
      // Font sizes tell little of signs that grow.
      paper.blocks[index].picture = picture(
        page: area.page, dotsPerInch: 150, fit: .trimmed(margin: Self.margin)
      ) { page in
        area.box.clipped(to: page)
      }
    }
  }
}
