internal import IR

/// Plurals of English: the regular ones, and those that science has from Latin and Greek.
enum Plurals {
  /// Whether a word in lower case has the form of a plural, or of a verb of the third person.
  static func isPlural(_ word: String) -> Bool {
    endsAsPlural(word) || learned(word) != nil
  }

  /// Whether a word ends with `s`, and not as `class`, `radius`, `axis`, `bias` and `pan's` do.
  private static func endsAsPlural(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { bytes in
      bytes.count > 3 && bytes[bytes.count - 1] == UInt8(ascii: "s")
        && !singularEnds.contains(bytes[bytes.count - 2])
    }
  }

  private static let singularEnds: ASCIISet = "suia'"

  /// `radius` for `radii`.
  private static func learned(_ word: String) -> String? {
    learnedWords.contains(word) ? fromLatinAndGreek[word] : nil
  }

  private static let learnedWords = WordSet(Set(fromLatinAndGreek.keys))

  private static let fromLatinAndGreek: [String: String] = [
    "radii": "radius", "nuclei": "nucleus", "stimuli": "stimulus", "loci": "locus",
    "foci": "focus", "fungi": "fungus", "moduli": "modulus",
    "criteria": "criterion", "phenomena": "phenomenon", "automata": "automaton",
    "spectra": "spectrum", "strata": "stratum", "taxa": "taxon", "genera": "genus",
    "corpora": "corpus", "maxima": "maximum", "minima": "minimum", "optima": "optimum",
    "momenta": "momentum", "bacteria": "bacterium",
    "formulae": "formula", "larvae": "larva",
    "indices": "index", "matrices": "matrix", "vertices": "vertex", "vortices": "vortex",
    "appendices": "appendix", "simplices": "simplex",
    "hypotheses": "hypothesis", "analyses": "analysis", "axes": "axis",
    "theses": "thesis", "crises": "crisis", "parentheses": "parenthesis",
    "syntheses": "synthesis", "diagnoses": "diagnosis",
  ]

  /// A word in lower case without the ending of the plural: `entry`, `batch`, `class`, `marble`.
  static func singular(_ word: String) -> String {
    if let singular = learned(word) { return singular }
    guard endsAsPlural(word) else { return word }
    if word.hasSuffix("ies"), word.utf8.count > 5 { return word.dropLast(3) + "y" }
    let isHissing = hissing.contains(where: word.hasSuffix)
    return String(word.dropLast(isHissing ? 2 : 1))
  }

  private static let hissing = ["ches", "shes", "xes", "sses"]
}
