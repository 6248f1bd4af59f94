internal import IR

/// Finds names by their letters: `SimMIM`, `WNNM-1`, `GetCapabilities`.
enum ProperTerm {
  private static let leastUses = 2

  /// The name that a sentence speaks of, if its words let one expect that it defines something.
  static func subject(of sentence: TermSentence, _ index: TermIndex) -> TermHit? {
    guard let first = sentence.words.first else { return nil }
    let word = TermForms.articles.contains(first) ? 1 : 0
    guard word < sentence.words.count, sentence.isTermWord[word],
      isName(sentence.text(sentence.ranges[word])),
      index.uses(of: [sentence.words[word]]) >= leastUses
    else { return nil }
    return TermHit(term: word..<(word + 1), strength: .explained)
  }

  /// Whether a word has a capital inside, and is no number of an item: `RQ1`.
  static func isName(_ word: Substring) -> Bool {
    guard word.utf8.count > 2, word.utf8.first.map({ $0 < 0x80 }) == true else { return false }
    let isLabel = word.utf8.dropFirst(2).allSatisfy(\.isASCIIDigit)
    return !isLabel && word.dropFirst().contains(where: \.isUppercase)
  }
}
