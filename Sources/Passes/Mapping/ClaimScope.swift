internal import IR

/// How far a claim was shown to hold: the data of the evaluation behind it, as the claim names them
/// or else its tables and figures, and the measures that it names.
struct ClaimScope {
  private let view: PaperView
  private let data: DatasetNames
  private let own: OwnNames

  private static let mostData = 4
  private static let mostMeasures = 3

  init(_ atoms: Atoms, _ view: PaperView, _ own: OwnNames) {
    self.view = view
    data = .of(view, atoms)
    self.own = own
  }

  func scope(of draft: ClaimDraft) -> Claim.Scope {
    let exhibits = draft.exhibits.compactMap(view.exhibit)
    let said = names(in: draft.statement)
    let measured = Lexicon.metrics.mentions(in: draft.statement)
    let measures = measured.isEmpty ? measures(behind: draft) : measured
    return Claim.Scope(
      data: Array((said.isEmpty ? exhibits.flatMap(names) : said).unique.prefix(Self.mostData)),
      measures: Array(measures.unique.prefix(Self.mostMeasures)))
  }

  /// The measures that the first sentence names, else the only one of the tables and figures that the
  /// sentences name: what a table measures besides is nothing that the claim was measured by.
  private func measures(behind draft: ClaimDraft) -> [Grounded<String>] {
    let said = Lexicon.metrics.mentions(in: draft.basis[0].sentence)
    guard said.isEmpty else { return said }
    let named = Set(draft.basis.flatMap(\.atom.exhibits))
    let found = draft.exhibits.filter(named.contains).compactMap(view.exhibit).flatMap {
      ExhibitMeasures.names(of: $0, view)
    }
    return Set(found.map { $0.value.lowercase }).count == 1 ? [found[0]] : []
  }

  /// The names of data in a caption, else those that label rows or columns.
  private func names(of exhibit: Exhibit) -> [Grounded<String>] {
    let told = names(in: view.grounded(exhibit.caption))
    guard told.isEmpty else { return told }
    let labels = exhibit.grids.flatMap { grid in
      grid.rows.prefix(grid.headerRows).joined() + grid.rows.compactMap(\.first)
    }
    return labels.compactMap(\.span).map(view.grounded).filter {
      data.isName($0.value) && isSafe($0.value)
    }.map(withoutLabels)
  }

  /// `Bells [3]` is data by the name of `Bells`.
  private func withoutLabels(_ name: Grounded<String>) -> Grounded<String> {
    let bare = PointerFree.withoutCitations(name.value)
    return bare == name.value
      ? name : Grounded(bare, name.spans, .computed("name without labels of citations"))
  }

  private func names(in text: Grounded<String>) -> [Grounded<String>] {
    data.mentions(in: text).filter { isSafe($0.value) }
  }

  private func isSafe(_ name: String) -> Bool {
    !own.hold(name) && !name.contains { "\n|`;".contains($0) }
  }
}
