import Backend
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Directories that are less, or more, than a plain clone.
///
/// None of them stops the compilation: what is missing is told in one line, shown with `-v` where
/// nothing is wrong.
struct BadRepositoryTests {
  private let bench: Bench
  private let paper: String

  init() throws {
    bench = try Bench()
    paper = try bench.paper()
  }

  /// Compiles the paper with a repository; it ends well and `code` is told once, at `place`.
  private func compile(
    _ repository: String, telling code: String, at place: String, _ words: String,
    location: SourceLocation = #_sourceLocation
  ) async throws {
    let run = try await bench.compile(paper, repository, "-v")
    #expect(run.status == 0, "\(run.errors)", sourceLocation: location)
    #expect(run.output.contains("repository file"), sourceLocation: location)
    let lines = run.diagnostics.filter { $0.contains(": \(code): ") }
    #expect(lines.count == 1, "\(run.errors)", sourceLocation: location)
    let line = lines.first ?? ""
    #expect(line.hasPrefix("\(place): "), "\(line)", sourceLocation: location)
    #expect(line.contains(words), "\(line)", sourceLocation: location)
    #expect(run.errorLines == [], sourceLocation: location)
    let manifest = try bench.folder.text(of: "out.ara/PAPER.md")
    #expect(manifest.contains(GliderPaper.title), sourceLocation: location)
  }

  @Test func directoryThatIsNoRepository() async throws {
    try bench.folder.write("ANGLE = 12\n", to: "code/angle.py")
    try await compile("code", telling: "F202", at: "code", "is no git repository")
  }

  @Test func directoryWithNothingInIt() async throws {
    try FileManager.default.createDirectory(
      atPath: bench.folder.path("code"), withIntermediateDirectories: false)
    try await compile("code", telling: "F202", at: "code", "is no git repository")
  }

  @Test func bareRepository() async throws {
    let code = try await bench.repository()
    try await bench.git("clone", "-q", "--bare", code, "bare.git")
    let run = try await bench.compile(paper, "bare.git")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errorLines == [])
    #expect(run.output.contains("2 repository files"))
    #expect(run.output.contains("1 commit"))
  }

  @Test func damagedBareRepositoryBesideAPaper() async throws {
    try await bench.git("init", "-q", "--bare", "bare.git")
    try bench.folder.write("ref: refs/heads/main\n", to: "bare.git/HEAD")
    try bench.folder.write(
      String(repeating: "ab", count: 20) + "\n", to: "bare.git/refs/heads/main")
    let run = try await bench.compile(paper, "bare.git")
    run.expectError("F206", at: "bare.git", "the git data cannot be read", status: 65)
    #expect(bench.exists("out.ara/PAPER.md"))
  }

  @Test func emptyRepository() async throws {
    try await bench.git("init", "-q", "code")
    try await compile("code", telling: "F203", at: "code", "has no commit yet")
  }

  @Test func emptyBareRepository() async throws {
    try await bench.git("init", "-q", "--bare", "bare.git")
    try await compile("bare.git", telling: "F203", at: "bare.git", "has no commit yet")
  }

  @Test func shallowClone() async throws {
    let code = try await bench.repository()
    try bench.folder.write("ANGLE = 11\n", to: "code/angle.py")
    try await bench.commit(in: code)
    let origin = "file://" + bench.folder.path(code)
    try await bench.git("clone", "-q", "--depth", "1", origin, "shallow")
    try await compile("shallow", telling: "F204", at: "shallow", "its history ends after 1 commit")
  }

  @Test func submodules() async throws {
    _ = try await bench.repository("rail")
    let code = try await bench.repository()
    try await bench.git("-C", code, "submodule", "--quiet", "add", "../rail", "rail")
    try await bench.commit(in: code)
    try await compile(code, telling: "F215", at: "code/rail", "submodule")
    let run = try await bench.compile(paper, code)
    #expect(run.output.contains("4 repository files"), "\(run.output)")
  }

  @Test func symbolicLinkOutOfTheTree() async throws {
    try bench.folder.write("SECRET = 4711\n", to: "outside/secret.py")
    let code = try await bench.repository()
    symlink("../outside/secret.py", bench.folder.path("code/secret.py"))
    symlink("../outside", bench.folder.path("code/outside"))
    try await bench.commit(in: code)
    let run = try await bench.compile(paper, code)
    #expect(run.status == 0, "\(run.errors)")
    let told = run.diagnostics.filter { $0.contains(": warning: F210: ") }
    #expect(told.map { $0.prefix { $0 != ":" } } == ["code/outside", "code/secret.py"])
    let artifact = try bench.artifact()
    for path in artifact.filePaths {
      #expect(!String(decoding: artifact[path] ?? [], as: UTF8.self).contains("4711"), "\(path)")
    }
  }

  @Test func fileNamesThatAreNotUTF8() async throws {
    let code = try await bench.repository()
    let name = bench.folder.path("code/r").utf8CString.dropLast() + [CChar(bitPattern: 0xE9)]
    let file = open(Array(name + "sultat.py".utf8CString), O_CREAT | O_WRONLY, 0o644)
    try #require(file >= 0)
    close(file)
    try await bench.commit(in: code)
    try await compile(code, telling: "F211", at: #"code/r\xE9sultat.py"#, "names")
  }

  @Test func halfAGigabyteInTheRepository() async throws {
    let code = try await bench.repository()
    try bench.folder.write("", to: "code/checkpoint.bin")
    try #require(truncate(bench.folder.path("code/checkpoint.bin"), 500 << 20) == 0)
    let run = try await bench.compile(paper, code, "-v")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("3 repository files"))
    let artifact = try bench.artifact()
    #expect(artifact.filePaths.allSatisfy { (artifact[$0]?.count ?? 0) < 1 << 20 })
  }
}
