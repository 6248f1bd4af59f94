internal import IR

/// The sections of `constraints.md`: sentences with where they stand, since what a limit is one of
/// is often said by its heading alone.
struct ConstraintWriter {
  let paper: Paper?
  let absence: String

  func write(_ title: String, _ sentences: [Grounded<String>], into file: inout FileWriter) {
    file.blank()
    file.line("## \(words: title)")
    write(sentences, into: &file)
    if sentences.isEmpty { file.line("- \(words: absence)") }
  }

  private func write(_ sentences: [Grounded<String>], into file: inout FileWriter) {
    for sentence in sentences {
      file.text("\(sentence)\(SectionLabel.place(of: sentence, in: paper))", after: "- ")
    }
  }

  /// What is known not to be done or done well, by how it is known.
  func write(_ limitations: [Limitation], into file: inout FileWriter) {
    file.blank()
    file.line("## Known limitations")
    if limitations.isEmpty { file.line("- \(words: absence)") }
    for kind in Limitation.Kind.allCases {
      let statements = limitations.filter { $0.kind == kind }.map(\.statement)
      guard !statements.isEmpty else { continue }
      file.blank()
      file.line("### \(words: Self.title(of: kind))")
      write(statements, into: &file)
    }
  }

  private static func title(of kind: Limitation.Kind) -> String {
    switch kind {
    case .stated: "Stated as limitations"
    case .passing: "Limitations told in passing"
    case .table: "Limits read off tables"
    }
  }
}
