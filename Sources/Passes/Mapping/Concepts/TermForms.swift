internal import IR

/// A place where a sentence says what a term means.
struct TermHit: Sendable {
  /// How much the form of the sentence tells.
  enum Strength: Int, Comparable, Sendable {
    /// It has the term.
    case mentioned
    /// It says what the thing does or is used for.
    case described
    /// It says what it is, or which symbol stands for it.
    case explained
    /// It defines or names it.
    case defined

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  /// Words of the sentence.
  let term: Range<Int>
  let strength: Strength
  /// UTF-8 range of the symbol that stands for it.
  var notation: Range<Int>? = nil
}

/// Finds the terms that sentences define by their form.
struct TermForms: Sendable {
  let index: TermIndex
  /// Whether the words of the sentences let one expect that they define something: then a term need
  /// not be one that the paper often uses.
  let isTelling: Bool

  /// How often the paper must use what a form takes for a term.
  func least(_ uses: Int) -> Int { isTelling ? 1 : uses }

  /// `entries` are how often the paper must use what an entry of a list defines; nil for a sentence
  /// that is no entry.
  func hits(in sentence: TermSentence, entries: Int?) -> [TermHit] {
    guard sentence.words.count >= 4 else { return [] }
    var hits = [subject(of: sentence), entries.flatMap { entry(of: sentence, atLeast: $0) }]
      .compactMap(\.self)
    for at in sentence.words.indices {
      let word = sentence.words[at]
      // Most words lead in no term.
      if Self.leads.contains(word) {
        if let found = symbol(at, word, sentence) { hits.append(found) }
        if let found = apposition(at, word, sentence) { hits.append(found) }
        if let found = named(at, word, sentence) { hits.append(found) }
        if let found = object(at, word, sentence) { hits.append(found) }
        if let found = abbreviated(at, word, sentence) { hits.append(found) }
      }
      if let found = GlossedTerm.hit(at: at, in: sentence, index) { hits.append(found) }
    }
    return hits.filter { accepts($0, sentence) }
  }

  private static let leads = equations.union(appositions).union(copulas).union(makers).union(users)
    .union(namers)

  private func accepts(_ hit: TermHit, _ sentence: TermSentence) -> Bool {
    // `a work proposes`, `the arrows represent`; but `a false ring is`
    let (last, next) = (hit.term.upperBound - 1, hit.term.upperBound)
    let isSubject = next < sentence.words.count && Self.copulas.contains(sentence.words[next])
    guard hit.term.count == 1 || isSubject || !index.isVerb([sentence.words[last]]) else {
      return false
    }
    return isTerm(hit, sentence)
  }

  private func isTerm(_ hit: TermHit, _ sentence: TermSentence) -> Bool {
    TermWords.isTerm(sentence.words[hit.term]) || isProper(hit.term, sentence)
      || isTelling && hit.strength == .defined && hit.term.count > 1
  }

  /// Whether all words of a term begin with capitals where a sentence goes on.
  private func isProper(_ term: Range<Int>, _ sentence: TermSentence) -> Bool {
    term.lowerBound > 1 && term.count > 1
      && term.allSatisfy { isCapitalised(sentence, $0) }
  }

  // MARK: Subjects

  static let articles: Set<String> = ["the", "a", "an", "our", "each", "every"]
  private static let copulas: WordSet = ["is", "are"]
  static let kinds: Set<String> = ["a", "an", "the", "one", "those"]
  private static let definitions: WordSet = ["defined", "given", "computed", "calculated"]
  private static let definers: WordSet = ["refers", "refer", "denotes", "denote", "means"]
  private static let explainers: WordSet = [
    "measures", "quantifies", "describes", "consists", "comprises", "occurs",
    "indicates",
  ]
  static let doings: WordSet = [
    "allows", "allow", "enables", "takes", "maps", "converts", "outputs", "computes", "assigns",
    "combines", "captures", "controls", "determines", "learns", "estimates", "predicts", "produces",
    "generates", "involves", "aims", "encourages", "penalizes", "transforms", "encodes", "decodes",
    "selects", "adds", "applies", "operates", "tells", "minimizes", "maximizes", "replaces",
    "ensures", "aggregates", "stores", "contains", "represents", "uses", "helps", "provides",
  ]
  /// Adverbs between a verb and what it says.
  private static let adverbs: WordSet = [
    "simply", "essentially", "then", "thus", "just", "also", "usually", "typically", "often",
  ]
  /// What makes a comparison of a definition: `is the most expensive`.
  private static let superlatives: WordSet = [
    "most", "first", "best", "only", "same", "main", "key", "worst", "least", "last", "result",
    "state",
  ]

  /// `A window is a stretch of samples.`
  private func subject(of sentence: TermSentence) -> TermHit? {
    var start = sentence.opening
    guard start < sentence.words.count else { return nil }
    let hasArticle = Self.articles.contains(sentence.words[start])
    if hasArticle { start += 1 }
    let limit = min(start + TermIndex.longest, sentence.words.count - 2)
    guard start < limit else { return nil }
    if let found = interrupted(from: start, in: sentence) { return found }
    for verb in (start + 1)...limit {
      guard sentence.run(from: start, limit: verb - start) == start..<verb else { return nil }
      if let strength = strength(ofVerbAt: verb, sentence, isOneWord: verb - start == 1) {
        let uses = index.uses(of: sentence.words[start..<verb])
        let least =
          strength == .defined ? 0 : verb - start > 1 ? least(2) : isTelling ? 2 : 4
        let isNext = sentence.isJoined(after: verb - 1) || sentence.isCited(after: verb - 1)
        return uses >= least && isNext
          ? TermHit(term: start..<verb, strength: strength) : nil
      }
    }
    return nil
  }

  /// `The room tone (RT, or silence) shows the …`, `The tone of a room is defined as …`.
  private func interrupted(from start: Int, in sentence: TermSentence) -> TermHit? {
    let row = sentence.run(from: start)
    guard !row.isEmpty, row.upperBound < sentence.words.count else { return nil }
    let end = sentence.ranges[row.upperBound - 1].upperBound
    let rest = sentence.text(end..<sentence.text.utf8.count)
    var verb: Int?
    if sentence.symbol(at: row.upperBound) != nil {
      verb = row.upperBound + 1
    } else if isTelling, rest.hasPrefix(" ("), let close = rest.firstIndex(of: ")") {
      let offset = end + rest.utf8.distance(from: rest.startIndex, to: close)
      verb = sentence.ranges.partitioningIndex { $0.lowerBound > offset }
    } else if sentence.words[row.upperBound] == "of" {
      verb = (row.upperBound..<min(row.upperBound + 10, sentence.words.count - 2)).first {
        Self.copulas.contains(sentence.words[$0])
          && Self.definitions.contains(sentence.words[$0 + 1])
      }
    }
    guard let verb, verb + 1 < sentence.words.count, row.count > 1 || isTelling,
      let strength = strength(ofVerbAt: verb, sentence, isOneWord: false)
    else { return nil }
    return TermHit(term: row, strength: strength)
  }

  private func strength(ofVerbAt verb: Int, _ sentence: TermSentence, isOneWord: Bool)
    -> TermHit.Strength?
  {
    let word = sentence.words[verb]
    func near(_ offset: Int) -> String {
      let at = verb + offset
      return sentence.words.indices.contains(at) ? sentence.words[at] : ""
    }
    if Self.copulas.contains(word) {
      let skip = Self.adverbs.contains(near(1)) ? 2 : 1
      if Self.definitions.contains(near(skip)), ["as", "by", "to"].contains(near(skip + 1)) {
        return .defined
      }
      if Self.kinds.contains(near(skip)) {
        let next = near(skip + 1)
        return Self.superlatives.contains(next) || next.hasSuffix("est") ? nil : .explained
      }
      // What is said of a thing with a number is a setting or a result.
      return sentence.hasNumber || isOneWord ? nil : .described
    }
    if ["can", "could", "may"].contains(word), near(1) == "be" {
      if Self.kinds.contains(near(2)) { return .explained }
      return ["described", "defined", "seen", "viewed"].contains(near(2)) ? .defined : nil
    }
    if Self.definers.contains(word) {
      return word.hasPrefix("refer") && near(1) != "to" ? nil : .defined
    }
    if Self.explainers.contains(word) { return .explained }
    if Self.doings.contains(word) { return isTelling ? .explained : .described }
    let isVerb = word.hasSuffix("s") ? !word.hasSuffix("ss") : Plurals.isPlural(near(-1))
    return isTelling && isVerb && TermMention.objects.contains(near(1)) ? .explained : nil
  }

  /// `A sorter of marbles that dry (SMD) is a machine`, where the letters are the term.
  private func abbreviated(_ at: Int, _ word: String, _ sentence: TermSentence) -> TermHit? {
    guard Self.copulas.contains(word), at > 1, at + 1 < sentence.words.count,
      Self.kinds.contains(sentence.words[at + 1])
    else { return nil }
    let letters = sentence.text(sentence.ranges[at - 1])
    let gap = sentence.ranges[at - 1].upperBound..<sentence.ranges[at].lowerBound
    guard letters.count > 1, letters.allSatisfy({ $0.isUppercase || $0 == "-" }),
      sentence.text(gap) == ") "
    else { return nil }
    let bytes = sentence.ranges[at - 1]
    let spelled = AbbreviatedTerm.all(in: sentence.text).first { $0.notation.overlaps(bytes) }
    return TermHit(
      term: spelled.map { sentence.row(in: $0.term) } ?? (at - 1)..<at, strength: .defined)
  }

  private static let entryLeads: Set<String> = [
    "a", "an", "the", "this", "how", "what", "whether", "measures", "measured", "defined",
    "computed", "calculated", "estimated", "ratio", "average", "proportion", "fraction", "degree",
    "gradually", "responsible", "used",
  ]

  /// `Room tone: what a room sounds like when nobody speaks`, as lists of terms have it.
  private func entry(of sentence: TermSentence, atLeast uses: Int) -> TermHit? {
    let row = sentence.run(from: sentence.isNumbered ? 1 : 0)
    guard !row.isEmpty, row.upperBound + 4 < sentence.words.count,
      isTelling || Self.entryLeads.contains(sentence.words[row.upperBound])
        || Self.doings.contains(sentence.words[row.upperBound]),
      // `Sum: a + b` defines nothing.
      sentence.words[row.upperBound + 1].count > 1,
      index.uses(of: sentence.words[row]) >= uses
    else { return nil }
    let gap =
      sentence.ranges[row.upperBound - 1].upperBound..<sentence.ranges[row.upperBound].lowerBound
    let mark = sentence.text(gap)
    return mark == ": " || mark.hasPrefix(" (") && mark.hasSuffix("): ")
      ? TermHit(term: row, strength: .defined) : nil
  }
}
