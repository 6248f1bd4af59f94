package import IR

/// The solution: overview, components, equations, algorithms, steps, boundaries and limitations.
package struct SolutionRules: Pass {
  package static let id = PassID("solution", version: 1)
  package static let reads = ["paper", "atoms"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms)
  }

  private static let componentLimit = 12
  private static let limitationLimit = 12
  private static let stepLimit = 12

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Solution>
  {
    guard let view = input.view else { return Reported(Solution()) }
    let atoms = input.atoms.atoms.filter { Wording.isSentence(view.text(of: $0.span)) }
    var solution = Solution()
    solution.overview = overview(atoms, view)
    solution.components = components(atoms, view)
    solution.formulation = formulation(view, atoms)
    solution.algorithms = algorithms(view)
    solution.steps = steps(atoms, view)
    solution.complexity = Stated(complexity(atoms, view))
    solution.limitations = limitations(atoms, view)
    solution.boundaries = boundaries(atoms, view)
    return Reported(solution)
  }

  private func overview(_ atoms: [Atom], _ view: PaperView) -> [Grounded<String>] {
    let early = atoms.filter {
      SectionRole(of: $0.section, in: view) == .introduction && $0.weight(of: .contribution) >= 3
    }
    return early.prefix(3).map { view.grounded($0.span) }
  }

  // MARK: Components

  /// The parts that the method's sections name, with what their sentences say of them.
  private func components(_ atoms: [Atom], _ view: PaperView) -> [Component] {
    let methods = view.paper.sections.indices.dropFirst().filter {
      SectionRole(of: $0, in: view) == .method && !view.paper.sections[$0].isAppendix
    }
    let parts = methods.filter { view.paper.sections[$0].level >= 2 }
    let chosen = parts.count >= 2 ? parts : methods
    return chosen.prefix(Self.componentLimit).compactMap { index in
      guard let purpose = view.explanation(of: index, among: atoms) else { return nil }
      let own = atoms.filter { $0.section == index && Wording.isSentence(view.text(of: $0.span)) }
      func sentence(_ words: [String]) -> Grounded<String>? {
        let found = own.filter { atom in
          let text = view.text(of: atom.span).lowercase
          return words.contains { text.has($0) }
        }
        // Another sentence than the purpose says more.
        return (found.first { $0.span != purpose.span } ?? found.first).map {
          view.grounded($0.span)
        }
      }
      return Component(
        name: view.paper.sections[index].title, purpose: .stated(view.grounded(purpose.span)),
        inputs: Stated(
          sentence([
            "as input", "takes a", "takes the ", "given a", "given the ", "receives", "the input",
          ])),
        outputs: Stated(sentence(["output", "returns", "produces", "yields", "predicts"])),
        interactions: Stated(
          sentence([
            "followed by", "connected", "fed to", "fed into", "passed to", "combined with",
            "together with",
          ])),
        choices: Stated(
          own.first { $0.weight(of: .choice) + $0.weight(of: .heuristic) >= 3 }.map {
            view.grounded($0.span)
          }))
    }
  }

  // MARK: Mathematics

  /// Display equations of the body, each with the sentence before it.
  private func formulation(_ view: PaperView, _ atoms: [Atom]) -> [Formula] {
    var formulas: [Formula] = []
    for (index, block) in view.paper.blocks.enumerated() where block.kind == .equation {
      guard !view.paper.sections[block.section].isAppendix, formulas.count < 40 else { continue }
      let before = atoms.last { $0.block < index && $0.section == block.section }
      formulas.append(
        Formula(
          text: view.grounded(block.span),
          meaning: Stated(before.map { view.grounded($0.span) })))
    }
    return formulas
  }

  private func algorithms(_ view: PaperView) -> [Algorithm] {
    view.paper.blocks.filter { $0.kind == .algorithm }.compactMap { block in
      let text = view.text(of: block.span)
      var offset = 0
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        line -> Grounded<String> in
        defer { offset += line.utf8.count + 1 }
        return Grounded(
          String(line), [block.span.narrowed(to: offset..<(offset + line.utf8.count))])
      }
      guard let title = lines.first else { return nil }
      return Algorithm(title: title, lines: Array(lines.dropFirst()))
    }
  }

  private func steps(_ atoms: [Atom], _ view: PaperView) -> [Grounded<String>] {
    let method = atoms.filter {
      SectionRole(of: $0.section, in: view) == .method
        && !view.paper.sections[$0.section].isAppendix
    }
    let listed = method.filter { view.paper.blocks[$0.block].kind == .listItem }
    let worded = method.filter { $0.weight(of: .method) >= 2 }
    let chosen = listed.count >= 3 ? listed : worded
    return chosen.prefix(Self.stepLimit).map { view.grounded($0.span) }
  }

  private func complexity(_ atoms: [Atom], _ view: PaperView) -> Grounded<String>? {
    atoms.first { atom in
      let text = view.text(of: atom.span)
      if text.has("O(") { return true }
      let lower = text.lowercase
      return lower.has("complexity of") || lower.has("time complexity")
    }.map { view.grounded($0.span) }
  }

  // MARK: Limits

  private func limitations(_ atoms: [Atom], _ view: PaperView) -> [Grounded<String>] {
    let scored = atoms.compactMap { atom -> (Atom, Int)? in
      let role = SectionRole(of: atom.section, in: view)
      guard role != .related, isOwnLimit(view.text(of: atom.span), role) else { return nil }
      let weight =
        atom.weight(of: .limitation) + sectionWeight(atom.section, role, view)
        + min(atom.weight(of: .future) + atom.weight(of: .negative), 1)
      return weight >= 3 && atom.weight(of: .contribution) < 5 ? (atom, weight) : nil
    }
    let best = scored.sorted { ($1.1, $0.0.span) < ($0.1, $1.0.span) }
    return distinct(best.map(\.0), view, limit: Self.limitationLimit)
  }

  /// A section about limits alone holds nothing else; `Discussion and Limitations` does.
  private func sectionWeight(_ section: Int, _ role: SectionRole, _ view: PaperView) -> Int {
    switch role {
    case .conclusion: return 1
    case .limitations:
      let title = view.paper.sections[section].title.value.lowercase
      return ["limitation", "threats"].contains(where: title.hasPrefix) ? 4 : 2
    default: return 0
    }
  }

  /// Whether a sentence speaks of this work's limits, neither of those that it removes nor of those
  /// that are only announced: `We discuss the limitations of our method.`
  private func isOwnLimit(_ text: String, _ role: SectionRole) -> Bool {
    let lower = text.lowercase
    let words = lower.parts(between: " ").count
    let announces =
      words < 14 && lower.has("limitation")
      && ["discuss", "describe", "state", "list", "outline", "summari", "there are", "acknowledge"]
        .contains { lower.has($0) }
    guard words >= 5, !announces else { return false }
    if role == .limitations { return true }
    let removes = [
      "overcom", "address", "tackl", "alleviat", "confront", "circumvent", "solutions to",
      "existing limitations",
    ]
    let others = ["traditional", "existing", "prior ", "previous "]
    return !(removes + others).contains { lower.has($0) }
  }

  /// What the method holds for: conditions that sentences state with "only", "provided", "requires".
  private func boundaries(_ atoms: [Atom], _ view: PaperView) -> [Grounded<String>] {
    let words = [
      "only if", "only when", "provided that", "as long as", "requires", "restricted to",
      "holds for", "valid for", "applicable",
    ]
    let found = atoms.filter { atom in
      guard SectionRole(of: atom.section, in: view) != .related else { return false }
      let text = view.text(of: atom.span).lowercase
      return words.contains { text.has($0) }
    }
    return distinct(found, view, limit: 6)
  }

  private func distinct(_ atoms: [Atom], _ view: PaperView, limit: Int) -> [Grounded<String>] {
    var kept: [Atom] = []
    for atom in atoms where kept.count < limit {
      let text = view.text(of: atom.span)
      guard text.count < 600,
        !kept.contains(where: { Wording.similarity(view.text(of: $0.span), text) > 0.6 })
      else { continue }
      kept.append(atom)
    }
    return kept.sorted { $0.span < $1.span }.map { view.grounded($0.span) }
  }
}
