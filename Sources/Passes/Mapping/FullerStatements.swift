internal import IR

/// Gives a claim whose statement lives on names the sentence behind it that goes on with it:
/// `Wind hurts the sorter. It swings the pan, so that two readings differ.`
///
/// A sentence with a subject of its own is another claim, however close it stands.
struct FullerStatements {
  private let atoms: Atoms
  private let view: PaperView
  private let names: NameDeletion
  private let indices: [SourceSpan: Int]

  /// Characters of a statement.
  private static let longest = 500

  init(_ atoms: Atoms, _ view: PaperView, _ names: NameDeletion) {
    self.atoms = atoms
    self.view = view
    self.names = names
    indices = Dictionary(
      atoms.atoms.enumerated().map { ($1.span, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The drafts in their order, without those that went into another one.
  func of(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    var drafts = drafts
    for index in drafts.indices
    where !drafts[index].isAbsorbed && names.livesOnNames(drafts[index].statement.value) {
      guard let (sentence, statement) = extended(drafts[index].statement) else { continue }
      let others = drafts.indices.filter {
        $0 != index && !drafts[$0].isAbsorbed && drafts[$0].statement.spans.contains(sentence)
      }
      for other in others {
        drafts[index].absorb(drafts[other])
        drafts[other].isAbsorbed = true
      }
      drafts[index] = drafts[index].stating(statement)
    }
    give(&drafts)
    return drafts.filter { !$0.isAbsorbed }
  }

  /// Makes what still lives on names evidence of the claim that it stands beside, where one rests on
  /// the same table or figure: there it is read with what it is about. What the paper itself sums up
  /// with stays a claim.
  private func give(_ drafts: inout [ClaimDraft]) {
    let isThin = drafts.map { names.livesOnNames($0.statement.value) }
    for index in drafts.indices
    where isThin[index] && !drafts[index].isAbsorbed && !sumsUp(drafts[index]) {
      let draft = drafts[index]
      let home = drafts.indices.filter {
        !isThin[$0] && !drafts[$0].isAbsorbed && draft.isBeside(drafts[$0])
          && !sumsUp(drafts[$0])
      }.max {
        (Wording.similarity(drafts[$0].words, draft.words), $1)
          < (Wording.similarity(drafts[$1].words, draft.words), $0)
      }
      guard let home else { continue }
      drafts[home].absorb(draft)
      drafts[index].isAbsorbed = true
    }
  }

  private func sumsUp(_ draft: ClaimDraft) -> Bool {
    if view.sentence(draft.basis[0].atom.span).words.hold("conclude", "concluded") {
      return true
    }
    return [.introduction, .conclusion].contains(
      SectionRole(of: draft.basis[0].atom.section, in: view))
  }

  /// The statement with the sentence behind it, and that sentence, if the whole does not live on
  /// names either.
  private func extended(_ statement: Grounded<String>) -> (SourceSpan, Grounded<String>)? {
    guard let last = statement.spans.last.flatMap({ indices[$0] }),
      atoms.atoms.indices.contains(last + 1)
    else { return nil }
    let next = atoms.atoms[last + 1]
    guard next.block == atoms.atoms[last].block, let text = addition(next) else { return nil }
    let whole = statement.value + " " + text.value
    guard whole.count < Self.longest, !names.livesOnNames(whole) else { return nil }
    return (
      next.span,
      Grounded(
        whole, statement.spans + text.spans,
        .computed("sentences of one paragraph without their numbers"))
    )
  }

  /// What a sentence that goes on with the one before it adds to it: `This`, `They`, `Its error`.
  private func addition(_ atom: Atom) -> Grounded<String>? {
    let sentence = view.sentence(atom.span)
    guard
      DanglingSubject.begins(sentence) || DanglingSubject.pointsBack(sentence.text)
        || Anaphora.begins(sentence.words),
      sentence.isWhole, !sentence.text.hasSuffix("?"),
      ![.future, .gap, .question].contains(where: { atom.weight(of: $0) > 0 }),
      !NoClaim.isAll(of: sentence, citing: !atom.citations.isEmpty, mayPropose: true)
    else { return nil }
    return NumberFree.reported(PointerFree.sentence(view.grounded(atom.span)), least: 4)
  }
}
