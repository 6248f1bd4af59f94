internal import IR

/// A line before the first section, with its place in the paper's text.
struct FrontLine {
  let flow: FlowLine
  /// Of the line's page.
  let fonts: [Font]
  let span: SourceSpan
  let text: String

  /// The font of most of its characters.
  var font: Font {
    let index = flow.line.font
    return index < fonts.count ? fonts[index] : Font(name: "", size: flow.line.size, color: 0)
  }

  /// The size of its capitals: most characters of a title in small capitals are smaller.
  var capitalSize: Double {
    let size = flow.line.size
    let sizes = flow.line.words.lazy.flatMap(\.glyphs).map(\.font).filter { $0 < fonts.count }
      .map { fonts[$0].size }
    return sizes.filter { $0 < 1.35 * size }.max().map { max($0, size) } ?? size
  }

  /// What stands side by side in it: title pages are not justified, and no space between two words
  /// of theirs is this wide.
  var pieces: [TextLine] { flow.line.segments(gap: 0.7 * flow.line.size, fonts: fonts) }
}

/// Finds the title among the lines before the abstract.
struct TitleLines {
  let lines: [FrontLine]
  let bodySize: Double
  /// The PDF's own title field, where it has one.
  let documentTitle: String?

  /// Indexes of the title's lines.
  func find() -> Range<Int> {
    if let printed = documentTitleLines() { return withSubtitle(printed) }
    if let labelled = labelledLines() { return labelled }
    let upper = lines.prefix { $0.flow.page == 1 }
    // Larger than any title are the letters of a logo.
    let worded = upper.indices.filter { upper[$0].text.letterCount > 3 }
    guard let largest = worded.map({ upper[$0].capitalSize }).max(),
      let start = worded.first(where: { upper[$0].capitalSize > largest - 0.4 })
    else { return 0..<0 }
    var end = start + 1
    while end < upper.count, isAsLarge(lines[end], as: lines[start]),
      largest > bodySize + 0.5 || lines[end].font.name == lines[start].font.name, end - start < 6,
      !isByline(lines[end], below: lines[start])
    {
      end += 1
    }
    return withSubtitle(start..<end)
  }

  /// A subtitle goes on below in the same font.
  private func withSubtitle(_ title: Range<Int>) -> Range<Int> {
    var title = title
    while title.upperBound < lines.count, lines[title.upperBound].flow.page == 1,
      lines[title.upperBound - 1].text.hasSuffix(":") || isName(title),
      isSubtitle(lines[title.upperBound], of: lines[title.lowerBound])
    {
      title = title.lowerBound..<(title.upperBound + 1)
    }
    return title
  }

  /// Whether a title is no more than the name of the work.
  private func isName(_ range: Range<Int>) -> Bool {
    range.count == 1 && lines[range.lowerBound].text.split(separator: " ").count == 1
  }

  private func isSubtitle(_ line: FrontLine, of title: FrontLine) -> Bool {
    (line.font.family == title.font.family && line.flow.line.size > bodySize + 0.5
      || line.flow.line.size > 1.25 * bodySize)
      && NameText.names(in: line.text).isEmpty && !NameText.isAffiliation(line.text)
      && !NameText.isContact(line.text)
  }

  /// Whether a line is set as the title is: without a capital, a line in small capitals is known by
  /// these.
  private func isAsLarge(_ line: FrontLine, as title: FrontLine) -> Bool {
    abs(line.capitalSize - title.capitalSize) < 0.4
      || abs(line.flow.line.size - title.flow.line.size) < 0.4 && line.font.name == title.font.name
  }

  /// Whether a line as large as the title names people or places, in a style of its own.
  private func isByline(_ line: FrontLine, below title: FrontLine) -> Bool {
    guard line.font.style != title.font.style else { return false }
    return !NameText.names(in: line.text).isEmpty || NameText.isAffiliation(line.text)
      || NameText.isContact(line.text)
  }

  static let label = "title:"

  /// `Title: …`, up to what says something else: manuscripts set both in one face.
  private func labelledLines() -> Range<Int>? {
    let start = lines.firstIndex {
      $0.flow.page == 1 && $0.text.lowercased().hasPrefix(Self.label)
    }
    guard let start else { return nil }
    let end = lines[start...].indices.dropFirst().prefix(5).first { index in
      let text = lines[index].text
      return text.lowercased().hasPrefix("author") || !NameText.names(in: text).isEmpty
        || NameText.isAffiliation(text) || NameText.isContact(text)
    }
    return start..<(end ?? start + 1)
  }

  /// The lines that together are the title that the PDF names.
  private func documentTitleLines() -> Range<Int>? {
    guard let title = documentTitle.map(Self.letters), title.count > 8 else { return nil }
    for start in lines.indices {
      var collected = ""
      for end in start..<min(start + 6, lines.count) {
        collected += Self.letters(lines[end].text)
        if collected == title { return start..<(end + 1) }
        guard title.hasPrefix(collected) else { break }
      }
    }
    return nil
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isAlphanumeric }
  }
}
