internal import IR

/// What would refute a claim, built from where it was measured and which way it says things go.
enum Falsification {
  static func criterion(
    for atom: Atom, statement: Grounded<String>, exhibits: [ExhibitLabel], section: String
  ) -> Grounded<String> {
    let place = exhibits.isEmpty ? section : exhibits.map(\.description).joined(separator: ", ")
    let metric = Lexicon.metrics.mentions(in: statement).first?.value
    let measure = metric.map { "the reported \($0)" } ?? "the reported measure"
    let outcome = outcome(of: atom, CueWords(statement.value), measure)
    return Grounded(
      "Repeating the evaluation of \(place) with the same data and settings, \(outcome).",
      statement.spans, .computed("criterion from the place and kind of the evaluation"))
  }

  private static func outcome(of atom: Atom, _ words: CueWords, _ measure: String) -> String {
    if atom.weight(of: .comparison) > 0 {
      return "the compared systems show no difference in \(measure), or their order is reversed"
    }
    if !denials.matches(in: words).isEmpty {
      return "\(measure) shows the effect that the statement denies"
    }
    if !falls.matches(in: words).isEmpty { return "\(measure) stays the same or rises" }
    if !rises.matches(in: words).isEmpty { return "\(measure) stays the same or gets worse" }
    return "a case under the stated conditions turns up for which \(measure) does not bear it out"
  }

  static let denials = CueTable([
    Cue(
      "not|no|never|cannot|neither|nor|impossible|fails|fail", .negative, weight: 1,
      matches: "Wind does not matter.", ignores: "Wind matters.")
  ])
  static let falls = CueTable([
    Cue(
      "fall|falls|drop|drops|decrease|decreases|decline|declines|lowers|shrink|shrinks|reduces|reduce",
      .result, weight: 1, matches: "False rings fall with time.", ignores: "False rings matter.")
  ])
  static let rises = CueTable([
    Cue(
      "rise|rises|increase|increases|grow|grows|improve|improves|gain|gains|speeds|boosts|enhances|enhance",
      .result, weight: 1, matches: "Accuracy rises with time.", ignores: "Accuracy matters.")
  ])
}
