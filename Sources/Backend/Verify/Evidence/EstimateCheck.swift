internal import IR

/// Values read off plots carry `≈`.
struct EstimateCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA622", .error(.august2026), .typeMismatch, "estimated and exact values are mixed up",
      cause: "With `digitized_estimate` each numeric cell carries `≈`, with `exact_from_labels` "
        + "none does.",
      cure: "Mark every estimate, and set the method.", example: "| ≈40 | 83 |"),
    CheckRow(
      "ARA623", .warning(.august2026), .consistency, "a claim quotes an estimate as exact",
      cause: "The only place of the number is a plot, where it carries `≈`.",
      cure: "Write `≈` in the claim too.", example: "a claim says 96, the figure ≈96"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for exhibit in artifact.exhibits where exhibit.exhibit == .figure {
      let top = exhibit.file.topField("Extraction method")
      let panels = exhibit.figureParts.filter { $0.heading != nil }
      for table in exhibit.file.tables {
        let panel = panels.first { $0.lines.contains(table.line) }
        guard let method = panel?.field("Extraction method") ?? top else { continue }
        checkMarks(of: table, readBy: method.value.text, exhibit, report)
      }
    }
    checkClaims(artifact, report)
  }

  private func checkMarks(
    of table: PipeTable, readBy method: Substring, _ exhibit: ExhibitFile,
    _ report: (Finding) -> Void
  ) {
    let wantsMark = method == "digitized_estimate"
    guard wantsMark || method == "exact_from_labels" else { return }
    for row in table.rows {
      let odd = row.cells.first {
        CellNumbers.isNumeric($0.text) && $0.text.holds("≈") != wantsMark
      }
      if let odd { report(.wrongMark(odd, wantsMark: wantsMark, exhibit)) }
    }
  }

  private func checkClaims(_ artifact: Artifact, _ report: (Finding) -> Void) {
    guard let claims = artifact.claims else { return }
    let unmarked = claims.blocks.flatMap { block in
      block.claimNumbers(in: claims.file).filter { !isMarked($0, claims.file) }.map { ($0, block) }
    }
    // Few claims have numbers, and evidence has many.
    if unmarked.isEmpty { return }
    let wanted = Set(unmarked.map { DecimalText($0.0.text) })
    let cells = artifact.exhibits.flatMap { $0.file.tables.flatMap(\.rows).flatMap(\.cells) }
    let (marked, plain) = cells.reduce(into: (Set<DecimalText>(), Set<DecimalText>())) {
      let numbers = CellNumbers.scan($1.text).lazy.filter(wanted.contains)
      if $1.text.holds("≈") { $0.0.formUnion(numbers) } else { $0.1.formUnion(numbers) }
    }
    let estimates = marked.subtracting(plain).subtracting(artifact.numbers.settings)
      .subtracting(artifact.numbers.stated)
    for (number, block) in unmarked where estimates.contains(DecimalText(number.text)) {
      report(.unmarked(number, block, claims.path))
    }
  }

  private func isMarked(_ number: LinePiece, _ file: MarkdownFile) -> Bool {
    let line = file.text.line(number.line)
    return line[..<number.text.startIndex].hasSuffix("≈")
  }
}

extension Finding {
  fileprivate static func wrongMark(
    _ cell: LinePiece, wantsMark: Bool, _ exhibit: ExhibitFile
  ) -> Finding {
    Finding(
      "ARA622", on: cell, in: exhibit.path,
      wantsMark
        ? "the estimate \(Quoted(cell.text)) carries no '≈'"
        : "the exact value \(Quoted(cell.text)) carries '≈'")
  }

  fileprivate static func unmarked(_ number: LinePiece, _ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA623", on: number, in: file, subject: block.id,
      "\(Brief(number.text)) was read off a plot and is quoted without '≈'")
  }
}
