internal import IR

// Settings in brackets behind what they are of: `SorterNet (L = 40, k = 12)`.

extension SettingSentence {
  /// Symbols of tests, and of what was found: a count of cases, a probability, a correlation.
  private static let statistics: WordSet = [
    "p", "n", "t", "f", "z", "u", "w", "r", "d", "ρ", "κ", "χ", "χ2", "df", "sd", "m", "se", "ci",
    "mean", "std", "min", "max", "i", "j",
  ]
  private static let findings: WordSet = [
    "result", "results", "measurement", "estimate", "difference", "slope",
  ]
  private static let longestAside = 14

  /// The symbol or word that a value in brackets is set to, with what stands before the bracket.
  func aside(_ value: SettingValue) -> Name? {
    let name = value.words.lowerBound - 2
    guard name >= 1, words.lower(name + 1) == "=", !value.isSpelled, isSetting(name, value),
      let open = opening(before: name + 1), open > 0, !words[open - 1].isLast,
      isSolelySet(from: open), named(endingAt: name) == nil, named(endingAt: open - 1) == nil
    else { return nil }
    let owner = modifiers(before: open - 1)..<open
    guard words[open - 1].lower.utf8.first.map({ !$0.isASCIIDigit }) == true,
      !Vocabulary.stops.contains(words[open - 1].lower),
      !owner.contains(where: {
        Vocabulary.measured.contains(words[$0].lower) || Self.findings.contains(words[$0].lower)
          || MeasureDirection(of: words[$0].lower) != nil
      })
    else { return nil }
    let range = name..<(name + 1)
    return Name(row: row(named: range, "training"), words: range, qualifier: owner)
  }

  private func isSetting(_ name: Int, _ value: SettingValue) -> Bool {
    let word = words[name].lower
    // An acronym is a measure oftener than a setting, and one and nought are cases that are told apart.
    let isAcronym = words.text(words[name].bytes).count(where: \.isUppercase) > 1
    guard word.first?.isLetter == true, word.utf8.count <= 12, !words[name].isLast, !isAcronym,
      !word.contains("′"), !word.contains("^"),
      value.magnitude.map({ $0 != 0 && $0 != 1 }) ?? false,
      MeasureDirection(of: word) == nil, Lexicon.metrics.found(in: word).isEmpty
    else { return false }
    // A rank is a whole number, a correlation is none.
    return !Self.statistics.contains(word) || word == "r" && value.isCount
  }

  /// Where the bracket begins that a word stands in.
  private func opening(before end: Int) -> Int? {
    var at = end - 1
    while at >= max(0, end - Self.longestAside) {
      if words[at].before.has("(") { return at }
      if words[at].after.has(")") || words[at].after.contains(where: { ".;".contains($0) }) {
        return nil
      }
      at -= 1
    }
    return nil
  }

  /// Whether a bracket begins with something set.
  private func isSolelySet(from open: Int) -> Bool { words.lower(open + 1) == "=" }
}
