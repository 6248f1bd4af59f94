import Foundation
import Frontend
import IR
import Testing

/// A directory of its own for one test, with what builds repositories in it.
final class TestRepository {
  let root: URL

  init() throws {
    var template = Array("/tmp/arac-repository-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template).map { String(cString: $0) })
    chmod(made, 0o755)
    root = URL(fileURLWithPath: made)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var path: String { root.path }

  func file(_ name: String) -> URL { root.appendingPathComponent(name) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> TestRepository {
    try write(name, Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> TestRepository {
    let url = file(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return self
  }

  /// Runs git with the user's configuration out of the way and the clock standing still.
  @discardableResult
  func git(_ arguments: String..., input: String = "", in folder: String = "") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "protocol.file.allow=always"] + arguments
    process.currentDirectoryURL = folder.isEmpty ? root : file(folder)
    process.environment = [
      "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
      "GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "\(clock) +0000",
    ]
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(
      process.terminationStatus == 0, "git \(arguments.joined(separator: " ")): \(complaint)")
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  private var clock = 1_700_000_000

  /// Commits everything and returns the identifier.
  @discardableResult
  func commit(_ message: String) throws -> String {
    if !FileManager.default.fileExists(atPath: file(".git").path) { try git("init", "-q") }
    clock += 60
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message)
    return try git("rev-parse", "HEAD")
  }

  func read(
    _ folder: String = "", python: any PythonOutliner = PythonProcess()
  ) throws -> ReadRepository {
    let request = ReadRequest(
      path: folder.isEmpty ? path : file(folder).path, name: "code", id: SourceID("repo"),
      kind: .git)
    let input = try RepositoryReader(python: python).read(request)
    guard case .repository(let facts) = input.facts else { throw NoRepository() }
    return ReadRepository(input: input, facts: facts)
  }

  struct NoRepository: Error {}
}

struct ReadRepository {
  let input: ReadInput
  let facts: Repository

  var codes: [String] { input.diagnostics.map(\.code.name) }

  func text(_ span: SourceSpan?) -> String? {
    span.map { SourceMap([input.source]).text(of: $0) }
  }

  func location(_ span: SourceSpan?) -> Location? {
    span.flatMap { SourceMap([input.source]).location(of: $0) }
  }

  subscript(path: String) -> RepositoryFile? { facts.files.first { $0.path == path } }

  /// `name = value` of every setting of a file, in order.
  func settings(_ path: String) -> [String] {
    facts.settings.filter { $0.path == path }.map { "\($0.name) = \($0.value.value)" }
  }

  /// `name version` of every dependency of a file, in order.
  func dependencies(_ path: String) -> [String] {
    facts.dependencies.filter { $0.path == path }.map { "\($0.name) \($0.version ?? "-")" }
  }

  func diagnostic(_ code: String) -> Diagnostic? {
    input.diagnostics.first { $0.code.name == code }
  }
}

/// Finds nothing: for tests that are not about Python.
struct NoPython: PythonOutliner {
  func outlines(
    of sources: [[UInt8]], meanwhile work: (_ serve: () -> Void) -> Void
  ) -> [PythonOutline]? {
    work {}
    return nil
  }
}
