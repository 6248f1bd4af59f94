internal import IR

/// Derived files and computed values.
struct DerivationCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA611", .error(.august2026), .missingField,
      "a file does not say whether it is raw or derived",
      cause: "A file named `derived_` or `subset_` says `Extraction type: derived_subset` and "
        + "`Derived from` a sibling; other tables say `raw_table`.",
      cure: "Correct the fields.", example: "- **Derived from**: a missing file"),
    CheckRow(
      "ARA630", .error(.august2026), .consistency, "a computed value does not recompute",
      cause: "A number of a derived file is neither a cell of the parent nor a difference, "
        + "ratio, percentage change or mean of two; or a claim says `by x points` or `x% "
        + "relative` of no two values of its evidence.",
      cure: "Compute it again at the stated precision.", example: "8.1 points where 7.9 are right"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for exhibit in artifact.exhibits {
      checkType(exhibit, report)
      guard exhibit.kind == .derived,
        let field = exhibit.file.saidTopField("Derived from")
      else {
        if exhibit.kind == .derived, exhibit.file.topField("Derived from") == nil {
          report(.missing("ARA611", "field 'Derived from'", in: exhibit.path))
        }
        continue
      }
      checkParent(exhibit, field, artifact, report)
    }
  }

  private func checkType(_ exhibit: ExhibitFile, _ report: (Finding) -> Void) {
    guard let field = exhibit.file.topField("Extraction type") else {
      if exhibit.exhibit == .table || exhibit.kind == .derived {
        report(.missing("ARA611", "field 'Extraction type'", in: exhibit.path))
      }
      return
    }
    let type = field.value.text
    let isRight =
      exhibit.kind == .derived
      ? type == "derived_subset" : type == "raw_table" || type == "text_sourced"
    if !isRight, field.isSaid { report(.wrongType(field.value, exhibit)) }
  }

  private func checkParent(
    _ exhibit: ExhibitFile, _ field: Field, _ artifact: Artifact, _ report: (Finding) -> Void
  ) {
    let mention = artifact.paths.mentions.first {
      $0.role == .derivedFrom && $0.file == exhibit.path
    }
    guard let mention else { return }
    guard let parent = mention.resolution.file, let file = artifact.markdown(parent) else {
      if mention.resolution.isDead { report(.noParent(mention)) }
      return
    }
    let cells = file.tables.flatMap(\.rows).flatMap(\.cells)
    let numbers = Set(cells.flatMap { CellNumbers.scan($0.text) })
    let pool = NumberPool(numbers, cells: numbers)
    for row in exhibit.file.tables.flatMap(\.rows) {
      for cell in row.cells where CellNumbers.isNumeric(cell.text) {
        for number in CellNumbers.scan(cell.text)
        where !pool.holds(number.digits) && !pool.derives(number) {
          report(.notComputed(cell, exhibit))
        }
      }
    }
  }
}

extension Finding {
  fileprivate static func wrongType(_ value: LinePiece, _ exhibit: ExhibitFile) -> Finding {
    Finding(
      "ARA611", on: value, in: exhibit.path,
      "the extraction type \(Quoted(value.text)) does not fit the file name")
  }

  fileprivate static func noParent(_ mention: PathMention) -> Finding {
    Finding(
      "ARA611", on: mention.written, in: mention.file,
      "the parent \(Quoted(mention.written.text)) does not exist")
  }

  fileprivate static func notComputed(_ cell: LinePiece, _ exhibit: ExhibitFile) -> Finding {
    Finding(
      "ARA630", on: cell, in: exhibit.path,
      "\(Quoted(cell.text)) is neither a cell of the parent nor computed from two")
  }
}
