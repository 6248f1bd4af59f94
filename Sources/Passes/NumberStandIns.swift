package import IR

/// Words in place of numbers that a sentence cannot lose: `62% of the marbles` becomes `most of the
/// marbles`, `an error of 4.5` `the reported error`.
///
/// The evidence of a claim prints the number. Where no words keep the sentence whole it is no
/// statement: `the error is the reported value` says nothing.
extension NumberFree {
  /// The sentence without its numbers, with words for those that carry its grammar; nil for
  /// formulas, and where numbers are what is said.
  ///
  /// - Parameter least: How many content words must be left.
  package static func reported(_ sentence: Grounded<String>, least: Int = 6) -> Grounded<String>? {
    let apart = NumberAmounts.plain(sentence.value)
    if let plain = statement(sentence, apart), !pointsAtSection(plain.value),
      plain.derivation == nil || !BareClause.isBroken(plain.value)
    {
      return plain
    }
    guard let text = withoutParentheses(apart) else { return nil }
    guard let result = standing(text, least: least - 1) ?? withoutLastClause(text, least: least),
      result.count * 2 >= sentence.value.count
    else { return nil }
    return Grounded(
      result, sentence.spans, .computed("sentence with its numbers left to its evidence"))
  }

  /// A text with words in place of its numbers; nil where it cannot do without them.
  static func standing(_ text: String, least: Int) -> String? {
    guard text.first?.isLowercase == false else { return nil }
    var words = markingContrasts(withoutRaisedMarks(text.words().map(String.init)))
    var standIns = 0
    while let index = firstNumbered(words) {
      guard !isFormula(index, words), !isListed(index, words) else { return nil }
      if words[index].has("@"), words[index].contains(where: \.isLetter), !words[index].has("`") {
        words[index] = NumberPlaces.named(words[index])
        continue
      }
      if isName(index, words) {
        guard markName(at: index, in: &words) else { return nil }
        continue
      }
      if let range = listed(index, words) ?? safePhrase(around: index, in: words) {
        remove(pair(range, words), from: &words)
      } else if let count = plainCount(at: index, in: words) {
        words.removeSubrange(count)
      } else {
        standIns += 1
        guard standIns <= mostStandIns, standIn(at: index, in: &words) else { return nil }
      }
    }
    let bare = tidied(agreeing(words).joined(separator: " ")) + (text.hasSuffix(".") ? "." : "")
    let plain = bare.swapping("..", for: ".")
    let result = plain.prefix(1).uppercased() + plain.dropFirst()
    guard NumberToken.scan(result).isEmpty, Wording.isSubstantial(result, least: least),
      !pointsAtSection(result), !BareClause.isBroken(result)
    else { return nil }
    return result
  }

  /// A statement is read without the sections of its paper.
  private static func pointsAtSection(_ text: String) -> Bool {
    let lower = text.lowercase
    return ["`section ", "`sections ", "`sec. ", "`appendix ", "`chapter "].contains {
      lower.has($0)
    }
  }

  private static let mostStandIns = 2

  /// A mark of a list, and what may go with the number by the rules for whole phrases; never the
  /// first word of the sentence.
  private static func listed(_ index: Int, _ words: [String]) -> ClosedRange<Int>? {
    index > 0 && isListMark(words[index]) ? index...index : nil
  }

  /// Sets a name with its number as such: `` `Llama 2` ``; false where there is no name before it.
  private static func markName(at index: Int, in words: inout [String]) -> Bool {
    guard index > 0, !words[index - 1].has("`"), !words[index].has("`") else { return false }
    let core = words[index].trimmed(of: ".,;:")
    guard core.allSatisfy({ $0.isNumber || $0 == "." }), words[index].hasPrefix(core),
      words[index - 1].allSatisfy({ $0.isLetter || $0 == "-" })
    else { return false }
    words[index - 1] = "`\(words[index - 1])"
    words[index] = "\(core)`" + words[index].dropFirst(core.count)
    return true
  }

  /// A count that can go without a word in its place: `across 14 tasks`.
  private static func plainCount(at index: Int, in words: [String]) -> ClosedRange<Int>? {
    var first = index
    while first > 1, standInHedges.contains(words[first - 1].lowercased()) { first -= 1 }
    guard first > 0, openings.contains(words[first - 1].lowercased()), !endsClause(words[index]),
      countsThings(after: index, words)
    else { return nil }
    return first...index
  }

  private static func safePhrase(around index: Int, in words: [String]) -> ClosedRange<Int>? {
    guard index > 0, let range = phrase(around: index, in: words), range.lowerBound > 0 else {
      return nil
    }
    return range
  }

  /// With the second of two numbers: `by 2.9% and 1.9%`.
  private static func pair(_ range: ClosedRange<Int>, _ words: [String]) -> ClosedRange<Int> {
    var last = range.upperBound
    guard last + 2 < words.count, ["and", "or", "to"].contains(words[last + 1]),
      !NumberToken.scan(words[last + 2]).isEmpty
    else { return range }
    last += 2
    while last + 1 < words.count, isUnit(words[last + 1]), !endsClause(words[last]) { last += 1 }
    return range.lowerBound...last
  }

  static func remove(_ range: ClosedRange<Int>, from words: inout [String]) {
    let mark = words[range.upperBound].last.map { ".,;:".contains($0) ? String($0) : "" } ?? ""
    words.replaceSubrange(range, with: substitute(for: range, in: words))
    if !mark.isEmpty, range.lowerBound > 0 { words[range.lowerBound - 1] += mark }
  }

  /// Whether signs around a number make it part of a formula: `ρ ≥ 0.95`, `1/4`, `[0, 1]`.
  private static func isFormula(_ index: Int, _ words: [String]) -> Bool {
    let around = words[max(0, index - 1)...min(words.count - 1, index + 1)]
    return words[index].contains { "/:=<>≥≤^_{}[]|∈±∼".contains($0) }
      || around.contains { word in
        word.count < 4 && word.contains { "=<>≥≤∈≈+∼→±·−–".contains($0) }
      }
      || ["vs.", "vs", "versus"].contains { around.contains($0) }
  }

  /// Whether a number is one of several, or says what was just called a value: `Theorems 2 and 3`,
  /// `the value is 5`.
  private static func isListed(_ index: Int, _ words: [String]) -> Bool {
    if words[max(0, index - 3)..<index].contains(where: { $0.hasPrefix("value") }) { return true }
    return index > 1 && ["and", "or", "to"].contains(words[index - 1])
      && words[index - 2].contains(where: \.isNumber)
  }

  /// Whether a number belongs to the name before it: `Llama 2`, `layer 5`.
  private static func isName(_ index: Int, _ words: [String]) -> Bool {
    guard index > 0 else { return true }
    let previous = words[index - 1]
    if labels.contains(previous.lowercased()) || labels.contains(previous.dropLast().lowercased()) {
      return true
    }
    // What is said of `Control 2` is said of one control: a count would go on with its things.
    if isWord(previous), index + 1 < words.count, copulas.contains(words[index + 1]),
      words[index].allSatisfy(\.isNumber), !standInHedges.contains(previous.lowercased()),
      !particles.contains(previous.lowercased()), !openings.contains(previous.lowercased()),
      !NumberWords.hedges.contains(previous.lowercased()), previous.lowercased() != "of"
    {
      return true
    }
    let isSentenceStart = index == 1 || words[index - 2].hasSuffix(":")
    return previous.first?.isUppercase == true && !isSentenceStart
  }

  private static let copulas: Set<String> = [
    "shows", "confirms", "demonstrates", "reveals", "indicates", "suggests", "is", "was", "has",
  ]

  private static let labels: Set<String> = [
    "layer", "layers", "section", "sections", "step", "stage", "phase", "type", "level", "group",
    "class", "case", "row", "rows", "column", "part", "task", "seed", "fold", "chapter", "page",
    "theorem", "lemma", "proposition", "corollary", "algorithm", "appendix", "line", "lines",
    "definition", "assumption", "remark", "example", "experiment", "question", "version", "head",
    "digit", "tier", "trace", "condition", "hypothesis", "claim", "top", "bottom", "rank",
    "tab.", "tab", "sec.", "app.", "no.", "nr.", "vol.",
  ]

  /// Puts words for the number at `index`, or takes it out; false where what is left would be no
  /// sentence, or say nothing.
  private static func standIn(at index: Int, in words: inout [String]) -> Bool {
    var last = index
    if last + 1 < words.count, multiples.contains(words[last + 1]) { last += 1 }
    if last + 2 < words.count, ["and", "or", "to"].contains(words[last + 1]),
      !NumberToken.scan(words[last + 2]).isEmpty
    {
      return false
    }
    while last + 1 < words.count, isUnit(words[last + 1]), !endsClause(words[last]) { last += 1 }
    var first = index
    while first > 1, standInHedges.contains(words[first - 1].lowercased()) { first -= 1 }
    // `the baseline's 36%`: an article would be one too many.
    if words[first - 1].hasSuffix("’s") || words[first - 1].hasSuffix("'s") { return false }
    if let year = NumberPlaces.year(at: index, in: words) {
      remove(year, from: &words)
      return true
    }
    let bound = NumberPlaces.bound(before: first, in: words)
    if NumberPlaces.putShare(first...last, bound, in: &words) { return true }
    let mark = words[last].last.map { ".,;:".contains($0) ? String($0) : "" } ?? ""
    let next = mark.isEmpty && last + 1 < words.count ? words[last + 1] : ""
    let noun = next.trimmed(of: ".,;:").lowercased()
    if measure(bound == nil ? first : first - 2, last, noun, mark, &words) { return true }
    let extent =
      NumberPlaces.extent(first...last, in: words) ?? NumberPlaces.change(first...last, in: words)
    if let extent {
      remove(extent, from: &words)
      return true
    }
    if let aside = NumberPlaces.remark(behind: first...last, in: words) {
      words.removeSubrange(aside)
      return true
    }
    guard mark.isEmpty, isWord(noun), noun != "of", !particles.contains(noun) || noun == "times"
    else { return false }
    if let amount = NumberPlaces.determined(first...last, in: words) {
      words.removeSubrange(amount)
      return true
    }
    if countsThings(after: last, words) || noun == "times" {
      return NumberPlaces.putCount(first...last, in: &words)
    }
    return NumberPlaces.putMeasure(first...last, in: &words)
  }

  /// What has the number for its measure: `an accuracy of 96%` becomes `the reported accuracy`, `a
  /// gain of 0.9 perplexity` only a gain.
  private static func measure(
    _ first: Int, _ last: Int, _ noun: String, _ mark: String, _ words: inout [String]
  ) -> Bool {
    guard words[first - 1].lowercased() == "of", first > 1 else { return false }
    let isDegree = NumberWords.degrees.contains(words[first - 2].lowercased())
    if isWord(noun), !particles.contains(noun) {
      guard isDegree else { return false }
      remove((first - 1)...(last + 1), from: &words)
      return true
    }
    guard let article = article(before: first - 1, words) else { return false }
    words.replaceSubrange((first - 1)...last, with: [])
    words[first - 2] += mark
    if isDegree { return true }
    let isFirst = words[article].first?.isUppercase == true
    words.replaceSubrange(article...article, with: [isFirst ? "The" : "the", "reported"])
    return true
  }

  /// The article of the noun phrase that ends before `end`.
  private static func article(before end: Int, _ words: [String]) -> Int? {
    for index in stride(from: end - 1, through: max(0, end - 5), by: -1) {
      if endsClause(words[index]) { return nil }
      if ["a", "an", "the"].contains(words[index].lowercased()) { return index }
    }
    return nil
  }

  /// Whether a plural comes soon: `61 specialist models`.
  private static func countsThings(after last: Int, _ words: [String]) -> Bool {
    for word in words[(last + 1)...].prefix(3) {
      let bare = word.trimmed(of: ".,;:").lowercased()
      if particles.contains(bare) || !isWord(bare) { return false }
      if bare.hasSuffix("s"), !bare.hasSuffix("ss") { return true }
      if endsClause(word) { return false }
    }
    return false
  }

  private static func isWord(_ word: String) -> Bool {
    word.utf8.count > 1 && word.allSatisfy { $0.isLetter || $0 == "-" }
  }

  private static let multiples: Set<String> = [
    "hundred", "thousand", "million", "billion", "trillion",
  ]

  static let standInHedges: Set<String> = [
    "over", "about", "around", "approximately", "roughly", "nearly", "almost", "only", "just",
    "≈", "∼", "~", "mere",
  ]

  /// After these a count of things can go: `across 14 tasks`, `all 12 sorters`.
  private static let openings: Set<String> = [
    "across", "on", "over", "with", "using", "among", "all", "these", "the", "those", "our", "both",
    "their", "its", "other",
  ]

  private static let particles: Set<String> = [
    "its", "this", "thus", "has", "does", "his", "us", "plus", "whereas",
    "on", "in", "for", "and", "or", "at", "to", "with", "when", "while", "after", "before", "by",
    "from", "than", "as", "if", "is", "are", "was", "were", "but", "over", "under", "across",
    "during", "per", "compared", "using", "within", "without", "that", "which", "because", "even",
    "only", "the", "a", "an", "this", "these", "times", "respectively", "does", "has", "gives",
    "performs", "outperforms", "achieves", "shows", "reaches", "works", "improves", "exceeds",
    "leads", "yields", "results", "versus", "more", "less", "fewer", "out",
  ]
}
