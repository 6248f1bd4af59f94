import Backend
import FoundationEssentials
import TestSupport
import Testing

/// Papers that give nothing, or less than they should.
struct BadPaperTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func expectNoArtifact(_ location: SourceLocation = #_sourceLocation) throws {
    #expect(!bench.exists("out.ara"), sourceLocation: location)
    #expect(try bench.leftovers == [], sourceLocation: location)
  }

  @Test func noInput() async throws {
    let run = try await bench.arac()
    run.expectError("D201", at: nil, "no input: give a paper", status: 64)
    #expect(try bench.folder.names() == [])
  }

  @Test func missingPath() async throws {
    let run = try await bench.compile("paper.pdf")
    run.expectError("F001", at: "paper.pdf", "no file or folder of this name", status: 65)
    try expectNoArtifact()
  }

  /// The other inputs are compiled, and the exit status still tells of the one that gave nothing.
  @Test func missingPathBesideAPaper() async throws {
    let run = try await bench.compile(try bench.paper(), "code")
    run.expectError("F001", at: "code", "no file or folder of this name", status: 65)
    #expect(try bench.folder.text(of: "out.ara/PAPER.md").contains(GliderPaper.title))
  }

  @Test func emptyFile() async throws {
    try bench.folder.write("", to: "paper.pdf")
    let run = try await bench.compile("paper.pdf")
    run.expectError("F004", at: "paper.pdf", "is empty", status: 65)
    try expectNoArtifact()
  }

  @Test func textNamedLikeAPDF() async throws {
    try bench.folder.write("Gliders like a clip at the nose.\n", to: "paper.pdf")
    let run = try await bench.compile("paper.pdf")
    run.expectError("F005", at: "paper.pdf", "is named like a PDF and is none", status: 65)
    try expectNoArtifact()
  }

  @Test func truncatedPDF() async throws {
    try bench.folder.write(Array(GliderPaper.bytes.prefix(64)), to: "paper.pdf")
    let run = try await bench.compile("paper.pdf")
    run.expectError("F102", at: "paper.pdf", "no readable PDF", status: 65)
    try expectNoArtifact()
  }

  /// A cut that takes the place of the table of objects and no object is repaired in reading.
  @Test func truncatedPDFWithEveryObject() async throws {
    let bytes = GliderPaper.bytes
    let end = try #require(Data(bytes).firstRange(of: Data("startxref".utf8))).lowerBound
    try bench.folder.write(Array(bytes[..<end]), to: "paper.pdf")
    let run = try await bench.compile("paper.pdf")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try bench.folder.text(of: "out.ara/PAPER.md").contains(GliderPaper.title))
  }

  @Test func encryptedPDFWithoutItsPassword() async throws {
    try bench.folder.write(Self.locked, to: "paper.pdf")
    let run = try await bench.compile("paper.pdf")
    run.expectError("F103", at: "paper.pdf", "give its user password with --password", status: 65)
    try expectNoArtifact()
  }

  @Test func encryptedPDFWithAWrongPassword() async throws {
    try bench.folder.write(Self.locked, to: "paper.pdf")
    let run = try await bench.compile("paper.pdf", "--password", "tail")
    run.expectError("F103", at: "paper.pdf", "the given password does not open it", status: 65)
    try expectNoArtifact()
  }

  @Test func encryptedPDFWithItsPassword() async throws {
    try bench.folder.write(Self.locked, to: "paper.pdf")
    let run = try await bench.compile("paper.pdf", "--password", "nose")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try bench.folder.text(of: "out.ara/PAPER.md").contains(GliderPaper.title))
  }

  @Test func encryptedPDFThatOpensForEverybody() async throws {
    var paper = GliderPaper.pdf()
    paper.encryption = PDFEncryption(userPassword: "")
    try bench.folder.write(paper.bytes(), to: "paper.pdf")
    let run = try await bench.compile("paper.pdf")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try bench.folder.text(of: "out.ara/PAPER.md").contains(GliderPaper.title))
  }

  private static let locked: [UInt8] = {
    var paper = GliderPaper.pdf()
    paper.encryption = PDFEncryption(userPassword: "nose")
    return paper.bytes()
  }()

  @Test func scannedPDFAlone() async throws {
    try bench.folder.write(PDFFixture(scannedPages: 2).bytes(), to: "scan.pdf")
    let run = try await bench.arac("scan.pdf", "-o", "out.ara")
    run.expectError("F105", at: "scan.pdf", "pictures of pages and no text", status: 65)
    try expectNoArtifact()
  }

  @Test func scannedPDFBesideARepository() async throws {
    try bench.folder.write(PDFFixture(scannedPages: 2).bytes(), to: "scan.pdf")
    let code = try await bench.repository()
    let run = try await bench.arac("scan.pdf", code, "-o", "out.ara")
    run.expectError("F105", at: "scan.pdf", "pictures of pages and no text", status: 65)
    let pictures = try bench.artifact().filePaths.filter { $0.hasSuffix(".png") }
    #expect(pictures.count == 2, "\(pictures)")
  }

  @Test func twoThousandPages() async throws {
    var paper = GliderPaper.pdf()
    paper.sheets += PDFFixture(pages: 2_000 - paper.sheets.count).sheets
    try bench.folder.write(paper.bytes(), to: "long.pdf")
    let run = try await bench.compile("long.pdf")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("2000 pages"))
  }
}
