internal import IR

// Settings that a verb or a preposition tells rather than a name: what is averaged over, generated,
// shifted, or held by each of several things.

extension SettingSentence {
  // MARK: Counts

  private static let aggregating: WordSet = [
    "maximized", "maximised", "minimized", "minimised", "averaged", "averaging", "average",
    "aggregated", "mean", "median", "computed", "estimated",
  ]

  /// What results are taken over: `averaged over 25 independent realizations`.
  func aggregated(over value: SettingValue) -> Name? {
    let over = value.words.lowerBound - 1
    guard value.isCount, words.lower(over) == "over",
      words.has(Self.aggregating, before: over, within: 3)
    else { return nil }
    return plural(after: value, within: 7).map { Name(row: row(named: $0, "training"), words: $0) }
  }

  private static let generating: WordSet = [
    "generate", "generated", "generates", "generating", "sample", "sampled", "sampling", "draw",
    "drawn",
  ]
  private static let samples: WordSet = [
    "samples", "images", "sequences", "sentences", "trajectories", "completions", "molecules",
    "generations", "responses",
  ]

  /// How much is drawn from a model: `the time taken to generate 10,000 samples`.
  func generated(_ value: SettingValue) -> Name? {
    let verb = value.words.lowerBound - 1
    guard value.isCount, !value.isSpelled, Self.generating.contains(words.lower(verb)),
      let noun = plural(after: value, within: 3),
      Self.samples.contains(words[noun.lowerBound].lower)
    else { return nil }
    let phrase = value.words.upperBound..<noun.upperBound
    return Name(
      row: plain("Generated samples", "inference"), words: noun,
      qualifier: phrase.count > 1 ? phrase : nil)
  }

  private static let members: WordSet = [
    "samples", "examples", "images", "points", "sequences", "instances", "questions", "prompts",
    "problems", "sentences", "documents", "pairs", "graphs", "trajectories",
  ]
  private static let distributing: WordSet = ["each", "per"]
  private static let evaluating: WordSet = [
    "test", "validation", "held-out", "dev", "evaluation",
  ]

  /// How much data is used: `with 100,000 samples each`, `over 128 examples from the validation set`.
  func drawn(_ value: SettingValue) -> Name? {
    guard value.isCount, !value.isSpelled, let noun = plural(after: value, within: 3),
      Self.members.contains(words[noun.lowerBound].lower)
    else { return nil }
    let next = noun.upperBound
    if Self.distributing.contains(words.lower(next)), !words[next - 1].isLast {
      let kind = words.lower(next) == "per" ? min(next + 2, words.words.count) : next + 1
      return Name(row: row(named: noun.lowerBound..<kind, "data"), words: noun.lowerBound..<kind)
    }
    guard ["over", "on"].contains(before(value)), ["from", "of", "in"].contains(words.lower(next)),
      (next..<min(next + 6, words.words.count)).contains(where: {
        Self.evaluating.contains(words[$0].lower)
      })
    else { return nil }
    return Name(row: plain("Evaluation examples", "data"), words: noun)
  }

  /// The word before a value and its article.
  private func before(_ value: SettingValue) -> String {
    let last = words.lower(value.words.lowerBound - 1)
    return last == "the" || last == "all" ? words.lower(value.words.lowerBound - 2) : last
  }

  private static let having: WordSet = ["with", "has", "having", "containing", "contains"]

  /// What each of several things has: `61 sorters, each with 300 classes`.
  func held(_ value: SettingValue) -> Name? {
    let link = value.words.lowerBound - 1
    guard value.isCount, Self.having.contains(words.lower(link)), words.lower(link - 1) == "each"
    else { return nil }
    return plural(after: value, within: 3).map { Name(row: row(named: $0, "model"), words: $0) }
  }

  private static let parts: WordSet = [
    "elements", "items", "symbols", "bits", "digits", "variables", "objects", "letters",
    "characters",
  ]

  /// How large the things are that a task is about: `a permutation of 5 elements`.
  func composed(_ value: SettingValue) -> Name? {
    guard value.isCount, words.lower(value.words.lowerBound - 1) == "of",
      let noun = plural(after: value, within: 2), Self.parts.contains(words[noun.lowerBound].lower)
    else { return nil }
    return Name(row: row(named: noun, "data"), words: noun)
  }

  /// The first plural behind a value, before anything that ends its phrase.
  private func plural(after value: SettingValue, within reach: Int) -> Range<Int>? {
    let start = value.words.upperBound
    guard start < words.words.count, !words[start - 1].isLast else { return nil }
    for index in start..<min(start + reach, words.words.count) {
      let word = words[index]
      if word.isFirst { return nil }
      if Plurals.isPlural(word.lower), !Vocabulary.stops.contains(word.lower) {
        return Vocabulary.uncounted.contains(word.lower) ? nil : index..<(index + 1)
      }
      if word.isLast || Vocabulary.stops.contains(word.lower) && word.lower != "and" { return nil }
    }
    return nil
  }

  // MARK: Amounts of a change

  private static let units: WordSet = ["pixels", "pixel", "degrees", "degree", "px"]
  private static let shifting: WordSet = [
    "jittered", "shifted", "translated", "rotated", "cropped", "padded", "jitter", "shift",
    "translate", "rotate", "crop", "pad", "padding", "translation", "rotation", "shifts",
    "rotations", "translations",
  ]

  /// By how much inputs are changed: `jittered by up to two pixels`, `4 pixels are padded on each
  /// side`; the unit belongs to the value.
  func shifts() -> [(name: Name, value: Range<Int>)] {
    values.compactMap { value in
      let unit = value.words.upperBound
      guard value.magnitude != nil, unit < words.words.count, !words[unit - 1].isLast,
        Self.units.contains(words[unit].lower),
        let verb = shift(before: value) ?? shift(after: unit)
      else { return nil }
      let name = Name(row: row(named: verb, "data"), words: verb)
      return (name, value.bytes.lowerBound..<words[unit].bytes.upperBound)
    }
  }

  private func shift(before value: SettingValue) -> Range<Int>? {
    let links: WordSet = [
      "by", "up", "to", "of", "at", "most", "between", "within", "randomly",
    ]
    var at = value.words.lowerBound - 1
    while at >= 0, links.contains(words[at].lower), !words[at].isLast { at -= 1 }
    guard at >= 0, at < value.words.lowerBound - 1, Self.shifting.contains(words[at].lower) else {
      return nil
    }
    return at..<(at + 1)
  }

  private func shift(after unit: Int) -> Range<Int>? {
    guard !words[unit].isLast, ["are", "were", "is"].contains(words.lower(unit + 1)),
      Self.shifting.contains(words.lower(unit + 2))
    else { return nil }
    return (unit + 2)..<(unit + 3)
  }

  // MARK: Values that are tried

  private static let trying: WordSet = [
    "search", "searched", "sweep", "swept", "tune", "tuned", "tuning", "optimize", "optimise",
    "evaluating", "evaluated", "tried", "try", "trying", "vary", "varied", "grid", "considered",
    "explore", "explored", "test", "tested",
  ]
  private static let choosing: WordSet = ["values", "over", "among", "from", "of", "in", "∈"]
  private static let furthest = 9

  /// What a list of values is tried for: `a search for the best learning rate, evaluating values of
  /// {0.1, 0.01}`.
  func tried(_ value: SettingValue) -> Name? {
    let start = value.words.lowerBound
    guard value.isList, words.has(Self.trying), Self.choosing.contains(words.lower(start - 1))
    else {
      return nil
    }
    for end in (max(0, start - Self.furthest)..<start).reversed() {
      if values.contains(where: { $0.words.contains(end) }) { return nil }
      if let name = Self.names.name(endingAt: end, in: words), name.row.accepts(value) {
        return Name(row: name.row, words: name.words)
      }
      if words[end].after.contains(where: { ".;".contains($0) }) { return nil }
    }
    return nil
  }

  // MARK: Panels

  /// The noun that a panel of a figure gives a value to: `10 rounds with a load of 1/200`. What is
  /// measured is no setting.
  func varied(_ value: SettingValue) -> Name? {
    let link = value.words.lowerBound - 1
    guard ["of", "=", "at"].contains(words.lower(link)), link > 0, !value.isSpelled else {
      return nil
    }
    let noun = words[link - 1]
    guard !noun.isLast, noun.lower.utf8.count > 2,
      noun.lower.allSatisfy({ $0.isLetter || $0 == "-" }),
      !Vocabulary.stops.contains(noun.lower), MeasureDirection(of: noun.lower) == nil,
      Lexicon.metrics.found(in: noun.lower).isEmpty
    else { return nil }
    return Name(row: row(named: (link - 1)..<link, "training"), words: (link - 1)..<link)
  }
}
