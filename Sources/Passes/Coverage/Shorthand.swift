/// Short forms that code uses for words that requirements spell out.
enum Shorthand {
  static let words: [String: [String]] = [
    "lr": ["learning", "rate"], "lrs": ["learning", "rate"], "bs": ["batch", "size"],
    "wd": ["weight", "decay"],
    "gamma": ["gamma", "discount"], "dim": ["dimension"], "dims": ["dimension"],
    "dimensional": ["dimension"], "dimensionality": ["dimension"],
    "env": ["environment"], "envs": ["environment"], "num": ["number"], "max": ["maximum"],
    "min": ["minimum"], "coef": ["coefficient"], "coeff": ["coefficient"], "ent": ["entropy"],
    "vf": ["value", "function"], "obs": ["observation"], "act": ["action"], "acts": ["action"],
    "eval": ["evaluation"], "evaluate": ["evaluation"], "evaluated": ["evaluation"],
    "eps": ["epsilon"], "std": ["standard", "deviation"], "grad": ["gradient"],
    "grads": ["gradient"], "iter": ["iteration"], "iters": ["iteration"], "opt": ["optimizer"],
    "optim": ["optimizer"], "emb": ["embedding"], "hid": ["hidden"], "freq": ["frequency"],
    "len": ["length"], "prob": ["probability"], "attn": ["attention"], "seq": ["sequence"],
    "conv": ["convolution"], "convolutional": ["convolution"], "convs": ["convolution"],
    "width": ["width", "hidden"], "neuron": ["neuron", "hidden"], "neurons": ["neuron", "hidden"],
    "depth": ["depth", "layer"], "nepoch": ["epoch"], "nepochs": ["epoch"], "niter": ["iteration"],
    "niters": ["iteration"], "nhead": ["head"], "nheads": ["head"], "nlayer": ["layer"],
    "nlayers": ["layer"], "nsteps": ["step"], "nsamples": ["sample"], "nseeds": ["seed"],
    "ndim": ["dimension"], "ndims": ["dimension"], "fc": ["fully", "connected"], "img": ["image"],
    "timesteps": ["steps"], "timestep": ["steps"], "params": ["parameter"], "hist": ["history"],
    "pi": ["policy"], "qf": ["value", "critic"], "rew": ["reward"], "rews": ["reward"],
    "vel": ["velocity"], "pos": ["position"], "rand": ["random"], "unif": ["uniform"],
    "temp": ["temperature"], "acc": ["accuracy"], "buf": ["buffer"], "init": ["initial"],
    "initialised": ["initial"], "initialized": ["initial"], "optimiser": ["optimizer"],
    "res": ["residual"],
  ]
}

/// Beginnings of words that are written with a hyphen, as two words and as one: `warm-up`, `warmup`.
enum LooseBeginnings {
  static let words: Set<String> = [
    "warm", "fine", "pre", "mini", "hyper", "multi", "sub", "over", "up", "down", "drop",
  ]
}

/// Words that say nothing of what a requirement is about.
enum StopWords {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = [
    "about", "according", "after", "all", "also", "an", "and", "any", "appendix", "are", "as", "at",
    "be", "been", "before", "being", "between", "both", "by", "can", "code", "correctly",
    "corresponding", "described", "detailed", "do", "does", "each", "eg", "either", "equal",
    "equation", "equivalent", "every", "exactly", "first", "following", "for", "from", "has",
    "have", "ie",
    "if", "implementation", "implementations", "implemented", "implements", "import", "in",
    "include", "includes", "into", "is", "it", "its", "method", "more", "not", "of", "on", "one",
    "only", "or", "other", "outlined", "over", "paper", "per", "properly", "relevant", "return",
    "section", "self", "set", "should", "specified", "stated", "such", "table", "than", "that",
    "the", "their", "then", "there", "these", "this", "those", "to", "todo", "total", "two", "use",
    "used",
    "uses", "using", "via", "was", "were", "when", "where", "which", "while", "with", "def", "else",
    "elif", "none", "number", "true", "false", "setting", "settings", "work", "works", "written",
    "available", "called", "float", "int", "bool", "str", "made",
  ]
}
