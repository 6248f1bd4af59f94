internal import IR

/// A sentence whose subject stands in the sentence before it says nothing alone.
enum DanglingSubject {
  static func begins(_ sentence: String) -> Bool {
    begins(CueWords(String(sentence.prefix(60))), of: sentence)
  }

  static func begins(_ sentence: Sentence) -> Bool { begins(sentence.words, of: sentence.text) }

  /// Of what begins with some words.
  static func begins(_ opening: CueWords, of sentence: String) -> Bool {
    guard let first = opening.first else { return false }
    if ["it", "they", "he", "she"].contains(first) { return true }
    // `Similar to the first scale, it is red.`
    if ["similar", "similarly", "like", "unlike"].contains(first) {
      return sentence.has(", it ") || sentence.has(", they ")
    }
    guard ["this", "these", "those", "that", "such", "both", "neither"].contains(first),
      opening.count > 1
    else { return false }
    return verbs.contains(opening.first(2)[1])
  }

  /// Whether a sentence is about something that only the sentence before it names: `This gap widens
  /// with time.`, `Its error falls.`
  static func pointsBack(_ sentence: String) -> Bool {
    let words = CueWords(String(sentence.prefix(80))).words
    guard let first = words.first, words.count > 1 else { return false }
    if words.prefix(4).contains(where: { ["latter", "former"].contains($0) }) { return true }
    if refersBack(words) || isPartOfNamed(words) { return true }
    // `In this case, the error falls.`
    if prepositions.contains(first), demonstratives.contains(words[1]), words.count > 2 {
      return !words[2...].prefix(2).contains(where: wholes.contains)
    }
    switch first {
    case "its", "their", "here", "there", "doing", "otherwise": return first != "there"
    case "the": return ["same", "opposite"].contains(words[1])
    case "both" where namesPair(words): return false
    case "this", "these", "that", "those", "such", "both":
      return !words[1...].prefix(2).contains(where: wholes.contains)
    default: return false
    }
  }

  /// `Both the belt and the band help.`
  private static func namesPair(_ words: [String]) -> Bool {
    guard let and = words.prefix(pairReach).firstIndex(of: "and") else { return false }
    return !words[..<and].contains { verbs.contains($0) || ClauseWords.auxiliaries.contains($0) }
  }

  private static let pairReach = 8

  /// `Most of them are red.`, `The first is that marbles roll.`
  private static func isPartOfNamed(_ words: [String]) -> Bool {
    guard words.count > 3 else { return false }
    if quantities.contains(words[0]), words[1] == "of", plurals.contains(words[2]) { return true }
    return words[0] == "the" && orders.contains(words[1]) && ["is", "was"].contains(words[2])
  }

  private static let quantities: Set<String> = [
    "most", "many", "some", "several", "all", "few", "each", "one", "none", "both", "any", "two",
    "three", "neither", "either",
  ]
  private static let plurals: Set<String> = ["them", "these", "those", "which"]
  private static let orders: Set<String> = [
    "first", "second", "third", "fourth", "last", "other", "next",
  ]

  /// `An explanation for this is the wind.`
  private static func refersBack(_ words: [String]) -> Bool {
    words.indices.prefix(reach).dropLast(2).contains { index in
      index + 2 < words.count && ["for", "of", "behind", "to"].contains(words[index])
        && demonstratives.contains(words[index + 1])
        && ClauseWords.auxiliaries.contains(words[index + 2])
    }
  }

  private static let reach = 8
  private static let prepositions: Set<String> = [
    "in", "on", "at", "for", "under", "with", "from", "by", "of", "among",
  ]
  private static let demonstratives: Set<String> = ["this", "that", "these", "those"]

  /// What `this` may name that any reader knows: the study itself.
  private static let wholes: Set<String> = [
    "paper", "work", "study", "article", "results", "findings", "experiments", "observations",
    "evaluation", "survey", "report", "section", "subsection", "appendix", "chapter",
  ]

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "can", "could", "may", "might", "will",
    "would", "does", "do", "did", "also", "follows", "leads", "led", "allows", "enables", "makes",
    "gives", "yields", "results", "means", "holds", "shows", "suggests", "indicates", "implies",
    "demonstrates", "confirms", "reflects", "explains", "reduces", "improves", "increases",
  ]
}
