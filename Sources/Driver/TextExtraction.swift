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

  /// What the paper says, or why there is nothing to print.
  package struct Facts: Sendable {
    fileprivate var paper: Paper?
    fileprivate var sources = SourceMap()
    fileprivate var drawings: [PageDrawing] = []
    fileprivate var outcome = Outcome(status: .clean, diagnostics: [])
  }

  /// Reads the paper. Nothing is awaited, so that the process still has the one thread that
  /// `WorkerPool.forking` needs.
  package func facts() -> Facts {
    var facts = Facts()
    if let problem = targetProblem() {
      facts.outcome = Outcome(status: .cannotWrite, diagnostics: [problem])
      return facts
    }
    switch request() {
    case .failure(let failure):
      facts.outcome = Outcome(status: failure.status, diagnostics: failure.diagnostics)
    case .success(let request):
      let loaded = InputLoader(workers: environment.workers, limits: options.limits).load(
        [request], tick: { environment.progress("reading \(options.input)") })
      facts.outcome.diagnostics = loaded.diagnostics
      facts.paper = loaded.document.inputs.paper.flatMap { $0.isScanned ? nil : $0 }
      facts.sources = loaded.document.sources
      facts.drawings = loaded.drawings
      if facts.paper == nil { facts.outcome.status = .unreadableInput }
    }
    return facts
  }

  /// Writes what was asked for, the text last: it points at the other files.
  package func run(_ facts: Facts) -> Outcome {
    var outcome = facts.outcome
    guard let paper = facts.paper else { return outcome }
    if let note = Diagnostic.setApart(options.input, paper.leftOut) {
      outcome.diagnostics.append(note)
    }
    do throws(DiskTree.WriteError) {
      if let folder = options.layout {
        try DiskTree.publish(
          LayoutPages.tree(facts.drawings), at: folder, of: .layout, environment.interruption)
      }
      let assets = options.assets.map { folder in
        PaperAssets(paper, facts.sources, folder: DiskTree.relative(folder, to: textFolder))
      }
      if let folder = options.assets, let assets {
        try DiskTree.publish(assets.tree, at: folder, of: .assets, environment.interruption)
      }
      let text = Array(PaperMarkdown.text(paper, facts.sources, assets: assets).utf8)
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

  private func request() -> Result<ReadRequest, InputPlan.Failure> {
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
      return .success(request)
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
