internal import IR

/// Sentences that set the scene for a finding and are none: what the authors believe or hope, what
/// makes a topic worth a paper, what methods before theirs do.
enum TopicSentences {
  static func holds(of words: CueWords, _ clause: ClauseWords) -> Bool {
    guard !words.hold("table", "tables", "figure", "figures", "fig", "tab") else { return false }
    return believes(clause) || !words.hold("we", "our", "ours", "us") && setsScene(words, clause)
  }

  /// `We believe that the belt will help many kitchens.`; not what explains a result: `We believe that
  /// the drift is due to wind.`
  private static func believes(_ clause: ClauseWords) -> Bool {
    guard let subject = clause.words.prefix(subjectReach).firstIndex(of: "we"),
      let verb = clause.words[(subject + 1)...].first(where: { !adverbs.contains($0) })
    else { return false }
    return beliefs.contains(verb)
      && !(verb == "believe" && clause.spoken.parts(between: " ").contains(where: reasons.contains))
  }

  private static let reasons: Set<Substring> = [
    "because", "due", "explain", "explains", "explained", "caused", "attributed", "stems", "reason",
    "reasons",
  ]

  private static func setsScene(_ words: CueWords, _ clause: ClauseWords) -> Bool {
    if !scenes.matches(in: words).isEmpty { return !words.hold("that", "note", "noting") }
    return isOfEarlierMethods(clause)
  }

  /// `Existing sorters rely on one reading.`
  private static func isOfEarlierMethods(_ clause: ClauseWords) -> Bool {
    guard let first = clause.words.first, earlier.contains(first) else { return false }
    return clause.words.dropFirst().prefix(subjectReach).contains(where: methods.contains)
      && !clause.words.contains { $0.contains(where: \.isNumber) }
  }

  private static let subjectReach = 4
  private static let beliefs: Set<String> = [
    "believe", "hope", "envision", "anticipate", "foresee", "think",
  ]
  private static let adverbs: Set<String> = [
    "also", "therefore", "thus", "strongly", "firmly", "do",
  ]
  private static let earlier: Set<String> = [
    "existing", "previous", "prior", "conventional", "traditional", "classical",
  ]
  private static let methods: Set<String> = [
    "methods", "techniques", "approaches", "algorithms", "systems", "schemes", "models",
    "solutions",
  ]

  static let scenes = CueTable([
    Cue(
      "is|are|been|remains|becomes a|an|one critical|crucial|fundamental|important|challenging|long-standing|longstanding|popular|key|common|central|major|widely ... task|problem|technique|topic|challenge|step|question|area|field|tool",
      .motivation, weight: 1,
      matches: "Sorting marbles is a critical task of any kitchen.",
      ignores: "Drying the marbles is critical."),
    Cue(
      "it is|was critical|crucial|important|essential|vital|desirable for|to", .motivation,
      weight: 1,
      matches: "In kitchens it is crucial to weigh fast.", ignores: "It is fast to weigh."),
    Cue(
      "^ the ... plot|chart|graph|diagram ... shows|show|presents results|number|distribution|the",
      .method, weight: 1,
      matches: "The grey chart on the left shows the number of marbles.",
      ignores: "The grey chart on the left shows that marbles roll."),
  ])
}
