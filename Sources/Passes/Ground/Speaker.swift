/// Whose work a sentence tells of.
enum Speaker {
  case authors, others, nobody

  /// A sentence that cites and has no word of the authors tells of others; so does one on what
  /// would be needed.
  init(_ words: CueWords, cites: Bool) {
    if words.hold("we", "our", "ours", "us") {
      self = .authors
    } else if let first = words.first, ["all", "each", "both", "every"].contains(first) {
      self = .authors
    } else if cites || words.hold("would", "could", "requires") {
      self = .others
    } else {
      self = .nobody
    }
  }
}
