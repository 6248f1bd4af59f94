internal import IR

/// What a requirement asks, in words that each are worth something.
///
/// A word is worth the more, the fewer lines of the inputs and the fewer requirements of the rubric
/// have it, and the deeper in the tree of requirements it first appears: what all siblings share is
/// what they are about, what a leaf adds is what it asks.
struct Question {
  struct Word {
    /// As numbers of the vocabulary: the word, and its first letters, by which code shortens it.
    let forms: [Int32]
    let worth: Double
    /// Whether few leaves of the rubric use it.
    let isTelling: Bool
  }

  struct Value {
    /// As it is stated, and what the inputs have that it is rounded from.
    let numbers: [Double]
    let worth: Double
    /// Whether it stands in so many places that it tells nothing by itself.
    let isCommon: Bool
    /// What the number is of, as bits of `demand`, the nearest first, with what each word counts.
    var nouns: [(bit: UInt64, share: Double)]
    /// Of the words on its other side.
    var others: UInt64
    /// Whether it says how many there are of what follows it.
    let counts: Bool
    /// Whether all that it is of are words of proper names.
    let isOfProper: Bool

    /// All of `nouns`.
    var noun: UInt64 { nouns.reduce(0) { $0 | $1.bit } }
    /// The words on both sides.
    var around: UInt64 { noun | others }
  }

  struct Name {
    /// As the inputs have it.
    let name: String
    let worth: Double
  }

  /// At most as many as a mask has bits.
  private(set) var demand: [Word] = []
  private(set) var context: [Word] = []
  /// Those words of the context that the requirement itself tells, as bits of `context`.
  private(set) var told: UInt64 = 0
  /// Those words of the circumstances that the demand says again, as bits of `demand`.
  private(set) var repeated: UInt64 = 0
  private(set) var values: [Value] = []
  /// The numbers of its circumstances, with what each is worth as a sign of the place.
  private(set) var marks: [(number: Double, worth: Double)] = []
  private(set) var names: [Name] = []
  /// What the best words of the demand are worth together.
  private(set) var sought = 0.0
  /// The three best words of the demand that few other leaves use, the best first.
  private(set) var best: [UInt64] = []
  /// The same of those that the inputs have.
  private(set) var telling: UInt64 = 0

  /// Whether it is about something with a proper name that no input has: what the inputs set the
  /// same parameter to is then that of something else.
  private(set) var isOfUnknown = false

  /// Whether it asks how far a training goes.
  private(set) var asksForProgress = false
  static let progress: Set<String> = Set(
    ["epochs", "iterations", "steps", "updates"].map(Terms.stem))
  /// The words of proper names, of models, data sets and environments, that the inputs have: as bits
  /// of `demand` and of `context`.
  private(set) var proper: UInt64 = 0
  private(set) var properContext: UInt64 = 0
  /// Both as numbers of the vocabulary.
  private(set) var properNumbers: Set<Int32> = []
  /// The former with their numbers in the vocabulary.
  private(set) var properWords: [(bit: UInt64, word: Int32)] = []

  private static let wordLimit = 64
  /// How many words count for `sought`: a long requirement says much that no line repeats.
  private static let soughtLimit = 6
  private static let nounLimit = 3
  /// How near a noun stands to its number decides how much it counts.
  private static let nounShares = [1, 0.6, 0.4]

  /// Nil for a question whose words say nothing.
  init?(_ requirement: String, ancestors: [Terms], _ usage: RubricUsage, _ index: AnswerIndex) {
    let clauses = Clauses(requirement)
    let terms = Terms(clauses.demand, omittingLabels: true)
    if Self.namesTheUnknown(requirement, usage, index) { return nil }
    let capitals = CapitalNames.words(in: requirement)
    isOfUnknown = capitals.contains {
      $0.utf8.count > 3 && index.number(of: $0) == nil && usage.isRare($0)
    }
    func depth(of word: String) -> Double {
      let first = ancestors.firstIndex { $0.words.contains(word) } ?? ancestors.count
      return 0.3 + 0.7 * (ancestors.isEmpty ? 1 : Double(first) / Double(ancestors.count))
    }
    let words = terms.words.map { word in
      (word, usage.worth(of: word, index) * depth(of: word))
    }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.wordLimit)
    var bits: [String: UInt64] = [:]
    for (bit, (word, worth)) in words.enumerated() {
      bits[word] = 1 << UInt64(bit)
      demand.append(
        Word(forms: Self.forms(of: word, index), worth: worth, isTelling: usage.isTelling(word)))
    }
    let worths = demand.map { $0.forms.isEmpty ? $0.worth / 2 : $0.worth }.sorted(by: >)
    sought = worths.prefix(Self.soughtLimit).reduce(0, +)
    if sought <= 0 { return nil }
    asksForProgress = !terms.words.isDisjoint(with: Self.progress)
    best = demand.indices.prefix(3).filter { demand[$0].isTelling }.map { 1 << UInt64($0) }
    telling = demand.indices.filter { demand[$0].isTelling && !demand[$0].forms.isEmpty }
      .prefix(3).reduce(0) { $0 | 1 << UInt64($1) }
    properWords = capitals.sorted().compactMap { word in
      index.number(of: word).flatMap { number in bits[word].map { ($0, number) } }
    }
    proper = properWords.reduce(0) { $0 | $1.bit }
    let named = capitals.union(Self.quoted(requirement))
    properNumbers = Set(named.compactMap(index.number))
    addContext(
      clauses.circumstances, ancestors, besides: bits, proper: named, usage, index)
    addValues(terms, bits, index)
    marks = Terms(clauses.circumstances, omittingLabels: true).numbers.sorted().compactMap {
      let units = index.units(holding: $0)
      return units.isEmpty ? nil : ($0, 0.8 * index.worth(ofHaving: units.count))
    }
    names = terms.names.sorted().compactMap { Self.name($0, usage, index) }
  }

  /// The words of what stands in code font: `hall-bernburg`.
  private static func quoted(_ requirement: String) -> Set<String> {
    let parts = requirement.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.reduce(into: []) { words, place in
      if place % 2 == 1, place + 1 < parts.count { words.formUnion(Terms(parts[place]).words) }
    }
  }

  /// Whether a requirement is about something with a name of capital letters that no input has. A
  /// name that most leaves of the rubric use is its topic, and need not be named.
  private static func namesTheUnknown(
    _ requirement: String, _ usage: RubricUsage, _ index: AnswerIndex
  ) -> Bool {
    requirement.split { !$0.isLetter }.contains { run in
      guard run.count > 1, run.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
        !kinds.contains(run)
      else { return false }
      let words = Terms(run).words
      return !words.isEmpty && words.allSatisfy { index.number(of: $0) == nil && usage.isRare($0) }
    }
  }

  /// Kinds of things in capitals, which code makes without calling them so.
  private static let kinds: Set<Substring> = [
    "MLP", "MLPS", "NN", "DNN", "ANN", "CNN", "RNN", "GNN", "LSTM", "RL", "ML", "LLM", "API", "GPU",
    "CPU", "TODO",
  ]

  /// Without those that no input says.
  private static func forms(of word: String, _ index: AnswerIndex) -> [Int32] {
    let forms = word.utf8.count >= 6 ? [word, String(word.prefix(4))] : [word]
    return forms.compactMap { index.number(of: $0) }
  }

  /// The circumstances; where a requirement tells none, what its ancestors say.
  private mutating func addContext(
    _ circumstances: String, _ ancestors: [Terms], besides demand: [String: UInt64],
    proper: Set<String>, _ usage: RubricUsage, _ index: AnswerIndex
  ) {
    func words(_ all: Set<String>, _ factor: Double) -> [(String, Word)] {
      all.filter { demand[$0] == nil }.compactMap { word in
        index.number(of: word).map { number in
          (
            word,
            Word(
              forms: [number], worth: factor * usage.contextWorth(of: word, number, index),
              isTelling: false)
          )
        }
      }
    }
    let told = Terms(circumstances, omittingLabels: true).words
    let above = ancestors.reduce(into: Set<String>()) { $0.formUnion($1.words) }.subtracting(told)
    let all = words(told, 1) + words(above, told.isEmpty ? 0.6 : 0.4)
    let ranked = all.sorted { ($1.1.worth, $0.0) < ($0.1.worth, $1.0) }.prefix(Self.wordLimit)
    context = ranked.map(\.1)
    repeated = told.reduce(0) { $0 | (demand[$1] ?? 0) }
    for (bit, word) in ranked.enumerated() where told.contains(word.0) {
      self.told |= 1 << UInt64(bit)
    }
    for (bit, word) in ranked.enumerated() where proper.contains(word.0) {
      properContext |= 1 << UInt64(bit)
    }
  }

  private mutating func addValues(
    _ terms: Terms, _ bits: [String: UInt64], _ index: AnswerIndex
  ) {
    let pieces = terms.pieces
    // A letter of a name is none, nor is what no input says.
    func isNoun(_ word: String) -> Bool {
      bits[word] != nil && word.utf8.count > 1 && !Self.forms(of: word, index).isEmpty
    }
    for (at, piece) in pieces.enumerated() {
      guard case .number(let number) = piece else { continue }
      let preceding = Self.words(of: pieces[..<at].reversed(), pausing: false)
      if preceding.first == Self.citing, Self.years.contains(number) { continue }
      let isShare = pieces[(at + 1)...].first == .percent
      let past = at + (isShare ? 2 : 1)
      let isEnclosed = at > 0 && pieces[at - 1] == .pause && pieces[past...].first == .close
      let following = Self.words(of: pieces[(past + (isEnclosed ? 1 : 0))...], pausing: true)
      // “32 hidden layers” are layers; a “size of 32” is a size, and so is a “size (32) of layers”;
      // but “twenty (20) episodes” are episodes.
      let isRepeated = preceding.first.map { StatedNumbers.stems.contains($0) } ?? false
      let leads = following.isEmpty || isEnclosed && !isRepeated && !preceding.isEmpty
      var nouns = leads ? preceding : following.reversed()
      // “A value of 4 for the norm” is of the norm.
      if nouns.first == Self.general {
        nouns = nouns.dropFirst() + Self.words(of: pieces[past...], pausing: false)
      }
      // Code has `0.6` for 60%.
      let numbers =
        index.numbers(roundedTo: number) + (isShare ? index.numbers(roundedTo: number / 100) : [])
      let count = numbers.reduce(0) { $0 + index.units(holding: $1).count }
      let named = zip(nouns.filter(isNoun), Self.nounShares).map { noun, share in
        let bit = bits[noun] ?? 0
        return (bit: bit, share: share * demand[bit.trailingZeroBitCount].worth)
      }
      let worth = max(1, index.worth(ofHaving: count))
      values.append(
        Value(
          numbers: numbers, worth: worth,
          isCommon: worth < Self.commonNumber * index.greatestWorth, nouns: named,
          others: (leads ? following : preceding).reduce(0) { $0 | (bits[$1] ?? 0) },
          counts: !leads && !isShare,
          isOfProper: !named.isEmpty && named.allSatisfy { $0.bit & proper != 0 }))
    }
    // In “0.5, 0.5 probability” both are probabilities.
    for at in values.indices.dropLast().reversed() where values[at].around == 0 {
      values[at].nouns = values[at + 1].nouns
      values[at].others = values[at + 1].others
    }
  }

  /// What a number tells at least that is not common, of the most that anything can.
  static let commonNumber = 0.5
  private static let general = Terms.stem("value")
  /// The word before the year of a citation: `Glass et al. (2022)`.
  private static let citing = "al"
  private static let years = 1900.0...2100.0

  /// The next words, up to a pause if it matters.
  private static func words(of pieces: some Sequence<Terms.Piece>, pausing: Bool) -> [String] {
    var words: [String] = []
    for piece in pieces where words.count < nounLimit {
      switch piece {
      case .word(let word): words.append(word)
      case .number, .percent, .pause, .close: if pausing { return words }
      }
    }
    return words
  }

  /// A name as it stands in the inputs; `path-edges` for `ant-path-edges`, since code leaves out
  /// what its file or class says. Nil if neither stands there.
  private static func name(_ name: String, _ usage: RubricUsage, _ index: AnswerIndex) -> Name? {
    let parts = name.split(separator: "-")
    let starts = parts.count > 2 ? 0..<(parts.count - 1) : 0..<1
    for start in starts {
      let tail = parts[start...].joined(separator: "-")
      let count = index.units(naming: tail).count
      guard count > 0 else { continue }
      let factor = start == 0 ? 1 : 0.8
      return Name(
        name: tail, worth: factor * usage.rarity(ofName: name) * index.worth(ofHaving: count))
    }
    return nil
  }
}
