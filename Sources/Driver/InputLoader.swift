internal import FoundationEssentials
internal import Frontend
internal import Glibc
internal import IR
internal import Subprocess
internal import SystemPackage

/// Runs workers: one process per input.
package struct WorkerPool: Sendable {
  /// How a worker ended.
  package enum Outcome: Sendable {
    case replied(WorkerReply)
    case crashed(signal: Int32)
    case timedOut(seconds: Int)
    case garbled
    case notStarted(String)
  }

  private let run: @Sendable (WorkerRequest) async -> Outcome

  package init(run: @escaping @Sendable (WorkerRequest) async -> Outcome) { self.run = run }

  package func callAsFunction(_ request: WorkerRequest) async -> Outcome { await run(request) }

  /// Workers of the same binary as this process.
  package static func live(
    executable: String = "/proc/self/exe", arguments: [String] = ["read-input"]
  ) -> WorkerPool {
    WorkerPool { request in
      await withTaskGroup(of: Outcome.self) { group in
        group.addTask { await start(request, executable, arguments) }
        group.addTask {
          try? await Task.sleep(for: .seconds(request.limits.seconds))
          return .timedOut(seconds: request.limits.seconds)
        }
        let first = await group.next() ?? .garbled
        group.cancelAll()
        return first
      }
    }
  }

  /// In this process: for tests of what comes after.
  package static let inProcess = WorkerPool { request in .replied(Worker.answer(request.read)) }

  private static let outputLimit = 1 << 30

  private static func start(_ request: WorkerRequest, _ executable: String, _ arguments: [String])
    async -> Outcome
  {
    guard let input = try? JSONEncoder().encode(request) else { return .garbled }
    do {
      let result = try await Subprocess.run(
        .path(FilePath(executable)), arguments: Arguments(arguments),
        environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]),
        input: RequestInput(bytes: Array(input)), output: .bytes(limit: outputLimit),
        error: .discarded)
      if case .signaled(let signal) = result.terminationStatus {
        return signal == SIGXCPU
          ? .timedOut(seconds: request.limits.seconds) : .crashed(signal: signal)
      }
      guard
        let reply = try? JSONDecoder().decode(WorkerReply.self, from: Data(result.standardOutput))
      else {
        return .garbled
      }
      return .replied(reply)
    } catch {
      return .notStarted("\(error)")
    }
  }
}

/// Reads every input, in parallel, and puts the facts together in the order given.
struct InputLoader: Sendable {
  let workers: WorkerPool
  let limits: InputLimits

  struct Loaded: Sendable {
    var document: Document
    var diagnostics: [Diagnostic]
    /// Whether an input gave nothing.
    var hasFailed: Bool
  }

  func load(_ requests: [ReadRequest]) async -> Loaded {
    let outcomes = await withTaskGroup(of: (Int, WorkerPool.Outcome).self) { group in
      for (index, request) in requests.enumerated() {
        group.addTask { (index, await workers(WorkerRequest(read: request, limits: limits))) }
      }
      var outcomes = [WorkerPool.Outcome?](repeating: nil, count: requests.count)
      for await (index, outcome) in group { outcomes[index] = outcome }
      return outcomes
    }
    var loaded = Loaded(
      document: Document(sources: SourceMap(), inputs: Inputs()), diagnostics: [], hasFailed: false)
    for (request, outcome) in zip(requests, outcomes) {
      add(outcome ?? .garbled, request, to: &loaded)
    }
    return loaded
  }

  private func add(_ outcome: WorkerPool.Outcome, _ request: ReadRequest, to loaded: inout Loaded) {
    switch outcome {
    case .replied(.read(let input)):
      loaded.document.sources.append(input.source)
      loaded.document.inputs.add(input.facts)
      loaded.diagnostics += input.diagnostics
    case .replied(.failed(let diagnostic)):
      loaded.diagnostics.append(diagnostic)
      loaded.hasFailed = true
    case .crashed(let signal):
      loaded.diagnostics.append(
        .workerCrashed(request.name, signal, memoryBytes: limits.memoryBytes))
      loaded.hasFailed = true
    case .timedOut(let seconds):
      loaded.diagnostics.append(.workerTimedOut(request.name, seconds))
      loaded.hasFailed = true
    case .garbled:
      loaded.diagnostics.append(.workerGarbled(request.name))
      loaded.hasFailed = true
    case .notStarted(let reason):
      loaded.diagnostics.append(.workerNotStarted(request.name, reason))
      loaded.hasFailed = true
    }
  }
}

extension Inputs {
  fileprivate mutating func add(_ facts: InputFacts) {
    switch facts {
    case .paper(let paper): self.paper = paper
    case .repository(let repository): self.repository = repository
    case .rubric(let rubric): self.rubric = rubric
    case .log(let log): logs.append(log)
    }
  }
}
