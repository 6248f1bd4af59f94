internal import IR

/// In how many leaves of a rubric words and names stand.
struct RubricUsage {
  private let leaves: Int
  private var words: [String: Int] = [:]
  private var names: [String: Int] = [:]
  private let all: Double

  /// A rubric with fewer leaves is read as if it had so many: what two of three leaves say is not
  /// what all say.
  private static let fewest = 20

  init(_ requirements: [String]) {
    leaves = max(requirements.count, Self.fewest)
    all = AnswerIndex.logarithm(Double(leaves + 2))
    for requirement in requirements {
      let terms = Terms(requirement, omittingLabels: true)
      for word in terms.words { words[word, default: 0] += 1 }
      for name in terms.names { names[name, default: 0] += 1 }
    }
  }

  /// From 1 for what hardly a leaf says to 0 for what all leaves say.
  private func rarity(_ uses: Int) -> Double {
    AnswerIndex.logarithm(Double(leaves + 2) / Double(uses + 1)) / all
  }

  private func isIn(_ share: Double, _ word: String) -> Bool {
    Double(words[word] ?? 0) < share * Double(leaves)
  }

  /// Whether a word tells a leaf from most others.
  func isTelling(_ word: String) -> Bool { isIn(0.2, word) }

  /// Whether a word is no topic of the whole rubric.
  func isRare(_ word: String) -> Bool { isIn(0.25, word) }

  func rarity(ofName name: String) -> Double {
    let rarity = rarity(names[name] ?? 0)
    return rarity * rarity.squareRoot()
  }

  /// A word tells much if few lines have it, and little if most leaves of the rubric do.
  func worth(of word: String, _ index: AnswerIndex) -> Double {
    let rarity = rarity(words[word] ?? 0)
    let said = index.number(of: word).map { index.units(saying: $0).count } ?? 0
    // What no line says is worth no more than what few say.
    return index.worth(ofHaving: said == 0 ? 20 : said) * rarity * rarity.squareRoot()
  }

  /// Of a word that only tells which of several places is meant.
  func contextWorth(of word: String, _ number: Int32, _ index: AnswerIndex) -> Double {
    0.8 * index.worth(ofHaving: index.reach(of: number)) * rarity(words[word] ?? 0).squareRoot()
  }
}
