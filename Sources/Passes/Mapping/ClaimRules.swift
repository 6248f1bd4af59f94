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
    let near = ExhibitSurroundings(input.atoms, view)
    let candidates = ClaimCandidate.all(input.atoms, view).filter {
      !refused.contains($0.atom.span)
    }
    var drafts: [Draft] = []
    for candidate in candidates {
      if let same = drafts.firstIndex(where: { $0.isAbout(candidate.words) }) {
        if drafts[same].basis.count < Self.basisLimit { drafts[same].basis.append(candidate) }
      } else if drafts.count < Self.limit,
        let claim = ClaimStatement(
          candidate.sentence, after: view.sentence(before: candidate.atom, among: input.atoms)),
        claim.text.value.count < 500
      {
        drafts.append(
          Draft(statement: claim.text, isHedged: claim.isHedged, basis: [candidate]))
      }
    }
    for index in drafts.indices { support(&drafts[index], from: candidates) }
    drafts += uncovered(drafts, input.atoms, view, near, refused)
    show(&drafts, view, near)
    drafts.sort { $0.basis[0].atom.span < $1.basis[0].atom.span }
    let claims = drafts.enumerated().map { claim($1, EntityID($0 + 1), view, input.atoms, near) }
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

  // MARK: Drafts

  private struct Draft {
    let statement: Grounded<String>
    /// The content words of the statement.
    let words: Set<String>
    let isHedged: Bool
    var basis: [ClaimCandidate]
    /// Tables and figures that show it though none of its sentences names them.
    var shown: [ExhibitLabel] = []

    init(statement: Grounded<String>, isHedged: Bool, basis: [ClaimCandidate]) {
      self.statement = statement
      self.isHedged = isHedged
      self.basis = basis
      words = Set(Wording.content(statement.value))
    }

    func isAbout(_ others: Set<String>) -> Bool { Wording.similarity(words, others) > 0.5 }
  }

  /// Adds the sentences with numbers, or with tables, that say the same or speak of the same table.
  private func support(_ draft: inout Draft, from candidates: [ClaimCandidate]) {
    let known = Set(draft.basis.map(\.atom.span))
    let labels = Set(draft.basis.flatMap(\.topics))
    let others = candidates.filter { candidate in
      !known.contains(candidate.atom.span)
        && (candidate.hasNumbers || !candidate.atom.exhibits.isEmpty)
    }.map { candidate -> (candidate: ClaimCandidate, nearness: Double) in
      let shared = labels.isDisjoint(with: candidate.topics) ? 0 : 0.1
      return (
        candidate, Wording.similarity(candidate.words, draft.words) + shared
      )
    }.filter { $0.nearness > 0.18 }
      .sorted { ($1.nearness, $0.candidate.atom.span) < ($0.nearness, $1.candidate.atom.span) }
    for (candidate, _) in others where draft.basis.count < Self.basisLimit {
      draft.basis.append(candidate)
    }
  }

  /// For each result that no claim rests on, a claim from the sentence that says the most of it.
  private func uncovered(
    _ drafts: [Draft], _ atoms: Atoms, _ view: PaperView, _ near: ExhibitSurroundings,
    _ refused: Set<SourceSpan>
  ) -> [Draft] {
    let covered = Set(drafts.flatMap { exhibits(of: $0, view, near) })
    var added: [Draft] = []
    for exhibit in view.exhibits
    where !covered.contains(exhibit.label) && ResultExhibit.isResult(exhibit, view) {
      guard added.count < Self.limit else { break }
      let mentions = ClaimCandidate.mentions(of: exhibit, atoms, view).filter {
        !refused.contains($0.span)
      }
      let options = mentions.compactMap { atom -> Draft? in
        let sentence = view.grounded(atom.span)
        guard atom.weight(of: .definition) < 3, Wording.isSentence(sentence.value),
          sentence.value.count < 600,
          !NoClaim.holds(of: sentence.value, citing: !atom.citations.isEmpty),
          !NoClaim.onlyTells(sentence.value),
          let claim = ClaimStatement(
            sentence, after: view.sentence(before: atom, among: atoms)),
          Wording.content(claim.text.value).count >= 7,
          !(drafts + added).contains(where: { $0.isAbout(Set(Wording.content(sentence.value))) })
        else { return nil }
        return Draft(
          statement: claim.text, isHedged: claim.isHedged,
          basis: [
            ClaimCandidate(
              atom: atom, sentence: sentence, score: ClaimCandidate.strength(atom),
              hasNumbers: !NumberToken.scan(sentence.value).isEmpty, topics: atom.exhibits)
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

  /// Gives each result that still has no claim to the draft whose words are around it.
  private func show(
    _ drafts: inout [Draft], _ view: PaperView, _ near: ExhibitSurroundings
  ) {
    let covered = Set(drafts.flatMap { exhibits(of: $0, view, near) })
    for exhibit in view.exhibits
    where !covered.contains(exhibit.label) && ResultExhibit.isResult(exhibit, view) {
      if let index = near.nearest(to: exhibit.label, among: drafts.map(\.statement.value)) {
        drafts[index].shown.append(exhibit.label)
      }
    }
  }

  // MARK: Making a claim

  private func claim(
    _ draft: Draft, _ id: EntityID<Claim>, _ view: PaperView, _ atoms: Atoms,
    _ near: ExhibitSurroundings
  ) -> Claim {
    let exhibits = exhibits(of: draft, view, near)
    let basis = draft.basis.sorted { $0.atom.span < $1.atom.span }.map(\.sentence)
    let isHedged =
      draft.isHedged || (draft.basis[0].atom.weight(of: .insight) > 0 && exhibits.isEmpty)
    return Claim(
      id: id, title: Title.make(of: draft.statement, limit: 120) ?? draft.statement,
      statement: draft.statement,
      conditions: conditions(draft, exhibits, view), status: isHedged ? .hypothesis : .supported,
      falsification: Falsification.criterion(
        for: draft.basis[0].atom, statement: draft.statement, exhibits: exhibits,
        section: view.label(ofSection: draft.basis[0].atom.section).value),
      basis: basis, exhibits: exhibits,
      interpretation: Stated(interpretation(of: draft, view, atoms)),
      tags: tags(draft, view))
  }

  private func exhibits(
    of draft: Draft, _ view: PaperView, _ near: ExhibitSurroundings
  ) -> [ExhibitLabel] {
    var labels: [ExhibitLabel] = []
    for label in draft.basis.flatMap(\.topics) + draft.shown where !labels.contains(label) {
      if let exhibit = view.exhibit(label), ResultExhibit.isResult(exhibit, view) {
        labels.append(label)
      }
    }
    return labels.isEmpty
      ? near.nearest(to: draft.statement.value).map { [$0] } ?? []
      : Array(labels.prefix(4))
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
