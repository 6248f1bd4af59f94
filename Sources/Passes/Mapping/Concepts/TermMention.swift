internal import IR

/// A sentence that has a term, and how much it tells of what the term is.
struct TermMention {
  let sentence: TermSentence
  /// The words of the term.
  let term: Range<Int>

  private static let copulas: Set<String> = ["is", "are"]
  private static let tellers: Set<String> = [
    "i.e", "namely", "defined", "means", "refers", "denotes", "consists", "measures", "occurs",
    "corresponds",
  ]
  /// `is computed by`, `are responsible for`, `is designed to`.
  private static let makings: Set<String> = [
    "defined", "computed", "calculated", "measured", "obtained", "determined", "constructed",
    "formed", "designed", "responsible", "intended", "built", "based", "composed", "made",
    "quantified", "given",
  ]
  private static let links: Set<String> = ["as", "by", "from", "for", "to", "on", "of"]
  private static let clauses: Set<String> = ["that", "where", "whose"]
  private static let makers: Set<String> = [
    "introduce", "introduces", "introducing", "propose", "proposes", "proposing", "define",
    "present", "presents", "consider", "call", "called", "employ", "incorporate", "extend",
  ]
  private static let pointers: Set<String> = ["figure", "fig", "table", "see", "section", "as"]
  private static let longWords = 45
  private static let shortWords = 8

  /// From words beside the term: 0 for a sentence that has it in passing.
  var tells: Int {
    let words = sentence.words
    var weight = explanation
    if words[max(0, term.lowerBound - 4)..<term.lowerBound].contains(where: Self.makers.contains) {
      weight += 2
    }
    if term.lowerBound <= 2 { weight += 1 }
    if let first = words.first, Self.pointers.contains(first) { weight -= 2 }
    if sentence.text.hasSuffix("?") { weight -= 3 }
    // What others did is told in passing.
    if words.prefix(4).contains("et") { weight -= 2 }
    if words.count > Self.longWords || words.count < Self.shortWords { weight -= 1 }
    // `Dry marbles vs. wet marbles.` is a head.
    if words.count < term.count + 4 { weight -= 2 }
    return weight
  }

  /// Whether the words behind the term say what it is, or what it does.
  var explains: Bool {
    if explanation > 1 || isAsDefined { return true }
    let next = Array(behind.prefix(3))
    guard let verb = next.first else { return false }
    if next.count > 2, verb == "which" { return isDoing(next[1], next[2]) }
    if Self.copulas.contains(verb) {
      guard next.count > 1, !isPartOfSubject else { return false }
      return TermForms.kinds.contains(next[1])
        || Self.makings.contains(next[1]) && next.last.map(Self.links.contains) == true
    }
    if ["serves", "acts", "works"].contains(verb) { return true }
    return Self.tellers.contains(verb)
      || term.lowerBound <= 1 && isDoing(verb, next.dropFirst().first ?? "")
  }

  /// `denotes`, `is defined`; but of `marbles, i.e.` behind the term the marbles are told.
  private func tells(of next: ArraySlice<String>) -> Bool {
    guard let first = next.first, let last = next.last else { return false }
    return Self.tellers.contains(first)
      || (Self.copulas.contains(first) || first == "be") && Self.tellers.contains(last)
  }

  /// `The use of the band is`: what follows is said of the use.
  private var isPartOfSubject: Bool {
    let before = sentence.words[max(0, term.lowerBound - 2)..<term.lowerBound]
      .last { !TermForms.articles.contains($0) }
    return before == "of"
  }

  /// `We define the band at time t as`.
  private var isAsDefined: Bool {
    let before = sentence.words[max(0, term.lowerBound - 3)..<term.lowerBound]
    guard before.contains("define"), let next = behind.first else { return false }
    return next == "as" || next == "by"
  }

  /// Whether they do so of the term itself, not of some of the things that bear its name or of how
  /// they fare: `We try nets that sleep.`, `… of old nets, which are slow.`
  var defines: Bool {
    guard explains else { return false }
    let next = Array(behind.prefix(3))
    guard let first = next.first else { return false }
    if Self.clauses.contains(first) {
      let before = term.lowerBound > 0 ? sentence.words[term.lowerBound - 1] : nil
      return before.map { $0 == "a" || $0 == "an" } ?? true
    }
    guard first == "which", next.count > 2, Self.copulas.contains(next[1]) else { return true }
    return TermForms.kinds.contains(next[2]) || Self.makings.contains(next[2])
  }

  /// `subtracts a constant`; not `improves the accuracy`, which is found of it.
  private func isDoing(_ verb: String, _ object: String) -> Bool {
    TermForms.doings.contains(verb)
      || verb.hasSuffix("s") && !verb.hasSuffix("ss") && Self.objects.contains(object)
        && !Self.findings.contains(verb)
  }

  static let objects: Set<String> = [
    "a", "an", "the", "each", "every", "one", "its", "their", "all", "how", "whether",
  ]
  private static let findings: Set<String> = [
    "improves", "outperforms", "achieves", "reduces", "increases", "decreases", "exceeds", "shows",
    "yields", "gives", "reaches", "beats", "surpasses", "obtains", "has", "does", "was", "leads",
    "plays", "raises", "lowers", "degrades", "hurts", "attains", "demonstrates", "exhibits",
  ]

  /// The words behind the term, the kind of thing that it is, and what stands in brackets right behind
  /// it: `the room tone technique (RT) works`.
  private var behind: ArraySlice<String> {
    let words = sentence.words
    var end = min(term.upperBound, words.count)
    if end < words.count, sentence.isJoined(after: end - 1), TermWords.isOfKind([words[end]]) {
      end += 1
    }
    guard end < words.count, end > 0 else { return [] }
    end = sentence.pastSymbols(end)
    guard end < words.count else { return [] }
    let start = sentence.ranges[end - 1].upperBound
    let rest = sentence.text(start..<sentence.text.utf8.count)
    guard rest.hasPrefix(" ("), let close = rest.firstIndex(of: ")") else { return words[end...] }
    let offset = start + rest.utf8.distance(from: rest.startIndex, to: close)
    return words[end...].indices.first { sentence.ranges[$0].lowerBound > offset }
      .map { words[$0...] } ?? []
  }

  /// What stands behind the term: `is an interval`, `that holds`, `is exposed: the interval`.
  private var explanation: Int {
    let next = behind.prefix(2)
    if tells(of: next) || isBeforeMark { return 2 }
    if let first = next.first, Self.clauses.contains(first) { return 2 }
    if next.first == "which" {
      return next.last.map(TermForms.relatives.contains) == true ? 2 : 0
    }
    guard let first = next.first, Self.copulas.contains(first), !isPartOfSubject else { return 0 }
    return next.last.map(TermForms.kinds.contains) == true ? 3 : 1
  }

  /// A colon or a dash close behind the term.
  private var isBeforeMark: Bool {
    let last = min(term.upperBound + 4, sentence.words.count)
    guard last > term.upperBound else { return false }
    let start = sentence.ranges[term.upperBound - 1].upperBound
    let gap = sentence.text(start..<sentence.ranges[last - 1].lowerBound)
    return gap.has(": ") || gap.has("—")
  }

  /// Whether the term begins as a name does and a citation follows it.
  var isCitedName: Bool {
    let first = sentence.text(sentence.ranges[term.lowerBound])
    return term.lowerBound > 0 && first.first?.isUppercase == true
      && sentence.isCited(after: term.upperBound - 1)
  }

  var symbol: Range<Int>? { sentence.symbol(at: term.upperBound) }
}

extension TermSentence {
  /// Whether two letters of ASCII begin a word, as nearly all.
  private func beginsPlainly(_ word: Range<Int>) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      word.count > 1 && (bytes[word.lowerBound] | bytes[word.lowerBound + 1]) < 0x80
        && bytes[word.lowerBound + 1] != UInt8(ascii: "_")
    } ?? false
  }

  /// The first word at or behind a place that is no part of symbols: of `the band b(t) is`, `is`.
  func pastSymbols(_ at: Int) -> Int {
    guard at > 0, at < words.count else { return at }
    var (end, depth) = (ranges[at - 1].upperBound, 0)
    for part in text(end..<text.utf8.count).split(separator: " ", omittingEmptySubsequences: false)
    {
      guard depth > 0 || part.isEmpty || Self.isSymbol(part) else { break }
      depth += part.count { "({[".contains($0) } - part.count { ")}]".contains($0) }
      end += part.utf8.count + 1
      if depth == 0, part.hasSuffix(",") { break }
    }
    return depth == 0 ? ranges.partitioningIndex { $0.lowerBound >= end - 1 } : at
  }

  /// A letter, or one or two with indices or arguments.
  private static func isSymbol(_ part: Substring) -> Bool {
    let name = part.prefix { $0.isLetter }
    guard (1...2).contains(name.count), name != "a" else { return false }
    guard let next = part.dropFirst(name.count).first else { return name.count == 1 }
    return "_^({[|,".contains(next) && (name.count == 1 || next != ",")
      || !next.isASCII && !"–—’".contains(next)
  }

  /// The letter that stands where a word may, behind a term: `the perturbation ε is`; nil where a
  /// word does.
  func symbol(at: Int) -> Range<Int>? {
    guard at < words.count, isJoined(after: at - 1) else { return nil }
    let bytes = ranges[at]
    guard bytes.count <= 8, !beginsPlainly(bytes) else { return nil }
    let text = text(bytes)
    let letters = text.prefix { $0 != "_" }
    guard letters.count == 1, let letter = letters.first, letter.isLetter, letter != "a",
      letter != "I"
    else { return nil }
    return bytes
  }
}
