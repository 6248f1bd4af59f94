internal import IR

/// Finds the section whose text names a table or figure first.
struct FirstMention {
  /// Paragraphs in order, with their sections.
  let prose: [(section: Int, text: String)]

  func section(naming label: ExhibitLabel) -> Int? {
    let names = (label.kind == .table ? ["Table ", "Tab. "] : ["Figure ", "Fig. "]).map {
      $0 + label.number
    }
    return prose.first { paragraph in
      names.contains(where: { Self.holds(paragraph.text, $0) })
    }?.section
  }

  /// `Table 1` stands neither in `Table 12` nor in `Table 1.2`.
  private static func holds(_ text: String, _ name: String) -> Bool {
    guard let found = text.find(name) else { return false }
    let next = text[found.upperBound...].prefix(2)
    guard let first = next.first else { return true }
    return !first.isAlphanumeric && !(first == "." && next.last?.isASCIIDigit == true)
  }
}
