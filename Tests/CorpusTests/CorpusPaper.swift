import Backend
import Foundation
import TestSupport
import Testing

/// A paper of the shared corpus: a folder with a `paper.pdf`.
struct CorpusPaper: Hashable, CustomTestStringConvertible, Sendable {
  let name: String

  var testDescription: String { name }
  var path: String { "\(PackageFolder.corpus ?? "")/\(name)/paper.pdf" }

  static let all: [CorpusPaper] = {
    let names = PackageFolder.corpus.flatMap {
      try? FileManager.default.contentsOfDirectory(atPath: $0)
    }
    return (names ?? []).sorted().map(CorpusPaper.init)
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// The paper's compilations, made once for all tests.
  func compiled() async throws -> CompiledPaper { try await Compilations.shared.compiled(self) }
}

/// One paper, compiled alone.
struct CompiledPaper: Sendable {
  let run: BuiltTool.Run
  let ir: [UInt8]
  let artifact: ArtifactTree
  /// The same once more, from another folder.
  let again: ArtifactTree
  let irAgain: [UInt8]
  /// What the IR alone gives.
  let fromIR: ArtifactTree

  init(_ paper: CorpusPaper) async throws {
    let folder = try TestFolder()
    run = try await Self.compile([paper.path], in: folder, to: "one")
    _ = try await Self.compile([paper.path], in: folder, to: "another/much/deeper")
    _ = try await Self.compile(["--from-ir", folder.path("one/ir.json")], in: folder, to: "third")
    ir = try folder.bytes(of: "one/ir.json")
    irAgain = try folder.bytes(of: "another/much/deeper/ir.json")
    artifact = try ArtifactFolder.load(folder.path("one/out.ara"))
    again = try ArtifactFolder.load(folder.path("another/much/deeper/out.ara"))
    fromIR = try ArtifactFolder.load(folder.path("third/out.ara"))
  }

  private static func compile(_ inputs: [String], in folder: TestFolder, to place: String)
    async throws -> BuiltTool.Run
  {
    let working = folder.path(place)
    try FileManager.default.createDirectory(atPath: working, withIntermediateDirectories: true)
    let words = inputs + ["-o", "out.ara", "--emit-ir", "ir.json", "-q"]
    let tool = try #require(BuiltTool.path, "the tool is not beside the tests")
    return try await BuiltTool.run(
      program: "/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", working, tool] + words, in: folder)
  }
}

private actor Compilations {
  static let shared = Compilations()

  private var tasks: [CorpusPaper: Task<CompiledPaper, any Error>] = [:]

  func compiled(_ paper: CorpusPaper) async throws -> CompiledPaper {
    if let task = tasks[paper] { return try await task.value }
    let task = Task { try await CompiledPaper(paper) }
    tasks[paper] = task
    return try await task.value
  }
}
