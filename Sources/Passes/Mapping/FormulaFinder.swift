internal import IR

/// Finds the display equations of the body, each with the words that lead to it and those that say
/// what its symbols mean.
struct FormulaFinder {
  private let view: PaperView
  /// By their blocks, which ascend.
  private let atoms: [Atom]

  private static let limit = 40

  init(_ view: PaperView, _ atoms: Atoms) {
    self.view = view
    self.atoms = atoms.atoms
  }

  func formulas() -> [Formula] {
    var formulas: [Formula] = []
    var leads: Set<SourceSpan> = []
    for (index, block) in view.paper.blocks.enumerated() where block.kind == .equation {
      guard !view.paper.sections[block.section].isAppendix, formulas.count < Self.limit else {
        continue
      }
      var formula = Formula(text: view.grounded(block.span))
      // One sentence leads to the first of several equations.
      if let lead = lead(to: index), leads.insert(lead).inserted {
        formula.meaning = .stated(view.grounded(lead))
      }
      formula.symbols = Stated(symbols(behind: index).map(view.grounded))
      formulas.append(formula)
    }
    return formulas
  }

  /// The sentence that the equation completes, or the last whole one before it.
  private func lead(to index: Int) -> SourceSpan? {
    let blocks = view.paper.blocks
    let end = atoms.partitioningIndex { $0.block >= index }
    guard index > 0, end > 0 else { return nil }
    let last = atoms[end - 1]
    let text = view.text(of: last.span)
    let isBegun = text.first?.isUppercase == true && Wording.isFieldSafe(text)
    if last.block == index - 1, isBegun { return last.span }
    // An equation behind another goes on with it.
    guard blocks[index - 1].kind != .equation else { return nil }
    return atoms[..<end].last { atom in
      atom.section == blocks[index].section && view.sentence(atom.span).isWhole
    }?.span
  }

  private static let openings = ["where ", "Where ", "with ", "Here, ", "Here "]

  /// `where M is the size of the pan.`
  private func symbols(behind index: Int) -> SourceSpan? {
    let next = atoms.partitioningIndex { $0.block > index }
    guard next < atoms.count, atoms[next].block == index + 1 else { return nil }
    let text = view.text(of: atoms[next].span)
    guard Self.openings.contains(where: text.hasPrefix), text.hasSuffix("."),
      Wording.isFieldSafe(text)
    else { return nil }
    return atoms[next].span
  }
}
