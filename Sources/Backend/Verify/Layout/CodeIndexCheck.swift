internal import IR

/// What `src/artifacts.md` indexes.
struct CodeIndexCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA118", .error(.august2026), .missingFile, "code is indexed wholesale, or not at all",
      cause: "`src/artifacts.md` names each code file; an entry names a directory, stands for "
        + "several files, or a code file of the repository is missing.",
      cure: "Write one block per file.", example: "## scripts/ (about 12 files)"),
    CheckRow(
      "ARA119", .warning(.august2026), .consistency, "a run log is indexed as code",
      cause: "Logs and metrics are evidence, not code.",
      cure: "Move the entry to `evidence/logs/log_pointers.md`.",
      example: "- **File(s) in repo**: runs/exp1/train.log"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for block in artifact.codeIndex?.blocks ?? [] {
      let places = [block.title] + (block.field("File(s) in repo")?.pieces ?? [])
      if let piece = places.first(where: isWholesale) { report(.wholesale(piece)) }
      let files = block.field("File(s) in repo")?.pieces.flatMap(\.items) ?? []
      if let log = files.first(where: isLog) { report(.log(log)) }
    }
  }

  /// A directory, or `and 3 others`.
  private func isWholesale(_ piece: LinePiece) -> Bool {
    let words = piece.text.split { " ,()".contains($0) }
    if words.first.map({ $0.trimmingMarks.hasSuffix("/") }) ?? false { return true }
    return words.indices.dropFirst().contains { index in
      ["others", "more", "files"].contains(words[index].lowercased())
        && Int(words[index - 1]) != nil
    }
  }

  private static let logEndings: Set<String> = ["log", "out", "err", "tfevents"]

  /// `metrics.json` is written by a run, `metrics.py` computes what it writes.
  private static let dataEndings: Set<String> = [
    "json", "jsonl", "csv", "tsv", "txt", "yaml", "yml",
  ]

  private func isLog(_ piece: LinePiece) -> Bool {
    let path = piece.pathPart.text
    let ending = ArtifactPath.fileExtension(of: path)
    return Self.logEndings.contains(ending)
      || (ArtifactPath.stem(of: path) == "metrics" && Self.dataEndings.contains(ending))
  }
}

extension Substring {
  /// Without code marks around it.
  fileprivate var trimmingMarks: Substring {
    var rest = self
    while rest.hasPrefix("`") { rest = rest.dropFirst() }
    while rest.hasSuffix("`") { rest = rest.dropLast() }
    return rest
  }
}

extension Finding {
  fileprivate static func wholesale(_ piece: LinePiece) -> Finding {
    Finding(
      "ARA118", on: piece, in: "src/artifacts.md",
      "\(Quoted(piece.text)) stands for several files; each code file has a block of its own")
  }

  fileprivate static func log(_ piece: LinePiece) -> Finding {
    Finding(
      "ARA119", on: piece, in: "src/artifacts.md",
      "\(Quoted(piece.text)) is the record of a run, not code")
  }
}
