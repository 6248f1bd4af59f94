package import IR

/// Tricks that the prose states with their reason, and what only the repository knows.
package struct HeuristicRules: Pass {
  package static let id = PassID("heuristics", version: 5)
  package static let reads = [
    "paper", "repository", "logs", "atoms", "parameters", "discrepancies", "code",
  ]
  package static let repairs: Set<DiagnosticCode> = ["ARA314", "ARA343", "ARA703", "ARA704"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let parameters: Parameters
    let repository: Repository?
    let text: SourceText?
    let code: CodeIndex
    let discrepancies: Discrepancies
    let logs: [RunLog]
    /// The texts of the logs.
    let logTexts: SourceMap
    let previous: Heuristics
  }

  package init() {}

  package func input(from document: Document) -> Input {
    let repository = document.inputs.repository
    return Input(
      view: PaperView(document), atoms: document.atoms, parameters: document.parameters,
      repository: repository, text: repository.flatMap { document.sources[$0.source] },
      code: document.code, discrepancies: document.discrepancies, logs: document.inputs.logs,
      logTexts: SourceMap(document.inputs.logs.compactMap { document.sources[$0.source] }),
      previous: document.heuristics)
  }

  private static let limit = 12
  /// What a sentence weighs that is a heuristic even if it gives no reason in so many words.
  private static let enough = 5

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Heuristics>
  {
    let subjects = Set(findings.compactMap { $0.subject?.id })
    let refused = Set(
      input.previous.heuristics.filter { subjects.contains($0.id.description) }.flatMap(
        \.rationale.spans))
    var heuristics: [Heuristic] = []
    if let view = input.view {
      var drafts = stated(input.atoms, view, refused)
      if drafts.isEmpty { drafts = settings(input.parameters) }
      let binding = SentenceCode(input.code.bindings)
      heuristics = drafts.enumerated().map { index, draft in
        Heuristic(
          id: EntityID(index + 1), title: draft.title, rationale: draft.rationale,
          code: binding.code(of: draft.rationale.value), source: draft.source, provenance: nil)
      }
      heuristics += ComparisonHeuristics(input.parameters, input.discrepancies)
        .heuristics(after: heuristics.count)
    }
    let coded = coded(input).filter { !refused.contains(where: $0.rationale.spans.contains) }
    heuristics += coded.enumerated().map { index, found in
      let lines = found.code.lines.map { ":\($0.lowerBound)" } ?? ""
      return Heuristic(
        id: EntityID(heuristics.count + index + 1), title: found.title, rationale: found.rationale,
        code: found.code,
        source: [Grounded(found.code.path + lines, found.rationale.spans)],
        provenance: .aiSuggested)
    }
    for log in input.logs {
      heuristics += RunHeuristics(log: log, sources: input.logTexts)
        .heuristics(after: heuristics.count)
    }
    return Reported(Heuristics(heuristics: heuristics))
  }

  /// What only the repository knows.
  private func coded(_ input: Input) -> [CodeHeuristic] {
    // Without a work that it belongs to, code is a program: its comments are about the program.
    guard let repository = input.repository, let text = input.text,
      input.view != nil || !input.code.bindings.isEmpty
    else { return [] }
    let ranks = Dictionary(
      input.code.artifacts.enumerated().map { ($1.path.value, $0) },
      uniquingKeysWith: { first, _ in first })
    let practices = input.view.map {
      CodePractices(repository: repository, text: text, view: $0, ranks: ranks).heuristics()
    }
    return (practices ?? [])
      + CodeComments(repository: repository, text: text, ranks: ranks).heuristics()
  }

  private struct Draft {
    let title: Grounded<String>
    let rationale: Grounded<String>
    let source: [Grounded<String>]
  }

  /// Sentences that give a practice and why.
  private func stated(_ atoms: Atoms, _ view: PaperView, _ refused: Set<SourceSpan>) -> [Draft] {
    let scored = atoms.atoms.compactMap { atom -> (Atom, Int)? in
      let role = SectionRole(of: atom.section, in: view)
      let sentence = view.sentence(atom.span)
      let weight =
        atom.weight(of: .heuristic) + atom.weight(of: .choice) / 2
        + (atom.weight(of: .method) > 0 ? 1 : 0)
      guard role != .related, role != .introduction, !refused.contains(atom.span),
        (weight >= Self.enough && !DanglingSubject.begins(sentence))
          || Practice.isReasoned(atom, sentence),
        !Practice.isNone(sentence.words),
        sentence.isWhole, sentence.text.count < 500, sentence.text.count > 40
      else { return nil }
      return (atom, weight)
    }
    var kept: [Atom] = []
    for (atom, _) in scored.sorted(by: { ($1.1, $0.0.span) < ($0.1, $1.0.span) })
    where kept.count < Self.limit {
      if !kept.contains(where: {
        Wording.similarity(view.text(of: $0.span), view.text(of: atom.span)) > 0.5
      }) {
        kept.append(atom)
      }
    }
    return kept.sorted { $0.span < $1.span }.map { atom in
      let sentence = view.grounded(atom.span)
      return Draft(
        title: Title.make(of: sentence) ?? sentence, rationale: sentence,
        source: [view.label(ofSection: atom.section)]
          + atom.exhibits.map { Grounded($0.description, [atom.span]) })
    }
  }

  /// A stated setting with a stated reason counts as a heuristic.
  private func settings(_ parameters: Parameters) -> [Draft] {
    parameters.parameters.compactMap { parameter in
      guard let reason = parameter.rationale.grounded, Practice.givesReason(CueWords(reason.value))
      else {
        return nil
      }
      return Draft(title: parameter.name, rationale: reason, source: parameter.source)
    }
  }
}

/// The definition that a sentence of the paper speaks of: the one that is bound to its words.
private struct SentenceCode {
  private let bindings: [(keys: [UInt64], code: CodeReference)]

  init(_ bindings: [CodeBinding]) {
    self.bindings = bindings.compactMap { binding in
      let keys = IdentifierWords.keys(binding.term.value)
      // One word is too little to tell which of its definitions is meant.
      return keys.count < 2 || binding.subject == .component ? nil : (keys, binding.code)
    }
  }

  func code(of sentence: String) -> CodeReference? {
    let words = IdentifierWords.keys(sentence)
    return bindings.first { binding in
      words.indices.contains { words[$0...].starts(with: binding.keys) }
    }?.code
  }
}
