internal import IR

/// What was seen on a page, as shapes to be drawn over it. Boxes are points from the top left.
struct PageOverlay {
  /// What a shape stands for. The raw value names it in the legend.
  enum Kind: String, CaseIterable {
    case frontMatter = "front matter"
    case heading, paragraph
    case listItem = "list item"
    case equation
    case listing = "algorithm or code"
    case footnote, reference, caption, table
    case headerCell = "header cell"
    case cell, figure
    case setApart = "set apart"
  }

  struct Shape {
    let kind: Kind
    let box: Box
  }

  /// What has no place in the flow of its own: captions, cells, what was set apart.
  var shapes: [Shape] = []
  /// The pieces of the flow in reading order.
  var flow: [Shape] = []
  /// The middle of the space between two columns.
  var gutter: Double?
}

/// Sorts the facts of a paper by pages.
struct PageOverlays {
  private let source: SourceText
  private(set) var pages: [PageOverlay]

  /// `gutters` has one entry per page.
  init(_ paper: Paper, _ source: SourceText, gutters: [Double?]) {
    self.source = source
    pages = gutters.map { PageOverlay(gutter: $0) }
    let exhibits = paper.tables + paper.figures
    for exhibit in exhibits { add(exhibit) }
    for item in paper.leftOut {
      for piece in pieces(of: item.span) { add(.setApart, piece) }
    }
    let labelled = Dictionary(
      exhibits.map { ($0.label.description, $0) },
      uniquingKeysWith: { first, _ in first })
    for block in paper.blocks {
      guard block.kind != .exhibit else {
        guard let exhibit = block.label.flatMap({ labelled[$0] }) else { continue }
        let kind: PageOverlay.Kind = exhibit.label.kind == .table ? .table : .figure
        addToFlow(kind, (exhibit.page, exhibit.box))
        continue
      }
      for piece in pieces(of: block.span) { addToFlow(Self.kind(of: block), piece) }
    }
  }

  private static func kind(of block: Block) -> PageOverlay.Kind {
    switch block.kind {
    case .heading: .heading
    case .listItem: .listItem
    case .equation: .equation
    case .algorithm, .code: .listing
    case .footnote: .footnote
    case .reference: .reference
    case .other where block.section == 0: .frontMatter
    case .paragraph, .quote, .exhibit, .other: .paragraph
    }
  }

  private mutating func add(_ exhibit: Exhibit) {
    for piece in pieces(of: exhibit.caption) { add(.caption, piece) }
    for grid in exhibit.grids {
      for (index, row) in grid.rows.enumerated() {
        var last: SourceSpan?
        for (column, cell) in row.enumerated() {
          // A cell that spans columns stands in each of them.
          guard let span = cell.span, span != last else { continue }
          last = span
          let isHeader = index < grid.headerRows || column < grid.headerColumns
          for piece in pieces(of: span) { add(isHeader ? .headerCell : .cell, piece) }
        }
      }
    }
  }

  private mutating func add(_ kind: PageOverlay.Kind, _ piece: (page: Int, box: Box)) {
    guard pages.indices.contains(piece.page - 1) else { return }
    pages[piece.page - 1].shapes.append(PageOverlay.Shape(kind: kind, box: piece.box))
  }

  private mutating func addToFlow(_ kind: PageOverlay.Kind, _ piece: (page: Int, box: Box)) {
    guard pages.indices.contains(piece.page - 1) else { return }
    pages[piece.page - 1].flow.append(PageOverlay.Shape(kind: kind, box: piece.box))
  }

  /// The boxes of a span: one for each run of lines that go down one column.
  private func pieces(of span: SourceSpan) -> [(page: Int, box: Box)] {
    var pieces: [(page: Int, box: Box)] = []
    var bottom = 0.0
    for region in source.regions(overlapping: span.bytes) {
      guard case .page(let page, let box) = region.place else { continue }
      if let last = pieces.last, last.page == page, box.midY > bottom - box.height {
        pieces[pieces.count - 1].box = last.box.union(box)
      } else {
        pieces.append((page, box))
      }
      bottom = box.midY
    }
    return pieces
  }
}
