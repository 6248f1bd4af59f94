internal import IR

/// One file of what a log tells of its runs: a row per run, per failure, or per program that a
/// coding agent ran (`spec/logs-and-rubrics.md`, sections 11 and 14).
struct RunRecords {
  let log: RunLog
  let filed: FiledResults

  func write(into artifact: inout ArtifactWriter) {
    switch filed.contents {
    case .runs: writeRuns(into: &artifact)
    case .failures: writeFailures(into: &artifact)
    case .attempts, .values: writePrograms(into: &artifact)
    }
  }

  private func name(_ artifact: ArtifactWriter) -> String {
    artifact.document.sources[log.source]?.file ?? log.source.name
  }

  // MARK: Runs

  private func writeRuns(into artifact: inout ArtifactWriter) {
    var file = artifact.file(filed.path)
    file.line("# Runs")
    file.field("Source", "\(words: log.form.rawValue), file \(code: name(artifact))")
    file.field("Caption", "Runs of the log, with the models that ran them.")
    file.field("Screenshot", "none (text source)")
    file.field("Extraction type", "text_sourced")
    file.blank()
    let header: [Line] = [
      "run_id", "task", "model", "messages", "attempts", "valid", "best kept score",
    ]
    file.table([header] + log.runs.map(row))
    artifact.add(file, .evidence, "\(words: filed.contents.words)")
  }

  private func row(_ run: Run) -> [Line] {
    func count(_ number: Int, of what: String) -> Line {
      "\(Grounded(String(number), run.place, .computed("count of \(what)")))"
    }
    return [
      "\(Grounded(run.id, run.place))", run.task.map { "\(Grounded($0, run.place))" } ?? "",
      run.model.map { "\(Grounded($0, run.place))" } ?? "",
      count(run.messages, of: "messages"), count(run.attempts.count, of: "attempts"),
      count(run.attempts.count { $0.status == .valid }, of: "valid attempts"),
      run.bestScore.map { "\($0)" } ?? "",
    ]
  }

  // MARK: Programs of a session

  private func writePrograms(into artifact: inout ArtifactWriter) {
    var file = artifact.file(filed.path)
    file.line("# Attempts of coding agents")
    file.field("Source", "\(words: log.form.rawValue), file \(code: name(artifact))")
    file.field(
      "Caption", "Programs that were run, what they printed, and what the agent said of it.")
    file.field("Screenshot", "none (text source)")
    file.field("Extraction type", "text_sourced")
    file.blank()
    let header: [Line] = [
      "run_id", "model", "attempt", "approach", "command", "files written", "printed values",
      "status", "outcome in the agent's words",
    ]
    let sources = artifact.document.sources
    let rows = log.runs.flatMap { run in run.attempts.map { row(run, $0, sources) } }
    file.table([header] + rows)
    artifact.add(file, .evidence, "\(words: filed.contents.words)")
  }

  private func row(_ run: Run, _ attempt: Attempt, _ sources: SourceMap) -> [Line] {
    let place = [attempt.command ?? attempt.approach ?? run.question].compactMap(\.self)
    func words(_ span: SourceSpan?) -> Line {
      guard let span else { return "" }
      let text = sources.text(of: span)
      let line = Escape.oneLine(text)
      return "\(Grounded(line, [span], line == text ? nil : .computed("on one line")))"
    }
    let values = attempt.metrics.map { metric -> Line in
      "\(Grounded(metric.name, metric.value.spans)) \(metric.value)"
    }
    return [
      "\(Grounded(run.id, place))", run.model.map { "\(Grounded($0, place))" } ?? "",
      "\(Grounded(attempt.label, place, .computed("count of results")))",
      words(attempt.approach), command(of: attempt, words(attempt.command)),
      Line.joined(attempt.files.map(words), ", "), Line.joined(values, "; "),
      "\(words: attempt.statusWords)", words(attempt.verdict),
    ]
  }

  /// What was typed, and of a loop the value that this pass had.
  private func command(of attempt: Attempt, _ typed: Line) -> Line {
    attempt.pass.map { Line.joined([typed, "(pass \($0.value))"], " ") } ?? typed
  }

  // MARK: Failures

  private func writeFailures(into artifact: inout ArtifactWriter) {
    let node = artifact.document.trace.root(of: log)
    var file = artifact.file(filed.path)
    file.line("# \(words: node.map { "\($0.id): " } ?? "")Failed attempts")
    file.field("Source", "\(words: log.form.rawValue), file \(code: name(artifact))")
    file.field("Trace node", "\(words: node.map(\.id.description) ?? Phrase.notSpecified)")
    file.field("Claim", "\(words: Phrase.notSpecified)")
    file.blank()
    let sources = artifact.document.sources
    let rows: [[Line]] = log.runs.flatMap { run in
      run.failures.compactMap { attempt in
        attempt.failure.map { row(run, attempt, $0, sources) }
      }
    }
    file.table([["run_id", "model", "attempt", "status", "what the log says", "export_id"]] + rows)
    artifact.add(file, .evidence, "\(words: filed.contents.words)")
  }

  private func row(_ run: Run, _ attempt: Attempt, _ failure: SourceSpan, _ sources: SourceMap)
    -> [Line]
  {
    let text = sources.text(of: failure)
    let line = Escape.oneLine(text)
    let label = attempt.label
    return [
      "\(Grounded(run.id, [failure]))", run.model.map { "\(Grounded($0, [failure]))" } ?? "",
      "\(Grounded(label, [failure], .computed("count of results")))",
      "\(words: attempt.statusWords)",
      "\(Grounded(line, [failure], line == text ? nil : .computed("on one line")))",
      "\(code: Grounded("\(run.id)#\(label)", [failure], .computed("run and attempt")))",
    ]
  }
}

extension Attempt {
  /// `3`, and `L1`, `R1`, `T1` for what a script, a review or a tool told and no scorer of the task.
  var label: String {
    switch origin {
    case .scorer, .launch, .command: "\(index)"
    case .script: "L\(index)"
    case .review: "R\(index)"
    case .tool: "T\(index)"
    }
  }
}

extension Run {
  /// The best score of an attempt that is told, where the direction of the scores is known.
  fileprivate var bestScore: Grounded<String>? {
    guard let scoring else { return nil }
    let scores = attempts.compactMap(\.score).filter { Double($0.value)?.isFinite ?? false }
    return scores.min { first, second in
      guard let one = Double(first.value), let other = Double(second.value) else { return false }
      return scoring.direction == .lower ? one < other : one > other
    }
  }
}

extension Trace {
  /// The question that a log was to answer.
  func root(of log: RunLog) -> TraceNode? {
    roots.first { $0.title.spans.contains { $0.source == log.source } }
  }
}
