internal import IR

/// A sentence of a claim's title or statement: a negation elsewhere does not excuse it.
struct Sentence {
  /// Words that negate a sentence.
  private static let negations: Set<Substring> = [
    "not", "no", "never", "fails", "fail", "failed", "worse", "without", "unlike", "instead",
    "rather", "cannot", "loses", "hurts", "harms", "avoid", "avoids",
  ]

  let words: [Substring]
  let present: Set<Substring>

  var isNegated: Bool { !present.isDisjoint(with: Self.negations) }

  /// Whether a text holds a word that negates.
  static func isNegated(_ text: Substring) -> Bool {
    Words.all(text).contains(where: negations.contains)
  }

  static func all(in block: Block) -> [Sentence] {
    let texts = [block.title.text, block.field("Statement")?.text].compactMap(\.self)
    return texts.flatMap(split).map { text in
      let words = Words.all(text)
      return Sentence(words: words, present: Set(words))
    }
  }

  /// The sentences of a text; a mark inside of a word, as in `0.95`, ends none.
  private static func split(_ text: Substring) -> [Substring] {
    var sentences: [Substring] = []
    var start = text.startIndex
    for index in text.indices where ".;!?".contains(text[index]) {
      let next = text.index(after: index)
      guard next == text.endIndex || text[next] == " " else { continue }
      sentences.append(text[start..<index])
      start = next
    }
    return sentences + [text[start...]]
  }
}

/// A dead end as claims may adopt it.
struct DeadEnd {
  /// Words behind which stands what loses a comparison.
  private static let comparisons: Set<Substring> = [
    "than", "outperforms", "outperform", "beats", "beat", "over", "exceeds", "surpasses",
  ]
  private static let comparisonReach = 4
  private static let leastWords = 2

  let name: String
  /// In lower case, as words are.
  private let id: Substring
  private let title: [Substring]
  private let content: Set<Substring>

  init(_ node: TraceFile.Node) {
    id = (node.id ?? "").lowercased()[...]
    name = node.id ?? Quoted(node.text("title") ?? "").description
    title = Words.all(node.text("title") ?? "")
    content = Set(Words.content(node.text("title") ?? ""))
  }

  func isAdopted(in sentence: Sentence) -> Bool {
    guard !sentence.isNegated, let start = mention(in: sentence) else { return false }
    let before = sentence.words[max(0, start - Self.comparisonReach)..<start]
    return !before.contains(where: Self.comparisons.contains)
  }

  /// The index of the first word that names the dead end.
  private func mention(in sentence: Sentence) -> Int? {
    if sentence.present.contains(id) { return sentence.words.firstIndex(of: id) }
    if let place = titlePlace(in: sentence) { return place }
    guard content.count >= Self.leastWords,
      content.count(where: sentence.present.contains) * 5 >= content.count * 4
    else { return nil }
    return sentence.words.firstIndex(where: content.contains)
  }

  /// The words by which it can be recognised.
  var words: Set<Substring> { content.union(title).union([id]) }

  /// Words of which a sentence that adopts the dead end holds one: its identifier, a word of its
  /// title, and as many of the content words as may be missing and one more; rare ones, since words
  /// that many titles share tell nothing.
  func keys(byFrequency frequency: [Substring: Int]) -> Set<Substring> {
    func rarest(_ words: Set<Substring>, _ count: Int) -> ArraySlice<Substring> {
      words.sorted { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }.prefix(count)
    }
    return Set([id]).union(rarest(Set(title), 1)).union(rarest(content, content.count / 5 + 1))
  }

  private func titlePlace(in sentence: Sentence) -> Int? {
    let words = sentence.words
    guard title.count >= Self.leastWords, title.allSatisfy(sentence.present.contains),
      words.count >= title.count
    else { return nil }
    return (0...(words.count - title.count)).first { words[$0...].starts(with: title) }
  }
}

/// Dead ends by words without which no sentence adopts them.
struct DeadEndIndex: Sendable {
  /// In file order.
  private let deadEnds: [DeadEnd]
  private let byWord: [Substring: [Int]]

  init(_ nodes: [TraceFile.Node]) {
    let deadEnds = nodes.filter { $0.type == .deadEnd }.map(DeadEnd.init)
    var frequency: [Substring: Int] = [:]
    for word in deadEnds.flatMap(\.words) { frequency[word, default: 0] += 1 }
    var byWord: [Substring: [Int]] = [:]
    for (index, end) in deadEnds.enumerated() {
      for key in end.keys(byFrequency: frequency) { byWord[key, default: []].append(index) }
    }
    self.deadEnds = deadEnds
    self.byWord = byWord
  }

  /// The first dead end that one of the sentences adopts.
  func firstAdopted(in sentences: [Sentence]) -> DeadEnd? {
    let candidates = Set(sentences.flatMap(\.present).flatMap { byWord[$0] ?? [] })
    return candidates.sorted().lazy.map { deadEnds[$0] }.first { end in
      sentences.contains(where: end.isAdopted)
    }
  }
}
