internal import IR

/// How sections are named: `§3.1`, `Appendix B`, or by their title, which may begin with a number as
/// labels do and is quoted.
enum SectionLabel {
  static func line(_ index: Int, _ paper: Paper) -> Line {
    let section = paper.sections[index]
    guard let number = section.number else { return "“\(section.title)”" }
    let label = Grounded(
      (section.isAppendix ? "Appendix " : "§") + number, section.title.spans,
      .computed("number of the heading"))
    return "\(label)"
  }

  /// In bytes; longer titles are sentences, or swallowed one.
  private static let longestTitle = 80

  /// `§4.2 Damp marbles`.
  static func withTitle(_ index: Int, _ paper: Paper) -> Line {
    let section = paper.sections[index]
    guard section.number != nil, section.title.value.utf8.count <= longestTitle else {
      return line(index, paper)
    }
    return "\(line(index, paper)) \(section.title)"
  }

  /// ` (§4.2 Damp marbles)` behind a statement; nothing where it stands in the front matter.
  static func place(of statement: Grounded<String>, in paper: Paper?) -> Line {
    guard let paper, let section = paper.labelledSection(of: statement.spans.first) else {
      return ""
    }
    return " (\(withTitle(section, paper)))"
  }
}

extension Paper {
  /// The section in which something stands; nil for the front matter, which is called by no label.
  func labelledSection(of span: SourceSpan?) -> Int? {
    guard let span, let section = blocks.first(where: { $0.span.contains(span) })?.section else {
      return nil
    }
    return section > 0 ? section : nil
  }
}
