internal import IR

/// The sentences of an abstract that tell what came of the work.
///
/// An abstract goes from the world to the work: behind the first sentence that
/// names the authors or their paper, what is found is their finding, whatever its subject is.
enum AbstractFindings {
  static func sentences(among atoms: [Atom], _ view: PaperView) -> Set<SourceSpan> {
    let abstract = atoms.prefix { $0.section == 0 }
    guard
      let turn = abstract.firstIndex(where: {
        ClaimCandidate.speaksOfItself(view.sentence($0.span), view)
      })
    else { return [] }
    let behind = abstract[(turn + 1)...].filter { atom in
      atom.citations.isEmpty && atom.weight(of: .motivation) + atom.weight(of: .gap) == 0
        && FindingCues.weight(of: view.sentence(atom.span).words) >= least
        && FindingCues.wishes.matches(in: view.sentence(atom.span).words).isEmpty
    }
    return Set(behind.map(\.span))
  }

  private static let least = 2
}
