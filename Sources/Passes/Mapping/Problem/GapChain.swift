internal import IR

/// Ties a gap to what it rests on, to what was tried, and to why that does not close it.
struct GapChain {
  let opening: Opening
  let observations: [Observation]

  func gap(_ atom: Atom, _ id: EntityID<Gap>, besides gaps: [Atom]) -> Gap {
    let statement = opening.view.grounded(atom.span)
    let attempt = attempt(at: atom, besides: gaps)
    return Gap(
      id: id, title: Title.make(of: statement) ?? statement, statement: statement,
      causedBy: cause(of: atom).map { [$0] } ?? [],
      existingAttempts: Stated(attempt.map { opening.view.grounded($0.span) }),
      whyTheyFail: Stated(
        failure(of: attempt, at: atom).map { opening.view.grounded($0.span) }))
  }

  /// A gap rests on what was said before it; the nearest observation says it.
  private func cause(of atom: Atom) -> EntityID<Observation>? {
    let before = observations.last {
      ($0.statement.spans.first.map { $0 < atom.span }) ?? false
    }
    return (before ?? observations.first)?.id
  }

  /// Words in common that make a sentence one about the same matter.
  private static let alike = 0.12

  /// The cited work on the matter of a gap: the sentence most like it that tells what others do.
  private func attempt(at atom: Atom, besides gaps: [Atom]) -> Atom? {
    let view = opening.view
    let words = Set(Wording.content(view.text(of: atom.span)))
    let filed = Set(observations.flatMap(\.statement.spans))
    var best: (atom: Atom, similarity: Double)?
    for other in opening.early
    where !other.citations.isEmpty && !opening.isOwn(other) && !gaps.contains(other)
      && !filed.contains(other.span)
    {
      let text = view.text(of: other.span)
      let similarity = Wording.similarity(words, Set(Wording.content(text)))
      guard similarity > max(Self.alike, best?.similarity ?? 0),
        !ProblemCues.attempts.matches(in: CueWords(text)).isEmpty
      else { continue }
      best = (other, similarity)
    }
    return best?.atom
  }

  private static let reasons: Set<String> = [
    "this", "because", "since", "these", "such", "as", "however", "but", "yet", "unfortunately",
  ]

  /// What is said against an attempt right behind it, or why the gap is there.
  private func failure(of attempt: Atom?, at gap: Atom) -> Atom? {
    [attempt, gap].lazy.compactMap { $0.flatMap(opening.next) }.first { next in
      guard next != gap, !opening.isOwn(next) else { return false }
      let words = opening.view.sentence(next.span).words
      return words.first.map(Self.reasons.contains) == true && opening.gapWeight(next, words) > 0
        && ProblemCues.vetoes.matches(in: words).isEmpty
    }
  }
}
