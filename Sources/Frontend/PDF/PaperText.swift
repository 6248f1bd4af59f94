internal import IR

/// Builds the normalised text of a paper and remembers where each word of the pages went.
struct PaperText {
  private(set) var builder: SourceTextBuilder
  private let joins: LineJoins
  private var words: [Band: [PlacedWord]] = [:]
  private var emphasis: Emphasis

  /// A strip of a page, so that a place is looked up among few words.
  private struct Band: Hashable {
    let page: Int
    let row: Int

    static let height = 16.0

    init(page: Int, y: Double) {
      self.page = page
      row = Int((y / Self.height).rounded(.down))
    }
  }

  private struct PlacedWord {
    let word: Word
    let bytes: Range<Int>
  }

  struct WordKey: Hashable {
    let page: Int
    let position: Position
  }

  init(
    _ id: SourceID, vocabulary: Set<String>, addresses: WrappedAddress, emphasis: Emphasis
  ) {
    builder = SourceTextBuilder(id)
    joins = LineJoins(vocabulary: vocabulary, addresses: addresses)
    self.emphasis = emphasis
  }

  /// The few words in a row that prose sets in italics or in bold, in the order of the text.
  var emphases: [SourceSpan] { emphasis.spans.map { SourceSpan(builder.id, $0) } }

  /// Appends a paragraph of running text, and remembers what it emphasises.
  mutating func appendProse(_ lines: [FlowLine]) -> SourceSpan {
    let span = appendParagraph(lines, isProse: true)
    emphasis.endParagraph()
    return span
  }

  /// Appends the lines of a paragraph: line breaks become spaces, hyphenation is undone.
  mutating func appendParagraph(_ lines: [FlowLine], isProse: Bool = false) -> SourceSpan {
    let start = builder.count
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1].text : nil
      let join = next.map { joins.join(line.text, $0) } ?? .nothing
      var text = line.text
      if join == .dropHyphen { text.removeLast() }
      append(text, of: line.line, page: line.page, isProse: isProse)
      if join == .space { builder.separate(" ") }
    }
    builder.separate("\n\n")
    return trimmedSpan(from: start)
  }

  /// Joins lines to one string as `appendParagraph` would.
  func joined(_ lines: [String]) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      let join = index + 1 < lines.count ? joins.join(line, lines[index + 1]) : .nothing
      text += join == .dropHyphen ? String(line.dropLast()) : line
      if join == .space { text += " " }
    }
    return text
  }

  /// Appends lines that keep their breaks: code, algorithms. `indents` are spaces before each line.
  mutating func appendVerbatim(_ lines: [FlowLine], indents: [Int]) -> SourceSpan {
    let start = builder.count
    for (index, line) in lines.enumerated() {
      append(line.text, of: line.line, page: line.page)
      if index + 1 < lines.count {
        builder.separate("\n" + String(repeating: " ", count: indents[index + 1]))
      }
    }
    builder.separate("\n\n")
    return trimmedSpan(from: start)
  }

  /// Appends one piece with its own box; `lines` are what it was set in.
  mutating func append(_ text: String, page: Int, box: Box, lines: [TextLine] = []) -> SourceSpan {
    let normalised = text.normalised
    let span = builder.append(normalised, at: .page(page, box.rounded))
    if !lines.isEmpty {
      place(lines.flatMap(\.words), at: Int(span.bytes.lowerBound), normalised, page: page)
    }
    builder.separate("\n")
    return span
  }

  func content(of span: SourceSpan) -> String {
    let all = builder.text.utf8
    let start = all.index(all.startIndex, offsetBy: Int(span.bytes.lowerBound))
    let end = all.index(start, offsetBy: span.bytes.count)
    return String(all[start..<end]) ?? ""
  }

  /// The page and the box of a span's first piece; nil if it has none.
  func place(of span: SourceSpan) -> (page: Int, box: Box)? {
    let regions = builder.regions
    let index = regions.partitioningIndex { $0.bytes.upperBound > span.bytes.lowerBound }
    guard index < regions.count, case .page(let page, let box) = regions[index].place else {
      return nil
    }
    return (page, box)
  }

  /// The page of a span's first character; 0 if it has none.
  func page(of span: SourceSpan) -> Int { place(of: span)?.page ?? 0 }

  /// A span without so many words at its start; the whole span if it has no more.
  func span(_ span: SourceSpan, withoutWords count: Int) -> SourceSpan {
    let content = content(of: span)
    let words = content.split(separator: " ")
    guard count < words.count else { return span }
    let start = content.utf8.distance(from: content.startIndex, to: words[count].startIndex)
    return span.narrowed(to: start..<content.utf8.count)
  }

  /// The bytes of the characters whose middle lies in an area of a page.
  func span(in area: Box, page: Int) -> SourceSpan? {
    guard area.isPlausible else { return nil }
    var found: Range<Int>?
    let first = Band(page: page, y: area.y0 - 2).row
    let last = Band(page: page, y: area.y1 + 2).row
    guard first <= last, last - first < 200 else { return nil }
    for row in first...last {
      for placed in words[Band(page: page, y: Double(row) * Band.height)] ?? [] {
        guard let range = part(of: placed, in: area) else { continue }
        found =
          found.map { min($0.lowerBound, range.lowerBound)..<max($0.upperBound, range.upperBound) }
          ?? range
      }
    }
    return found.map { SourceSpan(builder.id, $0) }
  }

  private func part(of placed: PlacedWord, in area: Box) -> Range<Int>? {
    let box = placed.word.box
    guard box.midY > area.y0 - 2, box.midY < area.y1 + 2, box.x1 > area.x0, box.x0 < area.x1 else {
      return nil
    }
    let glyphs = placed.word.glyphs
    let inside = glyphs.indices.filter {
      glyphs[$0].box.midX > area.x0 - 1 && glyphs[$0].box.midX < area.x1 + 1
    }
    guard let first = inside.first, let last = inside.last else { return nil }
    if first == 0, last == glyphs.count - 1 { return placed.bytes }
    func length(_ range: Range<Int>) -> Int {
      glyphs[range].reduce(0) { $0 + UTF8.width($1.scalar) }
    }
    if length(0..<glyphs.count) == placed.bytes.count {
      let start = placed.bytes.lowerBound + length(0..<first)
      return start..<(start + length(first..<(last + 1)))
    }
    // The text has more than the glyphs: marks of raised characters.
    let text = content(of: SourceSpan(builder.id, placed.bytes))
    let piece = String(String.UnicodeScalarView(glyphs[first...last].map(\.scalar)))
    guard let place = text.utf8Range(of: piece) else { return placed.bytes }
    let start = placed.bytes.lowerBound + place.lowerBound
    return start..<(start + place.count)
  }

  private mutating func append(
    _ text: String, of line: TextLine, page: Int, isProse: Bool = false
  ) {
    let normalised = text.normalised
    let start = builder.count
    builder.append(normalised, at: .page(page, line.box.rounded))
    // A hyphen at the end may have been dropped.
    guard line.text == normalised || line.text.utf8.starts(with: normalised.utf8) else {
      return place(line.words, at: start, normalised, page: page)
    }
    for (range, word) in zip(line.ranges, line.words) {
      let end = start + min(range.upperBound, normalised.utf8.count)
      guard start + range.lowerBound <= end else { continue }
      let bytes = (start + range.lowerBound)..<end
      remember(word, bytes, page: page)
      if isProse { emphasis.add(word, bytes, page: page) }
    }
  }

  /// Whether a word of a page was appended.
  func holds(_ word: Word, page: Int) -> Bool {
    words[Band(page: page, y: word.box.midY)]?.contains { $0.word.box == word.box } ?? false
  }

  private mutating func remember(_ word: Word, _ bytes: Range<Int>, page: Int) {
    words[Band(page: page, y: word.box.midY), default: []].append(
      PlacedWord(word: word, bytes: bytes))
  }

  /// Remembers where words went that were appended as `text`.
  private mutating func place(_ words: [Word], at start: Int, _ text: String, page: Int) {
    var rest = words[...]
    var offset = start
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      guard var word = rest.popFirst() else { return }
      // Words of the text and of the line match one to one but where small capitals were joined.
      let length = piece.unicodeScalars.count { !"^_{}".unicodeScalars.contains($0) }
      while word.glyphs.count < length, let next = rest.first,
        word.glyphs.count + next.glyphs.count <= length
      {
        word = Word(word.glyphs + next.glyphs)
        rest = rest.dropFirst()
      }
      let end = offset + piece.utf8.count
      remember(word, offset..<end, page: page)
      offset = end + 1
    }
  }

  private func trimmedSpan(from start: Int) -> SourceSpan {
    SourceSpan(builder.id, start..<max(start, builder.count - 2))
  }
}

extension String {
  /// In Unicode NFC, with ligatures resolved and soft hyphens removed.
  var normalised: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    var text = self
    if unicodeScalars.contains(where: \.isReplaced) {
      text = ""
      for scalar in unicodeScalars where scalar != "\u{AD}" {
        if let ligature = Self.ligatures[scalar] {
          text += ligature
        } else {
          text.unicodeScalars.append(scalar == "\u{A0}" ? " " : scalar)
        }
      }
    }
    return text.composed
  }

  fileprivate static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st",
  ]
}

extension Unicode.Scalar {
  /// A ligature, a soft hyphen or a space that does not break.
  fileprivate var isReplaced: Bool {
    self == "\u{AD}" || self == "\u{A0}" || (value >> 4 == 0xFB0 && String.ligatures[self] != nil)
  }
}
