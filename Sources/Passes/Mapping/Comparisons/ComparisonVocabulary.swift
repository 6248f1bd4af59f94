/// The words of comparisons, as data.
enum ComparisonVocabulary {
  typealias Relation = ComparisonSentence.Relation

  static let verbs: Set<String> = [
    "outperforms", "outperform", "outperformed", "surpasses", "surpass", "surpassed", "beats",
    "beat",
  ]

  static let degrees: [String: Relation] = [
    "better": .better, "worse": .worse, "superior": .better, "inferior": .worse,
    "higher": .more, "larger": .more, "greater": .more, "more": .more,
    "lower": .less, "smaller": .less, "fewer": .less, "less": .less,
    "faster": .faster, "slower": .slower,
  ]

  /// Verbs of a measure that is named behind them.
  static let changes: [String: Relation] = [
    "reduces": .less, "reduced": .less, "lowers": .less, "lowered": .less, "decreases": .less,
    "decreased": .less, "increases": .more, "increased": .more, "raises": .more, "raised": .more,
  ]

  static let measureEnds: Set<String> = [
    "by", "compared", "relative", "from", "over", "on", "in", "to", "for", "and", "across", "with",
    "at", "while",
  ]

  /// Behind `more` and `less`.
  static let qualities: Set<String> = ["accurate", "precise"]

  /// Between a subject and its comparison.
  static let linking: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "achieves", "achieve", "achieved", "performs",
    "perform", "performed", "obtains", "obtained", "gets", "yields", "yield", "gives", "shows",
    "exhibits", "exhibit", "reaches", "attains", "attained", "does", "did", "produces", "much",
    "far", "also", "even", "still", "a", "an", "the", "with", "again", "well", "always",
    "run", "runs", "ran",
  ]

  /// After which a new clause begins.
  static let openers: Set<String> = [
    "that", "while", "whereas", "but", "although", "though", "because", "since", "which", "where",
    "so", "hence", "thus", "indicating", "suggesting", "showing", "demonstrating", "confirming",
  ]

  static let stops: Set<String> = openers.union([
    "by", "on", "in", "for", "when", "at", "with", "across", "from", "under", "using", "over",
    "and", "or", "as", "is", "are", "was", "were", "does", "do", "did", "has", "have", "to",
    "after", "during", "per", "due", "within", "without", "even", "especially", "only", "both",
    "despite", "if", "given", "among",
  ])

  static let pronouns: Set<String> = [
    "it", "they", "this", "these", "those", "which", "that", "he", "she", "we", "one", "them",
    "there", "both", "all", "any", "every", "other", "others", "previous", "prior", "existing",
    "expected", "before", "most", "either", "each", "what",
  ]

  /// More than one thing, or none in particular.
  static let manifold: Set<String> = [
    "all", "any", "every", "other", "others", "previous", "prior", "existing", "baselines", "most",
    "either", "methods", "models", "best", "state-of-the-art", "sota", "average", "chance",
    "random", "human", "humans", "expected", "usual",
  ]

  /// What a table's cell cannot tell, or what says the opposite of the words around it.
  static let hedges: Set<String> = [
    "not", "no", "never", "neither", "nor", "cannot", "fails", "fail", "failed", "hardly",
    "nearly", "almost", "up", "if", "unless", "can", "could", "may", "might", "would", "should",
    "often", "sometimes", "mostly", "most", "some", "several", "many", "generally", "typically",
    "usually", "initially", "eventually", "tends", "tend", "expect", "expected", "hypothesize",
    "hypothesis", "suppose", "assume", "likely", "potentially", "except", "either", "doesn't",
    "don't", "didn't", "whether", "once", "until", "sufficiently",
  ]

  /// What narrows a comparison to cases that a table may not list.
  static let conditions: Set<String> = [
    "when", "given", "after", "before", "under", "without", "during", "as", "despite", "regardless",
    "while", "provided", "where", "once", "within", "per", "especially", "particularly", "using",
  ]

  static let universals: Set<String> = [
    "all", "every", "each", "consistently", "always", "uniformly",
  ]

  /// Words that lead to a comparison and narrow nothing.
  static let leads: Set<String> = [
    "we", "our", "the", "results", "result", "experiments", "experiment", "show", "shows", "see",
    "observe", "find", "found", "note", "in", "that", "as", "can", "be", "seen", "from", "and",
    "first", "second", "third", "finally", "moreover", "furthermore", "additionally", "overall",
    "specifically", "notably", "interestingly", "quantitatively", "also", "compared", "to", "with",
    "indicate", "indicates", "demonstrate", "demonstrates", "reveal", "reveals", "shown", "this",
    "of", "however", "for", "on", "addition", "particular", "instance", "example", "summarized",
    "reported", "presented", "consistent", "here", "is", "are", "a", "an",
  ]
}
