internal import IR

/// The word `Abstract` in front of the text that it heads.
enum AbstractLead {
  static func removed(from text: Grounded<String>) -> Grounded<String> {
    guard let span = text.spans.first, text.value.prefix(8).lowercase == "abstract" else {
      return text
    }
    let rest = text.value.dropFirst("abstract".count).drop { " :.—–-".contains($0) }
    guard rest.count < text.value.count, !rest.isEmpty else { return text }
    let cut = text.value.utf8.count - rest.utf8.count
    return Grounded(String(rest), [span.narrowed(to: cut..<span.bytes.count)])
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
