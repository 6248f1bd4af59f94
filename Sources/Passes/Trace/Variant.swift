internal import IR

/// What a sentence says was tried: `Removing the fade lowers accuracy.`
enum TriedVariant {
  /// What the sentence begins with, else what it says that the authors tried.
  static func find(in sentence: Grounded<String>) -> Grounded<String>? {
    guard let span = sentence.spans.first, sentence.derivation == nil else { return nil }
    guard
      let range = act(in: sentence.value) ?? object(in: sentence.value)
        ?? loser(in: sentence.value)
    else { return nil }
    let phrase = String(decoding: Array(sentence.value.utf8)[range], as: UTF8.self)
    guard (3...30).contains(phrase.split(separator: " ").count) else { return nil }
    return Grounded(phrase, [span.narrowed(to: range)])
  }

  /// Whether a sentence tells of a trial, whatever its subject: `We also tried a third sorter.`
  static func isTold(in text: String) -> Bool { !trials.matches(in: CueWords(text)).isEmpty }

  static let trials = CueTable([
    Cue(
      "we|i ... tried|try|attempted|experimented|explored|investigated|tested|removed|remove|replaced|replace|ablated|ablate|dropped",
      .method, weight: 1,
      matches: "We also tried a third sorter.", ignores: "The third sorter is slow."),
    Cue(
      "to test|verify|see|check|study|examine|understand ... we", .method, weight: 1,
      matches: "To see whether it matters, we wait.", ignores: "We see that it matters."),
  ])

  // MARK: An act

  /// UTF-8 range of an act that is the subject: `Removing the fade`, `that adding a lamp`.
  private static func act(in sentence: String) -> Range<Int>? {
    guard let start = actStart(in: sentence) else { return nil }
    let ends = verbs.compactMap { sentence.utf8Range(of: $0, from: start)?.lowerBound }
    guard let end = ends.min(), end > start else { return nil }
    let phrase = Array(sentence.utf8)[start..<end]
    return phrase.contains(UInt8(ascii: ",")) ? nil : start..<end
  }

  private static func actStart(in sentence: String) -> Int? {
    if let first = sentence.split(separator: " ").first, opens(first) { return 0 }
    guard let lead = sentence.utf8Range(of: " that ") else { return nil }
    let rest = String(decoding: sentence.utf8.dropFirst(lead.upperBound), as: UTF8.self)
    guard let first = rest.split(separator: " ").first, acts.contains(first.lowercased()) else {
      return nil
    }
    return lead.upperBound
  }

  /// `Removing`, `Using`: a word that names an act.
  private static func opens(_ word: Substring) -> Bool {
    word.hasSuffix("ing") && word.count > 4 && word.first?.isUppercase == true
      && word != "During" && word != "According"
  }

  private static let acts: Set<String> = [
    "removing", "replacing", "adding", "using", "increasing", "decreasing", "reducing", "dropping",
    "omitting", "disabling", "sharing", "training", "freezing", "varying", "changing",
  ]

  private static let verbs = [
    " does not ", " did not ", " do not ", " performs ", " performed ", " leads to ", " led to ",
    " results in ", " resulted in ", " lowers ", " lowered ", " hurts ", " hurt ", " harms ",
    " degrades ", " degraded ", " reduces ", " reduced ", " decreases ", " decreased ",
    " increases ", " increased ", " causes ", " caused ", " fails ", " failed ", " gives ",
    " gave ", " yields ", " yielded ", " makes ", " made ", " is ", " was ", " drops ", " worsens ",
  ]

  // MARK: A loser

  /// UTF-8 range of what another is better than, where that lacks or varies something: `the variant of
  /// one pan`.
  private static func loser(in sentence: String) -> Range<Int>? {
    guard let start = sentence.utf8Range(of: " than ")?.upperBound else { return nil }
    let ends = [",", ".", ";", ":", " (", " at ", " in ", " on ", " for ", " when "]
    let end = ends.compactMap { sentence.utf8Range(of: $0, from: start)?.lowerBound }.min()
    let range = start..<(end ?? sentence.utf8.count)
    let words = CueWords(String(decoding: Array(sentence.utf8)[range], as: UTF8.self))
    return losers.matches(in: words).isEmpty ? nil : range
  }

  static let losers = CueTable([
    Cue(
      "^ not|without|using|with", .method, weight: 1, matches: "without a lamp",
      ignores: "a lamp"),
    Cue(
      "variant|variants|ablation|ablations", .method, weight: 1, matches: "the variant of one pan",
      ignores: "one pan"),
  ])

  // MARK: An object

  private static let leads = [
    " tried ", " experimented with ", " experimented using ", " explored ", " considered ",
    " attempted ", " ablated ", " replaced ", " removed ", " replace ", " remove ",
  ]
  private static let ends = [
    ", ", " and found", " and still", " and find", " and observe", " but ", "; ", " which ",
  ]

  /// UTF-8 range of what `we` are said to have tried, or of the condition that a sentence opens
  /// with: `Without a lamp`.
  private static func object(in sentence: String) -> Range<Int>? {
    if sentence.hasPrefix("Without ") || sentence.hasPrefix("When using ") {
      return sentence.utf8Range(of: ",").map { 0..<$0.lowerBound }
    }
    guard let we = sentence.lowercase.utf8Range(of: "we ")?.lowerBound else { return nil }
    let verbs = leads.compactMap { sentence.utf8Range(of: $0, from: we) }
    guard let verb = verbs.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    let found = ends.compactMap { sentence.utf8Range(of: $0, from: verb.upperBound)?.lowerBound }
    var end = found.min() ?? sentence.utf8.count
    if end == sentence.utf8.count, sentence.hasSuffix(".") { end -= 1 }
    return end > verb.upperBound ? verb.upperBound..<end : nil
  }
}
