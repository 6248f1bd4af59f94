package import IR

/// Takes the numbers out of a sentence, so that what is left is the reusable conclusion.
///
/// Only phrases whose loss leaves the meaning go: a parenthesis with a number, `by over 2 points`,
/// `from 91 to 96`, `of 41.8`, `for 3.5 days`. A sentence that needs its number for its sense (a
/// fraction, a multiple, a count of things) is no statement.
package enum NumberFree {
  /// The sentence itself if it has no number; nil if too little is left, or the sense would change.
  package static func statement(_ sentence: Grounded<String>) -> Grounded<String>? {
    statement(sentence, NumberAmounts.plain(sentence.value))
  }

  /// - Parameter apart: The sentence with its amounts set apart from their units.
  static func statement(_ sentence: Grounded<String>, _ apart: String) -> Grounded<String>? {
    guard apart != sentence.value || !NumberToken.scan(apart).isEmpty else { return sentence }
    guard let plain = withoutParentheses(apart) else { return nil }
    guard let bare = withoutNumbers(plain) ?? withoutClauses(plain).flatMap(withoutNumbers) else {
      return nil
    }
    let text = tidied(bare)
    guard NumberToken.scan(text).isEmpty, Wording.isSubstantial(text, least: 6),
      text.count * 10 >= sentence.value.count * 4, text.first?.isLowercase == false
    else { return nil }
    return Grounded(text, sentence.spans, .computed("sentence without its numbers"))
  }

  /// Drops parentheses that hold a number; nil if one belongs to a formula: `O(N^2)`.
  static func withoutParentheses(_ text: String) -> String? {
    guard text.has("(") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var open = 0
    var depth = 0
    for (at, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "(") {
        if depth == 0 { open = at }
        depth += 1
      }
      if depth == 0 { result.append(byte) }
      if byte == UInt8(ascii: ")"), depth > 0 {
        depth -= 1
        guard depth == 0 else { continue }
        if NumberToken.scan(String(decoding: bytes[open...at], as: UTF8.self)).isEmpty {
          result += bytes[open...at]
        } else if let last = result.last, last != UInt8(ascii: " "),
          !result.suffix(3).elementsEqual("“".utf8)
        {
          return nil
        }
      }
    }
    if depth > 0 { result += bytes[open...] }
    return String(decoding: result, as: UTF8.self)
  }

  /// The clauses before the first that holds a number, if they are most of a sentence.
  static func withoutClauses(_ text: String) -> String? {
    let leads = [
      ", reaching ", ", achieving ", ", with ", ", yielding ", ", obtaining ", ", from ",
      ", compared to ", ", while ", ", and ", "; ", ", whereas ", ", a ",
    ]
    let cuts = leads.compactMap { text.utf8Range(of: $0)?.lowerBound }.sorted()
    for cut in cuts.reversed() {
      let head = String(decoding: Array(text.utf8)[..<cut], as: UTF8.self)
      // What follows the comma is the last item of a list.
      if endsInList(head, before: String(decoding: Array(text.utf8)[cut...], as: UTF8.self)) {
        continue
      }
      if NumberToken.scan(head).isEmpty, Wording.content(head).count >= 6 { return head + "." }
    }
    return nil
  }

  /// Whether a text is cut before the `and` of a list: `across addition, subtraction`.
  static func endsInList(_ head: String, before rest: String) -> Bool {
    guard rest.hasPrefix(", and "),
      let last = head.split(whereSeparator: { ",:".contains($0) }).last,
      head.contains(where: { ",:".contains($0) })
    else { return false }
    return last.split(separator: " ").count < 4
  }

  /// Nil if some number stands where its loss would change the sense.
  private static func withoutNumbers(_ text: String) -> String? {
    var words = text.words().map(String.init)
    var rounds = 0
    while let index = firstNumbered(words) {
      rounds += 1
      guard rounds < 12, let range = phrase(around: index, in: words) else { return nil }
      let tail = words[range.upperBound].last.map { ".,;:".contains($0) ? String($0) : "" } ?? ""
      words.replaceSubrange(range, with: substitute(for: range, in: words))
      if !tail.isEmpty, range.lowerBound > 0 { words[range.lowerBound - 1] += tail }
    }
    return agreeing(words).joined(separator: " ")
  }

  /// What stands for a number between a verb and what it measures: `achieves 2.4× speedup`
  /// becomes `achieves a speedup`, `achieves 28.4 BLEU` becomes `achieves the reported BLEU`.
  static func substitute(for range: ClosedRange<Int>, in words: [String]) -> [String] {
    guard range.lowerBound > 0, range.upperBound + 1 < words.count else { return [] }
    let before = words[range.lowerBound - 1].lowercased()
    guard NumberWords.reaching.contains(where: before.hasPrefix) else { return [] }
    let noun = words[range.upperBound + 1].trimmed(of: ".,;:")
    if NumberWords.singulars.contains(noun.lowercased()) { return ["a"] }
    return noun.first?.isUppercase == true ? ["the", "reported"] : []
  }

  /// With the article that fits the word behind it: `a 28% improvement` lost its number.
  static func agreeing(_ words: [String]) -> [String] {
    words.indices.map { index in
      guard index + 1 < words.count, let first = words[index + 1].lowercased().first,
        NumberWords.degrees.contains(words[index + 1].trimmed(of: ".,;:").lowercased())
      else { return words[index] }
      let isVowel = "aeiou".contains(first)
      switch words[index] {
      case "a" where isVowel: return "an"
      case "an" where !isVowel: return "a"
      default: return words[index]
      }
    }
  }

  /// The index of the first word that holds a number of the whole text.
  static func firstNumbered(_ words: [String]) -> Int? {
    let text = words.joined(separator: " ")
    guard let token = NumberToken.scan(text).first else { return nil }
    var end = 0
    for (index, word) in words.enumerated() {
      end += word.utf8.count
      if token.bytes.lowerBound < end { return index }
      end += 1
    }
    return nil
  }

  /// The words that go with the number at `index`.
  static func phrase(around index: Int, in words: [String]) -> ClosedRange<Int>? {
    // A fraction or a ratio carries the sense of its sentence.
    let core = words[index].trimmed(of: ".,;:")
    guard !core.has("/"), !core.has(":"), !core.hasPrefix("≈"), !isShare(index, words) else {
      return nil
    }
    var last = index
    // `We find: 1) wait, 2) weigh again`: the marks of a list.
    if isListMark(words[index]) { return index...index }
    while last + 1 < words.count, isUnit(words[last + 1]), !endsClause(words[last]) { last += 1 }
    if last + 2 < words.count, words[last + 1] == "per" { last += 2 }
    var first = index
    while first > 0, NumberWords.hedges.contains(words[first - 1].lowercased()), index - first < 3 {
      first -= 1
    }
    guard first > 0 else { return nil }
    if let range = change(first - 1, last, words) { return range }
    let next =
      last + 1 < words.count && !endsClause(words[last]) ? words[last + 1].trimmed(of: ".,;:") : ""
    // `a 38% reduction`, `2× faster`: what is measured stays.
    if NumberWords.degrees.contains(next.lowercased()) {
      return article(before: index, words) ? index...last : first...last
    }
    // `0.9 BLEU worse`: the degree stays.
    if last + 2 < words.count,
      NumberWords.degrees.contains(words[last + 2].trimmed(of: ".,;:").lowercased())
    {
      return first...(last + 1)
    }
    // `reaches 96% accuracy` says nothing without its number.
    if NumberWords.measures.contains(next.lowercased()) {
      return words[first - 1].lowercased() == "by" ? (first - 1)...(last + 1) : nil
    }
    return phrase(first, index, last, next, words)
  }

  /// `from 91 to 96 points`, whole.
  private static func change(_ from: Int, _ last: Int, _ words: [String]) -> ClosedRange<Int>? {
    guard words[from].lowercased() == "from", last + 2 < words.count,
      words[last + 1].lowercased() == "to", !endsClause(words[last]),
      !NumberToken.scan(words[last + 2]).isEmpty
    else { return nil }
    var end = last + 2
    while end + 1 < words.count, isUnit(words[end + 1]), !endsClause(words[end]) { end += 1 }
    if end + 2 < words.count, words[end + 1] == "per" { end += 2 }
    return from...end
  }

  private static func phrase(
    _ first: Int, _ index: Int, _ last: Int, _ next: String, _ words: [String]
  ) -> ClosedRange<Int>? {
    let isMeasure = next.first?.isUppercase == true
    switch words[first - 1].lowercased() {
    case "by" where isBounded(first..<index, words) && isDenied(words[..<first]):
      // `does not help by more than 2 points` says less than that it does not help.
      return nil
    case "by":
      // `by over 2 BLEU`, `by 3 times`: the measure goes too.
      return (first - 1)...(last == index && (isMeasure || next == "times") ? last + 1 : last)
    case "of" where last == index && isNoun(next) && isCollection(before: first - 1, words):
      // `a set of 2,400 marbles`: the things stay, their count goes.
      return first...last
    case "of":
      // `an error of 4.5`: every sorter has an error; `a new best error of 4.5`: not every one.
      if let conjunct = conjunct(first, last, words) { return conjunct }
      let before = words[..<(first - 1)].suffix(4).map { $0.lowercased() }
      return before.contains(where: NumberWords.superlatives.contains) ? (first - 1)...last : nil
    case "to", "at":
      return (first - 1)...last
    case "for", "in", "within", "after":
      return last > index ? (first - 1)...last : nil
    case "on", "across", "over":
      // `on 8 GPUs`: the things stay, their count goes; `using 2 GPUs` is about the count.
      return last == index && next.hasSuffix("s") ? first...last : nil
    default:
      // `achieves 28.4 BLEU`: the measure stays; `needs 3 scales`: nothing is left to say.
      let verb = words[first - 1].lowercased()
      return isMeasure && first == index && NumberWords.reaching.contains(where: verb.hasPrefix)
        ? first...last : nil
    }
  }

  private static func isBounded(_ range: Range<Int>, _ words: [String]) -> Bool {
    words[range].contains { ["more", "less", "least", "most", "over", "up"].contains($0) }
  }

  private static func isDenied(_ words: ArraySlice<String>) -> Bool {
    words.contains { word in
      ["not", "no", "never", "nor", "neither", "hardly", "rarely", "cannot"].contains(
        word.lowercased()) || word.hasSuffix("n’t") || word.hasSuffix("n't")
    }
  }

  /// `reaches an error of 4.5 and outperforms the rest`: the first half goes, whole.
  private static func conjunct(_ first: Int, _ last: Int, _ words: [String]) -> ClosedRange<Int>? {
    guard first >= 5, last + 2 < words.count, words[last + 1] == "and",
      ["a", "an"].contains(words[first - 3]),
      NumberWords.reaching.contains(where: words[first - 4].hasPrefix)
    else { return nil }
    return (first - 4)...(last + 1)
  }

  /// `68% of 77 datasets`, `3 out of 5`: a share is a result of its own.
  private static func isShare(_ index: Int, _ words: [String]) -> Bool {
    let after = words[(index + 1)...].prefix(3).map { $0.lowercased() }
    guard let of = after.firstIndex(of: "of"), index + 1 + of + 1 < words.count else {
      return false
    }
    return !NumberToken.scan(words[index + of + 2]).isEmpty || after.contains("out")
  }

  private static func article(before index: Int, _ words: [String]) -> Bool {
    index > 0 && ["a", "an", "the"].contains(words[index - 1].lowercased())
  }

  /// Whether things are counted in what stands before an `of`: in `a fade of 400 samples` the count
  /// is its length.
  private static func isCollection(before of: Int, _ words: [String]) -> Bool {
    of > 0 && NumberWords.collections.contains(words[of - 1].trimmed(of: "(“\"").lowercased())
  }

  /// Whether a word that follows a number may be what it counts.
  private static func isNoun(_ word: String) -> Bool {
    guard word.first?.isLowercase == true else { return false }
    return word.utf8.count > 3 && !Wording.content(word).isEmpty && !word.hasSuffix("ing")
      && !word.hasSuffix("ed") && !["relative", "versus"].contains(word)
  }

  static func isUnit(_ word: String) -> Bool {
    NumberWords.units.contains(word.lowercased().trimmed(of: ".,;:"))
  }

  static func isListMark(_ word: String) -> Bool {
    word.hasSuffix(")") && (1...2).contains(word.dropLast().count)
      && word.dropLast().allSatisfy(\.isASCIIDigit)
  }

  static func endsClause(_ word: String) -> Bool {
    word.last.map { ".,;:".contains($0) } ?? false
  }

  static func tidied(_ text: String) -> String {
    var result = text
    for (from, to) in [
      (" ,", ","), (" .", "."), (",.", "."), (",,", ","), (" ;", ";"), ("( ", "("), ("()", ""),
      ("..", "."),
    ] {
      result = result.swapping(from, for: to)
    }
    while result.has("  ") { result = result.swapping("  ", for: " ") }
    return result.trimmed(of: " ,;:")
  }
}
