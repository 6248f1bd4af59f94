internal import IR

/// Finds what a method holds for, what a study looks at and nothing else, and on what terms it compares.
struct BoundaryFinder {
  let view: PaperView

  /// In the order of the paper.
  ///
  /// - Parameter others: What plays another part: limits, gaps, assumptions.
  func boundaries(_ atoms: [Atom], besides others: [SourceSpan]) -> [SourceSpan] {
    var found: [SourceSpan] = []
    var paragraph: [Atom] = []
    var opened: Int?
    for atom in atoms {
      if paragraph.last?.block != atom.block { paragraph = [] }
      let opens = opened != atom.section && !view.isHead(atom)
      if opens { opened = atom.section }
      defer { paragraph.append(atom) }
      let sentence = view.sentence(atom.span)
      let words = sentence.words
      guard isBoundary(atom, sentence) || opens && isSetting(atom, sentence),
        !others.contains(where: { $0.contains(atom.span) })
      else { continue }
      let isOfSides = words.first.map(Self.sides.contains) == true
      found.append(
        isOfSides
          ? Antecedent(view: view).span(of: atom, words, behind: paragraph) { before in
            found.last?.bytes.upperBound != before.bytes.upperBound && !others.contains(before)
          } : atom.span)
    }
    return found
  }

  private func isBoundary(_ atom: Atom, _ sentence: Sentence) -> Bool {
    let words = sentence.words
    let role = SectionRole(of: atom.section, in: view)
    guard role != .related, !NoClaim.addresses(words),
      LimitPlace(of: atom, in: view).openness != .closed
    else { return false }
    let isCondition =
      [.method, .other].contains(role) && atom.citations.isEmpty
      && !AssumptionCues.boundaries.matches(in: words).isEmpty
    let excludes =
      ![.introduction, .conclusion].contains(role) && atom.citations.isEmpty && sentence.isWhole
      && !AssumptionCues.exclusions.matches(in: words).isEmpty
    let shares =
      role == .experiments && sentence.isWhole
      && !AssumptionCues.shared.matches(in: words).isEmpty
    return isCondition || excludes || shares
      || !sentence.text.has("“") && restricts(words, in: role)
  }

  /// Whether the first sentence of a section of the method says what it is for.
  private func isSetting(_ atom: Atom, _ sentence: Sentence) -> Bool {
    [.method, .other].contains(SectionRole(of: atom.section, in: view))
      && !view.paper.sections[atom.section].isAppendix && atom.citations.isEmpty
      && sentence.isWhole && !AssumptionCues.settings.matches(in: sentence.words).isEmpty
  }

  /// Whether a sentence restricts the study. What results focus on is one of many, what they are
  /// restricted to is not.
  private func restricts(_ words: CueWords, in role: SectionRole) -> Bool {
    let isOwn = !LimitCues.own.matches(in: words).isEmpty
    let isScope =
      isOwn
      && ([.introduction, .method, .other].contains(role)
        || words.hold("restrict", "restricted", "confine", "confined"))
      && !AssumptionCues.scope.matches(in: words).isEmpty
      && AssumptionCues.scopeVetoes.matches(in: words).isEmpty
    // `Both models are trained under identical conditions.` speaks of what was just named.
    let compares =
      (isOwn || role != .introduction && words.first.map(Self.sides.contains) == true)
      && !AssumptionCues.terms.matches(in: words).isEmpty
    return (isScope || compares) && ProblemCues.listings.matches(in: words).isEmpty
  }

  private static let sides: Set<String> = ["both", "all"]
}
