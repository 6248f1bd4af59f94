internal import IR

/// Words that stand above each other on a page that is read from its side.
struct SidewaysLine {
  private(set) var text: String
  private(set) var box: Box
  private(set) var words: [Word]

  /// Groups words, in the order of the page, that share most of their width.
  static func group(_ words: [Word]) -> [SidewaysLine] {
    var lines: [SidewaysLine] = []
    for word in words {
      if let last = lines.last, last.holds(word) {
        lines[lines.count - 1].text += " " + word.text
        lines[lines.count - 1].box = last.box.union(word.box)
        lines[lines.count - 1].words.append(word)
      } else {
        lines.append(SidewaysLine(text: word.text, box: word.box, words: [word]))
      }
    }
    return lines
  }

  private func holds(_ word: Word) -> Bool {
    box.overlapsHorizontally(word.box, by: 0.5 * min(box.width, word.box.width))
  }
}
