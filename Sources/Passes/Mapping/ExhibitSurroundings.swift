internal import IR

/// The words around each table and figure that reports results: its caption, and the sentences
/// that speak of it.
struct ExhibitSurroundings {
  private struct Place {
    let label: ExhibitLabel
    let section: Int
    /// The telling words of the caption, and of all texts.
    let caption: Set<String>
    let words: Set<String>
    /// What the caption tells in all.
    let captionWeight: Int
    /// Whether its caption or the head of a column names a measure of training.
    let measuresTraining: Bool
  }

  /// A sentence that names results, and whether it only sends its reader to an appendix.
  private typealias Naming = (span: SourceSpan, labels: [ExhibitLabel], sends: Bool)

  private let places: [Place]
  private let rarity: WordRarity
  /// What the words of each claim tell in all.
  let claimWeights: [Int]
  /// The top-level section of each section.
  private let tops: [Int]
  /// The sentences that name results, by the section that holds them.
  private let naming: [Int: [Naming]]

  private static let captionLikeness = 0.15
  private static let wordShare = 0.4
  private static let summaryShare = 0.25
  private static let nearlyBest = 0.75
  private static let statementShare = 0.3
  private static let trainingShare = 0.4
  private static let leastWords = 4
  private static let sectionShare = 0.15
  private static let aloneShare = 0.06
  private static let leastShared = 3

  /// `claims`: the sentences beside which the words of a statement tell more or less.
  init(_ atoms: Atoms, _ view: PaperView, claims: [ClaimCandidate]) {
    var sentences: [ExhibitLabel: [Set<String>]] = [:]
    let spoken = ClaimTopics(atoms, view)
    for index in atoms.atoms.indices {
      let topics = spoken.ofAtom(index)
      guard !topics.isEmpty else { continue }
      let words = Wording.telling(view.text(of: atoms.atoms[index].span))
      for label in topics { sentences[label, default: []].append(words) }
    }
    let rarity = WordRarity(among: claims.map(\.telling))
    self.rarity = rarity
    claimWeights = claims.map { rarity.sum($0.telling) }
    let results = Set(
      view.exhibits.filter { ResultExhibit.isResult($0, view) }.map(\.label))
    var naming: [Int: [Naming]] = [:]
    for atom in atoms.atoms where !atom.exhibits.isEmpty {
      let labels = atom.exhibits.filter(results.contains)
      if !labels.isEmpty {
        naming[atom.section, default: []].append(
          (atom.span, labels, ClaimTopics.sends(atom, view)))
      }
    }
    self.naming = naming
    tops = view.paper.sections.indices.map { view.topLevel(of: $0) }
    places = view.exhibits.filter { results.contains($0.label) }.map { exhibit in
      let caption = Wording.telling(view.text(of: exhibit.caption))
      let names = exhibit.grids.flatMap { grid in
        grid.rows.prefix(grid.headerRows).joined() + grid.rows.compactMap(\.first)
      }.compactMap(\.span).map { Wording.telling(view.text(of: $0)) }
      return Place(
        label: exhibit.label, section: exhibit.section, caption: caption,
        words: (names + (sentences[exhibit.label] ?? [])).reduce(into: caption) {
          $0.formUnion($1)
        },
        captionWeight: rarity.sum(caption),
        measuresTraining: ExhibitMeasures.names(of: exhibit, view).contains {
          TrainingBehaviour.isMeasured(by: $0.value.lowercase)
        })
    }
  }

  /// How much of what two sentences tell is the same.
  func likeness(_ first: ClaimCandidate, _ second: Set<String>) -> Double {
    rarity.likeness(first.telling, second)
  }

  /// The same, of sentences that are held against many others: `all` is what each tells, added.
  func likeness(_ first: ClaimCandidate, _ second: Set<String>, telling all: Int) -> Double {
    rarity.likeness(first.telling, second, telling: all)
  }

  /// What a set of words tells in all.
  func weight(of words: Set<String>) -> Int { rarity.sum(words) }

  /// The exhibit that a statement is about though no sentence says so: the one whose caption is
  /// near in words, else the one whose surroundings hold most of the statement's words; less is
  /// enough for what a paper sums itself up with.
  func nearest(to statement: Set<String>, isSummary: Bool) -> ExhibitLabel? {
    let weight = rarity.sum(statement)
    let captions = places.map { place in
      let all = place.captionWeight + weight
      return (place.label, rarity.likeness(place.caption, statement, telling: all))
    }
    if let best = Self.best(captions), best.share > Self.captionLikeness { return best.label }
    let shares = places.map { place in
      (label: place.label, share: rarity.share(of: statement, in: place.words, telling: weight))
    }
    guard let best = Self.best(shares), statement.count >= Self.leastWords else { return nil }
    if best.share >= Self.wordShare { return best.label }
    guard isSummary, best.share >= Self.summaryShare else { return nil }
    // Of results that tell about as much of it, the first is the main one.
    return shares.first { $0.share >= Self.nearlyBest * best.share }?.label
  }

  /// Whether an exhibit measures how training goes.
  func measureTraining(_ label: ExhibitLabel) -> Bool {
    places.contains { $0.label == label && $0.measuresTraining }
  }

  /// The exhibit on training whose surroundings hold most words of a statement.
  func nearestOnTraining(to statement: Set<String>) -> ExhibitLabel? {
    let shares = places.filter(\.measuresTraining).map { place in
      (place.label, rarity.share(of: statement, in: place.words))
    }
    return Self.best(shares).flatMap { $0.share >= Self.trainingShare ? $0.label : nil }
  }

  /// The result that the section of a sentence named last before it, or else first after it, if its
  /// surroundings hold some of the sentence's words.
  func lastNamed(before atom: Atom, _ words: Set<String>, isSummary: Bool) -> ExhibitLabel? {
    guard let all = naming[atom.section], !words.isEmpty else { return nil }
    let told = all.filter { !$0.sends }
    let named = told.isEmpty ? all : told
    // What a section tells of its only result needs few of its words; where a paper opens and ends, it
    // tells of all.
    let isAlone = !isSummary && Set(named.flatMap(\.labels)).count == 1
    let least = isAlone ? Self.aloneShare : Self.sectionShare
    let before = named.last { $0.span < atom.span }?.labels ?? []
    let after = named.first { atom.span < $0.span }?.labels ?? []
    return (before + after).first { label in
      places.first { $0.label == label }.map {
        rarity.share(of: words, in: $0.words) >= least
      } ?? false
    }
  }

  /// The index of the sentence that stands nearest to where a section names an exhibit, if they
  /// share words.
  func nearest(to label: ExhibitLabel, below sentences: [(atom: Atom, words: Set<String>)]) -> Int?
  {
    guard let place = places.first(where: { $0.label == label }) else { return nil }
    var best: (distance: Int, index: Int)?
    for (index, sentence) in sentences.enumerated() {
      guard rarity.share(of: sentence.words, in: place.words) >= Self.sectionShare else { continue }
      for named in naming[sentence.atom.section] ?? [] where named.labels.contains(label) {
        let start = Int(named.span.bytes.lowerBound)
        let distance = abs(start - Int(sentence.atom.span.bytes.lowerBound))
        if distance < best?.distance ?? Int.max { best = (distance, index) }
      }
    }
    return best?.index ?? nearest(to: place, besides: sentences)
  }

  /// The index of the sentence of the same part of the paper that shares most words with what is
  /// around an exhibit.
  private func nearest(
    to place: Place, besides sentences: [(atom: Atom, words: Set<String>)]
  ) -> Int? {
    // What a section tells of its only result needs few of its words.
    let isAlone = places.count { $0.section == place.section } == 1
    let shares = sentences.map { sentence -> Double in
      let shared = sentence.words.intersection(place.words).count
      let isBeside = isAlone && sentence.atom.section == place.section
      guard tops[sentence.atom.section] == tops[place.section],
        shared >= (isBeside ? 1 : Self.leastShared)
      else { return 0 }
      let share = rarity.share(of: sentence.words, in: place.words)
      return isBeside ? max(share, Self.sectionShare) : share
    }
    guard let most = shares.max(), most >= Self.sectionShare else { return nil }
    return shares.firstIndex(of: most)
  }

  /// The index of the statement of which an exhibit's surroundings hold most words, if they are enough.
  func nearest(to label: ExhibitLabel, among statements: [Set<String>]) -> Int? {
    guard let place = places.first(where: { $0.label == label }) else { return nil }
    let shares = statements.map { words in
      words.count < Self.leastWords ? 0 : rarity.share(of: words, in: place.words)
    }
    guard let best = shares.max(), best >= Self.statementShare else { return nil }
    return shares.firstIndex(of: best)
  }

  /// The first of the highest.
  private static func best(_ shares: [(label: ExhibitLabel, share: Double)])
    -> (label: ExhibitLabel, share: Double)?
  {
    shares.max { ($0.share, $1.label.description) < ($1.share, $0.label.description) }
  }
}
