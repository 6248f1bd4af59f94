package import IR

/// Binds the layers to each other.
package struct LinkRules: Pass {
  package static let id = PassID("links", version: 4)
  package static let reads = [
    "paper", "atoms", "evidence", "claims", "experiments", "relatedWorks", "trace", "code",
  ]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let claims: Claims
    let experiments: Experiments
    let works: RelatedWorks
    let trace: Trace
    let code: CodeIndex
    let evidence: Evidence
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(
      view: PaperView(document), atoms: document.atoms, claims: document.claims,
      experiments: document.experiments, works: document.relatedWorks, trace: document.trace,
      code: document.code, evidence: document.evidence)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Links>
  {
    guard let view = input.view else { return Reported(Links()) }
    var links = Links()
    links.proofs = input.claims.claims.flatMap { claim in
      ProofRelation.experiments(for: claim, among: input.experiments.experiments, view).map {
        Links.Proof(claim: claim.id, experiment: $0)
      }
    }
    links.exhibitClaims = exhibitClaims(input)
    links.relatedClaims = relatedClaims(input, view)
    links.nodeClaims = nodeClaims(input)
    links.codeClaims = codeClaims(input)
    links.runs = runs(input)
    links.decisions = ComparisonCheck(view, input.atoms).decisions(on: input.claims.claims)
    return Reported(links, contradictions(links.decisions, input.claims.claims))
  }

  /// One for each sentence that a table contradicts, whatever claims rest on it.
  private func contradictions(_ decisions: [Links.Decision], _ claims: [Claim]) -> [Diagnostic] {
    var seen: Set<SourceSpan?> = []
    return decisions.filter { $0.verdict == .contradicted }.compactMap { decision in
      claims.first { $0.id == decision.claim }.map {
        Diagnostic.contradiction(decision, of: $0)
      }
    }.filter { seen.insert($0.span).inserted }
  }

  private func exhibitClaims(_ input: Input) -> [Links.ExhibitClaims] {
    input.evidence.exhibits.compactMap { exhibit in
      let claims = input.claims.claims.filter { $0.exhibits.contains(exhibit.label) }.map(\.id)
      return claims.isEmpty ? nil : Links.ExhibitClaims(exhibit: exhibit.label, claims: claims)
    }
  }

  /// Claims whose sentences cite the work, or that rest on a table which compares it.
  private func relatedClaims(_ input: Input, _ view: PaperView) -> [Links.RelatedClaims] {
    let compared = ComparedWorks(view)
    return input.works.works.compactMap { work in
      let sites = view.paper.citations.filter { $0.references.contains(work.reference) }.map(\.span)
      let tables = compared.tables(naming: work.reference)
      let claims = input.claims.claims.filter { claim in
        claim.basis.flatMap(\.spans).contains { span in sites.contains { span.contains($0) } }
          || claim.exhibits.contains(where: tables.contains)
      }.map(\.id)
      return claims.isEmpty ? nil : Links.RelatedClaims(work: work.id, claims: claims)
    }
  }

  private func nodeClaims(_ input: Input) -> [Links.NodeClaims] {
    input.trace.nodes.compactMap { node in
      let claims = input.claims.claims.filter { claim in
        claim.exhibits.contains { node.exhibits.contains($0) }
      }.map(\.id)
      return claims.isEmpty ? nil : Links.NodeClaims(node: node.id, claims: claims)
    }
  }

  /// Claims that say what a file's path, its definitions or what they are bound to say, in words
  /// that few files have.
  private func codeClaims(_ input: Input) -> [Links.CodeClaims] {
    let bindings = Dictionary(grouping: input.code.bindings, by: \.code.path)
    let words = input.code.artifacts.map { artifact in
      let path = artifact.path.value
      let bound = (bindings[path] ?? []).flatMap { [$0.symbol.value, $0.term.value] }
      let texts = [path] + bound + [artifact.contents.grounded?.value].compactMap { $0 }
      return Set(texts.flatMap { IdentifierWords.keys($0) })
    }
    var files: [UInt64: Int] = [:]
    for key in words.joined() { files[key, default: 0] += 1 }
    let most = max(1, words.count / 4)
    let claims = input.claims.claims.map { claim in
      let said = IdentifierWords.keys(Wording.content(claim.statement.value).joined(separator: " "))
      return (claim.id, Set(said.filter { files[$0].map { $0 <= most } ?? false }))
    }
    return zip(input.code.artifacts, words).compactMap { artifact, words in
      let served = claims.filter { $0.1.intersection(words).count >= 2 }.map(\.0)
      return served.isEmpty ? nil : Links.CodeClaims(path: artifact.path.value, claims: served)
    }
  }

  /// The script whose name shares most words with an experiment's title, but for those that any
  /// script may have.
  private func runs(_ input: Input) -> [Links.ExperimentRun] {
    let scripts = input.code.artifacts.filter { $0.run.grounded != nil }.map { script in
      let file = script.path.value.split(separator: "/").last.map(String.init) ?? ""
      return (path: script.path.value, words: Self.words(of: file).subtracting(Self.anyScript))
    }
    return input.experiments.experiments.compactMap { experiment in
      let words = Set(Wording.content(experiment.title.value))
      let best = scripts.map { ($0.path, $0.words.intersection(words).count) }.max {
        ($0.1, $1.0) < ($1.1, $0.0)
      }
      guard let best, best.1 > 0 else { return nil }
      return Links.ExperimentRun(experiment: experiment.id, path: best.0)
    }
  }

  private static let anyScript: Set<String> = [
    "analysis", "analyze", "benchmark", "eval", "evaluate", "evaluation", "experiment",
    "experiments", "main", "model", "plot", "result", "results", "run", "script", "test", "train",
    "training",
  ]

  /// The words of a path.
  private static func words(of path: String) -> Set<String> {
    let spaced = path.swapping("_", for: " ").swapping("/", for: " ").swapping(".", for: " ")
    return Set(Wording.content(spaced))
  }
}
