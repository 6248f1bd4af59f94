internal import IR

/// An identifier where a field or a text names it.
struct IDMention: Sendable {
  /// What names it: each role has a row of its own for names that do not resolve.
  enum Role: Sendable {
    case proof, verifies, claimDependency, experimentDependency, claimsAffected, problemLink
    case layerIndex, evidenceIndex, exhibit
    case treeEvidence
    case prose
  }

  let role: Role
  let space: IDSpace
  let id: String
  let place: DeferredPlace
  /// The entity whose block or node holds it.
  let subject: String?
}

/// The identifiers that an artifact defines and the places that name them.
struct IDTable: Sendable {
  let mentions: [IDMention]
  private let defined: [IDSpace: Set<String>]

  /// Nil if the file that would define the space cannot be read or defines nothing, which a row of
  /// its own says; empty if the file says itself that the inputs gave it nothing.
  func defined(_ space: IDSpace) -> Set<String>? { defined[space] }

  /// Whether it is known that nothing defines the identifier.
  func isDangling(_ mention: IDMention) -> Bool {
    guard let known = defined[mention.space] else { return false }
    return !known.contains(mention.id)
  }

  init(_ artifact: ParsedFiles) {
    var collector = IDCollector(artifact)
    collector.collect()
    mentions = collector.mentions
    defined = Self.definitions(artifact)
  }

  private static func definitions(_ artifact: ParsedFiles) -> [IDSpace: Set<String>] {
    var defined: [IDSpace: Set<String>] = [:]
    defined[.claim] = artifact.claims.map { Set($0.ids) }
    defined[.experiment] = artifact.experiments.map { Set($0.ids) }
    defined[.heuristic] = artifact.heuristics.map { Set($0.ids) }
    defined[.relatedWork] = artifact.relatedWork.map { Set($0.ids) }
    defined[.requirement] = artifact.rubric.map { Set($0.ids) }
    defined[.node] = artifact.trace.map { Set($0.nodes.compactMap(\.id)) }
    if let problem = artifact.problem {
      defined[.observation] = Set(problem.ids.filter { $0.hasPrefix("O") })
      defined[.gap] = Set(problem.ids.filter { $0.hasPrefix("G") })
    }
    let blocks = [IDSpace.claim: artifact.claims, .experiment: artifact.experiments]
    return defined.filter { space, ids in
      !ids.isEmpty || blocks[space]??.file.admitsNoInput == true
    }
  }
}

private struct IDCollector {
  let artifact: ParsedFiles
  private(set) var mentions: [IDMention] = []

  init(_ artifact: ParsedFiles) { self.artifact = artifact }

  mutating func collect() {
    collectFields(of: artifact.claims, "Proof", .proof, [.experiment])
    collectFields(of: artifact.claims, "Dependencies", .claimDependency, [.claim])
    collectFields(of: artifact.experiments, "Verifies", .verifies, [.claim], .unanchored)
    collectFields(of: artifact.experiments, "Dependencies", .experimentDependency, [.experiment])
    collectFields(of: artifact.relatedWork, "Claims affected", .claimsAffected, [.claim])
    if let file = artifact.problem?.file {
      for field in file.fields where field.name == "Caused by" || field.name == "Derived from" {
        let subject = artifact.problem?.block(at: field.line)?.id
        add(field, .problemLink, [.observation, .gap], in: file, subject)
      }
    }
    collectExhibits()
    collectIndexes()
    collectTree()
  }

  private mutating func collectFields(
    of file: BlockFile?, _ name: String, _ role: IDMention.Role, _ spaces: [IDSpace],
    _ boundary: IDToken.Boundary = .words
  ) {
    guard let file else { return }
    for block in file.blocks {
      guard let field = block.field(name) else { continue }
      add(field, role, spaces, in: file.file, block.id, boundary)
    }
  }

  private mutating func add(
    _ field: Field, _ role: IDMention.Role, _ spaces: [IDSpace], in file: MarkdownFile,
    _ subject: String?, _ boundary: IDToken.Boundary = .words
  ) {
    for piece in field.pieces {
      add(IDToken.scan(piece, for: spaces, at: boundary), role, file.path, subject)
    }
  }

  /// Of several equal names in one field only the first counts.
  private mutating func add(
    _ tokens: [IDToken], _ role: IDMention.Role, _ path: String, _ subject: String?
  ) {
    var seen: Set<String> = []
    for token in tokens where seen.insert(token.id).inserted {
      mentions.append(
        IDMention(
          role: role, space: token.space, id: token.id,
          place: .piece(token.piece, file: path), subject: subject))
    }
  }

  private mutating func collectExhibits() {
    let rows: [(kind: FileKind, field: String, spaces: [IDSpace])] = [
      (.figure, "Supports", [.claim, .gap]), (.result, "Trace node", [.node]),
      (.result, "Claim", [.claim]),
    ]
    for row in rows {
      for file in artifact.markdown(of: row.kind) {
        for field in file.fields where field.name == row.field {
          add(field, .exhibit, row.spaces, in: file, nil)
        }
      }
    }
    for file in artifact.markdown(of: .logPointers) {
      for heading in file.headings {
        let piece = LinePiece(text: heading.text, line: heading.line)
        add(IDToken.scan(piece, for: [.node, .claim]), .exhibit, file.path, nil)
      }
    }
  }

  private mutating func collectIndexes() {
    for row in artifact.manifest?.layerIndex?.rows ?? [] {
      guard let cell = row.claims else { continue }
      for token in IDToken.scan(cell, for: [.claim]) {
        add([token], .layerIndex, "PAPER.md", token.id)
      }
    }
    for row in artifact.evidenceIndex?.rows ?? [] {
      guard let cell = row.claims else { continue }
      add(IDToken.scan(cell, for: [.claim]), .evidenceIndex, "evidence/README.md", nil)
    }
  }

  private mutating func collectTree() {
    guard let trace = artifact.trace, let text = artifact.traceText else { return }
    for node in trace.nodes {
      for item in node.evidenceItems where IDToken.parse(item.text) == .claim {
        mentions.append(
          IDMention(
            role: .treeEvidence, space: .claim, id: item.text,
            place: .value(item.text, item.place, text), subject: node.id))
      }
    }
    mentions += ProseIDs.mentions(in: artifact)
  }
}
