internal import IR

/// What messages of commits say, in the words that they use for it.
enum HistoryWords {
  /// What may stand in an artifact, without its numbers where that leaves a sentence: those of a
  /// message often stand in no evidence.
  static func statement(_ said: Grounded<String>) -> Grounded<String>? {
    guard !CredentialFinder.occurs(in: said.value), said.value.utf8.count >= 8,
      Wording.isFieldSafe(said.value + " is said")
    else { return nil }
    return NumberFree.statement(said) ?? said
  }

  /// The sentences of a message body, each on one line; lines of a list begin a new one.
  static func sentences(of body: SourceSpan, in sources: SourceMap) -> [Grounded<String>] {
    let bytes = Array(sources.text(of: body).utf8)
    var sentences: [Grounded<String>] = []
    var start = 0
    func end(at end: Int) {
      let range = start..<end
      start = end
      let text = String(decoding: bytes[range], as: UTF8.self)
      let words = text.split { " \n\t\r".contains($0) }.joined(separator: " ")
      let bare = words.trimmed(of: "-* ")
      guard bare.utf8.count >= 8 else { return }
      sentences.append(
        Grounded(
          bare, [body.narrowed(to: range)], bare == text ? nil : .computed("on one line")))
    }
    for at in bytes.indices {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0x0A
      let isStop = ".;!".utf8.contains(bytes[at]) && (next == 0x20 || next == 0x0A)
      let isBreak = bytes[at] == 0x0A && "\n-*".utf8.contains(next)
      if isStop || isBreak { end(at: at + 1) }
    }
    end(at: bytes.count)
    return sentences
  }

  // MARK: Failures

  /// A repair of the program is no dead end of the work.
  static func isRepair(_ subject: String) -> Bool {
    !repairs.matches(in: CueWords(subject)).isEmpty
  }

  static func tellsFailure(_ sentence: String) -> Bool {
    let words = CueWords(sentence)
    return words.words.count >= 5 && !failures.matches(in: words).isEmpty
      && programs.matches(in: words).isEmpty
  }

  static let repairs = CueTable([
    Cue(
      "fix|fixes|fixed|fixing|bugfix|hotfix|typo|docs|doc|readme|ci|test|tests|chore|bump|merge|lint|paper|polish|review",
      .negative, weight: 1, matches: "Fix the weighing.", ignores: "Weigh twice.")
  ])

  static let failures = CueTable([
    Cue(
      "did|does|do|could not work|help|improve|converge|transfer|generalize|generalise|scale|learn",
      .negative, weight: 1,
      matches: "Weighing thrice did not help.", ignores: "Weigh thrice, not twice."),
    Cue(
      "cannot|can't work|help|improve|converge|transfer|generalize|generalise|scale|learn",
      .negative, weight: 1,
      matches: "Weighing thrice cannot help.", ignores: "Weigh thrice."),
    Cue(
      "failed|fails|unable to ... converge|learn|improve|generalize|generalise|transfer|train|fit|beat|match",
      .negative, weight: 1,
      matches: "The belt fails to improve.", ignores: "The belt fails."),
    Cue(
      "training|loss|run|gradients|gradient|model|policy|optimizer|auroc|accuracy|performance|generalization|generalisation|validation ... diverges|diverged|collapses|collapsed|explodes|exploded|degrades|degraded",
      .negative, weight: 1,
      matches: "The loss diverged with a wide belt.", ignores: "The belt moved."),
    Cue(
      "no improvement|gain|benefit", .negative, weight: 1,
      matches: "A wider belt gave no improvement.", ignores: "No belt."),
    Cue(
      "performs|performed|performance|works|worked|results|accuracy|loss|auroc|converges|generalizes|generalises ... worse|below",
      .negative, weight: 1,
      matches: "One weighing performs worse.", ignores: "Two weighings are worse."),
    Cue(
      "too slow|unstable|noisy|expensive ... to|for|so|and", .negative, weight: 1,
      matches: "The third scale was too slow to use.", ignores: "The third scale."),
  ])

  /// What concerns the program rather than the work.
  static let programs = CueTable([
    Cue(
      "tests|pytest|flaky|gate|ci|build|import|load|loading|install|mypy|lint|job|jobs|infra|server|docker|api|client|command|cli|parser|link|links|version|package|dependency|button|page|browser|windows|macos|latex|bibtex|readme|citation|pdf|reviewer|wording",
      .negative, weight: 1, matches: "The tests do not work.", ignores: "The belt does not work.")
  ])

  // MARK: Replacements

  /// What `replace A with B` and `switch from A to B` name.
  static func replacement(in subject: Grounded<String>)
    -> (old: Grounded<String>, new: Grounded<String>)?
  {
    guard let span = subject.spans.first, subject.derivation == nil,
      !isRepair(subject.value), programs.matches(in: CueWords(subject.value)).isEmpty
    else { return nil }
    let lower = subject.value.lowercase
    guard lower.utf8.count == subject.value.utf8.count else { return nil }
    for (lead, joint) in forms {
      guard let start = lower.utf8Range(of: lead), start.lowerBound == 0 || lead.hasPrefix(" ")
      else { continue }
      let bytes = Array(subject.value.utf8)
      let rest = String(decoding: bytes[start.upperBound...], as: UTF8.self)
      guard let found = rest.lowercase.utf8Range(of: joint) else { continue }
      let old = start.upperBound..<(start.upperBound + found.lowerBound)
      let new = (start.upperBound + found.upperBound)..<bytes.count
      func phrase(_ range: Range<Int>) -> Grounded<String>? {
        let words = String(decoding: bytes[range], as: UTF8.self)
        guard words.utf8.count >= 3, words.split(separator: " ").count <= 10,
          NumberToken.scan(words).isEmpty
        else { return nil }
        return Grounded(words, [span.narrowed(to: range)])
      }
      if let old = phrase(old), let new = phrase(new) { return (old, new) }
    }
    return nil
  }

  private static let forms = [
    ("replace ", " with "), ("replace ", " by "), ("replaced ", " with "), ("replaced ", " by "),
    ("replaces ", " with "), ("switch from ", " to "), ("switched from ", " to "),
    ("change from ", " to "), ("changed from ", " to "), ("move from ", " to "),
    ("swap ", " for "), (" switch from ", " to "),
  ]

  // MARK: Removals

  /// Whether the message of a commit that took something out may be about the work: neither
  /// housekeeping of the program nor the words that a website puts in by itself.
  static func explainsRemoval(_ subject: String) -> Bool {
    let words = CueWords(subject)
    return words.words.count >= 3 && programs.matches(in: words).isEmpty
      && duplicates.matches(in: words).isEmpty && repairs.matches(in: words).isEmpty
  }

  static let duplicates = CueTable([
    Cue(
      "duplicate|duplicated|refactor|refactored|rename|renamed|move|moved|unused|unnecessary|redundant|orphaned|obsolete|stale|generated|extra|old|dead|temporary|temp|files|file|directory|folder",
      .negative, weight: 1, matches: "Remove unused sorters.", ignores: "Take the third sorter out."
    )
  ])
}
