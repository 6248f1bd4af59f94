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
    paper.pages = scan.pages.map {
      Page(number: $0.number, width: $0.width, height: $0.height, characters: $0.characters)
    }
    paper.unmappedCharacters = scan.unmapped
    if request.pictures { Pictures(document: document).add(to: &paper) }
    scan.noteWhatIsMissing(in: paper, request.name)
    let source = SourceText(
      id: request.id, kind: .pdf, file: Self.baseName(request.name), sha256: Digest.sha256(bytes),
      pages: document.pageCount, text: text.text, regions: text.regions)
    return ReadInput(source: source, facts: .paper(paper), diagnostics: scan.diagnostics)
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
  private(set) var diagnostics: [Diagnostic] = []

  /// Corners of paths that are kept of a whole document: 32 megabytes.
  private static let cornerLimit = 4_000_000

  init(_ document: PDFDocument, name: String) {
    var hidden = false
    var cornersLeft = Self.cornerLimit
    for index in 0..<document.pageCount {
      let layout = document.withPage(index) { page -> PageLayout in
        let content = page.content(corners: cornersLeft)
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

  mutating func noteWhatIsMissing(in paper: Paper, _ name: String) {
    if paper.isScanned { diagnostics.append(.scanned(name, paper.pages)) }
    if paper.unmappedCharacters > 0 {
      diagnostics.append(.unmapped(name, paper.unmappedCharacters))
    }
  }
}

/// The stages after the scan, in order.
struct Reading {
  private var pages: [PageLayout]
  private let style: DocumentStyle
  private var furniture = Furniture()
  private let outline: [(title: String, depth: Int)]
  private let id: SourceID

  init(scan: PageScan, outline: [(title: String, depth: Int)], id: SourceID) {
    pages = scan.pages
    self.outline = outline
    self.id = id
    furniture.remove(from: &pages)
    style = DocumentStyle(pages: pages)
    for index in pages.indices { pages[index].findGutter(bodySize: style.bodySize) }
    let gutters = pages.compactMap(\.gutter).sorted()
    guard gutters.count * 2 > pages.count else { return }
    let usual = gutters[gutters.count / 2]
    for index in pages.indices where pages[index].gutter == nil {
      pages[index].adoptGutter(usual, bodySize: style.bodySize)
    }
  }

  mutating func paper(title: String?, creationDate: Int?) -> (Paper, SourceTextBuilder) {
    let exhibits = findExhibits()
    for (index, exhibit) in exhibits.enumerated() {
      let taken = Set(
        (exhibit.captions.flatMap(\.lines) + exhibit.regions.flatMap(\.lines)).map {
          Position($0.box)
        })
      pages[index].segments.removeAll { taken.contains(Position($0.box)) }
    }
    let lines = pages.flatMap { ReadingOrder(page: $0).lines() }
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
    func finder(_ index: Int, captionsAbove: Bool) -> ExhibitFinder {
      ExhibitFinder(
        page: pages[index], rules: rules[index], captions: captions[index],
        bodySize: style.bodySize,
        tableCaptionsAbove: captionsAbove)
    }
    let votes = pages.indices.map { finder($0, captionsAbove: true).captionVotes() }.reduce(0, +)
    return pages.indices.map { index in
      PageExhibits(
        page: pages[index], rules: rules[index], captions: captions[index],
        regions: finder(index, captionsAbove: votes >= 0).find())
    }
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
