internal import IR

/// Where the artifact holds what the inputs say.
struct FiledPlaces {
  struct Place {
    let file: String
    /// The block or field of the file: `E02`, the name of a parameter.
    var heading: String? = nil
  }

  private var spans: [(bytes: SourceSpan, place: Place)] = []
  private var sections: [Int: Place] = [:]
  private var modules: [(code: CodeReference, place: Place)] = []
  private var indexed: [String: Place] = [:]
  private let topLevel: [Int]

  /// The most specific places come first.
  init(_ input: RequirementInput) {
    topLevel =
      input.view.map { view in
        view.paper.sections.indices.map { view.topLevel(of: $0) }
      } ?? []
    add(input.parameters)
    add(input.experiments)
    for claim in input.claims.claims {
      add([claim.title, claim.statement] + claim.basis, "logic/claims.md", "\(claim.id)")
    }
    for heuristic in input.heuristics.heuristics {
      add(
        [heuristic.title, heuristic.rationale], "logic/solution/heuristics.md", "\(heuristic.id)")
      if let code = heuristic.code {
        modules.append(
          (code, Place(file: "logic/solution/heuristics.md", heading: "\(heuristic.id)")))
      }
    }
    for concept in input.concepts.concepts {
      add([concept.definition], "logic/concepts.md", concept.term.value)
    }
    add(input.solution)
    add(input.environment)
    for text in input.evidence.texts { sections[text.section] = Place(file: text.path) }
    for module in input.code.modules {
      guard case .transcribed(let code) = module.grounding else { continue }
      modules.append((code, Place(file: "src/execution/\(module.file)")))
    }
    for artifact in input.code.artifacts where !artifact.path.value.isEmpty {
      indexed[artifact.path.value] = Place(file: "src/artifacts.md")
    }
  }

  /// The most specific place that holds a unit; nil if the artifact does not hold it.
  func place(of unit: AnswerIndex.Unit) -> Place? {
    if let filed = spans.first(where: { $0.bytes.overlaps(unit.span) }) { return filed.place }
    if let code = unit.line {
      let line = code.lines?.lowerBound ?? 0
      let module = modules.first { module in
        module.code.path == code.path && module.code.lines?.contains(line) ?? true
      }
      return module?.place ?? indexed[code.path]
    }
    guard let section = unit.section, topLevel.indices.contains(section) else { return nil }
    return sections[section] ?? sections[topLevel[section]]
  }

  // MARK: Slots

  private mutating func add(_ values: [Grounded<String>], _ file: String, _ heading: String?) {
    let place = Place(file: file, heading: heading)
    for value in values { spans += value.spans.map { ($0, place) } }
  }

  private mutating func add(_ parameters: Parameters) {
    for parameter in parameters.parameters {
      add(
        [parameter.value] + parameter.source + parameter.conflicts.map(\.value),
        "src/configs/\(parameter.group.rawValue).md", parameter.name.value)
    }
  }

  private mutating func add(_ experiments: Experiments) {
    for experiment in experiments.experiments {
      let setup = experiment.setup
      let stated = [setup.model, setup.hardware, setup.dataset, setup.system].compactMap(\.grounded)
      add(
        stated + experiment.procedure + experiment.metrics + experiment.expectedOutcome
          + experiment.baselines, "logic/experiments.md", "\(experiment.id)")
    }
  }

  private mutating func add(_ solution: Solution) {
    add(
      solution.steps + [solution.complexity.grounded].compactMap(\.self),
      "logic/solution/algorithm.md", nil)
    for component in solution.components {
      add(
        [component.name] + [component.purpose.grounded].compactMap(\.self),
        "logic/solution/architecture.md", component.name.value)
    }
    add(solution.overview, "logic/solution/architecture.md", nil)
    add(
      solution.boundaries + solution.limitations.map(\.statement) + solution.openEnds,
      "logic/solution/constraints.md", nil)
  }

  private mutating func add(_ environment: Environment) {
    let stated = [
      environment.runtime, environment.python, environment.framework, environment.hardware,
      environment.protocols, environment.seeds,
    ].compactMap(\.grounded)
    add(stated + environment.dataSources + environment.dependencies, "src/environment.md", nil)
  }
}

extension SourceSpan {
  fileprivate func overlaps(_ other: SourceSpan) -> Bool {
    source == other.source && bytes.overlaps(other.bytes)
  }
}
