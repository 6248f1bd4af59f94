internal import IR

/// What tables and figures the sentences of a paragraph speak of, where some of them only say where
/// more is to be found.
///
/// `Table 1 compares the sorters. All runs are in Table 9 of Appendix E. Two passes beat one.` goes on
/// with Table 1.
struct ClaimTopics {
  private let atoms: [Atom]
  /// Whether a sentence sends its reader to an appendix.
  private let sends: [Bool]

  init(_ atoms: Atoms, _ view: PaperView) {
    self.atoms = atoms.atoms
    sends = atoms.atoms.map { Self.sends($0, view) }
  }

  /// Those that the sentence names, else those that the nearest sentence before it in its paragraph
  /// names; what stands in an appendix only where no other one does.
  func ofAtom(_ index: Int) -> [ExhibitLabel] {
    guard atoms[index].exhibits.isEmpty else { return atoms[index].exhibits }
    let block = atoms[index].block
    let naming = atoms[..<index].indices.reversed().prefix { atoms[$0].block == block }
      .filter { !atoms[$0].exhibits.isEmpty }
    return (naming.first { !sends[$0] } ?? naming.first).map { atoms[$0].exhibits } ?? []
  }

  /// Whether a sentence of the body names its tables and figures only as standing in an appendix.
  static func sends(_ atom: Atom, _ view: PaperView) -> Bool {
    !atom.exhibits.isEmpty && SectionRole(of: atom.section, in: view) != .appendix
      && view.sentence(atom.span).words.hold(
        "appendix", "appendices", "supplementary", "supplement", "supplemental")
  }
}
