internal import IR

/// Where the sentences of a paper have a term, looked up by its words.
struct TermPlaces {
  private let sentences: [TermSentence]
  private let index: TermIndex
  /// The sentences that have a word, ascending.
  private var holders: [UInt16: [Int]] = [:]

  init(_ sentences: [TermSentence], _ index: TermIndex) {
    self.sentences = sentences
    self.index = index
    for (at, sentence) in sentences.enumerated() {
      for word in sentence.words.indices where sentence.isTermWord[word] {
        let key = index.key(sentence.words[word])
        if key != 0, holders[key]?.last != at { holders[key, default: []].append(at) }
      }
    }
  }

  /// The first place in each sentence that has the words in a row, in the order of the text.
  func mentions(of words: [String]) -> [(sentence: Int, mention: TermMention)] {
    let keys = words.map { index.key($0) }
    guard let rarest = keys.min(by: { count($0) < count($1) }) else { return [] }
    return (holders[rarest] ?? []).compactMap { at in
      sentences[at].place(of: keys, in: index).map {
        (at, TermMention(sentence: sentences[at], term: $0))
      }
    }
  }

  private func count(_ key: UInt16) -> Int { holders[key]?.count ?? 0 }
}
