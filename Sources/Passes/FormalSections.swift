internal import IR

extension PaperView {
  /// Whether a section is made of proofs, thanks or statements that a venue asks for: nothing was
  /// tried or chosen there.
  func isFormal(_ section: Int) -> Bool {
    isUnder(Self.proofTitles, section) || isStatement(section)
  }

  /// Whether a section is made of thanks or statements that a venue asks for: these say how authors
  /// behaved, and nothing of how a work was built or what it does.
  func isStatement(_ section: Int) -> Bool { isUnder(Self.statementTitles, section) }

  private func isUnder(_ titles: PhraseSet, _ section: Int) -> Bool {
    var current: Int? = section
    while let index = current {
      if titles.stands(in: paper.sections[index].title.value.lowercase) { return true }
      current = paper.sections[index].parent
    }
    return false
  }

  private static let proofTitles: PhraseSet = ["proof", "theorem", "lemma"]

  private static let statementTitles: PhraseSet = [
    "acknowledg", "ethic", "impact statement", "broader impact", "contributions",
  ]
}
