internal import IR
internal import YAML

/// Title and overview of `PAPER.md`.
struct ManifestBodyCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA217", .warning(), .consistency, "the first heading is not the title",
      cause: "The first `#` heading of the body differs from `title` in the frontmatter.",
      cure: "Copy the title.", example: "# A shortened title"),
    CheckRow(
      "ARA218", .warning(.august2026), .missingField, "there is no overview",
      cause: "`## Overview` is missing or holds no text.", cure: "Write one or two paragraphs.",
      example: "## Overview"),
    CheckRow(
      "ARA219", .note(.august2026), .consistency, "more claims are summed up than made",
      cause: "`claims_summary` has more lines than `logic/claims.md` has claims.",
      cure: "Keep one line per main claim.", example: "5 lines for 3 claims"),
    CheckRow(
      "ARA220", .note(), .consistency, "the manifest is long",
      cause: "Frontmatter and overview together exceed about 500 words: they are what a reader "
        + "opens first.",
      cure: "Shorten the overview.", example: "an overview of 2,000 words"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let manifest = artifact.manifest else { return }
    if case .unclosed = manifest.frontmatter { return }
    if let key = manifest.keys?["title"], !key.value.isBlank, let title = key.value.scalar {
      let heading = manifest.body.headings.first { $0.level == 1 }
      if heading.map({ Self.plain($0.text) }) != Self.plain(title) {
        report(.otherTitle(heading, title))
      }
    }
    let overview = manifest.body.heading("Overview", level: 2)
    let words = overview.map { wordCount(manifest, manifest.body.lines(of: $0).dropFirst()) }
    if words ?? 0 == 0 { report(.noOverview(overview)) }
    if (words ?? 0) + wordCount(manifest, manifest.fenced[...]) > 500 { report(.longManifest()) }
    let summaries = manifest.keys?["claims_summary"]?.value.sequence?.count ?? 0
    if let claims = artifact.claims, !claims.blocks.isEmpty, summaries > claims.blocks.count {
      report(.summaries(manifest.keys?["claims_summary"], summaries, claims.blocks.count))
    }
  }

  /// A title without what the frontmatter or the body alone must write differently.
  private static func plain(_ title: some StringProtocol) -> String {
    Escape.relinked(title).swapping("---", for: "—")
  }

  private func wordCount(_ manifest: ManifestFile, _ lines: some Sequence<Int>) -> Int {
    lines.reduce(0) { sum, line in
      sum + manifest.body.text.line(line).parts(between: " ").count
    }
  }
}

extension Finding {
  fileprivate static func otherTitle(_ heading: Heading?, _ title: String) -> Finding {
    Finding(
      "ARA217", at: ArtifactPlace(file: "PAPER.md", line: heading?.line ?? 1), about: "title",
      "the first heading is not the title of the frontmatter",
      excerpt: heading.map { Excerpt.of($0.text) }
    ).fixed(
      by: heading.map {
        .replace(LinePiece(text: $0.text, line: $0.line), in: "PAPER.md", by: title)
      })
  }

  fileprivate static func noOverview(_ heading: Heading?) -> Finding {
    Finding(
      "ARA218", at: ArtifactPlace(file: "PAPER.md", line: heading?.line ?? 1), about: "Overview",
      heading == nil ? "there is no '## Overview'" : "'## Overview' holds no text")
  }

  fileprivate static func summaries(_ key: FrontmatterKeys.Key?, _ lines: Int, _ claims: Int)
    -> Finding
  {
    Finding(
      "ARA219", at: ArtifactPlace(file: "PAPER.md", line: key?.place.line ?? 1),
      about: "claims_summary", "claims_summary has \(lines) lines for \(claims) claims")
  }

  fileprivate static func longManifest() -> Finding {
    Finding(
      "ARA220", at: ArtifactPlace(file: "PAPER.md"), about: "length",
      "frontmatter and overview exceed 500 words")
  }
}
