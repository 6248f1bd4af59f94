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
  func sum(_ words: Set<String>) -> Int {
    words.reduce(0) { $0 + (weights[$1] ?? most) }
  }

  /// Which share of what one of two sets of words tells the other tells too.
  func likeness(_ first: Set<String>, _ second: Set<String>) -> Double {
    let all = sum(first.union(second))
    return all == 0 ? 0 : Double(sum(first.intersection(second))) / Double(all)
  }

  /// Which share of what some words tell others tell too.
  func share(of wanted: Set<String>, in words: Set<String>) -> Double {
    let all = sum(wanted)
    return all == 0 ? 0 : Double(sum(wanted.intersection(words))) / Double(all)
  }
}
