internal import IR

/// The two sides of a comparison in the words of its sentence, to say what it would be like if it
/// were otherwise.
struct ComparedSides {
  private let relation: ComparisonSentence.Relation
  private let first: String
  private let second: String
  private let measure: String?

  /// Words of a side: longer ones are clauses.
  private static let longest = 9

  /// Nil where the sentence compares nothing, or its sides cannot be read alone.
  init?(_ sentence: String) {
    let clauses = ComparisonClauses(sentence)
    guard !clauses.hedge, let hit = clauses.hit,
      let first = Self.side(clauses.text(hit.first)),
      let second = Self.side(clauses.text(hit.second))
    else { return nil }
    relation = hit.relation
    self.first = first
    self.second = second
    let name = clauses.text(hit.measure).trimmed(of: " ,;:.“”\"")
    measure =
      Lexicon.metrics.found(in: name).contains { $0.upperBound == name.utf8.count } ? name : nil
  }

  /// A name, or a phrase that ends in a noun that systems have: no verb is left in it.
  private static func side(_ text: String) -> String? {
    let bare = text.trimmed(of: " ,;:.“”\"")
    let words = bare.parts(between: " ")
    guard let head = words.first, let last = words.last, words.count <= longest,
      NumberToken.scan(bare).isEmpty, !bare.contains(where: { "()[]{}`".contains($0) }),
      !words.contains(where: isLoose), !words.contains(where: isPronoun),
      last.contains(where: \.isUppercase) || ClaimedComparisons.isKind(bare)
        || words.count <= 3 && nominals.contains(where: last.hasSuffix)
    else { return nil }
    let isArticle = ["The", "A", "An", "Our", "Both"].contains(head)
    return isArticle ? head.lowercased() + bare.dropFirst(head.count) : bare
  }

  private static let nominals = ["tion", "ing", "ment"]

  /// What joins things, or is said of how a thing is done.
  private static func isLoose(_ word: Substring) -> Bool {
    ["and", "or", "of", "between"].contains(word) || word.hasSuffix("ly") || word.hasSuffix(",")
      || word.hasSuffix("ed") && word.first?.isLowercase == true && !modifiers.contains(word)
  }

  private static let modifiers: Set<Substring> = ["proposed", "supervised", "untrained", "trained"]

  private static func isPronoun(_ word: Substring) -> Bool {
    ["we", "it", "this", "these", "they", "them", "that", "those", "one", "which"].contains(
      word.lowercased())
  }

  /// What a repetition that refutes the sentence would show; nil where nobody says in what.
  func denial(by metric: String?) -> String? {
    let of = measure.map(Falsification.plain) ?? metric
    switch relation {
    case .better:
      return "one finds no advantage of \(first) over \(second)" + (of.map { " in \($0)" } ?? "")
    case .worse:
      return "one finds no disadvantage of \(first) against \(second)"
        + (of.map { " in \($0)" } ?? "")
    case .more: return measure.map { "one finds no higher \($0) for \(first) than for \(second)" }
    case .less: return measure.map { "one finds no lower \($0) for \(first) than for \(second)" }
    case .faster: return "one finds no shorter time for \(first) than for \(second)"
    case .slower: return "one finds no longer time for \(first) than for \(second)"
    }
  }
}
