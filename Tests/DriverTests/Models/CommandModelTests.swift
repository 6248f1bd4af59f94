import Foundation
import Frontend
import Passes
import TestSupport
import Testing

@testable import Driver

/// Programs that answer, and programs that do anything else.
struct CommandModelTests {
  private static let request = ModelRequest(
    pass: "claims@1", task: "Refine.", spans: [.init(id: "s1", text: "Gliders fly.")],
    current: [["id": "C01"]], schema: "{}")

  /// What a shell script of these lines answers.
  private func ask(
    _ lines: String, seconds: Int = 60, request: ModelRequest = request
  ) async throws -> String {
    let folder = try TestFolder()
    let script = try folder.script(lines, at: "model")
    return try await CommandModel(words: [script], seconds: seconds).reply(to: request).text
  }

  /// The words of the failure.
  private func failure(_ lines: String, seconds: Int = 60) async throws -> String? {
    do {
      _ = try await ask(lines, seconds: seconds)
      return nil
    } catch let error as ModelError {
      return error.message
    }
  }

  @Test func handsTheRequestOverAndTheReplyBack() async throws {
    let text = try await ask("cat")
    let decoded = try JSONDecoder().decode(ModelRequest.self, from: Data(text.utf8))
    #expect(decoded == Self.request)
  }

  @Test func passesArgumentsOnWithoutAShell() async throws {
    let model = CommandModel(words: ["/bin/echo", "$HOME;", "two"])
    #expect(try await model.reply(to: Self.request).text == "$HOME; two\n")
    #expect(model.name == "echo")
  }

  /// A request is longer than a pipe holds; a program that never reads it must not matter.
  @Test(arguments: ["echo said", "exec 0<&-; sleep 0.2; echo said"])
  func needsNobodyToReadTheRequest(_ lines: String) async throws {
    let long = ModelRequest(
      pass: "claims@1", task: String(repeating: "x", count: 1 << 20), spans: [], current: [],
      schema: "{}")
    #expect(try await ask(lines, request: long) == "said\n")
  }

  @Test func reportsHowAProgramEnded() async throws {
    #expect(try await failure("echo said; exit 3")?.hasSuffix("ended with status 3") == true)
    #expect(try await failure("kill -9 $$")?.hasSuffix("was ended by signal 9") == true)
  }

  @Test func reportsAProgramThatIsNotThere() async throws {
    for words in [["/nonexistent/model"], ["no-such-model-anywhere"], []] {
      await #expect(throws: ModelError.self) {
        try await CommandModel(words: words).reply(to: Self.request)
      }
    }
  }

  @Test func stopsAProgramThatPrintsWithoutEnd() async throws {
    let message = try await failure("exec yes 2>/dev/null")
    #expect(message?.contains(" prints more than ") == true)
  }

  @Test func refusesBytesThatAreNoText() async throws {
    #expect(try await failure(#"printf '{"edits":"\377\376"}'"#) == "the reply is no UTF-8")
  }

  @Test(arguments: ["sleep 600", "trap '' TERM; while :; do sleep 1; done"])
  func stopsAProgramThatHangs(_ lines: String) async throws {
    let start = ContinuousClock.now
    #expect(try await failure(lines, seconds: 1) == "no reply within 1 seconds")
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func asksOnceForTheSameRequest() async throws {
    let folder = try TestFolder()
    let script = try folder.script("echo asked >>\"$1\"; wc -l <\"$1\"; exit $2", at: "model")
    for status in ["0", "1"] {
      let record = folder.path("record-\(status)")
      let model = RememberingModel(CommandModel(words: [script, record, status]))
      let first = try? await model.reply(to: Self.request)
      let second = try? await model.reply(to: Self.request)
      #expect(second == first)
      #expect(try folder.text(of: "record-\(status)") == "asked\n")
      #expect((first == nil) == (status == "1"))
    }
  }

  @Test func leavesNothingRunning() async throws {
    let text = try await ask("sleep 600 >/dev/null & echo $!")
    let process = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    // Killed at once, gone when somebody has waited for it: no process, or one without memory.
    var isRunning = true
    for _ in 0..<100 where isRunning {
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      isRunning = status?.contains("VmSize") ?? false
      if isRunning { try await Task.sleep(for: .milliseconds(20)) }
    }
    #expect(!isRunning)
  }
}

struct RecordedModelTests {
  private static let request = ModelRequest(
    pass: "claims@1", task: "Refine.", spans: [], current: [], schema: "{}")
  private static let name = "\(Digest.sha256(ModelRequestText.encode(request))).json"

  private func reply(in folder: TestFolder) async throws -> String {
    try await RecordedModel(directory: folder.path).reply(to: Self.request).text
  }

  @Test func readsTheReplyToThisRequest() async throws {
    let folder = try TestFolder()
    try folder.write(#"{"edits":[]}"#, to: Self.name)
    #expect(try await reply(in: folder) == #"{"edits":[]}"#)
  }

  @Test func namesTheRecordingThatIsMissing() async throws {
    let folder = try TestFolder()
    await #expect(throws: ModelError(message: "no recorded reply \(Self.name) for claims@1")) {
      try await reply(in: folder)
    }
  }

  @Test func waitsForNoPipeAndReadsNoEndlessFile() async throws {
    let folder = try TestFolder()
    try #require(mkfifo(folder.path(Self.name), 0o600) == 0)
    #expect(try await reply(in: folder) == "")
    try FileManager.default.removeItem(atPath: folder.path(Self.name))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(Self.name), withDestinationPath: "/dev/zero")
    #expect(try await reply(in: folder).utf8.count > ModelReplyReader.limit)
  }

  @Test func refusesBytesThatAreNoText() async throws {
    let folder = try TestFolder()
    try folder.write([0x7B, 0xFF, 0x7D], to: Self.name)
    await #expect(throws: ModelError(message: "the reply is no UTF-8")) {
      try await reply(in: folder)
    }
  }
}
