internal import IR

/// Which usual names of parameters a paper can mean: `γ` is a discount factor where something is
/// discounted, and `100 dimensions` are a hidden size where there are layers.
struct StudiedFields {
  /// A field with words of its own, how often papers of it say them at least, and the names that
  /// presume it.
  private struct Row {
    let words: [String]
    let least: Int
    let name: String
    /// What is said in so many words needs no field.
    let plain: [String]
  }

  private static let rows = [
    Row(
      words: ["discount", "reinforcement"], least: 1, name: "Discount factor",
      plain: ["discount"]),
    Row(
      words: ["layer", "neural", "transformer", "neuron", "embedding", "network"], least: 2,
      name: "Hidden size", plain: ["hidden", "embedding"]),
    Row(words: ["image", "pixel"], least: 1, name: "Image size", plain: ["image", "pixel"]),
  ]

  /// Rows of fields that the paper does not study.
  private let foreign: [Row]

  init(_ view: PaperView, _ atoms: Atoms) {
    var found = Self.rows.map { _ in 0 }
    for atom in atoms.atoms {
      let missing = Self.rows.indices.filter { found[$0] < Self.rows[$0].least }
      if missing.isEmpty { break }
      let text = view.sentence(atom.span).lower
      for index in missing where Self.rows[index].words.contains(where: text.has) {
        found[index] += 1
      }
    }
    foreign = zip(Self.rows, found).filter { $1 < $0.least }.map(\.0)
  }

  /// Whether a value may have the usual name of its row. A capital gamma is a distribution, a
  /// function or a gain.
  func hold(_ finding: ParameterFinder.Finding) -> Bool {
    if finding.row.name == "Discount factor", finding.name.value.has("Γ") { return false }
    guard let row = foreign.first(where: { $0.name == finding.row.name }) else { return true }
    let said = finding.name.value.lowercase
    return row.plain.contains(where: said.has)
  }
}
