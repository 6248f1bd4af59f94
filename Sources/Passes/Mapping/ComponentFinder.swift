internal import IR

/// Finds the parts that a method is built from: what the sections of the method are named after, and
/// the concepts that are parts by their names. A section that every paper has is no part.
struct ComponentFinder {
  private let view: PaperView
  /// Whole sentences.
  private let atoms: [Atom]
  private let concepts: [Concept]

  init(_ view: PaperView, _ atoms: [Atom], _ concepts: Concepts) {
    self.view = view
    self.atoms = atoms
    self.concepts = concepts.concepts
  }

  private static let limit = 12

  func components() -> [Component] {
    var found = sections().compactMap(component(ofSection:))
    for concept in concepts where isPart(concept) && !found.contains(where: { names($0, concept) })
    {
      found.append(component(of: concept))
    }
    return Array(found.prefix(Self.limit))
  }

  // MARK: Sections

  /// The sections of the method that are named after a part, without those that hold them.
  private func sections() -> [Int] {
    let named = view.paper.sections.indices.dropFirst().filter { index in
      view.roles[index] == .method && !view.paper.sections[index].isAppendix
        && isOfMethod(index) && !isGeneric(view.paper.sections[index].title.value)
    }
    let parts = named.filter { view.paper.sections[$0].level >= 2 }
    return parts.count >= 2 ? parts : named
  }

  /// Whether neither a section nor one above it is on other work, on what is known or on what came
  /// out.
  private func isOfMethod(_ index: Int) -> Bool {
    var current: Int? = index
    while let at = current {
      let title = view.paper.sections[at].title.value.lowercase
      if [.related, .introduction, .conclusion, .limitations].contains(view.roles[at])
        || Self.others.contains(where: title.has)
      {
        return false
      }
      current = view.paper.sections[at].parent
    }
    return true
  }

  private static let others = [
    "background", "preliminar", "notation", "experiment", "result", "evaluation", "ablation",
    "dataset", "metric", "baseline",
  ]

  /// Titles that say which kind of section it is, not what it is about.
  private static let generic: Set<String> = [
    "method", "methods", "methodology", "approach", "proposed", "our", "the", "model", "models",
    "modeling", "architecture", "architectures", "algorithm", "algorithms", "framework", "system",
    "overview", "problem", "setting", "settings", "setup", "statement", "formulation",
    "formulations", "definition", "definitions", "formalism", "assumption", "assumptions",
    "motivation", "design", "details", "dataset", "datasets", "data", "metric", "metrics",
    "evaluation", "protocol", "baseline", "baselines", "theory", "analysis", "complexity",
    "implementation", "hyperparameters", "variations", "variants", "card", "training", "inference",
    "and", "of", "for", "in", "a", "an", "task", "tasks", "materials", "development", "procedure",
    "input", "output", "representation", "network", "size", "scale", "implication",
  ]

  private func isGeneric(_ title: String) -> Bool {
    title.lowercase.parts(between: " -:,()&").allSatisfy { Self.generic.contains(String($0)) }
  }

  private func component(ofSection index: Int) -> Component? {
    guard let purpose = view.explanation(of: index, among: atoms) else { return nil }
    return component(
      view.paper.sections[index].title, view.grounded(purpose.span),
      atoms.filter { $0.section == index })
  }

  // MARK: Concepts

  /// What parts of methods are called.
  private static let heads: Set<String> = [
    "network", "module", "encoder", "decoder", "layer", "generator", "discriminator", "predictor",
    "classifier", "estimator", "mechanism", "block", "head", "loss", "branch", "unit", "controller",
    "scheduler", "sampler", "retriever", "denoiser", "tokenizer", "sublayer", "gate", "buffer",
    "function", "embedding", "encoding", "expert", "connection", "operator",
  ]

  /// A concept that ends as parts do, and that the method speaks of.
  private func isPart(_ concept: Concept) -> Bool {
    let words = concept.term.value.lowercase.parts(between: " -")
    guard words.count > 1, let head = words.last else { return false }
    return Self.heads.contains(Plurals.singular(String(head))) && !mentions(of: concept).isEmpty
  }

  private func mentions(of concept: Concept) -> [Atom] {
    let term = concept.term.value.lowercase
    return atoms.filter { atom in
      [.method, .other].contains(view.roles[view.topLevel(of: atom.section)])
        && isOfMethod(atom.section)
        && view.text(of: atom.span).lowercase.has(term)
    }
  }

  /// Whether a component is what a concept names.
  private func names(_ component: Component, _ concept: Concept) -> Bool {
    let title = component.name.value.lowercase.parts(between: " -").map {
      Plurals.singular(String($0))
    }
    return concept.term.value.lowercase.parts(between: " -").allSatisfy {
      title.contains(Plurals.singular(String($0)))
    }
  }

  private func component(of concept: Concept) -> Component {
    component(concept.term, concept.definition, mentions(of: concept))
  }

  /// A part with what its sentences say of it.
  private func component(_ name: Grounded<String>, _ purpose: Grounded<String>, _ own: [Atom])
    -> Component
  {
    let fields = ComponentFields(name.value, besides: purpose.spans, own, view)
    return Component(
      name: name, purpose: .stated(purpose), inputs: fields.inputs, outputs: fields.outputs,
      interactions: fields.interactions, choices: fields.choices)
  }
}
