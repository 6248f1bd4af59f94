import Glibc
import Synchronization
import TestSupport
import Testing

/// A parser that crashes, hangs or swallows memory costs its input and nothing else.
///
/// The fixture that is never drawn to its end keeps the reading process busy; what happens to that
/// process comes from outside, so the product needs no switch for it.
struct BadReaderTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    try bench.folder.write(PDFFixture.endless.bytes(), to: "endless.pdf")
  }

  @Test func parserThatHangs() async throws {
    let run = try await bench.compile("endless.pdf", "--input-timeout", "1")
    run.expectError("D102", at: "endless.pdf", "took more than a second", status: 65)
    #expect(!bench.exists("out.ara"))
  }

  @Test func parserThatHangsBesideAnotherInput() async throws {
    let code = try await bench.repository()
    let run = try await bench.compile("endless.pdf", code, "--input-timeout", "2")
    run.expectError("D102", at: "endless.pdf", "the input is left out", status: 65)
    #expect(try bench.folder.text(of: "out.ara/PAPER.md").contains("code"))
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGKILL])
  func parserThatCrashes(_ signal: Int32) async throws {
    let run = try await BuiltTool.run(
      ["endless.pdf", "-o", "out.ara"], in: bench.folder,
      whileRunning: { arac in kill(try await ChildProcess.first(of: arac), signal) })
    run.expectError("D101", at: "endless.pdf", "crashed (signal \(signal))", status: 65)
    #expect(run.errors.contains("note: it had 3072 MiB of memory"))
    #expect(!bench.exists("out.ara"))
  }

  @Test func parserThatCrashesBesideAnotherInput() async throws {
    let code = try await bench.repository()
    let run = try await BuiltTool.run(
      ["endless.pdf", code, "-o", "out.ara"], in: bench.folder,
      whileRunning: { arac in kill(try await ChildProcess.busy(of: arac), SIGSEGV) })
    run.expectError("D101", at: "endless.pdf", "crashed (signal \(SIGSEGV))", status: 65)
    #expect(bench.exists("out.ara/PAPER.md"))
  }

  @Test func parserThatNeedsMoreMemoryThanItGets() async throws {
    var dense = PDFSheet()
    for line in 0..<20_000 {
      dense.text("A clip near the nose carries gliders far.", x: 72, y: Double(20 + line % 700))
    }
    try bench.folder.write(PDFFixture([dense]).bytes(), to: "dense.pdf")
    let run = try await bench.compile("dense.pdf", "--input-memory", "64")
    #expect(run.status == 65)
    #expect(run.errorLines.count == 1, "\(run.errors)")
    #expect(
      ["D101", "D103"].contains { run.errors.hasPrefix("dense.pdf: error: \($0): ") },
      "\(run.errors)")
    #expect(run.errors.contains("memory"))
    #expect(!bench.exists("out.ara"))
  }

  /// A reading process must not outlive who waits for its answer.
  @Test func parserEndsWithItsParent() async throws {
    let reader = Atomic<Int32>(0)
    let run = try await BuiltTool.run(
      ["endless.pdf", "-o", "out.ara"], in: bench.folder,
      whileRunning: { arac in
        reader.store(try await ChildProcess.first(of: arac), ordering: .relaxed)
        kill(arac, SIGKILL)
      })
    #expect(run.signal == SIGKILL)
    #expect(try await ChildProcess.hasEnded(reader.load(ordering: .relaxed)))
  }
}
