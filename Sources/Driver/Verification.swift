package import Backend
internal import Frontend
package import IR
internal import Passes

/// What `arac verify` was asked to do, validated.
package struct VerifyOptions: Sendable {
  package var artifacts: [String]
  package var profile: Profile = .superset
  /// Whether warnings make an artifact fail.
  package var isStrict = false
  /// Whether mechanical fix-its are made.
  package var fixes = false
  /// What the artifacts were made from.
  package var sources: [String] = []
  package var limits = InputLimits.standard

  package init(artifacts: [String]) { self.artifacts = artifacts }
}

/// Verifies artifacts that stand on disk, one after the other: no more than one is in memory.
package struct Verification: Sendable {
  /// What there is to say of one artifact.
  package struct Report: Sendable {
    package var status = ExitStatus.clean
    package var diagnostics: [Diagnostic] = []
    package var findings: [Diagnostic] = []
    /// One line that sums it up; nil for what could not be read.
    package var summary: String? = nil
  }

  /// The inputs that were named, as far as they could be read.
  package struct Sources: Sendable {
    fileprivate var document: Document?
    package fileprivate(set) var report = Report()
  }

  private let options: VerifyOptions
  private let interruption: Interruption

  package init(_ options: VerifyOptions, interruption: Interruption) {
    self.options = options
    self.interruption = interruption
  }

  /// Reads the sources. Nothing is awaited, as `WorkerPool.forking` needs it.
  package func sources(_ workers: WorkerPool) -> Sources {
    var sources = Sources()
    guard !options.sources.isEmpty else { return sources }
    switch InputPlan.requests(
      options.sources, rubrics: [], logs: [], pictures: false, password: nil, fromIR: false)
    {
    case .failure(let failure):
      sources.report = Report(status: failure.status, diagnostics: failure.diagnostics)
    case .success(let plan):
      let loaded = InputLoader(workers: workers, limits: options.limits).load(plan.requests)
      sources.document = loaded.document
      sources.report.diagnostics = plan.diagnostics + loaded.diagnostics
      let isWhole = plan.diagnostics.isEmpty && !loaded.hasFailed
      sources.report.status = isWhole ? .clean : .unreadableInput
    }
    return sources
  }

  /// Derives what checks want to know of the sources besides their words.
  package func derived(_ sources: Sources) async -> Sources {
    guard let document = sources.document else { return sources }
    var sources = sources
    do {
      sources.document = try await PassManager().run(document, in: PassContext()).value
    } catch {
      // What was read is compared all the same, with fewer checks.
      sources.report.diagnostics.append(.passFailed("\(error)"))
      sources.report.status = .internalError
    }
    return sources
  }

  /// Verifies each artifact, and reports of each as soon as it is done.
  package func run(against sources: Sources, _ say: (Report, String) -> Void) -> ExitStatus {
    FreedMemory.part()
    var status = sources.report.status
    for path in options.artifacts {
      let report = report(on: path, against: sources.document)
      say(report, path)
      if report.status.outranks(status) { status = report.status }
    }
    return status
  }

  private func report(on path: String, against document: Document?) -> Report {
    guard let tree = DiskTree.load(path) else {
      return .unreadable(.cannotRead(path, "no directory, or no permission"))
    }
    guard tree.filePaths.contains(where: { $0 == "PAPER.md" || $0.hasPrefix("logic/") }) else {
      return .unreadable(.noArtifact(path))
    }
    let atHand = document.map(InputsAtHand.named) ?? .none
    let verifier = Verifier(profile: options.profile, hurried: true)
    let verify = { @Sendable (tree: ArtifactTree) in verifier.verify(tree, atHand) }
    guard options.fixes else { return report(verify(tree), on: path) }
    let outcome = Fixer(verifying: verify).fix(tree)
    do throws(DiskTree.WriteError) {
      if outcome.tree != tree {
        try DiskTree.update(path, from: tree, to: outcome.tree, interruption)
      }
    } catch {
      var report = report(verify(tree), on: path)
      report.status = .cannotWrite
      report.diagnostics = [.cannotWrite(error.path, error.reason)]
      return report
    }
    return report(outcome.verdict, fixed: outcome.fixed, on: path)
  }

  private func report(_ verdict: Verdict, fixed: [Diagnostic] = [], on path: String) -> Report {
    let passes = options.isStrict ? verdict.passesStrictly : verdict.passes
    var report = Report(status: passes ? .clean : .findings)
    report.diagnostics = fixed.map { .fixed($0, in: path) }
    report.findings = verdict.findings
    let words = Self.words(verdict) + (fixed.isEmpty ? "" : ", \(fixed.count) fixed")
    report.summary = "\(path): \(words) in profile \(options.profile.rawValue)"
    return report
  }

  private static func words(_ verdict: Verdict) -> String {
    let errors = verdict.findings.count { $0.severity == .error }
    let warnings = verdict.findings.count { $0.severity == .warning }
    return errors + warnings == 0 ? "clean" : "\(errors) errors, \(warnings) warnings"
  }
}

extension Verification.Report {
  fileprivate static func unreadable(_ diagnostic: Diagnostic) -> Self {
    Self(status: .unreadableInput, diagnostics: [diagnostic])
  }
}

extension ExitStatus {
  /// What could not be written or read says more than what was found.
  fileprivate func outranks(_ other: ExitStatus) -> Bool { rawValue > other.rawValue }
}
