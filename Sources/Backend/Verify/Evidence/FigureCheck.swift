internal import IR

/// Figure files, by figure type.
struct FigureCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA617", .error(.august2026), .typeMismatch, "a figure does not say how it was read",
      cause: "`Figure type`, `Extraction method` or `Reading confidence` is absent or not in the "
        + "vocabulary.",
      cure: "Use the vocabulary.", example: "- **Reading confidence**: fair"),
    CheckRow(
      "ARA618", .error(.august2026), .missingField, "a plot has neither points nor an excuse",
      cause: "A quantitative plot has a data table, or the word `unreadable`, low confidence and "
        + "a trend summary.",
      cure: "Read the points, or say that they cannot be read.", example: "a plot without a table"),
    CheckRow(
      "ARA619", .error(.august2026), .missingField, "a plot does not describe its axes",
      cause: "`Axes` says linear or log for X and Y; `Plot kind` is in the vocabulary.",
      cure: "Complete the field.", example: "- **Axes**: X = level, Y = score",
      cases: [.plotKind: .warning(.august2026)]),
    CheckRow(
      "ARA620", .error(.august2026), .missingField, "a figure has no visual description",
      cause: "Diagrams and samples describe what is to be seen under `## Visual description`, "
        + "with fixed bullets.",
      cure: "Add the section or the bullet.", example: "a diagram without `Annotations`"),
    CheckRow(
      "ARA621", .error(.august2026), .typeMismatch, "a diagram or sample has numbers in a table",
      cause: "Tables of such figures hold words; values would be invented.",
      cure: "Remove the number.", example: "| dose valve | 3 |"),
    CheckRow(
      "ARA624", .warning(.august2026), .danglingReference,
      "a component of a diagram is not in the architecture",
      cause: "A name under `Components` does not occur in `architecture.md`.",
      cure: "Describe the component.", example: "- **Components**: gate, rain cover"),
    CheckRow(
      "ARA625", .warning(.august2026), .missingField, "a sample supports nothing",
      cause: "`Supports` names no claim and no gap.",
      cure: "Name one, or write `Not read from the picture`.",
      example: "a sample without `Supports`"),
  ]

  static let notRead: Substring = "Not read from the picture"

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    let architecture = artifact.markdown("logic/solution/architecture.md")
      .map { $0.text.lines.joined(separator: "\n").lowercase }
    for exhibit in artifact.exhibits where exhibit.exhibit == .figure && exhibit.kind == .raw {
      FigureVocabulary.check(exhibit, report)
      for part in exhibit.figureParts {
        switch part.type {
        case .quantitativePlot: checkPlot(part, report)
        case .diagram:
          checkDescription(part, FigureVocabulary.diagramBullets, report)
          checkWords(part, report)
          if let architecture { checkComponents(part, architecture, report) }
        case .qualitativeSample:
          checkDescription(part, FigureVocabulary.sampleBullets, report)
          checkWords(part, report)
          checkSupport(part, report)
        case .mixed, nil: break
        }
      }
    }
  }

  private func checkDescription(
    _ part: FigurePart, _ bullets: [String], _ report: (Finding) -> Void
  ) {
    guard let heading = part.visualDescription else {
      report(.noDescription(part))
      return
    }
    let names = Set(part.fields.map(\.name))
    for bullet in bullets where !names.contains(bullet) {
      report(.noBullet("ARA620", bullet, heading.line, part))
    }
  }

  private func checkWords(_ part: FigurePart, _ report: (Finding) -> Void) {
    for row in part.tables.flatMap(\.rows) {
      if let cell = row.cells.first(where: { CellNumbers.isNumeric($0.text) }) {
        report(.number(cell, part))
      }
    }
  }

  private func checkComponents(
    _ part: FigurePart, _ architecture: String, _ report: (Finding) -> Void
  ) {
    guard let field = part.field("Components"), field.isSaid, field.value.text != Self.notRead
    else { return }
    let outside = sources(of: part.field("Connections")?.value.text ?? "")
    for item in field.value.items {
      let name = item.text.lowercased()
      if !architecture.holds(name), !outside.contains(name) { report(.component(item, part)) }
    }
  }

  /// Names that stand only left of arrows: they lie outside the system.
  private func sources(of connections: Substring) -> Set<String> {
    var left: Set<String> = []
    var right: Set<String> = []
    for chain in connections.split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let names = chain.split(separator: "→").map { $0.trimmingBlanks().lowercased() }
      guard names.count > 1 else { continue }
      left.insert(names[0])
      right.formUnion(names.dropFirst())
    }
    return left.subtracting(right)
  }

  private func checkSupport(_ part: FigurePart, _ report: (Finding) -> Void) {
    guard let heading = part.visualDescription else { return }
    guard let field = part.field("Supports") else {
      report(.noBullet("ARA625", "Supports", heading.line, part))
      return
    }
    if !field.isSaid || field.value.text == Self.notRead { return }
    if IDToken.scan(field.value, for: [.claim, .gap]).isEmpty {
      report(.noSupport(field.value, part))
    }
  }
}

extension Finding {
  fileprivate static func noDescription(_ part: FigurePart) -> Finding {
    Finding(
      "ARA620", at: ArtifactPlace(file: part.file.path, line: part.line),
      about: "Visual description", "there is no '## Visual description'")
  }

  fileprivate static func noBullet(
    _ code: DiagnosticCode, _ name: String, _ line: Int, _ part: FigurePart
  ) -> Finding {
    Finding(
      code, at: ArtifactPlace(file: part.file.path, line: line), about: name,
      "the visual description has no '\(name)'")
  }

  fileprivate static func number(_ cell: LinePiece, _ part: FigurePart) -> Finding {
    Finding(
      "ARA621", on: cell, in: part.file.path, "the number \(Quoted(cell.text)) stands in a table")
  }

  fileprivate static func component(_ item: LinePiece, _ part: FigurePart) -> Finding {
    Finding(
      "ARA624", on: item, in: part.file.path,
      "\(Quoted(item.text)) does not occur in architecture.md")
  }

  fileprivate static func noSupport(_ value: LinePiece, _ part: FigurePart) -> Finding {
    Finding("ARA625", on: value, in: part.file.path, "'Supports' names no claim and no gap")
  }
}
