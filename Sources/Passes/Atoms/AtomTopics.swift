internal import IR

extension Atoms {
  /// The tables and figures that a sentence speaks of: those that it names, else those that the
  /// nearest sentence before it in its paragraph names.
  ///
  /// `Table 2 compares the sorters. Two passes beat one.`
  func topics(ofAtom index: Int) -> [ExhibitLabel] {
    let block = atoms[index].block
    return atoms[...index].reversed().prefix { $0.block == block }
      .first { !$0.exhibits.isEmpty }?.exhibits ?? []
  }
}
