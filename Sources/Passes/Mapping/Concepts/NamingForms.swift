internal import IR

/// Sentences that give a thing its name.
extension TermForms {
  /// `we call this the uncertainty band`, `known as room tone`, `we define the band as …`.
  func named(_ at: Int, _ word: String, _ sentence: TermSentence) -> TermHit? {
    guard var first = nameStart(at, word, sentence), first < sentence.words.count else {
      return nil
    }
    if Self.articles.contains(sentence.words[first]) { first += 1 }
    let row = sentence.run(from: first)
    guard let term = whole(row, sentence) ?? start(of: row, in: sentence, atLeast: 2) else {
      return nil
    }
    if word.hasPrefix("defin") {
      // What is defined has its definition behind it.
      let next = term.upperBound < sentence.words.count ? sentence.words[term.upperBound] : ""
      guard ["as", "to", "by"].contains(next) else { return nil }
    }
    return TermHit(term: term, strength: .defined)
  }

  /// A name that the paper uses nowhere else: up to a mark or a word that is no part of terms.
  private func whole(_ row: Range<Int>, _ sentence: TermSentence) -> Range<Int>? {
    guard row.count > 1 else { return nil }
    guard row.upperBound < sentence.words.count else { return row }
    let next = sentence.words[row.upperBound]
    let isBeforeObject =
      TermMention.objects.contains(next) && sentence.isJoined(after: row.upperBound - 1)
    return isBeforeObject || sentence.isTermWord[row.upperBound] && row.count == TermIndex.longest
      ? nil : row
  }

  /// The longest first words of a row that the paper uses often enough; of one word, all of it.
  func start(of row: Range<Int>, in sentence: TermSentence, atLeast uses: Int) -> Range<
    Int
  >? {
    guard let term = index.longestStart(of: row, in: sentence, atLeast: uses) else { return nil }
    return term.count > 1 || row.count == 1 ? term : nil
  }

  private static let pronouns: Set<String> = ["this", "these", "it", "them", "such"]

  /// The words that name something.
  static let namers: WordSet = [
    "called", "named", "termed", "dubbed", "coined", "call", "term", "dub", "known", "referred",
    "refer", "define", "defines", "defining", "notion", "concept", "phenomenon",
  ]

  /// Where a name begins after the word at `at`, if that word names something.
  private func nameStart(_ at: Int, _ word: String, _ sentence: TermSentence) -> Int? {
    let words = sentence.words
    func near(_ offset: Int) -> String {
      words.indices.contains(at + offset) ? words[at + offset] : ""
    }
    switch word {
    case "called", "named", "termed", "dubbed", "coined": return near(1) == "as" ? at + 2 : at + 1
    case "call", "term", "dub":
      guard word != "term" || near(-1) == "we" else { return nil }
      // `we call the background of a bell its room tone`
      if let its = (2...8).first(where: { near($0) == "its" }) { return at + its + 1 }
      return Self.pronouns.contains(near(1)) ? at + 2 : nil
    case "known": return near(1) == "as" ? at + 2 : nil
    case "referred": return near(1) == "to" && near(2) == "as" ? at + 3 : nil
    case "refer", "denote":
      guard word == "denote" || near(1) == "to" else { return nil }
      return (2...6).first { near($0) == "as" }.map { at + $0 + 1 }
    case "define", "defines", "defining": return near(1) == "as" ? nil : at + 1
    case "notion", "concept", "phenomenon": return near(1) == "of" ? at + 2 : nil
    default: return nil
    }
  }
}
