internal import IR

/// Turns runs into facts and puts what they quote into the source text.
struct RunWriter {
  private(set) var text: SourceTextBuilder
  private(set) var runs: [Run] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// How much of one text is quoted, in characters.
  static let quoteLimit = 4000

  init(_ source: SourceID) { text = SourceTextBuilder(source) }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

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

  /// Appends a quote of its own and returns its span; nil if it says nothing.
  mutating func quote(_ words: String, at place: Place, _ report: RunReport) -> SourceSpan? {
    let line = QuotedText.oneLine(words)
    if line.isEmpty { return nil }
    let kept = QuotedText.cut(line, to: Self.quoteLimit)
    if kept != nil { diagnostics.append(report.cutQuote(place, Self.quoteLimit)) }
    defer { text.separate("\n") }
    return text.append(kept ?? line, at: place)
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
    return Attempt(
      index: draft.index, origin: draft.origin, status: draft.status, score: score,
      metrics: metrics, approach: approach, failure: failure.map { SourceSpan(text.id, $0) },
      messages: draft.messages)
  }
}
