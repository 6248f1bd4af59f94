internal import IR

/// What of a run is told: its attempts without those that beat the reference, each failure with
/// its cause and the words around it.
struct RunTelling {
  private(set) var attempts: [AttemptDraft] = []
  private(set) var localChecks: [AttemptDraft] = []
  private(set) var abandoned: [AttemptDraft] = []
  private(set) var withheld: [WithheldAttempt] = []

  private static let fileLimit = 10

  /// `keepsAll` tells what beats the reference too.
  init(_ finder: AttemptFinder, _ transcript: Transcript, keepsAll: Bool, _ scoring: Scoring?) {
    let screen = ReferenceScreen(
      attempts: finder.attempts, localChecks: finder.localChecks, in: transcript,
      scoring: keepsAll ? nil : scoring)
    let story = FailureStory(transcript: transcript, screen: screen)
    localChecks = screen.localChecks
    withheld = screen.withheld
    attempts = screen.attempts.map { draft in
      var draft = story.told(draft)
      draft.files = transcript.writtenFiles(in: draft.messages, limit: Self.fileLimit)
        .filter(screen.passes)
      return draft
    }
    repeatScorer(transcript)
    abandoned = AbandonedApproaches(in: transcript).drafts.filter { draft in
      draft.messages.allSatisfy(screen.isOpen) && draft.approach.map(screen.passes) ?? true
    }.map(story.told)
  }

  /// A scorer that failed and then took the same submission failed by itself.
  private mutating func repeatScorer(_ transcript: Transcript) {
    for (index, next) in attempts.enumerated().dropFirst() {
      let failed = attempts[index - 1]
      guard failed.status == .invalid, next.status != .invalid, failed.origin == .scorer,
        failed.cause.map({ !$0.isOfResearch || $0 == .tooSlow }) ?? true,
        failed.messages.upperBound < next.messages.upperBound,
        transcript.changesNothing(
          in: transcript.ordinals(after: failed.messages.upperBound)
            .prefix { $0 < next.messages.upperBound })
      else { continue }
      attempts[index - 1].cause =
        failed.cause.flatMap { $0.isOfResearch ? nil : $0 } ?? .scorerTimeout
    }
  }
}
