/// Finds a term with what it measures in brackets behind it: `sorting speed (the share of marbles
/// that roll)`.
enum GlossedTerm {
  /// - Parameter at: The first word in the brackets.
  static func hit(at: Int, in sentence: TermSentence, _ index: TermIndex) -> TermHit? {
    guard at > 1, at + 2 < sentence.words.count else { return nil }
    let gap = sentence.ranges[at - 1].upperBound..<sentence.ranges[at].lowerBound
    guard gap.count == 2, sentence.text(gap) == " (", measures(at, sentence) else { return nil }
    let row = sentence.run(upTo: at)
    guard let term = index.longestEnd(of: row, in: sentence, atLeast: leastUses), term.count > 1
    else { return nil }
    return TermHit(term: term, strength: .explained)
  }

  private static let leastUses = 2

  /// Whether words say which amount is meant: `the rate at which`, `minimum drift of`.
  private static func measures(_ at: Int, _ sentence: TermSentence) -> Bool {
    let isArticled = TermWords.determiners.contains(sentence.words[at])
    let first = isArticled ? at + 1 : at
    guard first + 1 < sentence.words.count else { return false }
    let (word, next) = (sentence.words[first], sentence.words[first + 1])
    if word == "how" { return next == "many" || next == "much" || next == "often" }
    guard amounts.contains(word) else { return false }
    return relations.contains(next)
      || first + 2 < sentence.words.count && relations.contains(sentence.words[first + 2])
  }

  private static let amounts: Set<String> = [
    "rate", "ratio", "share", "fraction", "proportion", "percentage", "number", "amount", "average",
    "mean", "median", "sum", "minimum", "maximum", "difference", "distance", "gap", "inverse",
    "degree", "extent", "probability", "variance",
  ]

  private static let relations: Set<String> = ["of", "at", "between", "that", "which", "to"]
}
