import Backend
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Inputs that `arac text` cannot read and places where it must not write.
struct BadTextTests {
  private let bench: Bench
  private let paper: String

  init() throws {
    bench = try Bench()
    paper = try bench.paper()
  }

  @Test(arguments: [
    ("", "F004"), ("Gliders like a clip.\n", "F005"), ("%PDF-1.5\nno more\n", "F102"),
  ])
  func noPaper(_ content: String, _ code: String) async throws {
    try bench.folder.write(content, to: "other.pdf")
    let run = try await bench.arac("text", "other.pdf", "-o", "paper.md", "--assets", "files")
    run.expectError(code, at: "other.pdf", "", status: 65)
    #expect(run.output.isEmpty)
    #expect(try bench.folder.names() == ["other.pdf", paper])
  }

  @Test func missingPaper() async throws {
    let run = try await bench.arac("text", "paper.dvi")
    run.expectError("F001", at: "paper.dvi", "no file or folder of this name", status: 65)
  }

  @Test func scannedPaper() async throws {
    try bench.folder.write(PDFFixture(scannedPages: 2).bytes(), to: "scan.pdf")
    let run = try await bench.arac("text", "scan.pdf", "-o", "scan.md", "--layout-debug", "pages")
    run.expectError("F105", at: "scan.pdf", "pictures of pages and no text", status: 65)
    #expect(!bench.exists("scan.md") && !bench.exists("pages"))
  }

  @Test func aPaperThatNeverEnds() async throws {
    try bench.folder.write(PDFFixture.endless.bytes(), to: "endless.pdf")
    let run = try await bench.arac("text", "endless.pdf", "--input-timeout", "1")
    run.expectError("D102", at: "endless.pdf", "took more than a second", status: 65)
    #expect(run.output.isEmpty)
  }

  @Test func anInputOfAnotherKind() async throws {
    try bench.folder.write(Samples.rubric, to: "points.json")
    let run = try await bench.arac("text", "points.json")
    run.expectError("D204", at: "points.json", "is a rubric", status: 64)
  }

  @Test func twoPapers() async throws {
    let run = try await bench.arac("text", paper, try bench.paper("second.pdf"))
    #expect(run.status == 64)
    #expect(run.errors.contains("Unexpected argument 'second.pdf'"), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test(arguments: ["--assets", "--layout-debug"])
  func aFolderWithOtherFiles(_ option: String) async throws {
    try bench.folder.write("keep me\n", to: "files/notes.txt")
    let run = try await bench.arac("text", paper, option, "files")
    run.expectError("D306", at: "files", "is not overwritten", status: 74)
    #expect(run.output.isEmpty)
    #expect(try bench.folder.names(in: "files") == ["notes.txt"])
    // Another folder of the same command is somebody's work too.
    #expect(try await bench.arac("text", paper, "--assets", "made").status == 0)
    let other = try await bench.arac("text", paper, "--layout-debug", "made")
    other.expectError("D306", at: "made", "is not overwritten", status: 74)
    #expect(try bench.leftovers == [])
  }

  @Test func aFileInPlaceOfTheFolder() async throws {
    try bench.folder.write("keep me\n", to: "files")
    let run = try await bench.arac("text", paper, "--assets", "files")
    run.expectError("D306", at: "files", "is not overwritten", status: 74)
    #expect(try bench.folder.text(of: "files") == "keep me\n")
  }

  @Test(arguments: [
    ["-o", "files/paper.md", "--assets", "files"], ["-o", "./files", "--layout-debug", "files"],
    ["--assets", "files", "--layout-debug", "files/pages"],
    ["--assets", "files/a/..", "--layout-debug", "files"],
  ])
  func resultsInOnePlace(_ options: [String]) async throws {
    let run = try await BuiltTool.run(["text", paper] + options, in: bench.folder)
    #expect(run.status == 74)
    #expect(run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errors.contains("D302: cannot be written: other files are to stand there"))
    #expect(try bench.folder.names() == [paper])
  }

  @Test func theTextInPlaceOfThePaper() async throws {
    symlink(paper, bench.folder.path("link.md"))
    for path in [paper, "./\(paper)", "link.md"] {
      let run = try await bench.arac("text", paper, "-o", path)
      run.expectError("D302", at: path, "it is the paper", status: 74)
    }
    #expect(try bench.folder.bytes(of: paper) == GliderPaper.bytes)
  }

  @Test func noRoomForTheFile() async throws {
    for path in ["made/paper.md", "/proc/paper.md", "paper.pdf/paper.md"] {
      let run = try await bench.arac("text", paper, "-o", path)
      run.expectError("D302", at: path, "cannot be written: ", status: 74)
    }
    #expect(try bench.leftovers == [])
  }

  @Test func outputThatIsFull() async throws {
    let script = "\"$0\" text \"$1\" >/dev/full; echo $? >status"
    let run = try await BuiltTool.run(
      program: "/bin/sh", ["-c", script, BuiltTool.path ?? "arac", paper], in: bench.folder)
    #expect(try bench.folder.text(of: "status") == "74\n")
    #expect(run.errors.hasPrefix("standard output: error: D302: "), "\(run.errors)")
  }

  @Test(arguments: ["-o", "--assets", "--layout-debug"])
  func emptyPath(_ option: String) async throws {
    let run = try await bench.arac("text", paper, option, "")
    #expect(run.status == 64)
    #expect(run.errors.contains("needs a path"))
  }
}
