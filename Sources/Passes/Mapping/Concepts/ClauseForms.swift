internal import IR

/// Relative clauses, and symbols with what they stand for.
extension TermForms {
  static let relatives: Set<String> = [
    "is", "are", "measures", "refers", "denotes", "consists", "represents", "describes", "means",
    "allows", "enables", "determines", "controls", "quantifies", "occurs",
  ]

  /// `the band, which is an interval`, `the band, i.e., an interval`.
  func apposition(_ at: Int, _ word: String, _ sentence: TermSentence) -> TermHit? {
    guard at > 0, Self.appositions.contains(word), at + 2 < sentence.words.count else { return nil }
    let gap = sentence.ranges[at - 1].upperBound..<sentence.ranges[at].lowerBound
    let before = sentence.text(gap)
    // `the room tone [85], which is …`
    guard before == ", " || before == " (" || before.hasSuffix("], ") || before.hasSuffix("), ")
    else { return nil }
    let (next, second) = (sentence.words[at + 1], sentence.words[at + 2])
    switch word {
    case "which":
      guard isTelling || Self.relatives.contains(next), second != "not" else { return nil }
    case "sometimes", "also", "often": if next != "called" && next != "known" { return nil }
    case "a", "an": return presented(at, sentence)
    default: break
    }
    let row = sentence.run(upTo: at)
    let isAlias = word == "sometimes" || word == "also" || word == "often"
    // Between an article and an explanation stands a whole term.
    let isWhole =
      row.count > 1 && row.lowerBound > 0 && word == "which"
      && (Self.kinds.contains(second) || sentence.words[at...].contains("defined"))
      && Self.articles.contains(sentence.words[row.lowerBound - 1])
    guard
      let term = isWhole
        ? row : index.longestEnd(of: row, in: sentence, atLeast: isTelling ? 2 : 3),
      term.count >= 2 || isTelling && ProperTerm.isName(sentence.text(sentence.bytes(term)))
        || isAlias && row.count == 1 && index.uses(of: sentence.words[term]) >= 5,
      // `10 billion parameters, which …` is an amount.
      row.lowerBound == 0 || sentence.words[row.lowerBound - 1].first?.isNumber != true
    else { return nil }
    return TermHit(term: term, strength: isAlias ? .defined : .explained)
  }

  static let appositions: WordSet = [
    "which", "i.e", "namely", "sometimes", "also", "often", "a", "an",
  ]

  /// `we propose the Careful Sorter, a machine that …`: a name with what it is.
  private func presented(_ at: Int, _ sentence: TermSentence) -> TermHit? {
    let row = sentence.run(upTo: at)
    guard let name = row.first(where: { isCapitalised(sentence, $0) }), name > 0,
      let term = index.longestEnd(of: name..<at, in: sentence, atLeast: least(3)),
      Self.presenters.contains(sentence.words[term.lowerBound - 1])
    else { return nil }
    return TermHit(term: term, strength: .defined)
  }

  private static let presenters: WordSet = [
    "propose", "introduce", "present", "develop", "proposes", "introduces", "presents", "called",
    "the", "proposed", "introduced", "presented", "is",
  ]

  func isCapitalised(_ sentence: TermSentence, _ word: Int) -> Bool {
    sentence.text(sentence.ranges[word]).first?.isUppercase == true
  }

  private static let longestSymbol = 24
  static let equations: WordSet = [
    "is", "are", "denotes", "denote", "be", "represents",
  ]

  /// `where M is the size of the pan`: a term with its symbol.
  func symbol(_ at: Int, _ word: String, _ sentence: TermSentence) -> TermHit? {
    guard Self.equations.contains(word), at > 1,
      at + 1 < sentence.words.count
    else { return nil }
    let lead = (max(0, at - 4)..<at).last {
      ["where", "let", "and", "with", "here"].contains(sentence.words[$0])
    }
    guard let lead, lead + 1 < at, sentence.isJoined(after: at - 1) else { return nil }
    let bytes = sentence.ranges[lead + 1].lowerBound..<sentence.ranges[at - 1].upperBound
    guard isSymbol(sentence.text(bytes)) else { return nil }
    let hasArticle = Self.articles.contains(sentence.words[at + 1])
    let first = hasArticle ? at + 2 : at + 1
    guard first < sentence.words.count, hasArticle || word.hasPrefix("denote") else { return nil }
    let row = sentence.run(from: first)
    guard let term = start(of: row, in: sentence, atLeast: 3),
      term.count >= 2 || index.uses(of: sentence.words[term]) >= 5
    else { return nil }
    return TermHit(term: term, strength: .explained, notation: bytes)
  }

  /// A letter or two, perhaps with indices and arguments.
  private func isSymbol(_ text: Substring) -> Bool {
    guard text.utf8.count <= Self.longestSymbol, !text.contains(" "), !text.isEmpty else {
      return false
    }
    let name = text.prefix { $0.isLetter }
    return name.count <= 2 && (text.first?.isLetter == true || text.contains("_"))
      && text.filter({ $0 == "(" }).count == text.filter({ $0 == ")" }).count
  }
}
