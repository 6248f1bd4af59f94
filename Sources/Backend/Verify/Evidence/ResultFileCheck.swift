internal import IR

/// Results of runs, log pointers, attempts.
struct ResultFileCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA632", .warning(.august2026), .missingField, "a result or log file lacks a part",
      cause: "Result files have `Trace node`, `Claim` and a table with `run_id`; log pointers are "
        + "bullets below `## N04: …` headings.",
      cure: "Add what is missing.", example: "a result file without `Trace node`"),
    CheckRow(
      "ARA633", .warning(), .typeMismatch, "the table of attempts is not in form",
      cause: "Its columns follow the scoring mode, each once; an attempt without a score says "
        + "`null` and is not valid.",
      cure: "Drop the doubled column, correct the status.", example: "two equal metric columns"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for file in artifact.markdown(of: .result) {
      for name in ["Trace node", "Claim"] where file.topField(name) == nil {
        report(.missing("ARA632", "field '\(name)'", in: file.path))
      }
      if !file.tables.contains(where: { $0.column("run_id") != nil }) {
        report(.missing("ARA632", "table with 'run_id'", in: file.path))
      }
    }
    for file in artifact.markdown(of: .logPointers) { checkPointers(file, report) }
    if let file = artifact.markdown("evidence/tables/malt_attempts.md") {
      for table in file.tables { checkAttempts(table, file.path, report) }
    }
  }

  private func checkPointers(_ file: MarkdownFile, _ report: (Finding) -> Void) {
    let headings = file.headings.filter { $0.level == 2 }
    for heading in headings where IDToken.parse(heading.text.prefix { $0 != ":" }) != .node {
      report(.noNode(heading, file.path))
    }
    let covered = headings.map { file.lines(of: $0) }
    for bullet in file.bullets where !covered.contains(where: { $0.contains(bullet.line) }) {
      report(.strayPointer(bullet.text, file.path))
    }
  }

  private func checkAttempts(
    _ table: PipeTable, _ file: String, _ report: (Finding) -> Void
  ) {
    let names = table.header.cells.map { String($0.text) }
    for wanted in ["run_id", "model", "attempt", "status"] where !names.contains(wanted) {
      report(.missing("ARA633", "column '\(wanted)'", in: file))
    }
    if Set(names).count < names.count { report(.doubledColumn(table, file)) }
    let score = names.firstIndex { $0.hasPrefix("score") }
    let status = names.firstIndex(of: "status")
    for row in table.rows {
      guard let value = row[score]?.text, let state = row[status]?.text else { continue }
      let isEmpty = value.isEmpty || value == "-" || value == "—" || value == "None"
      if isEmpty || (value == "null" && state == "valid") { report(.noScore(row, file)) }
    }
  }
}

extension Finding {
  fileprivate static func noNode(_ heading: Heading, _ file: String) -> Finding {
    Finding(
      "ARA632", at: ArtifactPlace(file: file, line: heading.line), about: Excerpt.of(heading.text),
      "the heading \(Quoted(heading.text)) names no node")
  }

  fileprivate static func strayPointer(_ piece: LinePiece, _ file: String) -> Finding {
    Finding("ARA632", on: piece, in: file, "the pointer stands below no node")
  }

  fileprivate static func doubledColumn(_ table: PipeTable, _ file: String) -> Finding {
    Finding(
      "ARA633", at: ArtifactPlace(file: file, line: table.line), about: "columns",
      "a column stands twice")
  }

  fileprivate static func noScore(_ row: PipeTable.Row, _ file: String) -> Finding {
    let key = row.cells.prefix(3).map { Excerpt.of($0.text) }.joined(separator: " ")
    return Finding(
      "ARA633", at: ArtifactPlace(file: file, line: row.line), about: key,
      "an attempt without a score says 'null' and is not valid")
  }
}
