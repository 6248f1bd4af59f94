internal import IR

extension Mutation {
  /// Claims that say too much or too little: what words alone tell.
  static let overclaims: [Mutation] =
    universalPhrases.enumerated().map { index, phrase in overclaim(index + 1, phrase) } + [
      Mutation("names-and-nothing-else", "ARA320") { base in
        guard let title = base.artifact.manifest?.keys?.text("title") else { return [] }
        return base.parts(.claim).compactMap { part in
          part.field("Statement").map { part.setting($0, to: "\(title) works very well.") }
        }
      },
      set("ARA321", "conditions-that-bound-nothing", "Conditions", of: .claim, to: "Always."),
      rewrite("ARA321", "conditions-copied-from-the-statement", "Conditions", of: .claim) {
        part, _, _ in part.field("Statement").map { String($0.value.text) }
      },
      set(
        "ARA322", "wholesale-negation", "Falsification criteria", of: .claim,
        to: "The claim does not hold."),
      rewrite("ARA322", "negated-statement", "Falsification criteria", of: .claim) { part, _, _ in
        part.field("Statement").map { "It is not the case that \($0.value.text)" }
      },
    ]

  /// Ends of a statement that extend it to everything.
  private static let universalPhrases = [
    "for all models", "on any dataset", "in every setting", "across all language tasks",
    "for arbitrary architectures", "at every scale", "in any domain whatsoever",
    "regardless of the data", "without any further tuning", "state-of-the-art across the board",
  ]

  private static func overclaim(_ number: Int, _ phrase: String) -> Mutation {
    rewrite("ARA323", "over-claim-\(number)", "Statement", of: .claim) { part, field, base in
      // Where the conditions or a setup say the same, it is no over-claim.
      let setups = base.artifact.experiments?.file.text.lines ?? []
      let bounds = (part.field("Conditions")?.pieces.map(\.text) ?? []) + setups
      let essence = phrase.split(separator: " ").dropFirst().joined(separator: " ")
      if bounds.contains(where: { $0.lowercase.holds(essence) }) { return nil }
      return "\(field.value.text.withoutStop), \(phrase)."
    }
  }
}
