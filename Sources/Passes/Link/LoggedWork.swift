internal import IR

/// What run logs say of the work as a whole where no paper does: the question that they were to
/// answer, the year in which they ran, and what they hold.
struct LoggedWork {
  let logs: [RunLog]
  let trace: Trace

  var manifest: Manifest {
    Manifest(
      title: Stated(question?.title, else: .notAvailable), year: Stated(year, else: .notAvailable),
      venue: .notAvailable, doi: .notAvailable, domain: .notAvailable, abstract: .notAvailable,
      overview: logs.compactMap(overview))
  }

  private var question: TraceNode? {
    trace.roots.first { node in
      if case .question = node.kind { true } else { false }
    }
  }

  /// Of the newest run.
  private var year: Grounded<Int>? {
    logs.flatMap(\.runs).compactMap { run in
      run.year.flatMap { year in Int(year.value).map { Grounded($0, year.spans, .inferred) } }
    }.max { $0.value < $1.value }
  }

  private func overview(_ log: RunLog) -> Grounded<String>? {
    let place = log.runs.lazy.compactMap { run in
      run.question ?? run.attempts.lazy.compactMap { $0.approach ?? $0.failure }.first
    }.first
    guard let place else { return nil }
    let attempts = log.runs.flatMap(\.attempts)
    let valid = attempts.count { $0.status == .valid }
    let failed = attempts.filter { $0.status == .invalid }
    func failures(_ kind: FailureCause.Kind) -> Int { failed.count { $0.cause?.kind == kind } }
    let (infrastructure, slips) = (failures(.infrastructure), failures(.implementation))
    let models = log.runs.compactMap(\.model).distinct
    let withheld = log.runs.reduce(0) { $0 + $1.withheld.count }
    var sentences = [
      "Compiled from run logs alone (\(log.form.rawValue), runs: \(log.runs.count)"
        + "\(models.isEmpty ? "" : "; models: \(models.commaSeparated)")).",
      "Attempts: \(attempts.count), of which valid: \(valid), failed in the research: "
        + "\(failed.count - infrastructure - slips), failed in the infrastructure: "
        + "\(infrastructure)\(slips > 0 ? ", failed by slips in the program: \(slips)" : "").",
    ]
    if withheld > 0 { sentences.append("Left out as better than the reference: \(withheld).") }
    return Grounded(sentences.joined(separator: " "), [place], .computed("count of runs"))
  }
}
