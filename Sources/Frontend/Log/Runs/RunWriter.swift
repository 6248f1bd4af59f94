internal import IR

/// Turns runs into facts and puts what they quote into the source text, within limits that no
/// real log reaches.
struct RunWriter {
  private(set) var text: SourceTextBuilder
  private(set) var runs: [Run] = []
  private var reports: [Diagnostic] = []
  /// How often each code was reported, in the order of first appearance.
  private var counts: [(code: DiagnosticCode, count: Int)] = []
  private var attempts = 0

  /// How much of one text is quoted, in characters.
  static let quoteLimit = 4000
  static let runLimit = 100_000
  static let attemptLimit = 500_000
  static let attemptsPerRun = 10_000
  static let textLimit = 256 << 20
  /// How many diagnostics of one code are listed.
  static let reportLimit = 100

  init(_ source: SourceID) { text = SourceTextBuilder(source) }

  /// Whether a limit is reached and nothing more should be read.
  var isFull: Bool {
    runs.count >= Self.runLimit || attempts >= Self.attemptLimit || text.count >= Self.textLimit
  }

  /// What was reported, the first of each code, and how many more there were.
  var diagnostics: [Diagnostic] {
    reports
      + counts.filter { $0.count > Self.reportLimit }.map {
        Diagnostic(
          code: $0.code, severity: .note,
          message: "\($0.count - Self.reportLimit) more findings of this kind are not listed",
          input: reports.first?.input.map { InputPlace(file: $0.file) })
      }
  }

  mutating func report(_ diagnostic: Diagnostic) {
    let place = counts.firstIndex { $0.code == diagnostic.code } ?? counts.count
    if place == counts.count { counts.append((diagnostic.code, 0)) }
    counts[place].count += 1
    if counts[place].count <= Self.reportLimit { reports.append(diagnostic) }
  }

  /// One diagnostic for each of the first few places.
  mutating func reportEach<Place>(_ places: [Place], _ word: (Place) -> Diagnostic) {
    for place in places.prefix(10) { report(word(place)) }
  }

  /// What went wrong when texts of a run were read.
  mutating func reportTexts(of transcript: Transcript, _ run: RunReport) {
    for ordinal in transcript.oversized { report(run.oversized(ordinal, Transcript.textLimit)) }
    if transcript.repairs > 0 { report(run.repairedText()) }
  }

  mutating func append(_ run: Run) { runs.append(run) }

  /// The attempts of drafts, their quotes in the source text, as long as that has room.
  mutating func attempts(_ drafts: [AttemptDraft], _ run: RunReport) -> [Attempt] {
    var kept: [Attempt] = []
    for draft in drafts {
      if text.count >= Self.textLimit {
        report(run.full())
        break
      }
      kept.append(attempt(draft, run))
    }
    attempts += kept.count
    return kept
  }

  /// Appends a quote of its own and returns its span; nil if it says nothing. Of paths of the
  /// machine only the last component is quoted.
  mutating func quote(_ words: String, at place: Place, _ report: RunReport) -> SourceSpan? {
    let line = HostPaths.shortened(QuotedText.oneLine(words))
    if line.isEmpty { return nil }
    let kept = QuotedText.cut(line, to: Self.quoteLimit)
    if kept != nil { self.report(report.cutQuote(place, Self.quoteLimit)) }
    defer { text.separate("\n") }
    return text.append(kept ?? line, at: place)
  }

  /// The name of a task, for a run that nowhere says in words what it was asked; of a task without
  /// one the name of the run.
  mutating func question(
    named task: String?, run: String, file: String, _ report: RunReport
  ) -> SourceSpan? {
    let saying = [task, run].compactMap(\.self).first { $0.contains { $0.isLetter } }
    return quote(saying ?? run, at: .lines(path: file, firstLine: report.line ?? 1), report)
  }

  /// Appends a printed value with the words before it and returns the value's own span.
  mutating func value(_ value: String, endOf words: String, at place: Place) -> Grounded<String> {
    let line = QuotedText.oneLine(words)
    let span = text.append(line.hasSuffix(value) ? line : value, at: place)
    text.separate("\n")
    let end = Int(span.bytes.upperBound) - Int(span.bytes.lowerBound)
    return Grounded(value, [span.narrowed(to: (end - value.utf8.count)..<end)])
  }

  /// The attempt of a draft, its quotes in the source text.
  mutating func attempt(_ draft: AttemptDraft, _ report: RunReport) -> Attempt {
    let result = draft.place
    let approach = draft.approach.flatMap { quote($0.text, at: $0.place, report) }
    let score = draft.score.map { value($0.value, endOf: $0.text, at: result) }
    let start = text.count
    var metrics: [Attempt.Metric] = []
    for detail in draft.details {
      if let metric = detail.metric {
        let value = value(metric.value, endOf: detail.text, at: result)
        metrics.append(Attempt.Metric(name: metric.name, value: value))
      } else if draft.status == .invalid {
        _ = quote(detail.text, at: result, report)
      }
    }
    for words in draft.failure { _ = quote(words, at: result, report) }
    let end = text.count
    let failure = draft.status == .invalid && end > start ? start..<(end - 1) : nil
    var attempt = Attempt(
      index: draft.index, origin: draft.origin, status: draft.status, score: score,
      metrics: metrics, approach: approach, failure: failure.map { SourceSpan(text.id, $0) },
      messages: draft.messages)
    attempt.cause = draft.cause
    attempt.isKept = draft.isKept
    attempt.hypothesis = draft.hypothesis.flatMap { quote($0.text, at: $0.place, report) }
    attempt.lesson = draft.lesson.flatMap { quote($0.text, at: $0.place, report) }
    attempt.files = draft.files.compactMap { quote($0.text, at: $0.place, report) }
    attempt.command = draft.command.flatMap { quote($0.text, at: $0.place, report) }
    if let pass = draft.pass, let place = draft.command?.place {
      attempt.pass = LoopPass(
        value: value(pass.value.value, endOf: pass.value.text, at: place),
        command: HostPaths.shortened(pass.command))
    }
    attempt.verdict = draft.verdict.flatMap { quote($0.text, at: $0.place, report) }
    return attempt
  }
}
