internal import IR

/// The measures of a paper: those that the field knows, and those that the paper names itself, spelled
/// out (`Spill to Marble Ratio (SMR)`), below heads such as `Metrics`, or as what it compares in (`in
/// terms of spill ratio`).
struct MeasureNames: Sendable {
  private let own: Lexicon

  init(_ atoms: Atoms, _ view: PaperView) {
    var rows: [[String]] = []
    for atom in atoms.atoms {
      let text = view.text(of: atom.span)
      if text.has("metric") {
        rows += Self.named(in: text).filter { !OwnNames.of(view, atoms).hold($0) }
          .map { [$0.lowercase] }
      }
      guard Self.leads.stands(in: text) else { continue }
      rows += Self.spelledOut(in: text) + Self.compared(in: text).map { [$0] }
    }
    rows += Self.listed(in: view).map { [$0] }
    own = Lexicon(rows: rows.map { Lexicon.Row($0) })
  }

  /// What every sentence has that names a measure, without first letters, which may be capitals.
  private static let leads = PhraseSet(
    ["n terms of "]
      + [
        "atio", "rate", "Rate", "core", "rror", "ndex", "istance", "ccuracy", "imilarity",
        "eviation", "ivergence", "uality", "atency", "hroughput", "fficiency", "overage",
        "oefficient", "ntelligibility", "recision", "ecall", "ime",
      ].flatMap { ["\($0) (", "\($0)s (", "\($0))"] })

  private static func spelledOut(in text: String) -> [[String]] {
    AbbreviatedTerm.all(in: text).compactMap { found in
      let long = String(text[...][utf8Range: found.term]).lowercase
      return endsAsMeasure(long) ? [found.short.lowercase, long] : nil
    }
  }

  /// Proper names beside the noun: `the Spill and SMR@20 metrics`, `metrics such as SMR@20`.
  static func named(in text: String) -> [String] {
    let words = text.parts(between: " ")
    return words.indices.flatMap { index -> [String] in
      guard words[index].hasPrefix("metric"),
        ["metric", "metrics"].contains(words[index].trimmed(of: ".,;:()"))
      else { return [] }
      return (ProperNames.before(index, in: words) + ProperNames.listed(after: index, in: words))
        .filter {
          $0.wordCount <= longest && Lexicon.datasets.found(in: $0).isEmpty
            && ModelNames.found(in: $0).isEmpty
        }
    }
  }

  /// `spill ratio` and `sorting time` of `in terms of the spill ratio and sorting time`.
  private static func compared(in text: String) -> [String] {
    guard let lead = text.utf8Range(of: "n terms of ") else { return [] }
    var names: [String] = []
    var name: [String] = []
    for word in text[...][utf8Range: lead.upperBound..<text.utf8.count].parts(between: " ") {
      let bare = word.trimmed(of: ",.;:()").lowercase
      let isJoint = bare == "and" || bare == "or" || bare == "both"
      let isArticle = TermWords.determiners.contains(bare)
      if !isJoint, !isArticle {
        guard TermWords.isTermWord(bare) || ProperNames.isName(bare) else { break }
        name.append(bare)
      }
      let isLast = word.last.map { ".;:)".contains($0) } == true
      if isJoint || isLast || word.hasSuffix(",") {
        names.append(name.joined(separator: " "))
        name = []
      }
      if isLast { break }
    }
    names.append(name.joined(separator: " "))
    return names.filter { endsAsMeasure($0) }
  }

  /// The heads of items and paragraphs below `Metrics` and the like.
  private static func listed(in view: PaperView) -> [String] {
    let isOfMeasures = view.paper.sections.map { isHead($0.title.value) }
    return view.paper.blocks.compactMap { block in
      guard isOfMeasures[block.section], let lead = block.lead else { return nil }
      let text = view.text(of: lead)
      let name = (text.find(" (").map { text[..<$0.lowerBound] } ?? text[...])
        .drop { !$0.isLetter }.trimmed(of: " •◦–-:.*()").lowercase
      return name.wordCount <= longest && !isHead(name) ? name : nil
    }
  }

  /// `Evaluation metrics`.
  private static func isHead(_ title: String) -> Bool {
    guard let last = title.lowercase.parts(between: " ").last else { return false }
    return ["metrics", "metric", "measures"].contains(last.trimmed(of: ".:"))
  }

  private static let longest = 4

  // MARK: Mentions

  /// The parts of a text that name a measure.
  func mentions(in text: Grounded<String>) -> [Grounded<String>] {
    Lexicon.metrics.mentions(in: text) + own.mentions(in: text)
  }

  /// The measure that a column, an axis or a caption gives values of: a name with a unit or an arrow
  /// behind it, or, but for the label of a row, one that ends as measures do.
  func head(_ head: Grounded<String>, isLabel: Bool = false) -> Grounded<String>? {
    guard head.derivation == nil, head.spans.count == 1 else { return nil }
    let text = head.value
    var name = text.trimmed(of: " ↑↓")[...]
    var isMeasured = name.utf8.count < text.utf8.count
    // `Test error in dB`
    if let unit = name.find(" in "), Self.units.contains(name[unit.upperBound...].lowercase) {
      isMeasured = true
      name = name[..<unit.lowerBound]
    }
    if let last = name.last, last == ")" || last == "]",
      let open = name.lastIndex(where: { $0 == "(" || $0 == "[" })
    {
      let inner = name[name.index(after: open)...].dropLast().trimmed(of: " ")
      guard Self.units.contains(inner.lowercase) || "↑↓".contains(inner) else { return nil }
      isMeasured = true
      name = name[..<open].trimmed(of: " ↑↓")[...]
    }
    guard isMeasured || !isLabel && Self.endsAsMeasure(String(name).lowercase), Self.isName(name),
      let range = text.utf8Range(of: String(name))
    else { return nil }
    return Grounded(String(name), [head.spans[0].narrowed(to: range)])
  }

  private static func isName(_ name: Substring) -> Bool {
    name.first?.isLetter == true && name.count(where: \.isLetter) > 1
      && name.wordCount <= longest && !name.contains { "{}=[](),".contains($0) }
      && NumberToken.scan(String(name)).isEmpty
  }

  /// Whether a phrase in lower case ends with what amounts are called.
  static func endsAsMeasure(_ phrase: String) -> Bool {
    let words = phrase.parts(between: " ")
    guard words.count <= longest + 1, let last = words.last,
      !words.contains(where: { settings.contains($0) })
    else { return false }
    return nouns.contains(Plurals.singular(String(last)))
  }

  private static let nouns: WordSet = [
    "ratio", "rate", "score", "error", "index", "distance", "accuracy", "similarity", "deviation",
    "divergence", "quality", "latency", "throughput", "efficiency", "coverage", "coefficient",
    "intelligibility", "precision", "recall", "makespan", "entropy", "agreement", "overhead",
    "correlation", "utilization", "usage", "consumption", "perplexity", "delay", "loss", "time",
  ]

  /// What makes a setting or a statistic of such a word: `learning rate`, `standard deviation`.
  private static let settings: Set<Substring> = [
    "learning", "sampling", "dropout", "mutation", "frame", "standard", "step", "decay",
  ]

  private static let units: WordSet = [
    "%", "ms", "s", "sec", "secs", "seconds", "min", "minutes", "h", "hours", "db", "mb", "gb",
    "kb", "hz", "khz", "bits", "bit", "bpp", "w", "j", "kj", "kwh", "mm", "cm", "m", "km", "usd",
    "$", "fps", "points", "pp", "px", "μs", "µs", "gflops", "tokens/s",
  ]
}
