package import IR

/// What the paper says of its data.
package struct DataRules: Pass {
  package static let id = PassID("data", version: 1)
  package static let reads = ["paper", "atoms"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<DataCards>
  {
    guard let view = input.view else { return Reported(DataCards()) }
    let finder = SentenceFinder(input.atoms, view)
    var cards = DataCards()
    if let provenance = finder.first([
      " dataset", " datasets", " corpus", " data set", " benchmark",
    ]) {
      var card = DatasetCard(
        provenance: .stated(provenance.sentence),
        source: [view.label(ofSection: provenance.section)])
      card.size = Stated(
        finder.first(
          [
            "dataset", "data set", "corpus", "benchmark", "consist", "contain", "compris",
            "recorded", "collected", "training set", "trained on",
          ], where: DataSize.occurs)?.sentence)
      card.licensing = Stated(
        finder.first(["licens", "creative commons", "cc by", "mit license"])?.sentence)
      card.ethics = Stated(
        finder.first(["ethic", "consent", "privacy", "institutional review", "personally identif"])?
          .sentence)
      card.variables = Stated(
        finder.first([
          " features", " labels", " classes", " attributes", " columns", " variables",
          " categories",
        ])?.sentence)
      cards.dataset = card
    }
    let preprocessing = PreprocessingCard(
      cleaning: Stated(
        finder.first([" cleaned", " filtered", " removed", " exclude", " discard", " deduplicat"])?
          .sentence),
      normalization: Stated(
        finder.first([
          " normaliz", " normalis", " standardiz", " tokeniz", " encoded using", " resized",
          " rescaled", " whiten",
        ])?.sentence),
      qualityControl: Stated(
        finder.first([
          "quality control", " verified", " manually check", " annotat", " validated by",
        ])?.sentence),
      splits: Stated(
        finder.first([
          "train/test", "training set", "test set", "validation set", " split", "held-out",
          "held out",
        ])?.sentence))
    if preprocessing != PreprocessingCard() { cards.preprocessing = preprocessing }
    return Reported(cards)
  }
}

/// Finds the first sentence of method, experiments or appendix that holds one of some words.
struct SentenceFinder {
  private let sentences: [(section: Int, text: String, lower: String, span: SourceSpan)]
  private let view: PaperView

  init(_ atoms: Atoms, _ view: PaperView) {
    self.view = view
    sentences = atoms.atoms.compactMap { atom in
      let role = SectionRole(of: atom.section, in: view)
      guard role != .related, role != .conclusion, role != .introduction else { return nil }
      let text = view.text(of: atom.span)
      guard Wording.isSentence(text), text.count < 500 else { return nil }
      return (atom.section, text, text.lowercase, atom.span)
    }
  }

  func first(_ words: [String], where holds: (String) -> Bool = { _ in true }) -> (
    section: Int, sentence: Grounded<String>
  )? {
    let hit = sentences.first { sentence in
      words.contains { sentence.lower.has($0) } && holds(sentence.text)
    }
    return hit.map { ($0.section, view.grounded($0.span)) }
  }
}

/// Tells sentences that count data: a large number, and what it counts within three words.
enum DataSize {
  /// Smaller numbers count folds, classes and seeds.
  private static let least = 100.0
  private static let multiples: Set<Substring> = ["thousand", "million", "billion"]
  /// What models and runs have many of.
  private static let others: Set<String> = [
    "dimensions", "layers", "heads", "units", "labels", "classes", "parameters", "epochs", "steps",
    "iterations", "updates", "hours", "days", "gpus", "points", "times",
  ]

  static func occurs(in text: String) -> Bool {
    let words = text.parts(between: " ")
    return words.indices.contains { index in
      guard let value = Magnitude.parse(String(words[index])), !isYear(words[index]) else {
        return false
      }
      let next = words[(index + 1)...].prefix(3)
      let isScaled = next.first.map(multiples.contains) ?? false
      return (value >= least || isScaled) && next.contains(where: isPlural)
    }
  }

  private static func isYear(_ word: Substring) -> Bool {
    word.count == 4 && Int(word).map { (1900...2100).contains($0) } ?? false
  }

  private static func isPlural(_ word: Substring) -> Bool {
    let core = word.trimmed(of: ".,;:)")
    return core.count > 3 && core.hasSuffix("s") && !core.hasSuffix("ss")
      && !others.contains(core.lowercase) && core.allSatisfy { $0.isLetter || $0 == "-" }
  }
}
