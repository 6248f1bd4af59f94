internal import IR

/// Which words make terms.
enum TermWords {
  /// Letters with hyphens, and no word that only holds sentences together.
  static func isTermWord(_ word: String) -> Bool {
    word.utf8.count >= 2 && !closed.contains(word)
      && word.unicodeScalars.allSatisfy { $0.isLetter || $0 == "-" || $0 == "’" }
  }

  /// Whether words in lower case can be a term of a paper.
  static func isTerm(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first, let last = words.last, words.count <= TermIndex.longest
    else { return false }
    let head = Plurals.singular(last)
    if words.count == 1 {
      return first.count >= 3 && !common.contains(head) && !qualities.contains(first)
    }
    return !qualities.contains(first) && !qualities.contains(last) && !hollow.contains(head)
      && !words.allSatisfy { common.contains(Plurals.singular($0)) }
  }

  /// The words without a head that says no more than that it is one of those: `plain net` and
  /// `plain network` are one term.
  static func stem(of term: [String]) -> [String] {
    guard term.count > 1, let head = term.last, kinds.contains(head) else { return term }
    return Array(term.dropLast())
  }

  private static let kinds: Set<String> = [
    "model", "network", "net", "method", "approach", "technique", "algorithm", "framework",
    "architecture", "mechanism",
  ]

  private static let closed: WordSet = [
    "a", "an", "the", "this", "that", "these", "those", "it", "they", "we", "our", "their", "its",
    "there", "here", "which", "what", "who", "whose", "whom", "where", "when", "while", "why",
    "how",
    "and", "or", "but", "nor", "if", "as", "so", "because", "since", "than", "then", "though",
    "although", "whereas", "whether", "unless", "until", "for", "with", "of", "in", "on", "at",
    "by",
    "to", "from", "into", "onto", "over", "under", "via", "per", "about", "across", "after",
    "before",
    "against", "along", "among", "around", "between", "beyond", "during", "except", "like", "near",
    "through", "throughout", "toward", "towards", "upon", "within", "without", "up", "down", "out",
    "off", "all", "any", "each", "every", "both", "either", "neither", "none", "no", "not", "one",
    "two", "three", "four", "five", "six", "ten", "another", "other", "others", "some", "such",
    "many", "much", "more", "most", "less", "least", "few", "fewer", "several", "first", "second",
    "third", "also", "only", "just", "even", "still", "yet", "too", "very", "again", "already",
    "always", "never", "often", "usually", "typically", "generally", "commonly", "simply",
    "however", "therefore", "thus", "hence", "moreover", "furthermore", "finally", "instead",
    "rather", "e.g", "i.e", "etc", "is", "are", "was", "were", "be", "been", "being", "am", "have",
    "has", "had", "having", "do", "does", "did", "can", "cannot", "could", "may", "might", "must",
    "shall", "should", "will", "would", "ours", "us", "you", "your", "he", "his", "she", "her",
    "them", "themselves", "itself", "i", "my", "me", "et", "al", "fig", "figure", "figures",
    "table",
    "tables", "section", "sections", "appendix", "eq", "equation", "algorithm", "theorem", "lemma",
    "same", "own", "using", "used", "use", "uses", "based", "called", "given", "following", "due",
    "respectively", "let", "known", "denoted", "defined", "shown", "vs", "well", "please",
  ]

  /// Adjectives that say nothing of what they stand before: `previous work`, `large gap`.
  private static let qualities: Set<String> = [
    "previous", "prior", "existing", "different", "various", "similar", "large", "larger", "small",
    "smaller", "new", "novel", "proposed", "original", "additional", "overall", "final", "best",
    "better", "high", "higher", "low", "lower", "significant", "strong", "stronger", "common",
    "specific", "particular", "certain", "full", "entire", "total", "last", "next", "key", "main",
    "important", "possible", "available", "recent", "current", "simple", "corresponding",
    "resulting", "above", "typical", "good", "real", "great", "greater", "major", "further",
    "future", "fixed", "whole", "great", "related", "popular", "useful", "interesting", "big",
    "challenging", "difficult", "complex", "core", "extensive", "comprehensive", "experimental",
    "empirical", "remarkable", "notable", "considerable", "substantial", "potential", "promising",
    "obvious", "natural", "appropriate", "necessary", "sufficient", "detailed", "enhanced",
    "improved", "fast", "faster", "slow", "slower", "deeper", "unique", "crucial", "critical",
    "primary", "exact", "true", "actual", "optimal", "desired", "chosen", "selected", "computed",
    "observed", "reported", "considered", "initial", "extra", "easy", "hard", "clear", "effective",
    "efficient", "alternative", "suitable", "average", "extremely", "highly", "state-of-the-art",
    "well-known", "so-called", "added", "standard", "long", "short", "early", "late", "open",
    "plausible", "running",
  ]

  /// Heads of phrases that name no thing of their own.
  private static let hollow: Set<String> = [
    "work", "result", "experiment", "paper", "example", "case", "number", "way", "study", "author",
    "finding", "contribution", "goal", "aim", "idea", "reason", "purpose", "question", "challenge",
    "improvement", "advantage", "benefit", "observation", "conclusion", "researcher", "amount",
    "kind", "type", "form", "part", "fact", "time", "year", "thing", "people", "community", "field",
    "area", "range", "variety", "lot", "order", "choice", "detail", "issue", "side",
    "hand", "evidence", "literature", "success", "progress", "approach", "direction", "difference",
    "comparison", "implication", "insight", "limitation",
    "implementation", "scientist", "addition",
  ]

  /// What every paper speaks of.
  private static let common: Set<String> = [
    "input", "output", "model", "network", "method", "data", "dataset", "training", "testing",
    "test", "validation", "evaluation", "performance", "result", "experiment", "function", "value",
    "parameter", "hyperparameter", "weight", "layer", "loss", "accuracy", "error", "metric",
    "measure", "baseline", "task", "problem", "approach", "algorithm", "architecture", "framework",
    "system", "setting", "setup", "procedure", "process", "technique", "strategy", "analysis",
    "theory", "proof", "notation", "assumption", "definition", "introduction", "background",
    "overview", "motivation", "discussion", "conclusion", "summary", "limitation", "implementation",
    "detail", "sample", "example", "batch", "epoch", "step", "iteration", "gradient", "optimizer",
    "optimization", "feature", "vector", "matrix", "matrices", "size", "length", "width", "depth",
    "dimension", "number", "rate", "set", "class", "label", "image", "word", "text", "time", "cost",
    "response", "estimator", "variable", "constant", "bound", "figure", "table", "paper", "work",
    "author", "component", "module", "block", "unit", "element", "part", "group", "pair", "point",
    "distribution", "probability", "score", "objective", "target", "reward", "learning",
    "inference",
    "prediction", "classification", "regression", "research", "study", "application", "domain",
    "user", "person", "question", "answer", "idea", "goal", "choice", "difference", "improvement",
    "quality", "level", "scale", "type", "kind", "form", "case", "condition", "constraint", "code",
    "file", "line", "row", "column", "index", "memory", "speed", "runtime", "computation",
    "complexity", "software", "hardware", "version", "default", "base", "contribution", "intuition",
    "formulation", "formalism", "metrics", "preliminary", "protocol", "configuration", "ablation",
    "comparison", "visualization", "visualisation", "encoder-decoder", "sentence", "token", "page",
    "region", "term", "sum", "product", "ratio", "mean", "variance", "sequence", "state", "action",
    "environment", "agent", "node", "edge", "graph", "tree", "rule", "key", "query", "design",
    "construction", "theorem", "corollary", "proposition", "lemma", "remark", "claim", "note",
    "effect", "impact", "trend", "pattern", "behavior", "behaviour", "property", "hypothesis",
    "phenomenon", "hyper-parameter", "document", "evidence", "hint", "instance", "net", "distance",
    "vocabulary", "experimental", "ours", "running", "thing", "curve", "plot", "axis", "color",
    "colour", "neural",
  ]
}
