internal import IR

/// `Code ref` of heuristics.
struct CodeReferenceCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA412", .error(.april2026, .august2026), .danglingReference,
      "the file of a code reference does not exist",
      cause: "The brackets of `Code ref` name no file of the artifact.",
      cure: "Correct the path, or point to `src/artifacts.md` for code that is not copied.",
      example: "- **Code ref**: [src/execution/net.py]"),
    CheckRow(
      "ARA413", .error(.april2026), .typeMismatch, "a code reference is not one path",
      cause: "The April script takes the content of the brackets for one path, without lines.",
      cure: "Keep one path in the brackets and put the lines behind them.",
      example: "- **Code ref**: [src/a.py:12]"),
    CheckRow(
      "ARA414", .error(.august2026), .danglingReference, "referenced lines are not in the file",
      cause: "The range ends behind the last line of the referenced file.",
      cure: "Correct the range.", example: "lines 400–482 of a file with 255"),
    CheckRow(
      "ARA415", .warning(), .danglingReference, "a referenced symbol is not in the file",
      cause: "A name in code marks behind the brackets does not occur in the file.",
      cure: "Correct the name.", example: "- **Code ref**: [src/execution/a.py] `renamed`"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for reference in artifact.paths.codeReferences {
      for path in reference.paths where path.resolution.isDead {
        report(.dead(path, artifact.files))
      }
      if !reference.isSinglePath { report(.notOnePath(reference)) }
      guard let path = reference.paths.first?.resolution.file, path != "src/artifacts.md",
        let text = artifact.text(path)
      else { continue }
      for (piece, range) in reference.lines where range.upperBound > text.lines.count {
        report(.lines(piece, reference, text.lines.count))
      }
      for symbol in reference.symbols where !text.lines.contains(where: { $0.holds(symbol.text) }) {
        report(.symbol(symbol, reference))
      }
    }
  }
}

extension Finding {
  private static let path = "logic/solution/heuristics.md"

  fileprivate static func dead(_ mention: PathMention, _ files: ArtifactFiles) -> Finding {
    Finding(
      "ARA412", on: mention.written, in: path, subject: mention.subject,
      "the referenced file \(Quoted(mention.written.text)) does not exist"
    ).fixed(by: files.namesake(of: mention).map { .replace(mention.written, in: path, by: $0) })
  }

  fileprivate static func notOnePath(_ reference: CodeReferenceField) -> Finding {
    Finding(
      "ARA413", at: ArtifactPlace(reference.value, in: path), subject: reference.heuristic.id,
      about: "Code ref", "the brackets do not hold exactly one path without lines",
      excerpt: Excerpt.of(reference.value.text))
  }

  fileprivate static func lines(_ piece: LinePiece, _ reference: CodeReferenceField, _ count: Int)
    -> Finding
  {
    Finding(
      "ARA414", on: piece, in: path, subject: reference.heuristic.id,
      "the referenced file has \(count) lines, not \(Quoted(piece.text))")
  }

  fileprivate static func symbol(_ symbol: LinePiece, _ reference: CodeReferenceField) -> Finding {
    Finding(
      "ARA415", on: symbol, in: path, subject: reference.heuristic.id,
      "\(Quoted(symbol.text)) does not occur in the referenced file")
  }
}
