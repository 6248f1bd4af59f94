internal import IR

/// How fields are written.
struct FieldFormCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA316", .error(.april2026), .typeMismatch, "the colon stands inside the bold",
      cause: "Readers look for `**Name**:`.", cure: "Move the colon behind the asterisks.",
      example: "- **Statement:** x"),
    CheckRow(
      "ARA317", .warning(.cli), .typeMismatch, "a one-line field wraps",
      cause: "The official command line keeps only the first line of a field.",
      cure: "Join the lines.", example: "a `Statement` over three lines"),
    CheckRow(
      "ARA318", .warning(), .typeMismatch, "a field does not begin with a dash in column 1",
      cause: "Fields are list items with `- ` at the start of the line.", cure: "Re-indent it.",
      example: "  * **Status**: supported"),
  ]

  /// Files whose fields stand without a dash.
  private static let bareKinds: Set<FileKind> = [.rubric, .result, .proof]
  /// Fields of tables and figures that have a row of their own for it.
  private static let saidElsewhere: Set<String> = ["Source", "Caption"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for file in artifact.markdownFiles {
      let vocabulary = FieldVocabulary.of(file.kind)
      let blocks = artifact.blockFile(of: file.kind)
      for field in file.fields where field.isKnown {
        let subject = blocks?.block(at: field.line)?.id
        if field.hasPunctuationInside { report(.colonInside(field, file.path, subject)) }
        let isLine = vocabulary.field(labelled: field.name)?.shape == .line
        if isLine, field.pieces.count > 1 {
          report(.wraps(field, file.path, subject))
        }
        let mayBeBare =
          Self.bareKinds.contains(file.kind)
          || (file.kind.isExhibit && Self.saidElsewhere.contains(field.name))
        let isBare = field.marker == .none && mayBeBare
        if field.indent > 0 || (field.marker != .dash && !isBare) {
          report(.misplaced(field, file.path, subject))
        }
      }
    }
  }
}

extension Finding {
  private static func form(
    _ code: DiagnosticCode, _ field: Field, _ file: String, _ subject: String?, _ message: String
  ) -> Finding {
    Finding(
      code, at: ArtifactPlace(file: file, line: field.line), subject: subject, about: field.name,
      "the field '\(field.name)' \(message)")
  }

  fileprivate static func colonInside(_ field: Field, _ file: String, _ subject: String?)
    -> Finding
  {
    form("ARA316", field, file, subject, "has its colon inside the bold").fixed(
      by: field.label.map { label in
        let name = label.text.dropLast()
        let closed = FixIt.Replacement(label.extended(by: 2), in: file, by: "\(name)**:")
        return FixIt("move the colon behind the asterisks", [.replace(closed)])
      })
  }

  fileprivate static func wraps(_ field: Field, _ file: String, _ subject: String?) -> Finding {
    form("ARA317", field, file, subject, "runs over more than one line").fixed(
      by: field.items.isEmpty ? .joinLines(field, file) : nil)
  }

  fileprivate static func misplaced(_ field: Field, _ file: String, _ subject: String?) -> Finding {
    form("ARA318", field, file, subject, "does not begin with '- ' at the start of the line")
      .fixed(
        by: field.label.map { label in
          let start = FixIt.Position(field.line, 1)
          let mark = FixIt.Position(field.line, label.column - 2)
          let dash = FixIt.Replacement(file: file, start: start, end: mark, text: "- ")
          return FixIt("begin the line with '- '", [.replace(dash)])
        })
  }
}

extension FixIt {
  /// Joins the lines of a field by single blanks.
  fileprivate static func joinLines(_ field: Field, _ file: String) -> FixIt {
    let joints = zip(field.pieces, field.pieces.dropFirst()).map { last, next in
      let end = last.column + last.text.unicodeScalars.count
      return Edit.replace(
        Replacement(
          file: file, start: Position(last.line, end), end: Position(next.line, next.column),
          text: " "))
    }
    return FixIt("join the lines", joints)
  }
}

extension LinePiece {
  /// With so many ASCII characters behind it.
  fileprivate func extended(by count: Int) -> LinePiece {
    let end = text.base.utf8.index(text.endIndex, offsetBy: count, limitedBy: text.base.endIndex)
    return LinePiece(text: text.base[text.startIndex..<(end ?? text.endIndex)], line: line)
  }
}
