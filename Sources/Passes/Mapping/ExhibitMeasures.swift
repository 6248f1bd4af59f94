internal import IR

/// The measures that a table or figure names in its caption and in the heads of its columns.
enum ExhibitMeasures {
  static func names(of exhibit: Exhibit, _ view: PaperView) -> [Grounded<String>] {
    let heads = exhibit.grids.flatMap { $0.rows.prefix($0.headerRows).joined() }
    let texts = [exhibit.caption] + heads.compactMap(\.span)
    return texts.flatMap { Lexicon.metrics.mentions(in: view.grounded($0)) }.unique
  }
}
