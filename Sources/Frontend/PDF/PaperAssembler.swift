internal import IR

/// Gives everything that was found a place in the paper's text, and makes the facts.
struct PaperAssembler {
  let exhibits: [PageExhibits]
  let style: DocumentStyle
  let lines: [FlowLine]
  /// Lines before this index are front matter.
  let frontEnd: Int
  let headings: [Heading]
  let blocks: [RawBlock]
  let furniture: [Furniture.Item]

  private var text: PaperText
  private(set) var paper: Paper
  private var front: [FrontLine] = []
  private var abstractParts: [Grounded<String>] = []
  private var asides: [Grounded<String>] = []
  /// Sideways words that label an exhibit.
  private var labels: Set<PaperText.WordKey> = []
  private var entryPlaces: [EntryPlace] = []

  init(
    id: SourceID, exhibits: [PageExhibits], style: DocumentStyle, lines: [FlowLine], frontEnd: Int,
    headings: [Heading], blocks: [RawBlock], furniture: [Furniture.Item]
  ) {
    self.exhibits = exhibits
    self.style = style
    self.lines = lines
    self.frontEnd = frontEnd
    self.headings = headings
    self.blocks = blocks
    self.furniture = furniture
    let emphasis = Emphasis(fonts: exhibits.map(\.page.fonts), body: style.bodyStyle)
    text = PaperText(
      id, vocabulary: style.vocabulary,
      addresses: WrappedAddress(targets: LinkFinder.targets(of: exhibits.map(\.page))),
      emphasis: emphasis)
    paper = Paper(
      source: id, metadata: PaperMetadata(), pages: [], sections: [], blocks: [], tables: [],
      figures: [], references: [], citations: [], links: [], leftOut: [])
  }

  /// The facts, and the text that their spans point into.
  mutating func assemble(title: String?, creationDate: Int?) -> (Paper, SourceTextBuilder) {
    addFrontMatter()
    addBody()
    paper.bindNotes(text, pages: paper.blocks.map { page(of: $0.span) })
    for page in exhibits { addExhibits(of: page) }
    addFurniture()
    paper.crossReferences = CrossReferenceFinder(
      paper: paper, pages: exhibits.map(\.page), text: text
    ).find()
    paper.anchorExhibits(pages: paper.blocks.map { page(of: $0.span) })
    for page in exhibits { addSidewaysText(of: page.page) }
    addLinks()
    paper.dropPartsOfOthers(text)
    paper.metadata = MetadataReader(
      front: front, style: style, title: title, creationDate: creationDate,
      abstract: abstractParts, asides: asides, text: text, notices: notices(),
      notes: codeNotes()
    ).read()
    paper.emphases = text.emphases
    return (paper, text.builder)
  }

  private func grounded(_ span: SourceSpan) -> Grounded<String> {
    Grounded(content(of: span), [span])
  }

  private func content(of span: SourceSpan) -> String { text.content(of: span) }

  // MARK: Text

  private mutating func addFrontMatter() {
    paper.sections = [Section(number: nil, title: Grounded("Front matter", []), level: 0)]
    for line in lines[..<frontEnd] {
      let span = text.appendParagraph([line])
      let fonts = exhibits[line.page - 1].page.fonts
      front.append(
        FrontLine(flow: line, fonts: fonts, span: span, text: content(of: span)))
      paper.blocks.append(Block(kind: .other, span: span, section: 0))
    }
  }

  private mutating func addBody() {
    addSections()
    let bibliographies = Bibliographies(headings, in: lines).headings
    var inReferences = false
    var bibliography: [FlowLine] = []
    for block in blocks {
      if block.kind == .heading {
        addReferences(bibliography)
        bibliography = []
        inReferences = block.heading.map(bibliographies.contains) ?? false
      } else if inReferences, block.kind != .footnote {
        bibliography += block.lines
        continue
      }
      add(block)
    }
    addReferences(bibliography)
  }

  private mutating func addSections() {
    var path: [Int] = []
    for heading in headings {
      while let last = path.last, paper.sections[last].level >= heading.level { path.removeLast() }
      paper.sections.append(
        Section(
          number: heading.number?.text, title: Grounded(heading.title, []), level: heading.level,
          isAppendix: heading.isAppendix, parent: path.last))
      path.append(paper.sections.count - 1)
    }
  }

  private mutating func add(_ block: RawBlock) {
    let section = block.heading.map { $0 + 1 } ?? 0
    let keepsBreaks = block.kind == .algorithm || block.kind == .code || block.kind == .equation
    var span =
      keepsBreaks
      ? text.appendVerbatim(block.lines, indents: Indents(block).columns)
      : block.kind == .heading
        ? text.appendParagraph(block.lines) : text.appendProse(block.lines)
    guard !span.isEmpty else { return }
    let isAbstract = section == 0 && (block.kind == .paragraph || block.kind == .listItem)
    if isAbstract { addAbstract(&span) }
    let head = RunInHead(block, fonts: { exhibits[$0 - 1].page.fonts }, body: style.bodyStyle)
    var made = Block(
      kind: block.kind, span: span, section: section, label: block.label,
      lead: head?.range(in: content(of: span)).map(span.narrowed))
    (made.area, made.continues) = (block.area, block.continues)
    paper.blocks.append(made)
    if block.kind == .heading, section > 0 {
      // Not the title's own length from the end: the text has joined what was hyphenated.
      let words = headings[section - 1].number?.words ?? 0
      paper.sections[section].title = grounded(text.span(span, withoutWords: words))
    }
  }

  /// Makes a heading of the word that the abstract begins with, and takes it off.
  private mutating func addAbstract(_ span: inout SourceSpan) {
    if abstractParts.isEmpty, let length = AbstractLead.length(in: content(of: span)) {
      let word = span.narrowed(to: AbstractLead.wordRange)
      paper.blocks.append(Block(kind: .heading, span: word, section: 0))
      span = span.narrowed(to: length..<span.bytes.count)
    }
    let value = grounded(span)
    let words = value.value.wordCount
    let start = value.value.prefix(24).lowercase
    let isAside = (MetadataReader.keywordLeads + ["ccs concepts", "date:", "code:"]).contains {
      start.hasPrefix($0)
    }
    if isAside || words < 12 && abstractParts.isEmpty || (!asides.isEmpty && !abstractParts.isEmpty)
    {
      asides.append(value)
      return
    }
    abstractParts.append(value)
  }

  // MARK: References

  private mutating func addReferences(_ lines: [FlowLine]) {
    let (entries, others) = ReferenceSplitter.split(lines)
    for entry in entries {
      let span = text.appendParagraph(entry)
      guard !span.isEmpty, let first = entry.first else { continue }
      paper.blocks.append(
        Block(kind: .reference, span: span, section: paper.blocks.last?.section ?? 0))
      paper.references.append(ReferenceParser(span: span, text: content(of: span)).parse())
      entryPlaces.append(EntryPlace(first))
    }
    for paragraph in others {
      let span = text.appendParagraph(paragraph)
      paper.blocks.append(
        Block(kind: .paragraph, span: span, section: paper.blocks.last?.section ?? 0))
    }
  }

  // MARK: Exhibits

  private mutating func addExhibits(of page: PageExhibits) {
    for caption in page.captions {
      let captionLines = caption.lines.map { line in
        FlowLine(
          page: page.page.number, side: .full, line: line, text: page.page.text(of: line),
          column: 0...1)
      }
      let whole = text.appendParagraph(captionLines)
      let region = page.regions.first {
        $0.caption.label == caption.label && $0.caption.box == caption.box
      }
      var exhibit = Exhibit(
        label: caption.label, caption: CaptionText.withoutName(whole, content(of: whole)),
        page: page.page.number,
        box: (region?.box ?? caption.box).rounded, section: 0)
      if let region { read(region, of: page, into: &exhibit) } else { exhibit.confidence = .low }
      if let stray = paper.keep(exhibit, in: text) {
        addCaption(stray == exhibit ? whole : stray.caption, page: stray.page)
      }
    }
  }

  /// Keeps what was taken for a caption and is none, or says of a table that it goes on.
  private mutating func addCaption(_ span: SourceSpan, page: Int) {
    let index = paper.blocks.firstIndex { self.page(of: $0.span) > page } ?? paper.blocks.count
    let section = index > 0 ? paper.blocks[index - 1].section : 0
    paper.blocks.insert(Block(kind: .other, span: span, section: section), at: index)
  }

  private mutating func read(
    _ region: ExhibitRegion, of page: PageExhibits, into exhibit: inout Exhibit
  ) {
    if exhibit.label.kind == .table {
      var grids: [Grid] = []
      for part in page.parts(with: region) {
        grids += text.appendGrid(of: part.region, on: exhibits[part.page]).map { [$0] } ?? []
      }
      exhibit.grids = Grid.joined(grids, in: text)
      if !grids.isEmpty { return }
    }
    let parts = text.appendPanels(of: region, on: page.page)
    exhibit.panels = parts.panels
    var spans: [Position: SourceSpan] = [:]
    for line in region.lines where !parts.lines.contains(Position(line.box)) {
      let span = text.append(
        page.page.text(of: line), page: page.page.number, box: line.box, lines: [line])
      exhibit.labels.append(span)
      spans[Position(line.box)] = span
    }
    for word in page.page.rotated where region.box.contains(word.box, slack: 2) {
      let span = text.append(word.text, page: page.page.number, box: word.box)
      exhibit.labels.append(span)
      spans[Position(word.box)] = span
      labels.insert(PaperText.WordKey(page: page.page.number, position: Position(word.box)))
    }
    let figure = FigureReader(page: page.page, region: region)
    exhibit.contents = figure.contents()
    if exhibit.contents == .plot {
      let plot = figure.plot(PlotFacts(spans: spans, content: text.content))
      exhibit.plotKind =
        PlotKind(named: content(of: exhibit.caption)) ?? plot.kind(seeming: figure.plotKind())
      exhibit.plot = plot
    }
    if exhibit.label.kind == .table { exhibit.confidence = .low }
  }

  private func page(of span: SourceSpan) -> Int { text.page(of: span) }

  /// Keeps sideways words that label nothing: a table that was turned, notes in a margin.
  private mutating func addSidewaysText(of page: PageLayout) {
    let rest = page.rotated.filter {
      !labels.contains(PaperText.WordKey(page: page.number, position: Position($0.box)))
        && !text.holds($0, page: page.number)
    }
    guard !rest.isEmpty else { return }
    let section = paper.blocks.last { self.page(of: $0.span) <= page.number }?.section ?? 0
    let spans = SidewaysLine.group(rest).map {
      text.append($0.text, page: page.number, box: $0.box)
    }
    guard let first = spans.first, let last = spans.last else { return }
    let whole = SourceSpan(
      first.source, Int(first.bytes.lowerBound)..<Int(last.bytes.upperBound))
    paper.blocks.append(Block(kind: .other, span: whole, section: section))
  }

  private mutating func addFurniture() {
    for item in furniture {
      let span = text.append(item.text, page: item.page, box: item.box)
      paper.leftOut.append(LeftOut(span: span, page: item.page, reason: item.reason))
    }
  }

  /// What the first page says besides its text, and its footnotes.
  private func notices() -> [Grounded<String>] {
    let set = paper.leftOut.filter {
      $0.page <= 2 && ![.pageNumber, .lineNumber, .hidden, .marginNote].contains($0.reason)
    }.map(\.span)
    let notes = paper.blocks.filter { $0.kind == .footnote && page(of: $0.span) == 1 }.map(\.span)
    return (set + notes).map(grounded)
  }

  /// Notes of the first pages that say where something is available.
  private func codeNotes() -> [Grounded<String>] {
    paper.blocks.filter { $0.kind == .footnote && page(of: $0.span) <= 3 }.map { grounded($0.span) }
      .filter { AccessWords.speaksOfCode($0.value) }
  }

  private mutating func addLinks() {
    let links = LinkFinder(pages: exhibits.map(\.page), entries: entryPlaces, text: text)
    paper.citations = CitationFinder(
      paper: paper, linked: links.citations(in: paper), text: text
    ).find()
    paper.links = links.outward()
    paper.bindLinkedWorks()
  }
}
