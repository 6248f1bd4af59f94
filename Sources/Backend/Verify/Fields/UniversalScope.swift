internal import IR

/// Phrases that claim validity everywhere.
enum UniversalScope {
  private static let quantifiers: Set<String> = ["all", "any", "every", "arbitrary"]
  private static let nouns: Set<String> = [
    "model", "models", "dataset", "datasets", "task", "tasks", "domain", "domains", "regime",
    "regimes", "setting", "settings", "scale", "scales", "architecture", "architectures",
    "benchmark", "benchmarks", "language", "languages",
  ]
  private static let numerals: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
  private static let reach = 3

  static func phrases(in statement: Substring) -> [Substring] {
    let words = Words.runs(in: statement, joinedBy: "-")
    let lowered = words.map { $0.lowercase }
    return words.indices.compactMap { start in
      end(of: lowered, from: start).map { end in
        statement[words[start].startIndex..<words[end].endIndex]
      }
    }
  }

  /// The last word of the phrase that begins at `start`.
  private static func end(of words: [String], from start: Int) -> Int? {
    let next = start + 1
    switch words[start] {
    case let word where quantifiers.contains(word):
      let window = next..<min(next + reach, words.count)
      guard let noun = window.first(where: { nouns.contains(words[$0]) }) else { return nil }
      let isBounded = (next..<noun).contains {
        numerals.contains(words[$0]) || words[$0].first?.isNumber == true
      }
      return isBounded ? nil : noun
    case "state-of-the-art":
      return next < words.count && words[next] == "across" ? next : nil
    case "regardless":
      return next < words.count && words[next] == "of" ? next : nil
    case "without":
      return (next..<min(next + 5, words.count)).first { words[$0] == "tuning" }
    default:
      return nil
    }
  }
}
