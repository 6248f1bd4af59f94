import Backend
import FoundationEssentials
import TestSupport
import Testing

struct VerifyTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  /// An artifact in this folder that compiled without errors.
  private func compiled() async throws -> String {
    let run = try await bench.arac(try bench.paper(), "-o", "out.ara")
    #expect(run.status == 0, "\(run.errors)")
    return "out.ara"
  }

  @Test(arguments: ["superset", "august2026"])
  func whatWasCompiledIsClean(_ profile: String) async throws {
    let run = try await bench.arac("verify", try await compiled(), "--profile", profile)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errorLines == [])
    #expect(run.output.hasPrefix("out.ara: "))
    #expect(run.output.hasSuffix(" in profile \(profile)\n"))
  }

  @Test func strictCountsWarnings() async throws {
    let artifact = try await compiled()
    let run = try await bench.arac("verify", artifact)
    try #require(run.errors.contains(": warning: "), "the fixture has warnings")
    #expect(run.status == 0)
    #expect(try await bench.arac("verify", artifact, "--strict").status == 1)
  }

  @Test func aChangedNumberIsFoundWhereItStands() async throws {
    let artifact = try await compiled()
    let table = try #require(
      try bench.artifact().filePaths.first { $0.hasPrefix("evidence/tables/table1") })
    let text = try bench.folder.text(of: "\(artifact)/\(table)")
    let line =
      try #require(
        text.split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex { $0.contains("| 9.4 |") }) + 1
    try bench.folder.write(
      text.replacing("| 9.4 |", with: "| 9.9 |"), to: "\(artifact)/\(table)")
    let run = try await bench.arac("verify", artifact)
    #expect(run.status == 1, "\(run.errors)")
    #expect(
      run.diagnostics.contains { $0.hasPrefix("out.ara/\(table):\(line):") && $0.contains("ARA") },
      "\(run.errors)")
  }

  /// The schema of April asks for counts that a short paper does not have.
  @Test func profilesDiffer() async throws {
    let run = try await bench.arac("verify", try await compiled(), "--profile", "april2026")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.diagnostics.contains { $0.contains("error: ARA333: ") }, "\(run.errors)")
    #expect(run.output.hasSuffix(" in profile april2026\n"))
  }

  @Test(arguments: ["json", "sarif", "github"])
  func reportsInEveryForm(_ format: String) async throws {
    let artifact = try await compiled()
    try FileManager.default.removeItem(atPath: bench.folder.path("\(artifact)/logic/claims.md"))
    let run = try await bench.arac("verify", artifact, "--diagnostics", format)
    #expect(run.status == 1)
    let report = try Report(run.errors, format)
    #expect(report.codes.contains("ARA103"))
    #expect(report.files.allSatisfy { $0.hasPrefix("out.ara/") })
  }

  @Test func somethingThatIsNoDirectory() async throws {
    let run = try await bench.arac("verify", "gone.ara")
    run.expectError("D303", at: "gone.ara", "no directory, or no permission", status: 65)
  }

  @Test func aDirectoryThatIsNoArtifact() async throws {
    try bench.folder.write("keep me\n", to: "notes/todo.txt")
    let run = try await bench.arac("verify", "notes")
    run.expectError("D305", at: "notes", "is no artifact", status: 65)
  }

  /// What cannot be read outranks what has errors, and neither hides the other.
  @Test func severalArtifacts() async throws {
    let artifact = try await compiled()
    try bench.folder.write("# Claims\n", to: "torn.ara/logic/claims.md")
    let run = try await bench.arac("verify", "gone.ara", "torn.ara", artifact)
    #expect(run.status == 65)
    let named = run.output.split(separator: "\n").map { line in String(line.prefix { $0 != ":" }) }
    #expect(named == ["torn.ara", "out.ara"])
    #expect(try await bench.arac("verify", "torn.ara", artifact).status == 1)
  }

  @Test func quietPrintsErrorsAlone() async throws {
    let run = try await bench.arac("verify", try await compiled(), "-q")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }
}
