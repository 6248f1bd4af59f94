internal import IR

/// The tree that a paper's own text supports.
struct PaperTree {
  let view: PaperView
  let atoms: Atoms
  /// Sentences that a finding refused.
  let refused: Set<SourceSpan>

  private let own: OwnNames
  private let results: ReportedResults

  init(view: PaperView, atoms: Atoms, refused: Set<SourceSpan>) {
    self.view = view
    self.atoms = atoms
    self.refused = refused
    own = .of(view, atoms)
    results = ReportedResults(view: view, refused: refused)
  }

  /// The central question with everything below it.
  func root(
    problem: Problem, title: Grounded<String>?, experiments: Experiments, claims: Claims
  ) -> TraceNode? {
    guard let description = question(problem) ?? title else { return nil }
    var node = TraceNode(
      id: EntityID(1), title: title.flatMap(Self.asked) ?? title ?? description,
      kind: .question, support: .inferred,
      sourceRefs: references(to: description), description: description)
    node.children = branches(experiments, claims)
    return node
  }

  /// The question that a title asks.
  private static func asked(_ title: Grounded<String>) -> Grounded<String>? {
    guard let mark = title.value.firstIndex(of: "?") else { return nil }
    let asked = String(title.value[...mark])
    return asked.split(separator: " ").count < fewestAsked
      ? nil : Grounded(asked, title.spans, .computed("the question of the title"))
  }

  private static let fewestAsked = 3

  /// Decisions, experiments, dead ends and pivots. Each dead end stands once: under the decision
  /// that gave it up, under the first experiment that it is about or whose section tells it, or under
  /// the question.
  private func branches(_ experiments: Experiments, _ claims: Claims) -> [TraceNode] {
    let claimed = claims.claims.map {
      Set(Wording.content($0.title.value) + Wording.content($0.statement.value))
    }
    let rules = DeadEndRules(
      view: view, atoms: atoms, own: own, refused: refused, claimed: claimed)
    var deadEnds = rules.deadEnds()
    let pivots = PivotRules(view: view, atoms: atoms).pivots()
    let decisions = ChoiceRules(view: view, atoms: atoms, own: own, refused: refused).choices()
      .map { choice -> TraceNode in
        var node = choice.node
        if let rejected = choice.rejected {
          let told = deadEnds.first { $0.span == choice.span }
          // A choice that takes two sentences to name says more than the first of them.
          let isWhole = choice.sentence.spans.count == 1
          node.children = [(isWhole ? told?.node : nil) ?? Self.deadEnd(choice, rejected)]
          deadEnds.removeAll { $0.span == choice.span }
        } else if let told = deadEnds.firstIndex(where: { $0.span == choice.span }) {
          // One sentence says what failed and what was done instead.
          node.children = [deadEnds.remove(at: told).node]
        }
        return node
      }
    var tables = view.paper.tables.map(\.label)
    // Appendixes repeat tables at full length.
    var told: Set<String> = []
    func rows(of labels: [ExhibitLabel]) -> [TraceNode] {
      labels.flatMap(rows(ofTable:)).filter { told.insert($0.title.value).inserted }
    }
    var plans = experiments.experiments.map { plan(for: $0, claims) }
    var studies = studies(besides: &plans, telling: &deadEnds)
    let known = (plans.map(\.node) + studies + decisions).flatMap(\.preorder) + deadEnds.map(\.node)
    deadEnds += TrialRules(view: view, atoms: atoms, results: results).trials(
      besides: known.compactMap(\.told))
    let trials = experiments.experiments.indices.compactMap { index -> TraceNode? in
      let (experiment, plan) = (experiments.experiments[index], plans[index])
      guard !plan.isBare || !experiment.exhibits.isEmpty else { return nil }
      let parts = studies.filter { $0.exhibits.contains(where: experiment.exhibits.contains) }
      studies.removeAll { $0.exhibits.contains(where: experiment.exhibits.contains) }
      let ends = deadEnds.filter { deadEnd in
        deadEnd.topics.contains(where: experiment.exhibits.contains)
          || experiment.exhibits.contains { deadEnd.node.refers(to: $0) }
          || deadEnd.topics.isEmpty
            && section(of: deadEnd).map(experiment.sections.contains) == true
      }
      deadEnds.removeAll { deadEnd in ends.contains { $0.span == deadEnd.span } }
      guard !ends.isEmpty || !isSummary(experiment) else { return nil }
      let rows = rows(of: tables.filter(experiment.exhibits.contains))
      tables.removeAll(where: experiment.exhibits.contains)
      var node = plan.node
      node.children = parts + ends.map(\.node) + rows
      return plan.isBare && node.children.isEmpty ? nil : node
    }
    let rest = studies + deadEnds.map(\.node) + rows(of: tables)
    return decisions + trials + rest + pivots.map(\.node)
  }

  /// The studies of single factors that no plan tells of, each with the dead ends that it tells. A
  /// plan of which nothing says what came of it takes the result of its study.
  private func studies(besides plans: inout [Plan], telling deadEnds: inout [PaperTrial])
    -> [TraceNode]
  {
    let told = Set(plans.flatMap(\.node.outcomeSpans) + deadEnds.map(\.span))
    return StudyRules(view: view, atoms: atoms, results: results).studies().compactMap { study in
      let spans = Set(study.sentences.map { atoms.atoms[$0].span })
      guard !told.contains(study.finding),
        spans.isDisjoint(with: plans.flatMap(\.node.outcomeSpans))
      else { return nil }
      let bare = plans.firstIndex { plan in
        plan.isBare && plan.node.exhibits == study.node.exhibits
      }
      if let bare {
        plans[bare].node.kind = study.node.kind
        plans[bare].node.description = study.node.description
        plans[bare].isBare = false
        return nil
      }
      guard !study.isGeneral else { return nil }
      var node = study.node
      node.children = deadEnds.filter { spans.contains($0.span) }.map(\.node)
      deadEnds.removeAll { spans.contains($0.span) }
      return node
    }
  }

  /// Whether a plan has nothing but what a paper says of itself where it opens, ends and describes its
  /// method: no branch of its story.
  private func isSummary(_ experiment: Experiment) -> Bool {
    guard experiment.exhibits.isEmpty, let section = experiment.sections.first else { return false }
    switch SectionRole(of: section, in: view) {
    case .introduction, .related, .method, .limitations, .conclusion: return true
    case .experiments, .appendix, .other: return false
    }
  }

  private func section(of deadEnd: PaperTrial) -> Int? {
    atoms.atoms.first { $0.span == deadEnd.span }?.section
  }

  /// The rows of an ablation table that did worse.
  private func rows(ofTable label: ExhibitLabel) -> [TraceNode] {
    guard let exhibit = view.exhibit(label) else { return [] }
    let sentences = atoms.atoms.indices.filter { atoms.topics(ofAtom: $0).contains(label) }
    let surroundings = Surroundings(view: view, atoms: atoms)
    let mentions = VariantMentions(view: view, atoms: atoms, results: results)
    return AblationTable(
      exhibit: exhibit, view: view, own: own, sentences: sentences.map { atoms.atoms[$0].span },
      passages: sentences.compactMap(surroundings.passage(upTo:)),
      naming: { mentions.sentence(naming: $0, besides: sentences, in: exhibit.section) },
      stating: mentions.sentence(stating:)
    ).deadEnds()
  }

  /// An alternative that was weighed and given up.
  private static func deadEnd(_ choice: ChoiceRules.Choice, _ rejected: Grounded<String>)
    -> TraceNode
  {
    TraceNode(
      id: EntityID(1), title: Title.make(of: rejected) ?? rejected,
      kind: .deadEnd(
        hypothesis: .stated(rejected), failure: choice.sentence,
        lesson: Stated(Reason.find(in: choice.sentence))),
      support: .explicit, sourceRefs: choice.node.sourceRefs,
      description: choice.node.description)
  }

  private func question(_ problem: Problem) -> Grounded<String>? {
    // What a later section asks is a question of that section.
    let asked = atoms.atoms.first {
      $0.weight(of: .question) >= 3 && SectionRole(of: $0.section, in: view) == .introduction
        && results.isUsable($0) && !NoClaim.points(view.sentence($0.span).words)
    }
    return asked.map { view.grounded($0.span) } ?? problem.gaps.first?.statement
      ?? problem.insight.statement.grounded
  }

  private func references(to text: Grounded<String>) -> [Grounded<String>] {
    guard let span = text.spans.first,
      let block = view.paper.blocks.first(where: { $0.span.contains(span) })
    else { return [] }
    return [view.label(ofSection: block.section)]
  }

  // MARK: Experiments

  /// The branch of an experiment.
  private struct Plan {
    var node: TraceNode
    /// Whether no sentence says what came of it.
    var isBare: Bool
  }

  private func plan(for experiment: Experiment, _ claims: Claims) -> Plan {
    let result =
      spoken(of: experiment.exhibits).map { view.grounded($0.span) }
      ?? captioned(experiment.exhibits)
      ?? (experiment.exhibits.isEmpty ? claimed(of: experiment, claims) : nil)
    var references = experiment.exhibits.compactMap { label in
      view.exhibit(label).map { Grounded(label.description, [$0.caption]) }
    }
    if references.isEmpty {
      references = experiment.sections.prefix(1).map { view.label(ofSection: $0) }
    }
    // What says nothing of its outcome still tells where to look for it.
    let place = Grounded(
      "Its values stand in \(references.map(\.value).commaSeparated)", references.flatMap(\.spans),
      .computed("place of the values"))
    return Plan(
      node: TraceNode(
        id: EntityID(1), title: experiment.title, kind: .experiment(result: result ?? place),
        support: .explicit,
        sourceRefs: references, exhibits: experiment.exhibits), isBare: result == nil)
  }

  /// What a caption says that its table or figure shows, from the first finding to the last one.
  private func captioned(_ exhibits: [ExhibitLabel]) -> Grounded<String>? {
    exhibits.lazy.compactMap { view.exhibit($0) }.compactMap { exhibit -> Grounded<String>? in
      let found = CaptionFindings.atoms(of: exhibit, block: 0, view).filter { results.finds($0) }
      guard let first = found.first?.span, let last = found.last?.span else { return nil }
      let passage = SourceSpan(first.source, first.bytes.lowerBound..<last.bytes.upperBound)
      let text = view.grounded(passage)
      return Wording.isFieldSafe(text.value) ? text : view.grounded(first)
    }.first
  }

  /// What a claim on the section of an experiment was found by.
  private func claimed(of experiment: Experiment, _ claims: Claims) -> Grounded<String>? {
    claims.claims.first { claim in
      ProofRelation.experiments(for: claim, among: [experiment], view) == [experiment.id]
    }?.basis.first { basis in
      atoms.atoms.contains {
        basis.spans == [$0.span] && results.tells($0, worth: -Self.unshown) && results.finds($0)
      }
    }
  }

  /// What speaks against a finding that no table or figure shows, in sixteenths of a nat.
  private static let unshown = 15

  /// The sentence that says what a table or figure shows.
  private func spoken(of exhibits: [ExhibitLabel]) -> Atom? {
    guard !exhibits.isEmpty else { return nil }
    let own = atoms.atoms.indices.filter { index in
      atoms.topics(ofAtom: index).contains(where: exhibits.contains)
        && results.tells(atoms.atoms[index]) && results.finds(atoms.atoms[index])
    }.map { atoms.atoms[$0] }
    func names(_ atom: Atom) -> Bool { exhibits.contains(where: atom.exhibits.contains) }
    return own.first { names($0) && results.reports($0, atLeast: 3) }
      ?? own.first { !names($0) && results.reports($0, atLeast: 2) }
      ?? own.first(where: names)
  }
}

extension TraceNode {
  /// Where the result of an experiment stands.
  fileprivate var outcomeSpans: [SourceSpan] {
    if case .experiment(let result) = kind { result.spans } else { [] }
  }

  /// What it says that was found or done.
  fileprivate var told: Grounded<String>? {
    switch kind {
    case .experiment(let result): result
    case .deadEnd(_, let failure, _): failure
    case .decision(let choice, _, _): choice
    case .question, .pivot: nil
    }
  }

  /// Whether a table or figure is among what the node refers to.
  fileprivate func refers(to label: ExhibitLabel) -> Bool {
    sourceRefs.contains { $0.value == label.description }
  }
}
