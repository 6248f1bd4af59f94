internal import IR

/// Components of the architecture and the code.
struct ComponentWordCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA425", .warning().but(.error, in: .april2026), .danglingReference,
      "a component shares no word with the code",
      cause: "Of each of the first ten headings of `architecture.md`, a word of four letters or "
        + "more must occur in a Python file directly in `src/execution`.",
      cure: "Name the component in the docstring of the module.",
      example: "### Key design choices")
  ]

  private static let exempt: Set<Substring> = [
    "overview", "component", "components", "graph", "diagram", "interaction", "notes",
    "implementation", "summary", "design", "system", "high", "level", "architecture",
    "specifications", "executor", "server", "client", "flow", "data", "description",
    "descriptions", "details", "interfaces", "the", "and", "with", "from", "this", "that",
  ]
  private static let mostHeadings = 10

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let file = artifact.markdown("logic/solution/architecture.md") else { return }
    let code = artifact.pythonFiles.map { $0.lines.joined(separator: "\n").lowercase }
    if code.isEmpty { return }
    let headings = file.headings.filter { $0.level == 2 || $0.level == 3 }
    for heading in headings.prefix(Self.mostHeadings) {
      let words = Words.all(heading.text).filter { $0.count >= 4 && !Self.exempt.contains($0) }
      if words.isEmpty { continue }
      if !words.contains(where: { word in code.contains { $0.holds(word) } }) {
        report(.noSharedWord(heading, file.path))
      }
    }
  }
}

extension Finding {
  fileprivate static func noSharedWord(_ heading: Heading, _ file: String) -> Finding {
    Finding(
      "ARA425", at: ArtifactPlace(file: file, line: heading.line),
      about: Excerpt.of(heading.text),
      "no word of the component \(Quoted(heading.text)) occurs in the code",
      excerpt: Excerpt.of(heading.text))
  }
}
