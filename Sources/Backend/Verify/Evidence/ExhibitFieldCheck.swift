internal import IR

/// Fields and tables of evidence files.
struct ExhibitFieldCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA606", .error(.april2026, .august2026), .missingField,
      "a table or figure file has no source", cause: "`Source` says which object it is.",
      cure: "Add the field.", example: "a table file without `Source`"),
    CheckRow(
      "ARA607", .warning(.cli), .typeMismatch, "`Source` or `Caption` is no bullet",
      cause: "The official command line only sees fields with a dash.", cure: "Add the dash.",
      example: "**Source**: Table 2"),
    CheckRow(
      "ARA608", .error(.april2026, .august2026), .missingField, "a table file has no table",
      cause: "It has no pipe table with at least one data row.", cure: "Transcribe the table.",
      example: "a caption only"),
    CheckRow(
      "ARA609", .error(.april2026).but(nil, in: .august2026), .missingField,
      "a figure file has no table",
      cause: "The April script wants three pipes on one line in every figure file.",
      cure: "Add a small table of components or panels, without numbers.",
      example: "a diagram without a table"),
    CheckRow(
      "ARA628", .error(), .typeMismatch, "a table row has another number of cells than its header",
      cause: "A cell is missing, or a pipe inside a cell is not escaped.",
      cure: "Give every row the cells of the header; write `\\|` inside cells.",
      example: "| Gated | 83.9 | 36.5 | extra |"),
    CheckRow(
      "ARA631", .warning(.august2026), .grounding, "a caption is missing or not verbatim",
      cause: "`Caption` is absent, or its words are not the source's.",
      cure: "Copy the caption.", example: "a paraphrased caption"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for exhibit in artifact.exhibits {
      if exhibit.file.topField("Source") == nil {
        report(.missing("ARA606", "field 'Source'", in: exhibit.path))
      }
      if exhibit.file.topField("Caption") == nil {
        report(.missing("ARA631", "field 'Caption'", in: exhibit.path))
      }
      for name in ["Source", "Caption"] {
        if let field = exhibit.file.topField(name), field.marker == .none {
          report(.noBullet(field, exhibit.path))
        }
      }
      checkTable(exhibit, report)
    }
    for file in artifact.markdownFiles { checkCells(file, report) }
  }

  private func checkTable(_ exhibit: ExhibitFile, _ report: (Finding) -> Void) {
    switch exhibit.exhibit {
    case .table where !exhibit.file.tables.contains { !$0.rows.isEmpty }:
      report(.missing("ARA608", "table with a data row", in: exhibit.path))
    case .figure where !exhibit.file.text.lines.contains(where: hasThreePipes):
      report(.missing("ARA609", "table", in: exhibit.path))
    default: break
    }
  }

  private func hasThreePipes(_ line: Substring) -> Bool {
    line.utf8.count { $0 == UInt8(ascii: "|") } >= 3
  }

  private func checkCells(_ file: MarkdownFile, _ report: (Finding) -> Void) {
    for table in file.tables {
      for row in table.rows where row.cells.count != table.header.cells.count {
        report(.ragged(row, table, file.path))
      }
    }
  }
}

extension Finding {
  fileprivate static func noBullet(_ field: Field, _ file: String) -> Finding {
    Finding(
      "ARA607", at: ArtifactPlace(file: file, line: field.line), about: field.name,
      "the field '\(field.name)' is no bullet"
    ).fixed(
      by: FixIt(
        "add the dash",
        [.replace(FixIt.Replacement(inserting: "- ", before: field.line, of: file))]))
  }

  fileprivate static func ragged(_ row: PipeTable.Row, _ table: PipeTable, _ file: String)
    -> Finding
  {
    let first = row.cells.first.map { Excerpt.of($0.text) } ?? ""
    return Finding(
      "ARA628", at: ArtifactPlace(file: file, line: row.line), about: first,
      "the row has \(row.cells.count) cells, the header \(table.header.cells.count)")
  }
}
