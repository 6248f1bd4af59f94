internal import IR

/// `logic/concepts.md`.
struct ConceptCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA329", .error(.april2026).but(.note, in: .august2026), .insufficientCount,
      "there are fewer than five concepts",
      cause: "The April schema wants five; the later one wants no filler.",
      cure: "Add terms that the source defines, or list the shortfall under `## Known gaps`.",
      example: "four concepts",
      cases: [
        .knownGap: .error(.april2026).but(.note, in: .august2026).but(.note, in: .superset)
      ]),
    CheckRow(
      "ARA330", .error(.april2026, .august2026, .cli), .missingField,
      "a concept has no definition",
      cause: "The block has no `Definition`, or an empty one, or a placeholder.",
      cure: "Define the term.",
      example: "a term with its notation only"),
    CheckRow(
      "ARA331", .warning(.august2026), .missingField, "a concept lacks a field",
      cause: "`Notation`, `Boundary conditions` or `Related concepts` is absent or has another "
        + "name.",
      cure: "Add the field: `—` for a term without notation, else the fixed phrase.",
      example: "- **Boundary**: one value"),
    CheckRow(
      "ARA332", .warning(), .typeMismatch, "a second-level heading is no concept",
      cause: "The April script counts every `## ` of the file as a concept; this one has none of "
        + "a concept's fields.",
      cure: "Demote the heading to `###`.", example: "## Overview"),
  ]

  private static let wanted = [
    RequiredField("ARA331", "Notation", alias: .usual, filler: "—"),
    RequiredField(
      "ARA331", "Boundary conditions", alias: .usual, filler: FixedPhrase.notSpecified),
    RequiredField(
      "ARA331", "Related concepts", alias: .usual, filler: FixedPhrase.notSpecified),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let file = artifact.concepts else { return }
    let concepts = file.concepts
    if concepts.count < 5 {
      report(.tooFew(concepts.count, isListed: artifact.listsGap(.concepts), in: file.path))
    }
    for block in file.blocks where !block.isConcept { report(.noConcept(block, file.path)) }
    for block in concepts {
      let definition = block.field("Definition")
      if definition?.isBlank ?? true { report(.undefined(block, definition, file.path)) }
      Self.wanted.check(block, in: file.path, report: report)
    }
  }
}

extension BlockFile {
  /// The blocks that have a field of a concept.
  var concepts: [Block] { blocks.filter(\.isConcept) }
}

extension Block {
  fileprivate var isConcept: Bool { fields.contains { $0.isKnown } }
}

extension Finding {
  fileprivate static func tooFew(_ count: Int, isListed: Bool, in file: String) -> Finding {
    Finding(
      "ARA329", isListed ? .knownGap : .usual, at: ArtifactPlace(file: file, line: 1),
      about: "count", "\(count) concepts, at least 5 wanted")
  }

  fileprivate static func noConcept(_ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA332", at: ArtifactPlace(file: file, line: block.line),
      about: Excerpt.of(block.title.text), "\(block.label) has none of the fields of a concept",
      excerpt: Excerpt.of(block.title.text)
    ).fixed(
      by: FixIt(
        "demote the heading",
        [.replace(FixIt.Replacement(inserting: "#", before: block.line, of: file))]))
  }

  fileprivate static func undefined(_ block: Block, _ field: Field?, _ file: String) -> Finding {
    Finding(
      "ARA330", at: ArtifactPlace(file: file, line: field?.line ?? block.line),
      about: block.key("Definition"), "the concept \(block.label) has no definition")
  }
}
