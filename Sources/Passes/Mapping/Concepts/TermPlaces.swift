internal import IR

/// Where the sentences of a paper have a term, looked up by its words.
struct TermPlaces {
  private let sentences: [TermSentence]
  private let index: TermIndex
  /// The numbers of the words of each sentence.
  private let keys: [[UInt16]]
  /// The sentences that have a word, ascending.
  private var holders: [UInt16: [Int]] = [:]

  init(_ sentences: [TermSentence], _ index: TermIndex) {
    self.sentences = sentences
    self.index = index
    keys = sentences.map { $0.words.map(index.key) }
    for (at, sentence) in sentences.enumerated() {
      for word in sentence.words.indices where sentence.isTermWord[word] {
        let key = keys[at][word]
        if key != 0, holders[key]?.last != at { holders[key, default: []].append(at) }
      }
    }
  }

  /// The first place in each sentence that has the words in a row, in the order of the text.
  func mentions(of words: [String]) -> [(sentence: Int, mention: TermMention)] {
    let term = words.map(index.key)
    guard let rarest = term.min(by: { count($0) < count($1) }) else { return [] }
    return (holders[rarest] ?? []).compactMap { at in
      sentences[at].place(of: term, in: keys[at]).map {
        (at, TermMention(sentence: sentences[at], term: $0))
      }
    }
  }

  private func count(_ key: UInt16) -> Int { holders[key]?.count ?? 0 }
}
