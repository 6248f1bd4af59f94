internal import IR

/// `Sources` of claims and heuristics.
struct SourceEntryCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA701", .error(.august2026), .typeMismatch, "an entry of `Sources` is not in form",
      cause: "An entry is a value, an arrow, a reference, a quotation and a tag; a bare path is "
        + "none.",
      cure: "Add the quotation from the line that the reference names.",
      example: "  - `96` ← table1.md [result]"),
    CheckRow(
      "ARA702", .warning(.august2026), .grounding, "the source of a value is pending",
      cause: "The entry says `[pending: …]` instead of naming a place.",
      cure: "Look the value up.", example: "  - `5` ← [pending: page image unreadable]"),
    CheckRow(
      "ARA703", .error(.august2026), .grounding, "a number has no entry in `Sources`",
      cause: "Every number in the title, statement, conditions and evidence basis of a claim, and "
        + "in the rationale, sensitivity and bounds of a heuristic, has an entry.",
      cure: "Add the entry.", example: "0.65 in `Evidence basis` only"),
    CheckRow(
      "ARA704", .error(.august2026), .consistency, "a value is not in its quotation",
      cause: "The quotation does not hold the value as a whole number.",
      cure: "Correct the value or cite another line.",
      example: "  - `96.4` ← `…` «| 96.6 |» [result]"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    var known: [String: [Int: SourcesField]] = [:]
    for field in artifact.paths.sources {
      known[field.file, default: [:]][field.block.line] = field
      checkEntries(field, report)
    }
    if let claims = artifact.claims {
      for block in claims.blocks {
        guard let field = known[claims.path]?[block.line] else { continue }
        checkNumbers(block.claimNumbers(in: claims.file), block, field, claims.path, report)
      }
    }
    if let heuristics = artifact.heuristics {
      for block in heuristics.blocks {
        let field = known[heuristics.path]?[block.line]
        let numbers = block.numbers(
          of: ["Rationale", "Sensitivity", "Bounds"], in: heuristics.file)
        checkNumbers(numbers, block, field, heuristics.path, report)
      }
    }
  }

  private func checkEntries(_ field: SourcesField, _ report: (Finding) -> Void) {
    if field.entries.isEmpty, !field.field.isEmpty, !field.isDeclaredEmpty {
      report(.notAList(field))
    }
    for entry in field.entries {
      switch entry.form {
      case .malformed: report(.malformed(entry, field))
      case .pending: report(.pending(entry, field))
      case .quoted(_, let quote, _):
        if entry.reference == nil { report(.malformed(entry, field)) }
        if let value = entry.value, !QuotedValue.holds(quote.text, value.text) {
          report(.notInQuote(entry, value, field))
        }
      }
    }
  }

  private func checkNumbers(
    _ numbers: [LinePiece], _ block: Block, _ field: SourcesField?, _ file: String,
    _ report: (Finding) -> Void
  ) {
    let entries = field?.numbers ?? []
    for number in numbers where !entries.contains(DecimalText(number.text)) {
      report(.noEntry(number, block, file))
    }
  }
}

extension Block {
  /// The numbers of a claim that need evidence, each at its first place.
  func claimNumbers(in file: MarkdownFile) -> [LinePiece] {
    let title = distinct(file.text.numbers(in: title))
    let fields = numbers(of: ["Statement", "Conditions", "Evidence basis"], in: file)
    return distinct(title + fields)
  }

  /// The numbers of some fields, each at its first place.
  func numbers(of names: [String], in file: MarkdownFile) -> [LinePiece] {
    let pieces = names.compactMap(field).flatMap(\.pieces).sorted { $0.line < $1.line }
    return distinct(pieces.flatMap { file.text.numbers(in: $0) })
  }

  private func distinct(_ numbers: [LinePiece]) -> [LinePiece] {
    var seen: Set<DecimalText> = []
    return numbers.filter { seen.insert(DecimalText($0.text)).inserted }
  }
}

/// A value in a quotation.
enum QuotedValue {
  /// Whether the quotation holds the value, and no longer number around it.
  static func holds(_ quote: Substring, _ value: Substring) -> Bool {
    let bytes = Array(quote.utf8)
    var from = 0
    while let start = quote.offset(of: value, from: from) {
      let end = start + value.utf8.count
      if !continues(bytes, before: start) && !continues(bytes, behind: end) { return true }
      from = start + 1
    }
    return false
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  private static func continues(_ bytes: [UInt8], before start: Int) -> Bool {
    guard start > 0, start < bytes.count, bytes[start].isASCIIDigit || isJoint(bytes[start]) else {
      return false
    }
    if bytes[start - 1].isASCIIDigit { return true }
    return isJoint(bytes[start - 1]) && start > 1 && bytes[start - 2].isASCIIDigit
  }

  private static func continues(_ bytes: [UInt8], behind end: Int) -> Bool {
    guard end > 0, end < bytes.count, bytes[end - 1].isASCIIDigit else { return false }
    if bytes[end].isASCIIDigit { return true }
    return isJoint(bytes[end]) && end + 1 < bytes.count && bytes[end + 1].isASCIIDigit
  }
}

extension Finding {
  fileprivate static func notAList(_ field: SourcesField) -> Finding {
    Finding(
      "ARA701", at: ArtifactPlace(file: field.file, line: field.field.line),
      subject: field.block.id, about: "Sources", "'Sources' is neither a list of entries nor []",
      excerpt: Excerpt.of(field.field.value.text))
  }

  fileprivate static func malformed(_ entry: SourceEntry, _ field: SourcesField) -> Finding {
    Finding(
      "ARA701", on: entry.piece, in: field.file, subject: field.block.id,
      "the entry is not of the form value ← reference «quote» [tag]")
  }

  fileprivate static func pending(_ entry: SourceEntry, _ field: SourcesField) -> Finding {
    let value = entry.value.map { Quoted($0.text).description } ?? "a value"
    return Finding(
      "ARA702", on: entry.piece, in: field.file, subject: field.block.id,
      "the source of \(value) is pending")
  }

  fileprivate static func notInQuote(
    _ entry: SourceEntry, _ value: LinePiece, _ field: SourcesField
  ) -> Finding {
    Finding(
      "ARA704", on: value, in: field.file, subject: field.block.id,
      "the quotation does not hold \(Quoted(value.text))")
  }

  fileprivate static func noEntry(_ number: LinePiece, _ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA703", on: number, in: file, subject: block.id,
      "\(Brief(number.text)) has no entry in 'Sources' of \(block.label)")
  }
}
