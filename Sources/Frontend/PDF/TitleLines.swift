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
    if let printed = documentTitleLines() { return printed }
    let upper = lines.prefix { $0.flow.page == 1 }
    // Larger than any title are the letters of a logo.
    let worded = upper.indices.filter { upper[$0].text.letterCount > 3 }
    guard let largest = worded.map({ upper[$0].flow.line.size }).max(),
      let start = worded.first(where: { upper[$0].flow.line.size > largest - 0.4 })
    else { return 0..<0 }
    var end = start + 1
    while end < upper.count, abs(lines[end].flow.line.size - largest) < 0.4,
      largest > bodySize + 0.5 || lines[end].font.name == lines[start].font.name, end - start < 6,
      !isByline(lines[end], below: lines[start])
    {
      end += 1
    }
    // A subtitle goes on below in the same font.
    while end < upper.count, lines[end - 1].text.hasSuffix(":"),
      lines[end].font.family == lines[start].font.family,
      lines[end].flow.line.size > bodySize + 0.5
    {
      end += 1
    }
    return start..<end
  }

  /// Whether a line as large as the title names people or places, in a style of its own.
  private func isByline(_ line: FrontLine, below title: FrontLine) -> Bool {
    guard line.font.style != title.font.style else { return false }
    return !NameText.names(in: line.text).isEmpty || NameText.isAffiliation(line.text)
      || NameText.isContact(line.text)
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
