package import IR

/// A phrase that tells what a sentence does.
///
/// A pattern is words in order. `a|b` matches either word, `out*` any word that begins so, `...`
/// up to four words, `^` the start of the sentence, `#` a number. A row carries a sentence that it
/// must match and one that it must not; a test runs them all.
package struct Cue: Sendable {
  package let pattern: String
  package let role: Atom.Role
  package let weight: Int
  package let matches: String
  package let ignores: String

  package init(
    _ pattern: String, _ role: Atom.Role, weight: Int, matches: String, ignores: String
  ) {
    self.pattern = pattern
    self.role = role
    self.weight = weight
    self.matches = matches
    self.ignores = ignores
  }

  /// Whether the row matches a sentence; a table asks for many rows at once.
  package func matches(_ words: CueWords) -> Bool { !CueTable([self]).matches(in: words).isEmpty }

  static let longestGap = 4
}
