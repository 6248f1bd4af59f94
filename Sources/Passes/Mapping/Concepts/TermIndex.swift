internal import IR

/// How often a paper uses the phrases that may be terms; singular and plural count as one.
struct TermIndex: Sendable {
  /// The words of the longest term.
  static let longest = 4

  /// How the paper uses a phrase.
  struct Uses: Sendable {
    var all = 0
    /// Behind an article, a preposition or a mark: where a noun phrase begins.
    var opened = 0
    /// Behind an article or the like.
    var articled = 0
    /// Before a mark or a word that is no part of terms: where a noun phrase ends.
    var closed = 0
    /// Behind a word that verbs follow: `to`, `we`, `can`.
    var verbal = 0
  }

  private var keys: [String: UInt16] = [:]
  /// Uses by the keys of the words, sixteen bits each.
  private var counts: [UInt64: Uses] = [:]
  /// The numbers of the words of each sentence; 0 for those that are no part of terms.
  private(set) var rows: [[UInt16]] = []

  init(_ sentences: [TermSentence]) {
    for sentence in sentences { count(sentence) }
  }

  private mutating func count(_ sentence: TermSentence) {
    let keys = sentence.words.indices.map { index -> UInt16 in
      sentence.isTermWord[index] ? makeKey(sentence.words[index]) : 0
    }
    rows.append(keys)
    for start in keys.indices where keys[start] != 0 {
      let isFirst = start == 0 || !sentence.isJoined(after: start - 1)
      let before = isFirst ? "" : sentence.words[start - 1]
      let left = TermIndex.Left(isFirst ? nil : before)
      var packed: UInt64 = 0
      for end in start..<min(start + Self.longest, keys.count) where keys[end] != 0 {
        packed = packed << 16 | UInt64(keys[end])
        let next = end + 1 < keys.count ? keys[end + 1] : 0
        let isClosed = next == 0 || !sentence.isJoined(after: end)
        counts[packed, default: Uses()].count(left, isClosed: isClosed)
        if isClosed { break }
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
  func uses(of words: some Sequence<String>) -> Int { use(of: words).all }

  /// Whether the words before the head mostly stand before it: `dustbin class`, `Fisher information`.
  func isCollocation(_ words: [String]) -> Bool {
    let uses = uses(of: words)
    return words.count > 1 && words.dropLast().allSatisfy { 2 * uses >= self.uses(of: [$0]) }
  }

  /// Whether words often stand behind one that verbs follow: `to record`.
  func isVerb(_ words: some Sequence<String>) -> Bool {
    let use = use(of: words)
    return 3 * use.verbal > use.all
  }

  /// How the paper uses the words in a row.
  func use(of words: some Sequence<String>) -> Uses { use(ofKeys: words.lazy.map(key)) }

  /// The same, of the numbers of words.
  func use(ofKeys keys: some Sequence<UInt16>) -> Uses {
    var packed: UInt64 = 0
    for key in keys {
      guard key != 0, packed < 1 << 48 else { return Uses() }
      packed = packed << 16 | UInt64(key)
    }
    return counts[packed] ?? Uses()
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

extension TermIndex {
  /// What stands before a phrase.
  fileprivate struct Left {
    let isOpen: Bool
    let isArticle: Bool
    let isVerbal: Bool

    /// `word` is nil at the start of a clause.
    init(_ word: String?) {
      isOpen = word.map(TermWords.opensPhrase) ?? true
      isArticle = word.map(TermWords.determiners.contains) ?? false
      isVerbal = word.map(TermWords.leadsVerb) ?? false
    }
  }
}

extension TermIndex.Uses {
  fileprivate mutating func count(_ left: TermIndex.Left, isClosed: Bool) {
    all += 1
    if left.isOpen { opened += 1 }
    if left.isArticle { articled += 1 }
    if left.isVerbal { verbal += 1 }
    if isClosed { closed += 1 }
  }

  /// Whether the phrase stands as a whole noun phrase often enough to be one.
  var isNoun: Bool { opened >= 2 && 3 * opened >= all && 2 * closed >= all && 4 * verbal < all }
}
