internal import IR

/// The pages of a document after one pass over each.
struct PageScan {
  private(set) var pages: [PageLayout] = []
  private(set) var unmapped = 0
  /// Words that are not seen, and notes in the margins.
  private(set) var setApart: [Furniture.Item] = []
  /// The numbers of the pages whose text lies unseen over a picture, or that are a picture with hardly
  /// any text.
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
        var content = upright(page.content(corners: cornersLeft), page: index + 1)
        cornersLeft -= content.corners.count
        content.setMarginNotesApart()
        let isGibberish = content.isGibberish
        if isGibberish { content.glyphs = [] }
        let lines = LineBuilder(content)
        unmapped += lines.unmapped
        hidden = hidden || !content.hasMarks
        if content.droppedMarks > 0 {
          diagnostics.append(.tooManyPaths(name, page: index + 1, content.droppedMarks))
        }
        if isGibberish {
          pictures.insert(index + 1)
        } else if content.unreadGlyphs > 0 {
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

  /// The pages as they are shown: before they were turned to be read.
  var displayedPages: [Page] {
    pages.map { page in
      let displayed = turns[page.number]
      return Page(
        number: page.number, width: displayed?.width ?? page.width,
        height: displayed?.height ?? page.height, characters: page.characters,
        isPicture: pictures.contains(page.number) ? true : nil)
    }
  }

  /// Gives the pages away: the later stages change them, and a long document has no room for two
  /// copies.
  mutating func takePages() -> [PageLayout] {
    defer { pages = [] }
    return pages
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
      let text = content.hidden.map(\.text).joined(separator: " ").withoutControls
      setApart.append(Furniture.Item(text: text, page: page, box: box, reason: .hidden))
      diagnostics.append(.hiddenText(name, page: page, content.hidden.count))
    }
    setApart += content.notes.map {
      Furniture.Item(text: $0.text, page: page, box: $0.box, reason: .marginNote)
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

extension String {
  /// With U+FFFD for each control character, as lines have it.
  fileprivate var withoutControls: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }
}
