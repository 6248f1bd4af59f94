internal import IR

/// Where a paper speaks of what it has not done: sections on future work and on the good that it may
/// do, and the lists of plans in a conclusion.
enum OutlookSections {
  /// The sentences there.
  static func sentences(among atoms: [Atom], _ view: PaperView) -> Set<SourceSpan> {
    let outlook = view.paper.sections.indices.map { isOutlook($0, view) }
    var found: Set<SourceSpan> = []
    var lead: Atom?
    var listIsOutlook = false
    for atom in atoms {
      let isItem = view.paper.blocks[atom.block].kind == .listItem
      if isItem, let said = lead {
        listIsOutlook =
          said.weight(of: .future) > 0 || Unasserted.holds(of: view.text(of: said.span))
      }
      lead = isItem ? nil : atom
      if !isItem { listIsOutlook = false }
      if outlook[atom.section] || isItem && listIsOutlook { found.insert(atom.span) }
    }
    return found
  }

  /// By the title of a section or of one that holds it; a conclusion that ends in plans is none.
  private static func isOutlook(_ section: Int, _ view: PaperView) -> Bool {
    var current: Int? = section
    while let index = current {
      let title = view.paper.sections[index].title.value.lowercase
      if mixed.contains(where: { title.has($0) }) { return false }
      if outlooks.contains(where: { title.has($0) }) { return true }
      current = view.paper.sections[index].parent
    }
    return false
  }

  private static let outlooks = [
    "future", "outlook", "next steps", "broader impact", "impact statement", "societal", "ethic",
  ]
  private static let mixed = ["conclusion", "concluding", "discussion", "summary", "limitation"]
}
