internal import IR

/// A sentence that names what was considered and what was done in its place.
///
/// `We considered a lamp, but opted for the sun.` and `One way is to use a lamp; we use the sun
/// instead.`
enum Rejection {
  /// What was considered: the sentence up to where it turns.
  static func considered(in sentence: Grounded<String>) -> Grounded<String>? {
    guard let span = sentence.spans.first, sentence.derivation == nil else { return nil }
    let found = turns.compactMap { turn in
      sentence.value.utf8Range(of: turn)?.lowerBound
    }
    guard let turn = found.min() else { return nil }
    let bytes = Array(sentence.value.utf8)
    let clause = String(decoding: bytes[..<turn], as: UTF8.self)
    let rest = String(decoding: bytes[turn...], as: UTF8.self)
    // `As we considered both, we decided to wait.`: a reason, and nothing that was given up.
    let first = CueWords(clause).first ?? ""
    guard !["since", "because", "as", "after", "when", "to", "having"].contains(first),
      !considerations.matches(in: CueWords(clause)).isEmpty,
      !decisions.matches(in: CueWords(rest)).isEmpty, clause.split(separator: " ").count >= 4
    else { return nil }
    return Grounded(clause, [span.narrowed(to: 0..<turn)])
  }

  /// Where a sentence leaves what was considered.
  private static let turns = [
    ", but ", ", so ", ", we ", "; instead", ", however", ", and instead ", ", yet ",
  ]

  static let considerations = CueTable([
    Cue(
      "we|i ... considered|explored|tried|experimented|attempted|evaluated|tested", .choice,
      weight: 1, matches: "We considered a lamp.", ignores: "A lamp was lit."),
    Cue(
      "could|might have", .choice, weight: 1, matches: "We could have used a lamp.",
      ignores: "We have a lamp."),
    Cue(
      "one|another|obvious|simple|naive|straightforward|natural|possible way|option|approach|solution|alternative|choice ... is|was|would|could",
      .choice, weight: 1, matches: "One way to do this is to use a lamp.",
      ignores: "One lamp is red."),
  ])

  static let decisions = CueTable([
    Cue(
      "opted|decided|chose|settled|choose|opt|decide|selected|preferred|prefer", .choice, weight: 1,
      matches: "We opted for the sun.", ignores: "The sun shone."),
    Cue(
      "we ... instead", .choice, weight: 1, matches: "We use the sun instead.",
      ignores: "It shone instead."),
  ])
}
