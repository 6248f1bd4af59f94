internal import IR

/// Places of numbers in a sentence that have words of their own: shares, small counts, years,
/// measures by name.
enum NumberPlaces {
  /// `in 2013`, `from 2018 onwards`: when, of what holds without it too.
  static func year(at index: Int, in words: [String]) -> ClosedRange<Int>? {
    let core = words[index].trimmed(of: ".,;:")
    guard core.utf8.count == 4, let year = Int(core), (1900...2100).contains(year), index > 1,
      times.contains(words[index - 1])
    else { return nil }
    let goesOn = index + 1 < words.count && ["onwards", "onward", "on"].contains(words[index + 1])
    return (index - 1)...(goesOn ? index + 1 : index)
  }

  private static let times: Set<String> = ["in", "since", "during", "from"]

  /// `pass@4` is the name of a measure.
  static func named(_ word: String) -> String {
    let name = word.trimmed(of: ".,;:()")
    return word.swapping(String(name), for: "`\(name)`")
  }

  // MARK: Bounds

  /// Which way the two words before a number say that it may be left.
  enum Bound { case above, below }

  static func bound(before index: Int, in words: [String]) -> Bound? {
    guard index > 2 else { return nil }
    switch (words[index - 2].lowercased(), words[index - 1].lowercased()) {
    case ("more", "than"), ("at", "least"), ("greater", "than"), ("higher", "than"): return .above
    case ("less", "than"), ("at", "most"), ("up", "to"), ("fewer", "than"), ("lower", "than"):
      return .below
    default: return nil
    }
  }

  /// `is 0.08%, which is small` is small.
  static func remark(behind range: ClosedRange<Int>, in words: [String]) -> ClosedRange<Int>? {
    let last = range.upperBound
    guard words[last].hasSuffix(","), last + 3 < words.count, words[last + 1] == "which",
      ["is", "was", "are", "were"].contains(words[last + 2]),
      words[range.lowerBound - 1] == words[last + 2]
    else { return nil }
    return range.lowerBound...(last + 2)
  }

  /// `the 10 Myr delay` becomes `the delay`, `our 6 sorters` `our sorters`: what is pointed at is
  /// known without its amount.
  static func determined(_ range: ClosedRange<Int>, in words: [String]) -> ClosedRange<Int>? {
    guard determiners.contains(lastPart(words[range.lowerBound - 1])),
      !words[range].contains(where: { $0.has("%") })
    else { return nil }
    let next = range.upperBound + 1
    guard isUnit(words[next]) else { return range }
    return next + 1 < words.count && !NumberFree.endsClause(words[next])
      ? range.lowerBound...next : nil
  }

  /// `Myr`, `kpc`: a short word without a vowel.
  private static func isUnit(_ word: String) -> Bool {
    let bare = word.trimmed(of: ".,;:").lowercased()
    return bare.utf8.count <= 4 && !bare.contains { "aeiou".contains($0) }
  }

  /// `rises up to 400 samples and then stays flat`: how far, of what turns there anyway.
  static func extent(_ range: ClosedRange<Int>, in words: [String]) -> ClosedRange<Int>? {
    let first = range.lowerBound
    guard first > 3, words[first - 2] == "up", words[first - 1] == "to" else { return nil }
    var last = range.upperBound
    if !NumberFree.endsClause(words[last]), last + 1 < words.count,
      words[last + 1].trimmed(of: ".,;:").hasSuffix("s")
    {
      last += 1
    }
    let isEnd = NumberFree.endsClause(words[last]) || last + 1 == words.count
    guard isEnd || words[last + 1] == "and" else { return nil }
    return (first - 2)...last
  }

  /// `the error rises to 12.6`: that it rises is said without it.
  static func change(_ range: ClosedRange<Int>, in words: [String]) -> ClosedRange<Int>? {
    let first = range.lowerBound
    guard first > 2, words[first - 1] == "to", changes.contains(words[first - 2]),
      NumberFree.endsClause(words[range.upperBound]) || range.upperBound + 1 == words.count,
      !words[(range.upperBound + 1)...].prefix(1).contains("which")
    else { return nil }
    return (first - 1)...range.upperBound
  }

  private static let changes: Set<String> = [
    "rise", "rises", "rose", "grow", "grows", "grew", "increase", "increases", "increased", "drop",
    "drops", "dropped", "fall", "falls", "fell", "decrease", "decreases", "decreased", "improve",
    "improves", "improved", "decline", "declines", "declined", "degrade", "degrades", "degraded",
    "dramatically", "significantly", "sharply", "substantially",
  ]

  // MARK: Shares

  /// `77% of the steps` becomes `most of the steps`, `9 of 10 sorters` `nearly all of the sorters`;
  /// false for what is no share, or hangs on what stands before it.
  static func putShare(_ range: ClosedRange<Int>, _ bound: Bound?, in words: inout [String]) -> Bool
  {
    let first = bound == nil ? range.lowerBound : range.lowerBound - 2
    guard first > 0 else { return false }
    let before = words[first - 1].lowercased()
    let rest = words[(range.upperBound + 1)...].prefix(2)
    guard !determiners.contains(before), !comparisons.contains(before),
      !NumberFree.endsClause(words[range.upperBound]), let of = rest.firstIndex(of: "of"),
      of == range.upperBound + 1 || rest.first == "out", of + 2 < words.count
    else { return wholly(range, in: &words) }
    guard let part = value(words[range]) else { return false }
    let lean = bound == .above ? slight : bound == .below ? -slight : 0
    if words[range].contains(where: { $0.has("%") || $0.hasPrefix("percent") }) {
      let isDefinite = definites.contains(words[of + 1].lowercased())
      // `80% of optimal efficiency` is one thing, and most of it nothing that anybody says.
      guard isDefinite || words[(of + 1)...].prefix(2).contains(where: isPlural) else {
        return false
      }
      words.replaceSubrange(first...of, with: share(part / 100 + lean, isDefinite))
      return true
    }
    guard let whole = value(words[(of + 1)...(of + 1)]), whole > 0,
      !NumberFree.endsClause(words[of + 1])
    else { return false }
    words.replaceSubrange(first...(of + 1), with: share(part / whole + lean, true) + ["the"])
    return true
  }

  private static func isPlural(_ word: String) -> Bool {
    let bare = word.trimmed(of: ".,;:")
    return bare.hasSuffix("s") && !bare.hasSuffix("ss")
  }

  private static let slight = 0.001

  /// `100% accuracy` is perfect.
  private static func wholly(_ range: ClosedRange<Int>, in words: inout [String]) -> Bool {
    let next = range.upperBound + 1
    guard words[range].joined().trimmed(of: "%") == "100", words[range].joined().has("%"),
      words[next...].prefix(2).contains(where: { $0.hasPrefix("accura") })
    else { return false }
    words.replaceSubrange(range, with: ["perfect"])
    return true
  }

  private static func share(_ part: Double, _ isDefinite: Bool) -> [String] {
    let of = isDefinite ? ["of"] : []
    switch part {
    case 1...: return ["all"] + of
    case 0.9...: return ["nearly", "all"] + of
    case 0.5...: return part == 0.5 ? ["half", "of"] : ["most"] + of
    case 0.1...: return ["some"] + of
    default: return ["few"] + of
    }
  }

  /// The first number of some words; nil for a power or a range.
  private static func value(_ words: ArraySlice<String>) -> Double? {
    guard let word = words.first(where: { $0.contains(where: \.isNumber) }) else { return nil }
    return Double(word.trimmed(of: ".,;:%").filter { $0 != "," })
  }

  // MARK: Counts

  /// `beyond 2 hops` becomes `beyond two hops`; false for more than a reader would count.
  static func putCount(_ range: ClosedRange<Int>, in words: inout [String]) -> Bool {
    let core = words[range.lowerBound].trimmed(of: ".,;:")
    guard range.count == 1, let count = Int(core), spelled.indices.contains(count - 2),
      range.upperBound + 1 < words.count
    else { return false }
    // `4 times faster` is a result.
    if words[range.upperBound + 1] == "times", range.upperBound + 2 < words.count,
      NumberWords.degrees.contains(words[range.upperBound + 2].trimmed(of: ".,;:"))
    {
      words.replaceSubrange(range, with: ["several"])
      return true
    }
    words.replaceSubrange(range, with: [spelled[count - 2]])
    return true
  }

  private static let spelled = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  // MARK: Measures

  /// `reaches 0.8 AUROC` becomes `reaches the reported AUROC`; false where what follows the number
  /// is no measure that has a name.
  static func putMeasure(_ range: ClosedRange<Int>, in words: inout [String]) -> Bool {
    let before = words[range.lowerBound - 1].lowercased()
    let isArticled = ["a", "an"].contains(before)
    guard
      isArticled || governors.contains(before)
        || NumberWords.reaching.contains(where: before.hasPrefix)
    else { return false }
    let noun = words[(range.upperBound + 1)...].prefix(3).map { $0.trimmed(of: ".,;:()") }
    guard noun.indices.contains(where: { isMeasure(noun[...$0]) }) else { return false }
    let start = isArticled ? range.lowerBound - 1 : range.lowerBound
    words.replaceSubrange(start...range.upperBound, with: ["the", "reported"])
    return true
  }

  private static func isMeasure(_ words: ArraySlice<String>) -> Bool {
    let name = words.joined(separator: " ")
    return NumberWords.measures.contains(name.lowercased())
      || Lexicon.metrics.found(in: name).contains(0..<name.utf8.count)
  }

  private static let governors: Set<String> = ["with", "to", "at"]

  // MARK: Words before a number

  static let determiners: Set<String> = [
    "the", "our", "their", "its", "this", "these", "those", "whose", "same",
  ]
  private static let definites: Set<String> = [
    "the", "all", "our", "their", "its", "these", "those", "this", "that", "it", "them",
  ]
  private static let comparisons: Set<String> = [
    "than", "least", "most", "to", "next", "first", "last", "a", "an",
  ]

  /// `rate—the`: what stands behind a dash.
  static func lastPart(_ word: String) -> String {
    word.lowercased().split { "—–(".contains($0) }.last.map(String.init) ?? ""
  }
}

extension NumberFree {
  /// Without footnote marks that stand as words: `small gradients ^4.`
  static func withoutRaisedMarks(_ words: [String]) -> [String] {
    var kept: [String] = []
    for word in words {
      let isMark =
        word.hasPrefix("^") && word.dropFirst().allSatisfy { $0.isNumber || ".,{}".contains($0) }
      guard isMark, let last = kept.indices.last else {
        kept.append(word)
        continue
      }
      if let mark = word.last, ".,".contains(mark) { kept[last].append(mark) }
    }
    return kept
  }
}
