internal import IR

/// Whether a sentence tells a finding because of where it stands: among results, in the conclusion
/// or the abstract, or beside the table or figure that it speaks of.
struct FindingContext {
  /// Whether the sentence claims something there.
  let tellsFinding: Bool

  /// What a sentence must weigh among results, and where something else is told.
  private static let least = 2
  private static let leastElsewhere = 3
  private static let leastOfMethods = 5
  /// In a conclusion, and beside the table that a sentence names, little else is told.
  private static let leastOfConclusions = 1
  /// The odds of a finding from which a sentence is one among results, and beside a table or figure that
  /// it speaks of.
  private static let likely = -10
  private static let likelyOfExhibits = -18

  init(_ atom: Atom, _ sentence: Sentence, _ topics: [ExhibitLabel], _ view: PaperView) {
    let words = sentence.words
    guard !Self.isAside(atom, sentence, view) else {
      tellsFinding = false
      return
    }
    let showsResult = topics.contains { label in
      view.exhibit(label).map { ResultExhibit.isResult($0, view) } ?? false
    }
    let weight = FindingCues.weight(of: words)
    switch SectionRole(of: atom.section, in: view) {
    case .experiments where !Self.isSetup(atom.section, view):
      tellsFinding =
        weight >= Self.least || Self.isGuess(words)
        || atom.odds(of: .finding) >= (showsResult ? Self.likelyOfExhibits : Self.likely)
    case .conclusion: tellsFinding = weight >= Self.leastOfConclusions || Self.isGuess(words)
    case .introduction:
      // In an introduction proper, only what has the cues of a claim is one.
      tellsFinding =
        atom.section == 0 && weight >= Self.leastElsewhere
        && ClaimCandidate.speaksOfItself(sentence, view) && atom.citations.isEmpty
    case .related: tellsFinding = false
    default:
      tellsFinding =
        (showsResult && weight >= (atom.exhibits.isEmpty ? Self.least : Self.leastOfConclusions))
        || (weight >= Self.leastOfMethods && !Self.isBackground(atom.section, view))
        || Self.isGuess(words) || Self.provesSomething(words)
    }
  }

  /// What stands among results and is none of this paper: examples, wishes, definitions, and what
  /// cited works found.
  private static func isAside(
    _ atom: Atom, _ sentence: Sentence, _ view: PaperView
  ) -> Bool {
    let words = sentence.words
    return !FindingCues.wishes.matches(in: words).isEmpty
      || !FindingCues.signposts.matches(in: words).isEmpty || atom.weight(of: .definition) >= 2
      || atom.weight(of: .choice) >= 3
      || !AssumptionCues.table.matches(in: words).isEmpty
      || !AssumptionCues.pointers.matches(in: words).isEmpty
      || (!atom.citations.isEmpty && atom.exhibits.isEmpty
        && !ClaimCandidate.speaksOfItself(sentence, view))
  }

  /// What the steps of a proof say holds inside of it only.
  static func isProof(_ section: Int, _ view: PaperView) -> Bool {
    proofs.stands(in: view.paper.sections[section].title.value.lowercase)
  }

  private static let proofs: PhraseSet = ["proof", "theorem", "lemma", "proposition"]

  /// Whether a section tells what was known before.
  static func isBackground(_ section: Int, _ view: PaperView) -> Bool {
    var current: Int? = section
    while let index = current {
      let title = view.paper.sections[index].title.value.lowercase
      if title.has("background") || title.has("preliminar") { return true }
      current = view.paper.sections[index].parent
    }
    return false
  }

  private static func isGuess(_ words: CueWords) -> Bool {
    !FindingCues.guesses.matches(in: words).isEmpty
  }

  private static func provesSomething(_ words: CueWords) -> Bool {
    !FindingCues.proofs.matches(in: words).isEmpty
  }

  /// Whether a section tells how the experiments were made, by its title or by those above it.
  static func isSetup(_ section: Int, _ view: PaperView) -> Bool {
    var current: Int? = section
    while let index = current {
      let title = view.paper.sections[index].title.value.lowercase
      if reports.stands(in: title) { return false }
      if setups.stands(in: title) { return true }
      current = view.paper.sections[index].parent
    }
    return false
  }

  /// Whether the title of a section has no other words than those of a set-up: `Training Details`, but
  /// not `Adversarial Training`.
  static func isNothingButSetup(_ section: Int, _ view: PaperView) -> Bool {
    let title = view.paper.sections[section].title.value.lowercase
    let words = title.split { !$0.isLetter }.filter { !linking.contains(String($0)) }
    return !words.isEmpty
      && words.allSatisfy { word in namesOfSetups.contains { word.hasPrefix($0) } }
  }

  private static let linking: Set<String> = ["and", "of", "the", "for", "in", "on", "with", "our"]
  private static let plainWords = [
    "experiment", "data", "model", "evaluation", "test", "general", "common", "environment",
    "parameter", "set",
  ]

  private static let reports: PhraseSet = [
    "result", "finding", "ablation", "analysis", "comparison", "evaluation of", "performance",
    "discussion",
  ]
  private static let setups = PhraseSet(setupNames)
  private static let namesOfSetups = setupNames + plainWords
  private static let setupNames = [
    "setup", "set-up", "setting", "implementation", "training", "dataset", "data set", "benchmarks",
    "hyperparameter", "hyper-parameter", "protocol", "metrics", "baselines", "preprocessing",
    "configuration", "hardware", "experimental design", "procedure", "details",
  ]
}
