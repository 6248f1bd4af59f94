internal import IR

/// The heads of theorems and their like.
enum StatementHead {
  private static let numbered: Set<Substring> = [
    "Theorem", "Lemma", "Proposition", "Corollary", "Definition", "Assumption", "Remark", "Example",
    "Claim", "Conjecture", "Observation", "Fact", "Property", "Hypothesis", "Condition",
  ]

  /// `Theorem 2` of `Theorem 2 (Name). …`, `Proof` of `Proof. …`.
  static func label(_ text: String) -> String? {
    let words = text.words(maxSplits: 2)
    guard let first = words.first else { return nil }
    if first == "Proof." || first == "Proof:" { return "Proof" }
    if first == "Proof", words.count > 1, words[1] == "of" { return "Proof" }
    guard numbered.contains(first), words.count > 1 else { return nil }
    let number = String(words[1]).trimmed(of: ".:,")
    guard number.utf8.count <= 8, number.contains(where: \.isASCIIDigit) || number.utf8.count == 1,
      number.allSatisfy({ $0.isAlphanumeric || $0 == "." })
    else { return nil }
    return "\(first) \(number)"
  }

  /// Whether a statement begins behind its label, and no sentence about it: `Theorem 2. Let`,
  /// `Theorem 2 (Name).`; not `Theorem 2 says`.
  static func isClosed(_ label: String, in text: String) -> Bool {
    guard label != "Proof", text.hasPrefix(label) else { return false }
    let rest = text.dropFirst(label.count)
    return rest.hasPrefix(". ") || rest.hasPrefix(": ") || rest.hasPrefix(" (") && rest.has(").")
  }
}
