import Backend
import FoundationEssentials
import TestSupport
import Testing

/// `arac verify --fix` and `--sources`.
struct VerifyFixTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func compiled() async throws -> String {
    let run = try await bench.arac(try bench.paper(), "-o", "out.ara")
    #expect(run.status == 0, "\(run.errors)")
    return "out.ara"
  }

  private func rewrite(_ path: String, _ change: (String) -> String) throws {
    let text = try bench.folder.text(of: path)
    let changed = change(text)
    try #require(changed != text, "the fixture has nothing to change in \(path)")
    try bench.folder.write(changed, to: path)
  }

  @Test func fixesWhatIsMechanical() async throws {
    let artifact = try await compiled()
    let before = try bench.artifact()
    try rewrite("\(artifact)/logic/claims.md") { $0.replacing("\n", with: "\r\n") }
    try rewrite("\(artifact)/logic/experiments.md") {
      $0.replacing("**Metrics**:", with: "**Metrics:**")
    }
    #expect(try await bench.arac("verify", artifact).status == 1)
    let run = try await bench.arac("verify", artifact, "--fix", "-v")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.diagnostics.contains { $0.contains("D310: fixed ARA316") }, "\(run.errors)")
    #expect(run.output.contains(" fixed in profile superset\n"))
    #expect(try bench.artifact() == before)
    let again = try await bench.arac("verify", artifact, "--fix", "-v")
    #expect(!again.errors.contains("D310"))
  }

  @Test func theSourcesAreComparedByDigest() async throws {
    let artifact = try await compiled()
    let run = try await bench.arac("verify", artifact, "-v", "--sources", "paper.pdf")
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.errors.contains("ARA700"))
    try rewrite("\(artifact)/evidence/source_map.json") {
      $0.replacing("\"quote\": \"9.4\"", with: "\"quote\": \"9.4 furlongs\"")
    }
    let changed = try await bench.arac("verify", artifact, "--sources", "paper.pdf")
    #expect(changed.status == 1)
    #expect(changed.diagnostics.contains { $0.contains("ARA705") }, "\(changed.errors)")
    #expect(try await bench.arac("verify", artifact).status == 0)
  }

  /// Another version of a paper is said to be one, and nothing is compared with it.
  @Test func anotherVersionOfASource() async throws {
    let artifact = try await compiled()
    try bench.folder.write(try bench.folder.bytes(of: "paper.pdf") + [0x0A], to: "other.pdf")
    let run = try await bench.arac("verify", artifact, "--sources", "other.pdf")
    #expect(run.status == 1)
    #expect(run.diagnostics.count { $0.contains(": error: ") } == 1, "\(run.errors)")
    #expect(run.diagnostics.contains { $0.contains("ARA725") }, "\(run.errors)")
  }

  @Test func whatIsNotNamedIsNotCompared() async throws {
    _ = try bench.paper()
    let code = try await bench.repository()
    let compiled = try await bench.compile("paper.pdf", code)
    try #require(compiled.errors.contains(": error: ") == false, "\(compiled.errors)")
    let run = try await bench.arac("verify", "out.ara", "-v", "--sources", "paper.pdf")
    let codes = ["ARA705", "ARA706", "ARA714", "ARA715", "ARA717", "ARA722", "ARA725"]
    for found in codes { #expect(!run.errors.contains(found), "\(run.errors)") }
    #expect(run.diagnostics.contains { $0.contains("ARA700") && $0.contains("'repo'") })
    let whole = try await bench.arac("verify", "out.ara", "-v", "--sources", "paper.pdf", code)
    for found in codes + ["ARA700"] { #expect(!whole.errors.contains(found), "\(whole.errors)") }
  }

  @Test func aSourceThatCannotBeRead() async throws {
    let artifact = try await compiled()
    let run = try await bench.arac("verify", artifact, "--sources", "gone.pdf")
    #expect(run.status == 65)
    #expect(run.output.hasPrefix("out.ara: "))
  }
}

struct VerifyManualTests {
  /// What the manual's lines and snippets ask of `arac verify` is understood by it.
  @Test func theManualNamesOptionsThatThereAre() async throws {
    let help = try await BuiltTool.run(["help", "verify"], in: try TestFolder()).output
    let manual = try String(
      contentsOf: URL(filePath: PackageFolder.root + "/docs/verify.md"), encoding: .utf8)
    let lines = manual.split(separator: "\n").map(String.init).compactMap { line in
      line.ranges(of: "arac verify ").first.map { String(line[$0.upperBound...]) }
    }
    let options = lines.flatMap { $0.split { " `".contains($0) } }.filter { $0.hasPrefix("--") }
    #expect(Set(options).count >= 5)
    for option in Set(options) where option.dropFirst(2).allSatisfy({ $0.isLetter }) {
      #expect(help.contains("\(option)"), "\(option)")
    }
  }
}
