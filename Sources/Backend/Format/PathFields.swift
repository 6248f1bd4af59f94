internal import IR

/// `Proof` of a claim.
struct ProofField: Sendable {
  let claim: Block
  let value: LinePiece
  let isBracketed: Bool
  let experiments: [IDToken]
  /// Items that are no experiment identifiers.
  let others: [LinePiece]
  /// Those of them that look like paths.
  let paths: [PathMention]

  init?(_ claim: Block, _ files: ArtifactFiles) {
    guard let field = claim.saidField("Proof") else { return nil }
    self.claim = claim
    value = field.value
    isBracketed = value.text.hasPrefix("[") && value.text.contains("]")
    let isGrouped = value.text.hasPrefix("[")
    let groups = field.pieces.flatMap { isGrouped ? $0.bracketGroups : [$0] }
    let items = groups.flatMap(\.items)
    experiments = items.flatMap { item in
      IDToken.parse(item.text) == .experiment
        ? [IDToken(space: .experiment, piece: item)] : []
    }
    others = items.filter { IDToken.parse($0.text) != .experiment }
    paths = others.compactMap { item in
      let path = item.pathPart
      guard path.text.contains("/") || path.text.contains(".") else { return nil }
      return PathMention(
        role: .proof, written: path, file: "logic/claims.md",
        resolution: files.resolve(path.text, in: ""), subject: claim.id)
    }
  }
}

/// `Evidence` of an experiment.
struct EvidenceField: Sendable {
  let experiment: Block
  let value: LinePiece
  let paths: [PathMention]

  init?(_ experiment: Block, _ files: ArtifactFiles) {
    guard let field = experiment.saidField("Evidence") else { return nil }
    self.experiment = experiment
    value = field.value
    paths = field.pieces.flatMap(\.items).compactMap { item in
      if item.text.hasPrefix("pending") || FixedPhrase.isUsed(item.text) { return nil }
      let path = item.pathPart
      return PathMention(
        role: .evidence, written: path, file: "logic/experiments.md",
        resolution: files.resolve(path.text, in: ""), subject: experiment.id)
    }
  }

  /// The existing files of the artifact that it names.
  var files: [String] { paths.compactMap(\.resolution.file) }
}

/// `Run` of an experiment.
struct RunField: Sendable {
  struct Item: Sendable {
    let written: LinePiece
    /// Nil for a bare name.
    let path: PathMention?
    /// The name in parentheses, or the bare name.
    let entry: LinePiece?
  }

  let experiment: Block
  let items: [Item]

  var paths: [PathMention] { items.compactMap(\.path) }

  init?(_ experiment: Block, _ files: ArtifactFiles) {
    guard let field = experiment.saidField("Run") else { return nil }
    self.experiment = experiment
    items = field.pieces.flatMap(\.items).compactMap { item in
      if item.text.hasPrefix("pending") || FixedPhrase.isUsed(item.text) { return nil }
      let path = item.pathPart
      guard path.text.contains("/") || path.text.hasPrefix("~") else {
        return Item(written: item, path: nil, entry: path)
      }
      let mention = PathMention(
        role: .run, written: path, file: "logic/experiments.md",
        resolution: files.resolve(path.text, in: ""), subject: experiment.id)
      return Item(written: item, path: mention, entry: item.parenthesised)
    }
  }
}

/// `Code ref` of a heuristic.
struct CodeReferenceField: Sendable {
  let heuristic: Block
  let value: LinePiece
  /// What stands in the brackets, lines and marks cut off; empty for `[Not specified]`.
  let paths: [PathMention]
  /// Whether the brackets hold one path and nothing else.
  let isSinglePath: Bool
  /// Lines that the brackets or the text behind them name.
  let lines: [(piece: LinePiece, range: ClosedRange<Int>)]
  /// Names in code marks behind the brackets.
  let symbols: [LinePiece]
  /// `path:line` behind the brackets, for code that is indexed and not copied.
  let repositoryPlace: LinePiece?

  init?(_ heuristic: Block, _ files: ArtifactFiles) {
    guard let value = heuristic.saidField("Code ref")?.value, !value.text.isEmpty else {
      return nil
    }
    self.heuristic = heuristic
    self.value = value
    let inside = value.bracketed ?? value.firstWord
    let isUnspecified = inside.text.hasPrefix("Not specified") || FixedPhrase.isUsed(inside.text)
    let written = isUnspecified ? [] : inside.items
    paths = written.map { item in
      let path = item.pathPart.withoutLineSuffix
      return PathMention(
        role: .codeReference, written: path, file: "logic/solution/heuristics.md",
        resolution: files.resolve(path.text, in: ""), subject: heuristic.id)
    }
    isSinglePath =
      isUnspecified
      || (written.count == 1 && written[0].pathPart.lineSuffix == nil)
    let behind = value.behindBracket
    let suffixes = written.compactMap(\.pathPart.lineSuffix)
    lines =
      suffixes.compactMap { piece in
        SourceReference.lines(piece.text).map { (piece, $0) }
      } + (behind?.namedLines ?? [])
    symbols = behind?.codeSpans ?? []
    // A path may hold blanks: what ends with a line is one place.
    repositoryPlace = behind.map { behind in
      let whole = behind.trimmed.unmarked
      return whole.lineSuffix == nil ? behind.trimmed.firstWord.unmarked : whole
    }
  }
}

/// `Sources` of a claim or heuristic.
struct SourcesField: Sendable {
  let block: Block
  let file: String
  let field: Field
  let entries: [SourceEntry]
  /// The artifact files that entries cite.
  let paths: [PathMention]

  init?(_ block: Block, in file: String, _ files: ArtifactFiles) {
    guard let field = block.field("Sources") else { return nil }
    self.block = block
    self.file = file
    self.field = field
    entries = field.items.map { SourceEntry($0.text) }
    paths = entries.compactMap { entry in
      guard case .quoted(let written, _, _) = entry.form,
        case .artifact(let path, _) = SourceReference(written.text)
      else { return nil }
      return PathMention(
        role: .source, written: written, file: file,
        resolution: files.resolve(path[...], in: ""), subject: block.id)
    }
  }

  /// Whether the line says that there is nothing to cite.
  var isDeclaredEmpty: Bool { field.value.text == "[]" && entries.isEmpty }

  /// The numbers for which there is an entry, of whatever form.
  var numbers: Set<DecimalText> {
    Set(
      entries.compactMap(\.value).flatMap { value in
        NumberToken.scan(String(value.text)).map { DecimalText($0.text) }
      })
  }
}

/// The phrases for what a source does not give (`spec/ara-format.md`, section 3).
enum FixedPhrase {
  static let notSpecified = "Not specified in paper"
  static let notAvailable = "Not available from provided input"

  static func isUsed(_ text: Substring) -> Bool {
    text.hasPrefix(notSpecified) || text.hasPrefix(notAvailable)
  }
}
