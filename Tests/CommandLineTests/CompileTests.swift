import Backend
import FoundationEssentials
import TestSupport
import Testing

struct CompileTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  @Test func compileIsTheDefaultCommand() async throws {
    let paper = try bench.paper()
    let bare = try await bench.arac(paper, "-o", "bare.ara", "--no-screenshots")
    let named = try await bench.arac("compile", paper, "-o", "named.ara", "--no-screenshots")
    #expect(bare.status == 0, "\(bare.errors)")
    #expect(named.status == 0)
    #expect(try bench.artifact("bare.ara") == bench.artifact("named.ara"))
  }

  @Test func theOutputIsNamedAfterTheFirstInput() async throws {
    try bench.folder.write(GliderPaper.bytes, to: "papers/glider.v2.pdf")
    let run = try await bench.arac("papers/glider.v2.pdf", "--no-screenshots")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try bench.folder.names() == ["glider.v2.ara", "papers"])
    #expect(run.output.hasPrefix("glider.v2.ara: "))
  }

  @Test func aSlashAtTheEndOfTheOutputChangesNothing() async throws {
    let paper = try bench.paper()
    for _ in 1...2 {
      let run = try await bench.arac(paper, "-o", "out.ara/", "--no-screenshots")
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try bench.folder.names() == ["out.ara", "paper.pdf"])
  }

  @Test func theContentTellsTheKindOfAnInput() async throws {
    try bench.folder.write(GliderPaper.bytes, to: "paper")
    try bench.folder.write(Samples.rubric, to: "points.txt")
    try bench.folder.write(Samples.log, to: "night.dat")
    let code = try await bench.repository()
    let run = try await bench.compile("night.dat", "points.txt", code, "paper")
    #expect(run.status == 0, "\(run.errors)")
    let found = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("found ") })
    for part in [" 2 pages", "2 repository files", "1 commit", "2 rubric leaves", "1 run"] {
      #expect(found.contains(part), "\(found)")
    }
    #expect(!run.output.contains("would give"))
  }

  @Test func theSummarySaysWhichInputWouldFillAGap() async throws {
    let run = try await bench.compile(try bench.paper())
    for input in ["the git repository", "run logs", "a rubric"] {
      #expect(run.output.contains("missing  ") && run.output.contains("\(input) would give "))
    }
  }

  @Test func kindsCanBeForced() async throws {
    try bench.folder.write(Samples.rubric, to: "points.json")
    try bench.folder.write(Samples.log, to: "night.jsonl")
    let run = try await bench.compile(
      try bench.paper(), "--rubric", "points.json", "--log", "night.jsonl")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("2 rubric leaves"))
    #expect(run.output.contains("1 run"))
  }

  @Test(arguments: ["--rubric", "--log"])
  func aForcedKindThatDoesNotHoldIsAnError(_ option: String) async throws {
    try bench.folder.write("Gliders like a clip at the nose.\n", to: "notes.txt")
    let run = try await bench.compile(try bench.paper(), option, "notes.txt")
    #expect(run.status == 65, "\(run.errors)")
    #expect(run.errorLines.count == 1)
    #expect(run.errorLines.first?.hasPrefix("notes.txt") == true, "\(run.errors)")
    #expect(bench.exists("out.ara/PAPER.md"))
  }

  // MARK: The artifact

  @Test func theSameInputsGiveTheSameBytes() async throws {
    let other = try Bench()
    var artifacts: [ArtifactTree] = []
    for (bench, target) in [(bench, "out.ara"), (other, "made/by/night/gliders.ara")] {
      let (paper, code) = (try bench.paper(), try await bench.repository())
      try bench.folder.write(Samples.rubric, to: "points.json")
      try bench.folder.write(Samples.log, to: "night.jsonl")
      try FileManager.default.createDirectory(
        atPath: bench.folder.path("made/by/night"), withIntermediateDirectories: true)
      let run = try await bench.arac(paper, code, "points.json", "night.jsonl", "-o", target)
      #expect(run.status == 0, "\(run.errors)")
      artifacts.append(try bench.artifact(target))
    }
    #expect(artifacts[0].paths == artifacts[1].paths)
    for path in artifacts[0].paths {
      #expect(artifacts[0][entry: path] == artifacts[1][entry: path], "\(path)")
    }
  }

  @Test func linksResolveAndPicturesOpen() async throws {
    let run = try await bench.arac(try bench.paper(), try await bench.repository(), "-o", "out.ara")
    #expect(run.status == 0, "\(run.errors)")
    let artifact = try bench.artifact()
    let links = ArtifactLinks(artifact)
    #expect(links.count > 10)
    #expect(links.dangling == [])
    let pictures = artifact.filePaths.filter { $0.hasSuffix(".png") }
    #expect(pictures.count == 2, "a table and a figure")
    for path in pictures {
      let picture = try #require(PictureFile(artifact[path] ?? []), "\(path) does not open")
      #expect(picture.width > 100 && picture.height > 20, "\(path)")
    }
  }

  @Test func withoutScreenshotsThereIsNoPicture() async throws {
    let run = try await bench.compile(try bench.paper())
    #expect(run.status == 0, "\(run.errors)")
    let artifact = try bench.artifact()
    #expect(!artifact.filePaths.contains { $0.hasSuffix(".png") })
    #expect(artifact.filePaths.contains { $0.hasPrefix("evidence/tables/table1") })
    #expect(ArtifactLinks(artifact).dangling == [])
  }

  @Test func aNewArtifactTakesThePlaceOfTheOldOne() async throws {
    let paper = try bench.paper()
    #expect(try await bench.arac(paper, "-o", "out.ara").status == 0)
    try bench.folder.write("stale", to: "out.ara/evidence/stale.md")
    #expect(try await bench.arac(paper, "-o", "out.ara").status == 0)
    #expect(!bench.exists("out.ara/evidence/stale.md"))
    #expect(try bench.folder.names() == ["out.ara", "paper.pdf"])
  }
}
