internal import IR

/// Reads MALT logs in their three forms, row by row (`spec/logs-and-rubrics.md`, section 3).
struct MALTReader {
  private let file: InputFile
  private let request: ReadRequest
  private let shape: LogShape
  private var writer: RunWriter
  /// What the runs of each id said so far, to tell copies from namesakes.
  private var contents: [String: Set<UInt64>] = [:]
  /// Tasks whose attempts were held against no reference score.
  private var unfiltered: Set<String> = []

  init(_ file: InputFile, _ request: ReadRequest, shape: LogShape) {
    self.file = file
    self.request = request
    self.shape = shape
    writer = RunWriter(request.id)
  }

  consuming func read() -> LogFacts {
    var reader = self
    return reader.readRows()
  }

  private mutating func readRows() -> LogFacts {
    var rows = JSONRows(file, digests: true)
    while let place = rows.next() {
      if writer.isFull {
        writer.report(report(place, nil).full())
        break
      }
      var row = MALTRow()
      let duplicates = rows.cursor.duplicateKeys
      do throws(JSONFault) {
        try row.read(&rows.cursor)
        finish(row, place, duplicates: rows.cursor.duplicateKeys - duplicates)
      } catch {
        writer.report(report(place, row.run).brokenRow(error))
        rows.recover()
      }
    }
    if rows.isCut { writer.report(RunReport(file: request.name, line: nil, run: nil).openArray()) }
    return LogFacts(form: form, sha256: rows.cursor.finish() ?? "", writer: writer)
  }

  private var form: RunLog.Form {
    switch shape {
    case .maltGraph: .maltGraph
    case .maltMessages: .maltMessages
    default: .maltSamples
    }
  }

  private func report(_ place: JSONRows.Row, _ run: String?) -> RunReport {
    RunReport(file: request.name, line: place.line, run: run)
  }

  private mutating func finish(_ row: MALTRow, _ place: JSONRows.Row, duplicates: Int) {
    let report = report(place, row.run)
    guard row.shape == shape else {
      writer.report(report.otherKind(form))
      return
    }
    if duplicates > 0 { writer.report(report.duplicateKeys(duplicates)) }
    if row.run == nil { writer.report(report.namelessRun(place.number)) }
    let transcript = transcript(of: row, report)
    guard let label = label(of: row, place, transcript, report) else { return }
    append(row, label, transcript, RunReport(file: request.name, line: place.line, run: label))
  }

  /// The messages in order, with what there is to say of the order.
  private mutating func transcript(of row: MALTRow, _ report: RunReport) -> Transcript {
    switch shape {
    case .maltGraph:
      let order = GraphOrder(row)
      writer.reportEach(order.orphans, report.orphan)
      writer.reportEach(row.emptyNodes, report.emptyNode)
      writer.reportEach(order.cuts, report.cycle)
      writer.reportEach(order.conflicts, report.conflict)
      return Transcript(row.index, places: order.places, parents: order.parents, file: file)
    case .maltMessages:
      return Transcript(row.index, places: row.messages, file: file)
    default:
      let order = SampleOrder(row.samples, in: row.index)
      writer.reportEach(order.conflicts, report.conflict)
      return Transcript(row.index, places: order.places, file: file)
    }
  }

  /// The name of the run in places: its id, with a number from the second of that id on. Nil for
  /// a copy of an earlier run.
  private mutating func label(
    of row: MALTRow, _ place: JSONRows.Row, _ transcript: Transcript, _ report: RunReport
  ) -> String? {
    let id = row.run ?? "row-\(place.number)"
    var content = ContentHash()
    for ordinal in transcript.ordinals { content.mix(transcript.record(ordinal).hash) }
    let known = contents[id, default: []]
    if known.contains(content.value) {
      writer.report(report.copy())
      return nil
    }
    contents[id, default: []].insert(content.value)
    if known.isEmpty { return id }
    writer.report(report.namesake(known.count + 1))
    return "\(id)#\(known.count + 1)"
  }

  private mutating func append(
    _ row: MALTRow, _ label: String, _ transcript: Transcript, _ report: RunReport
  ) {
    transcript.run = label
    if transcript.ordinals.isEmpty { writer.report(report.emptyRun()) }
    if shape != .maltGraph, row.index.strays > 0 {
      writer.report(report.strayMessages(row.index.strays))
    }
    let scoring = request.scoring.scoring(of: row.task)
    let finder = AttemptFinder(
      transcript, hidesScores: scoring?.mode == .hidden, report: report)
    let telling = RunTelling(
      finder, transcript, keepsAll: request.scoring.keepsBeyondReference, scoring)
    var run = Run(
      id: label, task: row.task, model: row.model, messages: transcript.ordinals.count)
    if let question = transcript.question {
      let place = Place.message(run: label, ordinal: question.ordinal)
      run.question = writer.quote(question.text, at: place, report)
    }
    run.question =
      run.question
      ?? writer.question(named: row.task, run: label, file: request.baseName, report)
    run.scoring = scoring
    run.attempts = writer.attempts(telling.attempts, report)
    run.localChecks = writer.attempts(telling.localChecks, report)
    run.abandoned = writer.attempts(telling.abandoned, report)
    run.withheld = telling.withheld
    if !telling.withheld.isEmpty { writer.report(report.withheld(telling.withheld)) }
    reportUnfiltered(run, report)
    for diagnostic in finder.diagnostics { writer.report(diagnostic) }
    if shape == .maltMessages { writer.reportEach(transcript.cutMessages, report.cutMessage) }
    writer.reportTexts(of: transcript, report)
    writer.append(run)
  }
}

extension MALTReader {
  /// Said once for each task whose scores were held against nothing.
  private mutating func reportUnfiltered(_ run: Run, _ report: RunReport) {
    guard !request.scoring.keepsBeyondReference, run.attempts.contains(where: { $0.score != nil }),
      run.scoring?.reference == nil, unfiltered.insert(run.task ?? "").inserted
    else { return }
    writer.report(report.unfiltered(run.task))
  }
}

extension Transcript {
  /// Messages that the extract cut: exactly 2,000 characters and no end in sight.
  fileprivate var cutMessages: [Int] {
    ordinals.filter { ordinal in
      let record = record(ordinal)
      guard record.form == .text, (2000...24000).contains(record.content.count) else {
        return false
      }
      let text = text(ordinal)
      return text.unicodeScalars.count == 2000 && !".!?)]}\"'`".contains(text.last ?? ".")
    }
  }
}

extension RunReport {
  fileprivate func otherKind(_ form: RunLog.Form) -> Diagnostic {
    diagnostic(
      "F407", .warning,
      "the row is left out: it is not of the kind of the first row (\(form.rawValue))")
  }

  fileprivate func duplicateKeys(_ count: Int) -> Diagnostic {
    diagnostic(
      "F408", .note, "\(count) keys stand twice in their objects; the last of each was taken")
  }

  fileprivate func namelessRun(_ number: Int) -> Diagnostic {
    diagnostic("F409", .warning, "the row has no 'run_id'; it is called row-\(number)")
  }

  fileprivate func copy() -> Diagnostic {
    diagnostic("F410", .note, "the row repeats an earlier row with the same content; it is dropped")
  }

  fileprivate func namesake(_ number: Int) -> Diagnostic {
    diagnostic(
      "F411", .warning, "an earlier row has the same id and other content; this one is #\(number)")
  }

  fileprivate func emptyRun() -> Diagnostic {
    diagnostic("F412", .warning, "the run has no messages")
  }

  fileprivate func strayMessages(_ count: Int) -> Diagnostic {
    diagnostic("F413", .warning, "\(count) entries of the message lists are no messages")
  }

  fileprivate func emptyNode(_ node: Int?) -> Diagnostic {
    diagnostic("F413", .warning, "\(Self.name(node)) has no message; it is skipped")
  }

  fileprivate func orphan(_ node: Int) -> Diagnostic {
    diagnostic("F414", .warning, "the parent of node \(node) is not in the row; the node is kept")
  }

  fileprivate func cycle(_ node: Int) -> Diagnostic {
    diagnostic("F422", .warning, "the parents of nodes form a circle; it is cut at node \(node)")
  }

  fileprivate func conflict(_ node: Int) -> Diagnostic {
    diagnostic(
      "F423", .warning,
      "node \(node) stands more than once with different content; the first is kept")
  }

  /// The count and the reasons, for who audits them; no score.
  fileprivate func withheld(_ attempts: [WithheldAttempt]) -> Diagnostic {
    let list = attempts.prefix(20).map { attempt -> String in
      let kind =
        attempt.origin == .script ? "check" : attempt.origin == .review ? "review" : "attempt"
      return "\(kind) \(attempt.index): \(attempt.reason.rawValue)"
    }
    return diagnostic(
      "F437", .note, "\(attempts.count) left out (\(list.joined(separator: "; ")))")
  }

  fileprivate func unfiltered(_ task: String?) -> Diagnostic {
    diagnostic(
      "F438", .note,
      "no reference score is known of the task \(task.map { "'\($0.prefix(80))'" } ?? "of this run"),"
        + " so nothing was left out")
  }

  fileprivate func cutMessage(_ ordinal: Int) -> Diagnostic {
    diagnostic(
      "F424", .warning, "message \(ordinal) is possibly cut: it has exactly 2,000 characters")
  }

  private static func name(_ node: Int?) -> String { node.map { "node \($0)" } ?? "a node" }
}
