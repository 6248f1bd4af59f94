package import IR

/// The problem chain: what was observed, what is missing, what the paper sees in it.
///
/// A sentence plays one part. What no sentence says is left out rather than filled with another.
package struct ProblemRules: Pass {
  package static let id = PassID("problem", version: 4)
  package static let reads = ["paper", "atoms"]
  package static let repairs: Set<DiagnosticCode> = ["ARA314", "ARA709"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let previous: Problem
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms, previous: document.problem)
  }

  private static let observationLimit = 5
  private static let gapLimit = 4
  private static let assumptionLimit = 24

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Problem>
  {
    guard let view = input.view else { return Reported(Problem()) }
    let refused = refusedSpans(findings, input.previous)
    let opening = Opening(view, input.atoms, without: refused)
    let insight = InsightFinder(opening: opening).insight
    let gaps = opening.gaps(Self.gapLimit, besides: insight.map { [$0.sentence] } ?? [])
    let observations = opening.observations(
      Self.observationLimit, besides: gaps + (insight.map { [$0.sentence] } ?? []))
    var problem = Problem()
    problem.observations = observations.enumerated().map { index, atom in
      let statement = view.grounded(atom.span)
      return Observation(
        id: EntityID(index + 1), title: Title.make(of: statement) ?? statement,
        statement: statement, evidence: evidence(of: atom, view),
        implication: Stated(opening.consequence(of: atom)))
    }
    let chain = GapChain(opening: opening, observations: problem.observations)
    problem.gaps = gaps.enumerated().map { chain.gap($1, EntityID($0 + 1), besides: gaps) }
    let chained = problem.observations.map(\.id.ref) + problem.gaps.map(\.id.ref)
    problem.insight = Insight(
      statement: Stated(insight.map { view.grounded($0.sentence.span) }),
      derivedFrom: insight == nil ? [] : chained,
      enables: Stated(insight?.enabled.map { view.grounded($0.span) }))
    let taken =
      (observations + gaps).map(\.span) + (insight.map { [$0.sentence.span] } ?? [])
    let finder = AssumptionFinder(view: view, taken: taken)
    let said =
      (problem.observations.map(\.statement) + problem.gaps.map(\.statement)
      + [problem.insight.statement.grounded].compactMap(\.self)).map(\.value)
    problem.assumptions = assumptions(
      finder.assumptions(input.atoms.atoms), refused, besides: said)
    return Reported(problem)
  }

  /// Statements that a finding named.
  private func refusedSpans(_ findings: [Diagnostic], _ previous: Problem) -> Set<SourceSpan> {
    let subjects = Set(findings.compactMap { $0.subject?.id })
    let observations = previous.observations.filter { subjects.contains($0.id.description) }
      .flatMap { $0.statement.spans }
    let gaps = previous.gaps.filter { subjects.contains($0.id.description) }.flatMap(
      \.statement.spans)
    return Set(observations + gaps)
  }

  private func evidence(of atom: Atom, _ view: PaperView) -> [Grounded<String>] {
    [view.label(ofSection: atom.section)]
      + atom.exhibits.map { Grounded($0.description, [atom.span]) }
  }

  /// - Parameter said: What plays another part, and may stand in the paper twice.
  private func assumptions(
    _ found: [Grounded<String>], _ refused: Set<SourceSpan>, besides said: [String]
  ) -> [Assumption] {
    var kept: [Grounded<String>] = []
    for statement in found
    where refused.isDisjoint(with: statement.spans) && kept.count < Self.assumptionLimit {
      let isSaid = (said + kept.map(\.value)).contains {
        Wording.similarity($0, statement.value) > 0.6
      }
      guard !isSaid else { continue }
      kept.append(statement)
    }
    return kept.enumerated().map { Assumption(id: EntityID($0 + 1), statement: $1) }
  }
}
