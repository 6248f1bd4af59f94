/// Choices and changes of direction that a sentence states with both sides.
enum SpokenCourse {
  /// What was chosen, and what was not, each as it stands in the text.
  struct Choice: Equatable {
    let choice: String
    let alternative: String
  }

  struct Turn: Equatable {
    let from: String
    let to: String
    let statement: String
  }

  // MARK: Choices

  private static let decisions = [
    "decision:", "i decide", "we decide", "i choose", "we choose", "i chose", "we chose",
    "i opt for", "we opt for", "i will go with", "i'll go with", "let's go with", "going with ",
  ]
  private static let contrasts = [" instead of ", " rather than "]

  static func choices(in text: some StringProtocol) -> [Choice] {
    let sentences = Sentences.split(text)
    return sentences.indices.compactMap { index in
      let sentence = sentences[index]
      let words = sentence.lowercased()
      let isDecision = decisions.contains { words.contains($0) }
      if isDecision || Approach.statesIntent(sentence), let other = alternative(in: sentence) {
        return Choice(choice: sentence, alternative: other)
      }
      let next = sentences.indices.contains(index + 1) ? sentences[index + 1] : ""
      return isDecision && next.lowercased().contains("alternative")
        ? Choice(choice: sentence, alternative: next) : nil
    }
  }

  /// What stands behind `instead of`, up to the end of the clause.
  private static func alternative(in sentence: String) -> String? {
    for contrast in contrasts {
      guard let sign = sentence.firstRange(of: contrast) else { continue }
      let clause = clause(after: sentence[sign.upperBound...])
      if clause.count > 2 { return clause }
    }
    return nil
  }

  /// Up to a comma, a stop or the word that begins a reason.
  private static func clause(after text: Substring) -> String {
    var end = text.endIndex
    for mark in [", ", "; ", ": ", " because ", " since ", " and then "] {
      if let place = text.firstRange(of: mark), place.lowerBound < end { end = place.lowerBound }
    }
    var clause = text[..<end]
    while let last = clause.last, ".!?".contains(last) { clause.removeLast() }
    return String(clause)
  }

  // MARK: Changes of direction

  private static let turnings = [
    "change of plan", "change of direction", "changing direction", "change direction",
    "changing course", "change course", "new direction", "new plan:", "switching from ",
    "switch from ", "pivot",
  ]

  static func turn(in text: some StringProtocol) -> Turn? {
    for sentence in Sentences.split(text) {
      let words = sentence.lowercased()
      guard turnings.contains(where: { words.contains($0) }) else { continue }
      if let turn = fromTo(sentence) ?? insteadOf(sentence) { return turn }
    }
    return nil
  }

  /// `… from accuracy to calibration, because …`
  private static func fromTo(_ sentence: String) -> Turn? {
    guard let from = sentence.firstRange(of: " from "),
      let to = sentence[from.upperBound...].firstRange(of: " to ")
    else { return nil }
    let start = String(sentence[from.upperBound..<to.lowerBound])
    let end = clause(after: sentence[to.upperBound...])
    guard (2...160).contains(start.count), end.count > 1 else { return nil }
    return Turn(from: start, to: end, statement: sentence)
  }

  /// `…, so look at calibration instead of accuracy.`
  private static func insteadOf(_ sentence: String) -> Turn? {
    guard let other = alternative(in: sentence),
      let sign = contrasts.lazy.compactMap({ sentence.firstRange(of: $0) }).first
    else { return nil }
    var clause = sentence[..<sign.lowerBound]
    for mark in [", so ", ": ", ", ", "; ", " so "] {
      if let place = clause.firstRange(of: mark) { clause = clause[place.upperBound...] }
    }
    guard clause.count > 2 else { return nil }
    return Turn(from: other, to: String(clause), statement: sentence)
  }
}
