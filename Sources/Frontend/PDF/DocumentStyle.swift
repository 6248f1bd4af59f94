internal import IR

/// What is usual in this paper: measured once, used by every later stage.
struct DocumentStyle {
  /// Size of most characters before the bibliography, in points: appendices, prompts and checklists
  /// in small type may be longer than the paper.
  let bodySize: Double
  /// Name of the font of most characters.
  let bodyFont: String
  let bodyStyle: FontStyle
  /// The font without its design size.
  let bodyFamily: String
  /// Usual gap between lines of a paragraph, in points.
  let lineGap: Double
  /// Words of the running text in lower case, for undoing hyphenation; of compounds also what they
  /// begin and end with: `data-` and `-driven`.
  let vocabulary: Set<String>

  init(pages: [PageLayout]) {
    var sizes: [Double: Int] = [:]
    var names: [String: Int] = [:]
    var words: Set<String> = []
    let end = Self.bibliography(pages)
    for (number, page) in pages.enumerated() {
      var uses = [Int](repeating: 0, count: page.fonts.count)
      for segment in page.segments {
        for (index, word) in segment.words.enumerated() {
          for glyph in word.glyphs { uses[glyph.font] += 1 }
          // The first word of a line may be a half, and so may a last one with a hyphen.
          if index > 0, index + 1 < segment.words.count || !word.endsInHyphen {
            let core = word.lowercaseCore
            if !core.isEmpty { words.insert(core) }
            words.insertParts(of: core)
          }
        }
      }
      guard number < max(end, 1) else { continue }
      for (font, count) in zip(page.fonts, uses) where count > 0 {
        sizes[(font.size * 2).rounded() / 2, default: 0] += count
        names[font.name, default: 0] += count
      }
    }
    let bodySize = sizes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 10
    self.bodySize = bodySize
    bodyFont = names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    bodyStyle = FontStyle(bodyFont)
    bodyFamily = Font(name: bodyFont, size: bodySize, color: 0).family
    vocabulary = words
    lineGap = Self.lineGap(pages, bodySize: bodySize)
  }

  /// Index of the page on which the bibliography begins, else the number of pages. A table of
  /// contents names it as well.
  private static func bibliography(_ pages: [PageLayout]) -> Int {
    pages.lastIndex { page in
      page.segments.contains {
        $0.words.count <= 4 && HeadingWords.isBibliography($0.text)
      }
    } ?? pages.count
  }

  /// Between lines of double spacing, in sizes of the type.
  private static let widest = 1.7

  /// The space between most lines of the text. In manuscripts for review that is more than a line is
  /// high, which elsewhere is the space between paragraphs.
  private static func lineGap(_ pages: [PageLayout], bodySize: Double) -> Double {
    var gaps: [Double] = []
    for page in pages {
      let body = page.segments.filter { abs($0.size - bodySize) < 0.6 && $0.words.count > 5 }
        .sorted { ($0.box.x0, $0.box.y0) < ($1.box.x0, $1.box.y0) }
      for (above, below) in zip(body, body.dropFirst()) where abs(above.box.x0 - below.box.x0) < 1 {
        let gap = below.box.y0 - above.box.y1
        if gap > -0.5 * bodySize, gap < widest * bodySize { gaps.append(gap) }
      }
    }
    let close = gaps.filter { $0 < bodySize }
    if 2 * close.count >= gaps.count { gaps = close }
    gaps.sort()
    return gaps.isEmpty ? 0.2 * bodySize : gaps[gaps.count / 2]
  }
}

extension Word {
  fileprivate var endsInHyphen: Bool {
    glyphs.last.map { $0.scalar == "-" || $0.scalar == "\u{2010}" } ?? false
  }

  /// Its text in lower case, without what is no letter at both ends.
  var lowercaseCore: String {
    guard isASCII else { return text.lowercase.trimmedToLetters }
    guard let first = glyphs.firstIndex(where: \.scalar.isLetter),
      let last = glyphs.lastIndex(where: \.scalar.isLetter)
    else { return "" }
    return String(unsafeUninitializedCapacity: last - first + 1) { bytes in
      for index in first...last {
        let code = UInt8(truncatingIfNeeded: glyphs[index].scalar.value)
        bytes[index - first] = code >= 0x41 && code <= 0x5A ? code | 0x20 : code
      }
      return last - first + 1
    }
  }
}

extension Set<String> {
  /// Inserts the first and the last part of a compound, each with its hyphen.
  fileprivate mutating func insertParts(of word: String) {
    let bytes = word.utf8
    guard let first = bytes.firstIndex(of: UInt8(ascii: "-")),
      let last = bytes.lastIndex(of: UInt8(ascii: "-"))
    else { return }
    insert(String(word[...first]))
    insert(String(word[last...]))
  }
}

extension String {
  /// Without what is no letter at both ends.
  fileprivate var trimmedToLetters: String {
    guard let first = unicodeScalars.firstIndex(where: \.isLetter),
      let last = unicodeScalars.lastIndex(where: \.isLetter)
    else { return "" }
    return first == startIndex && unicodeScalars.index(after: last) == endIndex
      ? self : String(unicodeScalars[first...last])
  }
}
