internal import IR

/// Which words make terms.
enum TermWords {
  /// Letters with hyphens, perhaps with digits behind them, and no word that only holds sentences
  /// together.
  static func isTermWord(_ word: String) -> Bool {
    guard !closed.contains(word) else { return false }
    var word = word
    return word.withUTF8 { bytes in
      var (at, letters) = (0, 0)
      while at < bytes.count {
        let (scalar, next) = bytes.scalar(at: at)
        guard
          scalar.isLetter || scalar == "-" || scalar == "’" || letters > 2 && bytes[at].isASCIIDigit
        else { return false }
        (at, letters) = (next, letters + 1)
      }
      return letters >= 2
    }
  }

  /// Whether a word heads what bears a name, and else points at what has a number.
  static func isStatement(_ word: String) -> Bool {
    word == "equation" || word == "theorem" || word == "lemma" || word == "algorithm"
  }

  /// Whether words in lower case can be a term of a paper.
  static func isTerm(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first, let last = words.last, words.count <= TermIndex.longest
    else { return false }
    let head = Plurals.singular(last)
    if words.count == 1 {
      return first.count >= 3 && !common.contains(head) && !qualities.contains(first)
        && !hollow.contains(head)
    }
    return !qualities.contains(first) && !qualities.contains(last) && !hollow.contains(head)
      && !acts.contains(first) && !finite.contains(head) && !isAdverb(last)
      && !words.allSatisfy { common.contains(Plurals.singular($0)) }
  }

  /// `sorts dryly`; but `a family`.
  private static func isAdverb(_ word: String) -> Bool {
    word.hasSuffix("ly") && !["family", "anomaly", "assembly", "supply", "reply"].contains(word)
  }

  /// What is done to the thing behind it: `introduce bias`.
  private static let acts: Set<String> = [
    "introduce", "propose", "minimize", "maximize", "minimise", "maximise", "ensure", "avoid",
    "achieve", "obtain", "provide", "perform", "reduce", "improve", "enable", "allow", "see",
  ]

  /// Verbs behind a noun, and hardly ever nouns themselves: `marbles require`.
  private static let finite: Set<String> = [
    "require", "achieve", "demonstrate", "exist", "carry", "outperform", "allow", "enable",
    "suggest", "indicate", "provide", "improve", "become", "remain", "reveal", "occur", "appear",
    "include", "contain", "generate", "follow", "depend", "consist", "fail",
  ]

  /// Whether a phrase that no sentence defines can be a term by its words: no word that qualifies
  /// inside it, no verb behind it, and more than what every paper speaks of.
  static func isSelfStanding(_ term: [String]) -> Bool {
    guard let last = term.last else { return false }
    let isLoose = term.contains { word in
      qualities.contains(word) || word.hasSuffix("ly") || word.hasSuffix("est") && word.count > 5
    }
    // `the merger takes place`: of a verb only the first word can be a noun, as in `yield strength`.
    return !isLoose && !last.hasSuffix("ed") && !term.dropFirst().contains(where: verbs.contains)
      && !everyday.contains(term.joined(separator: " ")) && !core(of: term).isEmpty
      && !occasions.contains(last)
  }

  /// `trained model`: what was done to something that every paper has.
  static func isParticiple(_ term: [String]) -> Bool {
    guard let first = term.first, let last = term.last else { return false }
    let isDone = first.hasSuffix("ed") && (!first.contains("-") || first.hasSuffix("-based"))
    return isDone && common.contains(last)
  }

  /// Heads of phrases for what a method is tried on.
  private static let occasions: Set<String> = [
    "task", "dataset", "setting", "scenario", "experiment", "perspective", "underpinning", "domain",
    "modeling", "modelling", "run", "case", "performance", "game",
    "sample",
  ]

  /// Whether a term ends as the names of systems do: `VGG nets`.
  static func isOfKind(_ term: [String]) -> Bool { term.last.map(kinds.contains) ?? false }

  /// The words that tell a term from others.
  static func core(of term: [String]) -> [String] {
    term.filter(tells)
  }

  /// Whether a word says which of the things that every paper has is meant.
  static func tells(_ word: String) -> Bool {
    word != "deep" && !common.contains(word) && !common.contains(word.filter { $0 != "’" })
  }

  /// A row of words without adjectives before it that are no part of a term.
  static func trimmed(_ row: Range<Int>, _ words: [String]) -> Range<Int> {
    row.drop { qualities.contains(words[$0]) }
  }

  /// Without the ending of the third person, as terms are in the singular.
  private static let verbs: Set<String> = [
    "yield", "hold", "achieve", "demonstrate", "exist", "show", "carry", "require", "perform",
    "outperform", "allow", "enable", "suggest", "indicate", "provide", "improve", "learn", "use",
    "become", "remain", "reveal", "need", "occur", "appear", "make", "lead", "give", "take", "tend",
    "include", "contain", "produce", "generate", "follow", "depend", "consist", "work", "fail",
  ]

  /// What the readers of any paper of the field know.
  private static let everyday: Set<String> = [
    "deep learning", "machine learning", "language model", "large language model",
    "deep learning model", "machine learning model", "neural network", "deep neural network",
    "artificial intelligence", "gradient descent", "learning rate", "random seed", "source code",
    "natural language", "computer vision", "question answering", "machine translation",
    "downstream task", "human performance", "programming language", "computational cost",
    "inner product", "dot product", "linear transformation", "hidden layer", "vector space",
    "euclidean norm", "color channel", "confidence interval", "standard deviation",
    "supplementary material", "open source", "wide array", "feature map", "generative model",
    "generative modeling", "training time", "convergence speed", "random variable", "unit vector",
    "bleu score", "scientific discovery", "ablation study", "hyperparameter tuning", "type ii",
  ]

  /// The words without a head that says no more than that it is one of those: `plain net` and
  /// `plain network` are one term.
  static func stem(of term: [String]) -> [String] {
    guard term.count > 1, let head = term.last, kinds.contains(head) else { return term }
    return Array(term.dropLast())
  }

  /// Whether a noun phrase can begin behind a word: an article, a preposition but `to`, which verbs
  /// follow too, or an adjective that is no part of a term.
  static func opensPhrase(_ word: String) -> Bool {
    openers.contains(word) || qualities.contains(word)
  }

  /// Whether verbs follow a word rather than nouns.
  static func leadsVerb(_ word: String) -> Bool { verbLeads.contains(word) }

  static let determiners: Set<String> = [
    "a", "an", "the", "this", "our", "its", "their", "each", "every",
  ]

  private static let openers: Set<String> = [
    "a", "an", "the", "this", "these", "our", "its", "their", "each", "every", "any", "no", "such",
    "both", "other", "another", "some", "all", "more", "less", "of", "in", "on", "for", "with",
    "from", "by", "via", "between", "under", "over", "without", "within", "into", "through",
    "using",
    "as", "and", "or", "than", "called", "two", "three", "many", "several",
  ]

  private static let verbLeads: Set<String> = [
    "to", "we", "can", "cannot", "could", "will", "would", "may", "might", "must", "should", "they",
    "it", "not", "does", "do", "did", "which", "that", "who",
  ]

  private static let kinds: Set<String> = [
    "model", "network", "net", "method", "approach", "technique", "algorithm", "framework",
    "architecture", "mechanism", "operator", "module",
  ]

  private static let closed: WordSet = [
    "a", "an", "the", "this", "that", "these", "those", "it", "they", "we", "our", "their", "its",
    "there", "here", "which", "what", "who", "whose", "whom", "where", "when", "while", "why",
    "how",
    "and", "or", "but", "nor", "if", "as", "so", "because", "since", "than", "then", "though",
    "although", "whereas", "whether", "unless", "until", "for", "with", "of", "in", "on", "at",
    "by",
    "to", "from", "into", "onto", "over", "under", "via", "per", "about", "across", "after",
    "before", "below", "above",
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
    "trillion", "billion", "million", "respectively", "let", "known", "denoted", "defined", "shown",
    "vs", "well", "please", "let’s",
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
    "plausible", "running", "single", "correct", "multiple", "largest", "smallest", "longer",
    "shorter", "simpler", "wider", "broader", "richer", "cheaper", "stronger", "strongest",
    "accurate", "sudden",
    "traditional", "diverse", "advanced", "relevant", "realistic", "real-world", "varying",
    "increased", "increasing", "supplementary",
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
    "implementation", "scientist", "addition", "description",
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
    "colour", "neural", "space", "mechanism", "technique", "dynamic", "red", "blue", "green", "top",
    "bottom",
  ]
}
