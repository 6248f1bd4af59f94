internal import IR

/// Sets apart what the page carries besides its text: running heads, page numbers, line numbers
/// of review versions, stamps in the margin.
struct Furniture {
  /// What was set apart, before it has a place in the paper's text.
  struct Item {
    let text: String
    let page: Int
    let box: Box
    let reason: LeftOut.Reason
  }

  private(set) var items: [Item] = []

  /// Takes furniture out of the pages' segments.
  mutating func remove(from pages: inout [PageLayout]) {
    removeWatermark(from: &pages)
    removeLineNumbers(from: &pages)
    removeRunningLines(from: &pages)
    if !pages.isEmpty { removeSideBar(from: &pages[0]) }
    for index in pages.indices where !pages[index].rotated.isEmpty {
      removeStamp(from: &pages[index])
    }
    items.sort { ($0.page, $0.box.y0, $0.box.x0) < ($1.page, $1.box.y0, $1.box.x0) }
  }

  // MARK: Running heads and page numbers

  private mutating func removeRunningLines(from pages: inout [PageLayout]) {
    let lines = RunningLines(pages)
    let rules = RunningRules(pages)
    for index in pages.indices {
      let page = pages[index]
      let found = lines.find(on: page)
      let gone = Set(found.map { Position($0.box) })
      pages[index].segments.removeAll { gone.contains(Position($0.box)) }
      let boxes = found.map(\.box)
      let depth = page.height * RunningLines.depth
      pages[index].running = boxes.filter { $0.y1 < depth || $0.y0 > page.height - depth }
      if page.marks.contains(where: { rules.isRunning($0, on: page, beside: boxes) }) {
        pages[index].marks.removeAll { rules.isRunning($0, on: page, beside: boxes) }
      }
      items += found
    }
  }

  // MARK: Watermarks

  /// Pale or very large characters that stand at the same place inside most pages, whatever the
  /// text around them. What recurs in the type of the text is a table or a form.
  private mutating func removeWatermark(from pages: inout [PageLayout]) {
    guard pages.count >= 3 else { return }
    var recurrences: [PlacedText: Int] = [:]
    for page in pages {
      // Most pages have no font that looks so.
      guard page.fonts.contains(where: isMarkLike) else { continue }
      var found: Set<PlacedText> = []
      for segment in page.segments {
        for word in segment.words where isMarkLike(word, on: page) {
          found.insert(PlacedText(word))
        }
      }
      for word in page.rotated where isMarkLike(word, on: page) { found.insert(PlacedText(word)) }
      for key in found { recurrences[key, default: 0] += 1 }
    }
    let needed = max(3, pages.count * 6 / 10)
    let mark = Set(recurrences.filter { $0.value >= needed }.keys)
    guard mark.count >= 3 else { return }
    for index in pages.indices {
      let page = pages[index]
      func isMark(_ word: Word) -> Bool {
        isMarkLike(word, on: page) && mark.contains(PlacedText(word))
      }
      var gone = page.rotated.filter(isMark)
      if !gone.isEmpty { pages[index].rotated.removeAll(where: isMark) }
      pages[index].segments = page.segments.compactMap { segment in
        let kept = segment.words.filter { !isMark($0) }
        guard kept.count < segment.words.count else { return segment }
        gone += segment.words.filter(isMark)
        return kept.isEmpty ? nil : TextLine(kept, fonts: page.fonts)
      }
      guard let first = gone.first else { continue }
      let text = gone.map(\.text).joined(separator: " ")
      let box = gone.dropFirst().reduce(first.box) { $0.union($1.box) }
      items.append(Item(text: text, page: page.number, box: box, reason: .watermark))
    }
  }

  /// Inside the page, and set as no text is: in more than 20 points, or paler than mid-grey.
  private func isMarkLike(_ word: Word, on page: PageLayout) -> Bool {
    guard word.box.y0 > page.height / 11, word.box.y1 < page.height * 10 / 11,
      let glyph = word.glyphs.first
    else { return false }
    return isMarkLike(page.fonts[glyph.font])
  }

  private func isMarkLike(_ font: Font) -> Bool {
    let color = font.color
    return font.size > 20
      || color >> 16 & 0xFF >= 0x90 && color >> 8 & 0xFF >= 0x90 && color & 0xFF >= 0x90
  }

  // MARK: Line numbers

  private mutating func removeLineNumbers(from pages: inout [PageLayout]) {
    var numbers = LineNumbers()
    var found = pages.map { numbers.next(on: $0) }
    // A title page has too few lines to show that its numbers are some.
    if let first = found.firstIndex(where: { !$0.isEmpty }), first > 0 {
      numbers.begin()
      for index in pages[..<first].indices { found[index] = numbers.next(on: pages[index]) }
    }
    for (index, columns) in found.enumerated() where !columns.isEmpty {
      pages[index].remove(columns.flatMap(\.self))
      for column in columns {
        let box = column.dropFirst().reduce(column[0].box) { $0.union($1.box) }
        let text = column.map { String($0.value) }.joined(separator: " ")
        items.append(Item(text: text, page: pages[index].number, box: box, reason: .lineNumber))
      }
    }
  }

  // MARK: Title page

  private mutating func removeSideBar(from page: inout PageLayout) {
    let lines = SideBar(page).lines()
    guard let first = lines.first else { return }
    let gone = Set(lines.map { Position($0.box) })
    page.segments.removeAll { gone.contains(Position($0.box)) }
    page.measureMargins()
    let box = lines.dropFirst().reduce(first.box) { $0.union($1.box) }
    let text = lines.map(\.text).joined(separator: " ")
    items.append(Item(text: text, page: page.number, box: box, reason: .stamp))
  }

  // MARK: Stamps

  private mutating func removeStamp(from page: inout PageLayout) {
    let margin = page.rotated.filter {
      $0.box.x1 < page.margins.lowerBound || $0.box.x0 > page.margins.upperBound
    }
    guard let first = margin.first else { return }
    let stamped = Set(margin.map { Position($0.box) })
    page.rotated.removeAll { stamped.contains(Position($0.box)) }
    let box = margin.dropFirst().reduce(first.box) { $0.union($1.box) }
    // A single character shows no direction: those in the stamp's column belong to it.
    let single = page.segments.filter { segment in
      segment.words.count == 1 && segment.words[0].glyphs.count == 1
        && segment.box.midX > box.x0 - 1 && segment.box.midX < box.x1 + 1
    }
    let gone = Set(single.map { Position($0.box) })
    page.segments = page.segments.compactMap { segment in
      guard !gone.contains(Position(segment.box)) else { return nil }
      let kept = segment.words.filter {
        $0.glyphs.count > 1 || $0.box.midX < box.x0 - 1 || $0.box.midX > box.x1 + 1
      }
      return kept.count == segment.words.count || kept.isEmpty
        ? segment : TextLine(kept, fonts: page.fonts)
    }
    // Read upwards, as stamps of preprint servers are set.
    let words = (margin + single.flatMap(\.words)).sorted {
      ($0.box.x0, -$0.box.y0) < ($1.box.x0, -$1.box.y0)
    }
    items.append(
      Item(
        text: words.map(\.text).joined(separator: " "), page: page.number, box: box, reason: .stamp)
    )
  }
}

/// A word at its place, to the nearest point.
private struct PlacedText: Hashable {
  let text: String
  let x: Int
  let y: Int

  init(_ word: Word) {
    text = word.text
    x = Int(word.box.x0.rounded())
    y = Int(word.box.y0.rounded())
  }
}

/// A line's place on its page, as a key.
struct Position: Hashable {
  private let x: Int
  private let y: Int

  init(_ box: Box) {
    x = Int(box.x0 * 100)
    y = Int(box.y0 * 100)
  }
}
