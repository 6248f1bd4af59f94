/// Whose work a sentence tells of.
enum Speaker {
  case authors, others, nobody

  /// A sentence that cites and has no word of the authors tells of others; so does one on what
  /// would be needed.
  init(_ text: String, cites: Bool) {
    let words = CueWords(text).words
    if words.contains(where: { ["we", "our", "ours", "us"].contains($0) }) {
      self = .authors
    } else if let first = words.first, ["all", "each", "both", "every"].contains(first) {
      self = .authors
    } else if cites || words.contains(where: { ["would", "could", "requires"].contains($0) }) {
      self = .others
    } else {
      self = .nobody
    }
  }
}
