internal import IR

/// What a paper takes over from a work: the noun phrase that stands before the citation, since
/// nothing else in the sentence is sure to be the other work's.
enum AdoptedElement {
  private static let longest = 6

  /// The UTF-8 range of the phrase that ends where `site` begins: `the marble set [3]`, and of what
  /// is the work's own: `Lemma 2 of [3]`.
  static func range(before site: Int, in sentence: String) -> Range<Int>? {
    let lead = String(sentence[...][utf8Range: 0..<site])
    var words = words(of: lead)[...]
    if let last = words.last, ["of", "in", "by", "from"].contains(last.text) {
      words.removeLast()
      if let last = words.last, last.text.hasSuffix("ed") || irregular.contains(last.text) {
        words.removeLast()
      }
    }
    guard let end = words.last?.bytes.upperBound else { return nil }
    var first: Int?
    for at in words.indices.reversed().prefix(longest) {
      let isBroken = at + 1 < words.endIndex && words[at].isClosed
      guard !isBroken, isPart(words[at].text, isFirst: at == 0) else { break }
      first = at
      if words[at].isOpened { break }
    }
    guard let first else { return nil }
    let bytes = words[first].bytes.lowerBound..<end
    let phrase = lead[...][utf8Range: bytes]
    // Small letters are a noun phrase where an article or a preposition leads to them.
    let isNoun = first > 0 && TermWords.opensPhrase(words[first - 1].text.lowercase)
    return phrase.contains(where: \.isUppercase) || isNoun && isTerm(phrase) ? bytes : nil
  }

  private struct Word {
    let text: String
    let bytes: Range<Int>
    /// Whether a bracket or a quotation mark stands before it.
    let isOpened: Bool
    /// Whether a mark stands behind it.
    let isClosed: Bool
  }

  /// The words between spaces, without the marks about them; none where a mark stands before the
  /// citation, as a list or a clause then does.
  private static func words(of lead: String) -> [Word] {
    var words: [Word] = []
    var offset = 0
    for piece in lead.split(separator: " ", omittingEmptySubsequences: false) {
      let head = piece.utf8.prefix { "([“\"".utf8.contains($0) }.count
      let body = piece.dropFirst(head)
      let bare = body.reversed().drop { ",;:.()[]”\"".contains($0) }.count
      let text = String(body.prefix(bare))
      if !text.isEmpty {
        let start = offset + head
        words.append(
          Word(
            text: text, bytes: start..<(start + text.utf8.count), isOpened: head > 0,
            isClosed: bare < body.count))
      } else if head == 0, !piece.isEmpty {
        return []
      }
      offset += piece.utf8.count + 1
    }
    return words.last.map { $0.isClosed } == true ? [] : words
  }

  private static func isPart(_ word: String, isFirst: Bool) -> Bool {
    let lower = word.lowercase
    guard !verbs.contains(lower) else { return false }
    if TermWords.isTermWord(lower) { return !isFirst || word == lower || !lower.hasSuffix("ing") }
    return word.contains { $0.isNumber } || word.contains { $0.isUppercase } && !isFirst
  }

  private static func isTerm(_ phrase: Substring) -> Bool {
    let words = phrase.lowercased().split(separator: " ").map(String.init)
    return TermWords.isTerm(words[...]) && !TermWords.core(of: words).isEmpty
  }

  private static let irregular: Set<String> = ["given", "shown", "found", "known", "made"]

  private static let verbs: Set<String> = [
    "use", "uses", "used", "using", "adopt", "adopts", "adopted", "adopting", "employ", "employs",
    "employed", "employing", "apply", "applies", "applied", "applying", "leverage", "leverages",
    "leveraging", "utilize", "utilizes", "utilizing", "follow", "follows", "following", "train",
    "trained", "training", "evaluate", "evaluated", "build", "builds", "extend", "extends",
    "propose", "proposes", "proposed", "introduce", "introduces", "introduced", "describe",
    "described", "include", "includes", "including", "consider", "considers", "take", "adapt",
    "borrow", "called", "named", "see", "based", "show", "shows", "shown", "find", "found",
  ]
}
