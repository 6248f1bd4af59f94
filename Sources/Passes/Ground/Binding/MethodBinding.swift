internal import IR

/// The comparison of a work with its code: which files carry it out, and which definitions.
struct MethodBinding {
  let relevance: FileRelevance
  let bindings: [CodeBinding]
  /// The component that a file serves, by its path.
  let components: [String: Grounded<String>]

  /// Nil where nothing but the repository tells of the work.
  init?(_ input: CodeRules.Input, _ repository: Repository, _ text: SourceText) {
    let work: WorkText
    if let view = input.view {
      work = WorkText(view)
    } else if let rubric = input.rubric, let requirements = input.requirements {
      work = WorkText(rubric, requirements)
    } else {
      return nil
    }
    let components = Self.components(input)
    let names = input.names + components.map(\.name.value)
    let vocabulary = WorkVocabulary(work, names: names + input.names)
    let graph = ImportGraph(repository, text)
    let spoken = FileRelevance(repository, text, vocabulary: vocabulary, graph: graph)
    let citations = input.view.map {
      CitingComments(view: $0, repository: repository, text: text).bindings()
    }
    let own = input.names.flatMap { IdentifierWords.scan($0) }
      .filter { ($0.isWhole || $0.isShort) && !WorkVocabulary.isCommon($0.key) }
    let bound = SymbolBinder(
      vocabulary: vocabulary, relevance: spoken, graph: graph, text: text,
      ownNames: Set(own.map(\.key))
    ).bindings(repository.symbols, components: components, citations: citations ?? [])
    bindings = bound.bindings
    relevance = spoken.favouring(bound.strengths)
    self.components = Self.served(components, bindings, relevance, graph)
  }

  private static func components(_ input: CodeRules.Input)
    -> [(name: Grounded<String>, place: Grounded<String>)]
  {
    guard let view = input.view else { return [] }
    return input.solution.components.map { component in
      let index = view.paper.sections.firstIndex { $0.title == component.name }
      return (component.name, index.map { view.label(ofSection: $0) } ?? component.name)
    }
  }

  // MARK: Components

  /// The share of a component's words that a file must have.
  private static let leastShare = 0.6

  /// What a file's definitions are bound to, else what its words come closest to, else what the
  /// files that import it serve.
  private static func served(
    _ components: [(name: Grounded<String>, place: Grounded<String>)], _ bindings: [CodeBinding],
    _ relevance: FileRelevance, _ graph: ImportGraph
  ) -> [String: Grounded<String>] {
    var served: [String: Grounded<String>] = [:]
    for binding in bindings where binding.subject == .component {
      if served[binding.code.path] == nil { served[binding.code.path] = binding.term }
    }
    for binding in bindings where served[binding.code.path] == nil {
      guard let own = components.first(where: { $0.place.value == binding.place.value }) else {
        continue
      }
      served[binding.code.path] = Grounded(
        own.name.value, own.name.spans, .computed("section that names what the file defines"))
    }
    for row in relevance.rows where served[row.file.path] == nil {
      let closest = components.map { ($0.name, share(of: $0.name.value, in: row, relevance)) }
        .max { ($0.1, $1.0.value) < ($1.1, $0.0.value) }
      guard let closest, closest.1 >= leastShare else { continue }
      served[row.file.path] = Grounded(
        closest.0.value, closest.0.spans, .computed("words that the file shares with the component")
      )
    }
    let direct = served
    for row in relevance.rows where direct[row.file.path] == nil {
      guard let name = graph.importers[row.file.path]?.lazy.compactMap({ direct[$0] }).first else {
        continue
      }
      served[row.file.path] = Grounded(
        name.value, name.spans, .computed("component of a file that imports it"))
    }
    return served
  }

  private static func share(
    of name: String, in row: FileRelevance.Row, _ relevance: FileRelevance
  ) -> Double {
    let keys = Set(IdentifierWords.keys(name).filter { !WorkVocabulary.isCommon($0) })
    // What every file has tells no component apart.
    let rare = keys.filter { (relevance.rarity[$0] ?? 0) > 0.1 }
    guard !rare.isEmpty else { return 0 }
    let found = rare.filter { (row.counts[$0] ?? 0) >= 2 }
    return found.count < min(2, rare.count) ? 0 : Double(found.count) / Double(keys.count)
  }
}
