internal import IR

/// Percentages and means beside what they are of.
struct PopulationCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA719", .warning(.august2026), .grounding, "a percentage or mean has no population",
      cause: "Neither its sentence nor the source that is cited for it says of what it is the "
        + "percentage or mean.",
      cure: "Say of how many or of which things it is.", example: "- **Rationale**: It saves 45%.")
  ]

  private static let fields = [
    "Statement", "Conditions", "Evidence basis", "Interpretation", "Rationale", "Sensitivity",
    "Bounds", "Evidence", "Implication",
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    // What an absent input says word for word cannot be told from what was made up.
    guard inputs.areComplete else { return }
    var known: [String: [Int: SourcesField]] = [:]
    for field in artifact.paths.sources {
      known[field.file, default: [:]][field.block.line] = field
    }
    for file in [artifact.claims, artifact.heuristics, artifact.problem].compactMap(\.self) {
      for block in file.blocks {
        for piece in Self.fields.compactMap(block.field).flatMap(\.pieces) {
          check(piece, block, known[file.path]?[block.line], file.path, inputs, report)
        }
      }
    }
  }

  private func check(
    _ piece: LinePiece, _ block: Block, _ sources: SourcesField?, _ file: String,
    _ inputs: InputTexts, _ report: (Finding) -> Void
  ) {
    for sentence in piece.sentences {
      guard let number = Share.first(in: sentence), !Share.namesPopulation(sentence.text),
        !isCited(number, sources), !isVerbatim(sentence, inputs)
      else { continue }
      report(.noPopulation(number, block, file))
    }
  }

  private func isVerbatim(_ sentence: LinePiece, _ inputs: InputTexts) -> Bool {
    let quote = QuoteText(sentence.text)
    return inputs.sources.contains { $0.holds(quote) }
  }

  /// Whether a table or a sentence that says of what it is, is cited for the number.
  private func isCited(_ number: LinePiece, _ field: SourcesField?) -> Bool {
    (field?.entries ?? []).contains { entry in
      guard entry.value.map({ DecimalText($0.text) }) == DecimalText(number.text),
        case .quoted(_, let quote, _) = entry.form
      else { return false }
      if case .artifact? = entry.reference { return true }
      return Share.namesPopulation(quote.text)
    }
  }
}

/// Percentages and means in a sentence.
private enum Share {
  private static let means: Set<Substring> = ["mean", "average", "averages", "averaged"]

  /// What stands before what a share is of.
  private static let relations: Set<Substring> = [
    "of", "on", "over", "in", "across", "among", "for", "from", "per", "within", "at", "under",
    "between", "with",
  ]

  /// The first number of a sentence that is a percentage, or a mean.
  static func first(in sentence: LinePiece) -> LinePiece? {
    let hasMean = Words.all(sentence.text).contains(where: means.contains)
    return NumberToken.scan(String(sentence.text)).map { sentence[$0.bytes] }.first { number in
      hasMean || MeasureUnit(behind: number)?.kind == .share
    }
  }

  /// Whether a phrase says of what a share is: `of the marbles`, `on 12 scales`, but not `in 2 s`.
  static func namesPopulation(_ text: Substring) -> Bool {
    let words = Words.all(text)
    return words.indices.contains { index in
      relations.contains(words[index])
        && words[(index + 1)...].prefix(4).contains { !Words.content($0).isEmpty }
    }
  }
}

extension LinePiece {
  private static let ends: ASCIISet = ".!?;"

  /// Its sentences without quotation marks around them: they end with a full stop, a question mark
  /// or a semicolon before a blank.
  fileprivate var sentences: [LinePiece] {
    var pieces: [LinePiece] = []
    var start = 0
    let bytes = Array(text.utf8)
    let quote = UInt8(ascii: "\"")
    for at in bytes.indices where Self.ends.contains(bytes[at]) {
      let end = at + 1 < bytes.count && bytes[at + 1] == quote ? at + 2 : at + 1
      guard end == bytes.count || bytes[end] == 0x20 else { continue }
      pieces.append(self[start..<(at + 1)])
      start = end
    }
    if start < bytes.count { pieces.append(self[start..<bytes.count]) }
    return pieces.map { piece in
      let opening = piece.text.utf8.prefix { $0 == 0x20 || $0 == quote }.count
      return piece[opening..<piece.text.utf8.count].trimmed
    }
  }
}

extension Finding {
  fileprivate static func noPopulation(_ number: LinePiece, _ block: Block, _ file: String)
    -> Finding
  {
    Finding(
      "ARA719", on: number, in: file, subject: block.id,
      "nothing says of what \(Brief(number.text)) is a percentage or mean")
  }
}
