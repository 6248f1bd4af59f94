/// How much words tell in a paper: the fewer of its sentences hold one, the more.
///
/// In bits, doubled and rounded down: whole numbers add up to the same in any order.
struct WordRarity {
  private let weights: [String: Int]
  private let most: Int

  /// `sentences`: the content words of each.
  init(among sentences: [Set<String>]) {
    var counts: [String: Int] = [:]
    for word in sentences.joined() { counts[word, default: 0] += 1 }
    let total = sentences.count
    func weight(_ count: Int) -> Int {
      let ratio = UInt(total * total / (count * count))
      return ratio < 2 ? 1 : UInt.bitWidth - ratio.leadingZeroBitCount
    }
    weights = counts.mapValues(weight)
    most = weight(1)
  }

  /// What a set of words tells in all.
  func sum(_ words: Set<String>) -> Int { words.reduce(0) { $0 + weight($1) } }

  /// What the words tell that two sets share; each exhibit is asked about each sentence, and a set of
  /// these words would be made for nothing else.
  private func sum(_ first: Set<String>, sharedWith second: Set<String>) -> Int {
    if second.count < first.count { return sum(second, sharedWith: first) }
    return first.reduce(0) { second.contains($1) ? $0 + weight($1) : $0 }
  }

  private func weight(_ word: String) -> Int { weights[word] ?? most }

  /// Which share of what one of two sets of words tells the other tells too.
  func likeness(_ first: Set<String>, _ second: Set<String>) -> Double {
    likeness(first, second, telling: sum(first) + sum(second))
  }

  /// The same, of sets that are held against many others: `all` is what each tells, added.
  func likeness(
    _ first: Set<String>, _ second: Set<String>, telling all: @autoclosure () -> Int
  ) -> Double {
    let shared = sum(first, sharedWith: second)
    return shared == 0 ? 0 : Double(shared) / Double(all() - shared)
  }

  /// Which share of what some words tell others tell too.
  func share(of wanted: Set<String>, in words: Set<String>) -> Double {
    share(of: wanted, in: words, telling: sum(wanted))
  }

  /// The same, of words that are sought in many others: `all` is what they tell.
  func share(
    of wanted: Set<String>, in words: Set<String>, telling all: @autoclosure () -> Int
  ) -> Double {
    let shared = sum(wanted, sharedWith: words)
    return shared == 0 ? 0 : Double(shared) / Double(all())
  }
}
