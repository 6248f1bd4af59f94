internal import Frontend
internal import IR

/// Reads every input, in parallel, and puts the facts together in the order given.
struct InputLoader: Sendable {
  let workers: WorkerPool
  let limits: InputLimits

  struct Loaded: Sendable {
    var document: Document
    var diagnostics: [Diagnostic]
    /// Whether an input gave nothing.
    var hasFailed: Bool
    var drawings: [PageDrawing] = []
  }

  func load(_ requests: [ReadRequest], tick: () -> Void = {}) -> Loaded {
    let outcomes = workers(
      requests.map { WorkerRequest(read: $0, limits: limits) }, tick: tick)
    var loaded = Loaded(
      document: Document(sources: SourceMap(), inputs: Inputs()), diagnostics: [], hasFailed: false)
    for (request, outcome) in zip(requests, outcomes) {
      add(outcome, request, to: &loaded)
    }
    return loaded
  }

  private func add(_ outcome: WorkerPool.Outcome, _ request: ReadRequest, to loaded: inout Loaded) {
    switch outcome {
    case .replied(.read(let input)):
      loaded.document.sources.append(input.source)
      loaded.document.inputs.add(input.facts)
      loaded.diagnostics += input.diagnostics
      loaded.drawings += input.drawings
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
