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
    let shared = sum(first, sharedWith: second)
    let all = sum(first) + sum(second) - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  /// Which share of what some words tell others tell too.
  func share(of wanted: Set<String>, in words: Set<String>) -> Double {
    let all = sum(wanted)
    return all == 0 ? 0 : Double(sum(wanted, sharedWith: words)) / Double(all)
  }
}
