internal import IR

/// How often a paper uses the phrases that may be terms; singular and plural count as one.
struct TermIndex: Sendable {
  /// The words of the longest term.
  static let longest = 4

  private var keys: [String: UInt16] = [:]
  /// Uses by the keys of the words, sixteen bits each.
  private var counts: [UInt64: Int] = [:]

  init(_ sentences: [TermSentence]) {
    for sentence in sentences { count(sentence) }
  }

  private mutating func count(_ sentence: TermSentence) {
    let keys = sentence.words.indices.map { index -> UInt16 in
      sentence.isTermWord[index] ? makeKey(sentence.words[index]) : 0
    }
    for start in keys.indices where keys[start] != 0 {
      var packed: UInt64 = 0
      for end in start..<min(start + Self.longest, keys.count) where keys[end] != 0 {
        packed = packed << 16 | UInt64(keys[end])
        counts[packed, default: 0] += 1
        if !sentence.isJoined(after: end) { break }
        if end + 1 < keys.count, keys[end + 1] == 0 { break }
      }
    }
  }

  /// A number for a word, from 1; 0 where there are more words than numbers.
  private mutating func makeKey(_ word: String) -> UInt16 {
    let form = Plurals.singular(word)
    if let known = keys[form] { return known }
    guard keys.count < Int(UInt16.max) else { return 0 }
    let key = UInt16(keys.count + 1)
    keys[form] = key
    return key
  }

  /// The number of a word; 0 for one that no phrase has.
  func key(_ word: String) -> UInt16 { keys[Plurals.singular(word)] ?? 0 }

  /// How often the paper has the words in a row.
  func uses(of words: some Sequence<String>) -> Int {
    var packed: UInt64 = 0
    for word in words {
      let key = key(word)
      guard key != 0, packed < 1 << 48 else { return 0 }
      packed = packed << 16 | UInt64(key)
    }
    return counts[packed] ?? 0
  }

  /// The longest first words of a row that the paper uses often enough.
  func longestStart(of row: Range<Int>, in sentence: TermSentence, atLeast uses: Int) -> Range<Int>?
  {
    for end in stride(from: row.upperBound, to: row.lowerBound, by: -1)
    where self.uses(of: sentence.words[row.lowerBound..<end]) >= uses {
      return row.lowerBound..<end
    }
    return nil
  }

  /// The longest last words of a row that the paper uses often enough.
  func longestEnd(of row: Range<Int>, in sentence: TermSentence, atLeast uses: Int) -> Range<Int>? {
    for start in row where self.uses(of: sentence.words[start..<row.upperBound]) >= uses {
      return start..<row.upperBound
    }
    return nil
  }
}
