internal import IR

/// Sentences in which the authors say what they did, and nothing that came of it.
///
/// `We compute the maps on eight cards.` claims nothing; `We compute the maps on eight cards and
/// find no drift.` does.
enum OwnActs {
  /// Whether the first thing that the authors do in a sentence is no finding, and none follows.
  static func onlyTell(_ sentence: CueWords, _ clause: ClauseWords, _ mayPropose: Bool) -> Bool {
    let all = sentence.words
    guard let subject = all.firstIndex(of: "we"),
      let verb = all[(subject + 1)...].prefix(4).first(where: { !isAdverb($0) })
    else {
      return (hasPurpose(all) || isDone(sentence, clause) || namesTopic(all)) && !finds(all[...])
    }
    let rest = all[(subject + 1)...]
    if verb == "conclude", ["with", "by"].contains(where: { rest.starts(with: ["conclude", $0]) }) {
      return true
    }
    if findings.contains(verb), !demonstrates(rest), !isAct(verb, rest, servesPurpose(all)) {
      return false
    }
    if mayPropose && proposals.contains(verb) { return false }
    return !finds(rest)
  }

  private static func isAdverb(_ word: String) -> Bool {
    adverbs.contains(word)
      || word.hasSuffix("ly") && !verbsInLy.contains(word) && !findings.contains(word)
  }

  private static let verbsInLy: Set<String> = ["apply", "rely", "imply", "supply", "multiply"]

  /// Whether a verb that may report tells an act: `To spare the pan, we achieve two readings`, `We
  /// validate the band on marbles`.
  private static func isAct(_ verb: String, _ rest: ArraySlice<String>, _ hasPurpose: Bool) -> Bool
  {
    if hasPurpose { return !reports.contains(verb) }
    return checks.contains(verb) && !rest.contains("that")
  }

  /// `To spare the pan, we …`; not `To our knowledge, we …` or `To conclude, we …`.
  private static func servesPurpose(_ words: [String]) -> Bool {
    guard hasPurpose(words), words.count > 1 else { return false }
    return words[0] == "in" || !idioms.contains(words[1])
  }

  private static let idioms: Set<String> = [
    "our", "the", "my", "date", "conclude", "summarize", "summarise", "sum", "recap",
  ]
  private static let reports: Set<String> = [
    "find", "found", "observe", "observed", "see", "saw", "show", "showed", "shown", "demonstrate",
    "demonstrated", "prove", "proved", "conclude", "concluded", "confirm", "confirmed",
    "outperform",
    "notice", "noticed", "discover", "discovered",
  ]
  private static let checks: Set<String> = ["validate", "verify", "verified", "estimate"]

  /// `This paper focuses on sorters.`
  private static func namesTopic(_ words: [String]) -> Bool {
    words.indices.dropLast(2).contains { index in
      ["this", "our"].contains(words[index]) && works.contains(words[index + 1])
        && words[(index + 2)...].prefix(2).contains(where: topics.contains)
    }
  }

  private static let topics: Set<String> = [
    "focuses", "focused", "explores", "explored", "investigates", "investigated", "examines",
    "examined", "studies", "studied", "discusses", "discussed", "reviews",
    "reviewed", "surveys", "aims", "aimed", "describes", "described",
  ]

  /// `we show how the tubes change`, `we demonstrate the effectiveness of the band`: what is found is
  /// not said.
  private static func demonstrates(_ words: ArraySlice<String>) -> Bool {
    guard let verb = words.prefix(4).firstIndex(where: showing.contains) else { return false }
    let rest = words[(verb + 1)...]
    return rest.first == "how"
      || rest.first == "the" && rest.dropFirst().first.map(qualities.contains) ?? false
        && rest.dropFirst(2).first == "of"
  }

  private static let showing: Set<String> = [
    "show", "showed", "demonstrate", "demonstrated", "illustrate", "see", "examine",
  ]
  private static let qualities: Set<String> = [
    "effect", "effects", "impact", "influence", "role", "importance", "potential", "benefit",
    "benefits", "effectiveness", "utility", "feasibility", "relationship", "evolution",
    "superiority", "application", "applicability", "usefulness",
  ]

  /// Whether a sentence presents what the authors made, and says nothing of it that could turn out
  /// false: `We introduce a band for sorters.`; that it is the first of its kind could.
  static func onlyProposes(_ sentence: String) -> Bool {
    let words = CueWords(sentence)
    let all = words.words
    guard let verb = proposal(in: all), verb + 1 < all.count, all[verb + 1] != "that",
      !all[verb...].contains("first"), NumberToken.scan(sentence).isEmpty
    else { return false }
    return !finds(all[(verb + 1)...]) && FindingCues.weight(of: words) < leastFinding
  }

  /// The index of the verb by which the authors, or their paper, propose something.
  private static func proposal(in words: [String]) -> Int? {
    guard
      let subject = words.indices.first(where: { index in
        words[index] == "we"
          || index + 1 < words.count && ["this", "our"].contains(words[index])
            && works.contains(words[index + 1])
      })
    else { return nil }
    let start = words[subject] == "we" ? subject + 1 : subject + 2
    return words[start...].prefix(3).firstIndex { word in
      offers.contains(word) || offers.contains(String(word.dropLast())) && word.hasSuffix("s")
    }
  }

  private static let works: Set<String> = ["paper", "work", "article", "study", "letter", "thesis"]
  private static let offers: Set<String> = [
    "propose", "introduce", "present", "develop", "design", "provide", "describe", "contribute",
    "release", "construct", "build", "create", "highlight", "offer", "extend", "formulate",
  ]

  /// Whether words go on with what came of an act.
  private static func finds(_ words: ArraySlice<String>) -> Bool {
    words.contains(where: outcomes.contains) || results(words)
      || zip(words, words.dropFirst()).contains { first, second in
        ["and", "but", "we", "also", "which", "that"].contains(first) && findings.contains(second)
      }
      || zip(words, words.dropFirst()).contains { first, second in
        ["as", "because", "since"].contains(first) && ["it", "they", "this"].contains(second)
      } && words.contains(where: degrees.contains)
  }

  /// Whether an act had a result: `yielding fewer errors`, and no count of things, `resulting in 78
  /// marbles`.
  private static func results(_ words: ArraySlice<String>) -> Bool {
    words.indices.contains { index in
      consequences.contains(words[index])
        && !words[(index + 1)...].prefix(countReach).contains { word in
          word.first?.isNumber == true && word.last?.isNumber == true
        }
    }
  }

  private static let countReach = 3
  private static let consequences: Set<String> = ["yielding", "leading", "resulting"]

  private static let degrees: Set<String> = [
    "better", "worse", "best", "faster", "outperforms", "improves", "works",
  ]

  /// `To save time, all scales were shared.`
  private static func hasPurpose(_ words: [String]) -> Bool {
    words.first == "to" || words.starts(with: ["in", "order", "to"])
  }

  /// `The sorters were trained for a week`: the act of somebody whom the sentence does not name.
  private static func isDone(_ sentence: CueWords, _ clause: ClauseWords) -> Bool {
    guard let verb = clause.firstIndex(of: ["is", "are", "was", "were"]),
      let act = clause.words[(verb + 1)...].first(where: {
        !adverbs.contains($0) && !$0.hasSuffix("ly")
      })
    else { return false }
    return acts.contains(act) && FindingCues.weight(of: sentence) < leastFinding
  }

  private static let leastFinding = 3
  private static let acts: Set<String> = [
    "used", "considered", "performed", "conducted", "collected", "removed", "generated", "trained",
    "evaluated", "selected", "annotated", "run", "computed", "averaged", "applied", "chosen",
    "mixed", "processed", "sampled", "tested", "calculated", "split", "added", "given", "compared",
    "initialized", "initialised", "carried", "implemented", "executed", "recorded", "asked",
    "assigned", "excluded", "filtered", "repeated", "set",
  ]

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
    "must", "know", "hardly", "save", "outperformed", "surpassed", "exceeded", "matched",
    "avoided", "retained", "recovered", "lost", "succeeded", "experience", "experienced",
    "encounter", "encountered",
  ]

  private static let outcomes: Set<String> = [
    "suggesting", "showing", "finding", "achieving", "indicating", "demonstrating", "proving",
    "improving", "outperforming", "revealing",
    "confirming", "reducing", "enabling", "outperforms", "outperform", "improves", "implying",
    "highlighting", "shows", "demonstrates", "reveals", "suggests", "degrades", "hurts",
  ]
}
