internal import IR

/// The words around each table and figure that reports results: its caption, and the sentences
/// that speak of it.
struct ExhibitSurroundings {
  private struct Place {
    let label: ExhibitLabel
    /// The content words of the caption, and of all texts.
    let caption: Set<String>
    let words: Set<String>
  }

  private let places: [Place]

  private static let captionSimilarity = 0.15
  private static let wordShare = 0.6
  private static let halfShare = 0.5
  private static let leastWords = 4

  init(_ atoms: Atoms, _ view: PaperView) {
    var sentences: [ExhibitLabel: [String]] = [:]
    for index in atoms.atoms.indices {
      for label in atoms.topics(ofAtom: index) {
        sentences[label, default: []].append(view.text(of: atoms.atoms[index].span))
      }
    }
    places = view.exhibits.filter { ResultExhibit.isResult($0, view) }.map { exhibit in
      let caption = view.text(of: exhibit.caption)
      let words = Set(Wording.content(caption))
      return Place(
        label: exhibit.label, caption: words,
        words: words.union((sentences[exhibit.label] ?? []).flatMap(Wording.content)))
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
