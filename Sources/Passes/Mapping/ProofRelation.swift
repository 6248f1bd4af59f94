package import IR

/// Which experiments prove which claims: the one rule behind `Proof` and `Verifies`.
package enum ProofRelation {
  /// Experiments that report a table or figure of the claim, else those of the section that states it.
  package static func experiments(
    for claim: Claim, among experiments: [Experiment], _ view: PaperView
  )
    -> [EntityID<Experiment>]
  {
    let byExhibit = experiments.filter { experiment in
      experiment.exhibits.contains { claim.exhibits.contains($0) }
    }
    if !byExhibit.isEmpty { return byExhibit.map(\.id) }
    let section = homeSection(of: claim, view)
    return experiments.filter { $0.exhibits.isEmpty && $0.sections.first == section }.map(\.id)
  }

  /// The top-level section of the claim's first basis sentence.
  package static func homeSection(of claim: Claim, _ view: PaperView) -> Int {
    guard let span = claim.basis.first?.spans.first ?? claim.statement.spans.first else { return 0 }
    return topSection(of: span, view)
  }

  package static func topSection(of span: SourceSpan, _ view: PaperView) -> Int {
    // By index: to take a block copies all that it holds.
    let blocks = view.paper.blocks
    let index = blocks.indices.first { blocks[$0].span.contains(span) }
    return view.topLevel(of: index.map { blocks[$0].section } ?? 0)
  }
}
