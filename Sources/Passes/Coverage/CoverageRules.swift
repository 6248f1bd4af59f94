package import IR

/// What the artifact answers: the rubric's leaves, and the shortfalls against the minimum counts.
package struct CoverageRules: Pass {
  package static let id = PassID("coverage", version: 8)
  package static let reads = [
    "paper", "repository", "rubric", "atoms", "evidence", "claims", "concepts", "experiments",
    "solution", "heuristics", "parameters", "environment", "trace", "code", "data", "links",
    "manifest",
  ]

  package struct Input: Codable, Sendable {
    let evidence: Evidence
    let concepts: Concepts
    let experiments: Experiments
    let heuristics: Heuristics
    let trace: Trace
    let code: CodeIndex
    let links: Links
    /// The tables that list settings, data or the like, and report no result.
    let described: [ExhibitLabel]
    /// Whether there is a paper; nothing else makes claims or cites.
    let hasPaper: Bool
    let year: Stated<Int>
    /// What the requirements of a rubric are held against; nil without a rubric.
    let rubric: RequirementInput?
  }

  package init() {}

  package func input(from document: Document) -> Input {
    let tables = PaperView(document).map { view in
      view.paper.tables.filter { ResultExhibit.lists($0, view) }.map(\.label)
    }
    return Input(
      evidence: document.evidence, concepts: document.concepts, experiments: document.experiments,
      heuristics: document.heuristics, trace: document.trace, code: document.code,
      links: document.links, described: tables ?? [], hasPaper: document.inputs.paper != nil,
      year: document.manifest.year,
      rubric: RequirementInput(document))
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Coverage>
  {
    let requirements = input.rubric.map { rubric in
      var binder = RequirementBinder(rubric)
      return binder.requirements()
    }
    return Reported(
      Coverage(
        requirements: requirements?.value ?? [], knownGaps: knownGaps(input),
        withoutClaim: withoutClaim(input),
        matrices: matrices(input.rubric, requirements?.value ?? [])),
      requirements?.diagnostics ?? [])
  }

  private func matrices(_ input: RequirementInput?, _ requirements: [Requirement]) -> [SetupMatrix]
  {
    input.map { SetupMatrixRules($0.rubric, $0.sources).matrices(of: requirements) } ?? []
  }

  // MARK: Minimum counts

  private func knownGaps(_ input: Input) -> [KnownGap] {
    let nodes = input.trace.nodes
    let deadEnds = nodes.count { if case .deadEnd = $0.kind { true } else { false } }
    let decisions = nodes.count { if case .decision = $0.kind { true } else { false } }
    var counts: [(KnownGap.Subject, Int, Int)] = [
      (.concepts, input.concepts.concepts.count, 5),
      (.experiments, input.experiments.experiments.count, 3),
      (.heuristics, input.heuristics.heuristics.count, 1),
      (.codeFile, input.code.modules.count { $0.file.hasSuffix(".py") }, 1),
      (.treeNodes, nodes.count, 8),
      (.deadEnd, deadEnds, 1), (.decision, decisions, 1),
    ]
    if !input.hasPaper { counts += [(.claims, 0, 1), (.relatedWorks, 0, 1)] }
    let records = input.evidence.results.count { $0.contents != .values }
    counts += [
      (.year, input.year.grounded == nil ? 0 : 1, 1),
      (.exhibits, input.evidence.exhibits.count + records, 1),
    ]
    return counts.filter { $0.1 < $0.2 }.map { KnownGap(subject: $0.0, found: $0.1, wanted: $0.2) }
  }

  private func withoutClaim(_ input: Input) -> [UnboundEvidence] {
    let claimed = Set(input.links.exhibitClaims.map(\.exhibit))
    let exhibits = input.evidence.exhibits.filter { !claimed.contains($0.label) }.map { exhibit in
      let reporting = input.experiments.experiments.first { $0.exhibits.contains(exhibit.label) }
      let reason =
        exhibit.label.kind == .figure && exhibit.type != .quantitativePlot
        ? "it illustrates and reports no measurement that a claim of the paper names"
        : input.described.contains(exhibit.label)
          ? "it describes, and reports no result of an evaluation"
          : "no sentence of the paper that reads as a claim names it"
      let place = reporting.map { "it details \($0.id); " } ?? ""
      return UnboundEvidence(path: exhibit.path, reason: place + reason)
    }
    let records = input.evidence.results.map { results in
      UnboundEvidence(
        path: results.path,
        reason: "a record of runs; the claims rest on what the paper reports of them")
    }
    return exhibits + records
  }
}
