internal import FoundationEssentials
internal import IR

/// Reads a paper: poppler gives characters, marks and links; the stages of this folder do the rest.
package struct PDFReader: SourceReader {
  package init() {}

  package func read(_ request: ReadRequest) throws(FrontendError) -> ReadInput {
    let bytes = try Self.bytes(of: request)
    let document = try Self.open(bytes, request)
    guard document.pageCount > 0 else { throw FrontendError(.noPages(request.name)) }
    var scan = PageScan(document, name: request.name)
    var reading = Reading(scan: scan, outline: document.outline(), id: request.id)
    var (paper, text) = reading.paper(title: document.title, creationDate: document.creationDate)
    paper.pages = scan.pages.map { page in
      let displayed = scan.turns[page.number]
      return Page(
        number: page.number, width: displayed?.width ?? page.width,
        height: displayed?.height ?? page.height, characters: page.characters,
        isPicture: scan.pictures.contains(page.number) ? true : nil)
    }
    paper.unmappedCharacters = scan.unmapped
    if request.pictures {
      var pictures = Pictures(document: document, turns: scan.turns)
      pictures.add(to: &paper)
      scan.noteWhatIsMissing(on: pictures.partlyDrawn, request.name)
    }
    scan.noteWhatIsMissing(in: paper, request.name)
    paper.placeAsDisplayed(scan.turns)
    let source = SourceText(
      id: request.id, kind: .pdf, file: Self.baseName(request.name), sha256: Digest.sha256(bytes),
      pages: document.pageCount, text: text.text,
      regions: text.regions.map { $0.asDisplayed(scan.turns) })
    var input = ReadInput(source: source, facts: .paper(paper), diagnostics: scan.diagnostics)
    if request.layout {
      let overlays = PageOverlays(paper, source, gutters: reading.gutters)
      input.drawings = LayoutDrawings(document: document).drawings(overlays.pages)
    }
    return input
  }

  private static func bytes(of request: ReadRequest) throws(FrontendError) -> [UInt8] {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: request.path))
    } catch {
      throw FrontendError(.unreadable(request.name))
    }
    return Array(data)
  }

  private static func open(_ bytes: [UInt8], _ request: ReadRequest) throws(FrontendError)
    -> PDFDocument
  {
    do throws(PDFDocument.OpenError) {
      return try PDFDocument(
        bytes: bytes, path: request.path, password: request.password)
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

/// The pages of a document after one pass over each.
struct PageScan {
  private(set) var pages: [PageLayout] = []
  private(set) var unmapped = 0
  /// Words that are not seen, and the numbers of the pages whose text lies unseen over a picture or
  /// that are a picture with hardly any text.
  private(set) var hiddenText: [Furniture.Item] = []
  private(set) var recognisedPages: [Int] = []
  private(set) var pictures: Set<Int> = []
  /// Of the pages that were turned to be read, by number.
  private(set) var turns: [Int: TurnedPlace] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// A page of one picture with fewer characters than this is taken for a scan with a stamp.
  private static let stampLength = 100
  /// Corners of paths that are kept of a whole document: 32 megabytes.
  private static let cornerLimit = 4_000_000

  init(_ document: PDFDocument, name: String) {
    var hidden = false
    var cornersLeft = Self.cornerLimit
    for index in 0..<document.pageCount {
      let layout = document.withPage(index) { page -> PageLayout in
        guard page.hasPossibleSize else {
          diagnostics.append(.impossibleSize(name, page: index + 1))
          return .empty(number: index + 1)
        }
        let content = upright(page.content(corners: cornersLeft), page: index + 1)
        cornersLeft -= content.corners.count
        let lines = LineBuilder(content)
        unmapped += lines.unmapped
        hidden = hidden || !content.hasMarks
        if content.droppedMarks > 0 {
          diagnostics.append(.tooManyPaths(name, page: index + 1, content.droppedMarks))
        }
        if content.unreadGlyphs > 0 {
          diagnostics.append(.cutText(name, page: index + 1, content.unreadGlyphs))
        }
        look(at: content, page: index + 1, name)
        return PageLayout(number: index + 1, content: content, lines: lines)
      }
      guard let layout else {
        diagnostics.append(.unreadablePage(name, page: index + 1))
        pages.append(.empty(number: index + 1))
        continue
      }
      pages.append(layout)
    }
    if hidden { diagnostics.append(.hiddenMarks(name)) }
  }

  private mutating func upright(_ content: PageContent, page: Int) -> PageContent {
    let turn = PageTurn(reading: content.glyphs)
    guard turn != .none else { return content }
    let place = TurnedPlace(turn: turn, width: content.width, height: content.height)
    turns[page] = place
    return content.turned(place)
  }

  private mutating func look(at content: PageContent, page: Int, _ name: String) {
    if let first = content.hidden.first {
      let box = content.hidden.dropFirst().reduce(first.box) { $0.union($1.box) }
      let text = content.hidden.map(\.text).joined(separator: " ")
      hiddenText.append(Furniture.Item(text: text, page: page, box: box, reason: .hidden))
      diagnostics.append(.hiddenText(name, page: page, content.hidden.count))
    }
    if content.crowdedOut > 0 {
      diagnostics.append(.crowdedPage(name, page: page, content.crowdedOut))
    }
    if content.recognised > 0 { recognisedPages.append(page) }
    if content.glyphs.count < Self.stampLength, content.isPicture { pictures.insert(page) }
  }

  mutating func noteWhatIsMissing(on partlyDrawn: Set<Int>, _ name: String) {
    diagnostics += partlyDrawn.sorted().map { .partlyDrawn(name, page: $0) }
  }

  mutating func noteWhatIsMissing(in paper: Paper, _ name: String) {
    if paper.isScanned {
      diagnostics.append(
        pictures.isEmpty ? .noText(name) : .scanned(name, paper.pages))
    } else {
      diagnostics += pictures.sorted().map { .unreadPicture(name, page: $0) }
    }
    if !recognisedPages.isEmpty { diagnostics.append(.recognised(name, recognisedPages.count)) }
    if paper.unmappedCharacters > 0 {
      diagnostics.append(.unmapped(name, paper.unmappedCharacters))
    }
  }
}

/// The stages after the scan, in order.
struct Reading {
  private var pages: [PageLayout]
  private let style: DocumentStyle
  private var furniture: Furniture
  private let outline: [(title: String, depth: Int)]
  private let id: SourceID

  init(scan: PageScan, outline: [(title: String, depth: Int)], id: SourceID) {
    pages = scan.pages
    self.outline = outline
    self.id = id
    furniture = Furniture(items: scan.hiddenText)
    furniture.remove(from: &pages)
    style = DocumentStyle(pages: pages)
    for index in pages.indices { pages[index].findGutter(style: style) }
    let gutters = pages.compactMap(\.gutter).sorted()
    guard gutters.count * 2 > pages.count else { return }
    let usual = gutters[gutters.count / 2]
    for index in pages.indices where pages[index].gutter == nil {
      pages[index].adoptGutter(usual, bodySize: style.bodySize)
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
    let captions = pages.map { CaptionFinder(page: $0, bodySize: style.bodySize).find() }
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

  /// The line that begins the abstract, on the first two pages.
  private func abstractStart(in lines: [FlowLine]) -> Int? {
    lines.firstIndex { line in
      guard line.page <= 2 else { return false }
      let key = line.text.lowercased()
      guard key.hasPrefix("abstract") || key.filter(\.isLetter) == "abstract" else { return false }
      let after = line.text.dropFirst("abstract".count).first
      return key.filter(\.isLetter) == "abstract" || after.map { ".:—–-".contains($0) } ?? true
    }
  }

  /// The line that begins the prose right above the first heading: some papers print no word over
  /// their abstract.
  private func unheadedAbstract(in lines: [FlowLine], before heading: Int) -> Int? {
    guard heading < lines.count, heading > 0, lines[heading].page <= 2 else { return nil }
    let last = lines[heading - 1]
    var first = heading
    while first > 0, abs(lines[first - 1].line.size - last.line.size) < 0.4,
      lines[first - 1].page == last.page
    {
      first -= 1
      if lines[first].gapAbove.map({ $0 > 1.3 * last.line.size }) ?? true { break }
    }
    let words = lines[first..<heading].flatMap { $0.text.split(separator: " ") }
    // Names and affiliations are capitalised.
    let plain = words.count { $0.first?.isLowercase == true }
    return heading - first >= 3 && words.count >= 40 && plain * 5 >= words.count * 3 ? first : nil
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
