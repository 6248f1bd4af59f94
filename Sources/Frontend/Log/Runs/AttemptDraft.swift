internal import IR

/// An attempt before its quotes are in the source text.
struct AttemptDraft {
  struct Quote {
    let text: String
    let place: Place
  }

  let origin: Attempt.Origin
  let index: Int
  let status: Attempt.Status
  var score: Verdict.Quote?
  /// What the result says in detail; of an invalid attempt they are the failure.
  var details: [Verdict.Detail] = []
  /// What is said of the failure besides.
  var failure: [String] = []
  var approach: Quote?
  var cause: FailureCause?
  var isKept: Bool?
  /// What was expected of an invalid attempt, and what was learnt from it.
  var hypothesis: Quote?
  var lesson: Quote?
  var files: [Quote] = []
  var command: Quote?
  /// The pass of a loop: its value with the words before it, and what it ran.
  var pass: (value: Verdict.Quote, command: String)?
  var verdict: Quote?
  /// From the proposal to the result.
  let messages: ClosedRange<Int>
  /// Where the result stands.
  let place: Place

  init(
    origin: Attempt.Origin, index: Int, status: Attempt.Status, messages: ClosedRange<Int>,
    place: Place
  ) {
    self.origin = origin
    self.index = index
    self.status = status
    self.messages = messages
    self.place = place
  }

  /// What a tool, or a service, failed at in a message. Its cause is the kind of error that it
  /// names, or else what the words tell; never the research.
  init(toolError kind: String?, _ words: String, index: Int, of run: String, ordinal: Int) {
    self.init(
      origin: .tool, index: index, status: .invalid, messages: ordinal...ordinal,
      place: .message(run: run, ordinal: ordinal))
    let named = kind.flatMap(FailureCause.init(rawValue:)) ?? FailureCues.cause(of: words)
    cause = named.flatMap { $0.kind == .infrastructure ? $0 : nil } ?? .toolError
    failure = [kind, words].compactMap(\.self).filter { !$0.isEmpty }
  }

  /// An attempt from a scorer's result.
  init(
    _ verdict: Verdict, origin: Attempt.Origin, index: Int, messages: ClosedRange<Int>,
    place: Place, hidesScores: Bool
  ) {
    let isHidden = verdict.isHidden(hidesScores: hidesScores)
    self.init(
      origin: origin, index: index,
      status: verdict.isValid ? .valid : isHidden ? .hidden : .invalid, messages: messages,
      place: place)
    details = verdict.details
    switch status {
    case .valid: score = verdict.score
    case .invalid: failure = [verdict.brokenScore, verdict.exception].compactMap { $0 }
    case .hidden: break
    }
  }
}
