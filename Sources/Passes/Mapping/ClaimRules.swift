package import IR

/// Falsifiable claims from contributions, abstract, results and conclusions.
///
/// A claim's statement is a sentence of the paper without its numbers; the sentences with the
/// numbers are its evidence basis. Sentences that say the same become one claim.
package struct ClaimRules: Pass {
  package static let id = PassID("claims", version: 1)
  package static let reads = ["paper", "atoms"]
  package static let repairs: Set<DiagnosticCode> = [
    "ARA305", "ARA311", "ARA314", "ARA319", "ARA703", "ARA704", "ARA705", "ARA708",
  ]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let previous: Claims
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms, previous: document.claims)
  }

  private static let limit = 16
  private static let basisLimit = 6

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Claims>
  {
    Reported(derive(input, addressing: findings))
  }

  func derive(_ input: Input, addressing findings: [Diagnostic]) -> Claims {
    guard let view = input.view else { return Claims() }
    let refused = refusedSpans(findings, input.previous)
    let candidates = candidates(input.atoms, view).filter { !refused.contains($0.atom.span) }
    var drafts: [Draft] = []
    for candidate in candidates {
      if let same = drafts.firstIndex(where: { $0.isAbout(candidate.sentence) }) {
        if drafts[same].basis.count < Self.basisLimit { drafts[same].basis.append(candidate) }
      } else if drafts.count < Self.limit, let statement = NumberFree.statement(candidate.sentence),
        statement.value.count < 500
      {
        drafts.append(Draft(statement: statement, basis: [candidate]))
      }
    }
    for index in drafts.indices { support(&drafts[index], from: candidates) }
    drafts += uncovered(drafts, input.atoms, view, refused)
    drafts.sort { $0.basis[0].atom.span < $1.basis[0].atom.span }
    let claims = drafts.enumerated().map { claim($1, EntityID($0 + 1), view, input.atoms) }
    return Claims(claims: claims)
  }

  /// The sentences of the claims that findings named; a rerun goes on without them. Where a model
  /// wrote such a claim, the rules' own wording is the cure and its sentences stay.
  private func refusedSpans(_ findings: [Diagnostic], _ previous: Claims) -> Set<SourceSpan> {
    let subjects = Set(findings.compactMap { $0.subject?.id })
    return Set(
      previous.claims.filter { subjects.contains($0.id.description) && !$0.isWrittenByModel }
        .flatMap { $0.statement.spans + $0.basis.flatMap(\.spans) })
  }

  // MARK: Candidates

  struct Candidate {
    let atom: Atom
    let sentence: Grounded<String>
    let score: Int
    let hasNumbers: Bool
    /// The tables and figures that the sentence speaks of.
    let topics: [ExhibitLabel]
  }

  private struct Draft {
    let statement: Grounded<String>
    var basis: [Candidate]

    func isAbout(_ sentence: Grounded<String>) -> Bool {
      Wording.similarity(statement.value, sentence.value) > 0.5
    }
  }

  /// Sentences that claim something, the weightiest first.
  private func candidates(_ atoms: Atoms, _ view: PaperView) -> [Candidate] {
    let found = atoms.atoms.indices.compactMap { index -> Candidate? in
      let atom = atoms.atoms[index]
      let sentence = view.grounded(atom.span)
      guard isClaimLike(atom, sentence.value, view) else { return nil }
      let hasNumbers = !NumberToken.scan(sentence.value).isEmpty
      return Candidate(
        atom: atom, sentence: sentence, score: score(atom, hasNumbers, view),
        hasNumbers: hasNumbers, topics: atoms.topics(ofAtom: index))
    }
    return found.sorted { ($1.score, $0.atom.span) < ($0.score, $1.atom.span) }
  }

  private func isClaimLike(_ atom: Atom, _ text: String, _ view: PaperView) -> Bool {
    let strength = atom.weight(of: .result) + atom.weight(of: .comparison) + atom.weight(of: .claim)
    let role = SectionRole(of: atom.section, in: view)
    guard strength >= 2 || (atom.weight(of: .contribution) >= 3 && role == .introduction),
      role != .related,
      Wording.isSentence(text), text.count > 50, text.count < 600, !text.hasSuffix("?"),
      atom.weight(of: .definition) < 3, atom.weight(of: .question) < 3, !Self.onlyPoints(text),
      role != .introduction || speaksOfItself(text, view)
    else { return false }
    // Words about the paper itself claim nothing: "Table 2 reports the results."
    return Wording.content(text).count >= 7
      && text.first.map { $0.isUppercase || $0 == "•" } ?? false
  }

  /// In an introduction, what is not said of the paper's own work is said of others'.
  private func speaksOfItself(_ text: String, _ view: PaperView) -> Bool {
    let words = Set(CueWords(text).words)
    if !words.isDisjoint(with: ["we", "our", "ours", "us"]) { return true }
    let lower = text.lowercased()
    if ["this paper", "this work", "this study", "this article", "the proposed"].contains(where: {
      lower.has($0)
    }) {
      return true
    }
    // The name before the colon of a title is the name of the work.
    let name = view.paper.metadata.title?.value.split(separator: ":").first.map(String.init) ?? ""
    return name.count < 30 && name.count > 2 && lower.has(name.lowercased())
  }

  /// `Table 2 summarizes the results.` points and claims nothing.
  private static func onlyPoints(_ text: String) -> Bool {
    let words = CueWords(text).words
    guard let first = words.first,
      ["table", "figure", "fig", "tables", "figures", "section", "appendix"].contains(first)
    else { return false }
    return !words.contains("that") && words.count < 40
  }

  private func score(_ atom: Atom, _ hasNumbers: Bool, _ view: PaperView) -> Int {
    var score =
      atom.weight(of: .result) + atom.weight(of: .comparison) + atom.weight(of: .claim)
      + atom.weight(of: .contribution) / 2
    switch SectionRole(of: atom.section, in: view) {
    case .introduction: score += 3
    case .conclusion: score += 2
    case .experiments: score += 1
    case .appendix: score -= 2
    default: break
    }
    if !atom.exhibits.isEmpty { score += 1 }
    if hasNumbers { score += 1 }
    return score - 2 * min(atom.weight(of: .future) + atom.weight(of: .gap), 3)
  }

  /// Adds the sentences with numbers, or with tables, that say the same or speak of the same table.
  private func support(_ draft: inout Draft, from candidates: [Candidate]) {
    let known = Set(draft.basis.map(\.atom.span))
    let labels = Set(draft.basis.flatMap(\.topics))
    let others = candidates.filter { candidate in
      !known.contains(candidate.atom.span)
        && (candidate.hasNumbers || !candidate.atom.exhibits.isEmpty)
    }.map { candidate -> (candidate: Candidate, nearness: Double) in
      let shared = labels.isDisjoint(with: candidate.topics) ? 0 : 0.1
      return (
        candidate, Wording.similarity(candidate.sentence.value, draft.statement.value) + shared
      )
    }.filter { $0.nearness > 0.18 }
      .sorted { ($1.nearness, $0.candidate.atom.span) < ($0.nearness, $1.candidate.atom.span) }
    for (candidate, _) in others where draft.basis.count < Self.basisLimit {
      draft.basis.append(candidate)
    }
  }

  /// For each result that no claim rests on, a claim from the sentence that says the most of it.
  private func uncovered(
    _ drafts: [Draft], _ atoms: Atoms, _ view: PaperView, _ refused: Set<SourceSpan>
  )
    -> [Draft]
  {
    let covered = Set(drafts.flatMap { exhibits(of: $0, view) })
    var added: [Draft] = []
    for exhibit in view.exhibits
    where !covered.contains(exhibit.label) && ResultExhibit.isResult(exhibit, view) {
      guard added.count < Self.limit else { break }
      let mentions = atoms.atoms.filter { atom in
        atom.exhibits.contains(exhibit.label) && !refused.contains(atom.span)
          && SectionRole(of: atom.section, in: view) != .related
      }
      let options = mentions.compactMap { atom -> Draft? in
        let sentence = view.grounded(atom.span)
        guard atom.weight(of: .definition) < 3, Wording.isSentence(sentence.value),
          sentence.value.count < 600,
          !Self.onlyPoints(sentence.value), let statement = NumberFree.statement(sentence),
          Wording.content(statement.value).count >= 7,
          !(drafts + added).contains(where: { $0.isAbout(sentence) })
        else { return nil }
        let strength =
          atom.weight(of: .comparison) + atom.weight(of: .result) + atom.weight(of: .negative)
        return Draft(
          statement: statement,
          basis: [
            Candidate(
              atom: atom, sentence: sentence, score: strength,
              hasNumbers: statement.derivation != nil, topics: atom.exhibits)
          ])
      }
      if let best = options.max(by: {
        ($0.basis[0].score, $1.basis[0].atom.span) < ($1.basis[0].score, $0.basis[0].atom.span)
      }) {
        added.append(best)
      }
    }
    return added
  }

  // MARK: Making a claim

  private func claim(_ draft: Draft, _ id: EntityID<Claim>, _ view: PaperView, _ atoms: Atoms)
    -> Claim
  {
    let exhibits = exhibits(of: draft, view)
    let basis = draft.basis.sorted { $0.atom.span < $1.atom.span }.map(\.sentence)
    let isHedged = draft.basis[0].atom.weight(of: .insight) > 0 && exhibits.isEmpty
    return Claim(
      id: id, title: Title.make(of: draft.statement) ?? draft.statement, statement: draft.statement,
      conditions: conditions(draft, exhibits, view), status: isHedged ? .hypothesis : .supported,
      falsification: Falsification.criterion(
        for: draft.basis[0].atom, statement: draft.statement, exhibits: exhibits,
        section: view.label(ofSection: draft.basis[0].atom.section).value),
      basis: basis, exhibits: exhibits,
      interpretation: Stated(interpretation(of: draft, view, atoms)),
      tags: tags(draft, view))
  }

  private func exhibits(of draft: Draft, _ view: PaperView) -> [ExhibitLabel] {
    var labels: [ExhibitLabel] = []
    for label in draft.basis.flatMap(\.topics) where !labels.contains(label) {
      if let exhibit = view.exhibit(label), ResultExhibit.isResult(exhibit, view) {
        labels.append(label)
      }
    }
    guard labels.isEmpty else { return Array(labels.prefix(4)) }
    // No sentence names one: the caption nearest in words, if it is near.
    let best = view.exhibits.filter { ResultExhibit.isResult($0, view) }.map { exhibit in
      (exhibit.label, Wording.similarity(view.text(of: exhibit.caption), draft.statement.value))
    }.max { ($0.1, $1.0.description) < ($1.1, $0.0.description) }
    return best.flatMap { $0.1 > 0.15 ? [$0.0] : [] } ?? []
  }

  /// What the tables and figures say that they show, else the section that states it.
  private func conditions(_ draft: Draft, _ exhibits: [ExhibitLabel], _ view: PaperView)
    -> [Grounded<String>]
  {
    let captions = exhibits.prefix(2).compactMap { label -> Grounded<String>? in
      guard let exhibit = view.exhibit(label),
        let title = Title.make(of: view.grounded(exhibit.caption), limit: 160)
      else { return nil }
      return Wording.isFieldSafe(title.value) ? title : nil
    }
    return captions.isEmpty ? [view.label(ofSection: draft.basis[0].atom.section)] : captions
  }

  /// The sentence after the claim that says what it means.
  private func interpretation(of draft: Draft, _ view: PaperView, _ atoms: Atoms) -> Grounded<
    String
  >? {
    let leads = [
      "this suggests", "this indicates", "this implies", "this shows", "this demonstrates",
      "these results", "these findings", "we attribute", "we believe",
    ]
    for candidate in draft.basis {
      guard let index = atoms.atoms.firstIndex(of: candidate.atom), index + 1 < atoms.atoms.count
      else { continue }
      let next = atoms.atoms[index + 1]
      let text = view.text(of: next.span)
      // A number here would need a place in the evidence of its own.
      if next.block == candidate.atom.block, leads.contains(where: text.lowercased().hasPrefix),
        Wording.isFieldSafe(text),
        NumberToken.scan(text).isEmpty
      {
        return view.grounded(next.span)
      }
    }
    return nil
  }

  private func tags(_ draft: Draft, _ view: PaperView) -> [Grounded<String>] {
    let metrics = Lexicon.metrics.mentions(in: draft.statement).prefix(2)
    let title = view.paper.sections[draft.basis[0].atom.section].title
    let section = Grounded(
      title.value.lowercased().swapping(",", for: ""), title.spans, .computed("section title"))
    return metrics + (title.spans.isEmpty ? [] : [section])
  }
}
