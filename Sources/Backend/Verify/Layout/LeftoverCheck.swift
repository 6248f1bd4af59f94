internal import IR

/// Files of other programs, and what a hub would refuse.
struct LeftoverCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA114", .warning(), .missingFile, "another program left a file behind",
      cause: "Caches, editor backups, version control folders and publishing tokens are no part "
        + "of an artifact. Their content is neither read nor shown.",
      cure: "Delete the file.", example: "`.ara_env`"),
    CheckRow(
      "ARA121", .note(), .consistency, "a limit of the public hub is exceeded",
      cause: "The hub takes 800 files, 6 MiB per text file, 12 MiB per binary file and 40 MiB in "
        + "total.",
      cure: "Lower the resolution of the screenshots.", example: "50 MiB of PNG"),
  ]

  private static let mebibyte = 1 << 20

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for path in artifact.files.leftovers { report(.leftover(path)) }
    let sizes = artifact.files.paths.map { ($0, artifact.files.sizes[$0] ?? 0) }
    for (path, size) in sizes {
      let limit = FileKind(path: path).isText ? 6 : 12
      if size > limit * Self.mebibyte { report(.tooLarge(path, limit)) }
    }
    if sizes.count > 800 { report(.tooMuch("\(sizes.count) files; the hub takes 800")) }
    if sizes.reduce(0, { $0 + $1.1 }) > 40 * Self.mebibyte {
      report(.tooMuch("more than 40 MiB; the hub takes no more"))
    }
  }
}

extension Finding {
  fileprivate static func leftover(_ path: String) -> Finding {
    Finding(
      "ARA114", at: ArtifactPlace(file: path), about: path,
      "\(Quoted(ArtifactPath.name(of: path))) is no part of an artifact"
    ).fixed(by: Leftover.isMadeAgain(path) ? .remove(path) : nil)
  }

  fileprivate static func tooLarge(_ path: String, _ limit: Int) -> Finding {
    Finding(
      "ARA121", at: ArtifactPlace(file: path), about: path,
      "larger than the \(limit) MiB that the hub takes")
  }

  fileprivate static func tooMuch(_ what: String) -> Finding {
    Finding(
      "ARA121", at: ArtifactPlace(file: "PAPER.md"), about: "total",
      "the artifact has \(what)")
  }
}
