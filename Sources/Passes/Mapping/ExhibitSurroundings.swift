internal import IR

/// The words around each table and figure that reports results: its caption, and the sentences
/// that speak of it.
struct ExhibitSurroundings {
  private struct Place {
    let label: ExhibitLabel
    let section: Int
    /// The content words of the caption, and of all texts.
    let caption: Set<String>
    let words: Set<String>
    /// Whether its caption or the head of a column names a measure of training.
    let measuresTraining: Bool
  }

  private let places: [Place]
  /// The top-level section of each section.
  private let tops: [Int]
  /// The sentences that name results, by the section that holds them.
  private let naming: [Int: [(span: SourceSpan, labels: [ExhibitLabel])]]

  private static let captionSimilarity = 0.15
  private static let wordShare = 0.6
  private static let halfShare = 0.5
  private static let trainingShare = 0.3
  private static let leastWords = 4
  private static let sectionShare = 0.25
  private static let leastShared = 3

  init(_ atoms: Atoms, _ view: PaperView) {
    var sentences: [ExhibitLabel: [String]] = [:]
    for index in atoms.atoms.indices {
      for label in atoms.topics(ofAtom: index) {
        sentences[label, default: []].append(view.text(of: atoms.atoms[index].span))
      }
    }
    let results = Set(
      view.exhibits.filter { ResultExhibit.isResult($0, view) }.map(\.label))
    var naming: [Int: [(span: SourceSpan, labels: [ExhibitLabel])]] = [:]
    for atom in atoms.atoms where !atom.exhibits.isEmpty {
      let labels = atom.exhibits.filter(results.contains)
      if !labels.isEmpty { naming[atom.section, default: []].append((atom.span, labels)) }
    }
    self.naming = naming
    tops = view.paper.sections.indices.map { view.topLevel(of: $0) }
    places = view.exhibits.filter { ResultExhibit.isResult($0, view) }.map { exhibit in
      let caption = view.text(of: exhibit.caption)
      let words = Set(Wording.content(caption))
      let names = exhibit.grids.flatMap { grid in
        grid.rows.prefix(grid.headerRows).joined() + grid.rows.compactMap(\.first)
      }.compactMap(\.span).flatMap { Wording.content(view.text(of: $0)) }
      return Place(
        label: exhibit.label, section: exhibit.section, caption: words,
        words: words.union(names).union((sentences[exhibit.label] ?? []).flatMap(Wording.content)),
        measuresTraining: ExhibitMeasures.names(of: exhibit, view).contains {
          TrainingBehaviour.isMeasured(by: $0.value.lowercase)
        })
    }
  }

  /// The exhibit that a statement is about though no sentence says so: the one whose caption is
  /// near in words, else the one whose surroundings hold most of the statement's words.
  func nearest(to statement: String) -> ExhibitLabel? {
    let wanted = Set(Wording.content(statement))
    let captions = places.map { ($0.label, Wording.similarity($0.caption, wanted)) }
    if let best = Self.best(captions), best.share > Self.captionSimilarity { return best.label }
    let shares = places.map { place in
      (place.label, Double(wanted.intersection(place.words).count) / Double(max(wanted.count, 1)))
    }
    guard let best = Self.best(shares), best.share >= Self.wordShare,
      wanted.count >= Self.leastWords
    else { return nil }
    return best.label
  }

  /// Whether an exhibit measures how training goes.
  func measureTraining(_ label: ExhibitLabel) -> Bool {
    places.contains { $0.label == label && $0.measuresTraining }
  }

  /// The exhibit on training whose surroundings hold most words of a statement.
  func nearestOnTraining(to statement: String) -> ExhibitLabel? {
    let wanted = Set(Wording.content(statement))
    let shares = places.filter(\.measuresTraining).map { place in
      (place.label, Double(wanted.intersection(place.words).count) / Double(max(wanted.count, 1)))
    }
    return Self.best(shares).flatMap { $0.share >= Self.trainingShare ? $0.label : nil }
  }

  /// The result that the section of a sentence named last before it, or else first after it, if its
  /// surroundings hold some of the sentence's words.
  func lastNamed(before atom: Atom, _ words: Set<String>) -> ExhibitLabel? {
    guard let named = naming[atom.section], !words.isEmpty else { return nil }
    let before = named.last { $0.span < atom.span }?.labels ?? []
    let after = named.first { atom.span < $0.span }?.labels ?? []
    return (before + after).first { label in
      guard let place = places.first(where: { $0.label == label }) else { return false }
      let shared = Double(words.intersection(place.words).count)
      return shared / Double(words.count) >= Self.sectionShare
    }
  }

  /// The index of the sentence that stands nearest to where a section names an exhibit, if they
  /// share words.
  func nearest(to label: ExhibitLabel, below sentences: [(atom: Atom, words: Set<String>)]) -> Int?
  {
    guard let place = places.first(where: { $0.label == label }) else { return nil }
    var best: (distance: Int, index: Int)?
    for (index, sentence) in sentences.enumerated() {
      let share = Double(sentence.words.intersection(place.words).count)
      guard share >= Self.sectionShare * Double(max(sentence.words.count, Self.leastWords)) else {
        continue
      }
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
    let shares = sentences.map { sentence -> Double in
      let shared = sentence.words.intersection(place.words).count
      guard tops[sentence.atom.section] == tops[place.section], shared >= Self.leastShared else {
        return 0
      }
      return Double(shared) / Double(max(sentence.words.count, Self.leastWords))
    }
    guard let most = shares.max(), most >= Self.sectionShare else { return nil }
    return shares.firstIndex(of: most)
  }

  /// The index of the statement of which an exhibit's surroundings hold most words, if it is half.
  func nearest(to label: ExhibitLabel, among statements: [String]) -> Int? {
    guard let place = places.first(where: { $0.label == label }) else { return nil }
    let shares = statements.map { statement in
      let wanted = Set(Wording.content(statement))
      return Double(wanted.intersection(place.words).count)
        / Double(max(wanted.count, Self.leastWords))
    }
    guard let best = shares.max(), best >= Self.halfShare else { return nil }
    return shares.firstIndex(of: best)
  }

  /// The first of the highest.
  private static func best(_ shares: [(label: ExhibitLabel, share: Double)])
    -> (label: ExhibitLabel, share: Double)?
  {
    shares.max { ($0.share, $1.label.description) < ($1.share, $0.label.description) }
  }
}
