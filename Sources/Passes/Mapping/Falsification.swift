internal import IR

/// What would refute a claim, built from where it was measured.
enum Falsification {
  static func criterion(
    for atom: Atom, statement: Grounded<String>, exhibits: [ExhibitLabel], section: String
  ) -> Grounded<String> {
    let place = exhibits.isEmpty ? section : exhibits.map(\.description).joined(separator: ", ")
    let metric = Lexicon.metrics.mentions(in: statement).first?.value
    let measure = metric.map { "the reported \($0)" } ?? "the reported measure"
    let text =
      atom.weight(of: .comparison) > 0
      ? "Repeating the evaluation of \(place) with the same data and settings, the compared systems show no "
        + "difference in \(measure), or their order is reversed."
      : "Repeating the evaluation of \(place) with the same data and settings, \(measure) contradicts what the "
        + "statement predicts for it."
    return Grounded(
      text, statement.spans, .computed("criterion from the place and kind of the evaluation"))
  }
}
