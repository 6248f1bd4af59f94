internal import IR

/// What a session tells of the work: programs that were run with what they printed and what the
/// agent made of it, stated choices, and changes of direction (`spec/logs-and-rubrics.md`,
/// section 14). Nothing in a session judges an attempt but the words of who worked in it.
struct SessionTelling {
  private let thread: SessionThread
  private var transcript: Transcript { thread.transcript }

  private static let textLimit = 1 << 16
  private static let commandLimit = 600
  private static let mostMeasures = 12
  private static let mostFiles = 10
  private static let mostCourses = 200

  init(_ thread: SessionThread) { self.thread = thread }

  func write(to run: inout Run, writer: inout RunWriter, _ report: RunReport) {
    run.attempts = writer.attempts(attempts(report, &writer), report)
    for record in transcript.ordinals where run.choices.count < Self.mostCourses {
      guard transcript.record(record).role == .assistant else { continue }
      for said in SpokenCourse.choices(in: text(record)) {
        guard let choice = writer.quote(said.choice, at: thread.place(of: record), report),
          let other = writer.quote(said.alternative, at: thread.place(of: record), report)
        else { continue }
        run.choices.append(
          StatedChoice(choice: choice, alternative: other, message: thread.ordinal(of: record)))
      }
    }
    run.turns = turns(&writer, report)
  }

  /// What the user says and the agent then repeats is one change.
  private func turns(_ writer: inout RunWriter, _ report: RunReport) -> [StatedTurn] {
    var turns: [StatedTurn] = []
    var last: Int?
    for record in transcript.ordinals where turns.count < Self.mostCourses {
      let role = transcript.record(record).role
      if role == .function { last = nil }
      guard isSpoken(record), last == nil, let said = SpokenCourse.turn(in: text(record)) else {
        continue
      }
      last = record
      let place = thread.place(of: record)
      guard let from = writer.quote(said.from, at: place, report),
        let to = writer.quote(said.to, at: place, report),
        let statement = writer.quote(said.statement, at: place, report)
      else { continue }
      turns.append(
        StatedTurn(
          from: from, to: to, statement: statement, isOfUser: role == .user,
          message: thread.ordinal(of: record)))
    }
    return turns
  }

  // MARK: Attempts

  private func attempts(_ report: RunReport, _ writer: inout RunWriter) -> [AttemptDraft] {
    let calls = callsById()
    var drafts: [AttemptDraft] = []
    var last = Last()
    for record in transcript.ordinals where transcript.record(record).role == .function {
      guard drafts.count < RunWriter.attemptsPerRun else {
        writer.report(
          report.tooManyAttempts(RunWriter.attemptsPerRun, thread.ordinal(of: record)))
        break
      }
      guard let call = calls[transcript.record(record).answers], let run = program(call),
        let draft = outcome(record, of: call, after: last.record, index: drafts.count + 1)
      else { continue }
      var found = passes(of: draft, record, of: call) ?? [draft]
      for index in found.indices { describe(&found[index], run, record, after: last) }
      drafts += found
      last = Last(record: record, isJudged: found.contains { $0.verdict != nil })
    }
    return drafts
  }

  /// The result of the attempt before.
  private struct Last {
    var record = 0
    /// Whether the agent's next words are about it, and not about what it does next.
    var isJudged = false
  }

  private struct Call {
    let name: String
    let record: Int
    let call: CallRecord

    /// Whether a sub-agent did it, whose report is the result.
    var isDelegated: Bool { ["task", "agent"].contains(name.lowercased()) }
  }

  private func callsById() -> [UInt64: Call] {
    var calls: [UInt64: Call] = [:]
    for record in transcript.ordinals {
      for (name, call) in transcript.calls(of: record) where call.id != 0 {
        calls[call.id] = calls[call.id] ?? Call(name: name, record: record, call: call)
      }
    }
    return calls
  }

  private func command(_ call: Call) -> String? {
    guard let arguments = transcript.arguments(call.call, of: call.record)?.literal else {
      return nil
    }
    return call.isDelegated ? arguments["prompt"]?.string : ShellCommand.text(of: arguments)
  }

  /// What a call ran, and where that is typed; nil for a call that ran no program.
  private func program(_ call: Call) -> AttemptDraft.Quote? {
    guard let command = command(call),
      call.isDelegated || ScriptResults.isRun(tool: call.name.lowercased(), command: command)
    else { return nil }
    let line = QuotedText.oneLine(command)
    return thread.quote(QuotedText.cut(line, to: Self.commandLimit) ?? line, call.record)
  }

  /// The attempt that a result makes: measures were printed, or the program failed.
  private func outcome(_ record: Int, of call: Call, after last: Int, index: Int) -> AttemptDraft? {
    let output = ToolOutput.text(of: transcript.text(record)).end(Self.textLimit)
    let measures = PrintedMeasures(in: output).measures
    let reported = call.isDelegated ? PrintedMeasures.sentence(in: output) : nil
    let failure = call.isDelegated ? nil : failure(in: output, record)
    let isMeasured = !measures.isEmpty || reported != nil
    guard isMeasured || failure != nil else { return nil }
    let said = isMeasured ? remark(after: record) : nil
    let outcome = said.map { SpokenOutcome(in: text($0)) }
    let isSetback = outcome?.setback != nil
    var draft = AttemptDraft(
      origin: .command, index: index, status: !isMeasured || isSetback ? .invalid : .valid,
      messages: first(after: last, to: record), place: thread.place(of: record))
    draft.details = measures.prefix(Self.mostMeasures).map(Verdict.Detail.init)
    if let said, let outcome {
      judge(&draft, outcome, said)
    } else if !isMeasured, let failure {
      draft.failure = [failure]
      draft.cause = FailureCues.cause(ofLaunch: failure)
    }
    draft.verdict = draft.verdict ?? reported.map { thread.quote($0, record) }
    return draft
  }

  /// Files what the agent said of an attempt in a record.
  private func judge(_ draft: inout AttemptDraft, _ outcome: SpokenOutcome, _ said: Int) {
    draft.verdict = outcome.verdict.map { thread.quote($0, said) }
    guard let setback = outcome.setback else { return }
    draft.failure = [setback]
    draft.cause = .noGain
    draft.lesson = outcome.lesson.map { thread.quote($0, said) }
  }

  /// An attempt for each pass of a loop, where its output has one line of the same measures for each.
  private func passes(of whole: AttemptDraft, _ record: Int, of call: Call) -> [AttemptDraft]? {
    guard !call.isDelegated, let command = command(call), let loop = ShellLoop(command) else {
      return nil
    }
    let output = ToolOutput.text(of: transcript.text(record)).end(Self.textLimit)
    guard let lines = PrintedMeasures.lines(in: output, count: loop.values.count),
      failure(in: output, record) == nil
    else { return nil }
    let said = remark(after: record)
    let outcomes = said.map { record in
      SpokenOutcome.each(
        of: zip(loop.values, lines).map { [$0] + $1.map(\.value) }, in: text(record))
    }
    return loop.values.indices.map { place in
      let outcome = outcomes?[place]
      var draft = AttemptDraft(
        origin: .command, index: whole.index + place,
        status: outcome?.setback == nil ? .valid : .invalid, messages: whole.messages,
        place: whole.place)
      draft.details = lines[place].prefix(Self.mostMeasures).map(Verdict.Detail.init)
      draft.pass = (loop.quote(of: place), loop.command(of: loop.values[place]))
      if let said, let outcome { judge(&draft, outcome, said) }
      return draft
    }
  }

  private func first(after last: Int, to record: Int) -> ClosedRange<Int> {
    let start = ((last + 1)...record).first { transcript.record($0).role == .assistant } ?? record
    let end = thread.ordinal(of: record)
    return min(thread.ordinal(of: start), end)...end
  }

  /// The last line that names an exception; without one, the end of what a tool calls an error.
  private func failure(in output: some StringProtocol, _ record: Int) -> String? {
    var named: Substring?
    var end: Substring?
    for line in Lines(output) {
      if Verdict.namesException(String(line)) { named = line }
      if line.contains(where: { $0 != " " }) { end = line }
    }
    if let named { return QuotedText.oneLine(named) }
    return transcript.record(record).isError ? end.map { QuotedText.oneLine($0) } : nil
  }

  /// The next words of the agent, before it runs anything else.
  private func remark(after record: Int) -> Int? {
    for next in transcript.ordinals(after: record).prefix(8) {
      let found = transcript.record(next)
      if found.role == .function || found.role == .user { return nil }
      if found.role == .assistant, !text(next).isEmpty { return next }
    }
    return nil
  }

  /// What was tried, in the words of the agent or else of the user, what was expected, what was
  /// written, and what was run.
  private func describe(
    _ draft: inout AttemptDraft, _ command: AttemptDraft.Quote, _ record: Int, after last: Last
  ) {
    let before = transcript.ordinals(after: last.record).prefix { $0 < record }.filter(isSpoken)
    let remarked = last.isJudged ? remark(after: last.record) : nil
    let words = before.filter { $0 != remarked }
    draft.command = command
    draft.approach =
      intent(of: .assistant, in: words) ?? intent(of: .user, in: words.filter { $0 != request })
      ?? AttemptDraft.Quote(
        text: QuotedText.cut(command.text, to: 160) ?? command.text, place: command.place)
    if draft.status == .invalid {
      draft.hypothesis = words.reversed().lazy.compactMap(self.hypothesis).first
    }
    let files = transcript.writtenFiles(
      in: min(last.record + 1, record)...record, limit: Self.mostFiles)
    draft.files = files.map { file in
      guard case .message(_, let record) = file.place else { return file }
      return thread.quote(file.text, record)
    }
  }

  /// The last intent that the agent, or the user, states in these records.
  private func intent(of role: MessageRecord.Role, in records: [Int]) -> AttemptDraft.Quote? {
    records.reversed().lazy.filter { self.transcript.record($0).role == role }
      .compactMap { record in
        Approach.label(in: String(self.text(record))).map { self.thread.quote($0, record) }
      }.first
  }

  /// The first request, which asks for all of the work and for no attempt of it.
  private var request: Int? {
    transcript.ordinals.first { transcript.record($0).role == .user && isSpoken($0) }
  }

  private func hypothesis(_ record: Int) -> AttemptDraft.Quote? {
    let said = Sentences.split(text(record)).first { sentence in
      let words = sentence.lowercased()
      return words.hasPrefix("hypothesis") || Self.expectations.contains { words.contains($0) }
    }
    return said.map { thread.quote($0, record) }
  }

  private static let expectations = [
    "i expect", "we expect", "should help", "should improve", "should reduce", "my guess",
    "i suspect", "i think that", "may help", "might help",
  ]

  // MARK: Words

  /// Whether a record is words of the agent or the user, and not of a program in their name.
  private func isSpoken(_ record: Int) -> Bool {
    switch transcript.record(record).role {
    case .assistant: return !text(record).isEmpty
    case .user:
      let first = text(record).first { !$0.isWhitespace }
      return first != nil && first != "<" && first != "["
    case .system, .function, .other: return false
    }
  }

  private func text(_ record: Int) -> Substring {
    Approach.beforeCall(transcript.text(record).start(Self.textLimit))
  }
}
