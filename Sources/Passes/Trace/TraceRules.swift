package import IR

/// The exploration tree from the paper: its question, its experiments, its decisions and what it
/// reports as worse; from run logs: their task and attempts.
package struct TraceRules: Pass {
  package static let id = PassID("trace", version: 4)
  package static let reads = [
    "paper", "repository", "rubric", "logs", "atoms", "problem", "claims", "experiments",
  ]
  package static let repairs: Set<DiagnosticCode> = [
    "ARA314", "ARA516", "ARA517", "ARA518", "ARA519", "ARA709",
  ]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let sources: SourceMap
    let repository: Repository?
    let rubric: Rubric?
    let logs: [RunLog]
    let atoms: Atoms
    let problem: Problem
    let claims: Claims
    let experiments: Experiments
    let manifest: PaperMetadata?
    let previous: Trace
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(
      view: PaperView(document), sources: document.sources,
      repository: document.inputs.repository, rubric: document.inputs.rubric,
      logs: document.inputs.logs, atoms: document.atoms,
      problem: document.problem, claims: document.claims, experiments: document.experiments,
      manifest: document.inputs.paper?.metadata, previous: document.trace)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Trace>
  {
    let subjects = Set(findings.compactMap { $0.subject?.id })
    let refused = Set(
      input.previous.nodes.filter { subjects.contains($0.id.description) }.flatMap(\.title.spans))
    let history =
      input.repository.map {
        HistoryTree(repository: $0, sources: input.sources, refused: refused).nodes()
      } ?? []
    var roots: [TraceNode] = []
    if let view = input.view {
      let tree = PaperTree(view: view, atoms: input.atoms, refused: refused)
      if var root = tree.root(
        problem: input.problem, title: input.manifest?.title, experiments: input.experiments,
        claims: input.claims)
      {
        root.children += history
        roots.append(root)
      }
    }
    // Nothing says what question a repository alone was to answer.
    if roots.isEmpty { roots = history }
    for log in input.logs { roots += LogTree(log: log, sources: input.sources).roots() }
    if roots.isEmpty, let asked = input.rubric.flatMap({ question($0, input.sources) }) {
      roots = [asked]
    }
    return Reported(Trace(roots: Self.numbered(roots)))
  }

  /// What a rubric asks of everything below its root.
  private func question(_ rubric: Rubric, _ sources: SourceMap) -> TraceNode? {
    guard let root = rubric.nodes.first else { return nil }
    let text = sources.oneLine(root.requirement)
    return TraceNode(
      id: EntityID(1), title: Title.make(of: text) ?? text, kind: .question, support: .inferred,
      sourceRefs: [Grounded("rubric \(rubric.paper)", [root.requirement])], provenance: .user,
      description: text)
  }

  /// Assigns identifiers in pre-order.
  static func numbered(_ roots: [TraceNode]) -> [TraceNode] {
    var next = 1
    func number(_ node: TraceNode) -> TraceNode {
      var node = node
      node.id = EntityID(next)
      next += 1
      node.children = node.children.map(number)
      return node
    }
    return roots.map(number)
  }
}
