internal import IR

extension Mutation {
  /// Problem, concepts, heuristics, related work.
  static let logic: [Mutation] = [
    emptied("ARA324", .observation, "logic/problem.md"),
    emptied("ARA325", .gap, "logic/problem.md"),
    dropSection("ARA326", "Key Insight", of: "logic/problem.md"),
    drop("ARA327", "Statement", from: .observation),
    drop("ARA327", "Evidence", from: .observation),
    drop("ARA327", "Implication", from: .observation),
    drop("ARA327", "Statement", from: .gap),
    drop("ARA327", "Caused by", from: .gap),
    drop("ARA327", "Existing attempts", from: .gap),
    drop("ARA327", "Why they fail", from: .gap),
    dropSection("ARA328", "Assumptions", of: "logic/problem.md"),
    shortened("ARA329", .concept, to: 4),
    drop("ARA330", "Definition", from: .concept),
    set("ARA330", "concept-with-an-empty-definition", "Definition", of: .concept, to: ""),
    drop("ARA331", "Notation", from: .concept),
    drop("ARA331", "Boundary conditions", from: .concept),
    drop("ARA331", "Related concepts", from: .concept),
    Mutation("heading-that-is-no-concept", "ARA332") { base in
      guard let text = base.artifact.concepts?.file.text else { return [] }
      let end = text.lines.count + 1
      let lines = ["", "## Remarks", "Terms are those of the paper."]
      return [Injection(.lines(end..<end, of: text.path, lines), file: text.path)]
    },
    shortened("ARA343", .heuristic, to: 0),
    drop("ARA344", "Rationale", from: .heuristic),
    drop("ARA344", "Sensitivity", from: .heuristic),
    drop("ARA344", "Bounds", from: .heuristic),
    drop("ARA345", "Code ref", from: .heuristic),
    drop("ARA345", "Source", from: .heuristic),
    set("ARA346", "heuristic-very-sensitive", "Sensitivity", of: .heuristic, to: "very sensitive"),
    shortened("ARA347", .relatedWork, to: 0),
    drop("ARA347", "Type", from: .relatedWork),
    drop("ARA347", "Delta", from: .relatedWork),
    set("ARA348", "related-work-of-unknown-type", "Type", of: .relatedWork, to: "uses"),
    Mutation("delta-without-reason", "ARA348") { base in
      base.parts(.relatedWork).compactMap { part in
        guard let delta = part.field("Delta"),
          let why = delta.items.first(where: { $0.text.value(labelled: "Why") != nil })
        else { return nil }
        return part.replacing(why.line..<(why.line + 1), by: [])
      }
    },
    drop("ARA349", "DOI", from: .relatedWork),
  ]

  /// All blocks of a kind are gone, and the sections that they make.
  private static func emptied(_ code: DiagnosticCode, _ kind: BlockKind, _ path: String)
    -> Mutation
  {
    Mutation("no-\(kind.rawValue)", code) { base in
      let parts = base.parts(kind)
      if parts.isEmpty { return [] }
      let edits = parts.map { Edit.lines($0.block.lines, of: path, []) }
      return [Injection(edits, file: path)]
    }
  }

  /// Of the blocks of a kind the first few are left; where the artifact lists a shortfall among its
  /// known gaps, that is no error.
  static func shortened(_ code: DiagnosticCode, _ kind: BlockKind, to count: Int) -> Mutation {
    Mutation("too-few-\(kind.rawValue)s", code) { base in
      let parts = base.parts(kind)
      guard parts.count > count, !base.hasKnownGaps else { return [] }
      let edits = parts.dropFirst(count).map { Edit.lines($0.block.lines, of: $0.path, []) }
      return [Injection(edits, file: parts[0].path)]
    }
  }
}
