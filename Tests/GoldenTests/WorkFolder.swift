import Backend
import Foundation
import TestSupport
import Testing

/// A temporary folder with the input of a case in it, where the compiler is run.
final class WorkFolder {
  private static let files = FileManager.default
  let path: String

  /// `depth` folders lie between the temporary folder and this one, so that two of them have
  /// paths of different lengths.
  init(_ golden: CompileGolden, depth: Int = 1) throws {
    path =
      Self.files.temporaryDirectory.path + "/arac-golden-\(UUID().uuidString)"
      + String(repeating: "/deeper", count: depth)
    try Self.files.createDirectory(atPath: path, withIntermediateDirectories: true)
    top = path.components(separatedBy: "/deeper")[0]
    if let basis = golden.basis { try lay(basis.input) }
    try lay(golden.input)
    if Self.files.fileExists(atPath: path + "/history") {
      try GitHistory(file: path + "/history").build(from: path + "/repository")
    }
    if golden.hasReplies { try RecordedReply.place(of: golden, in: self) }
  }

  deinit { try? Self.files.removeItem(atPath: top) }

  private let top: String

  private func lay(_ folder: String) throws {
    guard Self.files.fileExists(atPath: folder) else { return }
    for name in try Self.files.contentsOfDirectory(atPath: folder) {
      try Self.files.copyItem(atPath: folder + "/" + name, toPath: path + "/" + name)
    }
  }

  /// Compiles the case here, with further words on the command line.
  func compile(_ golden: CompileGolden, _ extra: [String] = [], to output: String = "out.ara")
    throws -> CompiledCase
  {
    try compile(words: golden.words + extra, to: output)
  }

  /// Compiles the case here from an IR file instead of its inputs.
  func compile(_ golden: CompileGolden, fromIR file: String, to output: String) throws
    -> CompiledCase
  {
    let options = golden.words.filter { !Self.files.fileExists(atPath: path + "/" + $0) }
    return try compile(words: options + ["--from-ir", file], to: output)
  }

  func compile(words: [String], to output: String) throws -> CompiledCase {
    let run = try AracRun(words + ["-o", output], in: path)
    let target = path + "/" + output
    let isWritten = Self.files.fileExists(atPath: target)
    return CompiledCase(
      artifact: isWritten ? try ArtifactFolder.load(target) : ArtifactTree(), run: run)
  }
}

/// One run of the compiler's own binary.
struct AracRun {
  let status: Int32
  let output: String
  let errors: String

  /// The binary beside the test's.
  private static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "arac")

  init(_ words: [String], in folder: String) throws {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin"]
    let outputFile = folder + "/.output-\(UUID().uuidString)"
    let errorFile = folder + "/.errors-\(UUID().uuidString)"
    for file in [outputFile, errorFile] {
      try #require(FileManager.default.createFile(atPath: file, contents: nil))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: outputFile)
    process.standardError = FileHandle(forWritingAtPath: errorFile)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOfFile: outputFile, encoding: .utf8)
    errors = try String(contentsOfFile: errorFile, encoding: .utf8)
    for file in [outputFile, errorFile] { try FileManager.default.removeItem(atPath: file) }
  }
}
