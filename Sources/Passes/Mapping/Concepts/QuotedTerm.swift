internal import IR

/// Finds terms in the making, which papers put in quotation marks: `we call these “soft targets”`.
enum QuotedTerm {
  /// UTF-8 ranges without the marks.
  static func all(in text: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (open, close) in [("“", "”"), ("‘", "’"), ("\"", "\"")] {
      var start = 0
      while let first = text.utf8Range(of: open, from: start),
        let last = text.utf8Range(of: close, from: first.upperBound)
      {
        start = last.upperBound
        let inner = text[...][utf8Range: first.upperBound..<last.lowerBound]
        let bare = inner.hasSuffix(",") ? inner.dropLast() : inner
        if bare.utf8.count > 3, bare.wordCount <= TermIndex.longest {
          found.append(first.upperBound..<(first.upperBound + bare.utf8.count))
        }
      }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The term that a sentence makes of a quotation, with the noun behind it: `“plain” nets`.
  static func hit(in sentence: TermSentence, _ index: TermIndex, isTelling: Bool) -> TermHit? {
    let quotations = all(in: sentence.text)
    guard let quotation = quotations.first else { return nil }
    let row = sentence.ranges.indices.filter { quotation.contains(sentence.ranges[$0].lowerBound) }
    guard let first = row.first, let last = row.last, row.count == last - first + 1,
      row.allSatisfy({ sentence.isTermWord[$0] || sentence.words[$0] == "of" }),
      sentence.isTermWord[first], sentence.isTermWord[last]
    else { return nil }
    let whole = first..<(last + 1)
    let before = first > 0 ? sentence.words[first - 1] : ""
    let isName =
      names.contains(before) || sentence.words[..<first].suffix(reach).contains(where: namers)
      || before == "of" && first > 1
        && notions.contains(sentence.words[first - 2])
    // A row of quotations is a list of values or answers.
    guard isName || quotations.count < 3 else { return nil }
    if row.count == 1, let noun = noun(after: quotation.upperBound, last + 1, sentence) {
      let phrase = first..<(noun + 1)
      let isUsed = index.uses(of: [sentence.words[first], sentence.words[noun]]) >= 3
      return isUsed ? TermHit(term: phrase, strength: .explained) : nil
    }
    // One word alone is often only a manner of speaking: `these biases are “useful”`. With a capital
    // it is a label: `the attribute ‘Weight’ is`.
    let isLabel =
      isTelling && sentence.text(sentence.ranges[first]).first?.isUppercase == true
    guard isName || isLabel || row.count > 1,
      index.uses(of: sentence.words[whole]) >= (isTelling || isName ? 0 : 2)
    else { return nil }
    return TermHit(term: whole, strength: isName ? .defined : .explained)
  }

  /// Words from what names a thing to its name: `we call this method “Bell”`.
  private static let reach = 4
  private static func namers(_ word: String) -> Bool { names.contains(word) && word != "as" }

  private static let names: Set<String> = [
    "as", "called", "term", "termed", "dubbed", "named", "call",
  ]
  private static let notions: Set<String> = [
    "concept", "notion", "idea", "use", "phenomenon", "problem", "technique", "method",
  ]

  /// The word right behind the closing mark, if it can be a part of the term.
  private static func noun(after end: Int, _ next: Int, _ sentence: TermSentence) -> Int? {
    guard next < sentence.words.count, sentence.isTermWord[next] else { return nil }
    let gap = end..<sentence.ranges[next].lowerBound
    let between = sentence.text(gap)
    return ["” ", "’ ", "\" "].contains(between) ? next : nil
  }
}
