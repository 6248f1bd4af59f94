internal import IR

/// What would refute a claim, built from where it was measured and which way it says things go.
enum Falsification {
  /// `headline`: what the claim says first, whose direction it is. `scope`: what it was measured on
  /// and by. `isProved`: whether it is a theorem, which no repetition refutes.
  static func criterion(
    for atom: Atom, _ headline: Grounded<String>, statement: Grounded<String>,
    exhibits: [ExhibitLabel], section: String, scope: Claim.Scope, isProved: Bool
  ) -> Grounded<String> {
    if isProved {
      return Grounded(
        "A counterexample turns up: a case that meets all assumptions of the theorem and not its conclusion.",
        statement.spans, .computed("criterion for what is proved"))
    }
    // A section is not what was evaluated.
    let work =
      exhibits.isEmpty
      ? "what \(section) reports"
      : "the evaluation of " + exhibits.map(\.description).joined(separator: ", ")
    let data = scope.data.filter { NumberToken.scan($0.value).isEmpty }
    let on = data.isEmpty ? "" : " on \(data.map(\.value).commaSeparated)"
    let metric = scope.measures.first { NumberToken.scan($0.value).isEmpty }
    let outcome = outcome(of: atom, headline.value, metric.map { plain($0.value) })
    return Grounded(
      "Repeating \(work)\(on) with the same data and settings, \(outcome).",
      statement.spans + data.flatMap(\.spans) + (metric?.spans ?? []),
      .computed("criterion from the place, the data and the kind of the evaluation"))
  }

  private static func outcome(of atom: Atom, _ headline: String, _ metric: String?) -> String {
    if let denial = ComparedSides(headline)?.denial(by: metric) { return denial }
    let words = CueWords(headline)
    if !equalities.matches(in: words).isEmpty,
      NoClaim.findings.matches(in: CueWords(headline.swapping(" no ", for: " "))).isEmpty
    {
      return "a clear difference turns up where the statement sees none"
    }
    if atom.weight(of: .comparison) > 0 {
      let measure = metric.map { " in the reported \($0)" } ?? ""
      return "the difference that the statement tells of is absent\(measure), or reversed"
    }
    if !denials.matches(in: words).isEmpty {
      return "the effect that the statement denies turns up"
    }
    if !falls.matches(in: words).isEmpty {
      return "what the statement says to fall stays the same or rises"
    }
    if !gains.matches(in: words).isEmpty {
      return "what the statement says to improve stays the same or gets worse"
    }
    if !rises.matches(in: words).isEmpty {
      return "what the statement says to rise stays the same or falls"
    }
    return "a case under the stated conditions turns up of which the statement does not hold"
  }

  static let denials = CueTable([
    Cue(
      "not|no|never|cannot|neither|nor|impossible|fails|fail", .negative, weight: 1,
      matches: "Wind does not matter.", ignores: "Wind matters.")
  ])
  /// What says that two things do not differ.
  static let equalities = CueTable([
    Cue(
      "comparable|comparably|par|on-par", .comparison, weight: 1,
      matches: "Both sorters reach a comparable error.", ignores: "Both sorters reach the yard."),
    Cue(
      "perform*|achieve*|reach*|show*|yield* ... similar|similarly|identical", .comparison,
      weight: 1,
      matches: "Both sorters reach a similar error.", ignores: "Similar to us, others reach it."),
    Cue(
      "no|not ... difference|differences|differ|change|affect|impact", .negative, weight: 1,
      matches: "There is no clear difference between the sorters.",
      ignores: "The sorters differ in nothing."),
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
