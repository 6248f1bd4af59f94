internal import IR

/// Attempts and result values of run logs (`spec/ara-format.md`, 7.5 and 9).
struct ResultsEmitter: Emitter {
  /// Pointers to more runs of one log than this are only counted.
  private static let mostPointers = 500

  func emit(into artifact: inout ArtifactWriter) {
    for filed in artifact.document.evidence.results {
      guard let log = artifact.document.inputs.logs.first(where: { $0.source == filed.log }) else {
        continue
      }
      switch filed.contents {
      case .attempts where log.form == .session:
        RunRecords(log: log, filed: filed).write(into: &artifact)
      case .attempts: writeAttempts(log, filed, into: &artifact)
      case .values: writeValues(log, filed, into: &artifact)
      case .runs, .failures: RunRecords(log: log, filed: filed).write(into: &artifact)
      }
    }
    writePointers(into: &artifact)
  }

  private func writeAttempts(
    _ log: RunLog, _ filed: FiledResults, into artifact: inout ArtifactWriter
  ) {
    let sources = artifact.document.sources
    var file = artifact.file(filed.path)
    file.line("# MALT attempts")
    file.field(
      "Source",
      "\(words: log.form.rawValue), file \(code: sources[log.source]?.file ?? log.source.name)")
    file.field("Caption", "Scored attempts of all runs.")
    file.field("Screenshot", "none (text source)")
    file.field("Extraction type", "text_sourced")
    file.blank()
    let attempts = log.runs.flatMap { run in run.attempts.map { (run, $0) } }
    let isHidden = attempts.allSatisfy { $0.1.status == .hidden || $0.1.score == nil }
    let metric = attempts.lazy.compactMap { $0.1.metrics.first }.first
    var header: [Line] = ["run_id", "model", "attempt", "approach"]
    if !isHidden { header.append("score") }
    if let metric { header.append("\(Grounded(metric.name, metric.value.spans))") }
    header.append("status")
    let rows = attempts.map { run, attempt in
      row(run, attempt, isHidden: isHidden, metric: metric?.name, sources)
    }
    file.table([header] + rows)
    artifact.add(file, .evidence, "Scored attempts of all runs")
  }

  private func row(
    _ run: Run, _ attempt: Attempt, isHidden: Bool, metric: String?, _ sources: SourceMap
  ) -> [Line] {
    let place = [attempt.approach ?? attempt.failure ?? attempt.score?.spans.first ?? run.question]
      .compactMap { $0 }
    var cells: [Line] = [
      "\(Grounded(run.id, place))", "\(Grounded(run.model ?? "", place))",
      "\(Grounded(attempt.label, place, .computed("count of results")))",
      attempt.approach.map { "\(Self.short($0, sources))" } ?? "",
    ]
    if !isHidden { cells.append(attempt.score.map { "\($0)" } ?? "null") }
    if let metric {
      cells.append(attempt.metrics.first { $0.name == metric }.map { "\($0.value)" } ?? "")
    }
    cells.append("\(words: attempt.statusWords)")
    return cells
  }

  private static func short(_ span: SourceSpan, _ sources: SourceMap) -> Grounded<String> {
    let line = Escape.oneLine(sources.text(of: span))
    return Grounded(
      String(line.prefix(160)).trimmed(of: " "), [span],
      line.count > 160 ? .computed("first words") : nil)
  }

  private func writeValues(
    _ log: RunLog, _ filed: FiledResults, into artifact: inout ArtifactWriter
  ) {
    let sources = artifact.document.sources
    let node = artifact.document.trace.root(of: log)
    var file = artifact.file(filed.path)
    file.line("# \(words: node.map { "\($0.id): " } ?? "")Values of the result files")
    file.field(
      "Source", "Result files of \(code: sources[log.source]?.file ?? log.source.name)")
    file.field("Trace node", "\(words: node.map(\.id.description) ?? Phrase.notSpecified)")
    file.field("Claim", "\(words: Phrase.notSpecified)")
    file.blank()
    let rows: [[Line]] = log.runs.flatMap { run in
      run.results.map { result in
        let run = Grounded(result.run, result.value.spans)
        return [
          "\(code: run)", "\(Grounded(result.dataset, result.value.spans))",
          "\(Grounded(result.metric, result.value.spans))",
          "\(result.value)", "\(code: run)",
        ]
      }
    }
    file.table([["run_id", "dataset", "metric", "value", "export_id"]] + rows)
    artifact.add(file, .evidence, "Values of the result files of a run folder")
  }

  /// `evidence/logs/log_pointers.md`: where the runs are, not what they say.
  private func writePointers(into artifact: inout ArtifactWriter) {
    let document = artifact.document
    guard !document.inputs.logs.isEmpty else { return }
    var file = artifact.file("evidence/logs/log_pointers.md")
    file.line("# Log pointers")
    for log in document.inputs.logs {
      let node = document.trace.root(of: log)
      file.blank()
      file.line("## \(words: node.map { "\($0.id): " } ?? "")\(words: log.form.rawValue)")
      let name = document.sources[log.source]?.file ?? log.source.name
      for run in log.runs.prefix(Self.mostPointers) {
        let model: Line = run.model.map { "\(Grounded($0, run.place))" } ?? "model not named"
        file.line("- \(code: Grounded("\(name)#\(run.id)", run.place)) — \(model)")
      }
      let rest = log.runs.dropFirst(Self.mostPointers)
      if !rest.isEmpty {
        let place = rest.first?.place ?? []
        let count = Grounded(String(rest.count), place, .computed("count of runs"))
        file.line("- \(count) more runs")
      }
    }
    artifact.add(file, .evidence, "Pointers to runs")
  }
}

extension Attempt {
  /// The status cell of the table of attempts (`spec/logs-and-rubrics.md`, section 11).
  var statusWords: String {
    switch status {
    case .valid: "valid"
    case .hidden: "submitted"
    case .invalid:
      cause.map { "invalid (\($0.classedWords))" } ?? "invalid"
    }
  }
}

extension Run {
  /// Where the log first says something of the run; what names the run has no span of its own.
  var place: [SourceSpan] {
    let first = attempts.first
    let span =
      question ?? first?.approach ?? first?.failure ?? first?.score?.spans.first
      ?? results.first?.value.spans.first
    return [span].compactMap(\.self)
  }
}
