internal import IR

/// File-name parts made of words.
package enum Slug {
  /// Lower-case ASCII words joined by underscores, at most `words` of them and each cut where it is
  /// too long for a word; empty if there are none.
  package static func make(_ text: String, words limit: Int) -> String {
    let folded = text.lowercased().unicodeScalars.map { scalar -> Character in
      (scalar >= "a" && scalar <= "z") || scalar.isASCIIDigit ? Character(scalar) : " "
    }
    let words = String(folded).split(separator: " ").filter { !skipped.contains(String($0)) }
    return words.prefix(limit).map { $0.prefix(longestWord) }.joined(separator: "_")
  }

  /// What no word of a language reaches, so that names of files stay within what disks take.
  private static let longestWord = 32

  private static let skipped: Set<String> = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or", "is", "are",
    "we", "our", "as", "from", "secret", "credential", "secrets", "credentials",
  ]
}
