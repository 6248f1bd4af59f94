internal import IR
internal import YAML

/// Identifiers in prose, in strings of the tree, and in fields that no other row resolves.
enum ProseIDs {
  private static let spaces: [IDSpace] = [
    .claim, .experiment, .heuristic, .node, .requirement, .relatedWork,
  ]

  static func mentions(in artifact: ParsedFiles) -> [IDMention] {
    var mentions: [IDMention] = []
    for file in artifact.markdownFiles where !isVerbatim(file.kind) {
      mentions += self.mentions(in: file, artifact)
    }
    return mentions + treeMentions(artifact)
  }

  private static func isVerbatim(_ kind: FileKind) -> Bool { kind == .paperText || kind == .prompt }

  private static func mentions(in file: MarkdownFile, _ artifact: ParsedFiles) -> [IDMention] {
    let blocks = artifact.blockFile(of: file.kind)
    let resolved = resolvedLines(file, artifact)
    var mentions: [IDMention] = []
    for number in 1..<(file.text.lines.count + 1) where !resolved.contains(number) {
      if file.isFenced[number - 1] || isFrontmatter(number, file, artifact) { continue }
      for token in tokens(in: LinePiece(text: file.text.line(number), line: number)) {
        mentions.append(
          IDMention(
            role: .prose, space: token.space, id: token.id,
            place: .piece(token.piece, file: file.path),
            subject: blocks?.block(at: number)?.id))
      }
    }
    return mentions
  }

  /// The identifiers of a line outside code spans, formulas and quotations, each once.
  private static func tokens(in line: LinePiece) -> [IDToken] {
    let tokens = IDToken.scan(line, for: spaces).filter { hasLength($0) }
    if tokens.isEmpty { return [] }
    let verbatim = InlineReader.verbatimRanges(in: line.text)
    var seen: Set<String> = []
    return tokens.filter { token in
      let offset = line.text.offset(ofPiece: token.piece.text)
      return !verbatim.contains { $0.contains(offset) } && seen.insert(token.id).inserted
    }
  }

  /// Two or three digits; related works have any number.
  private static func hasLength(_ token: IDToken) -> Bool {
    let digits = token.piece.text.utf8.count - token.space.rawValue.utf8.count
    return token.space == .relatedWork || (2...3).contains(digits)
  }

  private static func isFrontmatter(_ line: Int, _ file: MarkdownFile, _ artifact: ParsedFiles)
    -> Bool
  {
    file.kind == .paper && line <= (artifact.manifest?.fenced.upperBound ?? 0)
  }
}

// What other rows resolve, or what is verbatim.
extension ProseIDs {
  private static let resolvedFields: [FileKind: Set<String>] = [
    .claims: ["Proof", "Dependencies"],
    .experiments: ["Verifies", "Dependencies", "Run"],
    .relatedWork: ["Claims affected", "Reference"],
    .problem: ["Caused by", "Derived from"],
    .figure: ["Supports", "Caption", "Screenshot", "Source"],
    .table: ["Caption", "Screenshot", "Source", "Derived from"],
    .result: ["Trace node", "Claim", "Source"],
    .codeIndex: ["File(s) in repo"],
    .rubric: ["Requirement", "Parent context", "Rubric ID", "Category"],
  ]

  /// The lines whose identifiers are not prose.
  private static func resolvedLines(_ file: MarkdownFile, _ artifact: ParsedFiles) -> Set<Int> {
    var lines: Set<Int> = []
    let fields = resolvedFields[file.kind] ?? []
    for field in file.fields where fields.contains(field.name) {
      lines.formUnion(field.pieces.map(\.line))
    }
    if file.kind == .codeIndex { lines.formUnion(file.headings.map(\.line)) }
    if file.kind.isExhibit || file.kind == .logPointers || file.kind == .rubric {
      lines.formUnion(file.headings.map(\.line))
      lines.formUnion(file.tables.flatMap { [$0.line] + $0.rows.map(\.line) })
    }
    if file.kind == .relatedWork {
      lines.formUnion((file.bullets(under: "Additional citations") ?? []).map(\.line))
    }
    if file.kind == .evidenceIndex {
      lines.formUnion((artifact.evidenceIndex?.rows ?? []).filter { $0.claims != nil }.map(\.line))
    }
    if file.kind == .paper {
      lines.formUnion(file.headings.filter { $0.level == 1 }.map(\.line))
      lines.formUnion((artifact.manifest?.layerIndex?.rows ?? []).filter(isCounted).map(\.line))
    }
    return lines
  }

  /// Whether the row names claims or declares a range of identifiers: rows of their own check both.
  private static func isCounted(_ row: LayerIndex.Row) -> Bool {
    if row.claims != nil { return true }
    let counted: [FileKind] = [.claims, .experiments, .heuristics, .relatedWork]
    return row.resolution.file.map { counted.contains(FileKind(path: $0)) } ?? false
  }
}

extension ProseIDs {
  private static let structuralKeys: Set<String> = [
    "id", "type", "support_level", "evidence", "also_depends_on", "children", "isolated",
    "timestamp",
  ]

  private static func treeMentions(_ artifact: ParsedFiles) -> [IDMention] {
    guard let trace = artifact.trace, let text = artifact.traceText else { return [] }
    var mentions: [IDMention] = []
    for node in trace.nodes {
      for key in node.keys where !structuralKeys.contains(key.name) {
        let whole = key.value.scalar.map { [($0, key.value.mark)] } ?? key.value.scalars
        for (scalar, mark) in whole {
          for token in tokens(in: LinePiece(text: Substring(scalar), line: mark.line)) {
            mentions.append(
              IDMention(
                role: .prose, space: token.space, id: token.id,
                place: .value(token.id, mark, text), subject: node.id))
          }
        }
      }
    }
    return mentions
  }
}
