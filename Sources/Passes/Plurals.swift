/// Plurals of English: the regular ones, and those that science has from Latin and Greek.
enum Plurals {
  /// Whether a word in lower case has the form of a plural, or of a verb of the third person.
  static func isPlural(_ word: String) -> Bool {
    word.utf8.count > 3 && word.utf8.last == UInt8(ascii: "s")
      && !["ss", "us", "is", "as", "'s"].contains(where: word.hasSuffix)
      || learned(word) != nil
  }

  /// `radius` for `radii`.
  private static func learned(_ word: String) -> String? {
    switch word.utf8.last {
    case UInt8(ascii: "i"), UInt8(ascii: "a"), UInt8(ascii: "s"), UInt8(ascii: "e"):
      longestLearned >= word.utf8.count ? fromLatinAndGreek[word] : nil
    default: nil
    }
  }

  private static let longestLearned = fromLatinAndGreek.keys.map(\.utf8.count).max() ?? 0

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
    guard isPlural(word) else { return word }
    if word.hasSuffix("ies"), word.utf8.count > 5 { return word.dropLast(3) + "y" }
    let isHissing = ["ches", "shes", "xes", "sses"].contains(where: word.hasSuffix)
    return String(word.dropLast(isHissing ? 2 : 1))
  }
}
