internal import Backend
internal import Frontend
package import IR

/// What `arac text` was asked to do.
package struct TextOptions: Sendable {
  /// Path of the paper, as the user named it.
  package var input: String
  /// Where the text is written; nil for standard output.
  package var output: String? = nil
  /// Where pictures and tables are written; nil for none.
  package var assets: String? = nil
  /// Where the pages are drawn as they were read; nil for none.
  package var layout: String? = nil
  package var password: String? = nil
  package var limits = InputLimits.standard

  package init(input: String) { self.input = input }
}

/// Reads a paper and gives its text, without a pass or an artifact.
package struct TextExtraction: Sendable {
  private let options: TextOptions
  private let environment: CompilationEnvironment

  package init(_ options: TextOptions, environment: CompilationEnvironment) {
    self.options = options
    self.environment = environment
  }

  package struct Outcome: Sendable {
    package var status: ExitStatus
    package var diagnostics: [Diagnostic]
    /// What belongs on standard output.
    package var output: [UInt8] = []
  }

  /// What the paper gives, or why there is nothing to print.
  package struct Reading: Sendable {
    fileprivate var rendering: PaperRendering?
    fileprivate var outcome: Outcome
  }

  /// Reads the paper. Nothing is awaited, so that the process still has the one thread that
  /// `WorkerPool.forking` needs.
  package func read() -> Reading {
    if let problem = targetProblem() {
      return Reading(outcome: Outcome(status: .cannotWrite, diagnostics: [problem]))
    }
    switch request() {
    case .failure(let failure):
      return Reading(outcome: Outcome(status: failure.status, diagnostics: failure.diagnostics))
    case .success(let request):
      return read(request)
    }
  }

  private func read(_ request: WorkerRequest) -> Reading {
    let outcomes = environment.workers(
      [request], tick: { environment.progress("reading \(options.input)") })
    let unreadable = Outcome(status: .unreadableInput, diagnostics: [])
    var reading = Reading(outcome: unreadable)
    switch outcomes.first?.reply(to: request) {
    case .success(.rendered(let rendering)):
      reading.rendering = rendering
      reading.outcome.diagnostics = rendering.diagnostics
      if rendering.markdown != nil { reading.outcome.status = .clean }
    case .failure(let failure):
      reading.outcome.diagnostics = [failure.diagnostic]
    case .success, nil:
      reading.outcome.diagnostics = [.workerGarbled(options.input)]
    }
    return reading
  }

  /// Writes what was asked for, the text last: it points at the other files.
  package func write(_ reading: Reading) -> Outcome {
    var outcome = reading.outcome
    guard let rendering = reading.rendering, let markdown = rendering.markdown else {
      return outcome
    }
    do throws(DiskTree.WriteError) {
      if let folder = options.layout {
        let tree = ArtifactTree(rendering.layout, where: LayoutPages.isOwn)
        try DiskTree.publish(tree, at: folder, of: .layout, environment.interruption)
      }
      if let folder = options.assets {
        let tree = ArtifactTree(rendering.assets, where: PaperAssets.isOwn)
        try DiskTree.publish(tree, at: folder, of: .assets, environment.interruption)
      }
      let text = Array(markdown.utf8)
      if let path = options.output {
        try DiskTree.write(text, to: path, environment.interruption)
      } else {
        outcome.output = text
      }
    } catch {
      outcome.status = .cannotWrite
      outcome.diagnostics.append(.cannotWrite(error.path, error.reason))
    }
    return outcome
  }

  // MARK: Before reading

  private func request() -> Result<WorkerRequest, InputPlan.Failure> {
    let planned = InputPlan.requests(
      [options.input], rubrics: [], logs: [], pictures: options.assets != nil,
      password: options.password, fromIR: false)
    return planned.flatMap { plan in
      guard var request = plan.requests.first, request.kind == .pdf else {
        let kind = plan.requests.first?.kind ?? .pdf
        return .failure(
          InputPlan.Failure(status: .usage, diagnostics: [.noPaper(options.input, kind)]))
      }
      request.layout = options.layout != nil
      let assets = options.assets.map { DiskTree.relative($0, to: textFolder) }
      return .success(
        WorkerRequest(
          read: request, limits: options.limits, rendering: RenderingRequest(assets: assets)))
    }
  }

  /// What stands in the way of the results; nothing is read before it is known that they have a
  /// place.
  private func targetProblem() -> Diagnostic? {
    for (folder, owner) in [(options.assets, FolderOwner.assets), (options.layout, .layout)] {
      guard let folder else { continue }
      if DiskTree.target(folder, of: owner) == .somethingElse { return .holdsOtherFiles(folder) }
    }
    let folders = [options.assets, options.layout].compactMap(\.self)
    if folders.count == 2,
      DiskTree.holds(folders[0], folders[1]) || DiskTree.holds(folders[1], folders[0])
    {
      return .cannotWrite(folders[1], "other files are to stand there")
    }
    guard let output = options.output else { return nil }
    // It would go with the folder that is replaced.
    if folders.contains(where: { DiskTree.holds($0, output) }) {
      return .cannotWrite(output, "other files are to stand there")
    }
    return DiskTree.isSameFile(output, options.input)
      ? .cannotWrite(output, "it is the paper") : nil
  }

  /// The folder that links in the text start from.
  private var textFolder: String {
    guard let output = options.output else { return "." }
    return output + "/.."
  }
}
