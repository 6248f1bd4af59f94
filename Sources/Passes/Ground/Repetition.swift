internal import IR

/// How often something was run, and from which random numbers.
enum Repetition {
  /// How much a sentence says of it; 0 if nothing.
  static func weight(of text: String) -> Int {
    cues.roles(of: CueWords(text)).reduce(0) { $0 + $1.weight }
  }

  static let cues = CueTable([
    Cue(
      "# seeds|runs|repetitions|trials|initializations|initialisations", .configuration, weight: 2,
      matches: "The error is a mean of 5 runs.", ignores: "The error is the mean of all runs."),
    Cue(
      "# random|different|independent|separate|repeated|training seeds|runs|repetitions|trials|initializations|initialisations",
      .configuration, weight: 2,
      matches: "We roll with 3 random seeds.", ignores: "We roll a random marble."),
    Cue(
      "two|three|four|five|six|eight|ten|twenty|multiple|several seeds|runs|repetitions|initializations|initialisations",
      .configuration, weight: 2,
      matches: "We roll with three seeds.", ignores: "Three marbles have no seeds."),
    Cue(
      "two|three|four|five|six|eight|ten|twenty|multiple|several random|different|independent|separate|repeated|training ... seeds|runs|repetitions|initializations|initialisations",
      .configuration, weight: 2,
      matches: "We roll with three different random seeds.",
      ignores: "We roll three marbles in all runs."),
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
