internal import IR

/// Statements of which nothing is left without their numbers: `The sorter has the reported error.`
///
/// A reader learns nothing from one, and could refute none.
enum BareClause {
  /// Whether a statement only says that a number was reached, and not what came of it.
  static func onlyReports(_ statement: String) -> Bool {
    let words = CueWords(statement)
    let all = words.words
    guard
      let at = all.indices.dropFirst().first(where: {
        all[$0] == "reported" && all[$0 - 1] == "the"
      }),
      at > 1, let verb = all[..<(at - 1)].suffix(reach).last(where: { !particles.contains($0) }),
      attaining.contains(where: verb.hasPrefix) || possessing.contains(verb)
    else { return false }
    return NoClaim.findings.matches(in: words).isEmpty
      && !all.contains { judging.contains($0) || NumberWords.degrees.contains($0) }
      && !all[(at + 1)...].contains { $0.hasSuffix("ing") && $0.utf8.count > shortestParticiple }
  }

  private static let reach = 3
  private static let shortestParticiple = 7
  private static let particles: Set<String> = ["in", "to", "at", "of", "only", "about", "up"]
  private static let attaining = NumberWords.reaching + ["result"]
  private static let possessing: Set<String> = ["has", "have", "had", "is", "are", "was", "were"]
  private static let judging: Set<String> = [
    "but", "although", "despite", "whereas", "while", "best", "worst", "first", "second", "highest",
    "lowest", "only", "most", "least", "still", "even", "comparable", "competitive", "similar",
    "state-of-the-art", "because", "since", "suggesting", "so", "outperformed", "surpassed",
  ]

  /// Whether the loss of a number left a word without what it leads to, `by an average of across`, or
  /// half a bracket.
  static func isBroken(_ text: String) -> Bool {
    guard
      text.utf8.count(where: { $0 == UInt8(ascii: "[") })
        == text.utf8.count(where: { $0 == UInt8(ascii: "]") })
    else { return true }
    let words = text.parts(between: " ")
    return zip(words, words.dropFirst()).contains { word, next in
      nouned.contains(word.lowercase) && leading.contains(next.lowercase)
    }
      || words.contains { word in
        NumberFree.endsClause(String(word))
          && (word.dropLast().lowercase == "than" || nouned.contains(word.dropLast().lowercase))
      }
  }

  /// What needs a noun behind it.
  private static let nouned: Set<String> = ["of", "an", "the", "nearly", "approximately"]
  private static let leading: Set<String> = [
    "across", "on", "in", "for", "with", "while", "and", "or", "but", "compared", "respectively",
    "from", "to", "when",
  ]
}
