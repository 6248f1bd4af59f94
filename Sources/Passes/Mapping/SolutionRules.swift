package import IR

/// The solution: overview, components, equations, algorithms, steps, boundaries and limitations.
package struct SolutionRules: Pass {
  package static let id = PassID("solution", version: 6)
  package static let reads = ["paper", "atoms", "concepts", "problem"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let concepts: Concepts
    /// Sentences that state gaps, the insight or assumptions.
    let taken: [SourceSpan]
  }

  package init() {}

  package func input(from document: Document) -> Input {
    let problem = document.problem
    let statements =
      problem.gaps.map(\.statement) + problem.assumptions.map(\.statement)
      + (problem.insight.statement.grounded.map { [$0] } ?? [])
    return Input(
      view: PaperView(document), atoms: document.atoms, concepts: document.concepts,
      taken: statements.flatMap(\.spans))
  }

  private static let limitationLimit = 14
  /// Of a section of limits.
  private static let filedLimit = 30
  private static let stepLimit = 12

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Solution>
  {
    guard let view = input.view else { return Reported(Solution()) }
    let atoms = input.atoms.atoms.filter { view.sentence($0.span).isWhole }
    var solution = Solution()
    solution.overview = overview(atoms, view)
    solution.components = ComponentFinder(view, atoms, input.concepts).components()
    solution.formulation = FormulaFinder(view, input.atoms).formulas()
    solution.algorithms = algorithms(view)
    solution.steps = MethodSteps(atoms, view).steps(limit: Self.stepLimit)
    solution.complexity = Stated(ComplexityFinder(atoms, view).complexity())
    let own = OwnNames.of(view, input.atoms)
    let finder = LimitFinder(view, own, besides: input.taken)
    let limits = finder.findings(input.atoms.atoms)
    let stated = Set(limits.filter(\.isStated).map(\.span))
    let outdone = OutdoneSystem(view: view, own: own) { label in
      input.atoms.atoms.indices.filter { input.atoms.topics(ofAtom: $0).contains(label) }
        .map { input.atoms.atoms[$0].span }
    }
    solution.limitations =
      heaviest(limits.filter { !$0.isOpenEnd }, view).map { statement in
        Limitation(statement, statement.spans.allSatisfy(stated.contains) ? .stated : .passing)
      } + outdone.statements().map { Limitation($0, .table) }
    solution.openEnds = heaviest(limits.filter(\.isOpenEnd), view)
    let boundaries = BoundaryFinder(view: view).boundaries(
      atoms, besides: limits.map(\.span) + input.taken)
    solution.boundaries = distinct(boundaries, view, limit: Self.boundaryLimit)
    return Reported(solution)
  }

  private func overview(_ atoms: [Atom], _ view: PaperView) -> [Grounded<String>] {
    let early = atoms.filter {
      SectionRole(of: $0.section, in: view) == .introduction && $0.weight(of: .contribution) >= 3
        && ProblemCues.listings.matches(in: view.sentence($0.span).words).isEmpty
        && Overview.tells(view.sentence($0.span).words)
    }
    return early.prefix(3).map { view.grounded($0.span) }
  }

  // MARK: Mathematics

  private func algorithms(_ view: PaperView) -> [Algorithm] {
    view.paper.blocks.filter { $0.kind == .algorithm }.compactMap { block in
      let text = view.text(of: block.span)
      var offset = 0
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        line -> Grounded<String> in
        defer { offset += line.utf8.count + 1 }
        return Grounded(
          String(line), [block.span.narrowed(to: offset..<(offset + line.utf8.count))])
      }
      guard let title = lines.first else { return nil }
      return Algorithm(title: title, lines: Array(lines.dropFirst()))
    }
  }

  // MARK: Limits

  /// The heaviest, in the order of the paper, and all that stand among limits.
  private func heaviest(_ findings: [LimitFinder.Finding], _ view: PaperView) -> [Grounded<String>]
  {
    let best = findings.sorted { ($1.weight, $0.span) < ($0.weight, $1.span) }
    let filed = best.filter(\.isFiled).prefix(Self.filedLimit)
    let others = best.filter { !$0.isFiled }.prefix(Self.limitationLimit)
    return distinct((filed + others).map(\.span), view, limit: best.count)
  }

  private static let boundaryLimit = 10

  private func distinct(_ spans: [SourceSpan], _ view: PaperView, limit: Int) -> [Grounded<String>]
  {
    var kept: [(span: SourceSpan, words: Set<String>)] = []
    for span in spans where kept.count < limit {
      let text = view.text(of: span)
      guard text.isShorter(than: 600) else { continue }
      let words = Set(Wording.content(text))
      guard !kept.contains(where: { Wording.similarity($0.words, words) > 0.6 }) else { continue }
      kept.append((span, words))
    }
    return kept.map(\.span).sorted().map { view.grounded($0) }
  }
}
