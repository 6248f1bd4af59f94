internal import IR

/// What the authors did, together with why: a heuristic, however it is worded.
enum Practice {
  /// `We clip the readings to avoid swing.`
  static func isReasoned(_ atom: Atom, _ sentence: Sentence) -> Bool {
    let acts =
      atom.weight(of: .method) >= 2 || atom.weight(of: .choice) >= 3
      || atom.weight(of: .configuration) >= 2 || atom.weight(of: .heuristic) >= 3
    // A result with its reason is a finding, not a practice.
    return acts && atom.weight(of: .result) + atom.weight(of: .comparison) < 3
      && atom.weight(of: .future) == 0 && sentence.words.hold("we")
      && !DanglingSubject.begins(sentence) && givesReason(sentence.words)
  }

  /// Whether a sentence does not tell what was done: its authors first of all think, define or wish
  /// something, or defend how they tried their work.
  static func isNone(_ words: CueWords) -> Bool {
    let act = words.words.drop { $0 != "we" }.dropFirst().first { !auxiliaries.contains($0) }
    return act.map(thoughts.contains) == true || !trials.matches(in: words).isEmpty
  }

  private static let auxiliaries: Set<String> = [
    "can", "could", "may", "might", "will", "would", "should", "must", "do", "did", "now", "also",
    "then", "thus", "therefore", "further", "only", "just", "simply", "always", "already", "have",
    "strongly", "next", "here",
  ]

  private static let thoughts: Set<String> = [
    "argue", "argued", "assume", "believe", "believed", "conjecture", "define", "denote",
    "encourage", "expect", "hope", "hypothesize", "note", "observe", "observed",
    "obtain", "recommend", "say", "see", "show", "showed", "shown", "speculate", "suspect", "think",
    "want", "wanted", "wish",
  ]

  static let trials = CueTable([
    Cue(
      "this|these|the|such threat|threats", .heuristic, weight: 1,
      matches: "We weigh twice to reduce this threat.", ignores: "We threaten none."),
    Cue(
      "to assess|evaluate|test|compare|measure|analyze|study|investigate|examine|verify|validate",
      .heuristic, weight: 1,
      matches: "In order to assess the pan we weigh it.", ignores: "We pass the test."),
  ])

  static func givesReason(_ words: CueWords) -> Bool {
    !reasons.matches(in: words).isEmpty
  }

  static let reasons = CueTable([
    Cue(
      "to|which|thereby avoid|avoids|avoiding|prevent|prevents|reduce|reduces|stabilize|stabilizes|ensure|ensures|mitigate|alleviate|counteract|improve|speed|save|prevents|keep",
      .heuristic, weight: 1,
      matches: "We wait to avoid swing.", ignores: "We avoid the pan."),
    Cue(
      "avoiding|preventing|reducing|ensuring|stabilizing|mitigating", .heuristic, weight: 1,
      matches: "We wait, avoiding swing.", ignores: "We avoid the pan."),
    Cue(
      "because", .heuristic, weight: 1,
      matches: "We wait because the pan swings.", ignores: "We wait for long."),
    Cue(
      "since this|the|it|they|these|our|there|we|most|each|all", .heuristic, weight: 1,
      matches: "We wait since the pan swings.", ignores: "Since then we wait."),
    Cue(
      "so that", .heuristic, weight: 1,
      matches: "We wait so that the pan rests.", ignores: "So we wait that long."),
    Cue(
      "in order to", .heuristic, weight: 1,
      matches: "We wait in order to be sure.", ignores: "We order it."),
    Cue(
      "for|improves|more numerical|stable|stability|efficiency|convergence|robustness",
      .heuristic, weight: 1,
      matches: "We clip for stability.", ignores: "The stable is full."),
    Cue(
      "found|find|empirically ... helpful|useful|important|beneficial|crucial|necessary|sufficient|best|works",
      .heuristic, weight: 1,
      matches: "We found it helpful to wait.", ignores: "We found a marble."),
  ])
}
