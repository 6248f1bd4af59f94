/// Finds the noun phrases that a paper keeps coming back to, whatever the form of its sentences.
///
/// A phrase counts for as often as no longer term has it inside: the C-value of Frantzi, Ananiadou
/// and Mima (2000), with the boundaries of the phrase found from the words beside it.
struct RecurringTerms {
  let index: TermIndex

  private static let fewest = 4
  /// Papers have some dozens; a text that has more repeats itself.
  private static let limit = 400

  /// The phrases in the singular, in the order of the text.
  ///
  /// - Parameter sentences: Those that the index counts.
  func phrases(in sentences: [TermSentence]) -> [[String]] {
    var seen: Set<[String]> = []
    var found: [[String]] = []
    for (sentence, keys) in zip(sentences, index.rows) {
      for start in sentence.words.indices where found.count < Self.limit {
        for phrase in phrases(from: start, in: sentence, keys) where seen.insert(phrase).inserted {
          if isTerm(phrase) { found.append(phrase) }
        }
      }
    }
    return standing(found)
  }

  private func phrases(from start: Int, in sentence: TermSentence, _ keys: [UInt16])
    -> [[String]]
  {
    let run = sentence.run(from: start)
    guard run.count >= 2, index.use(ofKeys: keys[start..<(start + 2)]).all >= Self.fewest else {
      return []
    }
    return (2...run.count).map { length in
      sentence.words[start..<(start + length)].map(Plurals.singular)
    }
  }

  private func isTerm(_ phrase: [String]) -> Bool {
    let use = index.use(of: phrase)
    guard use.all >= Self.fewest, use.isNoun, TermWords.isTerm(phrase[...]),
      TermWords.isSelfStanding(phrase), let first = phrase.first, let last = phrase.last
    else { return false }
    return !index.isVerb([first]) && !index.isVerb([last])
  }

  /// Those that stand often enough outside the longer ones.
  private func standing(_ phrases: [[String]]) -> [[String]] {
    var inside: [[String]: Int] = [:]
    for phrase in phrases where phrase.count > 2 {
      let uses = index.uses(of: phrase)
      for length in 2..<phrase.count {
        for start in 0...(phrase.count - length) {
          let part = Array(phrase[start..<(start + length)])
          inside[part] = max(inside[part] ?? 0, uses)
        }
      }
    }
    return phrases.filter { index.uses(of: $0) - (inside[$0] ?? 0) >= Self.fewest }
  }
}
