internal import IR

/// Chooses which sentences become claims.
///
/// The likeliest of the paper come first, then the likeliest of each paragraph, so that no part
/// of the results goes without; at last each table and figure of results that no claim rests on
/// gets one from the sentences around it. Sentences that say the same become one claim.
struct ClaimSelection {
  let atoms: Atoms
  let view: PaperView
  let near: ExhibitSurroundings
  private let candidates: [ClaimCandidate]
  /// What captions say.
  let captions: [ClaimCandidate]
  let refused: Set<SourceSpan>
  private let names: NameDeletion
  let own: OwnNames
  let filed: FiledLimits
  private let values: TableValues
  /// The content words of the title.
  private let ownName: Set<String>

  /// Claims of any part of the paper, and claims at all but for those of tables and figures.
  private static let leading = 20
  static let limit = 48
  /// Content words, those of the paper's title apart, of a claim that is none of the leading ones:
  /// what lives on names is no conclusion that anybody reuses.
  private static let leastWords = 8
  /// What a claim and a sentence that it rests on have in common of all that they tell; more where
  /// the sentence is to say which table or figure shows the claim.
  private static let supporting = 0.14
  private static let showing = 0.3
  /// What it counts that both speak of one table or figure.
  private static let sharing = 0.06
  /// The weight of the cues of a sentence that tells a finding wherever it stands.
  private static let plain = 4

  init(_ atoms: Atoms, _ view: PaperView, _ names: NameDeletion, refused: Set<SourceSpan>) {
    self.atoms = atoms
    self.view = view
    self.names = names
    self.refused = refused
    ownName = Set(Wording.content(view.paper.metadata.title?.value ?? ""))
    own = .of(view, atoms)
    let filed = FiledLimits(atoms, view, own)
    self.filed = filed
    candidates = ClaimCandidate.all(atoms, view).filter {
      !refused.contains($0.atom.span) && !filed.hold($0.atom)
    }
    captions = ClaimCandidate.captions(atoms, view).filter {
      !refused.contains($0.atom.span) && !filed.hold($0.atom)
    }
    near = ExhibitSurroundings(atoms, view, claims: candidates + captions)
    values = TableValues(view)
  }

  /// In the order of the paper.
  func drafts() -> [ClaimDraft] {
    var drafts: [ClaimDraft] = []
    var left: [ClaimCandidate] = []
    let claiming = candidates.filter { !OwnActs.onlyProposes($0.sentence.value) }
    for candidate in claiming.isEmpty ? candidates : claiming {
      if drafts.count >= Self.leading {
        left.append(candidate)
      } else {
        add(candidate, to: &drafts)
      }
    }
    while !left.isEmpty, drafts.count < Self.limit {
      var paragraphs: Set<Int> = []
      var later: [ClaimCandidate] = []
      for candidate in left {
        guard candidate.words.subtracting(ownName).count >= Self.leastWords else { continue }
        if drafts.count < Self.limit, paragraphs.insert(candidate.atom.block).inserted {
          add(candidate, to: &drafts)
        } else {
          later.append(candidate)
        }
      }
      left = later
    }
    for index in drafts.indices {
      ground(&drafts[index])
      support(&drafts[index])
    }
    for index in drafts.indices { drafts[index].exhibits = exhibits(of: drafts[index]) }
    drafts += uncovered(drafts)
    caption(&drafts)
    show(&drafts)
    attach(to: &drafts)
    for index in drafts.indices where named(by: drafts[index]).isEmpty {
      guard let table = printed(drafts[index]) else { continue }
      drafts[index].exhibits = [table] + training(drafts[index], besides: [table])
    }
    drafts.removeAll(where: isAdrift)
    drafts += readings(besides: drafts)
    drafts = RepeatedClaims.merged(drafts)
    drafts += theorems(besides: drafts)
    return drafts.sorted { $0.basis[0].atom.span < $1.basis[0].atom.span }
  }

  /// Whether a sentence tells neither of the work nor of what was found, and stands neither among
  /// results nor beside a table, a figure or a number that shows it.
  private func isAdrift(_ draft: ClaimDraft) -> Bool {
    let section = draft.basis[0].atom.section
    let role = SectionRole(of: section, in: view)
    let isAmongResults =
      role == .experiments && !FindingContext.isSetup(section, view) || role == .limitations
      || sumsUp(draft.basis[0].atom)
    return !isAmongResults && draft.exhibits.isEmpty
      && draft.basis.allSatisfy { basis in
        !basis.hasNumbers && !ClaimCandidate.speaksOfItself(Sentence(basis.sentence.value), view)
          && !own.areNamed(in: basis.sentence.value)
          && ClaimCandidate.strength(basis.atom) < Self.plain
      }
  }

  private func theorems(besides drafts: [ClaimDraft]) -> [ClaimDraft] {
    TheoremClaims.drafts(atoms, view, refused: refused).filter { theorem in
      !drafts.contains { $0.isAbout(theorem.words) }
    }
  }

  /// Makes a claim of a sentence, or the sentence one more that a claim rests on.
  private func add(_ candidate: ClaimCandidate, to drafts: inout [ClaimDraft]) {
    if let same = drafts.firstIndex(where: {
      $0.isAbout(candidate.words) || $0.tells(candidate) || $0.proposes(candidate)
    }) {
      if drafts[same].basis.count < ClaimDraft.basisLimit { drafts[same].basis.append(candidate) }
      prefer(candidate, in: &drafts[same])
    } else if let draft = ClaimDraft(candidate, atoms, view) {
      // A sentence that needs the one before it goes on with that one's claim.
      if let head = drafts.firstIndex(where: { draft.goesOn($0) }) {
        if drafts[head].basis.count < ClaimDraft.basisLimit { drafts[head].basis.append(candidate) }
      } else {
        drafts.append(draft)
      }
    }
  }

  /// Has a claim that lives on names state what a sentence that says the same says better.
  private func prefer(_ candidate: ClaimCandidate, in draft: inout ClaimDraft) {
    guard names.livesOnNames(draft.statement.value), draft.isAbout(candidate.words),
      let fuller = ClaimDraft(candidate, atoms, view), fuller.isHedged == draft.isHedged,
      !names.livesOnNames(fuller.statement.value)
    else { return }
    draft = ClaimDraft(
      statement: fuller.statement, isHedged: fuller.isHedged, basis: draft.basis)
  }

  /// Adds the sentences with numbers, or with tables, that say the same.
  private func support(_ draft: inout ClaimDraft) {
    let known = Set(draft.basis.map(\.atom.span))
    let statement = draft.telling
    let labels = Set(draft.basis.flatMap(\.topics))
    let weight = near.weight(of: statement)
    let others = zip(candidates + captions, near.claimWeights).filter { candidate, _ in
      !known.contains(candidate.atom.span)
        && (candidate.hasNumbers || !candidate.atom.exhibits.isEmpty)
    }.map { candidate, own in
      let shared = labels.isDisjoint(with: candidate.topics) ? 0 : Self.sharing
      let likeness = near.likeness(candidate, statement, telling: own + weight)
      return (candidate: candidate, likeness: likeness + shared)
    }
    .filter { $0.likeness > Self.supporting }
    .sorted { ($1.likeness, $0.candidate.atom.span) < ($0.likeness, $1.candidate.atom.span) }
    for (candidate, _) in others where draft.basis.count < ClaimDraft.basisLimit {
      draft.basis.append(candidate)
    }
  }

  // MARK: Tables and figures

  /// Has what says something in numbers alone, and is no statement without them, stand behind the
  /// claim of its paragraph that is most like it; what is likely a finding behind one of its section
  /// where its paragraph has none.
  private func attach(to drafts: inout [ClaimDraft]) {
    let known = Set(drafts.flatMap { $0.basis.map(\.atom.span) + $0.statement.spans })
    for candidate in candidates
    where candidate.hasNumbers && !known.contains(candidate.atom.span) {
      let isLikely = candidate.atom.odds(of: .finding) >= ClaimCandidate.certain
      guard
        let index = home(of: candidate, among: drafts, above: Self.sharing, where: { $0.block })
          ?? (isLikely
            ? home(of: candidate, among: drafts, above: Self.supporting, where: { $0.section })
            : nil),
        ClaimDraft(candidate, atoms, view) == nil
      else { continue }
      drafts[index].basis.append(candidate)
    }
  }

  /// The claim of a place that is most like a sentence.
  private func home(
    of candidate: ClaimCandidate, among drafts: [ClaimDraft], above least: Double,
    where place: (Atom) -> Int
  ) -> Int? {
    let beside = drafts.indices.filter { index in
      drafts[index].basis.count < ClaimDraft.basisLimit
        && place(drafts[index].basis[0].atom) == place(candidate.atom)
        && (candidate.topics.isEmpty
          || !Set(candidate.topics).isDisjoint(with: drafts[index].exhibits))
    }
    let likeness = beside.map { near.likeness(candidate, drafts[$0].telling) }
    guard let most = likeness.max(), most > least else { return nil }
    return likeness.firstIndex(of: most).map { beside[$0] }
  }

  /// The results that its sentences speak of and those that any sentence quoted for it names, else
  /// the one that its section or the sentence that says most of the same speaks of, else the one
  /// whose surroundings hold its words. Where a paper opens and ends, the figure that stands by
  /// shows nothing of most that is said.
  func exhibits(of draft: ClaimDraft) -> [ExhibitLabel] {
    var labels = namedHere(draft).map { [$0] } ?? named(by: draft)
    if labels.isEmpty {
      let statement = draft.telling
      let support = draft.basis.dropFirst().lazy
        .filter { near.likeness($0, statement) > Self.showing }
        .map { results(of: [$0]) }.first { !$0.isEmpty }
      let isSummary = sumsUp(draft.basis[0].atom)
      let named = near.lastNamed(
        before: draft.basis[0].atom, statement, isSummary: isSummary
      ).map { [$0] }
      let nearest =
        isSummary || tellsOfExhibits(draft.basis[0].atom.section)
        ? near.nearest(to: statement, isSummary: isSummary).map { [$0] } : nil
      labels = (isSummary ? support ?? nearest ?? named : named ?? support ?? nearest) ?? []
    }
    return Array(labels.prefix(4)) + training(draft, besides: labels)
  }

  /// Whether a section, or one that it holds, has or names results in tables and figures: what
  /// another one finds was found without them. The abstract tells of all.
  private func tellsOfExhibits(_ section: Int) -> Bool {
    func holds(_ other: Int) -> Bool { SetupReach.lineage(of: other, view).contains(section) }
    return section == 0
      || view.exhibits.contains { holds($0.section) && ResultExhibit.isResult($0, view) }
      || atoms.atoms.contains {
        !$0.exhibits.isEmpty && holds($0.section) && !results($0.exhibits).isEmpty
      }
  }

  private func named(by draft: ClaimDraft) -> [ExhibitLabel] {
    let said = draft.basis.filter { draft.isAbout($0.words) || draft.tells($0) }
    let labels = results(of: [draft.basis[0]] + said)
    return labels + results(draft.basis.flatMap(\.atom.exhibits)).filter { !labels.contains($0) }
  }

  /// What the section of a claim named last, where no sentence quoted for it there names anything: what
  /// another section says in like words is shown by other results.
  private func namedHere(_ draft: ClaimDraft) -> ExhibitLabel? {
    let own = draft.basis[0].atom
    let beside = draft.basis.filter {
      $0.atom.section == own.section || draft.isAbout($0.words) || draft.tells($0)
    }
    guard !sumsUp(own), results(beside.flatMap(\.topics)).isEmpty else { return nil }
    return near.lastNamed(before: own, draft.telling, isSummary: false)
  }

  /// The table that has the numbers of its sentences.
  private func printed(_ draft: ClaimDraft) -> ExhibitLabel? {
    values.table(
      printing: draft.basis.map(\.sentence.value).joined(separator: " "), atLeast: 2)
  }

  private func sumsUp(_ atom: Atom) -> Bool {
    [.introduction, .conclusion].contains(SectionRole(of: atom.section, in: view))
  }

  private func results(of sentences: [ClaimCandidate]) -> [ExhibitLabel] {
    results(sentences.flatMap { sumsUp($0.atom) ? $0.atom.exhibits : $0.topics })
  }

  private func results(_ named: [ExhibitLabel]) -> [ExhibitLabel] {
    named.reduce(into: []) { labels, label in
      if !labels.contains(label), let exhibit = view.exhibit(label),
        ResultExhibit.isResult(exhibit, view)
      {
        labels.append(label)
      }
    }
  }

  /// What a claim on training is measured by, where none of its results does that.
  private func training(_ draft: ClaimDraft, besides labels: [ExhibitLabel]) -> [ExhibitLabel] {
    guard TrainingBehaviour.isMeant(by: draft.statement.value),
      !labels.contains(where: near.measureTraining)
    else { return [] }
    return near.nearestOnTraining(to: draft.telling).map { [$0] } ?? []
  }
}
