internal import IR

/// Tells sentences that count data: a large number, and what it counts within three words.
enum DataSize {
  /// Smaller numbers count folds, classes and seeds.
  private static let least = 100.0
  private static let multiples: Set<Substring> = ["thousand", "million", "billion"]
  /// What models and runs have many of.
  private static let others: Set<String> = [
    "dimensions", "layers", "heads", "units", "labels", "classes", "parameters", "epochs", "steps",
    "iterations", "updates", "hours", "days", "gpus", "points", "times",
  ]

  static func occurs(in text: String) -> Bool {
    let words = text.parts(between: " ")
    return words.indices.contains { index in
      guard let value = Magnitude.parse(String(words[index])), !isYear(words[index]) else {
        return false
      }
      let next = words[(index + 1)...].prefix(3)
      let isScaled = next.first.map(multiples.contains) ?? false
      return (value >= least || isScaled) && next.contains(where: isPlural)
    }
  }

  private static func isYear(_ word: Substring) -> Bool {
    word.count == 4 && Int(word).map { (1900...2100).contains($0) } ?? false
  }

  private static func isPlural(_ word: Substring) -> Bool {
    let core = word.trimmed(of: ".,;:)")
    return core.count > 3 && core.hasSuffix("s") && !core.hasSuffix("ss")
      && !others.contains(core.lowercase) && core.allSatisfy { $0.isLetter || $0 == "-" }
  }
}
