internal import IR

/// Finds what a paper takes for granted: what it assumes in so many words, and the conditions of its
/// theorems.
struct AssumptionFinder {
  let view: PaperView

  private static let longest = 400

  /// In the order of the paper.
  func assumptions(_ atoms: [Atom]) -> [Atom] {
    var lead: Int?
    var theorem: Int?
    return atoms.filter { atom in
      // Suppositions of an appendix are steps of proofs, or belong to printed examples.
      guard SectionRole(of: atom.section, in: view) != .related,
        !view.paper.sections[atom.section].isAppendix
      else { return false }
      let text = view.text(of: atom.span)
      // What follows a colon after `the following assumptions` are assumptions.
      if let list = lead, view.paper.blocks[atom.block].kind == .listItem, atom.block <= list + 1 {
        lead = atom.block
        return Wording.isFieldSafe(text)
      }
      lead = nil
      guard text.utf8.count < Self.longest, Wording.isFieldSafe(text), !text.hasSuffix("?")
      else { return false }
      let words = CueWords(text)
      let isCondition = theorem != atom.block && isCondition(atom, words)
      // The first condition of a theorem says what it is about.
      if isCondition { theorem = atom.block }
      guard isStated(words) || isCondition else { return false }
      if text.hasSuffix(":"), words.hold("assumptions") { lead = atom.block }
      return lead == nil
    }
  }

  private func isStated(_ words: CueWords) -> Bool {
    !AssumptionCues.table.matches(in: words).isEmpty
      && AssumptionCues.vetoes.matches(in: words).isEmpty
  }

  private static let theorems = ["Theorem", "Proposition", "Corollary", "Assumption", "Condition"]

  /// Whether a sentence of a theorem names what it holds for. Lemmas are steps of proofs.
  private func isCondition(_ atom: Atom, _ words: CueWords) -> Bool {
    let block = view.paper.blocks[atom.block]
    guard let label = block.label, block.kind == .paragraph else { return false }
    if label.hasPrefix("Assumption") { return words.count >= 5 }
    return Self.theorems.contains(where: label.hasPrefix) && words.count >= 5
      && AssumptionCues.vetoes.matches(in: words).isEmpty
      && !AssumptionCues.conditions.matches(in: words).isEmpty
  }
}
