internal import IR

/// Whether `PAPER.md` has a frontmatter that can be read.
struct FrontmatterFormCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA201", .error(.april2026, .august2026, .cli), .parseError,
      "`PAPER.md` does not begin with a frontmatter",
      cause: "The first line of the file is not `---`.",
      cure: "Put the metadata between two `---` lines at the top.", example: "# Title"),
    CheckRow(
      "ARA202", .error(.april2026, .august2026), .parseError, "the frontmatter does not end",
      cause: "No second `---` line follows the first.", cure: "Close the frontmatter.",
      example: "a `PAPER.md` with one `---`"),
    CheckRow(
      "ARA203", .error(.april2026, .august2026, .cli), .parseError,
      "the frontmatter is no plain YAML mapping",
      cause: "It does not parse, has a key twice, or uses anchors, aliases or tags, which are "
        + "never expanded.",
      cure: "Write one key per line with quoted strings.", example: "title: [unterminated"),
    CheckRow(
      "ARA204", .error(.april2026), .parseError, "`---` stands inside the frontmatter",
      cause: "The April script cuts the file at the first two `---`, wherever they stand.",
      cure: "Write an em dash.", example: "abstract: \"fast --- and slow\""),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let manifest = artifact.manifest else { return }
    switch manifest.frontmatter {
    case .missing: report(.frontmatter("ARA201", 1, "the file does not begin with '---'"))
    case .unclosed: report(.frontmatter("ARA202", 1, "the frontmatter does not end"))
    case .damaged(let message, let line):
      report(.frontmatter("ARA203", line, "the frontmatter cannot be read: \(message)"))
    case .read: break
    }
    for line in manifest.fenced {
      let text = manifest.body.text.line(line)
      guard let start = text.offset(of: "---") else { continue }
      report(.fence(LinePiece(text: text, line: line)[start..<(start + 3)]))
    }
  }
}

extension Finding {
  fileprivate static func frontmatter(_ code: DiagnosticCode, _ line: Int, _ message: String)
    -> Finding
  {
    Finding(code, at: ArtifactPlace(file: "PAPER.md", line: line), about: "form", message)
  }

  fileprivate static func fence(_ piece: LinePiece) -> Finding {
    Finding(
      "ARA204", on: piece, in: "PAPER.md", "'---' stands inside the frontmatter"
    ).fixed(by: .replace(piece, in: "PAPER.md", by: "—"))
  }
}
