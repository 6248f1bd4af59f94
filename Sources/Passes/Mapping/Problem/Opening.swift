internal import IR

/// The part of a paper that says why it was written: the abstract, the introduction, and what is
/// said of related work.
struct Opening {
  let view: PaperView
  /// All sentences of the paper that may be quoted.
  let sentences: [Atom]
  /// Those of the opening, in the order of the paper.
  let early: [Atom]
  private let own: Set<SourceSpan>
  /// The sentences before the first one in their section that says what the paper does.
  private let leading: Set<SourceSpan>
  /// Indexes in `early`.
  private let places: [SourceSpan: Int]

  init(_ view: PaperView, _ atoms: Atoms, without refused: Set<SourceSpan>) {
    self.view = view
    sentences = atoms.atoms.filter {
      !refused.contains($0.span) && view.sentence($0.span).isWhole
    }
    early = sentences.filter { atom in
      let role = SectionRole(of: atom.section, in: view)
      return (role == .introduction || role == .related)
        && !view.paper.sections[atom.section].isAppendix
        && view.paper.blocks[atom.block].kind != .footnote
    }
    places = Dictionary(
      early.enumerated().map { ($1.span, $0) }, uniquingKeysWith: { first, _ in first })
    let names = OwnNames.of(view, atoms)
    own = OwnWork(names).sentences(among: early, view)
    var turned: Set<Int> = []
    leading = early.reduce(into: []) { leading, atom in
      let sentence = view.sentence(atom.span)
      if atom.weight(of: .contribution) >= 2 || names.areNamed(in: sentence.text)
        || sentence.words.hold("we", "our", "ours", "us")
      {
        turned.insert(atom.section)
      } else if !turned.contains(atom.section) {
        leading.insert(atom.span)
      }
    }
  }

  func isIntroduction(_ atom: Atom) -> Bool {
    SectionRole(of: atom.section, in: view) == .introduction
  }

  /// Whether a sentence is about the paper's own work.
  func isOwn(_ atom: Atom) -> Bool { own.contains(atom.span) }

  // MARK: Gaps

  /// What is missing, heaviest first chosen, in the order of the paper.
  ///
  /// Where no words say so, an introduction leads from the world to the work by what it sets against
  /// the one before the other, or by what the paper asks.
  func gaps(_ limit: Int, besides others: [Atom]) -> [Atom] {
    let told = toldGaps(limit, besides: others)
    guard told.count < Self.enough else { return told }
    for least in [Self.leastGap, 1] {
      let turns = pick(Self.enough - told.count, besides: others + told, mayUseRelated: false) {
        turnWeight($0, least: least)
      }
      guard told.isEmpty && turns.isEmpty else {
        return (told + turns).sorted { $0.span < $1.span }
      }
    }
    return Array(questions(besides: others).prefix(limit))
  }

  /// How much a sentence before the work turns against what was said; of two the later.
  private func turnWeight(_ atom: Atom, least: Int) -> Int {
    let words = view.sentence(atom.span).words
    guard leading.contains(atom.span), view.paper.blocks[atom.block].kind == .paragraph,
      !Anaphora.begins(words), ProblemCues.vetoes.matches(in: words).isEmpty, !isClosed(atom)
    else { return 0 }
    let weight = ProblemCues.turns.matches(in: words).reduce(0) {
      $0 + ProblemCues.turns.rows[$1].weight
    }
    return weight < least ? 0 : weight * early.count + (places[atom.span] ?? 0)
  }

  private func questions(besides others: [Atom]) -> [Atom] {
    early.filter { atom in
      isIntroduction(atom) && atom.weight(of: .question) >= Self.leastQuestion
        && !others.contains(atom) && saysEnough(view.text(of: atom.span), least: Self.fewestOfGap)
    }
  }

  private static let leastQuestion = 3

  /// What words say is missing.
  private func toldGaps(_ limit: Int, besides others: [Atom]) -> [Atom] {
    let chosen = pick(limit, besides: others, mayUseRelated: true) { atom in
      let words = view.sentence(atom.span).words
      let weight = gapWeight(atom, words)
      guard weight >= Self.leastGap, ProblemCues.vetoes.matches(in: words).isEmpty,
        !tellsAchievement(atom), !isClosed(atom)
      else { return 0 }
      return weight
    }
    // `This hampers them` says why the gap before it matters, and is none beside it.
    return chosen.filter { atom in
      !Anaphora.begins(view.sentence(atom.span).words)
        || !chosen.contains { next(after: $0) == atom }
    }
  }

  /// What a paper does about a gap, or how well it does it, is none.
  private func tellsAchievement(_ atom: Atom) -> Bool {
    atom.weight(of: .contribution) >= 3
      || atom.weight(of: .comparison) + atom.weight(of: .result) >= 3
  }

  /// Whether the next sentence goes on to say that others have closed a gap.
  private func isClosed(_ atom: Atom) -> Bool {
    guard let next = next(after: atom) else { return false }
    let words = view.sentence(next.span).words
    return Anaphora.begins(words) && !ProblemCues.closings.matches(in: words).isEmpty
  }

  private static let leastGap = 2

  func gapWeight(_ atom: Atom, _ words: CueWords) -> Int {
    ProblemCues.weight(of: words, in: atom)
  }

  // MARK: Observations

  /// What is so, as the paper finds it: what the opening reports of the field, first with numbers,
  /// and the sentences that the abstract and the introduction begin with.
  func observations(_ limit: Int, besides others: [Atom]) -> [Atom] {
    let first = Set(firstSentences.map(\.span))
    return pick(limit, besides: others, mayUseRelated: false) { atom in
      guard !Anaphora.begins(view.sentence(atom.span).words) else { return 0 }
      let weight = atom.weight(of: .motivation) + (first.contains(atom.span) ? 1 : 0)
      guard weight > 0 else { return 0 }
      return weight + (hasFigure(view.text(of: atom.span)) ? 1 : 0)
    }
  }

  /// The sentences that the abstract and each section of the introduction begin with, before they come
  /// to the work.
  private var firstSentences: [Atom] {
    var seen: Set<Int> = []
    return early.filter { atom in
      isIntroduction(atom) && !isOwn(atom) && leading.contains(atom.span)
        && saysEnough(view.text(of: atom.span), least: Self.fewest)
        && seen.insert(atom.section).inserted
    }
  }

  /// Whether a number other than a year stands outside brackets.
  private func hasFigure(_ text: String) -> Bool {
    var depth = 0
    for word in text.parts(between: " ") {
      let opens = word.utf8.count { "([".utf8.contains($0) }
      if depth + opens == 0, let first = word.utf8.first, first.isASCIIDigit,
        !(word.utf8.count >= 4 && (word.hasPrefix("19") || word.hasPrefix("20")))
      {
        return true
      }
      depth = max(0, depth + opens - word.utf8.count { ")]".utf8.contains($0) })
    }
    return false
  }

  // MARK: Choice

  private static let longest = 600
  /// In content words.
  private static let fewest = 5
  /// `Little is known about …` says it with few words.
  private static let fewestOfGap = 4
  private static let alike = 0.5
  /// So many sentences of the introduction do without any of related work.
  private static let enough = 2

  private func pick(
    _ limit: Int, besides others: [Atom], mayUseRelated: Bool, weight: (Atom) -> Int
  ) -> [Atom] {
    var weighed: [(atom: Atom, weight: Int)] = []
    for atom in early where !isOwn(atom) && !others.contains(atom) {
      guard mayUseRelated || isIntroduction(atom),
        saysEnough(view.text(of: atom.span), least: mayUseRelated ? Self.fewestOfGap : Self.fewest)
      else { continue }
      let weight = weight(atom)
      if weight > 0 { weighed.append((atom, weight)) }
    }
    let introduced = weighed.filter { isIntroduction($0.atom) }
    if introduced.count >= Self.enough { weighed = introduced }
    var chosen: [(atom: Atom, words: Set<String>)] = []
    // What a paper says that it does about a gap may repeat its words.
    let said = mayUseRelated ? [] : others.map { Set(Wording.content(view.text(of: $0.span))) }
    for (atom, _) in weighed.sorted(by: { ($1.weight, $0.atom.span) < ($0.weight, $1.atom.span) })
    where chosen.count < limit {
      let words = Set(Wording.content(view.text(of: atom.span)))
      let isRepeated = (said + chosen.map(\.words)).contains {
        Wording.similarity($0, words) > Self.alike
      }
      if !isRepeated { chosen.append((atom, words)) }
    }
    return chosen.map(\.atom).sorted { $0.span < $1.span }
  }

  /// Whether a sentence is none of the scraps of lists and footers.
  private func saysEnough(_ text: String, least: Int) -> Bool {
    text.utf8.count < Self.longest && Wording.content(text).count >= least
      && text.first?.isNumber == false
  }

  // MARK: Neighbours

  private static let consequences: Set<String> = [
    "therefore", "thus", "hence", "this", "consequently", "so", "these", "accordingly",
  ]

  /// What a paper concludes from an observation in the next sentence.
  func consequence(of atom: Atom) -> Grounded<String>? {
    guard let next = next(after: atom), !isOwn(next),
      let first = view.sentence(next.span).words.first, Self.consequences.contains(first)
    else { return nil }
    return view.grounded(next.span)
  }

  /// The sentence behind one in its paragraph.
  func next(after atom: Atom) -> Atom? {
    guard let index = places[atom.span], index + 1 < early.count,
      early[index + 1].block == atom.block
    else { return nil }
    return early[index + 1]
  }
}
