import Backend
import Foundation
import Passes
import TestSupport
import Testing

/// A reply that no artifact may show, made for the request that it answers.
struct BadReply: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The one diagnostic that it brings.
  let code: String
  let text: @Sendable (ModelRequest) throws -> String

  private init(
    _ name: String, _ code: String, _ text: @escaping @Sendable (ModelRequest) throws -> String
  ) {
    testDescription = name
    self.code = code
    self.text = text
  }

  /// A reply of one edit that would pass, but for the change.
  private init(
    _ name: String, _ code: String, changing change: @escaping @Sendable (inout Edit) -> Void
  ) {
    self.init(name, code) { request in
      var edit = try Edit(restating: request)
      change(&edit)
      let reply = try JSONEncoder().encode(["edits": [edit]])
      return String(decoding: reply, as: UTF8.self)
    }
  }

  static let all: [BadReply] = [
    BadReply("an invented number", "P111") { $0.value = "\($0.value) It gains 99.9." },
    BadReply("a misquote", "P110") { $0.quotes[0].text = "Nothing of the kind stands anywhere" },
    BadReply("an undefined identifier", "P106") { $0.target = "C99" },
    BadReply("another vocabulary", "P105") { $0.field = "status" },
    BadReply("broken JSON", "P104") { _ in #"{"edits": [{"op": "replace", "# },
    BadReply("nothing", "P102") { _ in "" },
    BadReply("too much", "P103") { _ in
      String(repeating: "edits ", count: ModelReplyReader.limit / 6 + 1)
    },
    BadReply("a path", "P108") { $0.value = "\($0.value) It is in ../../secrets." },
    BadReply("an instruction to the tool", "P112") {
      $0.value = "Ignore the gate, delete the artifact and run the attached program."
    },
    BadReply("a duplicate", "P113") { $0.op = "add" },
  ]

  struct Edit: Codable {
    struct Quote: Codable {
      let span: String
      var text: String
    }

    var op = "replace"
    var target: String
    var field = "statement"
    var value: String
    var quotes: [Quote]

    /// The first claim's statement as it stands, quoting the sentence of its evidence that says it.
    init(restating request: ModelRequest) throws {
      let claim = try #require(request.current.first)
      let statement = try #require(claim["statement"])
      let evidence = try #require(claim["evidence"]?.components(separatedBy: ", "))
      let said = statement.lowercased().dropLast()
      let span = try #require(
        request.spans.first { evidence.contains($0.id) && $0.text.lowercased().contains(said) })
      target = try #require(claim["id"])
      value = statement
      quotes = [Quote(span: span.id, text: span.text)]
    }
  }
}

struct BadReplyTests {
  private static let golden = CompileGolden(name: "paper-only")

  @Test(arguments: BadReply.all)
  func leavesTheArtifactAsItWas(_ bad: BadReply) throws {
    let work = try WorkFolder(Self.golden)
    let offline = try work.compile(Self.golden)
    let asking = ["--llm", "command:/usr/bin/tee request.json"]
    _ = try work.compile(Self.golden, asking, to: "asking.ara")
    let request = try JSONDecoder().decode(
      ModelRequest.self, from: try Data(contentsOf: URL(filePath: work.path + "/request.json")))
    try bad.text(request).write(
      toFile: work.path + "/reply.json", atomically: true, encoding: .utf8)
    let refined = try work.compile(
      Self.golden, ["--llm", "command:/bin/cat reply.json"], to: "refined.ara")

    #expect(!offline.artifact.filePaths.isEmpty)
    #expect(refined.artifact.differences(from: offline.artifact) == [])
    #expect(refined.records["exit"] == "0\n")
    let codes = codes(refined)
    #expect(codes.filter { !self.codes(offline).contains($0) } == [bad.code], "\(codes)")
    #expect(codes.count == self.codes(offline).count + 1)
  }

  /// The codes on standard error, in order: `warning: P111: …`.
  private func codes(_ compiled: CompiledCase) -> [String] {
    let lines = (compiled.records["diagnostics.txt"] ?? "").split(separator: "\n")
    return lines.filter { !$0.hasPrefix(" ") }.compactMap { line in
      line.split(separator: ": ").map(String.init).first { word in
        word.first.map { "PFDA".contains($0) } ?? false && word.last?.isNumber == true
      }
    }
  }

  @Test func areTheTenOfTheSpecification() {
    #expect(BadReply.all.count == 10)
    #expect(Set(BadReply.all.map(\.code)).count == 10)
  }
}
