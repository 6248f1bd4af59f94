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

  private init() {}

  /// What is said of each of several outcomes, told apart by the names and numbers that stand for
  /// them. Where a clause names none of them, all of it is said of all.
  static func each(of outcomes: [[String]], in text: some StringProtocol) -> [SpokenOutcome] {
    let sentences = Sentences.split(text)
    let clauses = sentences.map { sentence in
      Clauses.split(sentence).map { (words: $0, named: named($0, of: outcomes)) }
    }
    guard clauses.joined().contains(where: { !$0.named.isEmpty }) else {
      return outcomes.map { _ in SpokenOutcome(in: text) }
    }
    return outcomes.indices.map { place in
      var outcome = SpokenOutcome()
      let own = clauses.map { $0.filter { $0.named == [place] }.map(\.words) }
      let said = Array(own.joined())
      outcome.verdict = said.isEmpty ? nil : said.prefix(longestVerdict).joined(separator: " … ")
      guard let bad = own.firstIndex(where: { $0.contains { judgement($0) == .bad } }),
        !said.contains(where: { judgement($0) == .good })
      else { return outcome }
      outcome.setback = own[bad].first { judgement($0) == .bad }
      let next = sentences.indices.dropFirst(bad + 1).prefix { sentence in
        clauses[sentence].allSatisfy { $0.named.isEmpty }
          && !Approach.statesIntent(sentences[sentence])
      }
      let lesson = next.prefix(2).map { sentences[$0] }.joined(separator: " ")
      outcome.lesson = lesson.isEmpty ? nil : lesson
      return outcome
    }
  }

  /// Which outcomes a clause is about; what it compares them with is not meant.
  private static func named(_ clause: String, of outcomes: [[String]]) -> [Int] {
    let end = Clauses.comparisons.compactMap { clause.firstRange(of: $0)?.lowerBound }.min()
    let said = clause[..<(end ?? clause.endIndex)]
    let pieces = said.split { !($0.isLetter || $0.isNumber || "._-".contains($0)) }
    let words = Set(pieces.map { String($0.last == "." ? $0.dropLast() : $0) })
    return outcomes.indices.filter { outcomes[$0].contains(where: words.contains) }
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

/// The clauses of a sentence, at commas, semicolons and words that join or contrast.
private enum Clauses {
  /// What stands before the thing that another is compared with.
  static let comparisons = [" than ", " compared ", " versus ", " vs"]

  private static let joints = [", ", "; ", " but ", " while ", " whereas ", " and "]

  static func split(_ sentence: String) -> [String] {
    joints.reduce([sentence]) { clauses, joint in clauses.flatMap { parted($0, at: joint) } }
  }

  private static func parted(_ clause: String, at joint: String) -> [String] {
    var parts: [String] = []
    var rest = clause[...]
    while let place = rest.firstRange(of: joint) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return (parts + [String(rest)]).filter { !$0.isEmpty }
  }
}
