internal import IR

/// `logic/problem.md`.
struct ProblemCheck: Check {
  static let rows: [CheckRow] = [
    row("ARA324", .error(.april2026, .august2026), "there is no observation", "### O1: title"),
    row("ARA325", .error(.april2026, .august2026), "there is no gap", "### G1: title"),
    row(
      "ARA326", .error(.april2026, .august2026), "there is no key insight",
      "an insight in prose only"),
    row(
      "ARA327", .warning(.august2026), "an observation, gap or insight lacks a field",
      "a gap without `Caused by`"),
    row("ARA328", .note(.august2026), "there is no assumption", "no `- A1: …`"),
  ]

  private static func row(
    _ code: DiagnosticCode, _ levels: Levels, _ summary: String, _ example: String
  ) -> CheckRow {
    CheckRow(
      code, levels, .missingField, "\(summary) in `logic/problem.md`",
      cause: "The problem chain is a list of observations, the gaps that they cause, the insight "
        + "that follows, and assumptions, each with its fields.",
      cure: "Add what is missing; write `Not specified in paper` where the source is silent.",
      example: example)
  }

  private static let required: [(prefix: String, fields: [String])] = [
    ("O", ["Statement", "Evidence", "Implication"]),
    ("G", ["Statement", "Caused by", "Existing attempts", "Why they fail"]),
  ]
  private static let insightFields = ["Insight", "Derived from", "Enables"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let problem = artifact.problem else { return }
    for (prefix, fields) in Self.required {
      let blocks = problem.blocks.filter { $0.id?.hasPrefix(prefix) ?? false }
      if blocks.isEmpty {
        let code: DiagnosticCode = prefix == "O" ? "ARA324" : "ARA325"
        report(.missing(code, "heading '### \(prefix)1: …'", in: problem.path))
      }
      let required = fields.map {
        RequiredField("ARA327", $0, filler: FixedPhrase.notSpecified)
      }
      for block in blocks { required.check(block, in: problem.path, report: report) }
    }
    checkInsight(problem.file, report)
    let assumptions = (problem.file.bullets(under: "Assumptions") ?? []).map { bullet in
      bullet.text[0..<bullet.text.text.utf8.prefix { $0 != UInt8(ascii: ":") }.count]
    }.filter { IDToken.parse($0.text) != nil }
    if assumptions.isEmpty { report(.missing("ARA328", "assumption '- A1: …'", in: problem.path)) }
    var seen: Set<Substring> = []
    for id in assumptions where !seen.insert(id.text).inserted {
      report(.assumptionAgain(id, in: problem.path))
    }
  }

  private func checkInsight(_ file: MarkdownFile, _ report: (Finding) -> Void) {
    let heading = file.heading("Key Insight", level: 2)
    guard let heading else {
      if !file.fields.contains(where: { $0.name == "Insight" }) {
        report(.missing("ARA326", "section '## Key Insight'", in: file.path))
      }
      return
    }
    let fields = file.fields(in: file.lines(of: heading))
    let end = fields.map(\.endLine).max() ?? heading.line + 1
    for name in Self.insightFields where !fields.contains(where: { $0.name == name }) {
      report(.insight(heading, name, in: file.path, before: end))
    }
  }
}

extension Finding {
  fileprivate static func assumptionAgain(_ id: LinePiece, in file: String) -> Finding {
    Finding(
      "ARA303", on: id, in: file, subject: String(id.text), "\(Brief(id.text)) is defined before")
  }

  fileprivate static func insight(
    _ heading: Heading, _ name: String, in file: String, before end: Int
  ) -> Finding {
    Finding(
      "ARA327", at: ArtifactPlace(file: file, line: heading.line), about: "Key Insight: \(name)",
      "the key insight has no field '\(name)'"
    ).fixed(by: .insertField(name, FixedPhrase.notSpecified, before: end, of: file))
  }
}
