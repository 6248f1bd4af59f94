package import IR

/// Which experiments prove which claims: the one rule behind `Proof` and `Verifies`.
package enum ProofRelation {
  /// Experiments that report a table or figure of the claim, with those that detail them, else those of
  /// the section that states it.
  package static func experiments(
    for claim: Claim, among experiments: [Experiment], _ view: PaperView
  )
    -> [EntityID<Experiment>]
  {
    let byExhibit = experiments.filter { experiment in
      experiment.exhibits.contains { claim.exhibits.contains($0) }
    }
    if !byExhibit.isEmpty {
      let ids = Set(byExhibit.map(\.id))
      return experiments.filter {
        ids.contains($0.id) || !ids.isDisjoint(with: $0.dependencies)
      }.map(\.id)
    }
    let section = homeSection(of: claim, view)
    return experiments.filter { $0.exhibits.isEmpty && $0.sections.first == section }.map(\.id)
  }

  /// The section of the claim's first basis sentence, which is one evaluation, or the whole part that
  /// is none.
  package static func homeSection(of claim: Claim, _ view: PaperView) -> Int {
    guard let span = claim.basis.first?.spans.first ?? claim.statement.spans.first else { return 0 }
    let section = section(of: span, view)
    switch SectionRole(of: section, in: view) {
    case .experiments, .appendix: return section
    default: return view.topLevel(of: section)
    }
  }

  package static func topSection(of span: SourceSpan, _ view: PaperView) -> Int {
    view.topLevel(of: section(of: span, view))
  }

  private static func section(of span: SourceSpan, _ view: PaperView) -> Int {
    // By index: to take a block copies all that it holds.
    let blocks = view.paper.blocks
    return blocks.indices.first { blocks[$0].span.contains(span) }.map { blocks[$0].section } ?? 0
  }
}
