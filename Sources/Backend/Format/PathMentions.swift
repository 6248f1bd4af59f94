internal import IR

/// A path where a field or a link names it.
struct PathMention: Sendable {
  /// What names it: each role has a row of its own for paths that lead nowhere.
  enum Role: Sendable {
    case link, layerIndex, evidenceIndex
    case codeReference, evidence, run, proof, coverage, screenshot, derivedFrom, source
  }

  let role: Role
  let written: LinePiece
  let file: String
  let resolution: PathResolution
  /// The entity whose block holds it.
  let subject: String?

  var place: ArtifactPlace { ArtifactPlace(written, in: file) }
}

extension ArtifactFiles {
  func namesake(of mention: PathMention) -> String? { onlyFile(named: mention.written.text) }

  /// The path of the only file that has the name which a path ends with; nil where there is none,
  /// or a choice.
  func onlyFile(named path: Substring) -> String? {
    let name = ArtifactPath.name(of: path)
    let found = paths.filter { ArtifactPath.name(of: $0) == name }
    return found.count == 1 ? found.first : nil
  }
}

/// The fields and links of an artifact that hold paths, taken apart.
struct PathTable: Sendable {
  let mentions: [PathMention]
  let proofs: [ProofField]
  let evidence: [EvidenceField]
  let runs: [RunField]
  let codeReferences: [CodeReferenceField]
  let sources: [SourcesField]

  init(_ artifact: ParsedFiles) {
    let files = artifact.files
    proofs = (artifact.claims?.blocks ?? []).compactMap { ProofField($0, files) }
    evidence = (artifact.experiments?.blocks ?? []).compactMap { EvidenceField($0, files) }
    runs = (artifact.experiments?.blocks ?? []).compactMap { RunField($0, files) }
    codeReferences = (artifact.heuristics?.blocks ?? []).compactMap {
      CodeReferenceField($0, files)
    }
    sources =
      (artifact.claims?.blocks ?? []).compactMap {
        SourcesField($0, in: "logic/claims.md", files)
      }
      + (artifact.heuristics?.blocks ?? []).compactMap {
        SourcesField($0, in: "logic/solution/heuristics.md", files)
      }
    var named = proofs.flatMap(\.paths)
    named += evidence.flatMap(\.paths)
    named += runs.flatMap(\.paths)
    named += codeReferences.flatMap(\.paths)
    named += sources.flatMap(\.paths)
    named += Self.indexRows(artifact)
    named += Self.coverage(artifact)
    named += Self.pictures(artifact)
    mentions = named + Self.links(artifact, except: named)
  }

  func mentions(_ role: PathMention.Role) -> [PathMention] { mentions.filter { $0.role == role } }

  private static func indexRows(_ artifact: ParsedFiles) -> [PathMention] {
    let layers = (artifact.manifest?.layerIndex?.rows ?? []).map {
      PathMention(
        role: .layerIndex, written: $0.target, file: "PAPER.md", resolution: $0.resolution,
        subject: nil)
    }
    let evidence = (artifact.evidenceIndex?.rows ?? []).map {
      PathMention(
        role: .evidenceIndex, written: $0.target, file: "evidence/README.md",
        resolution: $0.resolution, subject: nil)
    }
    return layers + evidence
  }

  private static func coverage(_ artifact: ParsedFiles) -> [PathMention] {
    (artifact.rubric?.blocks ?? []).compactMap { block in
      guard let value = block.saidField("ARA coverage")?.value, !value.text.hasPrefix("Not covered")
      else { return nil }
      let path = (value.linkTarget ?? value).unmarked
      return PathMention(
        role: .coverage, written: path, file: "rubric/requirements.md",
        resolution: artifact.files.resolve(path.text, in: ""), subject: block.id)
    }
  }

  /// `Screenshot` and `Derived from`, relative to their file.
  private static func pictures(_ artifact: ParsedFiles) -> [PathMention] {
    let roles: [(field: String, role: PathMention.Role)] = [
      ("Screenshot", .screenshot), ("Derived from", .derivedFrom),
    ]
    return artifact.exhibits.flatMap { exhibit in
      roles.compactMap { row -> PathMention? in
        guard let value = exhibit.file.saidTopField(row.field)?.value,
          !(row.role == .screenshot && exhibit.isTextSourced)
        else { return nil }
        let path = (value.linkTarget ?? value).unmarked
        return PathMention(
          role: row.role, written: path, file: exhibit.path,
          resolution: artifact.files.resolve(
            path.text, in: ArtifactPath.directory(of: exhibit.path)), subject: nil)
      }
    }
  }

  /// The links that no field or index row holds.
  private static func links(_ artifact: ParsedFiles, except named: [PathMention]) -> [PathMention] {
    struct Position: Hashable {
      let file: String
      let line: Int
      let start: Substring.Index
    }
    let taken = Set(
      named.map {
        Position(file: $0.file, line: $0.written.line, start: $0.written.text.startIndex)
      })
    return artifact.markdownFiles.flatMap { file in
      let directory = ArtifactPath.directory(of: file.path)
      return file.links.compactMap { link -> PathMention? in
        let position = Position(
          file: file.path, line: link.target.line, start: link.target.text.startIndex)
        if taken.contains(position) || isProse(link, in: file) { return nil }
        return PathMention(
          role: .link, written: link.target, file: file.path,
          resolution: artifact.files.resolve(link.target.text, in: directory),
          subject: artifact.blockFile(of: file.kind)?.block(at: link.target.line)?.id)
      }
    }
  }

  /// Verbatim text may hold `f[i](x)`: only what looks like a file is a link there.
  private static func isProse(_ link: InlineLink, in file: MarkdownFile) -> Bool {
    let target = link.target.text
    return file.kind == .paperText && !(target.hasSuffix(".md") || target.hasSuffix(".png"))
  }
}

extension ParsedFiles {
  /// The blocks of a kind of file that has identifiers.
  func blockFile(of kind: FileKind) -> BlockFile? {
    switch kind {
    case .problem: problem
    case .claims: claims
    case .experiments: experiments
    case .heuristics: heuristics
    case .relatedWork: relatedWork
    case .rubric: rubric
    default: nil
    }
  }
}
