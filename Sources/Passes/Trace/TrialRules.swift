internal import IR

/// What came of varying something of the authors' own, where the running text tells it: taken by how
/// much its words and its place speak for it, whatever it is told in.
///
/// Sentences that follow one another are one trial.
struct TrialRules {
  let view: PaperView
  let atoms: Atoms
  let results: ReportedResults

  /// Odds from which a sentence tells of a trial, and what it is worth to stand in the study of a
  /// factor.
  private static let least = -34
  private static let study = 16
  /// From here the form of a sentence that only says what was done counts for nothing.
  private static let sure = -16
  /// A long paper tells of a trial in one of so many sentences, and of no more than a tree can show.
  private static let share = 12
  private static let fewest = 8
  private static let most = 24
  private static let longest = 600
  private static let sameness = 0.5

  /// In the order of the paper. `told`: what other nodes tell.
  func trials(besides told: [Grounded<String>]) -> [PaperTrial] {
    var known = told.map { Set(Wording.content($0.value)) }
    let spans = told.flatMap(\.spans)
    let odds = odds(besides: spans)
    let ranked = odds.keys.sorted { (odds[$1] ?? 0, $0) < (odds[$0] ?? 0, $1) }
    let limit = min(Self.most, max(Self.fewest, atoms.atoms.count / Self.share))
    var trials: [(index: Int, trial: PaperTrial)] = []
    var taken: Set<Int> = []
    for index in ranked where trials.count < limit && !taken.contains(index) {
      let worth = isStudied(index) ? Self.study : 0
      guard results.tells(atoms.atoms[index], worth: worth) else { continue }
      let words = Set(Wording.content(view.text(of: atoms.atoms[index].span)))
      guard !known.contains(where: { Wording.similarity($0, words) > Self.sameness }) else {
        continue
      }
      known.append(words)
      let passage = passage(around: index, in: odds, besides: taken)
      taken.formUnion(passage)
      trials.append((index, trial(index, passage)))
    }
    return trials.sorted { $0.index < $1.index }.map(\.trial)
  }

  /// What speaks for each sentence that can tell a trial, by its index.
  private func odds(besides told: [SourceSpan]) -> [Int: Int] {
    var odds: [Int: Int] = [:]
    for (index, atom) in atoms.atoms.enumerated() {
      // A setback is what came of a trial, too.
      let own = max(atom.odds(of: .trial), atom.odds(of: .setback))
      guard own >= Self.least - Self.study else { continue }
      let worth = own + (isStudied(index) ? Self.study : 0)
      guard worth >= Self.least, isTold(index),
        !told.contains(where: { $0.bytes.overlaps(atom.span.bytes) })
      else { continue }
      odds[index] = worth
    }
    return odds
  }

  /// Whether a sentence stands in the study of a factor.
  private func isStudied(_ index: Int) -> Bool {
    let atom = atoms.atoms[index]
    let head = view.paper.blocks[atom.block].lead.map(view.text(of:))
    return StudyRules.isStudy(view.paper.sections[atom.section].title.value)
      || head.map(StudyRules.isStudy) ?? false
  }

  /// Whether a sentence says alone what came of something, where results are told.
  private func isTold(_ index: Int) -> Bool {
    let atom = atoms.atoms[index]
    guard results.isUsable(atom), atom.weight(of: .future) == 0, !view.isFormal(atom.section)
    else { return false }
    switch SectionRole(of: atom.section, in: view) {
    case .experiments, .appendix, .other: break
    case .introduction, .related, .method, .limitations, .conclusion: return false
    }
    let sentence = view.sentence(atom.span)
    return !draws(index) && !NoClaim.holds(of: sentence, citing: !atom.citations.isEmpty)
      && (atom.odds(of: .trial) >= Self.sure || !NoClaim.isAside(sentence, mayPropose: false))
  }

  /// Whether a sentence only concludes from the one before it.
  private func draws(_ index: Int) -> Bool {
    Lesson.begins(view.text(of: atoms.atoms[index].span))
  }

  /// The sentence, with those of its paragraph that go on with it; with the one before where it points
  /// back at that.
  private func passage(around index: Int, in odds: [Int: Int], besides taken: Set<Int>)
    -> ClosedRange<Int>
  {
    let own = atoms.atoms[index]
    func isOf(_ other: Int) -> Bool {
      atoms.atoms.indices.contains(other) && atoms.atoms[other].block == own.block
        && !taken.contains(other)
        && results.isUsable(atoms.atoms[other])
    }
    let sentence = view.sentence(own.span)
    let pointsBack = DanglingSubject.begins(sentence) || DanglingSubject.pointsBack(sentence.text)
    let first = pointsBack && isOf(index - 1) ? index - 1 : index
    var last = index
    while isOf(last + 1), odds[last + 1] != nil || draws(last + 1),
      atoms.atoms[last + 1].span.bytes.upperBound - atoms.atoms[first].span.bytes.lowerBound
        <= Self.longest
    { last += 1 }
    return first...last
  }

  private func trial(_ index: Int, _ passage: ClosedRange<Int>) -> PaperTrial {
    let surroundings = Surroundings(view: view, atoms: atoms)
    let own = view.grounded(atoms.atoms[index].span)
    let result = surroundings.text(from: passage.lowerBound, to: passage.upperBound) ?? own
    let topics = atoms.topics(ofAtom: index)
    let node = TraceNode(
      id: EntityID(1), title: Title.make(of: passage.lowerBound < index ? result : own) ?? own,
      kind: .experiment(result: result),
      support: .explicit,
      sourceRefs: topics.map { Grounded($0.description, [atoms.atoms[index].span]) }
        + [view.label(ofSection: atoms.atoms[index].section)],
      description: surroundings.description(ofAtom: passage.lowerBound), exhibits: topics)
    return PaperTrial(node: node, span: atoms.atoms[index].span, topics: topics)
  }
}
