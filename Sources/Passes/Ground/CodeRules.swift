package import IR

/// The code of the work: an index of the repository, the modules worth keeping, prompts.
package struct CodeRules: Pass {
  package static let id = PassID("code", version: 2)
  package static let reads = ["paper", "repository", "rubric", "atoms", "solution", "concepts"]
  package static let repairs: Set<DiagnosticCode> = ["ARA109", "ARA115", "ARA710", "ARA711"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let repository: Repository?
    let text: SourceText?
    let rubric: Rubric?
    let requirements: SourceText?
    let atoms: Atoms
    let solution: Solution
    let concepts: Concepts
  }

  package init() {}

  package func input(from document: Document) -> Input {
    let repository = document.inputs.repository
    let rubric = repository == nil ? nil : document.inputs.rubric
    return Input(
      view: PaperView(document), repository: repository,
      text: repository.flatMap { document.sources[$0.source] }, rubric: rubric,
      requirements: rubric.flatMap { document.sources[$0.source] }, atoms: document.atoms,
      solution: document.solution, concepts: document.concepts)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<CodeIndex>
  {
    var index = CodeIndex()
    // A file that a finding names is not copied again.
    let refused = Set(
      findings.compactMap { $0.artifact?.file.split(separator: "/").last.map(String.init) })
    if let repository = input.repository, let text = input.text {
      let binding = MethodBinding(input, repository, text)
      let kernel = KernelRules(input: input, binding: binding)
      index.bindings = binding?.bindings ?? []
      index.artifacts = Self.ranked(CodeCatalogue(repository, text).artifacts(), binding)
      (index.mode, index.reason) = kernel.mode()
      if index.mode == .kernel { index.modules = kernel.modules(text, refused: refused) }
    }
    if let view = input.view {
      index.modules.append(ReportedValues(view: view, solution: input.solution).module())
      index.prompts = prompts(view)
    }
    return Reported(index)
  }

  // MARK: Order

  /// Files that stand before the others.
  private static let mostRanked = 12

  /// The files that speak most of the work first, each with the component that it serves.
  private static func ranked(_ artifacts: [CodeArtifact], _ binding: MethodBinding?)
    -> [CodeArtifact]
  {
    guard let binding else { return artifacts }
    let best = binding.relevance.rows.prefix(mostRanked).filter { $0.score > 0 }
    let ranks = Dictionary(
      best.enumerated().map { ($1.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    let served = artifacts.map { artifact in
      var artifact = artifact
      artifact.component = Stated(binding.components[artifact.path.value])
      return artifact
    }
    return served.enumerated().sorted { a, b in
      let first = ranks[a.element.path.value] ?? mostRanked
      let second = ranks[b.element.path.value] ?? mostRanked
      return (first, a.offset) < (second, b.offset)
    }.map(\.element)
  }

  // MARK: Prompts

  /// Sections whose title speaks of prompts, verbatim.
  private func prompts(_ view: PaperView) -> [Prompt] {
    view.paper.sections.indices.dropFirst().compactMap { index in
      let section = view.paper.sections[index]
      guard section.title.value.lowercased().has("prompt"),
        section.isAppendix || section.level > 1
      else { return nil }
      let blocks = view.paper.blocks.filter {
        $0.section == index && $0.kind != .heading && $0.kind != .exhibit
      }
      let slug = Slug.make(section.title.value, words: 6)
      guard !blocks.isEmpty, !slug.isEmpty else { return nil }
      return Prompt(name: slug, title: section.title, text: blocks.map { view.grounded($0.span) })
    }
  }
}

extension CodeRules.Input {
  /// What the work calls itself: the names that it introduces, and the words of its title.
  var names: [String] {
    guard let view else { return [rubric?.paper, repositoryTitle].compactMap { $0 } }
    let title = view.paper.metadata.title?.value
    return OwnNames.of(view, atoms).names.sorted() + [title].compactMap { $0 }
  }

  /// The first heading of the README, where no paper has a title.
  private var repositoryTitle: String? {
    guard let text, let repository else { return nil }
    let readme = repository.files.first { $0.path.lowercased().hasPrefix("readme") }
    let content = readme?.text.map { text.text(of: $0.bytes) }
    return content?.split(separator: "\n").first { $0.hasPrefix("# ") }.map(String.init)
  }
}
