import IR

/// Facts of a paper.
struct EveryCasePaper {
  let source: SourceText
  let facts: Paper
  /// A sentence of the paper: what knowledge rests on.
  let sentence: Grounded<String>

  init() {
    var text = Pieces("paper")
    let place = Place.page(1, Box(72, 90.5, 540, 101.25))
    sentence = text.grounded("A clip near the nose — “NoseClip” — flies 9.4\u{A0}m.", place)
    let metadata = Self.metadata(&text, place)
    let blocks = Self.blocks(&text, place)
    let (table, figure) = Self.exhibits(&text, place)
    let references = Self.references(&text, place)
    let leftOut = Self.leftOut(&text, place)
    let span = sentence.spans[0]
    var facts = Paper(
      source: SourceID("paper"), metadata: metadata,
      pages: [
        Page(
          number: 1, width: 612, height: 792, characters: 0,
          picture: Picture(width: 1, height: 2, base64: "iVBORw0KGgo=")),
        Page(number: 2, width: 595.28, height: 841.89, characters: 1200, isPicture: true),
      ],
      sections: [
        Section(title: sentence, level: 0),
        Section(number: "1", title: sentence, level: 1),
        Section(number: "A.1", title: sentence, level: 2, isAppendix: true, parent: 1),
      ], blocks: blocks, tables: [table], figures: figure, references: references,
      citations: [.link, .label, .name].map {
        Citation(span: span, references: [0], basis: $0)
      },
      links: [
        Link(span: sentence.spans[0], page: 1, target: "https://example.org/?a=1&b=\"2\"")
      ], leftOut: leftOut, unmappedCharacters: 3)
    let targets: [CrossReference.Target] = [
      .section(2), .exhibit(table.label), .equation("3"), .algorithm("Algorithm 1"),
    ]
    facts.crossReferences = targets.map { CrossReference(span: span, target: $0) }
    facts.emphases = [span]
    self.facts = facts
    source = text.source(.pdf, file: "clip.pdf", pages: 2)
  }

  private static func metadata(_ text: inout Pieces, _ place: Place) -> PaperMetadata {
    var metadata = PaperMetadata(
      title: text.grounded("Clip or Crease", place), authors: [text.grounded("P. Fold", place)],
      abstract: text.grounded("Sheets are folded.\nThey fly.", place),
      year: Grounded(2033, [text.span("2033", place)]),
      venue: text.grounded("Balcony Notes", place), doi: text.grounded("10.0000/clip", place),
      keywords: [text.grounded("gliders", place)])
    var details = AuthorDetails()
    details.affiliations = [text.grounded("Institute of Paper", place)]
    details.emails = [text.grounded("fold@paper.example", place)]
    details.notes = [text.grounded("Equal contribution.", place)]
    metadata.details = [details]
    metadata.licences = [text.grounded("Licensed under CC BY 4.0.", place)]
    metadata.code = [text.grounded("https://example.org/clip", place)]
    return metadata
  }

  private static func blocks(_ text: inout Pieces, _ place: Place) -> [Block] {
    let kinds: [Block.Kind] = [
      .heading, .paragraph, .listItem, .equation, .algorithm, .code, .quote, .footnote, .reference,
      .exhibit, .other,
    ]
    return kinds.enumerated().map { index, kind in
      let span = text.span("Block \(index) \\ \"quoted\" \u{1F6E9}", place)
      var block = Block(
        kind: kind, span: span, section: index % 3, label: kind == .exhibit ? "Table 1" : nil,
        lead: kind == .paragraph ? span.narrowed(to: 0..<5) : nil)
      if kind == .equation {
        block.area = PageArea(page: 2, box: Box(90, 100.5, 300, 120))
        block.picture = Picture(width: 3, height: 4, base64: "iVBORw0KGgo=")
      }
      if kind == .footnote { block.anchor = span }
      if kind == .paragraph { block.continues = true }
      return block
    }
  }

  private static func exhibits(_ text: inout Pieces, _ place: Place) -> (Exhibit, [Exhibit]) {
    var cell = Cell(span: text.span("9.4", place))
    cell.bold = cell.span
    cell.underlined = cell.span
    cell.italic = cell.span
    let caption = text.span("Table 1: Distance.", place)
    let label = text.span("metres", place)
    let picture = Picture(width: 20, height: 10, base64: "iVBORw0KGgo=")
    func exhibit(
      _ kind: ExhibitKind, _ number: String, _ contents: FigureContents?, _ confidence: Confidence
    ) -> Exhibit {
      Exhibit(
        label: ExhibitLabel(kind: kind, number: number), caption: caption, page: 2,
        box: Box(0.1, 0.2, 300, 200), section: 1,
        grids: [
          Grid(
            rows: [[cell, Cell()], [cell, cell]], headerRows: 1, headerColumns: 1, title: caption)
        ],
        labels: [label], contents: contents, picture: picture, confidence: confidence)
    }
    let kinds: [PlotKind] = [.line, .bar, .scatter, .box, .histogram, .heatmap]
    let title = text.grounded("Distance (m)", place)
    let plots = kinds.enumerated().map { index, kind in
      var plot = exhibit(.figure, "\(5 + index)", .plot, .high)
      plot.plotKind = kind
      plot.plot = Self.plot(index, title)
      return plot
    }
    var listing = exhibit(.figure, "12", .text, .low)
    listing.panels = [Panel(mark: "a", caption: caption)]
    let others = [
      listing, exhibit(.figure, "A.2", .diagram, .medium), exhibit(.figure, "S3", .raster, .low),
      exhibit(.figure, "4", .mixed, .low),
    ]
    return (exhibit(.table, "1", nil, .high), plots + others)
  }

  private static func plot(_ index: Int, _ title: Grounded<String>) -> PlotData {
    let obstacles: [PlotObstacle?] = [.noScale, .noSeries, .sharedFrame, .crowded, nil, nil]
    let kinds: [PlotSeries.Kind] = [.line, .points, .bars]
    let scales: [PlotAxis.Scale] = [.linear, .log, .category]
    var axis = PlotAxis(scale: scales[index % 3], digits: 2)
    axis.title = title
    axis.ends = [0, 1.5]
    axis.ticks = title.spans
    axis.categories = [title]
    var series = PlotSeries(kind: kinds[index % 3], color: 0x1F77B4, x: [0.5, 1], y: [-2, 3e-7])
    series.name = title
    series.variant = [.thin, .thick, .run(2)][index % 3]
    series.isOnSecondAxis = index == 1
    series.isSideways = index == 2
    series.low = [0.1, 0.2]
    series.high = [0.3, 0.4]
    var panel = PlotPanel(box: Box(10, 20, 200, 120), x: axis, y: axis)
    panel.title = title
    panel.secondY = axis
    panel.series = [series]
    panel.obstacle = obstacles[index]
    return PlotData(panels: [panel], obstacle: obstacles[index])
  }

  private static func references(_ text: inout Pieces, _ place: Place) -> [Reference] {
    var reference = Reference(
      label: "[1]", entry: text.span("[1] N. Presser. On fingernails. 2030a.", place),
      authors: ["N. Presser"], surname: "Presser", year: "2030",
      title: text.span("On fingernails", place), doi: text.span("10.0000/nails", place))
    reference.yearSuffix = "a"
    reference.venue = text.span("Balcony Notes", place)
    reference.arxiv = text.span("arXiv:2030.00001", place)
    reference.isbn = text.span("978-0-00-000000-0", place)
    reference.linked = "10.0000/nails.linked"
    reference.url = text.span("https://example.org/nails", place)
    return [reference]
  }

  private static func leftOut(_ text: inout Pieces, _ place: Place) -> [LeftOut] {
    let reasons: [LeftOut.Reason] = [
      .runningHead, .pageNumber, .lineNumber, .stamp, .marginNote, .watermark, .duplicate, .hidden,
    ]
    return reasons.map {
      LeftOut(span: text.span($0.rawValue, place), page: 1, reason: $0)
    }
  }
}
