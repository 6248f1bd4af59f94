internal import IR

/// Reads an AI-Scientist run folder (`spec/logs-and-rubrics.md`, section 13) as one run: its
/// launches are attempts, and the numbers of its result files are results.
struct RunFolderReader {
  private let request: ReadRequest
  private let files: RunFolder
  private let report: RunReport
  private var writer: RunWriter
  private var notes = RunNotes([])
  private var question: SourceSpan?
  private var results: [RunResult] = []
  /// Turns of the dialogue.
  private var messages = 0
  /// Launches so far, as attempts.
  private var drafts: [AttemptDraft] = []
  private var dialogue = RunDialogue([])

  init(_ request: ReadRequest) throws(FrontendError) {
    self.request = request
    do throws(PathFault) {
      files = RunFolder(folder: try InputFolder(path: request.path))
    } catch {
      throw .unreachable(request.name, error)
    }
    report = RunReport(file: request.name, line: nil, run: nil)
    writer = RunWriter(request.id)
  }

  consuming func read() throws(FrontendError) -> ReadInput {
    var reader = self
    guard let sha256 = reader.files.sha256() else { throw .folderTooLarge(reader.request.name) }
    reader.readNotes()
    reader.readResults()
    reader.readLaunches()
    let attempts = reader.writer.attempts(reader.drafts, reader.report)
    var run = Run(
      id: reader.request.baseName, messages: reader.messages, question: reader.question,
      attempts: attempts, results: reader.results)
    run.turns = reader.turns()
    reader.writer.append(run)
    return LogFacts(form: .runFolder, sha256: sha256, writer: reader.writer).input(reader.request)
  }

  private mutating func readNotes() {
    notes = RunNotes(lines(of: RunFolder.notesFile))
    let start = writer.text.count
    for line in notes.idea { _ = writer.quote(line.text, at: place(in: line), report) }
    let end = writer.text.count
    if end > start { question = SourceSpan(request.id, start..<(end - 1)) }
  }

  /// Empty for a file that is not there.
  private mutating func lines(of name: String) -> [String] {
    if let lines = files.lines(of: name) { return lines }
    if files.folder.holds(name, .file) { writer.report(report.unreadText(name)) }
    return []
  }

  private mutating func readResults() {
    for (number, folder) in files.resultFiles {
      if results.count >= Self.resultLimit {
        writer.report(report.full())
        break
      }
      guard let file = folder.file(RunFolder.resultFile) else { continue }
      let path = "run_\(number)/\(RunFolder.resultFile)"
      var numbers = ResultFile()
      do throws(JSONFault) {
        try numbers.read(file)
      } catch {
        writer.report(report.brokenResults(path, error, numbers.rows.count))
      }
      for row in numbers.rows {
        let place = Place.lines(path: path, firstLine: row.line)
        results.append(
          RunResult(
            run: "run_\(number)", dataset: row.dataset, metric: row.metric,
            value: writer.value(row.value, endOf: row.words, at: place)))
      }
      compareNotes(number, numbers.rows)
    }
    if results.isEmpty { writer.report(report.noResults()) }
  }

  private static let resultLimit = 100_000

  /// The result file counts; a difference in the notes is said once for each run.
  private mutating func compareNotes(_ number: Int, _ rows: [ResultFile.Row]) {
    let differing = rows.first { row in
      guard let noted = notes.results[number]?[row.dataset]?[row.metric] else { return false }
      return Double(noted) != Double(row.value)
    }
    if let differing { writer.report(report.notesDiffer(number, differing)) }
  }

  // MARK: Launches

  private mutating func readLaunches() {
    let name = files.dialogue
    dialogue = RunDialogue(name.map { lines(of: $0) } ?? [])
    messages = dialogue.turns
    let path = name ?? RunFolder.logFile
    var turn = 0
    for launch in dialogue.launches {
      append(
        run: launch.run, turns: turn..<launch.turn, failure: launch.failure,
        approach: launch.approach, path: path, line: launch.line)
      turn = launch.turn
    }
    let done = Set(dialogue.launches.filter { $0.failure == nil }.map(\.run))
    var failures =
      name == nil ? RunDialogue.failures(inLog: lines(of: RunFolder.logFile)) : []
    // The last launch has no line in the dialogue: its results alone tell that it was done.
    for (number, _) in files.resultFiles where number > 0 && !done.contains(number) {
      for failure in failures where failure.run == number {
        append(
          run: number, turns: turn..<turn, failure: failure.words, approach: nil,
          path: RunFolder.logFile, line: failure.words.number)
      }
      failures.removeAll { $0.run == number }
      append(
        run: number, turns: turn..<dialogue.turns, failure: nil, approach: dialogue.approach,
        path: "run_\(number)/\(RunFolder.resultFile)", line: 1, approachPath: path)
    }
  }

  private mutating func append(
    run number: Int, turns: Range<Int>, failure: NumberedLine?, approach: NumberedLine?,
    path: String, line: Int, approachPath: String? = nil
  ) {
    let last = max(1, turns.upperBound)
    var draft = AttemptDraft(
      origin: .launch(run: "run_\(number)"), index: drafts.count + 1,
      status: failure == nil ? .valid : .invalid,
      messages: min(turns.lowerBound + 1, last)...last,
      place: .lines(path: path, firstLine: failure?.number ?? line))
    draft.failure = failure.map { [$0.text] } ?? []
    draft.cause = failure.map { FailureCues.cause(ofLaunch: $0.text) }
    let said = approach.map {
      AttemptDraft.Quote(
        text: $0.text, place: .lines(path: approachPath ?? path, firstLine: $0.number))
    }
    let title = notes.titles[number].map {
      AttemptDraft.Quote(text: $0.text, place: place(in: $0))
    }
    draft.approach = failure == nil ? title ?? said : said ?? title
    drafts.append(draft)
  }

  /// Where the plan was left: what was planned for a run, what it became, and the words that say so.
  private mutating func turns() -> [StatedTurn] {
    let done = drafts.filter { $0.status == .valid }
    let titles = done.compactMap { draft -> (run: Int, title: AttemptDraft.Quote)? in
      guard let run = Self.number(of: draft), let title = draft.approach else { return nil }
      return (run, title)
    }
    let changes = dialogue.plan.changes(in: titles.map { ($0.run, $0.title.text) })
    return changes.compactMap { change in
      guard let name = files.dialogue,
        let to = titles.first(where: { $0.run == change.run })?.title,
        let first = drafts.first(where: { Self.number(of: $0) == change.run })
      else { return nil }
      let said = dialogue.announcements[change.run].map {
        AttemptDraft.Quote(text: $0.text, place: .lines(path: name, firstLine: $0.number))
      }
      let planned = Place.lines(path: name, firstLine: change.from.number)
      guard let from = writer.quote(change.from.text, at: planned, report),
        let new = writer.quote(to.text, at: to.place, report),
        let words = writer.quote((said ?? to).text, at: (said ?? to).place, report)
      else { return nil }
      return StatedTurn(
        from: from, to: new, statement: words, isOfUser: false,
        message: first.messages.lowerBound)
    }
  }

  private static func number(of draft: AttemptDraft) -> Int? {
    guard case .launch(let run) = draft.origin else { return nil }
    return Int(run.dropFirst("run_".count))
  }

  private func place(in line: NumberedLine) -> Place {
    .lines(path: RunFolder.notesFile, firstLine: line.number)
  }
}

extension RunReport {
  fileprivate func brokenResults(_ path: String, _ fault: JSONFault, _ count: Int) -> Diagnostic {
    diagnostic(
      "F429", .warning, "\(path) breaks off: \(fault.words); \(count) values before it were read")
  }

  fileprivate func unreadText(_ name: String) -> Diagnostic {
    diagnostic(
      "F435", .warning,
      "\(name) was not read: it cannot be opened, or is larger than \(RunFolder.textLimit >> 20) MiB"
    )
  }

  fileprivate func noResults() -> Diagnostic {
    diagnostic("F430", .warning, "no run of the folder has numbers in its result file")
  }

  fileprivate func notesDiffer(_ number: Int, _ row: ResultFile.Row) -> Diagnostic {
    diagnostic(
      "F431", .note,
      "the notes give another \(row.metric) of \(row.dataset) for run \(number) than its result"
        + " file, which counts (\(row.value))")
  }
}

extension FrontendError {
  fileprivate static func folderTooLarge(_ name: String) -> Self {
    FrontendError(
      Diagnostic(
        code: "F432", severity: .error,
        message: "the run folder has more than \(RunFolder.fileLimit) files or is nested more than"
          + " \(RunFolder.depthLimit) levels deep",
        input: InputPlace(file: name)))
  }
}
