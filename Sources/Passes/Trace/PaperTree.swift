internal import IR

/// The tree that a paper's own text supports.
struct PaperTree {
  let view: PaperView
  let atoms: Atoms
  /// Sentences that a finding refused.
  let refused: Set<SourceSpan>

  private let own: OwnNames

  init(view: PaperView, atoms: Atoms, refused: Set<SourceSpan>) {
    self.view = view
    self.atoms = atoms
    self.refused = refused
    own = OwnNames(view, atoms)
  }

  private static let decisionLimit = 10
  private static let deadEndLimit = 12

  /// The central question with everything below it.
  func root(
    problem: Problem, title: Grounded<String>?, experiments: Experiments, claims: Claims
  ) -> TraceNode? {
    guard let description = question(problem) ?? title else { return nil }
    let heading = title.map {
      Grounded(
        "How far does this hold: \($0.value)?", $0.spans, .computed("question form of the title"))
    }
    var node = TraceNode(
      id: EntityID(1), title: heading ?? description, kind: .question, support: .inferred,
      sourceRefs: references(to: description), description: description)
    // Each stands once: under the first experiment that it is about, or under the question.
    var deadEnds = deadEnds()
    let trials = experiments.experiments.map { experiment -> TraceNode in
      let own = deadEnds.filter { belongs($0, to: experiment) }
      deadEnds.removeAll { deadEnd in own.contains { $0.span == deadEnd.span } }
      return self.node(for: experiment, claims, deadEnds: own.map(\.node))
    }
    node.children = decisions() + trials + deadEnds.map(\.node)
    return node
  }

  private func question(_ problem: Problem) -> Grounded<String>? {
    let asked = atoms.atoms.first {
      $0.weight(of: .question) >= 3 && SectionRole(of: $0.section, in: view) != .related
        && isUsable($0)
    }
    return asked.map { view.grounded($0.span) } ?? problem.gaps.first?.statement
      ?? problem.insight.statement.grounded
  }

  private func isUsable(_ atom: Atom) -> Bool {
    let text = view.text(of: atom.span)
    return Wording.isSentence(text) && text.count < 600 && !refused.contains(atom.span)
  }

  private func references(to text: Grounded<String>) -> [Grounded<String>] {
    guard let span = text.spans.first,
      let block = view.paper.blocks.first(where: { $0.span.contains(span) })
    else { return [] }
    return [view.label(ofSection: block.section)]
  }

  private func references(to atom: Atom) -> [Grounded<String>] {
    atom.exhibits.map { Grounded($0.description, [atom.span]) } + [
      view.label(ofSection: atom.section)
    ]
  }

  // MARK: Experiments

  private func node(for experiment: Experiment, _ claims: Claims, deadEnds: [TraceNode])
    -> TraceNode
  {
    let fallback = experiment.exhibits.first.flatMap { view.exhibit($0) }.map {
      view.grounded($0.caption)
    }
    let claimed = claims.claims.first { claim in
      ProofRelation.experiments(for: claim, among: [experiment], view) == [experiment.id]
    }
    let result =
      spoken(of: experiment.exhibits).map { view.grounded($0.span) } ?? fallback
      ?? claimed?.basis.first ?? experiment.expectedOutcome.first ?? experiment.title
    var references = experiment.exhibits.compactMap { label in
      view.exhibit(label).map { Grounded(label.description, [$0.caption]) }
    }
    if references.isEmpty {
      references = experiment.sections.prefix(1).map { view.label(ofSection: $0) }
    }
    return TraceNode(
      id: EntityID(1), title: experiment.title, kind: .experiment(result: result),
      support: .explicit,
      sourceRefs: references, exhibits: experiment.exhibits, children: deadEnds)
  }

  /// The sentence that says what a table or figure shows, else one that names it.
  private func spoken(of exhibits: [ExhibitLabel]) -> Atom? {
    guard !exhibits.isEmpty else { return nil }
    let own = atoms.atoms.indices.filter { index in
      atoms.topics(ofAtom: index).contains(where: exhibits.contains)
        && isUsable(atoms.atoms[index])
    }.map { atoms.atoms[$0] }
    func names(_ atom: Atom) -> Bool { exhibits.contains(where: atom.exhibits.contains) }
    func reports(_ atom: Atom, atLeast weight: Int) -> Bool {
      atom.weight(of: .result) + atom.weight(of: .comparison) >= weight
        && SectionRole(of: atom.section, in: view) != .introduction
    }
    func finds(_ atom: Atom) -> Bool {
      !NoClaim.holds(of: view.text(of: atom.span), citing: !atom.citations.isEmpty)
    }
    return own.first { names($0) && reports($0, atLeast: 3) && finds($0) }
      ?? own.first { !names($0) && reports($0, atLeast: 2) && finds($0) }
      ?? own.first { names($0) && finds($0) }
  }

  // MARK: Decisions

  /// Choices that name what was not chosen.
  private func decisions() -> [TraceNode] {
    var nodes: [TraceNode] = []
    for atom in atoms.atoms
    where nodes.count < Self.decisionLimit && atom.weight(of: .choice) >= 2 && isUsable(atom) {
      let role = SectionRole(of: atom.section, in: view)
      // What did not help is a dead end, whatever it was tried instead of.
      guard role != .related, role != .limitations, atom.weight(of: .negative) < 3,
        atom.weight(of: .result) + atom.weight(of: .comparison) < 3, atom.weight(of: .future) == 0
      else { continue }
      let sentence = view.grounded(atom.span)
      guard let alternative = Alternative.find(in: sentence) ?? triedBefore(atom),
        isOwn(sentence, before: alternative)
      else { continue }
      // One choice that is told twice stands where its reason stands.
      if let same = nodes.firstIndex(where: { Self.rejects(alternative.value, in: $0) }) {
        if nodes[same].hasReason { continue }
        guard Reason.find(in: sentence) ?? reason(after: atom) != nil else { continue }
        nodes.remove(at: same)
      }
      let next = Reason.find(in: sentence) ?? reason(after: atom)
      nodes.append(
        TraceNode(
          id: EntityID(1), title: Title.make(of: sentence) ?? sentence,
          kind: .decision(choice: sentence, alternatives: [alternative], rationale: next),
          support: .explicit,
          sourceRefs: references(to: atom)))
    }
    return nodes
  }

  /// Whether the paper itself chose: it is the subject of what stands before the alternative.
  private func isOwn(_ choice: Grounded<String>, before alternative: Grounded<String>) -> Bool {
    let before = choice.value.find(alternative.value).map { choice.value[..<$0.lowerBound] }
    let words = (before ?? choice.value[...]).split { " ,;:()".contains($0) }.map {
      $0.lowercased()
    }
    let isExample = choice.value.hasPrefix("For example") || choice.value.hasPrefix("For instance")
    return !isExample
      && words.contains { ["we", "our", "ours", "us"].contains($0) || own.names.contains($0) }
  }

  private static func rejects(_ alternative: String, in node: TraceNode) -> Bool {
    guard case .decision(_, let alternatives, _) = node.kind else { return false }
    return alternatives.contains { $0.value.lowercase == alternative.lowercase }
  }

  /// The sentence before a choice that says what else was tried or considered.
  private func triedBefore(_ atom: Atom) -> Grounded<String>? {
    guard atom.weight(of: .choice) >= 3, let index = atoms.atoms.firstIndex(of: atom), index > 0
    else { return nil }
    let before = atoms.atoms[index - 1]
    let lower = view.text(of: before.span).lowercase
    let tells = [
      "experimented with", "we tried", "we also tried", "considered", "alternatively", "compared",
      "could be", "two options", "options",
    ]
    return before.block == atom.block && isUsable(before) && tells.contains { lower.has($0) }
      ? view.grounded(before.span) : nil
  }

  private func reason(after atom: Atom) -> Grounded<String>? {
    guard let index = atoms.atoms.firstIndex(of: atom), index + 1 < atoms.atoms.count else {
      return nil
    }
    let next = atoms.atoms[index + 1]
    let lower = view.text(of: next.span).lowercase
    let isReason = ["because", "since", "this ", "as ", "the reason", "doing so", "thus"].contains {
      lower.hasPrefix($0)
    }
    return next.block == atom.block && isReason && isUsable(next) ? view.grounded(next.span) : nil
  }

  // MARK: Dead ends

  private struct DeadEnd {
    let node: TraceNode
    let atom: Atom
    var span: SourceSpan { atom.span }
  }

  /// Variants that the paper reports as worse or of no help.
  private func deadEnds() -> [DeadEnd] {
    let candidates = atoms.atoms.filter { atom in
      let role = SectionRole(of: atom.section, in: view)
      let enough = role == .experiments || role == .appendix ? 2 : 3
      let words = CueWords(view.text(of: atom.span)).words
      let isOwn = atom.citations.isEmpty || words.contains { ["we", "our"].contains($0) }
      return atom.weight(of: .negative) >= enough && isOwn && role != .related
        && role != .introduction
        && role != .limitations && isUsable(atom)
        && VariantWords.occur(in: view.text(of: atom.span))
        && !DeniedFailure.occurs(in: view.text(of: atom.span))
        && !DanglingSubject.begins(ReportingFrame(view.text(of: atom.span)).rest)
    }
    let best = candidates.sorted {
      ($1.weight(of: .negative), $0.span) < ($0.weight(of: .negative), $1.span)
    }
    var kept: [Atom] = []
    for atom in best where kept.count < Self.deadEndLimit {
      if !kept.contains(where: {
        Wording.similarity(view.text(of: $0.span), view.text(of: atom.span)) > 0.4
      }) {
        kept.append(atom)
      }
    }
    return kept.sorted { $0.span < $1.span }.map(deadEnd)
  }

  private func deadEnd(_ atom: Atom) -> DeadEnd {
    let failure = view.grounded(atom.span)
    let index = atoms.atoms.firstIndex(of: atom) ?? 0
    let before = index > 0 ? atoms.atoms[index - 1] : nil
    let after = index + 1 < atoms.atoms.count ? atoms.atoms[index + 1] : nil
    let tried = before.flatMap {
      $0.block == atom.block && isTrial($0) ? view.grounded($0.span) : nil
    }
    let lesson = after.flatMap { next -> Grounded<String>? in
      let lower = view.text(of: next.span).lowercase
      let draws = [
        "this", "therefore", "thus", "hence", "we attribute", "we conclude", "these",
        "consequently", "so ",
      ].contains { lower.hasPrefix($0) }
      return next.block == atom.block && draws && isUsable(next) ? view.grounded(next.span) : nil
    }
    let hypothesis = tried ?? TriedVariant.find(in: failure)
    let isComplete = hypothesis != nil && lesson != nil
    let node = TraceNode(
      id: EntityID(1), title: Title.make(of: failure) ?? failure,
      kind: .deadEnd(
        hypothesis: Stated(hypothesis), failure: failure, lesson: Stated(lesson)),
      support: isComplete ? .explicit : .inferred, sourceRefs: references(to: atom))
    return DeadEnd(node: node, atom: atom)
  }

  /// Whether a sentence says what was tried, and nothing of what came of it.
  private func isTrial(_ atom: Atom) -> Bool {
    isUsable(atom) && atom.weight(of: .negative) == 0
      && TriedVariant.isTold(in: view.text(of: atom.span))
  }

  private func belongs(_ deadEnd: DeadEnd, to experiment: Experiment) -> Bool {
    guard let index = atoms.atoms.firstIndex(of: deadEnd.atom) else { return false }
    return atoms.topics(ofAtom: index).contains { experiment.exhibits.contains($0) }
  }
}
