internal import IR

/// What the requirements of a rubric are held against.
struct RequirementInput: Codable, Sendable {
  let rubric: Rubric
  let sources: SourceMap
  let view: PaperView?
  let repository: Repository?
  let atoms: Atoms
  let evidence: Evidence
  let claims: Claims
  let concepts: Concepts
  let experiments: Experiments
  let solution: Solution
  let heuristics: Heuristics
  let parameters: Parameters
  let environment: Environment
  let code: CodeIndex

  /// Nil without a rubric.
  init?(_ document: Document) {
    guard let rubric = document.inputs.rubric else { return nil }
    self.rubric = rubric
    sources = document.sources
    view = PaperView(document)
    repository = document.inputs.repository
    atoms = document.atoms
    evidence = document.evidence
    claims = document.claims
    concepts = document.concepts
    experiments = document.experiments
    solution = document.solution
    heuristics = document.heuristics
    parameters = document.parameters
    environment = document.environment
    code = document.code
  }
}

/// Binds each leaf of a rubric to the line or sentence that answers it, and to the place of the
/// artifact that holds it.
struct RequirementBinder {
  private let input: RequirementInput
  private var search: AnswerSearch
  private let places: FiledPlaces
  private let anchors: PlanAnchors
  private let text: SourceText?

  /// In characters; no value is longer.
  private static let detailLimit = 200

  init(_ input: RequirementInput) {
    self.input = input
    let text = input.sources[input.rubric.source]
    let index = AnswerIndex(
      view: input.view, atoms: input.atoms, repository: input.repository, sources: input.sources)
    search = AnswerSearch(
      index, leaves: input.rubric.leaves.map { text?.text(of: $0.requirement.bytes) ?? "" })
    places = FiledPlaces(input)
    anchors = PlanAnchors(input.claims, input.experiments)
    self.text = text
  }

  /// What two leaves with one text below the same requirements share.
  private struct Key: Hashable {
    let requirement: String
    let path: Int
  }

  /// In the order of their groups: categories as they first appear, then as in the rubric.
  mutating func requirements() -> Reported<[Requirement]> {
    let paths = RubricPaths(input.rubric, text)
    var known: [Key: Int?] = [:]
    var unfiled: [Requirement] = []
    var requirements: [Requirement] = []
    for (position, node) in ordered().enumerated() {
      let words = text?.text(of: input.rubric.nodes[node].requirement.bytes) ?? ""
      let key = Key(requirement: words, path: paths.path(above: node))
      let unit: Int?
      if let found = known[key] {
        unit = found
      } else {
        unit = search.answer(to: words, ancestors: paths.terms(above: node))
        known[key] = .some(unit)
      }
      let requirement = requirement(EntityID(position + 1), node, unit)
      if requirement.gap == .notFiled { unfiled.append(requirement) }
      requirements.append(requirement)
    }
    return Reported(requirements, unfiled.first.map { [.notFiled($0, unfiled.count)] } ?? [])
  }

  private func ordered() -> [Int] {
    var categories: [String] = []
    var groups: [String: [Int]] = [:]
    for (index, node) in input.rubric.nodes.enumerated() where node.isLeaf {
      let category = node.fineCategory ?? "Uncategorized"
      if groups[category] == nil { categories.append(category) }
      groups[category, default: []].append(index)
    }
    return categories.flatMap { groups[$0] ?? [] }
  }

  private func requirement(_ id: EntityID<Requirement>, _ node: Int, _ found: Int?) -> Requirement {
    var requirement = Requirement(id: id, node: node)
    let unit = found.map { search.index.units[$0] }
    if let unit {
      requirement.keyDetail = .stated(detail(unit))
      requirement.code = unit.line
    }
    let filed = unit.flatMap(places.place)
    let leaf = input.rubric.nodes[node]
    let isPlanned = filed?.file.hasPrefix("logic/") ?? false
    let anchor =
      isPlanned
      ? nil
      : anchors.place(
        of: text?.text(of: leaf.requirement.bytes) ?? "", category: leaf.category)
    guard let place = anchor ?? filed else {
      requirement.gap = unit == nil ? .absent : .notFiled
      return requirement
    }
    requirement.file = place.file
    requirement.heading = place.heading
    return requirement
  }

  /// The line or the sentence, its end left out where it is long.
  private func detail(_ unit: AnswerIndex.Unit) -> Grounded<String> {
    let whole = input.sources.text(of: unit.span)
    let opening = Wording.opening(whole, limit: Self.detailLimit)
    guard whole.count > Self.detailLimit, opening.bytes > 0 else {
      return Grounded(whole, [unit.span])
    }
    return input.sources.grounded(unit.span.narrowed(to: 0..<opening.bytes))
  }
}

extension Diagnostic {
  fileprivate static func notFiled(_ first: Requirement, _ count: Int) -> Self {
    let place = first.code.map { ": \($0.path):\($0.lines?.lowerBound ?? 1)" } ?? ""
    return Diagnostic(
      code: "P201", severity: .warning,
      message: "\(count) requirements are answered by an input at a place that the artifact does"
        + " not hold; the first is \(first.id)\(place)")
  }
}
