/// Short forms whose full stop ends no sentence.
package enum Abbreviation {
  /// In lower case, without their last full stop.
  package static let words: Set<String> = [
    "e.g", "i.e", "etc", "al", "fig", "figs", "eq", "eqs", "sec", "secs", "tab", "app", "ref",
    "refs",
    "cf", "vs", "resp", "approx", "no", "nos", "vol", "pp", "ed", "eds", "dr", "mr", "ms", "prof",
    "st", "jr", "w.r.t", "w.l.o.g", "s.t", "i.i.d", "viz", "ch", "thm", "def", "prop", "lem", "cor",
  ]

  /// Whether the last word of a text is one, with its full stop.
  package static func ends(_ text: String) -> Bool {
    guard text.last == ".", let word = text.split(separator: " ").last else {
      return false
    }
    return words.contains(word.dropLast().trimmed(of: "(").lowercased())
  }
}
