internal import IR

/// Words of running text, compared without case.
enum Words {
  /// Runs of letters and digits, in lower case.
  static func all(_ text: some StringProtocol) -> [Substring] {
    let lower = text.lowercase
    guard lower.utf8.allSatisfy({ $0 < 0x80 }) else { return lower.split { !$0.isAlphanumeric } }
    return lower.utf8.split { byte in
      !(byte >= 0x61 && byte <= 0x7A) && !(byte >= 0x30 && byte <= 0x39)
    }.map(Substring.init)
  }

  /// Words that carry content: four letters or more, none a function word.
  static func content(_ text: some StringProtocol) -> [Substring] {
    all(text).filter { $0.count >= 4 && !functionWords.contains(String($0)) }
  }

  private static let functionWords: Set<String> = [
    "about", "above", "after", "again", "against", "also", "although", "among", "because", "been",
    "before", "being", "below", "between", "both", "cannot", "could", "does", "doing", "down",
    "during", "each", "either", "ever", "every", "from", "further", "hardly", "have", "having",
    "here", "hers", "herself", "himself", "into", "itself", "just", "less", "like", "many", "might",
    "more", "most", "much", "must", "nearly", "neither", "never", "nor", "once", "only", "other",
    "ours", "over", "same", "shall", "should", "since", "some", "such", "than", "that", "their",
    "theirs", "them", "then", "there", "these", "they", "this", "those", "through", "thus", "under",
    "until", "upon", "very", "well", "were", "what", "when", "where", "whereas", "whether", "which",
    "while", "whose", "will", "with", "within", "without", "would", "your",
  ]
}
