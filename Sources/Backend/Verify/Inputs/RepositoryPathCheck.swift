internal import IR

/// Repository paths that the artifact names, and repository files that it should name.
struct RepositoryPathCheck: SourceCheck {
  /// ARA118 is declared by `CodeIndexCheck`.
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA117", .warning(.august2026), .missingFile, "the repository is not captured",
      cause: "A repository was an input, and `src` holds nothing but `environment.md`.",
      cure: "Compile again.", example: "no `src/artifacts.md`"),
    CheckRow(
      "ARA717", .error(.august2026), .danglingReference, "a repository path does not exist",
      cause: "A path or line number of the repository that the artifact names is not in the "
        + "snapshot.",
      cure: "Correct the path.", example: "- **File(s) in repo**: code/train.py"),
    CheckRow(
      "ARA718", .warning(.august2026), .consistency,
      "a conflict between paper and code is not told",
      cause: "A parameter has different values in both, and no bullet under `## Source conflicts` "
        + "names it.",
      cure: "Add the bullet.", example: "a learning rate of 1e-3 in one and 1e-4 in the other"),
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    guard let repository = inputs.repository else { return }
    let sources = artifact.files.paths.filter { $0.hasPrefix("src/") }
    if sources.allSatisfy({ $0 == "src/environment.md" }) { report(.notCaptured()) }
    checkIndex(artifact, repository, inputs, report)
    for reference in artifact.paths.codeReferences
    where reference.paths.first?.resolution.file == "src/artifacts.md" {
      guard let place = reference.repositoryPlace, !place.text.isEmpty else { continue }
      check(
        place, in: "logic/solution/heuristics.md", subject: reference.heuristic.id, inputs, report)
    }
    for file in artifact.codeFiles where file.grounding == .transcribed {
      guard let origin = CodeOrigin(file.line(1), inputs), let lines = origin.lines,
        let count = origin.file.lines, lines.upperBound > count
      else { continue }
      report(.noLines(file.path, origin.file.path, count))
    }
    checkConflicts(artifact, inputs, report)
  }

  private func checkIndex(
    _ artifact: Artifact, _ repository: Repository, _ inputs: InputTexts,
    _ report: (Finding) -> Void
  ) {
    guard let index = artifact.codeIndex else { return }
    let written = Dictionary(
      repository.files.map { (Escape.verbatim.apply($0.path)[...].trimmingBlanks(), $0.path) },
      uniquingKeysWith: { first, _ in first })
    var named: Set<String> = []
    for piece in index.blocks.flatMap({ $0.field("File(s) in repo")?.pieces ?? [] }) {
      // The name of one file may hold what separates the names of two.
      if let path = written[piece.text] {
        named.insert(path)
        continue
      }
      for item in piece.items {
        let path = item.pathPart
        if let file = inputs.repositoryFile(path.withoutLineSuffix.text) {
          named.insert(file.path)
        }
        if !FixedPhrase.isUsed(item.text) {
          check(path, in: index.path, subject: nil, inputs, report)
        }
      }
    }
    for file in repository.files where file.kind == .source || file.kind == .notebook {
      if !named.contains(file.path) { report(.notIndexed(file.path)) }
    }
  }

  private func check(
    _ place: LinePiece, in file: String, subject: String?, _ inputs: InputTexts,
    _ report: (Finding) -> Void
  ) {
    guard let found = inputs.repositoryFile(place.withoutLineSuffix.text) else {
      report(.noFile(place, file, subject, "the repository has no such file"))
      return
    }
    if let count = found.lines, let suffix = place.lineSuffix,
      let range = SourceReference.lines(suffix.text), range.upperBound > count
    {
      report(.noFile(place, file, subject, "the file has \(count) lines"))
    }
  }

  private func checkConflicts(
    _ artifact: Artifact, _ inputs: InputTexts, _ report: (Finding) -> Void
  ) {
    guard let file = artifact.markdown("logic/solution/constraints.md") else { return }
    let bullets = (file.bullets(under: "Source conflicts") ?? []).map { $0.text.text.lowercased() }
    for parameter in inputs.document.parameters.parameters where !parameter.conflicts.isEmpty {
      let name = parameter.name.value
      if !bullets.contains(where: { $0.holds(name.lowercased()) }) { report(.untold(name)) }
    }
  }
}

extension Finding {
  fileprivate static func notCaptured() -> Finding {
    Finding(
      "ARA117", at: ArtifactPlace(file: "src"), about: "src",
      "a repository was given, and src holds only environment.md")
  }

  fileprivate static func notIndexed(_ path: String) -> Finding {
    Finding(
      "ARA118", at: ArtifactPlace(file: "src/artifacts.md", line: 1), about: path,
      "the code file \(Quoted(path)) of the repository has no entry")
  }

  fileprivate static func noFile(
    _ place: LinePiece, _ file: String, _ subject: String?, _ why: String
  ) -> Finding {
    Finding(
      "ARA717", on: place, in: file, subject: subject, "\(Quoted(place.text)): \(why)")
  }

  fileprivate static func noLines(_ file: String, _ origin: String, _ count: Int) -> Finding {
    Finding(
      "ARA717", at: ArtifactPlace(file: file, line: 1), about: origin,
      "\(Quoted(origin)) has \(count) lines")
  }

  fileprivate static func untold(_ name: String) -> Finding {
    Finding(
      "ARA718", at: ArtifactPlace(file: "logic/solution/constraints.md", line: 1),
      about: Excerpt.of(name), "paper and code disagree about \(Quoted(name)), which is not told")
  }
}
