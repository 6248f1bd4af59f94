internal import IR

/// Sentences whose main clause asserts nothing that could turn out false, or nothing of this work:
/// what one should do, what would or could be, what is still needed, what something is meant for, what
/// earlier research says.
enum Unasserted {
  static func holds(of sentence: String) -> Bool { holds(of: ClauseWords(sentence)) }

  static func holds(of clause: ClauseWords) -> Bool {
    advises(clause) || needs(clause) || tellsPurpose(clause) || onlyStresses(clause)
      || isOfOthers(clause)
  }

  /// Whether the main clause says that something may be so, no more.
  static func isPossibility(_ sentence: String) -> Bool {
    let clause = ClauseWords(sentence)
    guard let modal = clause.firstIndex(of: ["may", "might"]) else { return false }
    return modal + 1 == clause.words.count || clause.words[modal + 1] != "not"
  }

  /// `The pan should be dried first.`, `A third sorter could help.`; not `We found that one could
  /// not tell them apart.`
  private static func advises(_ clause: ClauseWords) -> Bool {
    guard let modal = clause.firstIndex(of: modals) else { return false }
    let words = clause.words
    if words[..<modal].contains(where: reports.contains) { return false }
    let next = modal + 1 < words.count ? words[modal + 1] : ""
    // `It should be noted that the pan swings.`
    if next == "be", modal + 2 < words.count, remarks.contains(words[modal + 2]) { return false }
    // What could not be done was tried, and what would have been is said of what was.
    return words[modal] == "should" || !["not", "have"].contains(next)
  }

  private static let remarks: Set<String> = ["noted", "mentioned", "emphasized", "stressed"]
  private static let modals: Set<String> = ["should", "would", "could", "ought"]
  /// Before a modal, these make it part of what was found.
  private static let reports: Set<String> = [
    "show", "shows", "showed", "find", "found", "observe", "observed", "suggest", "suggests",
    "indicate", "indicates", "demonstrate", "demonstrates", "prove", "proved", "proves", "imply",
    "implies", "confirm", "confirms", "conclude", "reveal", "reveals",
  ]

  /// `More research is needed`, `Natural next steps include`, `Future work may weigh faster`.
  private static func needs(_ clause: ClauseWords) -> Bool {
    let words = clause.words
    guard let noun = words.prefix(subjectReach).firstIndex(where: inquiries.contains) else {
      return false
    }
    if words[..<noun].contains(where: later.contains) { return true }
    let rest = words[(noun + 1)...]
    return rest.contains(where: wants.contains)
      && rest.contains(where: ClauseWords.auxiliaries.contains)
      || words[..<noun].contains(where: additions.contains)
        && clause.firstIndex(of: possibilities) != nil
  }

  private static let subjectReach = 7
  private static let inquiries: Set<String> = [
    "research", "work", "works", "investigation", "investigations", "study", "studies",
    "exploration", "explorations", "experimentation", "experiments", "analysis", "analyses",
    "steps", "step", "directions", "direction", "avenue", "avenues", "extensions", "extension",
    "enhancements", "efforts", "effort", "evidence", "scrutiny", "sample", "samples", "data",
  ]
  private static let later: Set<String> = ["future", "next"]
  private static let additions: Set<String> = ["further", "more", "additional", "natural"]
  private static let wants: Set<String> = ["needed", "required", "necessary", "warranted"]
  private static let possibilities: Set<String> = [
    "may", "might", "can", "could", "would", "should",
  ]

  /// `The rationale behind the band is to …`, `Our motivation is purely technical.`
  private static func tellsPurpose(_ clause: ClauseWords) -> Bool {
    let words = clause.words
    guard let noun = words.prefix(purposeReach).firstIndex(where: purposes.contains),
      ["the", "our", "one", "another", "its", "a", "an"].contains(words[0]), noun + 1 < words.count
    else { return false }
    // `an objective measure is` has no purpose for its subject.
    return copulas.contains(words[noun + 1]) || links.contains(words[noun + 1])
  }

  /// `Existing research on scales suggests that wind matters.`
  private static func isOfOthers(_ clause: ClauseWords) -> Bool {
    clause.words.count > 2 && earlier.contains(clause.words[0]) && others.contains(clause.words[1])
      && !(clause.words + clause.openings).contains { ["we", "our", "ours", "us"].contains($0) }
  }

  private static let earlier: Set<String> = [
    "existing", "prior", "previous", "recent", "earlier", "past", "related",
  ]
  private static let others: Set<String> = ["research", "work", "works", "studies", "literature"]

  /// `It is important to note some limits`, `It is worth trying`; not what is said behind `that`.
  private static func onlyStresses(_ clause: ClauseWords) -> Bool {
    let words = clause.words
    guard words.first == "it" || words.first == "it's",
      let merit = words.prefix(merits.reach).firstIndex(where: merits.words.contains),
      merit + 1 < words.count
    else { return false }
    return !words.contains("that")
      && (words[merit + 1] == "to" || words[merit + 1].hasSuffix("ing"))
  }

  private static let copulas: Set<String> = ["is", "are", "was", "were"]
  private static let links: Set<String> = ["of", "behind", "for", "in", "to", "here", "with"]
  private static let merits = (
    words: [
      "important", "worth", "essential", "crucial", "useful", "interesting", "straightforward",
      "natural",
    ] as Set<String>,
    reach: 4
  )

  private static let purposeReach = 4
  private static let purposes: Set<String> = [
    "rationale", "motivation", "aim", "aims", "purpose", "objective", "objectives", "goal", "goals",
    "intention", "proposal", "implication", "implications",
  ]
}
