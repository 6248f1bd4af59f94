package import IR

/// Verification plans: one per table or figure that a claim rests on, and one per section whose
/// claims have none. No result reaches them.
package struct ExperimentRules: Pass {
  package static let id = PassID("experiments", version: 4)
  package static let reads = ["paper", "atoms", "claims"]
  package static let repairs: Set<DiagnosticCode> = ["ARA314", "ARA341", "ARA342"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let claims: Claims
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms, claims: document.claims)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Experiments>
  {
    guard let view = input.view else { return Reported(Experiments()) }
    // A finding names the number that offends: no sentence with it may stand in a plan.
    let offending = Set(findings.compactMap(\.excerpt).flatMap { NumberToken.scan($0).map(\.text) })
    let writer = PlanWriter(
      input.atoms, view, results: ResultValues(view), offending: offending)
    var experiments: [Experiment] = []
    for exhibit in view.exhibits {
      let claims = input.claims.claims.filter { $0.exhibits.contains(exhibit.label) }
      guard !claims.isEmpty else { continue }
      var experiment = writer.experiment(
        for: exhibit, EntityID(experiments.count + 1), sections: sections(of: claims, view))
      writer.complete(&experiment, by: claims, about: exhibit.label)
      experiments.append(experiment)
    }
    detail(&experiments, input.atoms, view, writer)
    for section in sectionsWithoutExhibit(input.claims, view) {
      let claims = input.claims.claims.filter { claim in
        claim.exhibits.isEmpty && ProofRelation.homeSection(of: claim, view) == section
      }
      let around = [view.topLevel(of: section)] + self.sections(of: claims, view)
      let sections = [section] + Set(around).subtracting([section]).sorted()
      var experiment = writer.experiment(
        forSection: section, EntityID(experiments.count + 1), sections: sections)
      writer.complete(&experiment, by: claims, about: nil)
      experiments.append(experiment)
    }
    writer.nameRest(in: &experiments)
    shorten(&experiments)
    return Reported(Experiments(experiments: experiments))
  }

  /// Says once what several experiments were run on; the others name the first of them.
  private func shorten(_ experiments: inout [Experiment]) {
    for field in [\Experiment.Setup.hardware, \Experiment.Setup.system] {
      var first: [String: EntityID<Experiment>] = [:]
      for index in experiments.indices {
        guard case .stated(let said) = experiments[index].setup[keyPath: field] else { continue }
        if let earlier = first[said.value] {
          experiments[index].setup[keyPath: field] = .stated(
            Grounded("As in \(earlier)", said.spans, .computed("the sentence of \(earlier)")))
        } else {
          first[said.value] = experiments[index].id
        }
      }
    }
  }

  /// Plans each measurement that no claim rests on for itself: its experiment depends on the one that it
  /// details, and verifies the same claims. What else is told of a result joins the plan of that.
  private func detail(
    _ experiments: inout [Experiment], _ atoms: Atoms, _ view: PaperView, _ writer: PlanWriter
  ) {
    let details = ExhibitDetail(view, atoms)
    let leading = experiments
    let reported = Set(leading.flatMap(\.exhibits))
    for exhibit in view.exhibits
    where !reported.contains(exhibit.label) && ResultExhibit.isResult(exhibit, view) {
      guard details.isMeasured(exhibit) else {
        if let index = details.told(exhibit, among: leading) {
          experiments[index].exhibits.append(exhibit.label)
        }
        continue
      }
      guard let index = details.experiment(for: exhibit, among: leading) else { continue }
      var experiment = writer.experiment(
        for: exhibit, EntityID(experiments.count + 1), sections: [])
      writer.complete(&experiment, by: [], about: exhibit.label)
      experiment.dependencies = [leading[index].id]
      experiments.append(experiment)
    }
  }

  /// The sections that hold the numbers of claims: their text is evidence too.
  private func sections(of claims: [Claim], _ view: PaperView) -> [Int] {
    let texts = claims.flatMap { [$0.title, $0.statement] + $0.basis + $0.conditions }
    let spans = texts.filter { !NumberToken.scan($0.value).isEmpty }.flatMap { $0.spans }
    let blocks = view.paper.blocks
    let inBlocks = spans.filter { span in
      blocks.indices.contains { blocks[$0].span.contains(span) }
    }
    return Set(inBlocks.map { ProofRelation.topSection(of: $0, view) }).sorted()
  }

  private func sectionsWithoutExhibit(_ claims: Claims, _ view: PaperView) -> [Int] {
    Set(claims.claims.filter(\.exhibits.isEmpty).map { ProofRelation.homeSection(of: $0, view) })
      .sorted()
  }
}
