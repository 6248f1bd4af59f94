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
