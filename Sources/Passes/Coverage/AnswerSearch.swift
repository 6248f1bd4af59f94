internal import IR

/// Finds the line or sentence of the inputs that answers a requirement.
struct AnswerSearch {
  let index: AnswerIndex
  /// In how many leaves of the rubric a word stands.
  private let uses: [String: Int]
  private let leaves: Int
  private var scores: [Score]

  /// What is asked: the requirement, and the one above it, which says what it is about.
  struct Question {
    let terms: Terms
    let above: Terms

    init(_ requirement: String, above: String) {
      terms = Terms(requirement, omittingLabels: true)
      self.above = Terms(above, omittingLabels: true)
    }
  }

  /// What a unit has of a question, in what it is worth.
  private struct Score {
    /// Of its words, what the unit says itself, and what is said around it.
    var own = 0.0
    var ownWords = 0
    var around = 0.0
    var numbers = 0.0
    var names = 0.0
    /// Of the words of the requirement above.
    var above = 0.0

    var total: Double { own + 0.5 * around + 0.2 * above + numbers + names }
  }

  /// How much of what the best words of a requirement are worth has to be found.
  private static let shareWithNumber = 0.3
  private static let shareWithRareNumber = 0.15
  private static let shareWithName = 0.3
  private static let shareOfWords = 0.6
  /// A requirement that states a number is seldom answered by a line without it.
  private static let shareInPlaceOfNumber = 0.85
  /// How much the line itself has to say of it, and not only what is around it.
  private static let ownShare = 0.2
  /// How many words count for that: a long requirement says much that no line repeats.
  private static let wordLimit = 6

  init(_ index: AnswerIndex, leaves: [String]) {
    self.index = index
    self.leaves = leaves.count
    var uses: [String: Int] = [:]
    for leaf in leaves {
      let terms = Terms(leaf, omittingLabels: true)
      for word in terms.words { uses[word, default: 0] += 1 }
      for name in terms.names.flatMap(Self.tails) { uses[name, default: 0] += 1 }
    }
    self.uses = uses
    scores = Array(repeating: Score(), count: index.units.count)
  }

  /// The unit that answers best, by its index; nil if none answers.
  ///
  /// A requirement that states numbers is answered by a unit that has one of them; one that names
  /// something by a unit with the name; any other only where most of its words stand.
  mutating func answer(to question: Question) -> Int? {
    var touched: Set<Int32> = []
    add(question, &touched)
    defer { for unit in touched { scores[Int(unit)] = Score() } }
    let worths = question.terms.words.map(worth).sorted(by: >).prefix(Self.wordLimit)
    let sought = worths.reduce(0, +)
    guard sought > 0 else { return nil }
    // In the order of the inputs, so that the first of equals is found.
    let units = touched.sorted()
    func best(where answers: (Score) -> Bool) -> Int? {
      var best: (unit: Int, total: Double)?
      for unit in units {
        let score = scores[Int(unit)]
        guard answers(score) else { continue }
        let total = score.total * index.units[Int(unit)].weight
        if total > best?.total ?? 0 { best = (Int(unit), total) }
      }
      return best?.unit
    }
    // Small numbers stand everywhere: they are no sign of an answer, nor their want of none.
    let telling = index.worth(ofHaving: 0) / 2
    let statesNumber = question.terms.numbers.contains {
      index.worth(ofHaving: index.units(holding: $0).count) >= telling
    }
    let shareOfWords = statesNumber ? Self.shareInPlaceOfNumber : Self.shareOfWords
    return best { score in
      let said = score.own + score.around
      return score.numbers >= 1.5 * telling
        ? said >= Self.shareWithRareNumber * sought
        : score.numbers > 0 && score.own >= Self.ownShare * sought
          && said >= Self.shareWithNumber * sought
    }
      ?? best { score in
        score.names > 0 && score.own + score.around >= Self.shareWithName * sought
      }
      ?? best { score in
        score.ownWords > 1 && score.own + score.around >= shareOfWords * sought
          && score.own >= shareOfWords * sought / 2
      }
  }

  private mutating func add(_ question: Question, _ touched: inout Set<Int32>) {
    for word in question.terms.words.sorted() {
      let worth = worth(of: word)
      for unit in index.units(saying: word) {
        scores[Int(unit)].own += worth
        scores[Int(unit)].ownWords += 1
        touched.insert(unit)
      }
      for unit in index.units(near: word) { scores[Int(unit)].around += worth }
      touched.formUnion(index.units(near: word))
    }
    for number in question.terms.numbers.sorted() {
      let units = index.units(holding: number)
      let worth = index.worth(ofHaving: units.count)
      for unit in units where touched.contains(unit) { scores[Int(unit)].numbers += worth }
    }
    for name in Set(question.terms.names.flatMap(Self.tails)).sorted() {
      let units = index.units(naming: name)
      let worth = index.worth(ofHaving: units.count) * rarity(of: name)
      for unit in units where touched.contains(unit) { scores[Int(unit)].names += worth }
    }
    for word in question.above.words.sorted() where !question.terms.words.contains(word) {
      let worth = worth(of: word)
      for unit in index.units(saying: word) where touched.contains(unit) {
        scores[Int(unit)].above += worth
      }
      for unit in index.units(near: word) where touched.contains(unit) {
        scores[Int(unit)].above += worth
      }
    }
  }

  /// A word tells much if few lines have it, and little if most leaves of the rubric do.
  private func worth(of word: String) -> Double {
    index.worth(ofHaving: index.units(saying: word).count) * rarity(of: word)
  }

  /// From 1 for what no leaf says to little for what all leaves say.
  private func rarity(of term: String) -> Double {
    let all = AnswerIndex.logarithm(Double(leaves + 2))
    let rare = AnswerIndex.logarithm(Double(leaves + 2) / Double(uses[term, default: 0] + 1))
    return (rare / all).squareRoot()
  }

  /// `ant-path-edges` and `path-edges`: code leaves out what its file or class says.
  private static func tails(of name: String) -> [String] {
    let parts = name.split(separator: "-")
    let starts = parts.count > 2 ? 0..<(parts.count - 1) : 0..<1
    return starts.map { parts[$0...].joined(separator: "-") }
  }
}
