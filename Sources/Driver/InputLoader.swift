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
  }

  func load(_ requests: [ReadRequest], tick: () -> Void = {}) -> Loaded {
    // At most one input is a repository, and so a bundle.
    let scratch = requests.contains { $0.isBundle } ? Scratch() : nil
    defer { scratch?.remove() }
    let requests = requests.map { request in
      var request = request
      if request.isBundle { request.scratch = scratch?.path }
      return WorkerRequest(read: request, limits: limits)
    }
    let outcomes = workers(requests, tick: tick)
    var loaded = Loaded(
      document: Document(sources: SourceMap(), inputs: Inputs()), diagnostics: [], hasFailed: false)
    for (request, outcome) in zip(requests, outcomes) {
      switch outcome.reply(to: request) {
      case .success(.read(let input)):
        loaded.document.sources.append(input.source)
        loaded.document.inputs.add(input.facts)
        loaded.diagnostics += input.diagnostics
      case .success:
        loaded.diagnostics.append(.workerGarbled(request.read.name))
        loaded.hasFailed = true
      case .failure(let failure):
        loaded.diagnostics.append(failure.diagnostic)
        loaded.hasFailed = true
      }
    }
    return loaded
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
