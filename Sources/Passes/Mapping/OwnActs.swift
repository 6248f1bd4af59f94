internal import IR

/// Sentences in which the authors say what they did, and nothing that came of it.
///
/// `We compute the maps on eight cards.` claims nothing; `We compute the maps on eight cards and
/// find no drift.` does.
enum OwnActs {
  /// Whether the first thing that the authors do in a sentence is no finding, and none follows.
  static func onlyTell(_ words: CueWords, mayPropose: Bool) -> Bool {
    let all = words.words
    guard let subject = all.firstIndex(of: "we"),
      let verb = all[(subject + 1)...].prefix(4).first(where: { !adverbs.contains($0) })
    else { return hasPurpose(all) && !finds(all[...]) }
    if findings.contains(verb) || (mayPropose && proposals.contains(verb)) { return false }
    return !finds(all[(subject + 1)...])
  }

  /// Whether words go on with what came of an act.
  private static func finds(_ words: ArraySlice<String>) -> Bool {
    words.contains(where: outcomes.contains)
      || zip(words, words.dropFirst()).contains { first, second in
        ["and", "but", "we", "also", "which", "that"].contains(first) && findings.contains(second)
      }
      || zip(words, words.dropFirst()).contains { first, second in
        ["as", "because", "since"].contains(first) && ["it", "they", "this"].contains(second)
      } && words.contains(where: degrees.contains)
  }

  private static let degrees: Set<String> = [
    "better", "worse", "best", "faster", "outperforms", "improves", "works",
  ]

  /// `To save time, all scales were shared.`
  private static func hasPurpose(_ words: [String]) -> Bool {
    words.first == "to" || words.starts(with: ["in", "order", "to"])
  }

  private static let adverbs: Set<String> = [
    "also", "then", "further", "first", "have", "can", "do", "did", "now", "again", "empirically",
    "clearly", "consistently", "indeed", "even", "still", "thus", "therefore", "will", "not",
    "additionally", "experimentally", "theoretically", "finally", "are", "were", "able", "to",
    "manage", "managed", "generally", "often", "always", "formally", "actually", "recently",
  ]

  private static let proposals: Set<String> = [
    "propose", "introduce", "present", "develop", "design", "proposed", "introduced", "presented",
    "developed", "designed", "provide", "provided", "contribute", "extend", "argue", "identify",
    "build", "built", "release", "construct", "describe", "use",
  ]

  private static let findings: Set<String> = [
    "find", "found", "observe", "observed", "see", "saw", "show", "showed", "shown", "demonstrate",
    "demonstrated", "prove", "proved", "proven", "conclude", "concluded", "achieve", "achieved",
    "outperform", "improve", "improved", "confirm", "confirmed", "believe", "suspect",
    "hypothesize", "hypothesise", "conjecture", "speculate", "argue", "attribute", "establish",
    "established", "reach", "reached", "surpass", "reduce", "reduced", "gain", "gained", "verify",
    "verified", "discover", "discovered", "notice", "noticed", "witness", "enjoy", "reveal",
    "revealed", "succeed", "match", "exceed", "attain", "attained", "suggest", "note", "expect",
    "need", "lose", "retain", "recover", "avoid", "observe", "exhibit", "perform", "performed",
    "shows", "suggests", "indicates", "leads", "yields", "outperforms", "improves", "reduces",
    "achieves", "encouraged", "validate", "estimate", "obtain", "obtained", "cannot", "only",
    "must", "know", "hardly", "save",
  ]

  private static let outcomes: Set<String> = [
    "suggesting", "showing", "finding", "yielding", "leading", "achieving", "indicating",
    "demonstrating", "resulting", "proving", "improving", "outperforming", "revealing",
    "confirming", "reducing", "enabling", "outperforms", "outperform", "improves", "implying",
    "highlighting", "shows", "demonstrates", "reveals", "suggests", "degrades", "hurts",
  ]
}
