/// Finds terms that a paper names together with their symbols: `the perturbation ε`.
enum SymbolledTerm {
  private static let fewest = 3

  /// The first place of each term that stands before a letter often enough, by its sentence.
  static func hits(in sentences: [TermSentence], _ index: TermIndex) -> [(Int, TermHit)] {
    var counts: [[String]: Int] = [:]
    var first: [(key: [String], at: Int, hit: TermHit)] = []
    for (at, sentence) in sentences.enumerated() {
      for word in sentence.words.indices.dropLast() where sentence.isTermWord[word] {
        guard let symbol = sentence.symbol(at: word + 1),
          let term = term(endingAt: word, in: sentence, index)
        else { continue }
        let key = sentence.words[term].map(Plurals.singular)
        counts[key, default: 0] += 1
        if counts[key] == 1 {
          first.append(
            (key, at, TermHit(term: term, strength: .described, notation: symbol)))
        }
      }
    }
    return first.filter { counts[$0.key, default: 0] >= fewest }.map { ($0.at, $0.hit) }
  }

  private static func term(endingAt word: Int, in sentence: TermSentence, _ index: TermIndex)
    -> Range<Int>?
  {
    let row = sentence.run(upTo: word + 1)
    guard let term = index.longestEnd(of: row, in: sentence, atLeast: fewest),
      TermWords.isTerm(sentence.words[term]), term.lowerBound > 0,
      TermWords.opensPhrase(sentence.words[term.lowerBound - 1])
    else { return nil }
    return term
  }
}
