internal import IR

extension Mutation {
  /// Readings of figures.
  static let figures: [Mutation] = [
    topField("ARA617", "figure-without-a-type", "Figure type", of: [.figure]) { _, _ in [] },
    topField("ARA617", "figure-without-a-method", "Extraction method", of: [.figure]) { _, _ in []
    },
    topField("ARA617", "figure-without-confidence", "Reading confidence", of: [.figure]) { _, _ in
      []
    },
    topField("ARA617", "figure-of-unknown-type", "Figure type", of: [.figure]) { _, _ in
      [BlockPart.line("Figure type", "chart")]
    },
    plot("ARA618", "plot-without-points") { part in
      // A plot that says that it is unreadable needs none.
      if part.isUnreadable { return [] }
      return part.tables.map { table in
        .lines(table.line..<((table.rows.last?.line ?? table.line + 1) + 1), of: part.file.path, [])
      }
    },
    plot("ARA619", "plot-without-scales") { part in
      guard !part.isUnreadable, let axes = part.field("Axes") else { return [] }
      let line = BlockPart.line("Axes", "X = step, Y = value")
      return [.lines(axes.line..<(axes.line + 1), of: part.file.path, [line])]
    },
    plot("ARA619", "plot-of-unknown-kind") { part in
      guard let kind = part.field("Plot kind") else { return [] }
      let line = BlockPart.line("Plot kind", "curves")
      return [.lines(kind.line..<(kind.line + 1), of: part.file.path, [line])]
    },
    figure("ARA620", "no-visual-description") { part in
      guard part.type == .diagram || part.type == .qualitativeSample,
        let heading = part.visualDescription
      else { return [] }
      return [.lines(part.file.lines(of: heading), of: part.file.path, [])]
    },
    figure("ARA620", "no-bullet-of-a-description") { part in
      guard part.type == .diagram || part.type == .qualitativeSample,
        let field = part.fields.first(where: { ["Components", "Shows"].contains($0.name) })
      else { return [] }
      return [.lines(field.line..<(field.line + 1), of: part.file.path, [])]
    },
    figure("ARA621", "numbers-in-a-diagram") { part in
      guard part.type == .diagram || part.type == .qualitativeSample, let table = part.tables.first,
        let row = table.rows.last
      else { return [] }
      let cells = Array(repeating: "96.4", count: table.header.cells.count)
      let line = "| " + cells.joined(separator: " | ") + " |"
      return [.lines(row.line..<(row.line + 1), of: part.file.path, [line])]
    },
    plot("ARA622", "estimate-without-its-mark") { part in
      let method = part.file.topField("Extraction method")?.value.text
      let rows = part.tables.flatMap(\.rows)
      guard method == "digitized_estimate",
        let row = rows.first(where: { $0.cells.contains { CellNumbers.isNumeric($0.text) } })
      else { return [] }
      let line = String(part.file.text.line(row.line)).filter { $0 != "≈" }
      return [.lines(row.line..<(row.line + 1), of: part.file.path, [line])]
    },
    figure("ARA624", "component-of-no-architecture") { part in
      guard part.type == .diagram, let field = part.field("Components") else { return [] }
      let line = BlockPart.line("Components", "zzyzx quokka, \(field.value.text)")
      return [.lines(field.line..<(field.line + 1), of: part.file.path, [line])]
    },
    figure("ARA625", "sample-in-support-of-nothing") { part in
      guard part.type == .qualitativeSample, let field = part.field("Supports") else { return [] }
      return [.lines(field.line..<(field.line + 1), of: part.file.path, [])]
    },
  ]

  private static func plot(
    _ code: DiagnosticCode, _ name: String, _ edits: @escaping @Sendable (FigurePart) -> [Edit]
  ) -> Mutation {
    figure(code, name) { $0.type == .quantitativePlot ? edits($0) : [] }
  }

  /// One part of a figure file is changed: the whole, or a panel.
  private static func figure(
    _ code: DiagnosticCode, _ name: String, _ edits: @escaping @Sendable (FigurePart) -> [Edit]
  ) -> Mutation {
    Mutation(name, code) { base in
      base.artifact.exhibits.filter { $0.exhibit == .figure }.flatMap(\.figureParts).compactMap {
        let edits = edits($0)
        return edits.isEmpty ? nil : Injection(edits, file: $0.file.path)
      }
    }
  }
}
