internal import IR

/// Statements as reusable conclusions: no result numbers, no reliance on names.
struct StatementCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA315", .error(.april2026, .august2026), .typeMismatch, "a status is not in the vocabulary",
      cause: "`Status` is `hypothesis`, `supported` or `refuted`; living artifacts also have "
        + "`untested`, `testing`, `weakened` and `withdrawn`.",
      cure: "Write one of the three words in lower case, without a remark.",
      example: "- **Status**: Supported (mostly)",
      cases: [.livingStatus: .warning(.april2026, .august2026)]),
    CheckRow(
      "ARA319", .error(.august2026).but(.warning, in: .april2026), .typeMismatch,
      "a claim states a result number",
      cause: "Title and `Statement` carry the reusable conclusion; numbers belong into `Evidence "
        + "basis`, with their sources.",
      cure: "Say it without the number.", example: "- **Statement**: reaches 96.4% on the test set"),
    CheckRow(
      "ARA320", .warning(.august2026), .consistency, "a statement lives on names",
      cause: "Without the words of the title and the names of concepts, components and "
        + "experiments, fewer than eight content words are left.",
      cure: "Say what holds, not what the system is called.",
      example: "- **Statement**: ToyNet's gate is the largest contributor"),
  ]

  private static let statuses: Set<Substring> = ["hypothesis", "supported", "refuted"]
  private static let living: Set<Substring> = ["untested", "testing", "weakened", "withdrawn"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let claims = artifact.claims else { return }
    let names = NameDeletion(artifact)
    for block in claims.blocks {
      checkStatus(block, report)
      checkNumbers(block, claims.file, report)
      if let statement = block.saidField("Statement"),
        names.livesOnNames(statement.text)
      {
        report(.livesOnNames(block, statement.value))
      }
    }
  }

  private func checkStatus(_ block: Block, _ report: (Finding) -> Void) {
    guard let status = block.saidField("Status")?.value, !Self.statuses.contains(status.text)
    else { return }
    report(.badStatus(block, status, isLiving: Self.living.contains(status.text)))
  }

  private func checkNumbers(_ block: Block, _ file: MarkdownFile, _ report: (Finding) -> Void) {
    var seen: Set<String> = []
    for piece in [block.title] + (block.field("Statement")?.pieces ?? []) {
      for number in file.text.numbers(in: piece) where seen.insert(String(number.text)).inserted {
        report(.number(block, number))
      }
    }
  }
}

extension NameDeletion {
  /// With the names of the concepts, components and experiments of an artifact.
  fileprivate init(_ artifact: Artifact) {
    let components = artifact.markdown("logic/solution/architecture.md")?.headings
      .filter { $0.level == 2 || $0.level == 3 }.map { String($0.text) }
    let blocks = (artifact.concepts?.concepts ?? []) + (artifact.experiments?.blocks ?? [])
    self.init(
      title: String(artifact.manifest?.keys?.text("title") ?? ""),
      names: blocks.map { String($0.title.text) } + (components ?? []))
  }
}

extension Finding {
  fileprivate static func badStatus(_ block: Block, _ status: LinePiece, isLiving: Bool) -> Finding
  {
    let first = String(status.text.prefix { $0.isLetter }).lowercased()
    let word = ["hypothesis", "supported", "refuted"].first { $0 == first }
    return Finding(
      "ARA315", isLiving ? .livingStatus : .usual, at: ArtifactPlace(status, in: path),
      subject: block.id, about: "Status",
      "the status \(Quoted(status.text)) is none of hypothesis, supported and refuted",
      excerpt: Excerpt.of(status.text)
    ).fixed(by: word.map { .replace(status, in: path, by: $0) })
  }

  fileprivate static func number(_ block: Block, _ number: LinePiece) -> Finding {
    Finding(
      "ARA319", on: number, in: path, subject: block.id,
      "\(block.label) states the number \(Brief(number.text)) in its title or statement")
  }

  fileprivate static func livesOnNames(_ block: Block, _ statement: LinePiece) -> Finding {
    Finding(
      "ARA320", at: ArtifactPlace(statement, in: path), subject: block.id, about: "Statement",
      "without names too few words are left of the statement of \(block.label)")
  }

  private static let path = "logic/claims.md"
}
