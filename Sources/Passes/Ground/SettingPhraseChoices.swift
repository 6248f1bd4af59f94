internal import IR

// Settings whose values are several words: `stochastic gradient descent`, `the mean squared error as
// the loss`.

extension SettingSentence {
  private static let descents: WordSet = ["descent", "ascent"]
  private static let performing: WordSet = [
    "use", "used", "uses", "using", "by", "via", "with", "employ", "employed", "perform",
    "performed",
  ]

  /// The optimizer by its full name: `trained using stochastic gradient descent`.
  func descents() -> [(name: Name, value: Range<Int>)] {
    words.words.indices.compactMap { index in
      guard Self.descents.contains(words[index].lower), words.lower(index - 1) == "gradient",
        ["stochastic", "adaptive", "mini-batch", "minibatch"].contains(words.lower(index - 2)),
        !words[index - 1].isLast, !words[index - 2].isLast
      else { return nil }
      let start = index - 2
      let verb = ["the", "a", "an"].contains(words.lower(start - 1)) ? start - 2 : start - 1
      guard verb >= 0, Self.performing.contains(words[verb].lower) else { return nil }
      return (
        Name(row: rows("Optimizer"), words: verb..<(verb + 1)),
        words.bytes(start..<(index + 1))
      )
    }
  }

  // MARK: Losses

  private static let errors: [[String]] = [
    ["binary", "cross-entropy"], ["binary", "cross", "entropy"], ["cross-entropy"],
    ["cross", "entropy"], ["mean", "squared", "error"], ["mean", "square", "error"],
    ["mean", "absolute", "error"], ["mse"], ["bce"], ["hinge"], ["huber"], ["infonce"],
  ]
  private static let losses: WordSet = ["loss", "objective", "criterion", "cost"]
  private static let choosing: WordSet = [
    "use", "used", "uses", "using", "adopt", "adopted", "employ", "employed", "apply", "applied",
    "train", "trained", "trains", "optimize", "optimized", "optimise", "optimised", "minimize",
    "minimized", "minimizing", "minimise", "minimised", "minimising", "via", "with",
  ]

  /// What a model is trained to lessen: `we adopt the cross-entropy loss`, `the mean squared error is
  /// used as the loss function`.
  func losses() -> [(name: Name, value: Range<Int>)] {
    var found: [(name: Name, value: Range<Int>)] = []
    var at = 0
    while at < words.words.count {
      guard let end = error(from: at) else {
        at += 1
        continue
      }
      let next = isShortened(at: end) ? end + 1 : end
      if let noun = loss(at..<end, before: next) {
        found.append((Name(row: plain("Loss"), words: noun..<(noun + 1)), words.bytes(at..<end)))
      }
      at = next
    }
    return found
  }

  private func error(from start: Int) -> Int? {
    Self.errors.first { error in
      error.indices.allSatisfy { words.lower(start + $0) == error[$0] }
    }.map { start + $0.count }
  }

  private static let longestShort = 5

  /// Whether the short form of what ends before a word stands there in brackets.
  private func isShortened(at index: Int) -> Bool {
    index < words.words.count && words[index].before.has("(") && words[index].after.has(")")
      && words[index].lower.utf8.count <= Self.longestShort
  }

  /// The word that calls an error a loss: right behind it, or behind `is used as the`.
  private func loss(_ error: Range<Int>, before end: Int) -> Int? {
    let isChosen = words.has(Self.choosing, before: error.lowerBound, within: 5)
    if Self.losses.contains(words.lower(end)) { return isChosen ? end : nil }
    let isUsed = ["is", "was", "are"].contains(words.lower(end)) && words.lower(end + 1) == "used"
    let link = isUsed ? end + 2 : end
    guard words.lower(link) == "as", isUsed || isChosen else { return nil }
    return ((link + 1)..<min(link + 5, words.words.count)).first {
      Self.losses.contains(words[$0].lower)
    }
  }
}
