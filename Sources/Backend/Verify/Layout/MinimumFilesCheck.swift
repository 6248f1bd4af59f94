internal import IR

/// At least one code file and one evidence file.
struct MinimumFilesCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA107", .error(.april2026).but(.note, in: .august2026), .insufficientCount,
      "no Python file stands directly in `src/execution`",
      cause: "The April schema wants at least one `.py` there; sub-folders do not count.",
      cure: "Move the file up, or let the compiler file the reported values. Where the source "
        + "supports neither, list the shortfall under `## Known gaps`.",
      example: "only `src/execution/core/model.py`",
      cases: [
        .knownGap: .error(.april2026).but(.note, in: .august2026).but(.note, in: .superset)
      ]),
    CheckRow(
      "ARA108", .error(.april2026), .insufficientCount, "no table and no figure is filed",
      cause: "`evidence/tables` and `evidence/figures` hold no `.md` file.",
      cure: "File the tables and figures of the source. Where it has none, as a repository "
        + "alone: list the shortfall under `## Known gaps`.",
      example: "an empty `evidence/tables/`",
      cases: [.knownGap: .error(.april2026).but(.note, in: .superset)]),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    if artifact.files.hasDirectory("src/execution"), artifact.pythonFiles.isEmpty {
      report(.noPython(isListed: artifact.listsGap(.codeFile)))
    }
    if artifact.files.hasDirectory("evidence"), artifact.exhibits.isEmpty {
      report(.noExhibit(isListed: artifact.listsGap(.exhibits)))
    }
  }
}

extension Artifact {
  /// The Python files directly in `src/execution`.
  var pythonFiles: [TextFile] {
    self.codeFiles.filter {
      $0.path.hasSuffix(".py") && ArtifactPath.directory(of: $0.path) == "src/execution"
    }
  }
}

extension Finding {
  fileprivate static func noPython(isListed: Bool) -> Finding {
    Finding(
      "ARA107", isListed ? .knownGap : .usual, at: ArtifactPlace(file: "src/execution"),
      about: "py", "no Python file stands directly in src/execution")
  }

  fileprivate static func noExhibit(isListed: Bool) -> Finding {
    Finding(
      "ARA108", isListed ? .knownGap : .usual, at: ArtifactPlace(file: "evidence"), about: "md",
      "evidence/tables and evidence/figures hold no table and no figure")
  }
}
