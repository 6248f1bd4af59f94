internal import IR

/// What the authors conclude from a setback, in their own words.
enum Lesson {
  private static let openings = [
    "this suggests", "this indicates", "this shows", "this implies", "this means",
    "this is because",
    "this is due", "this confirms", "these results suggest", "therefore", "thus", "hence",
    "consequently", "so ", "we attribute", "we conclude", "we argue", "we believe", "we suspect",
    "we conjecture", "the reason", "as a result",
  ]

  /// Whether a sentence concludes from the one before it.
  static func begins(_ sentence: String) -> Bool {
    let lower = sentence.lowercase
    return openings.contains { lower.hasPrefix($0) }
  }

  private static let leads = [
    ", suggesting ", ", indicating ", ", implying ", ", highlighting ", ", underscoring ",
    ", emphasizing ", ", confirming ", ", showing ", ", demonstrating ", ", which suggests ",
    ", which indicates ", ", so we ",
  ]

  /// The clause of a sentence that concludes from the rest of it.
  static func drawn(in sentence: Grounded<String>) -> Grounded<String>? {
    guard let span = sentence.spans.first, sentence.derivation == nil else { return nil }
    let starts = leads.compactMap { sentence.value.utf8Range(of: $0)?.lowerBound }
    guard let lead = starts.min() else { return nil }
    let bytes = Array(sentence.value.utf8)
    let start = lead + 2
    var end = bytes.count
    while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x20 { end -= 1 }
    let clause = String(decoding: bytes[start..<end], as: UTF8.self)
    let isWhole = clause.count { $0 == "(" } == clause.count { $0 == ")" }
    guard isWhole, clause.split(separator: " ").count >= 4 else { return nil }
    return Grounded(clause, [span.narrowed(to: start..<end)])
  }
}
