internal import IR

// Settings that whole phrases tell: how training begins, when its rate falls, what is held out, and
// how inputs are normalized.

extension SettingSentence {
  private static let warming: WordSet = [
    "warmup", "warm-up", "warming", "warmed", "warms", "warm",
  ]

  /// Whether counted steps are those of a warm-up: `warming up for 500 updates`, `warm-up over the
  /// first 2000 steps`, `200 warm-up steps`.
  func warmUp(_ value: SettingValue, _ noun: ParameterNames.Mention) -> Name? {
    guard noun.row.name == "Training steps" || noun.row.name == "Epochs",
      words.has(Self.warming, before: value.words.lowerBound, within: 5),
      isOneClause(before: value.words.lowerBound)
    else { return nil }
    return Name(row: rows("Warmup steps"), words: noun.words, qualifier: noun.words)
  }

  /// Whether no comma, and no word of what follows a warm-up, stands between it and an index.
  private func isOneClause(before index: Int) -> Bool {
    var at = index - 1
    while at >= 0, !Self.warming.contains(words[at].lower) {
      if words[at].isLast || ["then", "followed", "and"].contains(words[at].lower) { return false }
      at -= 1
    }
    return at >= 0 && !words[at].isLast
  }

  private static let reductions: WordSet = [
    "divide", "divided", "dividing", "decay", "decayed", "decays", "decrease", "decreased", "drop",
    "dropped", "reduce", "reduced", "lower", "lowered", "multiply", "multiplied",
  ]
  private static let moments: WordSet = ["iterations", "steps", "epochs", "updates"]

  private static let rates: WordSet = ["rate", "lr"]

  /// When the learning rate falls: `divide it by 10 at 32k and 48k iterations`.
  func milestones() -> (name: Name, value: Range<Int>)? {
    guard words.has(Self.rates),
      let act = words.words.indices.first(where: { Self.reductions.contains(words[$0].lower) })
    else { return nil }
    for at in (act + 1)..<max(act + 1, min(act + 8, words.words.count))
    where words[at].lower == "at" {
      // `at epochs 30 and 60`, `at 32k and 48k iterations`.
      let leads = Self.moments.contains(words.lower(at + 1))
      var end = at + (leads ? 2 : 1)
      let start = end
      while end < words.words.count,
        SettingValue.isNumber(words[end].lower) || end > start && words[end].lower == "and"
      {
        end += 1
        if words[end - 1].after.contains(where: { ".;)".contains($0) }) { break }
      }
      guard end > start, SettingValue.isNumber(words[end - 1].lower),
        leads || Self.moments.contains(words.lower(end))
      else { continue }
      let name = Name(
        row: plain("Learning rate drops"), words: act..<(act + 1),
        qualifier: leads ? (at + 1)..<(at + 2) : end..<(end + 1))
      return (name, words.bytes(start..<end))
    }
    return nil
  }

  private static let heldOut: WordSet = [
    "validation", "test", "held-out", "holdout", "development", "dev",
  ]

  /// What part of the data is held out: `0.5% of the dataset as the validation set`.
  func share(_ value: SettingValue) -> Name? {
    guard words.text(value.bytes).has("%"), words.lower(value.words.upperBound) == "of" else {
      return nil
    }
    let first = value.words.upperBound + 1
    for index in first..<max(first, min(first + 8, words.words.count)) {
      if words[index].lower == "as" || words[index].lower == "for" {
        let part = [index + 1, index + 2].first { Self.heldOut.contains(words.lower($0)) }
        return part.map { fraction($0..<($0 + 1)) }
      }
      if words[index].isLast { return nil }
    }
    return nil
  }

  private func fraction(_ part: Range<Int>) -> Name {
    Name(row: plain("Held-out fraction", "data"), words: part, qualifier: part)
  }

  private static let normalizing: WordSet = [
    "normalize", "normalized", "normalise", "normalised", "subtract", "subtracted", "subtracting",
    "standardize", "standardized",
  ]

  /// What inputs are normalized by: `subtract the mean 0.1 and divide by the standard deviation 0.3`.
  func normalization(_ value: SettingValue) -> Name? {
    let last = value.words.lowerBound - 1
    let end = ["of", "is", "="].contains(words.lower(last)) ? last - 1 : last
    guard end >= 0, !value.isSpelled, words.has(Self.normalizing) else { return nil }
    let isDeviation = words[end].lower == "deviation" && words.lower(end - 1) == "standard"
    guard words[end].lower == "mean" || isDeviation, !words[end].isLast else { return nil }
    let range = (isDeviation ? end - 1 : end)..<(end + 1)
    let name = isDeviation ? "Normalization standard deviation" : "Normalization mean"
    return Name(row: plain(name, "data"), words: range)
  }

  private static let sweeping: WordSet = [
    "vary", "varied", "varying", "sweep", "swept", "sweeping",
  ]

  /// Between what a parameter is tried: `we vary the width from 1 to 64`.
  func sweep(_ value: SettingValue) -> Name? {
    let from = value.words.lowerBound - 1
    guard words.lower(from) == "from", words.text(value.bytes).has(" to ") else { return nil }
    let near = max(0, from - 5)..<from
    guard let act = near.last(where: { Self.sweeping.contains(words[$0].lower) }) else {
      return nil
    }
    let start = words.lower(act + 1) == "the" ? act + 2 : act + 1
    guard start < from, !(start..<from).contains(where: { words[$0].isLast }) else { return nil }
    return Name(row: row(named: start..<from, "training"), words: start..<from)
  }
}
