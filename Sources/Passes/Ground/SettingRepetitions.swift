internal import IR

// How often something was done over: `every run was repeated 5 times`, `we trained each one thrice`.

extension SettingSentence {
  private static let repeating: WordSet = [
    "repeat", "repeated", "repeating", "rerun", "re-run", "run", "ran", "running", "conduct",
    "conducted", "perform", "performed", "execute", "executed", "trained", "train",
  ]
  private static let works: WordSet = [
    "experiment", "experiments", "task", "tasks", "problem", "problems", "run", "runs", "training",
    "process", "procedure", "simulation", "simulations", "trial", "trials", "evaluation",
    "algorithm", "algorithms", "method", "methods", "model", "models", "setting", "settings",
    "configuration", "configurations", "test", "tests", "we", "this",
  ]
  private static let comparing: WordSet = ["more", "less", "faster", "slower", "as", "than"]

  /// Repetitions of work; what stands several times in the data is none, nor is what is so many times
  /// as large.
  func repetitions() -> [(name: Name, value: Range<Int>)] {
    words.words.indices.compactMap { index in
      guard let value = times(endingAt: index),
        words.has(Self.repeating, before: value.lowerBound, within: 6),
        words.has(Self.works, before: value.lowerBound, within: 9),
        !Self.comparing.contains(words.lower(index + 1)) || words[index].isLast
      else { return nil }
      return (Name(row: rows("Runs"), words: index..<(index + 1)), words.bytes(value))
    }
  }

  /// The words of a number of times: `thrice`, `5` of `5 times`.
  private func times(endingAt index: Int) -> Range<Int>? {
    if words[index].lower == "thrice" { return index..<(index + 1) }
    guard words[index].lower == "times",
      let value = values.first(where: { $0.words.upperBound == index }), value.isCount
    else { return nil }
    return value.words
  }
}
