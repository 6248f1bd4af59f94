internal import IR

/// Which sentences can say what came of an experiment.
struct ReportedResults {
  let view: PaperView
  /// Sentences that a finding refused.
  let refused: Set<SourceSpan>

  func isUsable(_ atom: Atom) -> Bool {
    let sentence = view.sentence(atom.span)
    return sentence.isWhole && sentence.text.isShorter(than: 600) && !refused.contains(atom.span)
  }

  func reports(_ atom: Atom, atLeast weight: Int) -> Bool {
    atom.weight(of: .result) + atom.weight(of: .comparison) >= weight
      && SectionRole(of: atom.section, in: view) != .introduction
  }

  /// Whether a sentence tells what came of something that was carried out: its words and its place
  /// speak for that, and it proves nothing, believes nothing and says nothing of what could be.
  ///
  /// - Parameter worth: What else speaks for it, in sixteenths of a nat.
  func tells(_ atom: Atom, worth: Int = 0) -> Bool {
    let sentence = view.sentence(atom.span)
    return isUsable(atom) && isLikely(atom, sentence, worth) && !view.isFormal(atom.section)
      && !isSupposed(sentence) && !Self.states(sentence)
  }

  private func isLikely(_ atom: Atom, _ sentence: Sentence, _ worth: Int) -> Bool {
    let odds = worth + ([Atom.Leaning.finding, .trial, .setback].map(atom.odds(of:)).max() ?? 0)
    switch SectionRole(of: atom.section, in: view) {
    case .experiments:
      return odds >= Self.likely
        || odds >= Self.conceivable && FindingCues.weight(of: sentence.words) >= Self.leastFinding
    case .appendix, .other: return odds >= Self.likely
    // Where no results are told, most of what looks like one is background.
    case .introduction, .related, .method, .limitations, .conclusion:
      return odds >= Self.likelyElsewhere
    }
  }

  private static let likely = -25
  private static let likelyElsewhere = -10
  /// Where results are told, of what has the words of a finding.
  private static let conceivable = -45
  private static let leastFinding = 2

  /// Whether the main clause says what is believed or may be.
  private func isSupposed(_ sentence: Sentence) -> Bool {
    let clause = ClauseWords(sentence.text)
    if Unasserted.holds(of: clause) || Unasserted.isPossibility(sentence.text) { return true }
    return zip(clause.words, clause.words.dropFirst()).prefix(2).contains { subject, verb in
      ["we", "i"].contains(subject) && Self.beliefs.contains(verb)
    }
  }

  private static let beliefs: Set<String> = [
    "believe", "suspect", "hypothesize", "hypothesise", "conjecture", "speculate", "expect",
    "think",
    "hope", "assume", "argue",
  ]

  /// `Theorem 3. Any sorter that` states what is proved.
  private static func states(_ sentence: Sentence) -> Bool {
    sentence.words.first.map(statements.contains) ?? false
      && sentence.words.words.dropFirst().first?.first?.isNumber ?? false
  }

  private static let statements: Set<String> = [
    "theorem", "lemma", "proposition", "corollary", "definition", "remark", "claim", "assumption",
    "conjecture",
  ]

  /// Whether a sentence says alone what was found, and does not only point at it.
  func finds(_ atom: Atom) -> Bool {
    finds(view.sentence(atom.span), citing: !atom.citations.isEmpty)
  }

  func finds(_ sentence: Sentence, citing: Bool) -> Bool {
    !NoClaim.holds(of: sentence, citing: citing)
      && FindingCues.asides.matches(in: sentence.words).isEmpty
      && !DanglingSubject.begins(sentence) && !DanglingSubject.pointsBack(sentence.text)
  }
}

extension PaperView {
  /// What heads a paragraph or an item, without its number and its full stop.
  func head(ofBlock index: Int) -> Grounded<String>? {
    paper.blocks[index].lead.flatMap(head)
  }

  /// Words that head a text, without their number and their full stop.
  func head(_ lead: SourceSpan) -> Grounded<String>? {
    let text = text(of: lead)
    let mark = text.prefix { $0.isNumber || ".()•- ".contains($0) }
    let name = text.dropFirst(mark.count).trimmed(of: " .:")
    guard !name.isEmpty, Wording.isFieldSafe(name) else { return nil }
    let start = mark.utf8.count
    return Grounded(name, [lead.narrowed(to: start..<(start + name.utf8.count))])
  }
}
