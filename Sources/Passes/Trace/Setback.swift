internal import IR

/// Whether a sentence reports that something did no good: it made things worse, changed nothing,
/// could not be run, or was ruled out.
enum Setback {
  /// What else is known of a sentence.
  struct Context {
    let role: SectionRole
    /// Whether it cites another work.
    let cites: Bool
    /// Names that the paper gives its own work, in lower case.
    let ownNames: Set<String>
    /// First words of names that stand before a citation, in lower case.
    var citedNames: Set<String> = []
    /// What the paper is about.
    var subjects: FailureSubjects = FailureSubjects()
    /// Whether the sentence before tells what was tried. What stands around is looked at for the few
    /// sentences that tell a setback.
    var followsTrial = { false }
    /// Whether all around tells of ablations.
    var isAmongAblations = { false }
    /// Whether it lists several findings in one sentence.
    var isSummary = false
    /// Whether it prints a value that was measured, or names the table or figure that has it. That
    /// bears out what went badly, even of something that the study only compares with.
    var isMeasured = false
  }

  /// Whether words of a sentence say that something did no good, whatever else is known of it.
  static func mayTell(_ sentence: Sentence) -> Bool {
    sentence.isWhole && !SetbackCues.all.matches(in: sentence.words).isEmpty
  }

  /// How surely a sentence reports a setback, from 1 to 3; nil if it does not.
  static func weight(of sentence: Sentence, in context: Context) -> Int? {
    let (text, words) = sentence.parts
    guard context.role != .related, sentence.isWhole, text.utf8.count < longest,
      !text.hasSuffix("?")
    else { return nil }
    let found = SetbackCues.all.occurrences(in: words)
    guard !found.isEmpty else { return nil }
    let denials = TrialCues.denials.occurrences(in: words).map(\.words)
    let reported = found.filter { hit in
      !denials.contains { $0.overlaps(hit.words) } && !isHedged(hit.words, words)
        && !context.subjects.name(hit.words, of: words) && !crossesTurn(hit.words, words)
        && !isBeatenByOwn(hit.words, words, context)
        && !isOfOthers(hit.words, words, context)
    }
    guard let best = reported.map({ SetbackCues.all.rows[$0.row].weight }).max(),
      isReport(words, context)
    else { return nil }
    // What the own work costs is its price, and to come out as others do may be its success.
    let isOfOwnWork = reported.contains {
      SetbackCues.falls.contains($0.row) && isOfOwn($0.words, words, context)
    }
    let isPriced = reported.allSatisfy { SetbackCues.priced.contains($0.row) }
    let isMeasured =
      context.isMeasured && reported.contains { SetbackCues.falls.contains($0.row) }
    guard
      isBorneOut(
        weight: best, isOwn: isOfOwnWork, isPriced: isPriced, isMeasured: isMeasured, words, context
      )
    else { return nil }
    return best
  }

  private static let longest = 600

  /// Words before a setback that make it a supposition.
  private static let hedges: Set<String> = [
    "may", "might", "could", "possibly", "perhaps", "likely", "potentially", "unlikely", "would",
    "should", "can", "whether", "expect", "expected", "hypothesize", "hypothesized", "conjecture",
    "suspect", "speculate", "believe", "assume", "suppose", "will", "must", "often", "typically",
    "usually",
    "cannot", "ideally", "hypothesis", "if",
  ]
  private static let hedgeReach = 7

  private static func isHedged(_ hit: Range<Int>, _ words: CueWords) -> Bool {
    let first = max(0, hit.lowerBound - hedgeReach)
    return words.words[first..<hit.upperBound].contains(where: hedges.contains)
  }

  /// Whether what did badly is what the study compares with: `…, while the baseline failed to sort.`
  static func isOfOthers(_ hit: Range<Int>, _ words: CueWords, _ context: Context) -> Bool {
    let before = words.words[..<hit.lowerBound]
    let start = before.lastIndex(where: turns.contains).map { $0 + 1 } ?? before.startIndex
    func isOther(_ word: String) -> Bool {
      word == "baseline" || word == "baselines"
        || !context.ownNames.contains(word)
          && word.parts(between: "-").first.map { context.citedNames.contains(String($0)) } == true
    }
    if before[start...].prefix(subjectReach).contains(where: isOther) { return true }
    // `…, the error of the lamp became worse`: of the thing that stands right before.
    let told = words.words[..<hit.upperBound]
    guard TrialCues.trials.matches(in: words).isEmpty, let of = told.lastIndex(of: "of") else {
      return false
    }
    return told[of...].prefix(possessorReach).contains(where: isOther)
  }

  private static let possessorReach = 4

  /// Whether a cue begins in one clause and ends in another: `it decreases while the accuracy` …
  private static func crossesTurn(_ hit: Range<Int>, _ words: CueWords) -> Bool {
    words.words[hit].dropFirst().dropLast().contains { $0 == "while" || $0 == "whereas" }
  }

  /// Whether what did badly is the paper's own: `…, but our sorter is slower than the scale.`
  private static func isOfOwn(_ hit: Range<Int>, _ words: CueWords, _ context: Context) -> Bool {
    let before = words.words[..<hit.lowerBound]
    let start = before.lastIndex { turns.contains($0) || $0 == "that" }
    return before[(start.map { $0 + 1 } ?? before.startIndex)...].prefix(ownReach).contains {
      ["our", "proposed"].contains($0) || context.ownNames.contains($0)
    }
  }

  private static let ownReach = 4

  /// Words that begin a clause with a subject of its own.
  private static let turns: Set<String> = ["while", "whereas", "but", "although", "though"]
  private static let subjectReach = 3

  /// UTF-8 range of the clause that reports the setback, where a sentence sets one thing against
  /// another: `The lamp helps, while the fan hurts the accuracy.` Nil if the sentence is one report.
  static func contrasted(in text: String) -> Range<Int>? {
    for turn in [", while ", ", whereas "] {
      guard let found = text.utf8Range(of: turn) else { continue }
      let parts = [
        String(decoding: text.utf8.prefix(found.lowerBound), as: UTF8.self),
        String(decoding: text.utf8.dropFirst(found.upperBound), as: UTF8.self),
      ]
      let isTold = parts.map { !SetbackCues.all.occurrences(in: CueWords($0)).isEmpty }
      let hasSubject = parts[1].split(separator: " ").first.map { !$0.hasSuffix("ing") } ?? false
      if isTold == [false, true], hasSubject { return found.upperBound..<text.utf8.count }
    }
    return nil
  }

  /// The part of a sentence that tells the setback, without the clauses beside it that tell none:
  /// `slower at night` of `The lamp is faster by day and slower at night.`
  static func telling(in text: String) -> String {
    var parts = [""]
    for word in text.split(whereSeparator: { " —".contains($0) }) {
      if ["and", "but", "while", "whereas"].contains(word) {
        parts.append(String(word))
      } else {
        parts[parts.count - 1] += parts[parts.count - 1].isEmpty ? word : " " + word
      }
    }
    func tells(_ part: String) -> Bool {
      !SetbackCues.all.occurrences(in: CueWords(part)).isEmpty
    }
    guard let first = parts.firstIndex(where: tells), let last = parts.lastIndex(where: tells)
    else {
      return text
    }
    let words = parts[first...last].joined(separator: " ").split(separator: " ")
      .dropFirst(first > 0 ? 1 : 0)
    return words.count < fewestTold ? text : words.joined(separator: " ")
  }

  private static let fewestTold = 4

  /// Whether a sentence tells what came of an attempt of the authors, supposes and denies nothing, and
  /// is not on what the paper is about. `losses`: its words that something was lost.
  static func isPlain(_ sentence: Sentence, losing losses: [Range<Int>], in context: Context)
    -> Bool
  {
    let words = sentence.words
    return isReport(words, context) && TrialCues.denials.matches(in: words).isEmpty
      && !words.words.contains(where: hedges.contains)
      && !context.subjects.name(words.words.indices, of: words)
      && (isTried(words, context) || !DeadEndRules.turns.matches(in: words).isEmpty)
      && (losses.isEmpty
        || losses.contains {
          !isOfOthers($0, words, context) && !isBeatenByOwn($0, words, context)
        })
  }

  /// Whether a sentence, or what stands around it, says that something was tried.
  private static func isTried(_ words: CueWords, _ context: Context) -> Bool {
    !TrialCues.trials.matches(in: words).isEmpty || context.followsTrial()
      || context.isAmongAblations()
  }

  /// Whether what did badly did so against the paper's own work, which is its success: `The scale is
  /// slower than our sorter.`
  private static func isBeatenByOwn(_ hit: Range<Int>, _ words: CueWords, _ context: Context)
    -> Bool
  {
    let all = words.words
    /// A part of the work or more of it, as in `BandClock+L`, is the authors' own, too.
    func isOwn(_ word: String) -> Bool {
      own.contains(word)
        || word.split(whereSeparator: { "+-_".contains($0) }).first.map {
          context.ownNames.contains(String($0))
        } ?? false
    }
    guard TrialCues.trials.matches(in: words).isEmpty,
      !all[..<hit.lowerBound].contains(where: isOwn),
      let than = all[hit.lowerBound...].firstIndex(where: rivals.contains)
    else { return false }
    return all[than...].dropFirst().prefix(rivalReach).contains(where: isOwn)
  }

  private static let rivals: Set<String> = ["than", "compared"]
  private static let rivalReach = 4

  private static let own: Set<String> = ["we", "our", "us", "ours"]

  /// Whether the authors report it of their own study.
  private static func isReport(_ words: CueWords, _ context: Context) -> Bool {
    let isOwn = words.words.contains { own.contains($0) || context.ownNames.contains($0) }
    if !isOwn, context.cites || !others.matches(in: words).isEmpty { return false }
    return TrialCues.asides.matches(in: words).isEmpty
      && explanations.matches(in: words).isEmpty
      && !words.words.contains(where: mathematics.contains)
  }

  private static func isBorneOut(
    weight: Int, isOwn: Bool, isPriced: Bool, isMeasured: Bool, _ words: CueWords,
    _ context: Context
  ) -> Bool {
    if context.isSummary || isPriced && words.hold("our", "ours", "proposed") { return false }
    let isTried =
      !TrialCues.trials.matches(in: words).isEmpty || context.followsTrial()
      || !isPriced && context.isAmongAblations()
    switch context.role {
    case .introduction: return isTried && words.words.contains(where: own.contains)
    case .experiments, .appendix: return isTried || isOwn || isMeasured || weight >= 2
    case .conclusion where weight >= 3: return true
    case .other where isMeasured: return true
    case .related, .method, .limitations, .conclusion, .other:
      return isTried
        || weight >= 2 && (isMeasured || !TrialCues.findings.matches(in: words).isEmpty)
    }
  }

  /// Sentences about the work of others.
  static let others = CueTable([
    Cue(
      "prior|previous|existing|earlier|other|traditional|conventional|recent|many|most work|works|methods|approaches|studies|method|approach|literature|research|authors|schedules|models",
      .motivation, weight: 1,
      matches: "Previous methods fail.", ignores: "The previous scale fails."),
    Cue("et al", .motivation, weight: 1, matches: "Pretend et al. fail.", ignores: "All fail."),
    Cue("^ they", .motivation, weight: 1, matches: "They fail.", ignores: "Do they fail?"),
  ])

  /// Sentences that explain or sum up what was reported before.
  static let explanations = CueTable([
    Cue(
      "^ this|that|these|those ... means|mean|suggests|suggest|indicates|indicate|implies|imply|demonstrates|confirms|explains|justifies|highlights",
      .insight, weight: 1,
      matches: "This suggests that wind hurts the accuracy.", ignores: "This hurts the accuracy."),
    Cue(
      "^ this|these result|results|finding|findings|trade-off", .insight, weight: 1,
      matches: "These results are worse than ours.", ignores: "The results are worse."),
    Cue(
      "^ this|that|it is because|due", .insight, weight: 1,
      matches: "This is because wind hurts the accuracy.", ignores: "This is worse."),
    Cue(
      "^ the|one|another|a|main|major|key|our ... reason|reasons|problem|challenge|drawback|hypothesis",
      .insight, weight: 1, matches: "Another reason is that wind hurts the accuracy.",
      ignores: "The third sorter is worse."),
  ])

  private static let mathematics: Set<String> = [
    "theorem", "lemma", "proposition", "corollary", "proof", "infimum", "supremum",
  ]
}
