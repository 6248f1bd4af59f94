internal import IR

/// Sentences that look like results and claim nothing of their own.
package enum NoClaim {
  /// Whether a sentence only points at a table or figure, supposes something, addresses somebody, or
  /// says what others found.
  static func holds(of sentence: Sentence, citing: Bool) -> Bool {
    let (text, words) = sentence.parts
    return isNoHead(sentence) || announces(words)
      || (citing || words.hold("al")) && isOfOthers(words, text)
  }

  /// Whom a sentence addresses is its reader, or somebody in an example.
  static func addresses(_ words: CueWords) -> Bool { words.hold("you", "your", "yours") }

  /// Whether nothing of a sentence can be a claim: by its form, or because it is about the text, the
  /// works of others, or what is still to be done.
  ///
  /// - Parameter mayPropose: Whether what the authors propose counts as a claim.
  static func isAll(of sentence: Sentence, citing: Bool, mayPropose: Bool) -> Bool {
    holds(of: sentence, citing: citing) || isAside(sentence, mayPropose: mayPropose)
  }

  /// Whether a sentence is about something else than what the work is or found. What presents the work
  /// is not: others go on with it.
  static func isAside(_ sentence: Sentence, mayPropose: Bool) -> Bool {
    if !FindingCues.asides.matches(in: sentence.words).isEmpty { return true }
    let clause = ClauseWords(sentence.text)
    return onlyTells(sentence.words, clause) || Unasserted.holds(of: clause)
      || OwnActs.onlyTell(sentence.words, clause, mayPropose) || onlySignposts(sentence.text)
      || TopicSentences.holds(of: sentence.words, clause)
  }

  /// Whether a sentence is about the text: `In this section we show that` only leads to a finding.
  private static func onlySignposts(_ text: String) -> Bool {
    let told = PointerFree.text(ReportingFrame(text).rest)
    return !FindingCues.signposts.matches(in: CueWords(told)).isEmpty
  }

  /// Whether a sentence tells what was done or what one might think, and not what came of it. It
  /// claims nothing, and may well be a step of a plan.
  package static func onlyTells(_ text: String) -> Bool {
    onlyTells(CueWords(text), ClauseWords(text))
  }

  private static func onlyTells(_ words: CueWords, _ clause: ClauseWords) -> Bool {
    if !suppositions.matches(in: words).isEmpty { return true }
    // What stands in brackets explains a name and finds nothing.
    let spoken = CueWords(clause.spoken)
    if !listings.matches(in: spoken).isEmpty && findings.matches(in: spoken).isEmpty { return true }
    return !words.hold("that") && !doings.matches(in: words).isEmpty
      && findings.matches(in: words).isEmpty && outcomes.matches(in: words).isEmpty
  }

  /// `Table 2 summarizes the results.`, `In Fig. 4, we plot the error.`
  static func points(_ words: CueWords) -> Bool {
    guard words.count < 60 else { return false }
    if let first = words.first, exhibitWords.contains(first) {
      return !reportsThat(words.words) && findings.matches(in: words).isEmpty
    }
    return !words.hold("that") && (!pointers.matches(in: words).isEmpty || displays(words))
      && findings.matches(in: words).isEmpty
  }

  /// `Figure 1 shows that` and `indicating that` go on with what is found, `Figure 1 shows bars that`
  /// does not.
  private static func reportsThat(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      next == "that"
        && (ReportingFrame.isReporting(word[...]) || word.hasSuffix("ing") || word.hasSuffix("ly")
          || conjunctions.contains(word))
    }
  }

  private static let conjunctions: Set<String> = ["and", "but", "us", "clear", "evident"]

  /// `We show the error, the cost and the names of all marbles in Fig. 3.`
  private static func displays(_ words: CueWords) -> Bool {
    !displaying.matches(in: words).isEmpty
      && words.hold("table", "figure", "fig", "tables", "figures")
  }

  /// Whether a sentence only points or calls upon its reader: nothing that goes on with it says what it
  /// is about.
  static func isNoHead(_ sentence: Sentence) -> Bool {
    let (text, words) = sentence.parts
    return addresses(words) || pointsOnly(text, words)
      || words.first.map(imperatives.contains) ?? false
  }

  /// Whether a sentence or its main clause does no more than point: `First, we show the error of all
  /// marbles in Fig. 3.`; not what names a table besides: `The error halved, as shown in Table 2.`
  private static func pointsOnly(_ text: String, _ words: CueWords) -> Bool {
    guard words.hold(Array(exhibitWords)) else { return points(words) }
    if points(CueWords(PlacePointers.taken(from: text))) { return true }
    guard !words.hold("that"), findings.matches(in: words).isEmpty else { return false }
    return displays(CueWords(ClauseWords(text).words.joined(separator: " ") + " in table"))
  }

  private static func announces(_ words: CueWords) -> Bool {
    words.count < 40 && !words.hold("that")
      && !announcements.matches(in: words).isEmpty && findings.matches(in: words).isEmpty
  }

  /// Whether what is said was found by somebody else: the authors are not named before it, and begin
  /// no clause of their own.
  private static func isOfOthers(_ words: CueWords, _ text: String) -> Bool {
    let found = pointsAside.occurrences(in: words)
    guard !found.isEmpty, !ClauseWords(text).openings.contains(where: authors.contains) else {
      return false
    }
    let all = words.words
    return found.contains { !all[..<$0.words.upperBound].contains(where: authors.contains) }
  }

  private static let authors: Set<String> = ["we", "our", "ours", "us"]

  /// What begins a supposition or an advice: `Consider another scale.`
  private static let imperatives: Set<String> = [
    "consider", "let", "suppose", "assume", "recall", "note", "define", "see",
  ]

  private static let exhibitWords: Set<String> = [
    "table", "figure", "fig", "tables", "figures", "figs", "tab", "section", "sec", "appendix",
  ]

  /// Sentences about where something stands.
  package static let pointers = CueTable([
    Cue(
      "in table|figure|fig|tables|figures ... we plot|show|present|report|list|compare|give|provide|display|visualize|illustrate|summarize",
      .result, weight: 1,
      matches: "In Fig. 4, we plot the error.", ignores: "In Table 2 the error is small."),
    Cue(
      "we ... show|give|provide|plot|present|report|list|visualize|illustrate|display|summarize ... ... in table|figure|fig|section|appendix|tables|figures",
      .result, weight: 1,
      matches: "We report all of their errors in Table 2.",
      ignores: "We see in Table 2 how small the error is."),
    Cue(
      "are|is|are|detailed|summarized|summarised|listed|shown|depicted|illustrated|presented|given|reported in table|figure|fig|tables|figures|figs|appendix|section",
      .result, weight: 1,
      matches: "The marbles, detailed in Table 1, are red.", ignores: "The table is red."),
    Cue(
      "in table|figure|fig|tables|figures|figs ... ... is|are|was|were presented|shown|plotted|depicted|illustrated|listed|reported|displayed|visualized",
      .result, weight: 1,
      matches: "In Figure 4, the heap of marbles is presented.",
      ignores: "In Figure 4, the heap is small."),
    Cue(
      "can|may be found in|on|at", .result, weight: 1,
      matches: "More marbles can be found in the yard.", ignores: "We found more marbles."),
  ])

  /// What is put before the reader.
  package static let displaying = CueTable([
    Cue(
      "^ we show|plot|present|report|list|display|visualize|visualise|illustrate|summarize|summarise the|a|an|all|our|their",
      .result, weight: 1,
      matches: "We show the error.", ignores: "We show that the error falls.")
  ])

  /// Sentences about what comes next.
  package static let announcements = CueTable([
    Cue(
      "we present|report|describe|discuss|analyze|analyse|evaluate|conduct|investigate|study",
      .result,
      weight: 1,
      matches: "We present the results of our study.", ignores: "We see that it holds.")
  ])

  /// What a pointing sentence says besides, if it does find something.
  package static let findings = CueTable([
    Cue(
      "outperform*|surpass*|exceed*|better|worse|higher|lower|faster|slower|superior|improve|improves|improved|reduces|reduced|increases|increased|decreases|decreased|degrades|degraded|rivals",
      .comparison, weight: 1,
      matches: "In Table 2, we show careful sorters outperform hasty ones.",
      ignores: "In Table 2, we show all sorters."),
    Cue(
      "supports|confirms|confirm|reveals|demonstrates|impossible|no|not",
      .result, weight: 1,
      matches: "As Table 2 confirms, noise matters.", ignores: "In Table 2, we list the noise."),
  ])

  /// What the cited work found.
  package static let pointsAside = CueTable([
    Cue(
      "has|have ... shown|demonstrated|found|achieved|improved|been|observed|proposed|reported",
      .motivation, weight: 1,
      matches: "Pretend and others have shown that noise matters [1].",
      ignores: "Noise matters more than wind [1]."),
    Cue(
      "'s paper|work|method|model ... report*|show*|find*|found|achieve*", .motivation, weight: 1,
      matches: "The 's paper reports an error.", ignores: "The paper is white."),
    Cue(
      "et al ... show*|report*|find*|found|observe*|prove*|achieve*|demonstrate*|studied|used|examine*|investigate*|introduce*|propose*",
      .motivation, weight: 1,
      matches: "Pretend et al. show that noise matters.", ignores: "Noise matters to all."),
  ])
  /// What somebody might think, and questions that were not asked yet.
  package static let suppositions = CueTable([
    Cue(
      "one|you might|may|could|would think|hypothesize|hypothesise|expect|argue|ask|wonder|suspect",
      .motivation, weight: 1,
      matches: "One might think the scale drifts.", ignores: "We think the scale drifts."),
    Cue(
      "to see|test|check|examine|determine if|whether", .question, weight: 1,
      matches: "We changed the pan to see whether it drifts.", ignores: "We see that it drifts."),
    Cue(
      "^ exploring|investigating|examining|understanding|studying|testing whether|how|if|why",
      .future, weight: 1,
      matches: "Exploring whether a third sorter helps.", ignores: "Exploring helps a sorter."),
  ])

  /// What a table or figure holds, named in full: `Figure 4 shows the curves of the error.`
  package static let listings = CueTable([
    Cue(
      "figure|fig|table|figures|tables|panel|panels|column|row|inset|subplot ... shows|show|plots|plot|depicts|depict|illustrates|illustrate|compares|lists|list|decomposes|visualizes|presents|present|displays|display|contains|summarizes|reports|report|gives|provides the|a|an|all|our|some|example*|how",
      .method, weight: 1,
      matches: "Results: Figure 4 shows the convergence of the error.",
      ignores: "Figure 4 shows that the error falls."),
    Cue(
      "curve|curves|bar|bars|marker|markers|dot|dots|points|line|lines|stars|circles|squares|diamonds|shading|regions ... shows|show|indicates|indicate|indicating|represents|represent|denotes|denote|depicts|depict the|a|an|standard|#",
      .method, weight: 1,
      matches: "Each curve shows the mean of three trials.",
      ignores: "The curve shows that the error falls."),
    Cue(
      "figure|fig|table ... is|provides|gives a|an|the key|list|summary|overview|legend|map|illustration|schematic|diagram|example",
      .method, weight: 1,
      matches: "Table 3 is a key that maps names to marbles.",
      ignores: "Table 3 is why the error matters."),
  ])

  /// What was done.
  package static let doings = CueTable([
    Cue(
      "we specify|specified|set|fix|fixed|choose|chose|select|selected|use|used|follow|followed|adopt|adopted|sample|sampled|train|trained|run|ran|repeat|repeated|perform|performed|conduct|conducted|initialize|initialise|preprocess|split|focus|consider",
      .method, weight: 1,
      matches: "In our experiments, we specify the number of rolls.",
      ignores: "The number of rolls matters."),
    Cue(
      "experiment*|evaluation*|analyses|model*|training is|are|was|were conducted|performed|run|executed|implemented|carried|done|trained in|on|out|using|with|by|for",
      .method, weight: 1,
      matches: "All experiments were conducted in a calm room.",
      ignores: "Experiments in a calm room were quieter."),
    Cue(
      "we achieve|accomplish|do|demonstrate|illustrate|show|address|realize|realise this|so",
      .method, weight: 1,
      matches: "We achieve this by weighing twice.", ignores: "We achieve a small error."),
    Cue(
      "we ... show|give|provide|include ... examples|example|samples|neighbours|neighbors",
      .method, weight: 1,
      matches: "We show two examples of marbles.", ignores: "We show noise in marbles."),
  ])

  /// What came of it.
  package static let outcomes = CueTable([
    Cue(
      "achiev* ... #|state-of-the-art|state|accuracy|error|score|performance|results|best",
      .result, weight: 1,
      matches: "We train it and achieve a high accuracy.", ignores: "We train it for a week."),
    Cue(
      "obtain|obtains|obtaining|attain*|reach*|establish*|yield*|find|found|observe*|suggest*|allow*|enabl*|robust*|effective*",
      .result, weight: 1,
      matches: "We use a scale, yielding no noise.", ignores: "We use a scale."),
  ])
}
