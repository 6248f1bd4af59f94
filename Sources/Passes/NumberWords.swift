/// Words around the numbers of a sentence.
enum NumberWords {
  /// Words that only say how exact a number is.
  static let hedges: Set<String> = [
    "over", "about", "around", "approximately", "roughly", "nearly", "almost", "only", "just", "up",
    "least", "at", "to",
    "an", "a", "more", "than", "less", "fewer", "additional", "absolute", "relative", "average",
    "≈", "∼", "~",
  ]

  static let units: Set<String> = [
    "%", "percent", "percentage", "point", "points", "×", "ms", "s", "seconds", "second", "minutes",
    "hours", "hour", "days", "day",
    "weeks", "gb", "mb", "kb", "tb", "pp", "absolute", "relative", "db",
    "mm", "cm", "km", "kg", "hz", "khz",
  ]

  static let superlatives: Set<String> = [
    "new", "best", "highest", "lowest", "state-of-the-art", "record", "top", "smallest", "largest",
  ]

  static let reaching = [
    "achiev", "obtain", "reach", "attain", "show", "yield", "give", "see", "report", "observ",
    "provid", "get",
  ]

  static let singulars: Set<String> = [
    "reduction", "improvement", "increase", "decrease", "gain", "speedup", "speed-up", "drop",
    "decline", "boost", "advantage", "margin",
  ]

  /// What a number may measure.
  static let measures: Set<String> = [
    "accuracy", "error", "precision", "recall", "performance", "throughput", "memory",
  ]

  /// What a number may grade.
  static let degrees: Set<String> = [
    "faster", "slower", "higher", "lower", "larger", "smaller", "better", "worse", "fewer",
    "cheaper", "shorter", "longer",
    "reduction", "reductions", "improvement", "improvements", "increase", "decrease", "gain",
    "gains", "speedup", "speed-up", "drop",
    "decline", "boost", "advantage", "margin",
  ]

  /// What things are many in: `a set of 2,400 marbles` is a set of marbles, but `a fade of 400
  /// samples` says how long it is.
  static let collections: Set<String> = [
    "set", "sets", "subset", "subsets", "number", "numbers", "group", "groups", "total", "pool",
    "pools", "batch", "batches", "mini-batch", "minibatch", "mini-batches", "list", "lists",
    "series", "pair", "pairs", "collection", "collections", "sequence", "sequences", "sample",
    "population", "corpus", "ensemble", "ensembles", "mixture", "suite", "panel", "family",
    "selection", "cohort", "stack", "grid", "array", "dataset", "datasets", "benchmark", "bank",
    "cluster", "combination", "union", "average", "averages", "mean", "median", "maximum",
    "minimum", "majority",
  ]
}
