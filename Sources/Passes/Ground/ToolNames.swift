internal import IR

/// Software that a sentence says is used and calls by what it is: `using the Sorter toolkit`, `with
/// GitHub’s REST API`.
///
/// No list holds all tools; a name with capitals before such a noun is one.
enum ToolNames {
  private static let kinds: WordSet = [
    "toolkit", "library", "package", "toolbox", "api", "simulator", "testbed", "supercomputer",
  ]
  private static let longest = 4
  private static let articles: WordSet = [
    "the", "a", "an", "our", "this", "these", "its", "their", "we", "python", "each", "every",
  ]

  /// The names with their nouns, as bytes of the sentence.
  static func found(in text: String) -> [Range<Int>] {
    let words = SettingWords(text)
    return words.words.indices.compactMap { index in
      // The `National Library of Medicine` is none.
      guard kinds.contains(words[index].lower), words.lower(index + 1) != "of",
        let start = name(before: index, words), isUsed(start..<(index + 1), words)
      else { return nil }
      return words.bytes(start..<(index + 1))
    }
  }

  private static let uses: WordSet = ["with", "using", "via", "use", "used", "uses", "by"]

  /// Whether a name stands behind a word of use, or before `is used`.
  private static func isUsed(_ name: Range<Int>, _ words: SettingWords) -> Bool {
    let isKnown = words.lower(name.lowerBound - 1) == "the"
    return uses.contains(words.lower(name.lowerBound - (isKnown ? 2 : 1)))
      || ["is", "was", "are", "were"].contains(words.lower(name.upperBound))
        && words.lower(name.upperBound + 1) == "used"
  }

  /// Where the words with capitals begin that stand before a noun; a citation may stand between.
  private static func name(before noun: Int, _ words: SettingWords) -> Int? {
    var start = noun
    while start > 0, noun - start <= longest {
      let word = words[start - 1]
      let isCitation = start == noun && word.before.has("[") && word.lower.first?.isNumber == true
      guard isCitation || !word.isLast && isName(word, words) else { break }
      start -= 1
    }
    return start < noun && isName(words[start], words) ? start : nil
  }

  private static func isName(_ word: SettingWords.Word, _ words: SettingWords) -> Bool {
    !articles.contains(word.lower) && words.text(word.bytes).contains(where: \.isUppercase)
  }
}
