/// What an agent says of an outcome, sentence by sentence.
struct SpokenOutcome {
  /// The first sentence that calls it worse or broken; nil where another calls a part of it good.
  private(set) var setback: String?
  /// What follows that sentence and explains it.
  private(set) var lesson: String?
  /// All that is said of the outcome, in order.
  private(set) var verdict: String?

  private static let longestVerdict = 4

  init(in text: some StringProtocol) {
    let sentences = Sentences.split(text)
    let judged = sentences.map(Self.judgement)
    guard let first = judged.firstIndex(where: { $0 != .none }) else { return }
    verdict = sentences[first...].prefix(Self.longestVerdict).joined(separator: " ")
    guard let bad = judged.firstIndex(of: .bad), !judged.contains(.good) else { return }
    setback = sentences[bad]
    let rest = sentences[(bad + 1)...].prefix(2).filter { !Approach.statesIntent($0) }
    lesson = rest.isEmpty ? nil : rest.joined(separator: " ")
  }

  private enum Judgement { case good, bad, none }

  private static func judgement(_ sentence: String) -> Judgement {
    let words = " " + sentence.lowercased() + " "
    if denials.contains(where: words.contains) { return .none }
    if setbacks.contains(where: words.contains) {
      return advances.contains(where: words.contains) ? .good : .bad
    }
    return advances.contains(where: words.contains) ? .good : .none
  }

  private static let denials = [
    "no worse", "not worse", "n't worse", "not degrade", "n't degrade", "n't hurt", "not hurt",
  ]

  private static let setbacks = [
    " worse", "dead end", "below the baseline", "under the baseline", "no improvement",
    "not improve", "n't improve", "not help", "n't help", " hurts", "degrades", "degraded",
    "diverge", "collapse", "regress", "no gain", "no benefit", "failed to ", "fails to ",
    "does not converge", "do not converge", "did not converge", "n't converge", "n't work",
    "not work", " abandon", "give up", "falls short",
  ]

  private static let advances = [
    " best", " better", " improves", " improved", " improvement", " helps", " lowers ", " reduces ",
    " raises ", " beats ", " outperforms", " works ", " works.", " faster", " gains ", " converges",
    " main result",
  ]
}
