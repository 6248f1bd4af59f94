import Frontend
import IR
import Testing

@testable import Driver

/// What becomes of each way in which the reading of an input can end.
struct InputLoaderTests {
  private static func request(_ name: String, _ kind: InputKind) -> ReadRequest {
    ReadRequest(path: "/in/\(name)", name: name, id: SourceID(name), kind: kind)
  }

  private static func rubric(_ name: String) -> ReadInput {
    let id = SourceID(name)
    let text = SourceText(id: id, kind: .rubric, file: name, sha256: "", text: "", regions: [])
    return ReadInput(
      source: text, facts: .rubric(Rubric(source: id, paper: name, nodes: [])),
      diagnostics: [Diagnostic(code: "F999", severity: .note, message: name)])
  }

  private func load(
    _ requests: [ReadRequest],
    _ run: @escaping @Sendable (WorkerRequest) -> WorkerPool.Outcome
  ) -> InputLoader.Loaded {
    let limits = InputLimits(memoryBytes: 256 << 20, seconds: 7)
    return InputLoader(workers: WorkerPool(run: run), limits: limits).load(requests)
  }

  private static let failures:
    [(outcome: WorkerPool.Outcome, code: DiagnosticCode, words: String)] = [
      (.crashed(signal: 11), "D101", "crashed (signal 11)"),
      (.timedOut(seconds: 7), "D102", "more than 7 seconds"),
      (.garbled, "D103", "without an answer"),
      (.notStarted("no room"), "D104", "could not be started: no room"),
      (
        .replied(.failed(Diagnostic(code: "F102", severity: .error, message: "is damaged"))),
        "F102",
        "is damaged"
      ),
    ]

  @Test(arguments: failures.indices)
  func aReaderThatFailsLeavesOneDiagnostic(_ index: Int) throws {
    let failure = Self.failures[index]
    let loaded = load([Self.request("a", .rubric)]) { _ in failure.outcome }
    #expect(loaded.hasFailed)
    #expect(loaded.document.sources.sources.isEmpty)
    #expect(loaded.document.inputs == Inputs())
    #expect(loaded.diagnostics.map(\.code) == [failure.code])
    let told = try #require(loaded.diagnostics.first)
    #expect(told.severity == .error)
    #expect(told.message.contains(failure.words), "\(told.message)")
  }

  @Test func whatFailsTakesNothingElseWithIt() {
    let requests = [Self.request("a", .pdf), Self.request("b", .rubric)]
    let loaded = load(requests) { request in
      request.read.kind == .pdf ? .crashed(signal: 6) : .replied(.read(Self.rubric("b")))
    }
    #expect(loaded.hasFailed)
    #expect(loaded.document.inputs.rubric?.paper == "b")
    #expect(loaded.diagnostics.map(\.code) == ["D101", "F999"])
  }

  @Test func factsStandInTheOrderOfTheRequests() {
    let names = ["a", "b", "c", "d"]
    let loaded = load(names.map { Self.request($0, .rubric) }) { request in
      .replied(.read(Self.rubric(request.read.name)))
    }
    #expect(loaded.document.sources.sources.map(\.file) == names)
    #expect(loaded.diagnostics.map(\.message) == names)
    #expect(!loaded.hasFailed)
  }

  @Test func aWorkerIsToldItsLimits() {
    let loaded = load([Self.request("a", .rubric)]) { request in
      .notStarted("\(request.limits.memoryBytes >> 20) MiB, \(request.limits.seconds) s")
    }
    #expect(loaded.diagnostics.first?.message.hasSuffix(": 256 MiB, 7 s") == true)
  }

  /// The copy of a process has but one of its threads, and would wait for what the others hold.
  @Test func aProcessWithThreadsForksNoWorker() {
    let loaded = InputLoader(workers: .forking, limits: .standard).load([Self.request("a", .rubric)]
    )
    #expect(loaded.diagnostics.map(\.code) == ["D104"])
  }
}
