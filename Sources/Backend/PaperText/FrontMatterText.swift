internal import IR

/// What stands above the abstract: title, authors, and the lines with their affiliations.
struct FrontMatterText {
  private(set) var parts: [String] = []
  /// Indexes of the blocks that are written here.
  private(set) var blocks: Set<Int> = []
  /// Index of the block before which the abstract's heading is missing.
  private(set) var abstractStart: Int?

  init(_ paper: Paper, _ sources: SourceMap) {
    let metadata = paper.metadata
    let title = metadata.title?.spans ?? []
    let names = metadata.authors.map(\.value)
    if let value = metadata.title?.value { parts.append("# " + MarkdownText.inline(value)) }
    if !names.isEmpty {
      parts.append("**Authors:** " + names.map(MarkdownText.inline).joined(separator: ", "))
    }
    var lines: [String] = []
    for (index, block) in paper.blocks.enumerated() {
      guard block.section == 0, block.kind == .other else { break }
      blocks.insert(index)
      let text = sources.text(of: block.span)
      guard !title.contains(where: { $0.contains(block.span) }), !Self.holdsOnly(names, text) else {
        continue
      }
      lines.append(MarkdownText.line(text))
    }
    // A backslash at its end breaks a line and is seen, as spaces are not.
    if !lines.isEmpty { parts.append(lines.joined(separator: "\\\n")) }
    abstractStart = Self.start(of: metadata.abstract, in: paper, sources)
  }

  /// Whether a line has names of authors and nothing else, not even a mark of an affiliation.
  private static func holdsOnly(_ names: [String], _ line: String) -> Bool {
    var rest = line
    for name in names { rest = rest.swapping(name, for: "") }
    let words = rest.split { " ,;&·•".contains($0) }
    return words.allSatisfy { $0 == "and" }
  }

  private static func start(
    of abstract: Grounded<String>?, in paper: Paper, _ sources: SourceMap
  ) -> Int? {
    guard let span = abstract?.spans.first,
      let index = paper.blocks.firstIndex(where: { $0.span.contains(span) })
    else { return nil }
    let isHeaded = paper.blocks[..<index].contains { block in
      block.kind == .heading && sources.text(of: block.span).lowercase == "abstract"
    }
    return isHeaded || paper.blocks[index].section != 0 ? nil : index
  }
}
