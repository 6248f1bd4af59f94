internal import IR

/// Units of quoted numbers against the columns that they are quoted from.
struct UnitCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA724", .warning(), .typeMismatch, "a number has another unit than its column",
      cause: "A claim or a heuristic names a unit behind a number whose column, in the table that "
        + "`Sources` cites for it, has another unit of the same kind.",
      cure: "Write the unit of the column, or convert the number.",
      example: "12 s in a claim, below `Latency (ms)` in the table")
  ]

  private static let fields = [
    "Statement", "Conditions", "Evidence basis", "Rationale", "Sensitivity", "Bounds",
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    for field in artifact.paths.sources {
      guard let file = artifact.markdown(field.file) else { continue }
      let numbers = field.block.numbers(of: Self.fields, in: file)
      for entry in field.entries {
        guard let value = entry.value,
          let unit = Self.unit(of: value.text, at: entry.reference, in: artifact)
        else { continue }
        for number in numbers where DecimalText(number.text) == DecimalText(value.text) {
          guard let said = MeasureUnit(behind: number), said.kind == unit.kind, said != unit else {
            continue
          }
          report(.otherUnit(number, said, unit, field))
        }
      }
    }
  }

  /// The unit of the columns that hold the value in the cited lines; nil where they have none, or
  /// more than one.
  static func unit(
    of value: Substring, at reference: SourceReference?, in artifact: Artifact
  ) -> MeasureUnit? {
    guard case .artifact(let path, let lines)? = reference, let file = artifact.markdown(path)
    else {
      return nil
    }
    var units: Set<MeasureUnit?> = []
    for table in file.tables {
      for row in table.rows where lines.contains(row.line) {
        for (column, cell) in row.cells.enumerated() where QuotedValue.holds(cell.text, value) {
          units.insert(table.header[column].flatMap { MeasureUnit(ofColumn: $0.text) })
        }
      }
    }
    return units.count == 1 ? units.first ?? nil : nil
  }
}

extension Finding {
  fileprivate static func otherUnit(
    _ number: LinePiece, _ said: MeasureUnit, _ unit: MeasureUnit, _ field: SourcesField
  ) -> Finding {
    Finding(
      "ARA724", on: number, in: field.file, subject: field.block.id,
      "\(Brief(number.text)) is in \(said.name) here and in \(unit.name) in the column that it is "
        + "quoted from")
  }
}
