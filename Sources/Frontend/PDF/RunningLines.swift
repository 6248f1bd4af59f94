internal import IR

/// Finds running heads and page numbers: lines at the edges of pages that recur.
struct RunningLines {
  /// How many pages have a line of a text, but for its numbers, at a height.
  private var recurrences: [PlacedKey: Int] = [:]
  private let needed: Int
  private let pageCount: Int
  /// How many pages end with a number that counts up with them, at a height.
  private var counts: [Count: Int] = [:]

  /// How far the last number of a page is ahead of the page, and where it stands, to two points.
  private struct Count: Hashable {
    let lead: Int
    let height: Int
  }

  /// A text without its numbers, and where it stands on its page, to two points.
  private struct PlacedKey: Hashable {
    let text: String
    let height: Int
  }

  init(_ pages: [PageLayout]) {
    needed = Self.needed(of: pages.count)
    pageCount = pages.count
    for page in pages {
      let keys = Set(edges(of: page).flatMap { $0.rows.flatMap { $0.map(key) } })
      for key in keys { recurrences[key, default: 0] += 1 }
    }
    for page in pages {
      if let (_, count) = lastNumber(of: page) { counts[count, default: 0] += 1 }
    }
  }

  /// The share of a page's height, from either edge, in which running lines stand.
  static let depth = 1.0 / 11

  /// On how many of so many pages something has to recur.
  static func needed(of pages: Int) -> Int { min(3, max(2, pages / 3)) }

  /// Where more stands between it and the edge than two rows, or nothing.
  static func neededInside(of pages: Int) -> Int { max(4, pages * 6 / 10) }

  /// Notices of preprint servers take three rows.
  private static let mostRows = 4

  /// What is set apart of a page.
  func find(on page: PageLayout) -> [Furniture.Item] {
    let edges = edges(of: page)
    let heads = edges.flatMap { edge in
      edge.rows.enumerated().flatMap { index, row in
        row.filter { isHead($0, on: page, neededBy: edge, row: index) }
      }
    }
    let number = edges.flatMap { numbers($0, among: heads) }.max {
      recurrences[key($0), default: 0] < recurrences[key($1), default: 0]
    }
    func item(_ line: TextLine, _ reason: LeftOut.Reason) -> Furniture.Item {
      Furniture.Item(text: line.text, page: page.number, box: line.box, reason: reason)
    }
    return heads.map { item($0, .runningHead) }
      + [number ?? counted(on: page)].compactMap(\.self).map { item($0, .pageNumber) }
  }

  // MARK: Edges

  /// The outermost rows at the top or the bottom of a page, from its edge inwards.
  private struct Edge {
    var rows: [[TextLine]]
    /// On how many pages a line has to recur.
    var needed: Int
  }

  private func edges(of page: PageLayout) -> [Edge] {
    let depth = page.height * Self.depth
    let top = page.segments.filter { $0.box.y1 < depth }
    let bottom = page.segments.filter { $0.box.y0 > page.height - depth }
    return [
      top.isEmpty ? distantHead(of: page) : edge(top, at: { $0.box.y0 }),
      bottom.isEmpty ? distantFoot(of: page) : edge(bottom, at: { -$0.box.y1 }),
    ]
  }

  /// The first row of a page whose text is small for its paper, as that of books on office paper: it
  /// keeps away from what follows.
  private func distantHead(of page: PageLayout) -> Edge {
    guard let first = page.segments.min(by: { $0.box.y0 < $1.box.y0 }),
      first.box.y1 < 2 * page.height * Self.depth
    else { return Edge(rows: [], needed: needed) }
    let row = page.segments.filter { $0.box.y0 < first.box.y0 + 6 }
    let bottom = row.map(\.box.y1).max() ?? first.box.y1
    let isApart = page.segments.allSatisfy {
      $0.box.y0 < first.box.y0 + 6 || $0.box.y0 > bottom + 0.8 * first.size
    }
    // What recurs on a few pages may be the title of a table or of a column. Left and right pages may
    // have heads of their own.
    return Edge(
      rows: isApart && !row.contains(where: isCaption) ? [row] : [], needed: max(3, pageCount / 4))
  }

  /// The last row of such a page: a line that says the same on most pages is no text.
  private func distantFoot(of page: PageLayout) -> Edge {
    guard let last = page.segments.map(\.box.y1).max(), last > page.height * (1 - 2 * Self.depth)
    else { return Edge(rows: [], needed: needed) }
    let row = page.segments.filter { $0.box.y1 > last - 6 && !isCaption($0) }
    return Edge(rows: [row], needed: Self.neededInside(of: pageCount))
  }

  private func edge(_ lines: [TextLine], at distance: (TextLine) -> Double) -> Edge {
    var rows: [[TextLine]] = []
    var start = -Double.infinity
    for line in lines.sorted(by: { distance($0) < distance($1) }) {
      if distance(line) - start > (rows.isEmpty ? 0 : 6) {
        // What stands beyond a caption is its table or figure.
        if rows.count == Self.mostRows || rows.last?.contains(where: isCaption) == true { break }
        rows.append([])
        start = distance(line)
      }
      rows[rows.count - 1].append(line)
    }
    return Edge(rows: rows, needed: needed)
  }

  private func isCaption(_ line: TextLine) -> Bool { CaptionStart(line.text) != nil }

  // MARK: Heads

  private func isHead(_ line: TextLine, on page: PageLayout, neededBy edge: Edge, row: Int) -> Bool
  {
    guard !isCaption(line), !isPageNumber(line.text) else { return false }
    let count = recurrences[key(line), default: 0]
    guard row < 2 else { return count >= Self.neededInside(of: pageCount) }
    return count >= edge.needed || isNotice(line.text, on: page)
  }

  private func key(_ line: TextLine) -> PlacedKey {
    var text = ""
    var inNumber = false
    for character in line.text {
      if !character.isNumber { text.append(character) } else if !inNumber { text += "#" }
      inNumber = character.isNumber
    }
    return PlacedKey(text: text, height: Int((line.box.y0 / 2).rounded()))
  }

  /// The line of the venue that class files set at the foot of the first page only.
  private func isNotice(_ text: String, on page: PageLayout) -> Bool {
    guard page.number == 1 else { return false }
    let lower = text.lowercased()
    return Self.notices.contains { lower.hasPrefix($0) }
  }

  private static let notices = [
    "preprint.", "preprint. ", "under review", "published as a conference paper",
    "submitted to", "accepted at", "accepted to", "running head:",
  ]

  // MARK: Page numbers

  /// The page numbers of the outermost row, where running heads alone share it: among other words
  /// a number is a mark of a footnote, or a cell.
  private func numbers(_ edge: Edge, among heads: [TextLine]) -> [TextLine] {
    guard let row = edge.rows.first else { return [] }
    let known = Set(heads.map { Position($0.box) })
    let others = row.filter { !known.contains(Position($0.box)) }
    guard others.count == 1 else { return [] }
    return others.filter { isPageNumber($0.text) }
  }

  /// The last line of a page, farther from its edge than running lines stand, where it counts up
  /// with the pages.
  private func counted(on page: PageLayout) -> TextLine? {
    lastNumber(of: page).flatMap { line, count in
      counts[count, default: 0] > Self.leastCounted ? line : nil
    }
  }

  /// Fewer pages may end alike by chance, with the values of one table.
  private static let leastCounted = 3

  private func lastNumber(of page: PageLayout) -> (TextLine, Count)? {
    // The notice of a server stands below the numbers that the paper had.
    let own = page.segments.filter {
      $0.box.y0 < page.height * (1 - Self.depth) || recurrences[key($0), default: 0] < needed
    }
    guard let last = own.max(by: { $0.box.y1 < $1.box.y1 }), last.words.count == 1,
      last.text.utf8.count <= 4, last.text.allSatisfy(\.isASCIIDigit), let value = Int(last.text),
      last.box.y0 > 0.75 * page.height,
      !own.contains(where: { $0 !== last && $0.box.y1 > last.box.y0 })
    else { return nil }
    return (last, Count(lead: value - page.number, height: Int((last.box.y0 / 2).rounded())))
  }

  private func isPageNumber(_ text: String) -> Bool {
    let core = text.filter { !"-–— |".contains($0) }
    if !core.isEmpty, core.count <= 4, core.allSatisfy(\.isASCIIDigit) { return true }
    return !core.isEmpty && core.count <= 5 && core.allSatisfy { "ivxlc".contains($0) }
  }
}
