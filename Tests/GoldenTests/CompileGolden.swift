import Backend
import Foundation
import TestSupport
import Testing

/// A folder of `golden/compile`: inputs, and everything that their compilation brings about.
///
///     input/            what stands in the working directory of the compilation
///     input/history     makes a git repository of `input/repository` (`GitHistory`)
///     basis             names a case whose input lies under this one's
///     options           words of the command line
///     replies/          what a model answers, by the name of the pass (`RecordedReply`)
///     expected/         the artifact; beside it `diagnostics.txt` (standard error), `summary.txt`
///                       (standard output) and `exit` (the status)
struct CompileGolden: CustomTestStringConvertible, Sendable {
  static let root = PackageFolder.root + "/golden/compile"
  static let isUpdating = ProcessInfo.processInfo.environment["ARAC_UPDATE_GOLDEN"] == "1"

  static let all: [CompileGolden] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.sorted().map { CompileGolden(name: $0) }
  }()

  let name: String

  var testDescription: String { name }
  var folder: String { Self.root + "/" + name }
  var input: String { folder + "/input" }
  var replies: String { folder + "/replies" }
  var expected: String { folder + "/expected" }

  /// Files of a case besides its folders.
  static let records = ["diagnostics.txt", "summary.txt", "exit"]

  func text(_ file: String) -> String? {
    try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)
  }

  /// The case whose input lies under this one's.
  var basis: CompileGolden? {
    text("basis").map { CompileGolden(name: $0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  var words: [String] {
    (text("options") ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  var isRecorded: Bool { FileManager.default.fileExists(atPath: expected) }
  var hasReplies: Bool { FileManager.default.fileExists(atPath: replies) }
}

/// What one compilation brought about.
struct CompiledCase {
  let artifact: ArtifactTree
  let records: [String: String]

  init(artifact: ArtifactTree, run: AracRun) {
    self.artifact = artifact
    records = [
      "diagnostics.txt": run.errors, "summary.txt": run.output, "exit": "\(run.status)\n",
    ]
  }

  /// What is recorded of a case; nothing for what is missing.
  init(recorded golden: CompileGolden) throws {
    artifact = golden.isRecorded ? try ArtifactFolder.load(golden.expected) : ArtifactTree()
    records = CompileGolden.records.reduce(into: [:]) { $0[$1] = golden.text($1) }
  }

  /// Puts this in the place of what is recorded.
  func record(in golden: CompileGolden) throws {
    let files = FileManager.default
    if golden.isRecorded { try files.removeItem(atPath: golden.expected) }
    for path in artifact.filePaths {
      let file = URL(filePath: golden.expected + "/" + path)
      try files.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(artifact[path] ?? []).write(to: file)
    }
    for (name, text) in records {
      try text.write(toFile: golden.folder + "/" + name, atomically: true, encoding: .utf8)
    }
  }

  /// Every difference in words; empty for equal cases.
  func differences(from recorded: CompiledCase) -> [String] {
    let texts = CompileGolden.records.compactMap { name in
      Difference.words(
        name, old: recorded.records[name].map { Array($0.utf8) },
        new: records[name].map { Array($0.utf8) })
    }
    return texts + artifact.differences(from: recorded.artifact)
  }
}

extension ArtifactTree {
  /// Every difference in words; empty for equal trees.
  func differences(from recorded: ArtifactTree) -> [String] {
    Set(filePaths + recorded.filePaths).sorted().compactMap { path in
      Difference.words(path, old: recorded[path], new: self[path])
    }
  }
}
