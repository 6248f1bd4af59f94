internal import IR

/// Sentences that look like a choice of the authors and are none: what others do, how a thing is
/// written down, what a name means, what could be or is hoped for.
enum NoChoice {
  /// - Parameter names: Names that the paper gives its own work, in lower case.
  static func holds(of sentence: Sentence, _ atom: Atom, names: Set<String>) -> Bool {
    let words = sentence.words
    if !expositions.matches(in: words).isEmpty { return true }
    let clause = ClauseWords(sentence.text)
    if hopes(clause) { return true }
    guard !words.hold("we", "our", "us", "ours"),
      !words.words.contains(where: names.contains),
      // The example that is followed, and the reason, are those of a choice.
      !words.hold("following", "rationale")
    else { return false }
    return Unasserted.holds(of: clause) || isOfOthers(words, cites: !atom.citations.isEmpty)
      || defines(atom)
  }

  /// What is said of others without a word of the authors themselves.
  private static func isOfOthers(_ words: CueWords, cites: Bool) -> Bool {
    !customs.matches(in: words).isEmpty || cites && !works.matches(in: words).isEmpty
  }

  /// Whether it tells what something is rather than what was done.
  private static func defines(_ atom: Atom) -> Bool {
    let odds = atom.odds(of: .definition)
    return odds >= leastDefinition && odds > atom.odds(of: .decision)
  }

  private static let leastDefinition = -20

  private static func hopes(_ clause: ClauseWords) -> Bool {
    guard let we = clause.words.prefix(2).firstIndex(where: { ["we", "i"].contains($0) }) else {
      return false
    }
    return clause.words[(we + 1)...].prefix(2).contains(where: wishes.contains)
  }

  private static let wishes: Set<String> = [
    "plan", "hope", "hoped", "intend", "wish", "encouraged", "planning", "believe", "expect",
    "anticipate",
  ]

  /// How something is written down or explained.
  static let expositions = CueTable([
    Cue(
      "for ease|clarity|simplicity|brevity|convenience of exposition|notation|presentation|explanation",
      .definition, weight: 1, matches: "We look at one pan for ease of exposition.",
      ignores: "We use one pan for ease of use."),
    Cue(
      "we ... omit|drop|suppress ... notation|index|subscript|step|details|proof|term|terms|here",
      .definition, weight: 1, matches: "For simplicity, we omit the subscript.",
      ignores: "We omit the lamp."),
    Cue(
      "we denote|recall|abbreviate|rewrite", .definition, weight: 1,
      matches: "We denote the lamp by L.", ignores: "We light the lamp."),
    Cue(
      "we can|may|could ... view|write|rewrite|see|interpret|express", .definition, weight: 1,
      matches: "We can also view the lamp as a sun.", ignores: "We view the lamp."),
  ])

  /// What is usual.
  static let customs = CueTable([
    Cue(
      "is|are common|standard|customary|usual|typical to", .motivation, weight: 1,
      matches: "In sorting, it is common to use a lamp.", ignores: "The lamp is common."),
    Cue(
      "most|a|one common|popular|usual|typical|standard|widely ... approach|way|method|practice|strategy|technique|choice",
      .motivation, weight: 1, matches: "The most common approach is to use a lamp.",
      ignores: "The approach is common."),
    Cue(
      "previous|prior|existing|earlier|traditional|conventional|recent|many|most|other work|works|methods|approaches|studies|models|systems",
      .motivation, weight: 1, matches: "Existing methods use a lamp.",
      ignores: "The existing lamp is used."),
    Cue(
      "typically|usually|commonly|often|traditionally|conventionally", .motivation, weight: 1,
      matches: "Marbles are typically sorted by hand.", ignores: "Marbles are sorted by hand."),
  ])

  /// What a cited work did.
  static let works = CueTable([
    Cue(
      "has|have been|shown|proposed|used|introduced|found", .motivation, weight: 1,
      matches: "Pretend and his friends have shown that a lamp helps.",
      ignores: "The lamp helps."),
    Cue(
      "proposes|introduces|suggests|presents|showed|shows",
      .motivation, weight: 1, matches: "Pretend proposes to use a lamp.",
      ignores: "The lamp is used."),
    Cue(
      "^ they|he|she", .motivation, weight: 1, matches: "They use a lamp.",
      ignores: "Do they use a lamp?"),
  ])
}
