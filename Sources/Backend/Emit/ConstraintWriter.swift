internal import IR

/// The sections of `constraints.md`: sentences with where they stand, since what a limit is one of
/// is often said by its heading alone.
struct ConstraintWriter {
  let paper: Paper?
  let absence: String

  func write(_ title: String, _ sentences: [Grounded<String>], into file: inout FileWriter) {
    file.blank()
    file.line("## \(words: title)")
    for sentence in sentences { file.text("\(sentence)\(place(of: sentence))", after: "- ") }
    if sentences.isEmpty { file.line("- \(words: absence)") }
  }

  /// In bytes; longer ones are sentences, or swallowed one.
  private static let longestTitle = 80

  /// ` (§4.2 Damp marbles)`; nothing for the front matter.
  private func place(of sentence: Grounded<String>) -> Line {
    guard let paper, let span = sentence.spans.first,
      let section = paper.blocks.first(where: { $0.span.contains(span) })?.section, section > 0
    else { return "" }
    let label = SectionLabel.line(section, paper)
    let title = paper.sections[section].title
    guard paper.sections[section].number != nil, title.value.utf8.count <= Self.longestTitle else {
      return " (\(label))"
    }
    return " (\(label) \(title))"
  }
}
