internal import IR

/// The words between names and values, as data.
enum SettingVocabulary {
  /// Between a name and its value: `a batch size of about 256`.
  static let links: WordSet = [
    "of", "is", "was", "to", "at", "as", "set", "fixed", "are", "were", "be", "equal", "equals",
    "≈", "∼", "a", "an", "with", "the", "∈", "from", "in", "value", "values", "rate", "parameter",
    "parameters", "probability", "initial", "initially", "initialized", "initialised", "about",
    "approximately", "around", "roughly", "up", "only", "starts", "start", "starting", "begins",
    "limited", "default", "defaults", "constant", "between", "chosen", "ranging", "either",
    "peak", "maximum", "equal-to", "restricted", "capped", "just", "kept", "clipped", "norm",
    "randomly", "uniformly", "sampled", "drawn", "annealed", "decayed", "linearly",
    "exponentially", "gradually",
  ]

  /// Between a name and the values that were tried for it: `is selected from {1, 2, 3}`.
  static let trials: WordSet = [
    "selected", "tuned", "searched", "search", "picked", "varied", "swept", "range", "among",
    "over", "within", "grid", "candidates", "options",
  ]

  /// By which a phrase is given its value: `the rate of the small belt is set to 3`.
  static let settings: WordSet = [
    "set", "fixed", "chosen", "selected", "tuned", "searched", "initialized", "initialised",
    "kept",
  ]

  /// What is done with a number rather than found.
  static let acts: WordSet = [
    "use", "uses", "used", "using", "set", "sets", "setting", "train", "trained", "trains",
    "training", "fine-tune", "fine-tuned", "finetune", "finetuned", "pre-train", "pre-trained",
    "pretrain", "pretrained", "sample", "sampled", "sampling", "generate", "generated",
    "generating",
    "average", "averaged", "averaging", "employ", "employs", "employed", "run", "ran", "running",
    "draw", "drawn", "drew", "choose", "chose", "chosen", "fix", "fixed", "adopt", "adopted",
    "select", "selected", "consist", "consists", "comprise", "comprises", "contain", "contains",
    "containing", "has", "have", "having", "with", "repeat", "repeated", "optimize", "optimized",
    "optimise", "apply", "applied", "terminate", "terminated", "stop", "stopped", "simulate",
    "simulated", "perform", "performed", "take", "consider", "employing", "limit", "limited",
    "initialize", "initialized", "initialise", "resize", "resized", "split", "composed", "stack",
    "conduct", "conducted", "report", "execute", "executed", "configure", "configured",
  ]

  /// After which the authors count what they chose to make: `we trained 61 specialists`.
  static let makings: WordSet = [
    "train", "trained", "sample", "sampled", "generate", "generated", "generating", "average",
    "averaged", "averaging", "draw", "drew", "drawn", "sampling", "training", "simulate",
    "simulated", "run", "ran", "subsample", "subsampled", "select", "selected", "collect",
    "collected", "collecting", "create", "created", "produce", "produced", "choose", "chose",
    "reserve", "reserved", "reserving", "analyze", "analyzed", "analyse", "analysed", "review",
    "reviewed", "annotate", "annotated", "labeled", "labelled", "retrieve", "retrieved", "recruit",
    "recruited", "survey", "surveyed", "use", "used", "using", "uses",
  ]

  /// Those of them that pick out what is there.
  static let drawings: WordSet = [
    "sample", "sampled", "draw", "drew", "drawn", "subsample", "subsampled", "select", "selected",
    "collect", "collected", "collecting", "create", "created", "produce", "produced", "choose",
    "chose", "reserve", "reserved", "reserving", "analyze", "analyzed", "analyse", "analysed",
    "review", "reviewed", "annotate", "annotated", "labeled", "labelled", "retrieve", "retrieved",
  ]

  /// What of data is picked out or put together.
  static let drawable: WordSet = [
    "examples", "images", "sentences", "documents", "questions", "problems", "points",
  ]

  /// Counts of these tell of time, machines, or of what data holds, not of a setting.
  static let unchosen: WordSet = [
    "hours", "days", "minutes", "seconds", "weeks", "months", "years", "gpus", "tpus", "cpus",
    "cores", "nodes", "machines", "datasets", "tasks", "benchmarks", "papers", "participants",
    "annotators", "people", "domains", "languages", "classes", "categories", "times", "points",
    "parameters", "flops", "works", "authors", "cases", "types", "kinds", "ways", "reasons",
    "workers", "games", "problems", "questions", "others", "baselines", "methods", "results",
    "examples", "images", "sentences", "documents", "experiments", "variants", "devices", "cards",
    "accelerators", "chips", "versions", "settings", "configurations", "metrics", "measures",
    "strategies", "modalities", "aspects", "stages", "components", "criteria", "techniques",
    "approaches", "systems", "groups", "levels",
  ]

  /// Counts of time and machines tell what was spent; counts of data sets what was there.
  static let uncounted: Set<String> = [
    "hours", "days", "minutes", "seconds", "weeks", "months", "years", "gpus", "tpus", "cpus",
    "cores", "nodes", "machines", "datasets", "tasks", "benchmarks", "languages", "domains",
    "papers", "times", "points", "flops", "parameters",
  ]

  /// What a clause that ends before a number asks of it.
  static let hypotheses: WordSet = [
    "if", "when", "where", "let", "case", "suppose", "assume", "assuming", "given", "that", "since",
    "thus", "then", "hence", "until", "while", "for", "implies", "gives", "yields", "obtain",
    "whenever", "because", "as", "recall", "limit", "get",
  ]

  /// After which a symbol is given its value: `we use h = 8`.
  static let assignments: WordSet = [
    "use", "uses", "used", "using", "set", "setting", "sets", "fix", "fixed", "choose", "chose",
    "chosen", "employ", "with", "dimension", "dimensionality", "size", "rate", "take", "of",
    "optimizer", "default", "defaults", "value", "values", "parameter", "parameters", "coefficient",
    "weight", "length", "select", "selected", "or",
  ]

  /// Before a number that is not the authors' value: `instead of 0.3`.
  static let others: WordSet = ["than", "instead", "rather"]

  /// What makes trials those of a search, not repetitions of a run.
  static let searches: WordSet = [
    "search", "searches", "tuning", "tuned", "optimization", "optimisation", "bayesian",
    "hyperparameter", "hyperparameters", "hyper-parameters", "sweep",
  ]

  /// Between which and a count no setting stands: `after 1923 steps`.
  static let momentary: WordSet = [
    "after", "within", "than", "per", "at", "first", "last", "by", "until", "before", "around",
    "another", "these", "those", "remaining", "next", "additional", "further", "under", "beyond",
    "between", "reach", "reached", "required", "requires", "needs", "takes", "took", "take",
  ]

  /// What makes the end of a run of a count: `terminate training at 64k iterations`.
  static let endings: WordSet = [
    "terminate", "terminated", "terminates", "stop", "stopped", "end", "ended", "finish",
    "finished", "ends", "stops",
  ]

  /// Words that a name or a noun phrase does not reach over.
  static let stops: WordSet = judgements.union([
    "of", "and", "in", "to", "from", "is", "are", "was", "were", "with", "for", "on", "at", "by",
    "or", "that", "which", "the", "a", "an", "we", "our", "as", "per", "each", "use", "used",
    "using", "uses", "set", "than", "into", "over", "under", "then", "its", "their", "this",
    "these", "it", "but", "while", "where", "when", "if", "be", "has", "have", "had", "not", "=",
    "all", "both", "any", "every", "between", "through", "after", "before", "only", "same",
    "sets", "setting", "fix", "fixed", "choose", "chose", "employ", "employed", "apply", "applied",
    "adopt", "so", "also", "up", "via", "against", "across", "until", "about", "approximately",
    "least", "most", "other", "such", "containing", "contains", "selected", "consists", "different",
    "more", "although", "because", "million", "thousand", "billion", "since", "even", "same", "two",
    "three",
    "four", "five", "six", "seven", "eight", "nine", "ten",
    "limited", "i.e", "e.g", "within", "take", "takes", "train", "trained", "run", "ran", "them",
  ])

  /// What weighs or moves a value and does not tell which one it is: `a strict threshold of 4`,
  /// `lowering the threshold to 4`.
  static let judgements: WordSet = [
    "higher", "high", "highest", "larger", "large", "largest", "smaller", "small", "smallest",
    "lower", "low", "lowest", "greater", "shorter", "short", "longer", "long", "deeper", "wider",
    "good", "best", "better", "reasonable", "sensible", "suitable", "appropriate", "typical",
    "common", "usual", "standard", "strict", "loose", "tight", "consistent", "pragmatic",
    "conservative", "aggressive", "moderate", "modest", "sufficient", "optimal", "relatively",
    "very", "lowering", "raising", "increasing", "decreasing", "reducing", "varying", "changing",
    "adjusting", "tuning", "doubling", "halving",
  ]

  /// The last words of names that no row has, with their files.
  static let heads: [String: String] = [
    "size": "training", "threshold": "training", "coefficient": "training", "weight": "training",
    "length": "model", "width": "model", "depth": "model", "window": "model", "horizon": "training",
    "interval": "training", "margin": "training", "penalty": "training", "decay": "training",
    "patience": "training", "tolerance": "training", "capacity": "model", "stride": "model",
    "rank": "model", "radius": "model", "frequency": "training", "period": "training",
    "budget": "training", "cutoff": "training", "strength": "training", "multiplier": "training",
    "exponent": "training", "bandwidth": "training", "cap": "training", "limit": "training",
    "dimension": "model", "dimensionality": "model",
    "probability": "training", "sparsity": "model", "smoothing": "training", "lag": "model",
  ]

  /// Heads that name settings only behind these words: a success rate is a result.
  static let qualifiedHeads: [String: WordSet] = [
    "rate": [
      "sampling", "mask", "masking", "mutation", "crossover", "exploration", "update", "frame",
      "decay", "pruning", "drop", "q-learning", "refresh", "annealing", "firing", "corruption",
    ],
    "factor": [
      "scaling", "damping", "expansion", "decay", "shrinkage", "smoothing", "growth", "weighting",
      "regularization", "downsampling", "upsampling", "widening", "forgetting", "bottleneck",
    ],
    "ratio": [
      "mask", "masking", "split", "expansion", "mixing", "sampling", "pruning", "capacity",
      "compression", "mixture",
    ],
    "scale": ["guidance", "reward", "noise", "initialization", "init", "perturbation"],
    "parameter": ["regularization", "smoothing", "temperature", "concentration", "shape"],
  ]

  /// Words of a name that make it a measure: `correlation coefficient`, `dataset size`.
  static let measured: WordSet = [
    "correlation", "dataset", "effect", "error", "success", "win", "accuracy", "flip", "hit",
    "observed", "average", "mean", "median", "resulting", "achieved", "measured", "estimated",
    "standard", "test", "p", "memory", "file", "model", "data", "corpus", "sample", "explained",
    "detection", "failure", "total", "relative-error", "gini", "rate-of", "tail",
  ]

  /// Words that make even a usual name of a setting a measure: `the average learning rate`.
  static let observed: WordSet = [
    "average", "mean", "median", "resulting", "achieved", "measured", "estimated", "observed",
    "success", "win", "accuracy", "error", "correlation",
  ]

  /// What is compared with a limit so that something happens.
  static let criteria: WordSet = [
    "threshold", "flag", "flagged", "criterion", "discard", "discarded", "exclude", "excluded",
    "filter", "filtered", "remove", "removed", "keep", "stop", "stopped", "terminate", "merge",
    "prune", "pruned", "triggered", "triggers", "converged", "considered", "counted", "until",
    "collapsed", "rejected", "reject",
  ]
}
