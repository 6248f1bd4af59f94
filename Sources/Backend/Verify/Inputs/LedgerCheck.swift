internal import IR
internal import YAML

/// Filed objects against the paper's.
struct LedgerCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA120", .warning(.august2026), .missingFile, "an appendix is named nowhere",
      cause: "No file of the artifact names an appendix section of the paper.",
      cure: "File its text.", example: "Appendix C, never mentioned"),
    CheckRow(
      "ARA626", .error(.august2026), .missingFile, "a table or figure is not filed",
      cause: "A numbered object of the paper has no file and is not listed under `## Objects not "
        + "filed`.",
      cure: "File it, or list it with a reason.", example: "Figure 12, not filed"),
    CheckRow(
      "ARA629", .warning(.august2026), .consistency, "a table has lost rows or columns",
      cause: "The file has fewer rows or columns than were found in the paper.",
      cure: "Transcribe the table again.", example: "3 of 7 rows"),
    CheckRow(
      "ARA716", .warning(.august2026), .danglingReference, "a label does not exist in the paper",
      cause: "`source_refs` or `Source` names a table or figure that the paper does not have.",
      cure: "Correct the label.", example: "Table 9 of a paper with four"),
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    guard let paper = inputs.paper else { return }
    let printed = (paper.tables + paper.figures).map { ($0, ObjectLabel($0.label)) }
    let filed = Set(artifact.exhibits.compactMap(\.label))
    let excused = artifact.evidenceIndex?.excusedLabels ?? []
    var reported: Set<ObjectLabel> = []
    for (_, label) in printed where !filed.contains(label) && !excused.contains(label) {
      if artifact.evidenceIndex != nil, reported.insert(label).inserted {
        report(.unfiled(label))
      }
    }
    checkSizes(artifact, printed, report)
    checkLabels(artifact, Set(printed.map(\.1)), report)
    for section in paper.sections where section.isAppendix && section.level == 1 {
      guard let number = section.number, !isNamed(number, artifact) else { continue }
      report(.unnamed(number))
    }
  }

  private func isNamed(_ number: String, _ artifact: Artifact) -> Bool {
    let phrases = ["Appendix \(number)", "§\(number)"]
    return artifact.files.paths.contains { $0.hasPrefix("evidence/text/section\(number)_") }
      || artifact.textFiles.contains { file in
        file.lines.contains { line in phrases.contains { line.holds($0) } }
      }
  }

  private func checkSizes(
    _ artifact: Artifact, _ printed: [(Exhibit, ObjectLabel)], _ report: (Finding) -> Void
  ) {
    let exhibits = Dictionary(printed.map { ($0.1, $0.0) }, uniquingKeysWith: { first, _ in first })
    for file in artifact.exhibits where file.exhibit == .table {
      guard let label = file.label, let exhibit = exhibits[label], !exhibit.grids.isEmpty else {
        continue
      }
      let grids = exhibit.grids.map {
        (rows: $0.rows.count, columns: $0.rows.map(\.count).max() ?? 0)
      }
      let tables = file.file.tables.map {
        (rows: $0.rows.count + 1, columns: $0.header.cells.count)
      }
      let rows = (grids.map(\.rows).reduce(0, +), tables.map(\.rows).reduce(0, +))
      let columns = (grids.map(\.columns).max() ?? 0, tables.map(\.columns).max() ?? 0)
      if rows.1 < rows.0 || columns.1 < columns.0 { report(.smaller(file.path, rows, columns)) }
    }
  }

  private func checkLabels(
    _ artifact: Artifact, _ printed: Set<ObjectLabel>, _ report: (Finding) -> Void
  ) {
    for file in [artifact.heuristics].compactMap(\.self) + artifact.configurations {
      for block in file.blocks {
        guard let value = block.field("Source")?.value else { continue }
        for label in ObjectLabel.scan(value.text) where !printed.contains(label) {
          report(.noSuchLabel(label, ArtifactPlace(value, in: file.path), block.id))
        }
      }
    }
    for node in artifact.trace?.nodes ?? [] {
      guard let key = node["source_refs"] else { continue }
      for label in key.value.scalars.flatMap({ ObjectLabel.scan($0.text[...]) })
      where !printed.contains(label) {
        let place = ArtifactPlace(
          file: TraceFile.path, line: key.place.line, column: key.place.column)
        report(.noSuchLabel(label, place, node.id))
      }
    }
  }
}

extension ObjectLabel {
  fileprivate init(_ label: ExhibitLabel) { self.init(kind: label.kind, number: label.number) }
}

extension Finding {
  fileprivate static func unfiled(_ label: ObjectLabel) -> Finding {
    Finding(
      "ARA626", at: ArtifactPlace(file: "evidence/README.md", line: 1), about: label.description,
      "\(label) of the paper is neither filed nor excused")
  }

  fileprivate static func smaller(_ file: String, _ rows: (Int, Int), _ columns: (Int, Int))
    -> Finding
  {
    Finding(
      "ARA629", at: ArtifactPlace(file: file, line: 1), about: "size",
      "the paper's table has \(rows.0) rows and \(columns.0) columns, the file \(rows.1) and "
        + "\(columns.1)")
  }

  fileprivate static func noSuchLabel(
    _ label: ObjectLabel, _ place: ArtifactPlace, _ subject: String?
  ) -> Finding {
    Finding(
      "ARA716", at: place, subject: subject, about: label.description,
      "the paper has no \(label)")
  }

  fileprivate static func unnamed(_ number: String) -> Finding {
    Finding(
      "ARA120", at: ArtifactPlace(file: "PAPER.md"), about: number,
      "no file names Appendix \(Quoted(number))")
  }
}
