internal import IR

/// Reads a paper: poppler gives characters, marks and links; the stages of this folder do the rest.
package struct PDFReader: SourceReader {
  package init() {}

  package func read(_ request: ReadRequest) throws(FrontendError) -> ReadInput {
    let (document, digest) = try Self.open(request)
    guard document.pageCount > 0 else { throw FrontendError(.noPages(request.name)) }
    var scan = PageScan(document, name: request.name)
    let pages = scan.displayedPages
    var (paper, text, gutters) = Self.facts(document, scan: &scan, id: request.id)
    paper.pages = pages
    paper.unmappedCharacters = scan.unmapped
    if request.pictures {
      var pictures = Pictures(
        document: document, turns: scan.turns, regions: text.regions)
      pictures.add(to: &paper)
      scan.noteWhatIsMissing(on: pictures.partlyDrawn, request.name)
    }
    scan.noteWhatIsMissing(in: paper, request.name)
    paper.placeAsDisplayed(scan.turns)
    let source = SourceText(
      id: request.id, kind: .pdf, file: Self.baseName(request.name), sha256: digest,
      pages: document.pageCount, text: text.text,
      regions: text.regions.map { $0.asDisplayed(scan.turns) })
    var input = ReadInput(source: source, facts: .paper(paper), diagnostics: scan.diagnostics)
    if request.layout {
      let overlays = PageOverlays(paper, source, gutters: gutters)
      input.drawings = LayoutDrawings(document: document).drawings(overlays.pages)
    }
    return input
  }

  /// What the pages say, and the gutters of each. Nothing is kept of them: the pictures that come
  /// next need the memory.
  private static func facts(_ document: PDFDocument, scan: inout PageScan, id: SourceID)
    -> (Paper, SourceTextBuilder, gutters: [Double?])
  {
    var reading = Reading(
      pages: scan.takePages(), setApart: scan.setApart, outline: document.outline(), id: id)
    let (paper, text) = reading.paper(title: document.title, creationDate: document.creationDate)
    return (paper, text, reading.gutters)
  }

  /// The document and the digest of its file.
  private static func open(_ request: ReadRequest) throws(FrontendError) -> (PDFDocument, String) {
    if let problem = PDFLibraries.problem {
      throw FrontendError(.damaged(request.name, problem))
    }
    guard let file = try? InputFile(path: request.path), let bytes = PDFBytes(file) else {
      throw FrontendError(.unreadable(request.name))
    }
    do throws(PDFDocument.OpenError) {
      let document = try PDFDocument(
        bytes: bytes, path: request.path, password: request.password)
      return (document, bytes.sha256())
    } catch {
      switch error {
      case .encrypted:
        throw FrontendError(.encrypted(request.name, hasPassword: request.password != nil))
      case .damaged(let reason):
        throw FrontendError(.damaged(request.name, reason))
      }
    }
  }

  private static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// The stages after the scan, in order.
struct Reading {
  private var pages: [PageLayout]
  private let style: DocumentStyle
  private var furniture: Furniture
  private let outline: [(title: String, depth: Int)]
  private let id: SourceID

  init(
    pages: [PageLayout], setApart: [Furniture.Item], outline: [(title: String, depth: Int)],
    id: SourceID
  ) {
    self.pages = pages
    self.outline = outline
    self.id = id
    furniture = Furniture(items: setApart)
    furniture.remove(from: &self.pages)
    style = DocumentStyle(pages: self.pages)
    for index in self.pages.indices { self.pages[index].findGutter(style: style) }
    let alleys = self.pages.compactMap(\.alley).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    // The first page, most of which may be a title and an abstract, has no say.
    guard !alleys.isEmpty, alleys.count * 2 >= self.pages.count - 1 else { return }
    let usual = alleys[alleys.count / 2]
    for index in self.pages.indices where self.pages[index].alley == nil {
      self.pages[index].adoptAlley(usual, bodySize: style.bodySize)
    }
  }

  /// Of each page, the middle of the space between two columns.
  var gutters: [Double?] { pages.map(\.gutter) }

  mutating func paper(title: String?, creationDate: Int?) -> (Paper, SourceTextBuilder) {
    let exhibits = findExhibits()
    for (index, exhibit) in exhibits.enumerated() {
      let taken = Set(
        (exhibit.captions.flatMap(\.lines) + exhibit.regions.flatMap(\.lines) + exhibit.foreign).map
        {
          Position($0.box)
        })
      pages[index].segments.removeAll { taken.contains(Position($0.box)) }
    }
    let lines = zip(pages, exhibits).flatMap { page, exhibit in
      ReadingOrder(
        page: page, floats: exhibit.regions.map(\.box) + exhibit.captions.map(\.box),
        bodySize: style.bodySize
      ).lines()
    }
    let fonts = Dictionary(uniqueKeysWithValues: pages.map { ($0.number, $0.fonts) })
    let start = abstractStart(in: lines)
    let headings = SectionFinder(lines: lines, fonts: fonts, style: style, outline: outline)
      .find(from: start.map { $0 + 1 } ?? 0).filter { HeadingWords.key($0.title) != "abstract" }
    let firstHeading = headings.first?.lines.lowerBound ?? lines.count
    let front = min(
      start ?? unheadedAbstract(in: lines, before: firstHeading) ?? firstParagraph(in: lines),
      firstHeading)
    var builder = BlockBuilder(
      style: style, fonts: fonts,
      rules: Dictionary(uniqueKeysWithValues: exhibits.map { ($0.page.number, $0.rules) }))
    let shifted = headings.map { $0.shifted(by: -front) }
    let blocks = builder.build(Array(lines[front...]), headings: shifted)
    var assembler = PaperAssembler(
      id: id, exhibits: exhibits, style: style, lines: lines, frontEnd: front, headings: headings,
      blocks: blocks, furniture: furniture.items)
    return assembler.assemble(title: title, creationDate: creationDate)
  }

  private func findExhibits() -> [PageExhibits] {
    let captions = pages.map {
      CaptionFinder(page: $0, bodySize: style.bodySize, lineGap: style.lineGap).find()
    }
    let rules = pages.map { PageRules($0.marks, segments: $0.segments) }
    let finders = pages.indices.map { index in
      captions[index].isEmpty
        ? nil
        : ExhibitFinder(
          page: pages[index], rules: rules[index], captions: captions[index], style: style)
    }
    let votes = finders.compactMap { $0?.captionVotes() }.reduce(0, +)
    var exhibits = pages.indices.map { index in
      PageExhibits(
        page: pages[index], rules: rules[index], captions: captions[index],
        regions: finders[index]?.find(tableCaptionsAbove: votes >= 0) ?? [])
    }
    exhibits.findParts()
    return exhibits
  }

  /// The line that begins the abstract, on the first two pages; manuscripts with a page of notes have
  /// it on a page of its own behind them.
  private func abstractStart(in lines: [FlowLine]) -> Int? {
    lines.firstIndex { $0.page <= 2 && AbstractLead.heads($0.text) }
      ?? lines.firstIndex { line in
        line.page == 3 && line.gapAbove == nil && line.text.lowercased() == "abstract"
      }
  }

  /// The line that begins the prose right above the first heading: some papers print no word over
  /// their abstract, which may begin on the page before.
  private func unheadedAbstract(in lines: [FlowLine], before heading: Int) -> Int? {
    guard heading < lines.count, heading > 0, lines[heading].page <= 2 else { return nil }
    let size = lines[heading - 1].line.size
    var start = heading
    while start > 0, start == heading || lines[start - 1].page < lines[start].page {
      let top = top(ofLinesAbove: start, in: lines, size: size)
      guard top < start, isProse(lines[top..<start]) else { break }
      start = top
    }
    let words = lines[start..<heading].reduce(0) { $0 + $1.text.wordCount }
    return heading - start >= 3 && words >= 40 ? start : nil
  }

  /// The first of the lines of a size that stand above a place, with no wide space between them.
  private func top(ofLinesAbove end: Int, in lines: [FlowLine], size: Double) -> Int {
    var top = end
    while top > 0, abs(lines[top - 1].line.size - size) < 0.4,
      top == end || lines[top].gapAbove.map({ $0 <= 1.3 * size }) ?? false
    {
      top -= 1
    }
    return top
  }

  /// Names and affiliations are capitalised.
  private func isProse(_ lines: ArraySlice<FlowLine>) -> Bool {
    let words = lines.flatMap { $0.text.split(separator: " ") }
    return words.count { $0.first?.isLowercase == true } * 5 >= words.count * 3
  }

  /// Where running text begins on a page without headings: three lines of a paragraph.
  private func firstParagraph(in lines: [FlowLine]) -> Int {
    for index in lines.indices where index + 2 < lines.count {
      let run = lines[index..<(index + 3)]
      if run.allSatisfy({ $0.line.words.count > 6 && abs($0.line.size - style.bodySize) < 0.6 }) {
        return index
      }
    }
    return lines.count
  }
}

extension Heading {
  func shifted(by offset: Int) -> Heading {
    Heading(
      lines: (lines.lowerBound + offset)...(lines.upperBound + offset), number: number,
      title: title,
      level: level, isAppendix: isAppendix)
  }
}
