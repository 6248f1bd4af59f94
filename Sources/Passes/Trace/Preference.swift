internal import IR

/// A choice whose reason names what it was preferred to.
///
/// `We use one lamp, as it works better than two lamps.` and `We use one lamp, since we have not
/// observed gains from using two.`
enum Preference {
  static func alternative(in sentence: Grounded<String>, _ words: CueWords) -> Grounded<String>? {
    guard !choices.matches(in: words).isEmpty, let reason = Reason.find(in: sentence),
      let span = reason.spans.first
    else { return nil }
    for lead in leads {
      guard let found = reason.value.utf8Range(of: lead) else { continue }
      let range = found.upperBound..<reason.value.utf8.count
      let phrase = String(decoding: Array(reason.value.utf8)[range], as: UTF8.self)
      guard (1...16).contains(phrase.split(separator: " ").count) else { continue }
      return Grounded(phrase, [span.narrowed(to: range)])
    }
    return nil
  }

  private static let leads = [
    " better than ", " faster than ", " cheaper than ", " simpler than ", " easier than ",
    " gains from using ", " gains from ", " improvement from ", " improvements from ",
    " benefit from ", " benefits from ", " advantage over ", " advantages over ",
  ]

  static let choices = CueTable([
    Cue(
      "we|i ... use|choose|chose|adopt|select|selected|employ|favour|favor|keep|set|used|adopted",
      .choice, weight: 1, matches: "We use one lamp.", ignores: "One lamp is used.")
  ])
}
