internal import IR

/// Fields that are there and say nothing.
struct PlaceholderCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA314", .error(), .missingField, "a field is empty or a placeholder",
      cause: "The field has no value, is `…`, contains the word TODO or TBD, or a remnant of a "
        + "template in braces. `Requirement` and `Parent context` of `rubric/requirements.md` have to "
        + "be those of the rubric word for word (`ARA808`): there the words count only if nothing else "
        + "is said.",
      cure: "Write the value, or `Not specified in paper`.",
      example: "- **Statement**: {claim}"),
    CheckRow(
      "ARA355", .warning(), .typeMismatch, "an unknown value is not in the fixed words",
      cause: "What the source does not give is written in one way only, so that readers can tell.",
      cure: "Write `Not specified in paper`.", example: "- **Bounds**: N/A"),
  ]

  /// Fields for which a row of their own says that they are blank.
  private static let elsewhere: Set<String> = ["Definition", "DOI"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for file in artifact.markdownFiles where file.kind != .paperText {
      let vocabulary = FieldVocabulary.of(file.kind)
      let blocks = artifact.blockFile(of: file.kind)
      for field in file.fields where field.isKnown {
        guard let name = vocabulary.field(labelled: field.name) else { continue }
        let context = FieldContext(
          file: file.path, block: blocks?.block(at: field.line), field: field, name: name)
        check(context, report)
      }
    }
  }

  private func check(_ context: FieldContext, _ report: (Finding) -> Void) {
    let (field, name) = (context.field, context.name)
    let isElsewhere = Self.elsewhere.contains(name.name)
    if field.isEmpty {
      if !name.mayBeEmpty, !isElsewhere { report(.empty(context)) }
      return
    }
    if name.name != "Sources", !isElsewhere {
      for piece in field.pieces {
        guard let rest = Placeholder.find(in: piece, name.wording) else { continue }
        report(.placeholder(context, rest))
      }
    }
    for label in name.parts {
      guard let part = field.part(label) else { continue }
      if part.text.isEmpty { report(.emptyPart(context, label, part)) }
      if Placeholder.isUnknown(part.text) {
        report(.unknownWord(context, part, of: label))
      }
    }
    if Placeholder.isUnknown(field.value.text) {
      report(.unknownWord(context, field.value))
    }
  }
}

/// A field with what a finding about it says.
private struct FieldContext {
  let file: String
  let block: Block?
  let field: Field
  let name: FieldName

  var about: String { block?.key(name.name) ?? name.name }
}

extension Finding {
  fileprivate static func empty(_ context: FieldContext) -> Finding {
    Finding(
      "ARA314", at: ArtifactPlace(file: context.file, line: context.field.line),
      subject: context.block?.id, about: context.about,
      "the field '\(context.name.name)' is empty")
  }

  fileprivate static func emptyPart(_ context: FieldContext, _ label: String, _ part: LinePiece)
    -> Finding
  {
    Finding(
      "ARA314", at: ArtifactPlace(file: context.file, line: part.line),
      subject: context.block?.id, about: "\(context.about): \(label)", "'\(label)' is empty")
  }

  fileprivate static func placeholder(_ context: FieldContext, _ rest: LinePiece) -> Finding {
    Finding(
      "ARA314", at: ArtifactPlace(rest, in: context.file), subject: context.block?.id,
      about: context.about,
      "the field '\(context.name.name)' holds the placeholder \(Quoted(rest.text))",
      excerpt: Excerpt.of(rest.text))
  }

  fileprivate static func unknownWord(
    _ context: FieldContext, _ value: LinePiece, of label: String? = nil
  ) -> Finding {
    let about = label.map { "\(context.about): \($0)" } ?? context.about
    let what = label.map { "'\($0)'" } ?? "the field '\(context.name.name)'"
    return Finding(
      "ARA355", at: ArtifactPlace(value, in: context.file), subject: context.block?.id,
      about: about, "\(what) says \(Quoted(value.text)), not '\(FixedPhrase.notSpecified)'",
      excerpt: Excerpt.of(value.text)
    ).fixed(by: .replace(value, in: context.file, by: FixedPhrase.notSpecified))
  }
}
