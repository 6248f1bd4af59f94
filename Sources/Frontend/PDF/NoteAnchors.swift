internal import IR

/// The mark that begins a footnote and stands where the text refers to it.
struct NoteMark: Equatable {
  /// `1`, `12`, `∗`.
  let text: String

  /// Of a footnote's own text: `^1 We …`, `∗Equal …`.
  init?(_ note: String) {
    var rest = note[...]
    if rest.first == "^" {
      rest = rest.dropFirst()
      let isBraced = rest.first == "{"
      let mark = isBraced ? rest.dropFirst().prefix { $0 != "}" } : rest.prefix(1)
      guard !mark.isEmpty, mark.count <= 3 else { return nil }
      text = String(mark)
    } else if let first = rest.first, "∗*†‡§¶".contains(first) {
      text = String(first)
    } else {
      return nil
    }
  }

  /// The range in UTF-8 of the mark where a text refers to the note: behind a word or a sentence,
  /// not behind a number or a lone letter, whose power it would be.
  func range(in content: String) -> Range<Int>? {
    let utf8 = Array(content.utf8)
    let forms =
      text.utf8.count == text.count && text.count == 1
      ? ["^\(text)"] : ["^\(text)", "^{\(text)}"]
    for form in forms.map({ Array($0.utf8) }) {
      guard form.count < utf8.count else { continue }
      for start in 1...(utf8.count - form.count) where utf8[start] == form[0] {
        guard utf8[start...].starts(with: form), !isPower(utf8, start, start + form.count) else {
          continue
        }
        return start..<(start + form.count)
      }
    }
    return nil
  }

  private func isPower(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    if end < text.count, text[end].isASCIIDigit || text[end].isASCIILetter { return true }
    let before = text[start - 1]
    if before.isASCIIDigit { return true }
    guard before.isASCIILetter else {
      return before == UInt8(ascii: ")") || before == UInt8(ascii: "}")
    }
    return start < 2 || !text[start - 2].isASCIILetter
  }
}

extension Paper {
  /// Binds each footnote to the place of its mark in the text of its page.
  ///
  /// `pages` are those of the blocks.
  mutating func bindNotes(_ text: PaperText, pages: [Int]) {
    let texts: Set<Block.Kind> = [.paragraph, .listItem, .heading, .other, .quote]
    for index in blocks.indices where blocks[index].kind == .footnote {
      guard let label = blocks[index].label, let mark = NoteMark("^{\(label)}") else { continue }
      // Notes stand behind the blocks of their page; a paragraph may have begun on the page before.
      var at = index - 1
      while at >= 0, pages[at] >= pages[index] - 1, index - at < 400 {
        defer { at -= 1 }
        guard texts.contains(blocks[at].kind) else { continue }
        let span = blocks[at].span
        if let range = mark.range(in: text.content(of: span)) {
          blocks[index].anchor = span.narrowed(to: range)
          break
        }
        if pages[at] < pages[index] { break }
      }
    }
  }
}
