internal import IR

/// The arm of an experiment that goes without what the other arm has. It is compared with as somebody
/// else's system would be.
enum ControlCondition {
  /// `without damping` of `curves with and without damping`, and of `1.2 without damping and 0.9 with
  /// damping`. What holds `with or without` a thing compares nothing, and what is done without it alone
  /// has no other arm.
  static func names(in sentence: Grounded<String>) -> [Grounded<String>] {
    guard sentence.derivation == nil, sentence.spans.count == 1 else { return [] }
    let words = sentence.value.parts(between: " ")
    return words.indices.compactMap { index in
      guard bare(words[index]) == "without" else { return nil }
      let lacked = index + 1..<end(ofPhraseFrom: index + 1, in: words)
      guard !lacked.isEmpty, isPaired(index, in: words) || hasOtherArm(lacked, in: words) else {
        return nil
      }
      let name = words[index..<lacked.upperBound].joined(separator: " ").trimmed(of: marks)
      return sentence.value.utf8Range(of: name).map {
        Grounded(name, [sentence.spans[0].narrowed(to: $0)])
      }
    }
  }

  /// Whether a sentence in lower case may name one.
  static func mayName(_ sentence: String) -> Bool { sentence.has("without ") }

  /// `with and without`.
  private static func isPaired(_ index: Int, in words: [Substring]) -> Bool {
    index > 1 && bare(words[index - 1]) == "and" && bare(words[index - 2]) == "with"
  }

  /// Whether the sentence also says what is `with` the same.
  private static func hasOtherArm(_ lacked: Range<Int>, in words: [Substring]) -> Bool {
    let lackedWords = words[lacked].map(bare)
    return words.indices.contains { index in
      bare(words[index]) == "with"
        && words[(index + 1)...].prefix(lackedWords.count).map(bare) == lackedWords
    }
  }

  /// Up to a mark, a number or a word that ends a phrase of nouns. A long phrase is a clause.
  private static func end(ofPhraseFrom start: Int, in words: [Substring]) -> Int {
    var end = start
    while end < words.count, bare(words[end]).allSatisfy({ $0.isLetter || $0 == "-" }),
      !ComparisonVocabulary.stops.contains(bare(words[end]))
    {
      end += 1
      if words[end - 1].last.map(marks.contains) == true { break }
    }
    let refersBack = end == start + 1 && ComparisonVocabulary.pronouns.contains(bare(words[start]))
    return refersBack || end > start + longest ? start : end
  }

  /// In words.
  private static let longest = 5
  private static let marks = ".,;:()"

  private static func bare(_ word: Substring) -> String { word.trimmed(of: marks).lowercased() }
}
