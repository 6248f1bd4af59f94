internal import IR

/// The word `Abstract` in front of the text that it heads.
enum AbstractLead {
  private static let word = "abstract"
  /// UTF-8 offsets of the word in such a text.
  static let wordRange = 0..<word.utf8.count

  /// Whether a line begins the abstract: with the word alone, or with it and a mark.
  static func heads(_ text: String) -> Bool {
    guard text.prefix(1).lowercased() == "a" else { return false }
    let letters = text.lowercased().filter(\.isLetter)
    return letters == word
      || text.prefix(word.count).lowercased() == word
        && text.dropFirst(word.count).first.map { ".:—–-".contains($0) } ?? false
  }

  /// UTF-8 length of the word and what parts it from the text; nil where the text begins otherwise,
  /// as `Abstractions` does.
  static func length(in text: String) -> Int? {
    guard text.prefix(word.count).lowercase == word else { return nil }
    let tail = text.dropFirst(word.count)
    let rest = tail.drop { " :.—–-".contains($0) }
    guard rest.count < tail.count, let first = rest.first else { return nil }
    let isMarked = tail.prefix(tail.count - rest.count).contains { $0 != " " }
    return isMarked || first.isUppercase ? text.utf8.count - rest.utf8.count : nil
  }
}

/// The name in front of a caption.
enum CaptionText {
  /// The caption without `Table 3:`.
  static func withoutName(_ span: SourceSpan, _ text: String) -> SourceSpan {
    guard let start = CaptionStart(text) else { return span }
    var rest = text[...]
    for _ in 0..<start.words {
      rest = rest.drop { $0 == " " }.drop { $0 != " " }
    }
    rest = rest.drop { " :.|—–-".contains($0) }
    return span.narrowed(to: text.utf8.count - rest.utf8.count..<text.utf8.count)
  }
}
