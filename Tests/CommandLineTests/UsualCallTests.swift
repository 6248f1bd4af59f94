import Backend
import FoundationEssentials
import TestSupport
import Testing

/// Calls that are understood without the parser of arguments mean what the parser makes of them.
struct UsualCallTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private static let calls: [[String]] = [
    ["paper.pdf", "-o", "out.ara", "--no-screenshots"],
    ["compile", "--no-screenshots", "--output", "out.ara", "paper.pdf"],
    ["paper.pdf", "--no-screenshots"],
    ["paper.pdf", "missing.json", "-o", "out.ara", "--no-screenshots"],
    ["missing.pdf", "-o", "out.ara"],
    ["text", "paper.pdf"],
    ["text", "-o", "paper.md", "paper.pdf"],
    ["text", "missing.pdf"],
    ["verify", "sound.ara"],
    ["verify", "sound.ara", "missing.ara"],
  ]

  @Test(arguments: calls.indices)
  func meansWhatTheParserMakesOfIt(_ index: Int) async throws {
    _ = try bench.paper()
    let sound = try await bench.arac("paper.pdf", "-o", "sound.ara", "--no-screenshots")
    #expect(sound.status == 0, "\(sound.errors)")
    let words = Self.calls[index]
    let usual = try await run(words)
    // What is the default leaves the meaning as it is, and the call to the parser.
    let parsed = try await run(words + ["--input-timeout", "300"])
    #expect(usual == parsed, "\(words)")
  }

  @Test(arguments: [
    ["text"], ["text", "one.pdf", "two.pdf"], ["text", "one.pdf", "--no-screenshots"],
    ["verify", "one.ara", "-o", "two.ara"], ["one.pdf", "-o"], ["one.pdf", "-o", "-q", "x"],
    ["verify", "one.ara", "--no-screenshots"], ["one.pdf", "--no-screenshot"],
  ])
  func leavesWhatIsWrongToTheParser(_ words: [String]) async throws {
    let run = try await BuiltTool.run(words, in: bench.folder)
    #expect(run.status == 64, "\(words): \(run.errors)")
    #expect(run.errors.hasPrefix("Error: "), "\(run.errors)")
    #expect(try bench.folder.names() == [])
  }

  @Test(arguments: [
    ["paper.pdf", "-o", "one.ara", "-o", "out.ara"], ["--output=out.ara", "paper.pdf"],
    ["--no-screenshots", "-o", "out.ara", "--", "paper.pdf"],
  ])
  func leavesOtherFormsToTheParser(_ words: [String]) async throws {
    _ = try bench.paper()
    let run = try await BuiltTool.run(words, in: bench.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(bench.exists("out.ara"))
    #expect(!bench.exists("one.ara"))
  }

  private struct Result: Equatable {
    let status: Int32?
    let output: String
    let errors: String
    var artifacts: [ArtifactTree] = []
    var text: [UInt8]? = nil
  }

  /// What a call prints and leaves in the folder, which is then as it was.
  private func run(_ words: [String]) async throws -> Result {
    let run = try await BuiltTool.run(words, in: bench.folder)
    var result = Result(status: run.status, output: run.output, errors: run.errors)
    for name in ["out.ara", "paper.ara"] where bench.exists(name) {
      result.artifacts.append(try bench.artifact(name))
      try FileManager.default.removeItem(atPath: bench.folder.path(name))
    }
    if bench.exists("paper.md") {
      result.text = try bench.folder.bytes(of: "paper.md")
      try FileManager.default.removeItem(atPath: bench.folder.path("paper.md"))
    }
    return result
  }
}
