internal import IR

/// The files that every artifact has, and that no file is a mere placeholder.
struct CoreFileCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA103", .error(.april2026, .august2026), .missingFile, "a core file is missing",
      cause: "One of the ten files that every schema demands is not there. Links to files of "
        + "that name are not followed and do not count.",
      cure: "Compile again, or write the file.", example: "an artifact without `logic/claims.md`",
      cases: [.traceFile: .error(.april2026, .august2026, .cli)]),
    CheckRow(
      "ARA104", .error(.april2026), .missingFile, "a file of the April schema is missing",
      cause: "One of the five files that only the April schema demands is not there.",
      cure: "Write the file; where the source is silent, say so in its fields.",
      example: "an artifact without `src/configs/model.md`"),
    CheckRow(
      "ARA105", .error(.april2026, .august2026), .missingFile, "a mandatory file is empty",
      cause: "The file has ten bytes or fewer: a heading at most.",
      cure: "Write its content.", example: "# Claims"),
    CheckRow(
      "ARA106", .warning(.august2026), .missingFile, "a file holds nothing but headings",
      cause: "Without its headings, ten bytes or fewer are left of the file.",
      cure: "Delete the file and its row in the index, or write its content.",
      example: "# Operator card"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    let groups: [(code: DiagnosticCode, paths: [String])] = [
      ("ARA103", ArtifactFiles.coreFiles), ("ARA104", ArtifactFiles.aprilFiles),
    ]
    var mandatory: Set<String> = []
    for group in groups {
      mandatory.formUnion(group.paths)
      for path in group.paths where !artifact.files.isSubstantial(path) {
        let hindrance = artifact.files.hindrance(path)
        report(
          artifact.files.isFile(path)
            ? .emptyFile(path) : .missingFile(group.code, path, hindrance))
      }
    }
    for file in artifact.textFiles where !mandatory.contains(file.path) && isHollow(file) {
      report(.hollowFile(file.path))
    }
  }

  private func isHollow(_ file: TextFile) -> Bool {
    var bytes = 0
    for line in file.lines where bytes <= 10 && !line.hasPrefix("#") {
      bytes += line.trimmingBlanks().utf8.count
    }
    return bytes <= 10
  }
}

extension Finding {
  fileprivate static func missingFile(
    _ code: DiagnosticCode, _ path: String, _ hindrance: String?
  ) -> Finding {
    let what = hindrance.map { "cannot be read: \($0)" } ?? "is missing"
    return Finding(
      code, path == TraceFile.path ? .traceFile : .usual, at: ArtifactPlace(file: path),
      about: path, "the file \(path) \(what)")
  }

  fileprivate static func emptyFile(_ path: String) -> Finding {
    Finding(
      "ARA105", at: ArtifactPlace(file: path), about: path,
      "the file \(path) has ten bytes or fewer")
  }

  fileprivate static func hollowFile(_ path: String) -> Finding {
    Finding(
      "ARA106", at: ArtifactPlace(file: path), about: path,
      "the file \(Quoted(path)) holds nothing but headings")
  }
}
