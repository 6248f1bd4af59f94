internal import IR

/// How often something was run, and from which random numbers.
enum Repetition {
  /// How much a sentence says of it; 0 if nothing.
  static func weight(of words: CueWords) -> Int {
    // What people do in an experiment are trials too.
    guard !words.hold("participant", "participants", "subjects") else { return 0 }
    return cues.roles(of: words).reduce(0) { $0 + $1.weight }
  }

  private static let count = "#|two|three|four|five|six|seven|eight|ten|twenty|multiple|several"
  private static let rounds =
    "seeds|runs|repetitions|trials|initializations|initialisations|restarts"

  static let cues = CueTable([
    Cue(
      "over|across|with|using|for|from|in|of|on|is \(count) ... \(rounds)", .configuration,
      weight: 2,
      matches: "The error is a mean of 5 runs.", ignores: "[1] runs by itself."),
    Cue(
      "run|ran|repeat*|perform*|conduct*|train*|roll*|execut*|had|use|used ... \(count) ... times|\(rounds)",
      .configuration, weight: 2,
      matches: "We ran each sorter with three seeds.", ignores: "We ran two sorters."),
    Cue(
      "mean|means|average*|median|deviation|deviations|interval|intervals|errors over|of|across|from ... \(rounds)",
      .configuration, weight: 1,
      matches: "The error is an average over all runs.", ignores: "The error is an average."),
    Cue(
      "different|independent|distinct seeds|runs|initializations|initialisations",
      .configuration, weight: 1,
      matches: "The rolls differ by independent runs.", ignores: "The runs are independent."),
    Cue(
      "fixed|same|fix|set|use|used|report random|the|a|one seed|seeds|random", .configuration,
      weight: 1,
      matches: "We use a fixed random seed.", ignores: "The belt flips with the seed."),
    Cue(
      "random seed|seeds", .configuration, weight: 1,
      matches: "The random seed is 42.", ignores: "The seed of a plant is random."),
    Cue(
      "seed|seeds ... #", .configuration, weight: 2,
      matches: "The seed of the roller is 42.", ignores: "The seed is not told."),
  ])
}
