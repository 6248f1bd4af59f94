internal import IR

/// `Evidence` and `Run` of experiments, related concepts.
struct ExperimentLinkCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA416", .error(.august2026), .danglingReference, "the evidence of an experiment is missing",
      cause: "`Evidence` names a path that is no file of the artifact.",
      cure: "Correct the path, or write `pending`.",
      example: "- **Evidence**: evidence/tables/t9.md"),
    CheckRow(
      "ARA417", .error(.august2026), .danglingReference, "the run of an experiment is not indexed",
      cause: "`Run` is an entry of `src/artifacts.md`, a file below `src`, or a link outward.",
      cure: "Add the entry.", example: "- **Run**: src/artifacts.md (lost.py)"),
    CheckRow(
      "ARA423", .warning(), .danglingReference, "a related concept is not defined",
      cause: "`Related concepts` names no heading of `logic/concepts.md`.",
      cure: "Drop the name, or define the concept.", example: "- **Related concepts**: Entropy"),
    CheckRow(
      "ARA435", .note(), .danglingReference, "a baseline is described nowhere",
      cause: "A name under `Baselines` occurs neither in the related work nor, as a variant of "
        + "the own system, in the architecture or a configuration.",
      cure: "Describe it where it belongs.", example: "- **Baselines**: an unknown method"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for field in artifact.paths.evidence {
      for path in field.paths where path.resolution.isDead {
        report(.deadEvidence(path, artifact.files))
      }
    }
    let entries = artifact.codeIndex.map(Self.entries)
    for field in artifact.paths.runs {
      for item in field.items where !resolves(item, entries) {
        report(.deadRun(item, field.experiment))
      }
    }
    checkConcepts(artifact, report)
    checkBaselines(artifact, report)
  }

  /// What `Run` may call a block of the code index.
  private static func entries(of index: BlockFile) -> Set<String> {
    Set(
      index.blocks.flatMap { block in
        [String(block.title.unmarked.text), ArtifactPath.name(of: block.title.unmarked.text)]
      })
  }

  private func resolves(_ item: RunField.Item, _ entries: Set<String>?) -> Bool {
    guard let path = item.path else {
      return item.entry.map { entries?.contains(String($0.text)) ?? false } ?? false
    }
    switch path.resolution {
    case .outside, .external: return true
    case .file("src/artifacts.md"), .otherCase("src/artifacts.md"):
      guard let entry = item.entry else { return true }
      // The name of one file may hold what separates the names of two.
      if entries?.contains(String(entry.text)) ?? false { return true }
      return entry.items.contains { entries?.contains(String($0.unmarked.text)) ?? false }
    case .file(let file), .otherCase(let file): return file.hasPrefix("src/")
    default: return entries?.contains(String(path.written.text)) ?? false
    }
  }

  private func checkBaselines(_ artifact: Artifact, _ report: (Finding) -> Void) {
    let files =
      [artifact.relatedWork?.file, artifact.markdown("logic/solution/architecture.md")]
      .compactMap(\.self) + artifact.configurations.map(\.file)
    let words = files.map { $0.text.lines.joined(separator: "\n").lowercase }
    // Experiments of one work compare with the same systems.
    var isDescribed: [String: Bool] = [:]
    for block in artifact.experiments?.blocks ?? [] {
      for item in block.field("Baselines")?.value.items ?? [] {
        let name = item.text.lowercase
        if name == "none" || FixedPhrase.isUsed(item.text) || Placeholder.isUsed(item) { continue }
        let isKnown = isDescribed[name] ?? words.contains { $0.holds(name) }
        isDescribed[name] = isKnown
        if !isKnown { report(.unknownBaseline(item, block)) }
      }
    }
  }

  private func checkConcepts(_ artifact: Artifact, _ report: (Finding) -> Void) {
    guard let file = artifact.concepts else { return }
    let titles = Set(file.concepts.map { $0.title.text.lowercase })
    for block in file.concepts {
      for item in block.field("Related concepts")?.value.items ?? [] {
        let name = item.text.lowercase
        if FixedPhrase.isUsed(item.text) || name == "none" || name == "—" { continue }
        if Placeholder.isUsed(item) { continue }
        if !titles.contains(name) { report(.noConcept(item, file.path)) }
      }
    }
  }
}

extension Finding {
  fileprivate static func deadEvidence(_ mention: PathMention, _ files: ArtifactFiles) -> Finding {
    Finding(
      "ARA416", on: mention.written, in: mention.file, subject: mention.subject,
      "the evidence \(Quoted(mention.written.text)) does not exist"
    ).fixed(
      by: files.namesake(of: mention).map {
        .replace(mention.written, in: mention.file, by: $0)
      })
  }

  fileprivate static func deadRun(_ item: RunField.Item, _ block: Block) -> Finding {
    Finding(
      "ARA417", on: item.written, in: "logic/experiments.md", subject: block.id,
      "\(Quoted(item.written.text)) is neither indexed nor a file below src")
  }

  fileprivate static func unknownBaseline(_ item: LinePiece, _ block: Block) -> Finding {
    Finding(
      "ARA435", on: item, in: "logic/experiments.md", subject: block.id,
      "the baseline \(Quoted(item.text)) is described nowhere")
  }

  fileprivate static func noConcept(_ item: LinePiece, _ file: String) -> Finding {
    Finding("ARA423", on: item, in: file, "the concept \(Quoted(item.text)) is not defined")
  }
}
