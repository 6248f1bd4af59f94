internal import IR
internal import YAML

/// The manifest against the inputs: title page and digests.
struct TitlePageCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA720", .error(), .grounding, "the manifest disagrees with the title page",
      cause: "Title, an author, the abstract or the printed year in the frontmatter is not what "
        + "the paper's first page says.",
      cure: "Copy it from the paper.", example: "swapped authors"),
    CheckRow(
      "ARA725", .error(), .nondeterminism, "a declared digest is not the input's",
      cause: "`sha256` under `sources` is another file's, or the source is none of the inputs.",
      cure: "Compile again from the input.", example: "another version of the PDF"),
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    guard let keys = artifact.manifest?.keys else { return }
    checkDigests(keys.sources, inputs, report)
    guard let paper = inputs.paper, !paper.isScanned else { return }
    for name in ["title", "abstract"] {
      let printed = name == "title" ? paper.metadata.title : paper.metadata.abstract
      guard let key = keys[name], let text = keys.text(name), !FixedPhrase.isUsed(text[...]),
        !isPrinted(text, printed?.value, inputs)
      else { continue }
      report(.notPrinted(key, text))
    }
    checkAuthors(keys, paper, inputs, report)
    if let key = keys["year"], let printed = paper.metadata.year, printed.derivation == nil,
      let year = key.value.scalar.flatMap(Int.init), year != printed.value
    {
      report(.notPrinted(key, String(year)))
    }
  }

  private func checkDigests(
    _ sources: [DeclaredSource], _ inputs: InputTexts, _ report: (Finding) -> Void
  ) {
    for source in sources {
      if inputs.isMissing(source.id) { continue }
      if inputs.isAbsent(source.id) {
        report(.otherDigest(source))
      } else if let input = inputs.document.sources[inputs.id(of: source.id)] {
        if source.sha256?.lowercased() != input.sha256 { report(.otherDigest(source)) }
      } else {
        report(.unknownSource(source))
      }
    }
  }

  private func checkAuthors(
    _ keys: FrontmatterKeys, _ paper: Paper, _ inputs: InputTexts, _ report: (Finding) -> Void
  ) {
    guard let key = keys["authors"] else { return }
    let names = key.value.scalars.map(\.text).filter { !FixedPhrase.isUsed($0[...]) }
    let printed = paper.metadata.authors.map(\.value)
    if names.isEmpty, !printed.isEmpty { report(.unnamed(key, printed)) }
    for name in names where !printed.contains(name) && !inputs.firstPages(hold: name) {
      report(.notPrinted(key, name))
    }
    let known = names.filter(printed.contains)
    if known != printed.filter(names.contains) { report(.otherOrder(key)) }
  }

  /// Whether a value is what the paper prints; `---` is written as a dash in frontmatters.
  private func isPrinted(_ text: String, _ printed: String?, _ inputs: InputTexts) -> Bool {
    let words = Words.all(text)
    if let printed, Words.all(printed) == words { return true }
    return inputs.firstPages(hold: text)
  }
}

extension Finding {
  private static func at(_ key: FrontmatterKeys.Key) -> ArtifactPlace {
    ArtifactPlace(file: "PAPER.md", line: key.place.line, column: key.place.column)
  }

  fileprivate static func notPrinted(_ key: FrontmatterKeys.Key, _ text: String) -> Finding {
    Finding(
      "ARA720", at: at(key), about: "\(key.name): \(Excerpt.of(text))",
      "the first page does not print the \(key.name) \(Quoted(text))", excerpt: Excerpt.of(text))
  }

  fileprivate static func unnamed(_ key: FrontmatterKeys.Key, _ printed: [String]) -> Finding {
    Finding(
      "ARA720", at: at(key), about: "authors",
      "the first page prints authors: \(printed.map { String(describing: Quoted($0)) }.joined(separator: ", "))"
    )
  }

  fileprivate static func otherOrder(_ key: FrontmatterKeys.Key) -> Finding {
    Finding(
      "ARA720", at: at(key), about: "order", "the authors are not in the order of the first page")
  }

  fileprivate static func unknownSource(_ source: DeclaredSource) -> Finding {
    Finding(
      "ARA725", at: ArtifactPlace(file: "PAPER.md", line: source.line), about: source.id,
      "\(Quoted(source.id)) is none of the inputs")
  }

  fileprivate static func otherDigest(_ source: DeclaredSource) -> Finding {
    Finding(
      "ARA725", at: ArtifactPlace(file: "PAPER.md", line: source.line), about: source.id,
      "the digest of \(Quoted(source.id)) is not the input's")
  }
}
