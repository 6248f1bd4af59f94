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
    guard
      var term = whole(row, sentence) ?? start(of: row, in: sentence, atLeast: 2)
    else { return nil }
    if word.hasPrefix("defin") {
      // What is defined has its definition behind it.
      guard goesOn(behind: term, sentence) else { return nil }
      // `the future band`
      if !TermWords.isTerm(sentence.words[term]) {
        term = TermWords.trimmed(term, sentence.words)
        guard term.count > 1 else { return nil }
      }
    }
    return TermHit(term: term, strength: .defined)
  }

  private static let reachOfName = 6
  /// Words of a clause of its own between a term and an `as` that says something else.
  private static let breaks: Set<String> = [
    "that", "which", "and", "or", "we", "where", "so", "such", "same", "well", "using", "to", "by",
  ]

  /// Whether `as` follows a term, if only behind its symbol, its letters or what it is taken at:
  /// `the band b(t) as`, `the dry band (DB) problem as`, `the band at time t as`.
  private func goesOn(behind term: Range<Int>, _ sentence: TermSentence) -> Bool {
    let words = sentence.words
    var next = sentence.pastSymbols(term.upperBound)
    guard next < words.count else { return false }
    switch words[next] {
    case "as", "by": return true
    // But `the weights to sort`, and `signal to noise ratio`.
    case "to": return next + 1 < words.count && words[next + 1] == "be"
    default: break
    }
    if Self.places.contains(words[next]) {
      let reach = words[next...].prefix(Self.reachOfName)
      let end = reach.firstIndex(of: "as") ?? reach.endIndex
      return end < reach.endIndex && !words[next..<end].contains(where: Self.breaks.contains)
    }
    let letters = sentence.ranges[next]
    guard sentence.text(0..<letters.lowerBound).hasSuffix(" ("),
      sentence.text(letters.upperBound..<sentence.text.utf8.count).hasPrefix(")")
    else { return false }
    next += 1
    return words[next...].prefix(2).contains("as")
  }

  private static let places: Set<String> = ["at", "of", "for", "in", "on", "over", "between"]

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
      // `…, which we call room tone`
      if near(-1) == "we", Self.relatives(near(-2)) || isNamed(at - 1, sentence) { return at + 1 }
      guard Self.pronouns.contains(near(1)) else { return nil }
      return nameStart(behindPronounAt: at + 1, sentence)
    case "known": return near(1) == "as" ? at + 2 : nil
    case "referred": return near(1) == "to" && near(2) == "as" ? at + 3 : nil
    case "refer", "denote":
      guard word == "denote" || near(1) == "to" else { return nil }
      return (2...Self.reachOfReference).first { near($0) == "as" && near($0 - 1) != "such" }
        .map { at + $0 + 1 }
    case "define", "defines", "defining": return near(1) == "as" ? nil : at + 1
    case "notion", "concept", "phenomenon": return near(1) == "of" ? at + 2 : nil
    default: return nil
    }
  }

  private static let reachOfReference = 14

  private static func relatives(_ word: String) -> Bool {
    word == "which" || word == "what" || word == "that"
  }

  /// `a hum we call room tone`: whether a noun with its article stands right before `we`.
  private func isNamed(_ we: Int, _ sentence: TermSentence) -> Bool {
    let noun = sentence.run(upTo: we)
    guard let first = noun.first, first > 0, sentence.isJoined(after: we - 1) else { return false }
    return Self.kinds.contains(sentence.words[first - 1])
  }

  /// `call this room tone`, `call this hum the room tone`, `call this filter ToneNet`.
  private func nameStart(behindPronounAt at: Int, _ sentence: TermSentence) -> Int {
    let words = sentence.words
    for noun in [at + 1, at + 2] where noun + 1 < words.count {
      guard sentence.isTermWord[noun], sentence.isJoined(after: noun) else { break }
      if Self.articles.contains(words[noun + 1]) { return noun + 2 }
      let isName = isCapitalised(sentence, noun + 1) && !isCapitalised(sentence, noun)
      if isName { return noun + 1 }
    }
    return at + 1
  }
}
