internal import IR

/// Finds the sentence that says what the paper's own algorithm costs as its input grows.
///
/// The word `complexity` alone is said of data, tasks and worlds: a sentence says an order of growth
/// and what it is the order of. Those that set the work against others come last, if at all.
struct ComplexityFinder {
  private let atoms: [Atom]
  private let view: PaperView

  /// - Parameter atoms: whole sentences.
  init(_ atoms: [Atom], _ view: PaperView) {
    self.view = view
    self.atoms = atoms.filter { atom in
      switch SectionRole(of: atom.section, in: view) {
      case .method, .experiments, .appendix, .other: atom.weight(of: .future) == 0
      case .related, .introduction, .conclusion, .limitations: false
      }
    }
  }

  private static let least = 2
  /// Among experiments others are measured too: there all has to speak for it.
  private static let leastAmongExperiments = 4

  /// The sentence that most speaks for; the first of equals.
  func complexity() -> Grounded<String>? {
    var best: (weight: Int, span: SourceSpan)?
    for atom in atoms {
      let weight = weight(of: atom)
      if weight >= least(in: atom), weight > best?.weight ?? 0 { best = (weight, atom.span) }
    }
    return best.map { view.grounded($0.span) }
  }

  private func least(in atom: Atom) -> Int {
    guard SectionRole(of: atom.section, in: view) == .experiments else { return Self.least }
    return atom.citations.isEmpty ? Self.leastAmongExperiments : Int.max
  }

  private func weight(of atom: Atom) -> Int {
    let (text, words) = view.sentence(atom.span).parts
    let hasOrder = text.has("O(") || text.has("𝒪(") || text.has("Θ(")
    let grows = !Self.growth.matches(in: words).isEmpty
    guard hasOrder || grows, !Self.costs.matches(in: words).isEmpty,
      atom.citations.isEmpty || words.hold("we", "our"), !text.lowercase.has("sample complexity"),
      !words.hold(
        "although", "though", "while", "unlike", "original", "standard", "vanilla", "whereas",
        "however", "existing", "previous")
    else { return 0 }
    return (hasOrder ? 2 : 1) + (words.hold("complexity") ? 1 : 0)
      + (Self.own.matches(in: words).isEmpty ? 0 : 1)
  }

  static let costs = CueTable([
    Cue(
      "complexity|complexities|runtime|cost|costs|time|memory|space|operations|flops|accesses|updating|updates",
      .method, weight: 1, matches: "The time is O(n).", ignores: "The error is O(n).")
  ])

  static let growth = CueTable([
    Cue(
      "linear|quadratic|cubic|logarithmic|exponential|polynomial|constant ... time|complexity|cost",
      .method, weight: 1, matches: "It runs in linear time.", ignores: "It is a linear map."),
    Cue(
      "complexity|cost|time is|are|grows|scales ... linear|linearly|quadratic|quadratically|cubic|exponential|exponentially",
      .method, weight: 1, matches: "Its cost grows linearly.", ignores: "The cost is high."),
  ])

  static let own = CueTable([
    Cue(
      "we|our|overall|total|proposed|its|algorithm", .method, weight: 1,
      matches: "The overall time is O(n).", ignores: "The time is O(n).")
  ])
}
