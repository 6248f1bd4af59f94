import Foundation
import IR

@testable import Frontend

/// A folder for the files of one test, removed with the last reference to it.
final class ScratchFolder {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("arac-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}

/// What a log reader found, with short ways to its texts.
struct ReadLog {
  let input: ReadInput
  let log: RunLog

  /// Tells every attempt unless a scoring is given.
  init(
    path: String, name: String = "run.jsonl",
    scoring: ScoringRequest = ScoringRequest(keepsBeyondReference: true)
  ) throws {
    var request = ReadRequest(path: path, name: name, id: SourceID("log"), kind: .log)
    request.scoring = scoring
    input = try LogReader().read(request)
    guard case .log(let log) = input.facts else { throw WrongFacts() }
    self.log = log
  }

  /// A log of these lines, each with its line break.
  init(
    lines: [String], scoring: ScoringRequest = ScoringRequest(keepsBeyondReference: true)
  ) throws {
    let scratch = try ScratchFolder()
    let text = lines.map { $0 + "\n" }.joined()
    try self.init(path: scratch.write(text, to: "run.jsonl"), scoring: scoring)
  }

  var codes: [String] { input.diagnostics.map(\.code.name) }

  func text(_ span: SourceSpan?) -> String? { span.map { input.source.text(of: $0.bytes) } }

  func place(_ span: SourceSpan) -> Place? {
    input.source.regions(overlapping: span.bytes).first?.place
  }

  struct WrongFacts: Error {}
}

/// Rows of the flat form, for tests of what messages mean.
enum Flat {
  static func row(_ messages: [String], run: String = "7", task: String = "toy/main") -> String {
    """
    {"run_id": \(run), "task_id": "\(task)", "model": "toy-model", \
    "messages": [\(messages.joined(separator: ", "))]}
    """
  }

  static func user(_ text: String) -> String { #"{"role": "user", "content": \#(quoted(text))}"# }

  static func agent(_ text: String, calling tool: String? = nil, _ arguments: String = "{}")
    -> String
  {
    let call = tool.map { #", "function_call": {"name": "\#($0)", "arguments": \#(arguments)}"# }
    return #"{"role": "assistant", "content": \#(quoted(text))\#(call ?? "")}"#
  }

  static func result(_ text: String, of tool: String? = nil) -> String {
    let name = tool.map { #", "name": "\#($0)""# } ?? ""
    return #"{"role": "function", "content": \#(quoted(text))\#(name)}"#
  }

  /// A run with one call of the scorer that gives this result.
  static func scoring(_ result: String, task: String = "toy/main") -> String {
    row(
      [
        user("Sort the marbles faster."), agent("I will use two passes.", calling: "score"),
        Flat.result(result, of: "score"),
      ], task: task)
  }

  static func quoted(_ text: String) -> String {
    let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"").replacingOccurrences(of: "\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
