internal import IR

/// Takes out of a run what would hand out a better solution than the reference
/// (`spec/logs-and-rubrics.md`, section 7).
///
/// An attempt whose score is strictly better goes, and with it every message from its proposal to
/// its result; what is quoted from later messages says neither its numbers nor its names.
struct ReferenceScreen {
  private(set) var attempts: [AttemptDraft] = []
  private(set) var localChecks: [AttemptDraft] = []
  private(set) var withheld: [WithheldAttempt] = []
  /// The messages that nothing may be quoted from, in order.
  private var closed: [ClosedRange<Int>] = []
  private var words: ReferenceWords

  /// Without scoring nothing is taken out.
  init(
    attempts: [AttemptDraft], localChecks: [AttemptDraft], in transcript: Transcript,
    scoring: Scoring?
  ) {
    words = ReferenceWords(transcript, metrics: scoring?.metrics ?? [])
    var previous: AttemptDraft?
    for draft in attempts {
      if let reason = Self.reason(to: draft, after: previous, transcript, scoring) {
        close(draft, reason)
        previous = draft
      } else {
        self.attempts.append(draft)
        previous = nil
      }
    }
    for draft in localChecks {
      if let reason = Self.reason(to: draft, after: nil, transcript, scoring) {
        close(draft, reason)
      } else {
        self.localChecks.append(draft)
      }
    }
    guard !closed.isEmpty else { return }
    closed.sort { $0.lowerBound < $1.lowerBound }
    words.learn(from: closed)
    self.attempts = self.attempts.map(cleared)
    self.localChecks = self.localChecks.map(cleared)
  }

  private static func reason(
    to draft: AttemptDraft, after withheld: AttemptDraft?, _ transcript: Transcript,
    _ scoring: Scoring?
  ) -> WithheldAttempt.Reason? {
    guard let scoring else { return nil }
    if let score = draft.score, scoring.beatsReference(score.value) { return .beatsReference }
    // A reported metric is comparable only where the score is the metric.
    if draft.origin == .review, scoring.formula == nil || scoring.mode == .degenerate,
      let metric = draft.details.first?.metric, scoring.beatsReference(metric.value)
    {
      return .beatsReference
    }
    guard let withheld else { return nil }
    let between = transcript.ordinals(after: withheld.messages.upperBound)
      .prefix { $0 < draft.messages.upperBound }
    return transcript.changesNothing(in: between) ? .sameSubmission : nil
  }

  private mutating func close(_ draft: AttemptDraft, _ reason: WithheldAttempt.Reason) {
    withheld.append(WithheldAttempt(index: draft.index, origin: draft.origin, reason: reason))
    closed.append(draft.messages)
    words.learn(numbersOf: draft)
  }

  /// Whether a message is in no attempt that was taken out.
  func isOpen(_ ordinal: Int) -> Bool { !closed.contains { $0.contains(ordinal) } }

  /// Whether a quote may be told.
  func passes(_ quote: AttemptDraft.Quote) -> Bool {
    guard case .message(_, let ordinal) = quote.place else { return true }
    return isOpen(ordinal) && !words.occur(in: quote.text, of: ordinal)
  }

  private func cleared(_ draft: AttemptDraft) -> AttemptDraft {
    var draft = draft
    if let approach = draft.approach, !passes(approach) { draft.approach = nil }
    return draft
  }
}

extension Transcript {
  /// Whether the agent calls nothing but the scorer in these messages.
  func changesNothing(in ordinals: Range<Int>) -> Bool {
    !ordinals.contains { ordinal in
      record(ordinal).role == .assistant
        && (calls(of: ordinal).contains { !Self.harmless.contains($0.name) }
          || LegacyTag.calls.contains {
            !Self.harmless.contains($0) && text(ordinal).contains("<\($0)>")
          })
    }
  }

  func ordinals(after ordinal: Int) -> Range<Int> {
    min(ordinal + 1, ordinals.upperBound)..<ordinals.upperBound
  }

  private static let harmless: Set<String> = ["score", "score_log", "submit", "timeout"]
}
