internal import IR

extension Transcript {
  /// The nearest stated intent before a message, after `last`; without one the nearest longer
  /// sentence.
  func approach(before ordinal: Int, after last: Int) -> AttemptDraft.Quote? {
    var fallback: AttemptDraft.Quote?
    var at = self.ordinal(before: ordinal)
    for _ in 0..<400 {
      guard let candidate = at, candidate > last else { break }
      if record(candidate).role == .assistant {
        let text = text(candidate)
        if let words = Approach.label(in: text) { return quote(words, candidate) }
        if fallback == nil, let words = Approach.lastSentence(in: text) {
          fallback = quote(words, candidate)
        }
      }
      at = self.ordinal(before: candidate)
    }
    return fallback
  }

  /// What the nearest longer text of the agent proposes, at most five messages before a review.
  func proposal(before ordinal: Int) -> (quote: AttemptDraft.Quote, ordinal: Int)? {
    var at = self.ordinal(before: ordinal)
    for _ in 0..<5 {
      guard let candidate = at else { return nil }
      if record(candidate).role == .assistant {
        let text = text(candidate)
        if text.count > 30, let words = Approach.label(in: text) ?? Approach.lastSentence(in: text)
        {
          return (quote(words, candidate), candidate)
        }
      }
      at = self.ordinal(before: candidate)
    }
    return nil
  }

  private func quote(_ words: String, _ ordinal: Int) -> AttemptDraft.Quote {
    AttemptDraft.Quote(text: words, place: .message(run: run, ordinal: ordinal))
  }
}
