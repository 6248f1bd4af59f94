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
    var places: [Place] = []
    for index in paper.tables.indices {
      places.append(Place(of: paper.tables[index]) { $0.tables[index].picture = $1 })
    }
    for index in paper.figures.indices {
      places.append(Place(of: paper.figures[index]) { $0.figures[index].picture = $1 })
    }
    let equations = paper.blocks.indices.filter { paper.blocks[$0].area != nil }
    for index in equations.prefix(Self.equationLimit) {
      guard let area = paper.blocks[index].area else { continue }
      places.append(
        Place(page: area.page, box: area.box, isExhibit: false) { $0.blocks[index].picture = $1 })
    }
    let pages = Dictionary(grouping: places, by: \.page)
    for (number, places) in pages.sorted(by: { $0.key < $1.key }) {
      draw(places, page: number, dotsPerInch: 150, into: &paper)
    }
    let isScanned = paper.isScanned
    let unread = paper.pages.indices.filter { isScanned || paper.pages[$0].isPicture == true }
    for index in unread.prefix(Self.pageLimit) {
      let whole = Place(page: index + 1, box: nil, isExhibit: false) {
        $0.pages[index].picture = $1
      }
      draw([whole], page: index + 1, dotsPerInch: 100, into: &paper)
    }
  }

  /// What is to be drawn, and where its picture goes.
  private struct Place {
    let page: Int
    /// Nil is the whole page.
    let box: Box?
    let isExhibit: Bool
    let put: (inout Paper, Picture?) -> Void

    init(
      page: Int, box: Box?, isExhibit: Bool, put: @escaping (inout Paper, Picture?) -> Void
    ) {
      (self.page, self.box, self.isExhibit, self.put) = (page, box, isExhibit, put)
    }

    init(of exhibit: Exhibit, put: @escaping (inout Paper, Picture?) -> Void) {
      self.init(page: exhibit.page, box: exhibit.box, isExhibit: true, put: put)
    }
  }

  /// Draws places of one page together, as far as they fit into one sheet: to go through what a page
  /// draws may take long.
  private mutating func draw(
    _ places: [Place], page number: Int, dotsPerInch: Double, into paper: inout Paper
  ) {
    _ = document.withPage(number - 1) { page in
      let size = turns[number]?.size ?? page.size
      let whole = Box(0, 0, size.width, size.height)
      let all = places.map { ($0, frame(of: $0, on: whole)) }
        .filter { $0.1.box.width > 0 && $0.1.box.height > 0 }
        .sorted { ($0.1.box.y0, $0.1.box.x0) < ($1.1.box.y0, $1.1.box.x0) }
      var rest = all[...]
      while let first = rest.first {
        var box = first.1.drawn
        let group = rest.prefix { _, frame in
          let union = box.union(frame.drawn)
          guard frame.box == first.1.box || PageSheet.fits(union, dotsPerInch: dotsPerInch) else {
            return false
          }
          box = union
          return true
        }
        rest = rest.dropFirst(group.count)
        var sheet = PageSheet(page, box, after: turns[number], dotsPerInch: dotsPerInch)
        if sheet?.isWhole == false { partlyDrawn.insert(number) }
        for (place, frame) in group { place.put(&paper, sheet?.picture(of: frame)) }
      }
    }
  }

  private func frame(of place: Place, on page: Box) -> PictureFrame {
    guard let own = place.box else { return PictureFrame(box: page) }
    guard place.isExhibit else {
      // Font sizes tell little of signs that grow.
      return PictureFrame(box: own.clipped(to: page), fit: .trimmed(margin: Self.margin))
    }
    let box = margins.around(own, on: place.page, most: Self.margin).clipped(to: page)
    // An exhibit without a place on its page is somewhere on it.
    let isPlaced = min(box.width, box.height) >= Self.leastSide
    return PictureFrame(box: isPlaced ? box : page, fit: .framed(margin: Self.margin))
  }
}
