package import IR

/// Falsifiable claims from contributions, abstract, results and conclusions.
///
/// A claim's statement is a sentence of the paper without its numbers; the sentences with the
/// numbers are its evidence basis. Sentences that say the same become one claim.
package struct ClaimRules: Pass {
  package static let id = PassID("claims", version: 4)
  package static let reads = ["paper", "atoms", "concepts"]
  package static let repairs: Set<DiagnosticCode> = [
    "ARA305", "ARA311", "ARA314", "ARA319", "ARA703", "ARA704", "ARA705", "ARA708",
  ]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let concepts: Concepts
    let previous: Claims
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(
      view: PaperView(document), atoms: document.atoms, concepts: document.concepts,
      previous: document.claims)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Claims>
  {
    Reported(derive(input, addressing: findings))
  }

  func derive(_ input: Input, addressing findings: [Diagnostic]) -> Claims {
    guard let view = input.view else { return Claims() }
    let names = NameDeletion(
      title: view.paper.metadata.title?.value ?? "",
      names: input.concepts.concepts.map(\.term.value))
    let selection = ClaimSelection(
      input.atoms, view, names, refused: refusedSpans(findings, input.previous))
    let drafts = FullerStatements(input.atoms, view, names).of(selection.drafts())
    let scopes = ClaimScope(input.atoms, view, selection.own)
    let claims = drafts.enumerated().map { index, draft in
      claim(draft, EntityID(index + 1), scopes.scope(of: draft), view, input.atoms)
    }
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

  // MARK: Making a claim

  private func claim(
    _ draft: ClaimDraft, _ id: EntityID<Claim>, _ scope: Claim.Scope, _ view: PaperView,
    _ atoms: Atoms
  ) -> Claim {
    let exhibits = draft.exhibits
    let basis = draft.basis.sorted { $0.atom.span < $1.atom.span }.map {
      QuotedSentence.without(labelsOf: $0.sentence)
    }
    let isHedged =
      draft.isHedged || (draft.basis[0].atom.weight(of: .insight) > 0 && exhibits.isEmpty)
    return Claim(
      id: id, title: Title.make(of: draft.headline, limit: 160) ?? draft.headline,
      statement: draft.statement,
      conditions: conditions(draft, exhibits, view), scope: scope,
      status: isHedged ? .hypothesis : .supported,
      falsification: Falsification.criterion(
        for: draft.basis[0].atom, draft.headline, statement: draft.statement, exhibits: exhibits,
        section: view.label(ofSection: draft.basis[0].atom.section).value, scope: scope,
        isProved: TheoremClaims.isStated(in: draft.basis[0].sentence.value)),
      basis: basis, exhibits: exhibits,
      interpretation: Stated(interpretation(of: draft, view, atoms)),
      tags: tags(draft, view))
  }

  /// What the tables and figures say that they show, else the section that states it.
  private func conditions(_ draft: ClaimDraft, _ exhibits: [ExhibitLabel], _ view: PaperView)
    -> [Grounded<String>]
  {
    let captions = exhibits.prefix(2).compactMap { label -> Grounded<String>? in
      guard let exhibit = view.exhibit(label),
        let title = Title.make(
          of: QuotedSentence.without(labelsOf: view.grounded(exhibit.caption)), limit: 160)
      else { return nil }
      return Wording.isFieldSafe(title.value) ? title : nil
    }
    return captions.isEmpty ? [view.label(ofSection: draft.basis[0].atom.section)] : captions
  }

  /// The sentence after the claim that says what it means.
  private func interpretation(of draft: ClaimDraft, _ view: PaperView, _ atoms: Atoms) -> Grounded<
    String
  >? {
    let leads = [
      "this suggests", "this indicates", "this implies", "this shows", "this demonstrates",
      "these results", "these findings", "we attribute", "we believe",
    ]
    for candidate in draft.basis {
      let own = candidate.atom
      guard let index = atoms.atoms.firstIndex(where: { $0.span == own.span && $0 == own }),
        index + 1 < atoms.atoms.count
      else { continue }
      let next = atoms.atoms[index + 1]
      let text = view.text(of: next.span)
      // A number here would need a place in the evidence of its own.
      if next.block == candidate.atom.block, leads.contains(where: text.lowercase.hasPrefix),
        Wording.isFieldSafe(text), !draft.statement.spans.contains(next.span),
        NumberToken.scan(text).isEmpty
      {
        return view.grounded(next.span)
      }
    }
    return nil
  }

  private func tags(_ draft: ClaimDraft, _ view: PaperView) -> [Grounded<String>] {
    let metrics = Lexicon.metrics.mentions(in: draft.statement).prefix(2)
    let index = draft.basis[0].atom.section
    let title = view.paper.sections[index].title
    let number = view.paper.sections[index].number == nil ? nil : view.label(ofSection: index).value
    let name = title.value.lowercased().swapping(",", for: "")
    let section = Grounded(
      [number, name].compactMap(\.self).joined(separator: " "), title.spans,
      .computed("section that states it"))
    let isNamed = !title.spans.isEmpty && !Wording.hasTemplateRemnant(name)
    return metrics + (isNamed ? [section] : [])
  }
}
