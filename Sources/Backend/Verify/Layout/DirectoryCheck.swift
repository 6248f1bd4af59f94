internal import IR

/// The directories of an artifact.
struct DirectoryCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA101", .error(.april2026, .august2026), .missingFile, "a mandatory directory is missing",
      cause: "The layers `logic`, `logic/solution`, `src`, `trace` and `evidence` each have a "
        + "directory of their own; one of them is not there.",
      cure: "Write the files that belong into it; the directory comes with them.",
      example: "an artifact without `trace/`"),
    CheckRow(
      "ARA102", .error(.april2026).but(.note, in: .august2026), .missingFile,
      "`src/configs` or `src/execution` is missing",
      cause: "The April schema wants both directories, also for papers without code.",
      cure: "File the reported values as `src/execution/reported_values.py`, and state in "
        + "`src/configs` that nothing was trained. Where the source reports nothing, list the "
        + "missing code under `## Known gaps`.",
      example: "a prose paper without `src/execution/`",
      cases: [
        .knownGap: .error(.april2026).but(.note, in: .august2026).but(.note, in: .superset)
      ]),
    CheckRow(
      "ARA123", .note(), .missingFile, "a directory is empty",
      cause: "A directory stands in the artifact and holds no file.",
      cure: "Remove it.", example: "`evidence/proofs/` without a proof"),
  ]

  private static let layers = ["logic", "logic/solution", "src", "trace", "evidence"]
  private static let aprilFolders = ["src/configs", "src/execution"]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for path in Self.layers where !artifact.files.hasDirectory(path) {
      report(.missingDirectory("ARA101", path))
    }
    for path in Self.aprilFolders where !artifact.files.hasDirectory(path) {
      let isListed = path == "src/execution" && artifact.listsGap(.codeFile)
      report(.missingDirectory("ARA102", path, as: isListed ? .knownGap : .usual))
    }
    for path in artifact.files.emptyDirectories {
      report(.emptyDirectory(path))
    }
  }
}

extension Finding {
  fileprivate static func missingDirectory(
    _ code: DiagnosticCode, _ path: String, as variant: FindingCase = .usual
  ) -> Finding {
    Finding(
      code, variant, at: ArtifactPlace(file: path), about: path,
      "the directory \(path) is missing")
  }

  fileprivate static func emptyDirectory(_ path: String) -> Finding {
    Finding(
      "ARA123", at: ArtifactPlace(file: path), about: path,
      "the directory \(Quoted(path)) is empty"
    ).fixed(by: .remove(path))
  }
}
