internal import IR

/// The words of a name as papers, tables and programs write it, in one form for comparison:
/// `n_epochs`, `numEpochs` and `number of epochs` are the same.
struct NameWords: Hashable, Sendable {
  /// Sorted, each once.
  let words: [String]

  init(_ name: String) {
    var pieces = Self.pieces(of: name)[...]
    // What something is counted by does not name it: `pairs_per_split`.
    if let per = pieces.lastIndex(of: "per"), per > 0 { pieces = pieces[..<per] }
    let all = Self.joined(pieces).flatMap(Self.normal)
    let telling = all.filter { !Self.fillers.contains($0) }
    words = Set(telling.isEmpty ? all : telling).sorted()
  }

  /// With `step size` as one word: a number of steps is another thing.
  private static func joined(_ pieces: ArraySlice<String>) -> [String] {
    pieces.reduce(into: []) { joined, piece in
      if piece.lowercase == "size", joined.last?.lowercase == "step" {
        joined[joined.count - 1] = "stepsize"
      } else {
        joined.append(piece)
      }
    }
  }

  /// Normal forms of one word; several for what stands for several.
  static func normal(_ piece: String) -> [String] {
    let word = piece.lowercase
    if let known = synonyms[word] { return known }
    let single = Plurals.singular(word)
    return synonyms[single] ?? [single]
  }

  /// Words that say of what kind a value is, not of what.
  private static let fillers: Set<String> = [
    "number", "of", "the", "a", "an", "per", "size", "value", "rate", "total", "default",
    "parameter", "factor", "coefficient", "probability", "mini", "used", "in", "for",
  ]

  /// The data table of words that stand for one another.
  private static let synonyms: [String: [String]] = [
    "lr": ["learning"], "lrs": ["learning"], "η": ["learning"], "eta": ["learning"],
    "wd": ["weight", "decay"], "bs": ["batch"], "minibatch": ["batch"],
    "dim": ["dimension"], "dimensionality": ["dimension"], "temp": ["temperature"],
    "n": ["number"], "num": ["number"], "no": ["number"], "count": ["number"],
    "eps": ["epsilon"], "ε": ["epsilon"], "ϵ": ["epsilon"],
    "iter": ["step"], "iteration": ["step"], "update": ["step"],
    "seq": ["sequence"], "len": ["length"], "ctx": ["context", "length"],
    "optim": ["optimizer"], "opt": ["optimizer"], "optimiser": ["optimizer"],
    "coef": ["coefficient"], "coeff": ["coefficient"], "prob": ["probability"],
    "std": ["deviation"], "max": ["maximum"], "min": ["minimum"], "val": ["validation"],
    "grad": ["gradient"], "clipping": ["clip"], "init": ["initial"], "resample": ["sample"],
    "resampling": ["sample"], "boot": ["bootstrap"], "hid": ["hidden"], "emb": ["embedding"],
    "embd": ["embedding"], "embed": ["embedding"], "vocab": ["vocabulary"],
    "tol": ["tolerance"], "thresh": ["threshold"], "mom": ["momentum"],
    "α": ["alpha"], "β": ["beta"], "γ": ["gamma"], "δ": ["delta"], "λ": ["lambda"],
    "lam": ["lambda"], "lamda": ["lambda"], "μ": ["mu"], "µ": ["mu"], "ρ": ["rho"],
    "σ": ["sigma"], "τ": ["tau"], "ci": ["confidence", "interval"], "reg": ["regularization"],
    "regularisation": ["regularization"], "training": ["train"], "steps": ["step"],
    "lengths": ["length"],
  ]

  /// `adamBeta_2` is `adam`, `beta2`: a number belongs to the word before it.
  static func pieces(of name: String) -> [String] {
    var found: [String] = []
    var current = ""
    var isAfterLower = false
    var joinsNumber = false
    for character in name {
      if character.isASCIIDigit || character.isNumber {
        if current.isEmpty, joinsNumber, let last = found.popLast() { current = last }
        current.append(character)
        isAfterLower = true
      } else if character.isLetter {
        if isAfterLower, character.isUppercase, !current.isEmpty {
          found.append(current)
          current = ""
        }
        current.append(character)
        isAfterLower = !character.isUppercase
      } else {
        // Only what binds parts of one name.
        joinsNumber = "_^{".contains(character)
        if !current.isEmpty { found.append(current) }
        current = ""
        isAfterLower = false
      }
    }
    if !current.isEmpty { found.append(current) }
    return found
  }
}
