internal import IR

/// Why nothing was tried or chosen in a section.
package enum Formality: String, Codable, Sendable {
  /// It is made of proofs.
  case proof
  /// It is made of thanks or of statements that a venue asks for: these say how authors behaved, and
  /// nothing of how a work was built or what it does.
  case statement

  private static let proofTitles: PhraseSet = ["proof", "theorem", "lemma"]

  private static let statementTitles: PhraseSet = [
    "acknowledg", "ethic", "impact statement", "broader impact", "contributions",
  ]

  /// Of each section of a paper, by its title and those of the sections that hold it.
  static func ofSections(in paper: Paper) -> [Formality?] {
    let named = paper.sections.map { section -> Formality? in
      let title = section.title.value.lowercase
      if statementTitles.stands(in: title) { return .statement }
      return proofTitles.stands(in: title) ? .proof : nil
    }
    return paper.sections.indices.map { section in
      var found: Formality?
      var current: Int? = section
      while let index = current {
        if named[index] == .statement { return .statement }
        found = found ?? named[index]
        current = paper.sections[index].parent
      }
      return found
    }
  }
}

extension PaperView {
  /// Whether nothing was tried or chosen in a section.
  func isFormal(_ section: Int) -> Bool { formality[section] != nil }

  /// Whether a section is made of thanks or statements that a venue asks for.
  func isStatement(_ section: Int) -> Bool { formality[section] == .statement }
}
