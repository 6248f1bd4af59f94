/// Whether a statement says how training goes, and does not only name data, models or an occasion:
/// `training converges sooner`, not `on little training data` or `the trained model`.
package enum TrainingBehaviour {
  private static let stems = ["converge", "optimiz"]

  /// Behind `training`: then it says which data, not how it goes.
  private static let data: Set<Substring> = [
    "set", "sets", "data", "dataset", "datasets", "corpus", "corpora", "example", "examples",
    "sample", "samples", "sentence", "sentences", "image", "images", "split", "splits", "case",
    "cases", "distribution", "instance", "instances",
  ]

  /// Before `training`: then it is an occasion or a means of something else.
  private static let occasions: Set<Substring> = [
    "after", "before", "by", "when", "while", "during", "without", "also", "of",
  ]

  /// Behind a form of the verb: how it was done.
  private static let manners: Set<Substring> = [
    "faster", "slower", "sooner", "longer", "quickly", "slowly", "easily", "stably", "reliably",
    "successfully", "efficiently", "better", "long",
  ]
  private static let mannerReach = 5

  /// Parts of the names of measures of training.
  private static let measures = ["train", "loss", "time"]

  /// Whether something of the name of a measure, in lower case, says that training is measured.
  package static func isMeasured(by metric: String) -> Bool {
    measures.contains { metric.has($0) }
  }

  /// `words`: those of the statement, in lower case and in order.
  package static func isMeant(by words: [Substring]) -> Bool {
    words.indices.contains { index in
      let word = words[index]
      if stems.contains(where: word.hasPrefix) { return true }
      guard word.hasPrefix("train") else { return false }
      let rest = words[(index + 1)...]
      if word != "training" { return rest.prefix(mannerReach).contains(where: manners.contains) }
      if rest.first.map(data.contains) ?? false { return false }
      return index == 0 || !occasions.contains(words[index - 1])
    }
  }
}
