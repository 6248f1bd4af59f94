internal import IR

/// Counts that the Layer Index declares.
struct DeclaredCountCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA215", .error(.august2026), .consistency, "a declared count is wrong",
      cause: "A description in the Layer Index counts claims, concepts, nodes, tables or other "
        + "parts, or gives a range of identifiers, and the files hold another number.",
      cure: "Write the number that the files hold.", example: "14-node research DAG")
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for row in artifact.manifest?.layerIndex?.rows ?? [] {
      guard let path = row.resolution.file, let description = row.description else { continue }
      let parts = PartCount.of(FileKind(path: path), in: artifact)
      for declared in DeclaredCounts.counts(in: description) {
        guard let part = parts.first(where: { $0.nouns.contains(declared.noun) }) else { continue }
        if declared.number != part.count { report(.wrongCount(declared, part.count)) }
      }
      for range in DeclaredCounts.ranges(in: description) {
        guard let ids = ids(of: range.space, artifact), let first = ids.first, let last = ids.last
        else { continue }
        if range.first != first || range.last != last { report(.wrongRange(range, first, last)) }
      }
    }
  }

  private func ids(of space: IDSpace, _ artifact: Artifact) -> [String]? {
    switch space {
    case .claim: artifact.claims?.ids
    case .experiment: artifact.experiments?.ids
    case .heuristic: artifact.heuristics?.ids
    case .relatedWork: artifact.relatedWork?.ids
    default: nil
    }
  }
}

/// A part of the artifact that descriptions count, and how many there are.
private struct PartCount {
  let nouns: Set<String>
  let count: Int

  /// What the description of a file of this kind may count; nothing that could not be read.
  static func of(_ kind: FileKind, in artifact: Artifact) -> [PartCount] {
    func blocks(_ file: BlockFile?, _ nouns: String...) -> [PartCount] {
      file.map { [PartCount(nouns: Set(nouns), count: Set($0.ids).count)] } ?? []
    }
    switch kind {
    case .claims: return blocks(artifact.claims, "claim", "claims")
    case .experiments:
      return blocks(artifact.experiments, "experiment", "experiments", "plan", "plans")
    case .heuristics: return blocks(artifact.heuristics, "heuristic", "heuristics")
    case .relatedWork: return blocks(artifact.relatedWork, "dependency", "dependencies")
    case .rubric:
      return blocks(artifact.rubric, "requirement", "requirements", "leaf", "leaves")
    case .problem:
      return spaces(artifact.problem, [("observation", "observations", "O"), ("gap", "gaps", "G")])
    case .concepts:
      return artifact.concepts.map {
        [PartCount(nouns: ["concept", "concepts"], count: $0.concepts.count)]
      } ?? []
    case .codeIndex:
      return artifact.codeIndex.map {
        [PartCount(nouns: ["artifact", "artifacts"], count: $0.blocks.count)]
      } ?? []
    case .tree:
      guard let trace = artifact.trace, trace.hasRoots else { return [] }
      let ids = Set(trace.nodes.compactMap(\.id))
      return [PartCount(nouns: ["node", "nodes"], count: ids.count)]
    case .evidenceIndex:
      return [
        PartCount(nouns: ["table", "tables"], count: artifact.labels(.table)),
        PartCount(nouns: ["figure", "figures"], count: artifact.labels(.figure)),
      ]
    default: return []
    }
  }

  private static func spaces(_ file: BlockFile?, _ rows: [(String, String, String)]) -> [PartCount]
  {
    guard let file else { return [] }
    return rows.map { one, many, prefix in
      PartCount(
        nouns: [one, many], count: Set(file.ids.filter { $0.hasPrefix(prefix) }).count)
    }
  }
}

extension Artifact {
  /// The number of raw numbered objects of a kind.
  fileprivate func labels(_ kind: ExhibitKind) -> Int {
    Set(self.exhibits.compactMap(\.label).filter { $0.kind == kind }).count
  }
}

/// What descriptions declare.
enum DeclaredCounts {
  struct Count {
    let number: Int
    let noun: String
    let piece: LinePiece
  }

  struct Range {
    let space: IDSpace
    let first: String
    let last: String
    let piece: LinePiece
  }

  /// Nouns of the artifact's own parts.
  static let nouns: Set<String> = [
    "claim", "claims", "experiment", "experiments", "plan", "plans", "heuristic", "heuristics",
    "dependency", "dependencies", "requirement", "requirements", "leaf", "leaves", "observation",
    "observations", "gap", "gaps", "concept", "concepts", "artifact", "artifacts", "node", "nodes",
    "table", "tables", "figure", "figures",
  ]

  /// Words that may stand between a number and its noun.
  private static let furthestNoun = 2

  /// `3 falsifiable claims`, `9-node research DAG`.
  static func counts(in piece: LinePiece) -> [Count] {
    let words = piece.text.parts(between: " ()-,;")
    return words.indices.compactMap { index in
      guard let number = Int(words[index]) else { return nil }
      let following = words[(index + 1)...].prefix(furthestNoun + 1).map { $0.lowercased() }
      let noun = following.prefix { Int($0) == nil }.first { nouns.contains($0) }
      return noun.map {
        Count(
          number: number, noun: $0, piece: LinePiece(text: words[index], line: piece.line))
      }
    }
  }

  /// `C01–C03`
  static func ranges(in piece: LinePiece) -> [Range] {
    let spaces: [IDSpace] = [.claim, .experiment, .heuristic, .relatedWork]
    let tokens = IDToken.scan(piece, for: spaces)
    return zip(tokens, tokens.dropFirst()).compactMap { first, last in
      let between = piece.text[first.piece.text.endIndex..<last.piece.text.startIndex]
      guard first.space == last.space,
        ["–", "-", "—", "..", "…"].contains(between.trimmingBlanks())
      else { return nil }
      let text = piece.text[first.piece.text.startIndex..<last.piece.text.endIndex]
      return Range(
        space: first.space, first: first.id, last: last.id,
        piece: LinePiece(text: text, line: piece.line))
    }
  }
}

extension Finding {
  fileprivate static func wrongCount(_ declared: DeclaredCounts.Count, _ count: Int) -> Finding {
    Finding(
      "ARA215", at: ArtifactPlace(declared.piece, in: "PAPER.md"), about: declared.noun,
      "\(declared.number) \(declared.noun) declared, \(count) found"
    ).fixed(by: .replace(declared.piece, in: "PAPER.md", by: String(count)))
  }

  fileprivate static func wrongRange(
    _ range: DeclaredCounts.Range, _ first: String, _ last: String
  ) -> Finding {
    Finding(
      "ARA215", at: ArtifactPlace(range.piece, in: "PAPER.md"), about: range.space.rawValue,
      "\(Brief(range.first))–\(Brief(range.last)) declared, \(Brief(first))–\(Brief(last)) found"
    ).fixed(by: .replace(range.piece, in: "PAPER.md", by: "\(first)–\(last)"))
  }
}
