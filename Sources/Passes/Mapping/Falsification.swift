internal import IR

/// What would refute a claim, built from where it was measured and which way it says things go.
enum Falsification {
  /// `headline`: what the claim says first, whose direction it is. `scope`: what its tables and
  /// figures were measured on and by.
  static func criterion(
    for atom: Atom, _ headline: Grounded<String>, statement: Grounded<String>,
    exhibits: [ExhibitLabel], section: String, scope: Claim.Scope
  ) -> Grounded<String> {
    // A section is not what was evaluated.
    let place =
      exhibits.isEmpty
      ? "behind \(section)" : "of " + exhibits.map(\.description).joined(separator: ", ")
    let data = scope.data.filter { NumberToken.scan($0.value).isEmpty }
    let on = data.isEmpty ? "" : " on \(data.map(\.value).commaSeparated)"
    let metric = scope.measures.first { NumberToken.scan($0.value).isEmpty }
    let outcome = outcome(of: atom, headline.value, metric.map { plain($0.value) })
    return Grounded(
      "Repeating the evaluation \(place)\(on) with the same data and settings, \(outcome).",
      statement.spans + data.flatMap(\.spans) + (metric?.spans ?? []),
      .computed("criterion from the place, the data and the kind of the evaluation"))
  }

  private static func outcome(of atom: Atom, _ headline: String, _ metric: String?) -> String {
    if let denial = ComparedSides(headline)?.denial(by: metric) { return denial }
    let words = CueWords(headline)
    let measure = metric.map { "the reported \($0)" } ?? "the reported measure"
    if atom.weight(of: .comparison) > 0 {
      return "the compared systems show no difference in \(measure), or their order is reversed"
    }
    if !denials.matches(in: words).isEmpty {
      return "\(measure) shows the effect that the statement denies"
    }
    if !falls.matches(in: words).isEmpty { return "\(measure) stays the same or rises" }
    if !gains.matches(in: words).isEmpty { return "\(measure) stays the same or gets worse" }
    if !rises.matches(in: words).isEmpty { return "\(measure) stays the same or falls" }
    guard metric != nil else {
      return "a case under the stated conditions turns up of which the statement does not hold"
    }
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
  static let gains = CueTable([
    Cue(
      "improve|improves|gain|gains|speeds|boosts|enhances|enhance", .result, weight: 1,
      matches: "Accuracy improves with time.", ignores: "Accuracy rises with time.")
  ])
  static let rises = CueTable([
    Cue(
      "rise|rises|increase|increases|grow|grows", .result, weight: 1,
      matches: "Accuracy rises with time.", ignores: "Accuracy matters.")
  ])

  /// `Error`, as the head of a column has it, in the middle of a sentence.
  static func plain(_ name: String) -> String {
    let rest = name.dropFirst()
    return rest.contains(where: \.isUppercase) || rest.isEmpty ? name : name.lowercased()
  }
}
