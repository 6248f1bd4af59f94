/// Whether a statement says how training goes, and does not only name data, models or an occasion:
/// `training converges sooner`, `deep sorters are hard to train`, not `training on damp marbles` or
/// `the optimized pan` (`spec/level1-checks.md`, ARA433).
package enum TrainingBehaviour {
  /// What is said of how something goes.
  private static let manners: Set<Substring> = [
    "faster", "slower", "sooner", "longer", "shorter", "quicker", "cheaper", "quickly", "slowly",
    "easily", "stably", "reliably", "successfully", "efficiently", "efficient", "better", "long",
    "fast", "slow", "stable", "unstable", "easy", "easier", "hard", "harder", "difficult",
    "infeasible", "trainable",
  ]
  private static let mannerReach = 5

  /// What training has where it goes well or badly.
  private static let aspects: Set<Substring> = [
    "time", "times", "speed", "cost", "costs", "loss", "losses", "stability", "instability",
    "instabilities", "dynamics", "curve", "curves", "efficiency", "progress", "progresses",
    "complexity", "difficulty", "difficulties", "step", "steps", "process", "converges", "diverges",
  ]

  /// How the words begin one of which must stand in the statement.
  private static let acts: PhraseSet = ["converge", "train", "optimiz"]

  /// Verbs of what makes it go otherwise, by their beginnings.
  private static let changes = [
    "stabili", "destabili", "accelerat", "speed", "slow", "eas", "facilitat", "hamper", "hinder",
    "shorten", "complicat",
  ]
  private static let leadReach = 3

  /// Parts of the names of measures of training.
  private static let measures = ["train", "loss", "time"]

  /// Whether something of the name of a measure, in lower case, says that training is measured.
  package static func isMeasured(by metric: String) -> Bool {
    measures.contains { metric.has($0) }
  }

  package static func isMeant(by statement: String) -> Bool {
    let lower = statement.lowercase
    guard acts.stands(in: lower) else { return false }
    let words = Words.runs(in: lower)
    return words.indices.contains { index in
      let word = words[index]
      if word.hasPrefix("converge") { return true }
      guard word.hasPrefix("train") || word.hasPrefix("optimiz") else { return false }
      let rest = words[(index + 1)...]
      // `trained for longer` is an occasion.
      if rest.first != "for", rest.prefix(mannerReach).contains(where: manners.contains) {
        return true
      }
      // An act has aspects and is changed; what was trained or optimized is done.
      guard !word.hasSuffix("ed") else { return false }
      if rest.first.map(aspects.contains) ?? false { return true }
      let lead = words[..<index]
      // `stable training`, `hard to train`
      let manner = lead.last == "to" ? lead.dropLast().last : lead.last
      return manner.map(manners.contains) ?? false
        || lead.suffix(leadReach).contains { word in changes.contains(where: word.hasPrefix) }
    }
  }
}
