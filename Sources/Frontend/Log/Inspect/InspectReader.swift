internal import IR

/// Reads an Inspect log that is one JSON object (`spec/logs-and-rubrics.md`, section 12): each
/// sample is a run, each score an attempt.
struct InspectReader {
  private let file: InputFile
  private let request: ReadRequest
  private var writer: RunWriter
  private var runs: [Run] = []
  /// How many samples had each label.
  private var uses: [String: Int] = [:]
  private var status: String?
  private var task: String?
  private var model: String?
  private var created: String?

  private enum Key: String, CaseIterable { case status, eval, samples }
  private enum EvalKey: String, CaseIterable { case task, model, created }

  private static let keys = JSONKeys<Key>()
  private static let evalKeys = JSONKeys<EvalKey>()

  init(_ file: InputFile, _ request: ReadRequest) {
    self.file = file
    self.request = request
    writer = RunWriter(request.id)
  }

  consuming func read() -> LogFacts {
    var reader = self
    return reader.readLog()
  }

  private mutating func readLog() -> LogFacts {
    var cursor = JSONCursor(file, digests: true)
    let report = RunReport(file: request.name, line: nil, run: nil)
    do throws(JSONFault) {
      _ = cursor.peekRow()
      try read(&cursor)
      if runs.isEmpty {
        writer.report(report.logWithoutSamples())
        if let task { runs = [Run(id: task, messages: 0)] }
      }
      if let status, status != "success" { writer.report(report.unfinishedLog(status)) }
    } catch {
      let place = RunReport(file: request.name, line: cursor.line, run: nil)
      writer.report(place.brokenLog(error, runs.count))
    }
    for var run in runs {
      run.task = task
      run.model = model
      run.question =
        run.question ?? writer.question(named: task, run: run.id, file: request.baseName, report)
      if let year = created.flatMap(LogYear.of) {
        let place = Place.lines(path: request.baseName, firstLine: 1)
        run.year = writer.value(year, endOf: year, at: place)
      }
      writer.append(run)
    }
    return LogFacts(form: .inspect, sha256: cursor.finish() ?? "", writer: writer)
  }

  private mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.enterObject()
    while let key = try cursor.nextKey(Self.keys) {
      switch key {
      case .status: status = try cursor.label()
      case .eval:
        guard try cursor.enters(.object) else { continue }
        while let key = try cursor.nextKey(Self.evalKeys) {
          switch key {
          case .task: task = try cursor.label()
          case .model: model = try cursor.label()
          case .created: created = try cursor.label()
          }
        }
      case .samples: try readSamples(&cursor)
      }
    }
  }

  private mutating func readSamples(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try cursor.enters(.array) else { return }
    while try cursor.nextElement() {
      if writer.isFull || runs.count >= RunWriter.runLimit {
        throw JSONFault(reason: .count(runs.count), offset: cursor.offset)
      }
      guard try cursor.enters(.object) else { continue }
      let line = cursor.line
      var sample = InspectSample()
      try sample.read(&cursor)
      append(sample, line: line)
    }
  }

  private mutating func append(_ sample: InspectSample, line: Int) {
    let id = "\(sample.id ?? "sample-\(runs.count + 1)")_epoch_\(sample.epoch ?? "1")"
    uses[id, default: 0] += 1
    let label = uses[id].map { $0 > 1 ? "\(id)#\($0)" : id } ?? id
    let report = RunReport(file: request.name, line: line, run: label)
    let transcript = Transcript(sample.index, places: sample.messages, file: file)
    transcript.run = label
    transcript.attachments = sample.attachments
    var run = Run(id: label, messages: sample.messages.count)
    if let question = transcript.question {
      let place = Place.message(run: label, ordinal: question.ordinal)
      run.question = writer.quote(question.text, at: place, report)
    }
    let scores = sample.attempts
    let approach = transcript.approach(before: transcript.ordinals.upperBound, after: 0)
    let drafts = scores.enumerated().map { offset, score in
      var draft = draft(grade(score), index: offset + 1, transcript)
      draft.approach = approach
      return draft
    }
    run.attempts = writer.attempts(drafts, report)
    for index in run.attempts.indices {
      guard let name = scores[index].scorer, let value = run.attempts[index].score else {
        continue
      }
      run.attempts[index].metrics.append(Attempt.Metric(name: name, value: value))
    }
    run.toolErrors = writer.attempts(errors(of: sample, label), report)
    writer.reportTexts(of: transcript, report)
    runs.append(run)
  }

  /// What tools failed at, in order, and then the sample as a whole: nothing of it is research.
  private func errors(of sample: InspectSample, _ run: String) -> [AttemptDraft] {
    var ordinals: [Int32: Int] = [:]
    for (number, place) in sample.messages.enumerated() { ordinals[place] = number + 1 }
    let last = max(1, sample.messages.count)
    var faults: [(fault: ToolFault, ordinal: Int)] = sample.index.faults.map { found in
      (found.fault, ordinals[found.place] ?? last)
    }
    for fault in sample.faults { faults.append((fault, last)) }
    return faults.prefix(RunWriter.attemptsPerRun).enumerated().map { number, fault in
      AttemptDraft(
        toolError: fault.fault.kind, fault.fault.text(in: file), index: number + 1, of: run,
        ordinal: fault.ordinal)
    }
  }

  private func grade(_ score: InspectSample.Score) -> InspectGrade {
    let bytes = file.bytes(in: score.value.prefix(1 << 16))
    var parser = LiteralParser(bytes + [UInt8(ascii: " ")])
    return InspectGrade(parser.parse(), printed: bytes)
  }

  private func draft(_ grade: InspectGrade, index: Int, _ transcript: Transcript) -> AttemptDraft {
    let last = max(1, transcript.ordinals.count)
    var draft = AttemptDraft(
      origin: .scorer, index: index, status: grade.status, messages: 1...last,
      place: .message(run: transcript.run, ordinal: last))
    draft.score = grade.score
    draft.details = grade.details
    return draft
  }
}

/// What the value of a score amounts to: a letter or a word is kept as it is; a value of several
/// parts has no score and its parts as metrics.
private struct InspectGrade {
  var status: Attempt.Status = .valid
  var score: Verdict.Quote?
  var details: [Verdict.Detail] = []

  init(_ value: Literal?, printed bytes: [UInt8]) {
    switch value?.value {
    case .number(let text) where PrintedNumber.isFinite(text):
      score = Verdict.Quote(text: text, value: text)
    case .number(let text):
      status = .invalid
      details = [Verdict.Detail(text: text)]
    case .string(let text): score = Verdict.Quote(text: text, value: QuotedText.oneLine(text))
    case .truth(let isTrue):
      let text = isTrue ? "true" : "false"
      score = Verdict.Quote(text: text, value: text)
    case .object(let entries): details = entries.compactMap { Verdict.Detail($0, in: bytes) }
    case .list, .null, nil: status = .hidden
    }
  }
}

extension RunReport {
  fileprivate func logWithoutSamples() -> Diagnostic {
    diagnostic("F425", .warning, "the log has no samples; its result table alone is no evidence")
  }

  fileprivate func unfinishedLog(_ status: String) -> Diagnostic {
    diagnostic("F426", .note, "the log did not end with success: its status is '\(status)'")
  }

  fileprivate func brokenLog(_ fault: JSONFault, _ samples: Int) -> Diagnostic {
    diagnostic(
      "F427", .warning, "the log breaks off: \(fault.words); \(samples) samples before it were read"
    )
  }
}
