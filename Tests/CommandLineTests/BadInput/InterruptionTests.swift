import Backend
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Signals in the middle: the former artifact stays whole, and what was begun goes.
struct InterruptionTests {
  private let bench: Bench
  private let paper: String

  init() throws {
    bench = try Bench()
    paper = try bench.paper()
    try bench.folder.write(PDFFixture.endless.bytes(), to: "endless.pdf")
  }

  /// An artifact that the runs of a test would replace.
  private func former() async throws -> ArtifactTree {
    let run = try await bench.compile(paper)
    #expect(run.status == 0, "\(run.errors)")
    return try bench.artifact()
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func whileReading(_ signal: Int32) async throws {
    let before = try await former()
    let run = try await BuiltTool.run(
      ["endless.pdf", "-o", "out.ara"], in: bench.folder,
      whileRunning: { arac in
        _ = try await ChildProcess.first(of: arac)
        kill(arac, signal)
      })
    #expect(run.status == 130)
    #expect(run.output.isEmpty)
    #expect(try bench.artifact() == before)
    #expect(try bench.leftovers == [])
  }

  /// An input that never comes is nothing that a signal has to wait for.
  @Test(arguments: [SIGINT, SIGTERM])
  func whileAnInputIsAwaited(_ signal: Int32) async throws {
    mkfifo(bench.folder.path("never.json"), 0o600)
    let run = try await BuiltTool.run(
      ["--from-ir", "never.json", "-o", "out.ara"], in: bench.folder,
      whileRunning: { arac in
        try await Task.sleep(for: .milliseconds(300))
        kill(arac, signal)
      })
    #expect(run.status == 130)
    #expect(!bench.exists("out.ara"))
  }

  /// The program that was asked goes with who asked it, and so does what it started.
  @Test func whileAModelThinks() async throws {
    let program = try bench.folder.script("sleep 600 & echo $! >thinking; wait", at: "model")
    let thinking = bench.folder.path("thinking")
    let run = try await BuiltTool.run(
      [paper, "-o", "out.ara", "--no-screenshots", "--llm", "command:\(program)"],
      in: bench.folder,
      whileRunning: { arac in
        while access(thinking, F_OK) != 0 { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(50))
        kill(arac, SIGINT)
      })
    #expect(run.status == 130)
    #expect(!bench.exists("out.ara"))
    let words = try bench.folder.text(of: "thinking").split(separator: "\n")
    let process = try #require(words.first.flatMap { Int32($0) })
    #expect(try await ChildProcess.hasEnded(process))
  }

  /// Stops `arac` as soon as its staging place is there, and sends it a signal.
  private func signalWhileWriting(_ signal: Int32) async throws -> (BuiltTool.Run, hit: Bool) {
    let staging = StagingWatch(bench.folder.path(".out.ara.arac-"))
    let run = try await BuiltTool.run(
      [paper, "-o", "out.ara", "--no-screenshots"], in: bench.folder,
      whileRunning: { arac in
        staging.stop(arac)
        kill(arac, signal)
        kill(arac, SIGCONT)
      })
    return (run, staging.wasCaught)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func whileWriting(_ signal: Int32) async throws {
    let before = try await former()
    let run = try await caughtWriting(signal)
    #expect(run.status == 130)
    #expect(try bench.artifact() == before)
    #expect(try bench.leftovers == [])
  }

  @Test func killedWhileWriting() async throws {
    let before = try await former()
    let run = try await caughtWriting(SIGKILL)
    #expect(run.signal == SIGKILL)
    #expect(try bench.artifact() == before)
    #expect(try bench.leftovers.count == 1)

    #expect(try await bench.compile(paper).status == 0)
    #expect(try bench.artifact() == before)
    #expect(try bench.leftovers == [])
  }

  /// Repeats a run until the signal fell between the first file and the last.
  private func caughtWriting(_ signal: Int32) async throws -> BuiltTool.Run {
    for _ in 0..<10 {
      let (run, hit) = try await signalWhileWriting(signal)
      if hit { return run }
    }
    throw NeverCaught()
  }

  private struct NeverCaught: Error {}

  /// The staging place of a process that still runs is another run's business.
  @Test func leavesTheStagingPlaceOfALivingProcessAlone() async throws {
    let living = ".out.ara.arac-\(getpid())"
    try bench.folder.write("half a file", to: "\(living)/PAPER.md")
    #expect(try await bench.compile(paper).status == 0)
    #expect(try bench.leftovers == [living])
  }

  @Test func namesThatOnlyLookLikeLeftoversStay() async throws {
    let names = [".out.ara.arac-", ".out.ara.arac-x1", "out.ara.arac-999999999"]
    for name in names { try bench.folder.write("mine", to: name) }
    #expect(try await bench.compile(paper).status == 0)
    #expect(try bench.leftovers == names.sorted())
  }
}
