internal import IR

/// Whether a sentence is about the paper's own work, and what that cannot do.
struct OwnShortfall {
  let own: OwnWork

  /// Whether a sentence is about the work. One that sets it off from others may tell their limits:
  /// `While existing scales drift, BandClock does not.`
  func isNamed(in text: String, _ words: CueWords) -> Bool {
    !LimitCues.own.matches(in: words).isEmpty
      || own.isNamed(in: text, words) && Self.isOfNobodyElse(words)
  }

  static func isOfNobodyElse(_ words: CueWords) -> Bool {
    LimitCues.others.matches(in: words).isEmpty
  }

  /// Whether the system of the paper is what cannot do something: its name, or `our` with a noun, stands
  /// right before.
  func fails(_ words: CueWords) -> Bool {
    LimitCues.inabilities.occurrences(in: words).contains { hit in
      let all = words.words
      let subject = all[max(0, hit.words.lowerBound - Self.subject)..<hit.words.lowerBound]
      return subject.contains(where: own.isSystem) && !subject.contains(where: Self.aims.contains)
    }
  }

  /// Whether a result of the work holds but for some cases.
  func holdsWithExceptions(_ text: String, _ words: CueWords) -> Bool {
    !LimitCues.exceptions.matches(in: words).isEmpty && isNamed(in: text, words)
  }

  /// In words.
  private static let subject = 3
  private static let aims: Set<String> = [
    "goal", "aim", "purpose", "intention", "objective", "focus", "this", "it", "that", "which",
  ]
}
