import FoundationEssentials
import TestSupport
import Testing

/// `--llm`: a model that fails costs its refinement, or the run where it is required.
struct ModelOptionTests {
  private let bench: Bench
  private let paper: String

  init() throws {
    bench = try Bench()
    paper = try bench.paper()
  }

  private static let failing = ["replay:nowhere", "command:false", "command:/no/such/program"]

  @Test(arguments: failing)
  func aModelThatFailsChangesNothing(_ model: String) async throws {
    #expect(try await bench.compile(paper).status == 0)
    let offline = try bench.artifact()
    let run = try await bench.compile(paper, "--llm", model)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.diagnostics.contains { $0.contains("warning: P") }, "\(run.errors)")
    #expect(try bench.artifact() == offline)
  }

  @Test(arguments: failing)
  func aRequiredModelThatFailsEndsTheRun(_ model: String) async throws {
    let run = try await bench.compile(paper, "--llm", model, "--llm-required")
    run.expectError("D402", at: nil, "claims", status: 69)
    #expect(!bench.exists("out.ara"))
  }

  /// The request meets a pipe whose reader is gone, in most runs: that must not end `arac`.
  @Test(arguments: 0..<6)
  func aProgramThatReadsNoRequest(_: Int) async throws {
    let run = try await bench.compile(paper, "--llm", "command:true")
    #expect(run.status == 0, "\(run.signal ?? 0) \(run.errors)")
  }

  /// The request stands on the program's standard input, and no shell reads its arguments.
  @Test func theProgramReadsTheRequest() async throws {
    let program = try bench.folder.script("cat > \"$1\"\necho nothing", at: "model")
    let run = try await bench.compile(paper, "--llm", "command:\(program) $(touch_me).json")
    #expect(run.status == 0, "\(run.errors)")
    let request = try bench.folder.text(of: "$(touch_me).json")
    #expect(request.contains("NoseClip"))
    #expect(!request.contains(bench.folder.path))
  }
}
