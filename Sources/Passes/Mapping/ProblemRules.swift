package import IR

/// The problem chain: what was observed, what is missing, what the paper sees in it.
package struct ProblemRules: Pass {
  package static let id = PassID("problem", version: 1)
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
  private static let assumptionLimit = 12

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Problem>
  {
    guard let view = input.view else { return Reported(Problem()) }
    let refused = refusedSpans(findings, input.previous)
    let early = input.atoms.atoms.filter { atom in
      let role = SectionRole(of: atom.section, in: view)
      return role == .introduction || role == .related
    }
    let usable = early.filter { atom in
      !refused.contains(atom.span) && Wording.isSentence(view.text(of: atom.span))
    }
    let gaps = pick(.gap, from: usable, view, limit: Self.gapLimit, besides: [])
    let observations = pick(
      .motivation, from: usable, view, limit: Self.observationLimit, besides: gaps)
    var problem = Problem()
    problem.observations = observations.enumerated().map {
      observation($1, EntityID($0 + 1), view, usable)
    }
    problem.gaps = gaps.enumerated().map {
      gap($1, EntityID($0 + 1), view, usable, problem.observations)
    }
    problem.insight = insight(input.atoms, view, problem, refused)
    problem.assumptions = assumptions(input.atoms, view, refused)
    return Reported(problem)
  }

  /// Statements that a finding named.
  private func refusedSpans(_ findings: [Diagnostic], _ previous: Problem) -> Set<SourceSpan> {
    let subjects = Set(findings.compactMap { $0.subject?.id })
    let observations = previous.observations.filter { subjects.contains($0.id.description) }
      .flatMap(\.statement.spans)
    let gaps = previous.gaps.filter { subjects.contains($0.id.description) }.flatMap(
      \.statement.spans)
    return Set(observations + gaps)
  }

  /// The heaviest sentences of a role, in the order of the paper.
  private func pick(
    _ role: Atom.Role, from atoms: [Atom], _ view: PaperView, limit: Int, besides others: [Atom]
  ) -> [Atom] {
    let candidates = atoms.enumerated().filter { _, atom in
      atom.weight(of: role) > 0 && !others.contains(atom)
        && (role != .gap || !isOwnWork(atom, view))
    }
    let best = candidates.sorted { a, b in
      (b.element.weight(of: role), a.offset) < (a.element.weight(of: role), b.offset)
    }
    var chosen: [(offset: Int, element: Atom)] = []
    for candidate in best where chosen.count < limit {
      let text = view.text(of: candidate.element.span)
      guard text.count < 600,
        !chosen.contains(where: { Wording.similarity(view.text(of: $0.element.span), text) > 0.6 })
      else { continue }
      chosen.append(candidate)
    }
    if chosen.isEmpty, let first = atoms.first(where: { !others.contains($0) }) { return [first] }
    return chosen.sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// What the paper does about a gap, or how well it does it, is none.
  private func isOwnWork(_ atom: Atom, _ view: PaperView) -> Bool {
    let text = view.text(of: atom.span)
    return atom.weight(of: .contribution) >= 3
      || atom.weight(of: .comparison) + atom.weight(of: .result) >= 3
      || !Self.ownSteps.matches(in: CueWords(text)).isEmpty
  }

  static let ownSteps = CueTable([
    Cue(
      "we|paper|work|article|study apply|address|addresses|tackle|tackles|focus|focuses|hope|aim|aims|release|are",
      .contribution, weight: 1,
      matches: "In this paper, we address the drift of scales.",
      ignores: "Scales address the drift of marbles."),
    Cue(
      "our result|results|contribution|contributions|approach|method|goal", .contribution,
      weight: 1,
      matches: "Our result is no reproach.", ignores: "The result is ours."),
  ])

  private func observation(
    _ atom: Atom, _ id: EntityID<Observation>, _ view: PaperView, _ atoms: [Atom]
  ) -> Observation {
    let statement = view.grounded(atom.span)
    return Observation(
      id: id, title: Title.make(of: statement) ?? statement, statement: statement,
      evidence: evidence(of: atom, view),
      implication: Stated(next(after: atom, in: atoms, view, begins: Self.consequences)))
  }

  private func gap(
    _ atom: Atom, _ id: EntityID<Gap>, _ view: PaperView, _ atoms: [Atom],
    _ observations: [Observation]
  ) -> Gap {
    let statement = view.grounded(atom.span)
    // A gap rests on what was said before it; the nearest observation says it.
    let before =
      observations.last { ($0.statement.spans.first.map { $0 < atom.span }) ?? false }
      ?? observations.first
    let tries = atoms.first { other in
      other != atom && !other.citations.isEmpty
        && Wording.similarity(view.text(of: other.span), statement.value) > 0.12
    }
    return Gap(
      id: id, title: Title.make(of: statement) ?? statement, statement: statement,
      causedBy: before.map { [$0.id] } ?? [],
      existingAttempts: Stated(tries.map { view.grounded($0.span) }),
      whyTheyFail: Stated(next(after: atom, in: atoms, view, begins: Self.reasons)))
  }

  private func evidence(of atom: Atom, _ view: PaperView) -> [Grounded<String>] {
    [view.label(ofSection: atom.section)]
      + atom.exhibits.map { Grounded($0.description, [atom.span]) }
  }

  private static let consequences = [
    "therefore", "thus", "hence", "this", "consequently", "as a result", "so", "these",
  ]
  private static let reasons = [
    "this", "because", "since", "these", "such", "in particular", "for example", "for instance",
    "as",
  ]

  /// The sentence after one, if it begins with one of the given words.
  private func next(after atom: Atom, in atoms: [Atom], _ view: PaperView, begins words: [String])
    -> Grounded<String>?
  {
    guard let index = atoms.firstIndex(of: atom), index + 1 < atoms.count,
      atoms[index + 1].block == atom.block
    else { return nil }
    let text = view.text(of: atoms[index + 1].span)
    return words.contains {
      text.lowercased().hasPrefix($0 + " ") || text.lowercased().hasPrefix($0 + ",")
    }
      ? view.grounded(atoms[index + 1].span) : nil
  }

  // MARK: Insight and assumptions

  private func insight(
    _ atoms: Atoms, _ view: PaperView, _ problem: Problem, _ refused: Set<SourceSpan>
  ) -> Insight {
    // Where a paper names its idea, or else what it proposes or shows; these stand early.
    let wanted: [(role: Atom.Role, weight: Int, isEarly: Bool)] = [
      (.insight, 3, true), (.insight, 5, false), (.contribution, 3, true), (.claim, 2, true),
      (.contribution, 1, true), (.result, 2, true),
    ]
    for (role, weight, isEarly) in wanted {
      let candidates = atoms.atoms.filter { atom in
        let place = SectionRole(of: atom.section, in: view)
        return atom.weight(of: role) >= weight && !refused.contains(atom.span) && place != .related
          && (!isEarly || place == .introduction) && Wording.isSentence(view.text(of: atom.span))
      }
      guard
        let best = candidates.max(by: {
          ($0.weight(of: role), $1.span) < ($1.weight(of: role), $0.span)
        })
      else { continue }
      let enabled = atoms.atoms.first {
        $0.span > best.span && $0.weight(of: .contribution) > 0 && $0.section == best.section
          && Wording.isSentence(view.text(of: $0.span))
      }
      return Insight(
        statement: .stated(view.grounded(best.span)),
        derivedFrom: problem.observations.map(\.id.ref) + problem.gaps.map(\.id.ref),
        enables: Stated(enabled.map { view.grounded($0.span) }))
    }
    return Insight(derivedFrom: problem.observations.map(\.id.ref))
  }

  private func assumptions(_ atoms: Atoms, _ view: PaperView, _ refused: Set<SourceSpan>)
    -> [Assumption]
  {
    var kept: [Grounded<String>] = []
    for atom in AssumptionFinder(view: view).assumptions(atoms.atoms)
    where !refused.contains(atom.span) && kept.count < Self.assumptionLimit {
      let statement = view.grounded(atom.span)
      guard !kept.contains(where: { Wording.similarity($0.value, statement.value) > 0.6 }) else {
        continue
      }
      kept.append(statement)
    }
    return kept.enumerated().map { Assumption(id: EntityID($0 + 1), statement: $1) }
  }
}
