internal import IR

/// A sentence that claims something.
struct ClaimCandidate {
  let atom: Atom
  let sentence: Grounded<String>
  /// Its content words.
  let words: Set<String>
  /// Its words with the names and short ones, by which it is held against other sentences.
  let telling: Set<String>
  let score: Int
  let hasNumbers: Bool
  /// The tables and figures that the sentence speaks of.
  let topics: [ExhibitLabel]

  init(
    atom: Atom, sentence: Grounded<String>, score: Int, hasNumbers: Bool, topics: [ExhibitLabel]
  ) {
    self.atom = atom
    self.sentence = sentence
    words = Set(Wording.content(sentence.value))
    telling = Wording.telling(sentence.value)
    self.score = score
    self.hasNumbers = hasNumbers
    self.topics = topics
  }

  /// Sentences that claim something, the likeliest first.
  static func all(_ atoms: Atoms, _ view: PaperView) -> [ClaimCandidate] {
    let outlook = OutlookSections.sentences(among: atoms.atoms, view)
    let spoken = ClaimTopics(atoms, view)
    let found = atoms.atoms.indices.compactMap { index -> ClaimCandidate? in
      let atom = atoms.atoms[index]
      guard !outlook.contains(atom.span) else { return nil }
      let sentence = view.grounded(atom.span)
      let topics = spoken.ofAtom(index)
      guard isClaimLike(atom, view.sentence(atom.span), topics, view) else { return nil }
      let hasNumbers = !NumberToken.scan(sentence.value).isEmpty
      return ClaimCandidate(
        atom: atom, sentence: sentence, score: score(atom, hasNumbers),
        hasNumbers: hasNumbers, topics: topics)
    }
    return found.sorted { ($1.score, $0.atom.span) < ($0.score, $1.atom.span) }
  }

  /// What captions of results say that they show, in the order of the exhibits: much of it stands
  /// nowhere else.
  static func captions(_ atoms: Atoms, _ view: PaperView) -> [ClaimCandidate] {
    let blocks = Dictionary(
      atoms.atoms.flatMap { atom in atom.exhibits.map { ($0, atom.block) } },
      uniquingKeysWith: { first, _ in first })
    return view.exhibits.filter { ResultExhibit.isResult($0, view) }.flatMap { exhibit in
      CaptionFindings.atoms(of: exhibit, block: blocks[exhibit.label] ?? 0, view).compactMap {
        atom -> ClaimCandidate? in
        let sentence = view.sentence(atom.span)
        let (text, words) = sentence.parts
        guard text.first?.isUppercase ?? false, sentence.isWhole, text.isLonger(than: 50),
          text.isShorter(than: 600), Wording.content(words).count >= leastContent,
          !NoClaim.isAll(of: sentence, citing: false, mayPropose: false)
        else { return nil }
        let hasNumbers = !NumberToken.scan(text).isEmpty
        return ClaimCandidate(
          atom: atom, sentence: view.grounded(atom.span), score: score(atom, hasNumbers),
          hasNumbers: hasNumbers, topics: [exhibit.label])
      }
    }
  }

  private static let leastContent = 6
  /// The odds of a finding from which a sentence is one whatever its cues say.
  static let certain = -5
  /// The odds of what tells a finding beside a table or figure that no sentence names.
  private static let likely = -30
  /// The odds below which it is none, and where it speaks of a table or figure.
  private static let possible = -50
  private static let possibleOfExhibits = -60

  private static func isClaimLike(
    _ atom: Atom, _ sentence: Sentence, _ topics: [ExhibitLabel], _ view: PaperView
  ) -> Bool {
    let (text, words) = sentence.parts
    let role = SectionRole(of: atom.section, in: view)
    let finding = atom.odds(of: .finding)
    // What costs least to ask comes first.
    let isPossible =
      max(finding, atom.odds(of: .trial)) >= (topics.isEmpty ? possible : possibleOfExhibits)
      // What presents the work counts where a paper claims nothing else.
      || atom.weight(of: .contribution) >= 3 && OwnActs.onlyProposes(text)
    return isPossible && role != .related && !text.hasSuffix("?")
      && text.first.map { $0.isUppercase || $0 == "•" } ?? false
      && sentence.isWhole && text.isLonger(than: 50) && text.isShorter(than: 600)
      && !FindingContext.isProof(atom.section, view)
      && (finding >= certain
        || isLikely(atom, sentence, topics, role, view)
          && isTold(atom, sentence, topics, role, view))
      && Wording.content(words).count >= leastContent
      && !NoClaim.isAll(
        of: sentence, citing: !atom.citations.isEmpty,
        mayPropose: role == .introduction || role == .conclusion)
  }

  /// Whether cues count: of what is not shown by a table or figure nor said of the work, and not summed up
  /// with, common words of findings say little against the odds.
  private static func isLikely(
    _ atom: Atom, _ sentence: Sentence, _ topics: [ExhibitLabel], _ role: SectionRole,
    _ view: PaperView
  ) -> Bool {
    !topics.isEmpty || role == .introduction || role == .conclusion || role == .limitations
      || max(atom.odds(of: .finding), atom.odds(of: .trial)) >= unlikely
      || strength(atom) >= leastOfUnlikely || speaksOfItself(sentence, view)
      || !FindingCues.proofs.matches(in: sentence.words).isEmpty
  }

  private static let unlikely = -38
  private static let leastOfUnlikely = 3

  /// Whether the cues and the place of a sentence say that it claims something.
  private static func isTold(
    _ atom: Atom, _ sentence: Sentence, _ topics: [ExhibitLabel], _ role: SectionRole,
    _ view: PaperView
  ) -> Bool {
    atom.weight(of: .definition) < 3 && atom.weight(of: .question) < 3
      && (role != .limitations || strength(atom) >= leastOfLimits || !atom.exhibits.isEmpty)
      && (role == .introduction || role == .conclusion
        || FindingCues.wishes.matches(in: sentence.words).isEmpty)
      && (!FindingContext.isBackground(atom.section, view) || speaksOfItself(sentence, view))
      && (role != .method || !isReason(atom, sentence, view))
      && (reportsByItself(atom, sentence, role, view)
        || FindingContext(atom, sentence, topics, view).tellsFinding)
  }

  /// Whether a sentence of a method tells what calls for the next part of it: what goes wrong, without
  /// a number or a table that shows it.
  private static func isReason(_ atom: Atom, _ sentence: Sentence, _ view: PaperView) -> Bool {
    atom.exhibits.isEmpty
      && ProblemCues.weight(of: sentence.words, in: atom) >= leastOfReasons
      && !speaksOfItself(sentence, view) && NumberToken.scan(sentence.text).isEmpty
  }

  private static let leastOfReasons = 2

  /// What limits a work may be a finding too, if it says in so many words what was found.
  private static let leastOfLimits = 3

  /// Whether the cues of a sentence alone say that it claims something.
  private static func reportsByItself(
    _ atom: Atom, _ sentence: Sentence, _ role: SectionRole, _ view: PaperView
  ) -> Bool {
    let strength = atom.weight(of: .result) + atom.weight(of: .comparison) + atom.weight(of: .claim)
    return
      (strength >= 2 || (atom.weight(of: .contribution) >= 3 && role == .introduction))
      // A method compares its parts; it reports only what it says that it finds.
      && (role != .method || strength - atom.weight(of: .comparison) >= 2 || !atom.exhibits.isEmpty)
      && (role != .introduction || speaksOfItself(sentence, view))
      // What is said of cited works without a comparison is said of them alone.
      && (atom.citations.isEmpty || !atom.exhibits.isEmpty || atom.weight(of: .comparison) >= 3
        || role == .introduction || speaksOfItself(sentence, view))
  }

  /// In an introduction, what is not said of the paper's own work is said of others'.
  static func speaksOfItself(_ sentence: Sentence, _ view: PaperView) -> Bool {
    if sentence.words.hold("we", "our", "ours", "us") || speaksAsOne(sentence.text) { return true }
    let lower = sentence.lower
    if ["this paper", "this work", "this study", "this article", "the proposed"].contains(where: {
      lower.has($0)
    }) {
      return true
    }
    // The name before the colon of a title is the name of the work.
    let name = view.paper.metadata.title?.value.parts(between: ":").first.map(String.init) ?? ""
    return name.count < 30 && name.count > 2 && lower.has(name.lowercase)
  }

  /// Whether a single author speaks: `I show that`; not of `Table I` or `Type I errors`.
  private static func speaksAsOne(_ text: String) -> Bool {
    let words = text.parts(between: " ")
    return words.indices.dropLast().contains { index in
      words[index] == "I" && words[index + 1].first?.isLowercase == true
        && (index == 0 || words[index - 1].first?.isLowercase == true
          || words[index - 1].hasSuffix(","))
    }
  }

  /// Of sentences that say the same, the one with the numbers and the exhibit comes first.
  private static func score(_ atom: Atom, _ hasNumbers: Bool) -> Int {
    atom.odds(of: .finding) + (hasNumbers ? shown : 0) + (atom.exhibits.isEmpty ? 0 : shown)
  }

  private static let shown = 6

  /// Sentences that report what an exhibit shows: its caption's, those that name it and those that
  /// go on after one of them.
  static func mentions(of exhibit: Exhibit, _ atoms: Atoms, _ view: PaperView) -> [Atom] {
    let text = atoms.atoms.indices.filter { index in
      atoms.topics(ofAtom: index).contains(exhibit.label)
        && SectionRole(of: atoms.atoms[index].section, in: view) != .related
        && (atoms.atoms[index].exhibits.contains(exhibit.label)
          || strength(atoms.atoms[index]) >= 2)
    }.map { index in
      let atom = atoms.atoms[index]
      return atom.exhibits.isEmpty ? atom.naming([exhibit.label]) : atom
    }
    let told = text.isEmpty ? findings(beside: exhibit, atoms, view) : text
    return told + CaptionFindings.atoms(of: exhibit, block: told.first?.block ?? 0, view)
  }

  /// What a section reports that holds one table or figure alone, which no sentence names.
  private static func findings(beside exhibit: Exhibit, _ atoms: Atoms, _ view: PaperView) -> [Atom]
  {
    guard view.exhibits.count(where: { $0.section == exhibit.section }) == 1,
      [.experiments, .other, .appendix].contains(SectionRole(of: exhibit.section, in: view))
    else { return [] }
    return atoms.atoms.filter { atom in
      atom.section == exhibit.section && atom.exhibits.isEmpty
        && (strength(atom) >= 2 || atom.odds(of: .finding) >= likely)
    }.map { $0.naming([exhibit.label]) }
  }

  /// How much a sentence reports.
  static func strength(_ atom: Atom) -> Int {
    atom.weight(of: .comparison) + atom.weight(of: .result) + atom.weight(of: .negative)
      + atom.weight(of: .claim)
  }
}
