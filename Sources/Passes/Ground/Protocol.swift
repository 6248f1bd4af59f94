internal import IR

/// The rules by which a work is measured: whose protocol it follows, how it is averaged and folded.
enum Protocol {
  /// How much a sentence says of it; 0 if nothing.
  static func weight(of words: CueWords) -> Int {
    guard !words.hold("section", "sections", "appendix") else { return 0 }
    return cues.matches(in: words).map { cues.rows[$0].weight }.max() ?? 0
  }

  static let cues = CueTable([
    Cue(
      "follow*|adopt*|use|used|employ* ... protocol|protocols|procedure|guidelines",
      .configuration, weight: 3,
      matches: "We follow the protocol of the yard.", ignores: "The protocol is old."),
    Cue(
      "protocol ... consists|requires|comprises|follows|uses|has|measures", .configuration,
      weight: 2,
      matches: "The protocol requires two weighings.", ignores: "The protocol is old."),
    Cue(
      "k-fold|three-fold|3-fold|five-fold|ten-fold|5-fold|10-fold|leave-one-out|leave-one-subject-out",
      .configuration, weight: 3,
      matches: "We use 5-fold tests.", ignores: "We fold it five times."),
    Cue(
      "cross-validation|cross-validated|crossvalidation", .configuration, weight: 3,
      matches: "The width is set by cross-validation.", ignores: "The width is set by hand."),
    Cue(
      "averaged|average|mean|means over|across|of ... runs|seeds|trials|folds|repetitions|splits",
      .configuration, weight: 2,
      matches: "All errors are averaged over 5 runs.", ignores: "All errors are averages."),
    Cue(
      "same|standard|official|original evaluation|experimental|testing|test protocol|setting|settings|procedure|conditions",
      .configuration, weight: 2,
      matches: "We test under the same evaluation protocol.", ignores: "The same marble rolls."),
  ])
}
