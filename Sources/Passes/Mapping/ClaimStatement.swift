package import IR

/// What a sentence claims: without its numbers, and without the words that only report it.
///
/// `In summary, the results in Table 2 show that averaging is safer by 3 points.` becomes
/// `Averaging is safer.`
package struct ClaimStatement: Sendable {
  package let text: Grounded<String>
  /// Whether the words that were taken off make it a guess: `we believe that`.
  package let isHedged: Bool

  /// Nil for a sentence that claims nothing without its numbers. A sentence whose subject stands in
  /// the one before it needs that one too.
  package init?(_ sentence: Grounded<String>, after previous: Grounded<String>? = nil) {
    guard let plain = Self.withoutNumbers(PointerFree.sentence(sentence)),
      !plain.value.hasPrefix("("), !plain.value.parts(between: " ").prefix(2).contains("="),
      plain.value.utf8.count(where: { $0 == UInt8(ascii: "(") })
        == plain.value.utf8.count(where: { $0 == UInt8(ascii: ")") })
    else { return nil }
    let frame = ReportingFrame(plain.value)
    isHedged =
      frame.isHedged || Unasserted.isPossibility(frame.rest) || Self.isBelief(frame.rest)
    guard !DanglingSubject.begins(frame.rest), !DanglingSubject.pointsBack(frame.rest) else {
      guard let previous, Wording.isSentence(previous.value),
        !NoClaim.isAside(Sentence(previous.value), mayPropose: true),
        !NoClaim.isNoHead(Sentence(PointerFree.sentence(previous).value)),
        let head = NumberFree.reported(previous, least: 4), !DanglingSubject.begins(head.value),
        !DanglingSubject.pointsBack(head.value)
      else { return nil }
      let whole = ReportingFrame(head.value).rest + " " + frame.rest
      guard !BareClause.onlyReports(whole) else { return nil }
      text = Grounded(
        whole, previous.spans + sentence.spans, .computed("two sentences without their numbers"))
      return
    }
    guard plain.derivation == nil || !BareClause.onlyReports(frame.rest) else { return nil }
    guard frame.rest != plain.value else {
      text = plain
      return
    }
    let isWhole = plain.derivation == nil
    text = Grounded(
      frame.rest, sentence.spans,
      .computed(
        isWhole
          ? "sentence without the words that report it"
          : "sentence without its numbers and the words that report it"))
  }
}

extension ClaimStatement {
  /// `We believe the belt helps because it is dry.`
  private static func isBelief(_ text: String) -> Bool {
    let words = CueWords(text).first(subjectReach)
    return zip(words, words.dropFirst()).contains { $0 == "we" && beliefs.contains($1) }
  }

  private static let subjectReach = 7
  private static let beliefs: Set<String> = ["believe", "suspect", "hypothesize", "conjecture"]

  /// Where the numbers stand in front of what is said, they go with it: `Theorems 2 and 3 imply
  /// that noise adds up.`
  private static func withoutNumbers(_ sentence: Grounded<String>) -> Grounded<String>? {
    if let plain = NumberFree.reported(sentence) { return plain }
    let rest = ReportingFrame(sentence.value).rest
    guard rest != sentence.value else { return nil }
    return NumberFree.reported(
      Grounded(rest, sentence.spans, .computed("sentence without the words that report it")))
  }
}

/// The words in front of what a sentence says: `Overall,`, `We find that`, `Table 2 shows that`.
struct ReportingFrame {
  /// The sentence without them, or the whole sentence where too little would be left.
  private(set) var rest: String
  private(set) var isHedged: Bool

  private static let longest = 20
  private static let leastContent = 5

  init(_ sentence: String) {
    let all = sentence.parts(between: " ")
    var words = all[...]
    var isHedged = false
    words = Self.withoutPointer(Self.withoutConnectives(words))
    words = Self.withoutConnectives(Self.withoutPlace(words))
    if let reported = ReportedClause.rest(of: words.joined(separator: " ")) {
      (rest, self.isHedged) = (reported, false)
      return
    }
    if let that = words.prefix(Self.longest).firstIndex(where: {
      ["that", "that,", "that:"].contains($0)
    }),
      let verb = words[..<that].firstIndex(where: Self.isReporting),
      Self.speaksOfResults(words[..<verb])
        || (verb + 1 == that && Self.namesFinding(words[..<verb]))
        || (words[..<verb] + words[(verb + 1)..<that]).allSatisfy({
          Self.isFrameWord($0) || $0 == "see"
        })
    {
      isHedged = Self.hedges.contains(words[verb].lowercased())
      words = Self.withoutConnectives(words[(that + 1)...].drop { $0 == "that" })
    }
    self.rest = sentence
    self.isHedged = false
    guard words.count < all.count else { return }
    // `We find that A, and that B.`
    let rest = words.joined(separator: " ").swapping(" and that ", for: " and ")
    guard let first = rest.first, Wording.isSubstantial(rest, least: Self.leastContent) else {
      return
    }
    self.rest = first.isASCII ? first.uppercased() + rest.dropFirst() : rest
    self.isHedged = isHedged
  }

  private static func withoutConnectives(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
    guard let first = words.first?.lowercase else { return words }
    for connective in connectives[first] ?? [] {
      if words.count > connective.count,
        zip(words, connective).dropFirst().allSatisfy({ $0.lowercase == $1 })
      {
        return words.dropFirst(connective.count)
      }
    }
    return words
  }

  /// `Our experiments on four kinds of marbles` report, whatever they were made on.
  private static func speaksOfResults(_ subject: ArraySlice<Substring>) -> Bool {
    guard let first = subject.first, ["Our", "The", "These"].contains(first) else { return false }
    return subject.dropFirst().prefix(3).contains { word in
      ["results", "experiments", "findings", "evaluations", "ablations", "analysis"].contains(word)
    }
  }

  /// `The central finding`, `One of our main claims about marbles`
  private static func namesFinding(_ subject: ArraySlice<Substring>) -> Bool {
    guard let first = subject.first, leads.contains(first) else { return false }
    return subject.dropFirst().prefix(longestName).contains(where: outcomes.contains)
  }

  private static let longestName = 4
  private static let leads: Set<Substring> = ["Our", "The", "These", "One", "Another", "A"]
  private static let outcomes: Set<Substring> = [
    "finding", "takeaway", "observation", "claims", "claim", "conclusion", "insight",
    "lesson",
  ]

  /// Without `As Table 2 shows,` or `As shown in Table 2,`.
  private static func withoutPointer(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
    guard words.first == "As",
      let end = words.prefix(8).firstIndex(where: { $0.hasSuffix(",") }),
      words[..<end].dropFirst().allSatisfy({ isFrameWord($0) || isReporting($0) }),
      isFrameWord(words[end]) || isReporting(words[end].dropLast())
        || foreseen.contains(words[end].dropLast().lowercased())
    else { return words }
    return words[(end + 1)...]
  }

  /// Without `From the results in Table 2,` or `In these two tables,`.
  private static func withoutPlace(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
    guard let first = words.first, places.contains(first.lowercase),
      let end = words.prefix(longestPlace).firstIndex(where: { $0.hasSuffix(",") }),
      words[...end].dropFirst().allSatisfy({ isFrameWord($0) || counts.contains($0.lowercase) }),
      words[...end].contains(where: { shown.contains($0.trimmed(of: ",").lowercase) })
    else { return words }
    return words[(end + 1)...]
  }

  private static let longestPlace = 8
  private static let places: Set<String> = ["in", "from", "based", "according", "at"]
  private static let counts: Set<String> = [
    "two", "three", "four", "on", "to", "that", "which", "each", "lower", "upper", "bottom,",
  ]
  private static let shown: Set<String> = [
    "table", "tables", "figure", "figures", "fig.", "results", "plot", "plots", "curves",
  ]

  /// `As expected,`
  private static let foreseen: Set<String> = [
    "expected", "predicted", "anticipated", "hypothesized",
  ]

  static func isReporting(_ word: Substring) -> Bool {
    let lower = word.lowercased()
    return hedges.contains(lower) || verbs.contains(lower)
  }

  /// A word of a closed list, or the number of a table or figure.
  private static func isFrameWord(_ word: Substring) -> Bool {
    let bare = word.lowercased().trimmed(of: ".,;:()")
    return frameWords.contains(bare) || bare.first?.isNumber == true || isSectionLabel(word)
      || (bare.count == 1 && word.hasPrefix("("))
  }

  /// `V-A` of `Section V-A`.
  private static func isSectionLabel(_ word: Substring) -> Bool {
    let label = word.trimmed(of: ".,;:()")
    return (2...6).contains(label.utf8.count) && label.allSatisfy { "IVXABCDE-".contains($0) }
  }

  /// By their first words.
  private static let connectives: [String: [[String]]] = Dictionary(
    grouping: [
      "overall,", "in conclusion,", "in summary,", "to summarize,", "in addition,", "additionally,",
      "furthermore,", "further,", "moreover,", "however,", "nevertheless,", "finally,", "indeed,",
      "interestingly,", "notably,", "importantly,", "crucially,", "most remarkably,", "remarkably,",
      "specifically,", "in particular,", "in fact,", "therefore,", "thus,", "hence,",
      "consequently,", "as a result,", "in contrast,", "by contrast,", "in response,",
      "on the contrary,",
      "similarly,", "likewise,", "surprisingly,", "unsurprisingly,", "nonetheless,", "instead,",
      "on the other hand,", "as a consequence,", "in other words,", "that is,", "in general,",
      "conversely,", "accordingly,", "ultimately,", "in turn,", "in short,", "taken together,",
      "fourth,", "firstly,", "secondly,", "lastly,", "first,", "second,", "third,", "yet",
      "but", "also,", "again,",
    ].map { (words: String) in words.parts(between: " ").map(String.init) }
  ) { $0[0] }

  private static let verbs: Set<String> = [
    "show", "shows", "showed", "shown", "demonstrate", "demonstrates", "demonstrated", "find",
    "found", "observe", "observed", "see", "note", "conclude", "concluded", "confirm", "confirms",
    "confirmed", "notice", "noticed", "derived", "inferred", "reveal", "reveals", "revealed",
    "prove", "proved", "establish", "indicate",
    "indicates", "indicated", "noted", "mentioned", "reported", "discussed", "highlight", "is",
    "highlights", "verify", "validate", "imply", "implies", "seen", "elaborated", "stated",
    "described", "illustrated", "depicted", "illustrates", "depicts",
    "means",
  ]

  private static let hedges: Set<String> = [
    "suggest", "suggests", "suggested", "believe", "hypothesize", "hypothesise", "conjecture",
    "speculate", "argue", "expect", "suspect",
  ]

  private static let frameWords: Set<String> = [
    "we", "i", "our", "the", "these", "this", "both", "all", "results", "result", "experiments",
    "experiment", "findings", "finding", "idea", "outcome", "outcomes", "evaluation", "evaluations",
    "analysis", "ablation",
    "numbers", "study", "paper", "work", "section", "article", "table", "tables", "figure",
    "figures", "fig", "figs", "rows", "row", "left", "right", "top", "bottom", "in", "from", "of",
    "also", "then", "further", "empirically", "experimentally", "theoretically", "clearly",
    "strongly", "later", "here", "there", "earlier", "previously", "will", "above", "below", "have",
    "has", "can", "and", "extensive",
    "experimental", "empirical", "main", "observations", "clear", "presented", "reported", "shown",
    "summarized", "extensively", "consistently", "theorem", "theorems", "proposition",
    "propositions", "corollary", "lemma", "it", "be", "by", "plot", "plots", "curves", "looking",
    "at", "important", "interesting", "worth", "noting", "next", "following", "by", "comparing",
    "observing", "detailed", "possible", "to", "values", "ranges",
  ]
}
