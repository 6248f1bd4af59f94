package import IR

/// What the artifact answers: the rubric's leaves, and the shortfalls against the minimum counts.
package struct CoverageRules: Pass {
  package static let id = PassID("coverage", version: 1)
  package static let reads = [
    "rubric", "evidence", "concepts", "experiments", "heuristics", "parameters", "trace", "code",
    "data", "links",
  ]

  package struct Input: Codable, Sendable {
    let rubric: Rubric?
    let rubricText: SourceText?
    let evidence: Evidence
    let concepts: Concepts
    let experiments: Experiments
    let heuristics: Heuristics
    let parameters: Parameters
    let trace: Trace
    let code: CodeIndex
    let data: DataCards
    let links: Links
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(
      rubric: document.inputs.rubric,
      rubricText: document.inputs.rubric.flatMap { document.sources[$0.source] },
      evidence: document.evidence, concepts: document.concepts, experiments: document.experiments,
      heuristics: document.heuristics, parameters: document.parameters, trace: document.trace,
      code: document.code,
      data: document.data, links: document.links)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Coverage>
  {
    Reported(
      Coverage(
        requirements: requirements(input), knownGaps: knownGaps(input),
        withoutClaim: withoutClaim(input)))
  }

  // MARK: Minimum counts

  private func knownGaps(_ input: Input) -> [KnownGap] {
    let nodes = input.trace.nodes
    let deadEnds = nodes.count { if case .deadEnd = $0.kind { true } else { false } }
    let decisions = nodes.count { if case .decision = $0.kind { true } else { false } }
    let counts: [(KnownGap.Subject, Int, Int)] = [
      (.concepts, input.concepts.concepts.count, 5),
      (.experiments, input.experiments.experiments.count, 3),
      (.heuristics, input.heuristics.heuristics.count, 1),
      (.codeFile, input.code.modules.count { $0.file.hasSuffix(".py") }, 1),
      (.treeNodes, nodes.count, 8),
      (.deadEnd, deadEnds, 1), (.decision, decisions, 1),
    ]
    return counts.filter { $0.1 < $0.2 }.map { KnownGap(subject: $0.0, found: $0.1, wanted: $0.2) }
  }

  private func withoutClaim(_ input: Input) -> [UnboundEvidence] {
    let bound = Set(input.links.exhibitClaims.map(\.exhibit)).union(
      input.experiments.experiments.flatMap(\.exhibits))
    let exhibits = input.evidence.exhibits.filter { !bound.contains($0.label) }.map { exhibit in
      let reason =
        exhibit.label.kind == .figure && exhibit.type != .quantitativePlot
        ? "it illustrates and reports no measurement that a claim of the paper names"
        : "no sentence of the paper that reads as a claim names it"
      return UnboundEvidence(path: exhibit.path, reason: reason)
    }
    let records = input.evidence.results.map { results in
      UnboundEvidence(
        path: results.path,
        reason: "a record of runs; the claims rest on what the paper reports of them")
    }
    return exhibits + records
  }

  // MARK: Rubric

  /// Leaves in the order of their groups: categories as they first appear, then walk order.
  private func requirements(_ input: Input) -> [Requirement] {
    guard let rubric = input.rubric else { return [] }
    var categories: [String] = []
    var groups: [String: [Int]] = [:]
    for (index, node) in rubric.nodes.enumerated() where node.isLeaf {
      let category = node.fineCategory ?? "Uncategorized"
      if groups[category] == nil { categories.append(category) }
      groups[category, default: []].append(index)
    }
    let ordered = categories.flatMap { groups[$0] ?? [] }
    return ordered.enumerated().map { position, node in
      let detail = keyDetail(rubric.nodes[node], input)
      return Requirement(
        id: EntityID(position + 1), node: node,
        file: detail?.file ?? file(for: rubric.nodes[node], input),
        keyDetail: Stated(detail?.value))
    }
  }

  /// The parameter that the requirement names, with its value.
  private func keyDetail(_ node: Rubric.Node, _ input: Input) -> (
    file: String, value: Grounded<String>
  )? {
    guard let text = input.rubricText?.text(of: node.requirement.bytes).lowercased() else {
      return nil
    }
    let hits = input.parameters.parameters.filter { parameter in
      let name = parameter.name.value.lowercased()
      return name.count > 4 && text.contains(name)
        && text.contains(parameter.value.value.lowercased())
    }
    guard let hit = hits.first else { return nil }
    return ("src/configs/\(hit.group.rawValue).md", hit.value)
  }

  /// The place that answers requirements of this category (`spec/logs-and-rubrics.md`, 15.3), if
  /// the artifact has something there.
  private func file(for node: Rubric.Node, _ input: Input) -> String? {
    switch node.fineCategory {
    case "Environment & Infrastructure Setup", "Dataset and Model Acquisition":
      "src/environment.md"
    case "Data Processing & Preparation":
      input.data.preprocessing != nil ? "data/preprocessing.md" : nil
    case "Method Implementation":
      "logic/solution/algorithm.md"
    case "Experimental Setup", "Logging, Analysis & Presentation":
      input.experiments.experiments.isEmpty ? nil : "logic/experiments.md"
    case "Evaluation, Metrics & Benchmarking":
      node.category == "Result Analysis"
        ? "logic/claims.md" : input.experiments.experiments.isEmpty ? nil : "logic/experiments.md"
    default:
      nil
    }
  }
}
