internal import Backend
internal import Frontend
package import IR
internal import Passes

/// What a compilation may touch besides its options: everything that has an effect.
package struct CompilationEnvironment: Sendable {
  package var workers: WorkerPool
  package var interruption: Interruption
  /// Told what is being done, for progress on a terminal.
  package var progress: @Sendable (String) -> Void
  /// Seconds of a steady clock, for `--time-passes` only.
  package var clock: @Sendable () -> Double
  /// Seconds of processor time of the workers that have ended, for `--time-passes` only.
  package var workerTime: @Sendable () -> Double
  /// Where `--print-after` goes.
  package var printIR: @Sendable ([UInt8]) throws(DiskTree.WriteError) -> Void

  package init(
    workers: WorkerPool, interruption: Interruption = Interruption(),
    progress: @escaping @Sendable (String) -> Void = { _ in },
    clock: @escaping @Sendable () -> Double = { 0 },
    workerTime: @escaping @Sendable () -> Double = { 0 },
    printIR: @escaping @Sendable ([UInt8]) throws(DiskTree.WriteError) -> Void = { _ in }
  ) {
    self.workers = workers
    self.interruption = interruption
    self.progress = progress
    self.clock = clock
    self.workerTime = workerTime
    self.printIR = printIR
  }
}

/// One compilation, from inputs to a published artifact.
package struct Compilation: Sendable {
  let options: CompileOptions
  let environment: CompilationEnvironment
  private let context: PassContext

  package init(_ options: CompileOptions, environment: CompilationEnvironment) {
    self.options = options
    self.environment = environment
    context = PassContext(
      model: options.model?.languageModel(environment.interruption),
      requiresModel: options.requiresModel)
  }

  package struct Outcome: Sendable {
    package var status: ExitStatus
    package var diagnostics: [Diagnostic] = []
    /// Findings of Level 1 that are left.
    package var findings: [Diagnostic] = []
    package var summary: Summary? = nil
    package var timings: [Timing] = []

    /// How a command ends that could not use all of what it was given.
    package func status(after planning: [Diagnostic]) -> ExitStatus {
      !planning.isEmpty && status.rawValue <= 1 ? .unreadableInput : status
    }
  }

  package struct Timing: Sendable {
    package let name: String
    package let seconds: Double

    /// For people: the name and milliseconds.
    package var line: String {
      let tenths = Int((seconds * 10_000).rounded())
      let gap = String(repeating: " ", count: max(1, 22 - name.utf8.count))
      return "\(name)\(gap)\(tenths / 10).\(tenths % 10) ms"
    }
  }

  /// Ends a compilation early.
  fileprivate struct Stop: Error {
    let status: ExitStatus
    let diagnostics: [Diagnostic]
  }

  /// What the inputs say, or why there is nothing to compile.
  package struct Facts: Sendable {
    fileprivate var document: Document?
    fileprivate var outcome: Outcome
  }

  /// Reads the inputs. Nothing is awaited, so that the process still has the one thread that
  /// `WorkerPool.forking` needs.
  package func facts() -> Facts {
    var facts = Facts(document: nil, outcome: Outcome(status: .clean))
    do {
      try checkTarget()
      facts.document = try withLibrary(try document(&facts.outcome))
    } catch {
      facts.outcome.end(error)
    }
    return facts
  }

  /// Compiles facts and publishes the artifact.
  package func run(_ facts: Facts) async -> Outcome {
    var outcome = facts.outcome
    guard let document = facts.document else { return outcome }
    do {
      let passed = try await passed(document, &outcome)
      let repaired = try await repair(passed, &outcome)
      try write(repaired, &outcome)
    } catch {
      outcome.end(error)
    }
    return outcome
  }

  /// Nothing is read before it is known that the result has a place.
  private func checkTarget() throws {
    guard options.output.isEmpty || DiskTree.target(options.output) != .somethingElse else {
      throw Stop(status: .cannotWrite, diagnostics: [.notAnArtifact(options.output)])
    }
    // It would go with the artifact that is replaced.
    if let path = options.emitIR, !options.output.isEmpty, DiskTree.holds(options.output, path) {
      throw Stop(
        status: .cannotWrite, diagnostics: [.cannotWrite(path, "the artifact is to stand there")])
    }
  }

  // MARK: Facts

  private func document(_ outcome: inout Outcome) throws -> Document {
    if let path = options.fromIR { return try read(path) }
    let start = environment.clock()
    let phase = "reading \(options.inputs.map(\.name).joined(separator: ", "))"
    let loaded = InputLoader(workers: environment.workers, limits: options.limits).load(
      options.inputs, tick: { environment.progress(phase) })
    outcome.timings.append(Timing(name: "inputs", seconds: environment.clock() - start))
    outcome.timings.append(Timing(name: "inputs (cores)", seconds: environment.workerTime()))
    outcome.diagnostics += loaded.diagnostics
    let isScanned = loaded.document.inputs.paper?.isScanned == true
    if loaded.hasFailed || isScanned { outcome.status = .unreadableInput }
    let readable = loaded.document.sources.sources.count - (isScanned ? 1 : 0)
    guard readable > 0 else { throw Stop(status: .unreadableInput, diagnostics: []) }
    return loaded.document
  }

  /// The document with what earlier artifacts say.
  private func withLibrary(_ document: Document) throws -> Document {
    guard let path = options.library else { return document }
    environment.progress("reading \(path)")
    guard let library = ArtifactLibrary.read(path) else {
      let problem = Diagnostic.cannotRead(path, "no directory, or no permission")
      throw Stop(status: .unreadableInput, diagnostics: [problem])
    }
    var document = document
    document.inputs.library = library
    return document
  }

  private func read(_ path: String) throws -> Document {
    do throws(FrontendError) {
      return try IRFile.document(at: path)
    } catch {
      throw Stop(status: .unreadableInput, diagnostics: [error.diagnostic])
    }
  }

  // MARK: Knowledge

  private func passed(_ document: Document, _ outcome: inout Outcome) async throws -> Document {
    // Knowledge that came with an IR file is derived anew: passes are pure.
    var timings: [Timing] = []
    var problems: [Diagnostic] = []
    var last = environment.clock()
    do {
      let result = try await PassManager().run(document, in: context) { pass, document in
        timings.append(Timing(name: pass.id.name, seconds: environment.clock() - last))
        environment.progress(pass.id.name)
        if options.printAfter.contains(pass.id.name) {
          try environment.printIR(try DocumentText.encode(document))
        }
        if options.verifyEach {
          problems += DocumentVerifier.problems(in: document).map {
            .unsoundDocument(after: pass.id.name, $0)
          }
        }
        last = environment.clock()
      }
      outcome.timings += timings
      outcome.diagnostics += result.diagnostics
      guard problems.isEmpty else { throw Stop(status: .internalError, diagnostics: problems) }
      return result.value
    } catch let error as DiskTree.WriteError {
      throw Stop(status: .cannotWrite, diagnostics: [.cannotWrite(error.path, error.reason)])
    } catch let error as PassError {
      throw Stop(
        status: .modelFailed, diagnostics: [.passFailed("\(error.pass.name): \(error.message)")])
    }
  }

  private func repair(_ document: Document, _ outcome: inout Outcome) async throws
    -> RepairLoop.Outcome
  {
    let start = environment.clock()
    environment.progress("verifying")
    // Without screenshots there are no pictures to ask for.
    let waived: Set<DiagnosticCode> = document.hasPictures ? [] : ["ARA614", "ARA615"]
    let loop = RepairLoop(
      passes: PassManager(), context: context, profile: options.profile, waived: waived)
    let repaired = try await loop.run(document)
    outcome.timings.append(Timing(name: "emit and verify", seconds: environment.clock() - start))
    // A round runs passes again: what was said of the first run is not said twice.
    outcome.diagnostics += repaired.diagnostics.filter { !outcome.diagnostics.contains($0) }
    outcome.findings = repaired.verdict.findings
    return repaired
  }

  // MARK: Output

  private func write(_ result: RepairLoop.Outcome, _ outcome: inout Outcome) throws {
    let text = options.emitIR == nil ? [] : try DocumentText.encode(result.document)
    do throws(DiskTree.WriteError) {
      if let path = options.emitIR {
        try DiskTree.write(text, to: path, environment.interruption)
      }
      if !options.output.isEmpty {
        environment.progress("writing \(options.output)")
        try DiskTree.publish(result.tree, at: options.output, environment.interruption)
      }
    } catch {
      throw Stop(status: .cannotWrite, diagnostics: [.cannotWrite(error.path, error.reason)])
    }
    outcome.summary = Summary(output: options.output, profile: options.profile, result: result)
    if outcome.status == .clean, !result.verdict.passes { outcome.status = .findings }
  }
}

extension Compilation.Outcome {
  fileprivate mutating func end(_ error: any Error) {
    guard let stop = error as? Compilation.Stop else {
      status = .internalError
      diagnostics.append(.passFailed("\(error)"))
      return
    }
    status = stop.status
    // They speak of an artifact that is nowhere.
    findings = []
    diagnostics += stop.diagnostics
  }
}

extension Document {
  /// Whether some picture was drawn, or there is nothing to draw.
  fileprivate var hasPictures: Bool {
    guard let paper = inputs.paper else { return true }
    let exhibits = paper.tables + paper.figures
    return exhibits.isEmpty || exhibits.contains { $0.picture != nil }
  }
}
