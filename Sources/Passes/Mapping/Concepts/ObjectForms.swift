internal import IR

/// Sentences that present a thing or put it to use.
extension TermForms {
  /// Whether the last word of a term is the first of the authors of a citation: `Bell & Tone`.
  private func isAuthor(_ term: Range<Int>, _ sentence: TermSentence) -> Bool {
    sentence.text[...][utf8Range: sentence.bytes(term).upperBound..<sentence.text.utf8.count]
      .hasPrefix(" & ")
  }

  static let makers: WordSet = [
    "introduce", "propose", "present", "introduces", "proposes", "introduced", "proposed",
  ]
  static let users: WordSet = [
    "employ", "adopt", "use", "apply", "consider", "employed", "adopted", "used", "applied",
    "incorporate", "utilize", "leverage",
  ]

  /// `we introduce a diversity loss that …`
  func object(_ at: Int, _ word: String, _ sentence: TermSentence) -> TermHit? {
    let isMade = Self.makers.contains(word)
    guard isMade || Self.users.contains(word), at > 0, at + 2 < sentence.words.count,
      isMade && isTelling || ["we", "paper", "to", "work"].contains(sentence.words[at - 1])
    else { return nil }
    let first = Self.articles.contains(sentence.words[at + 1]) ? at + 2 : at + 1
    let row = sentence.run(from: first)
    guard let term = index.longestStart(of: row, in: sentence, atLeast: isTelling ? 2 : 3),
      term.count >= 2
    else { return nil }
    let next = term.upperBound < sentence.words.count ? sentence.words[term.upperBound] : ""
    // `the Adam optimizer Bell et al. (2014)` ends with a name.
    guard next != "et", !isAuthor(term, sentence) else { return nil }
    return TermHit(term: term, strength: next == "defined" ? .defined : .described)
  }
}
