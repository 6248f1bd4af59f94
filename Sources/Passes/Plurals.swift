/// Plurals of English, as far as they are regular.
enum Plurals {
  /// Whether a word in lower case has the form of a plural, or of a verb of the third person.
  static func isPlural(_ word: String) -> Bool {
    word.utf8.count > 3 && word.utf8.last == UInt8(ascii: "s")
      && !["ss", "us", "is", "as", "'s"].contains(where: word.hasSuffix)
  }

  /// A word in lower case without the ending of the plural: `entry`, `batch`, `class`, `marble`.
  static func singular(_ word: String) -> String {
    guard isPlural(word) else { return word }
    if word.hasSuffix("ies"), word.utf8.count > 5 { return word.dropLast(3) + "y" }
    let isHissing = ["ches", "shes", "xes", "sses"].contains(where: word.hasSuffix)
    return String(word.dropLast(isHissing ? 2 : 1))
  }
}
