internal import IR

/// The evidence index against the evidence files.
struct EvidenceIndexCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA601", .error(.april2026, .august2026), .missingField, "the evidence index has no table",
      cause: "`evidence/README.md` has one pipe table per kind of evidence.",
      cure: "Write the tables.", example: "an index of bullets"),
    CheckRow(
      "ARA602", .error().but(.warning, in: .cli), .danglingReference,
      "an index row names no evidence file",
      cause: "The first cell names no Markdown file of `figures`, `proofs`, `results` or "
        + "`tables`. Logs and objects not filed are bullets.",
      cure: "Correct the row, or turn it into a bullet.", example: "a row for a PNG"),
    CheckRow(
      "ARA603", .warning(.august2026, .cli), .missingFile, "an evidence file has no index row",
      cause: "Every Markdown file of the four folders has a row.", cure: "Add the row.",
      example: "an unindexed table"),
    CheckRow(
      "ARA604", .warning(.cli), .typeMismatch, "two evidence files share a name",
      cause: "The official command line tells exhibits by their names without folder and ending.",
      cure: "Rename one of them.", example: "results/a.md and tables/a.md"),
    CheckRow(
      "ARA605", .warning(.august2026), .missingField, "an index row is incomplete or out of order",
      cause: "Rows have a source, claims and a description, and follow the numbers.",
      cure: "Fill the cell from the file, or move the row.", example: "an empty `Description`"),
  ]

  private static let path = "evidence/README.md"

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let index = artifact.evidenceIndex else { return }
    checkStems(artifact, report)
    if index.tables.isEmpty {
      report(.missing("ARA601", "pipe table", in: Self.path))
      return
    }
    for row in index.rows where !namesEvidence(row) { report(.noEvidence(row)) }
    let indexed = index.files
    for file in artifact.markdownFiles where file.kind.isExhibit && !indexed.contains(file.path) {
      report(.unindexed(file.path).fixed(by: index.row(for: file)))
    }
    for table in index.tables { checkRows(table, report) }
  }

  /// What leaves the artifact is ARA111's.
  private func namesEvidence(_ row: EvidenceIndex.Row) -> Bool {
    if row.resolution == .outside { return true }
    return row.resolution.file.map { FileKind(path: $0).isExhibit } ?? false
  }

  private func checkRows(_ table: EvidenceIndex.Table, _ report: (Finding) -> Void) {
    if table.rows.isEmpty { return }
    if !table.missingColumns.isEmpty { report(.missingColumns(table)) }
    var last: [ObjectLabel.Series: Int] = [:]
    for row in table.rows {
      let cells = [row.source, row.claims, row.description].compactMap(\.self)
      let label = row.resolution.file.flatMap { ObjectLabel(stem: ArtifactPath.stem(of: $0)) }
      var isOutOfOrder = false
      if let label, let (series, ordinal) = label.series {
        isOutOfOrder = last[series].map { $0 > ordinal } ?? false
        last[series] = ordinal
      }
      if cells.contains(where: \.text.isEmpty) {
        report(.emptyCell(row))
      } else if isOutOfOrder {
        report(.outOfOrder(row))
      }
    }
  }

  private func checkStems(_ artifact: Artifact, _ report: (Finding) -> Void) {
    var first: [String: String] = [:]
    for file in artifact.markdownFiles where file.kind.isExhibit {
      let stem = ArtifactPath.stem(of: file.path)
      if let other = first[stem] {
        report(.sharedStem(file.path, other))
      } else {
        first[stem] = file.path
      }
    }
  }
}

extension EvidenceIndex {
  /// Adds a row behind the last one of the table that lists files of the same folder.
  fileprivate func row(for file: MarkdownFile) -> FixIt? {
    let folder = ArtifactPath.directory(of: file.path)
    let beside = rows.last { $0.resolution.file.map(ArtifactPath.directory) == folder }
    guard let beside, let table = self.file.tables.last(where: { $0.line < beside.line }) else {
      return nil
    }
    let inside = file.path.dropFirst("evidence/".count)
    let cells = table.header.cells.enumerated().map { place, column -> String in
      if place == 0 { return "[\(ArtifactPath.name(of: file.path))](\(inside))" }
      switch column.text {
      case "Source": return String(file.topField("Source")?.value.text ?? "")
      case "Claims", "Key refs", "Used by": return "none"
      default: return String(file.headings.first?.text ?? "")
      }
    }
    let row = "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    return FixIt(
      "add the row",
      [.replace(FixIt.Replacement(inserting: row, before: beside.line + 1, of: path))])
  }

  private var path: String { file.path }
}

extension Finding {
  private static let path = "evidence/README.md"

  fileprivate static func noEvidence(_ row: EvidenceIndex.Row) -> Finding {
    Finding(
      "ARA602", on: row.target, in: path,
      "the index row \(Quoted(row.target.text)) names no evidence file")
  }

  fileprivate static func unindexed(_ file: String) -> Finding {
    Finding(
      "ARA603", at: ArtifactPlace(file: file), about: file,
      "no row of the evidence index names \(Quoted(file))")
  }

  fileprivate static func sharedStem(_ file: String, _ other: String) -> Finding {
    Finding(
      "ARA604", at: ArtifactPlace(file: file), about: file,
      "it shares its name with \(Quoted(other))")
  }

  fileprivate static func missingColumns(_ table: EvidenceIndex.Table) -> Finding {
    let names = table.missingColumns.joined(separator: ", ")
    return Finding(
      "ARA605", at: ArtifactPlace(file: path, line: table.line), about: "columns: \(names)",
      "the table has no column \(names)")
  }

  fileprivate static func emptyCell(_ row: EvidenceIndex.Row) -> Finding {
    Finding(
      "ARA605", at: ArtifactPlace(file: path, line: row.line), about: Excerpt.of(row.target.text),
      "the row \(Quoted(row.target.text)) has an empty cell")
  }

  fileprivate static func outOfOrder(_ row: EvidenceIndex.Row) -> Finding {
    Finding(
      "ARA605", at: ArtifactPlace(file: path, line: row.line), about: Excerpt.of(row.target.text),
      "the row \(Quoted(row.target.text)) stands behind a higher number")
  }
}
