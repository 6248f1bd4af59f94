internal import IR

extension PaperView {
  /// Whether a section is made of proofs, thanks or statements that a venue asks for: nothing was
  /// tried or chosen there.
  func isFormal(_ section: Int) -> Bool {
    var current: Int? = section
    while let index = current {
      let title = paper.sections[index].title.value.lowercase
      if Self.formalTitles.contains(where: { title.has($0) }) { return true }
      current = paper.sections[index].parent
    }
    return false
  }

  private static let formalTitles = [
    "proof", "theorem", "lemma", "acknowledg", "ethic", "impact statement", "broader impact",
    "contributions",
  ]
}
