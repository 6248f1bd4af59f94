internal import IR

/// Finds the attempts of a run (`spec/logs-and-rubrics.md`, sections 5.1 to 5.6).
struct AttemptFinder {
  /// Results of the task's own scorer.
  private(set) var official: [AttemptDraft] = []
  /// Scores that a script printed.
  private(set) var local: [AttemptDraft] = []
  /// Reviews that the agent submitted.
  private(set) var reviews: [AttemptDraft] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let transcript: Transcript
  private let hidesScores: Bool
  private let report: RunReport
  private var callsScorer = false
  private var reviewCount = 0
  /// The ordinals of the last results, by the origin that they count for.
  private var lastOfficial = 0
  private var lastLocal = 0

  init(_ transcript: Transcript, hidesScores: Bool, report: RunReport) {
    self.transcript = transcript
    self.hidesScores = hidesScores
    self.report = report
    for ordinal in transcript.ordinals {
      if official.count + local.count + reviews.count >= RunWriter.attemptsPerRun {
        diagnostics.append(report.tooManyAttempts(RunWriter.attemptsPerRun, ordinal))
        break
      }
      read(ordinal)
    }
  }

  /// The attempts that count: without any call of a scorer those of scripts, then reviews.
  var attempts: [AttemptDraft] {
    if callsScorer || !official.isEmpty { return official }
    return local.isEmpty ? reviews : local
  }

  /// Scores of scripts in a run that has a scorer.
  var localChecks: [AttemptDraft] { callsScorer || !official.isEmpty ? local : [] }

  private mutating func read(_ ordinal: Int) {
    let record = transcript.record(ordinal)
    switch record.role {
    case .assistant:
      for (name, call) in transcript.calls(of: ordinal) {
        if name == "score" { callsScorer = true }
        if name == "submit_review" { readReview(call, ordinal) }
      }
    case .function: readResult(of: transcript.tool(of: ordinal), ordinal)
    case .user where record.beginsWithTag:
      if let tagged = LegacyTag.result(in: transcript.text(ordinal)) {
        readResult(of: tagged.tool, ordinal, text: tagged.text)
      }
    default: break
    }
  }

  /// `text` is given where it is not the message's own.
  private mutating func readResult(of tool: String?, _ ordinal: Int, text: String? = nil) {
    switch tool {
    case "score": readScore(text ?? transcript.text(ordinal), ordinal)
    case "score_log", "submit", "submit_review": break
    case let tool?:
      if transcript.mayHoldScore(ordinal) {
        readScript(text ?? transcript.text(ordinal), tool: tool, ordinal)
      }
    case nil:
      // Some extracts lose the names: without a call before it only the shape can tell.
      guard transcript.mayHoldScore(ordinal) else { return }
      let text = text ?? transcript.text(ordinal)
      if let verdict = Verdict(scorerOutput: text), verdict.status != nil,
        !verdict.hasUnknownStatus
      {
        readScore(text, ordinal)
      }
    }
  }

  private mutating func readScore(_ text: String, _ ordinal: Int) {
    let index = official.count + 1
    let messages = span(to: ordinal, after: lastOfficial)
    var draft: AttemptDraft
    if let verdict = Verdict(scorerOutput: text) {
      draft = AttemptDraft(
        verdict, origin: .scorer, index: index, messages: messages, place: place(of: ordinal),
        hidesScores: hidesScores)
      if verdict.hasUnknownStatus {
        diagnostics.append(report.unknownStatus(verdict.status ?? "", ordinal))
      }
      if !verdict.isComplete { diagnostics.append(report.partialResult(ordinal)) }
    } else {
      draft = AttemptDraft(
        origin: .scorer, index: index, status: .invalid, messages: messages,
        place: place(of: ordinal))
      draft.failure = [QuotedText.oneLine(text)]
      diagnostics.append(report.unreadableResult(ordinal))
    }
    draft.approach = transcript.approach(before: ordinal, after: lastOfficial)
    official.append(draft)
    lastOfficial = ordinal
  }

  private mutating func readScript(_ text: String, tool: String, _ ordinal: Int) {
    let verdicts = ScriptResults.verdicts(in: text)
    guard !verdicts.isEmpty, isRun(tool, ordinal) else { return }
    let last = max(lastLocal, lastOfficial)
    let approach = transcript.approach(before: ordinal, after: last)
    for verdict in verdicts {
      var draft = AttemptDraft(
        verdict, origin: .script, index: local.count + 1,
        messages: span(to: ordinal, after: last), place: place(of: ordinal),
        hidesScores: hidesScores)
      draft.approach = approach
      local.append(draft)
    }
    lastLocal = ordinal
  }

  private func isRun(_ tool: String, _ ordinal: Int) -> Bool {
    guard let caller = caller(of: ordinal) else { return tool == "python" }
    let calls = transcript.calls(of: caller).filter { $0.name == tool }
    return calls.contains { call in
      let literal = transcript.arguments(call.call, of: caller)?.literal
      let command = literal?.entries.compactMap(\.value.string).joined(separator: "\n")
      let raw = transcript.argumentBytes(call.call, of: caller) ?? []
      return ScriptResults.isRun(
        tool: tool, command: command ?? String(decoding: raw, as: UTF8.self))
    }
  }

  /// The nearest message before a result that has calls.
  private func caller(of ordinal: Int) -> Int? {
    var at = transcript.ordinal(before: ordinal)
    for _ in 0..<16 {
      guard let candidate = at else { return nil }
      if !transcript.record(candidate).calls.isEmpty { return candidate }
      at = transcript.ordinal(before: candidate)
    }
    return nil
  }

  // MARK: Reviews

  private mutating func readReview(_ call: CallRecord, _ ordinal: Int) {
    reviewCount += 1
    guard let bytes = transcript.argumentBytes(call, of: ordinal),
      let (literal, isComplete) = transcript.arguments(call, of: ordinal), isComplete,
      case .truth(let isBug) = literal["is_bug"]?.value
    else {
      diagnostics.append(report.unreadableReview(ordinal))
      return
    }
    let proposal = transcript.proposal(before: ordinal)
    var draft = AttemptDraft(
      origin: .review, index: reviewCount, status: isBug ? .invalid : .hidden,
      messages: min(proposal?.ordinal ?? ordinal, ordinal)...ordinal, place: place(of: ordinal))
    draft.approach = proposal?.quote
    if isBug {
      draft.failure = [literal["summary"]?.string].compactMap { $0 }.map(QuotedText.oneLine)
    } else if let metric = literal.entry("metric"), case .number(let value) = metric.value.value {
      let text = String(decoding: bytes[metric.bytes], as: UTF8.self)
      draft.details = [
        Verdict.Detail(text: text, metric: Verdict.Metric(name: "metric", value: value))
      ]
    }
    reviews.append(draft)
  }

  private func place(of ordinal: Int) -> Place {
    .message(run: transcript.run, ordinal: ordinal)
  }

  /// From the first message of the agent after the last result to this one.
  private func span(to ordinal: Int, after last: Int) -> ClosedRange<Int> {
    let first = ((last + 1)...ordinal).first { transcript.record($0).role == .assistant }
    return (first ?? ordinal)...ordinal
  }
}
