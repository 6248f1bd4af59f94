internal import IR

/// Errors of tools that made the agent give up an approach before it was scored
/// (`spec/logs-and-rubrics.md`, section 5.7). A slip that the agent repairs is none.
struct AbandonedApproaches {
  private(set) var drafts: [AttemptDraft] = []

  private static let limit = 200

  init(in transcript: Transcript) {
    for ordinal in transcript.ordinals.dropLast() where drafts.count < Self.limit {
      guard transcript.record(ordinal).role == .function, transcript.mayHoldError(ordinal),
        let failure = Self.exception(in: transcript.text(ordinal)),
        let cause = FailureCues.researchCause(of: failure),
        let next = Self.nextSaid(after: ordinal, transcript),
        Self.givesUp(next.text)
      else { continue }
      let place = Place.message(run: transcript.run, ordinal: ordinal)
      let proposal = transcript.proposal(before: ordinal)
      var draft = AttemptDraft(
        origin: .tool, index: drafts.count + 1, status: .invalid,
        messages: min(proposal?.ordinal ?? ordinal, ordinal)...ordinal, place: place)
      draft.failure = [failure]
      draft.cause = cause
      draft.approach = proposal?.quote
      drafts.append(draft)
    }
  }

  /// The last line that is an exception.
  private static func exception(in output: String) -> String? {
    var found: Substring?
    for line in Lines(output.end(1 << 14)) where Verdict.namesException(String(line)) {
      found = line
    }
    return found.map { QuotedText.oneLine($0) }
  }

  private static func nextSaid(after ordinal: Int, _ transcript: Transcript) -> (
    ordinal: Int, text: Substring
  )? {
    let next = ordinal + 1
    guard transcript.ordinals.contains(next), transcript.record(next).role == .assistant else {
      return nil
    }
    return (next, Approach.beforeCall(transcript.text(next).start(1 << 14)))
  }

  private static let abandonments = [
    "give up", "abandon", "instead", "drop the", "drop this", "does not exist", "switch to",
    "go back to", "fall back", "another way", "different approach", "will try", "set aside",
  ]

  /// Whether a message leaves an approach for another one.
  private static func givesUp(_ text: Substring) -> Bool {
    let words = text.lowercased()
    return abandonments.contains { words.contains($0) }
  }
}
