import Backend
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Artifacts that are made to stall, overflow or mislead `arac verify`, on disk.
///
/// The limit tells a stall from work: without optimisation, and beside other tests, a million nodes
/// take two minutes.
@Suite(.timeLimit(.minutes(5)))
struct BadArtifactTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    let base = try ArtifactFolder.load(PackageFolder.root + "/golden/verify/base")
    for path in base.filePaths {
      try bench.folder.write(try #require(base[path]), to: "a.ara/\(path)")
    }
  }

  private func findings(_ options: String...) async throws -> [String] {
    let run = try await BuiltTool.run(["verify", "a.ara"] + options, in: bench.folder)
    #expect(run.status == 0 || run.status == 1, "\(run.errors)")
    return run.diagnostics
  }

  private func write(_ text: String, to path: String) throws {
    try bench.folder.write(text, to: "a.ara/\(path)")
  }

  private func edit(_ path: String, _ change: (String) -> String) throws {
    try write(change(try bench.folder.text(of: "a.ara/\(path)")), to: path)
  }

  private func expect(_ code: String, at path: String, among found: [String]) {
    #expect(
      found.contains { $0.hasPrefix("a.ara/\(path)") && $0.contains(" \(code): ") },
      "\(code) at \(path)")
  }

  @Test func theArtifactItselfIsClean() async throws { #expect(try await findings() == []) }

  @Test func anAliasBomb() async throws {
    let levels = (0..<40).map { "a\($0): &a\($0) [*a\(max($0 - 1, 0)), *a\(max($0 - 1, 0))]\n" }
    try write(levels.joined(), to: "trace/exploration_tree.yaml")
    expect("ARA501", at: "trace/exploration_tree.yaml:1", among: try await findings())
  }

  /// 100 MB: told from what is read, and nothing is said of its content.
  @Test func aHugeFile() async throws {
    let path = bench.folder.path("a.ara/logic/claims.md")
    #expect(truncate(path, 100 << 20) == 0)
    let found = try await findings()
    expect("ARA103", at: "logic/claims.md", among: found)
    #expect(found.contains { $0.contains("larger than 64 MiB") })
  }

  /// As much Markdown as is read at all.
  @Test func aLargeFile() async throws {
    let line = "- **Statement**: one of very many lines, each with a number such as 3.14159\n"
    let lines =
      Array("# Data\n\n".utf8) + Array(repeating: Array(line.utf8), count: 200_000).joined()
    try bench.folder.write(lines, to: "a.ara/data/large.md")
    expect("ARA121", at: "data/large.md", among: try await findings("-v"))
  }

  @Test func aTreeOfAMillionNodes() async throws {
    var text = Array("tree:\n".utf8)
    for number in 1...1_000_000 { text += Array("- {id: N\(number)}\n".utf8) }
    try bench.folder.write(text, to: "a.ara/trace/exploration_tree.yaml")
    let found = try await findings()
    #expect(found.contains { $0.hasPrefix("a.ara/trace/") })
    // Each kind of finding is listed a thousand times, and counted from there on.
    #expect(found.count < 20_000)
  }

  @Test func aLongCircle() async throws {
    let nodes = (1...20_000).map { number in
      "- {id: N\(number), type: question, title: x, description: x, support_level: inferred, "
        + "also_depends_on: [N\(number % 20_000 + 1)]}\n"
    }
    try write("tree:\n" + nodes.joined(), to: "trace/exploration_tree.yaml")
    let found = try await findings()
    #expect(found.count { $0.contains("ARA524") } == 1)
  }

  @Test func linksOutOfIt() async throws {
    try bench.folder.write("# Claims\n\nTOPSECRET C77\n", to: "outside.md")
    let links = [
      ("data/out.md", "../../outside.md"), ("data/loop.md", "loop.md"), ("data/up", ".."),
    ]
    for (path, target) in links {
      #expect(symlink(target, bench.folder.path("a.ara/\(path)")) == 0)
    }
    let run = try await bench.arac("verify", "a.ara", "-v", "--diagnostics", "json")
    #expect(run.status == 1)
    #expect(!run.errors.contains("TOPSECRET") && !run.errors.contains("C77"))
    expect("ARA111", at: "data/out.md", among: try await findings())
  }

  @Test func namesThatDifferByCase() async throws {
    try write("# Data\n- **Source**: Table 1\n", to: "data/DATASET.md")
    expect("ARA113", at: "data/dataset.md", among: try await findings())
  }

  /// A mark and carriage returns shift no line and no column, and hide nothing.
  @Test func mixedLineEndsAndAMark() async throws {
    try edit("logic/claims.md") { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return "\u{FEFF}"
        + lines.enumerated().map { $0 % 2 == 0 ? "\($1)\r\n" : "\($1)\n" }.joined().dropLast()
    }
    let found = try await findings()
    expect("ARA109", at: "logic/claims.md:1", among: found)
    expect("ARA110", at: "logic/claims.md:1", among: found)
    #expect(found.count == 2, "\(found)")
  }

  @Test func missingDirectories() async throws {
    for name in ["trace", "evidence", "src"] {
      try FileManager.default.removeItem(atPath: bench.folder.path("a.ara/\(name)"))
    }
    let found = try await findings()
    for name in ["trace", "evidence", "src"] { expect("ARA101", at: name, among: found) }
  }

  /// What others keep in an artifact is theirs: it stays, and costs a note at most.
  @Test func unknownFilesAndFields() async throws {
    try write("{\"kept\": \"by its owner\"}\n", to: "notes/private.json")
    try bench.folder.write([0xFF, 0xFE, 0x00], to: "a.ara/notes/weights.bin")
    try edit("logic/claims.md") {
      $0.replacing("- **Status**", with: "- **Reviewer**: me\n- **Status**", maxReplacements: 1)
    }
    try edit("PAPER.md") { $0.replacing("\ntitle:", with: "\nlicence: \"CC0\"\ntitle:") }
    #expect(try await findings() == [])
    let run = try await bench.arac("verify", "a.ara", "--fix")
    #expect(run.status == 0)
    #expect(bench.exists("a.ara/notes/weights.bin"))
    #expect(try bench.folder.text(of: "a.ara/logic/claims.md").contains("- **Reviewer**: me\n"))
  }

  /// Runs `arac verify` as somebody whom permissions bind, which the superuser is not.
  private func verifyWithoutPrivileges() async throws -> BuiltTool.Run {
    guard geteuid() == 0, let tool = BuiltTool.path else {
      return try await bench.arac("verify", "a.ara")
    }
    let dropped = "--bounding-set=-dac_override,-dac_read_search"
    return try await BuiltTool.run(
      program: "setpriv", [dropped, tool, "verify", "a.ara"], in: bench.folder)
  }

  @Test func noPermissionToRead() async throws {
    #expect(chmod(bench.folder.path("a.ara/data/dataset.md"), 0) == 0)
    let found = try await verifyWithoutPrivileges().diagnostics
    expect("ARA109", at: "data/dataset.md", among: found)
    #expect(chmod(bench.folder.path("a.ara"), 0) == 0)
    defer { chmod(bench.folder.path("a.ara"), 0o700) }
    let run = try await verifyWithoutPrivileges()
    run.expectError("D303", at: "a.ara", "no directory, or no permission", status: 65)
  }

  /// Files that come, go and grow under it change what is found, and break nothing.
  @Test func editedWhileItIsVerified() async throws {
    let folder = bench.folder
    let writer = Task.detached {
      var round = 0
      while !Task.isCancelled {
        round += 1
        let text = String(repeating: "## C\(round): x\n- **Statement**: y\n", count: round % 500)
        _ = try? folder.write(text, to: "a.ara/logic/claims.md")
        _ = try? folder.write("\(round)\n", to: "a.ara/data/\(round % 7).md")
        try? FileManager.default.removeItem(atPath: folder.path("a.ara/data/\((round + 3) % 7).md"))
        await Task.yield()
      }
    }
    defer { writer.cancel() }
    for _ in 0..<20 {
      let run = try await bench.arac("verify", "a.ara", "--fix")
      #expect([0, 1, 74].contains(run.status), "\(run.status): \(run.errors.prefix(300))")
    }
  }
}
