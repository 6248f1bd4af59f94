internal import IR

/// The words that head a paragraph from inside its first lines: `Label smoothing. During…`.
struct RunInHead {
  /// As they stand on the page, hyphens at the ends of lines included.
  private let words: [String]
  /// Whether the mark of an item or the number of a section stands before them.
  private let isMarked: Bool

  private static let longest = 24
  /// In italics or small capitals a head needs a full stop: names are set in them too.
  private static let longestSlanted = 9

  /// `fonts` are those of each page; nil if the lines begin as they go on.
  init?(_ block: RawBlock, fonts: (_ page: Int) -> [Font], body: FontStyle) {
    guard let line = block.lines.first, block.kind == .paragraph || block.kind == .listItem else {
      return nil
    }
    let isItem = block.kind == .listItem && ListMarker(line.text) != nil
    let skipped = isItem || line.line.words.first.map(Self.isNumber) == true ? 1 : 0
    // Nearly every paragraph begins as it goes on, and is asked no more than its first word.
    let start = line.line.words.dropFirst(skipped).first
    if let start, Self.style(of: start, fonts(line.page)).flatMap({ Kind($0, body: body) }) == nil {
      return nil
    }
    let words = block.lines.prefix(3).flatMap { line in line.line.words.map { ($0, line.page) } }
      .dropFirst(skipped)
    guard let start = words.first, let style = Self.style(of: start.0, fonts(start.1)),
      let kind = Kind(style, body: body)
    else { return nil }
    var run: [String] = []
    var goesOn = false
    for (word, page) in words {
      guard let style = Self.style(of: word, fonts(page)), kind.holds(style) else {
        goesOn = true
        break
      }
      run.append(word.text)
      if run.count > Self.longest { return nil }
    }
    guard goesOn, let end = run.last, run.lazy.map(\.letterCount).reduce(0, +) >= 3 else {
      return nil
    }
    let isClosed = end.last.map { ".:?!".contains($0) } ?? false
    guard kind == .bold || isClosed && run.count <= Self.longestSlanted else { return nil }
    self.words = run
    isMarked = skipped > 0
  }

  /// `3.2.1`: sections of the third level begin with their first line.
  private static func isNumber(_ word: Word) -> Bool {
    let parts = word.text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { Int($0) != nil }
  }

  /// UTF-8 offsets of these words in the text of the block, where lines are joined; nil if they do
  /// not stand at its start.
  func range(in text: String) -> Range<Int>? {
    let start = isMarked ? text.prefix { $0 != " " }.count + 1 : 0
    var rest = text.dropFirst(start)
    let begin = text.utf8.count - rest.utf8.count
    // Only letters and digits are the same on the page and in the text.
    for letter in words.joined().normalised where letter.isAlphanumeric {
      rest = rest.drop { !$0.isAlphanumeric }
      guard rest.popFirst() == letter else { return nil }
    }
    rest = rest.drop { $0 != " " }
    return begin..<(text.utf8.count - rest.utf8.count)
  }

  private enum Kind {
    case bold, slanted, smallCapitals

    init?(_ style: FontStyle, body: FontStyle) {
      guard !style.isMath, !style.isMonospaced else { return nil }
      if style.isBold, !body.isBold {
        self = .bold
      } else if style.isItalic, !body.isItalic {
        self = .slanted
      } else if style.isSmallCaps, !body.isSmallCaps {
        self = .smallCapitals
      } else {
        return nil
      }
    }

    func holds(_ style: FontStyle) -> Bool {
      switch self {
      case .bold: style.isBold
      case .slanted: style.isItalic
      case .smallCapitals: style.isSmallCaps
      }
    }
  }

  /// The style of a word's first letter or digit, else of its first character.
  private static func style(of word: Word, _ fonts: [Font]) -> FontStyle? {
    let glyph = word.glyphs.first { $0.scalar.isLetter } ?? word.glyphs.first
    guard let font = glyph?.font, font < fonts.count else { return nil }
    return fonts[font].style
  }
}
