internal import IR

extension NumberFree {
  /// Sets counts that tell two things of a kind apart as parts of their names: `a net with 18 layers
  /// outperforms one with 3 layers` says nothing without them.
  static func markingContrasts(_ words: [String]) -> [String] {
    let counts = words.indices.filter { isAttribute($0, words) }
    let contrasted = counts.filter { index in
      counts.contains { other in
        words[other] != words[index] && words[other - 1] == words[index - 1]
          && noun(behind: other, words) == noun(behind: index, words)
      }
    }
    var words = words
    for index in contrasted { words[index] = "`\(words[index])`" }
    return words
  }

  /// A whole number behind `with` or `of`, and things that it counts.
  private static func isAttribute(_ index: Int, _ words: [String]) -> Bool {
    index > 0 && ["with", "of"].contains(words[index - 1])
      && words[index].allSatisfy(\.isASCIIDigit) && noun(behind: index, words) != nil
  }

  private static func noun(behind index: Int, _ words: [String]) -> String? {
    words[(index + 1)...].prefix(2).map { String($0.lowercased().trimmed(of: ".,;:")) }
      .first { $0.hasSuffix("s") && !isUnit($0) && $0.utf8.count > 3 }
  }
}
