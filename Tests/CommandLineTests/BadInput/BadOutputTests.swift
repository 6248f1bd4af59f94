import Backend
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Outputs that cannot or must not be written: what stood there stays as it was.
struct BadOutputTests {
  private let bench: Bench
  private let paper: String

  init() throws {
    bench = try Bench()
    paper = try bench.paper()
  }

  @Test func directoryThatIsNoArtifact() async throws {
    try bench.folder.write("keep me\n", to: "out.ara/notes.txt")
    let before = try bench.artifact()
    let run = try await bench.compile(paper)
    run.expectError("D301", at: "out.ara", "exists and is no artifact", status: 74)
    #expect(try bench.artifact() == before)
    #expect(try bench.leftovers == [])
  }

  /// `PAPER.md` alone does not make an artifact: somebody may have written it by hand.
  @Test func directoryWithAManifestAlone() async throws {
    try bench.folder.write("# Notes\n", to: "out.ara/PAPER.md")
    let run = try await bench.compile(paper)
    run.expectError("D301", at: "out.ara", "is not overwritten", status: 74)
    #expect(try bench.folder.text(of: "out.ara/PAPER.md") == "# Notes\n")
  }

  /// An artifact to which somebody added something is not only an artifact.
  @Test func artifactWithSomethingElseInIt() async throws {
    #expect(try await bench.compile(paper).status == 0)
    try bench.folder.write("keep me\n", to: "out.ara/notes.txt")
    let before = try bench.artifact()
    let run = try await bench.compile(paper)
    run.expectError("D301", at: "out.ara", "exists and is no artifact", status: 74)
    #expect(try bench.artifact() == before)
  }

  /// What comes to the place of the artifact while the inputs are read is not replaced.
  @Test func somethingElseComesInBetween() async throws {
    try bench.folder.write(PDFFixture.endless.bytes(), to: "endless.pdf")
    let code = try await bench.repository()
    let notes = bench.folder.path("out.ara")
    let run = try await BuiltTool.run(
      ["endless.pdf", code, "-o", "out.ara", "--no-screenshots", "--input-timeout", "2"],
      in: bench.folder,
      whileRunning: { arac in
        _ = try await ChildProcess.first(of: arac)
        mkdir(notes, 0o755)
        let file = open("\(notes)/thesis.txt", O_WRONLY | O_CREAT, 0o644)
        Glibc.write(file, "keep me\n", 8)
        close(file)
      })
    #expect(run.status == 74)
    #expect(run.errors.contains("out.ara: error: D302: cannot be written: something else stands"))
    #expect(try bench.folder.text(of: "out.ara/thesis.txt") == "keep me\n")
    #expect(try bench.leftovers == [])
  }

  @Test(arguments: ["out.ara", "out.ara/paper.json", "./x/../out.ara/a/b.json"])
  func irInsideTheArtifact(_ path: String) async throws {
    let run = try await bench.compile(paper, "--emit-ir", path)
    run.expectError("D302", at: path, "the artifact is to stand there", status: 74)
    #expect(!bench.exists("out.ara"))
  }

  @Test func file() async throws {
    try bench.folder.write("keep me\n", to: "out.ara")
    let run = try await bench.compile(paper)
    run.expectError("D301", at: "out.ara", "exists and is no artifact", status: 74)
    #expect(try bench.folder.text(of: "out.ara") == "keep me\n")
  }

  /// A link is somebody's arrangement; replacing it would lose where it led.
  @Test func symbolicLink() async throws {
    symlink("elsewhere", bench.folder.path("out.ara"))
    let run = try await bench.compile(paper)
    run.expectError("D301", at: "out.ara", "exists and is no artifact", status: 74)
    #expect(!bench.exists("elsewhere"))
  }

  /// The target is looked at before an input is read.
  @Test func isToldBeforeInputsAreRead() async throws {
    try bench.folder.write("keep me\n", to: "out.ara")
    try bench.folder.write(PDFFixture.endless.bytes(), to: "endless.pdf")
    let run = try await bench.compile("endless.pdf", "--input-timeout", "60")
    run.expectError("D301", at: "out.ara", "exists and is no artifact", status: 74)
  }

  @Test func emptyDirectoryIsTaken() async throws {
    try FileManager.default.createDirectory(
      atPath: bench.folder.path("out.ara"), withIntermediateDirectories: false)
    let run = try await bench.compile(paper)
    #expect(run.status == 0, "\(run.errors)")
    #expect(bench.exists("out.ara/PAPER.md"))
  }

  @Test func folderAboveIsMissing() async throws {
    let run = try await bench.arac(paper, "-o", "made/out.ara", "--no-screenshots")
    run.expectError("D302", at: "made/out.ara", "No such file or directory", status: 74)
    #expect(!bench.exists("made"))
  }

  @Test func folderAboveIsAFile() async throws {
    let run = try await bench.arac(paper, "-o", "paper.pdf/out.ara", "--no-screenshots")
    run.expectError("D302", at: "paper.pdf/out.ara", "Not a directory", status: 74)
  }

  /// A place where the kernel says no to everybody, the super-user included.
  @Test func folderIsNotWritable() async throws {
    let run = try await bench.arac(paper, "-o", "/proc/out.ara", "--no-screenshots")
    run.expectError("D302", at: "/proc/out.ara", "cannot be written: ", status: 74)
  }

  /// The summary goes into a pipe whose reader is gone: the artifact is whole all the same.
  @Test func outputThatNobodyReads() async throws {
    let script = "( sleep 1; \"$0\" \"$@\"; echo $? >status ) | true"
    let run = try await BuiltTool.run(
      program: "/bin/sh",
      ["-c", script, BuiltTool.path ?? "arac", paper, "-o", "out.ara", "--no-screenshots"],
      in: bench.folder)
    #expect(run.status == 0)
    while !bench.exists("status") { try await Task.sleep(for: .milliseconds(20)) }
    #expect(try await bench.arac("verify", "out.ara", "-q").status != 65)
    #expect(try bench.folder.text(of: "status") == "0\n")
  }

  /// Descriptors that the parent closed are not taken for what they are used for.
  @Test(arguments: [">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func closedDescriptors(_ closed: String) async throws {
    let script = "\"$0\" \"$@\" \(closed); echo $? >status"
    _ = try await BuiltTool.run(
      program: "/bin/sh",
      [
        "-c", script, BuiltTool.path ?? "arac", paper, "missing.pdf", "-o", "out.ara",
        "--no-screenshots",
      ], in: bench.folder)
    #expect(try bench.folder.text(of: "status") == "65\n")
    #expect(bench.exists("out.ara/PAPER.md"))
  }

  @Test func resultThatCannotBePrinted() async throws {
    #expect(try await bench.compile(paper, "--emit-ir", "paper.json").status == 0)
    let script = "\"$0\" pass claims --ir paper.json >/dev/full; echo $? >status"
    let run = try await BuiltTool.run(
      program: "/bin/sh", ["-c", script, BuiltTool.path ?? "arac"], in: bench.folder)
    #expect(try bench.folder.text(of: "status") == "74\n")
    #expect(run.errors.hasPrefix("standard output: error: D302: "), "\(run.errors)")
  }

  // MARK: No room

  /// A limit on the size of files stands for a disk that is full: a write gives an error while the
  /// artifact is half written.
  @Test func diskFullWhileWriting() async throws {
    #expect(try await bench.compile(paper).status == 0)
    let before = try bench.artifact()
    let larger = try await bench.repository()
    let run = try await BuiltTool.run(
      after: "ulimit -f 8", [paper, larger, "-o", "out.ara", "--no-screenshots"], in: bench.folder)
    #expect(run.errors.contains(": error: D302: cannot be written: "), "\(run.errors)")
    #expect(run.errorLines.first?.hasPrefix("out.ara/") == true, "\(run.errors)")
    #expect(run.errorLines.count == 1)
    #expect(run.status == 74)
    #expect(try bench.artifact() == before)
    #expect(try bench.leftovers == [])
  }

  @Test func diskFullWhileWritingTheFirstArtifact() async throws {
    let run = try await BuiltTool.run(
      after: "ulimit -f 8", [paper, "-o", "out.ara", "--no-screenshots"], in: bench.folder)
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errorLines.count == 1)
    #expect(!bench.exists("out.ara"))
    #expect(try bench.leftovers == [])
  }

  @Test func fullDevice() async throws {
    let run = try await bench.compile(paper, "--emit-ir", "/dev/full")
    run.expectError("D302", at: "/dev/full", "No space left on device", status: 74)
    #expect(!bench.exists("out.ara"))
  }

  @Test func diskFullWhileWritingTheIR() async throws {
    try bench.folder.write("former\n", to: "paper.json")
    let run = try await BuiltTool.run(
      after: "ulimit -f 8",
      [paper, "-o", "out.ara", "--no-screenshots", "--emit-ir", "paper.json"], in: bench.folder)
    run.expectError("D302", at: "paper.json", "File too large", status: 74)
    #expect(try bench.folder.text(of: "paper.json") == "former\n")
    #expect(!bench.exists("out.ara"))
    #expect(try bench.leftovers == [])
  }
}
