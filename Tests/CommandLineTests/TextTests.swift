import Backend
import FoundationEssentials
import TestSupport
import Testing

/// `arac text`, run as a user runs it.
struct TextTests {
  private let bench: Bench
  private let paper: String

  init() throws {
    bench = try Bench()
    paper = try bench.paper()
  }

  @Test func printsThePaper() async throws {
    let run = try await bench.arac("text", paper)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("# \(GliderPaper.title)\n\n**Authors:** Petra Fold, Quentin"))
    for line in ["## Abstract", "## 1 Introduction", "## 3 Results", "## References"] {
      #expect(run.output.contains("\n\n\(line)\n\n"), "\(line)")
    }
    #expect(run.output.contains("\n**Table 1**: "))
    #expect(run.output.contains("\n| --- | "))
    #expect(try bench.folder.names() == [paper])
  }

  @Test func writesAFile() async throws {
    let printed = try await bench.arac("text", paper)
    try bench.folder.write("the text of yesterday\n", to: "paper.md")
    let run = try await bench.arac("text", paper, "-o", "paper.md")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(try bench.folder.text(of: "paper.md") == printed.output)
  }

  @Test func theTextPointsAtItsAssets() async throws {
    try FileManager.default.createDirectory(
      atPath: bench.folder.path("notes"), withIntermediateDirectories: false)
    for _ in 1...2 {
      let run = try await bench.arac(
        "text", paper, "-o", "notes/paper.md", "--assets", "files of it")
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(
      try bench.folder.names(in: "files of it")
        == ["figure1.png", "index.json", "table1.csv", "table1.png"])
    let text = try bench.folder.text(of: "notes/paper.md")
    #expect(text.contains("![Figure 1](../files%20of%20it/figure1.png)"))
    #expect(text.contains("[CSV](../files%20of%20it/table1.csv)"))
    for name in ["figure1.png", "table1.png"] {
      let picture = try #require(PictureFile(try bench.folder.bytes(of: "files of it/\(name)")))
      #expect(picture.width > 100 && picture.height > 20)
    }
    let rows = try bench.folder.text(of: "files of it/table1.csv").split(separator: "\n")
    #expect(rows.count > 2)
    let widths: [Int] = rows.map { $0.split(separator: ",").count }
    #expect(Set(widths).count == 1)
  }

  @Test func drawsThePages() async throws {
    let run = try await bench.arac("text", paper, "--layout-debug", "pages")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try bench.folder.names(in: "pages") == ["index.json", "page0001.png", "page0002.png"])
    let picture = try #require(PictureFile(try bench.folder.bytes(of: "pages/page0001.png")))
    // A page of 612 by 792 points at 100 dots per inch, and the legend below it.
    #expect(picture.width == 850 && picture.height > 1100)
  }

  @Test func whatIsSetApartIsCounted() async throws {
    var sheets = GliderPaper.pdf().sheets
    for index in sheets.indices { sheets[index].text(String(index + 1), x: 300, y: 30) }
    try bench.folder.write(PDFFixture(sheets).bytes(), to: "numbered.pdf")
    let run = try await bench.arac("text", "numbered.pdf", "-v")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "numbered.pdf: note: D307: no part of the text: 2 page numbers\n")
  }

  @Test func aPasswordOpensAPaper() async throws {
    var locked = GliderPaper.pdf()
    locked.encryption = PDFEncryption(userPassword: "nose")
    try bench.folder.write(locked.bytes(), to: "locked.pdf")
    let closed = try await bench.arac("text", "locked.pdf")
    closed.expectError("F103", at: "locked.pdf", "give its user password", status: 65)
    #expect(closed.output.isEmpty)
    let open = try await bench.arac("text", "locked.pdf", "--password", "nose")
    #expect(open.status == 0, "\(open.errors)")
    #expect(open.output.contains(GliderPaper.title))
  }

  @Test func helpShowsExamples() async throws {
    let run = try await bench.arac("help", "text")
    #expect(run.status == 0)
    #expect(run.output.contains("arac text paper.pdf -o paper.md --assets paper-files"))
  }

  /// The text goes into a pipe whose reader is gone: who no longer reads has what was wanted.
  @Test func outputThatNobodyReads() async throws {
    let script = "( sleep 1; \"$0\" text \"$1\"; echo $? >status ) | true"
    let run = try await BuiltTool.run(
      program: "/bin/sh", ["-c", script, BuiltTool.path ?? "arac", paper], in: bench.folder)
    #expect(run.status == 0)
    while !bench.exists("status") { try await Task.sleep(for: .milliseconds(20)) }
    #expect(try bench.folder.text(of: "status") == "0\n")
    #expect(run.errors.isEmpty)
  }
}
