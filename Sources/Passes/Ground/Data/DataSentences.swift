internal import IR

/// The sentences in which the authors may say what data they used and what they did to it.
struct DataSentences {
  struct Found {
    let section: Int
    let text: Grounded<String>
  }

  private struct Sentence {
    let atom: Atom
    let text: String
    let words: CueWords
    /// How far the place speaks for the sentence.
    let standing: Int
  }

  private let sentences: [Sentence]
  private let view: PaperView

  /// Longer ones are listings and prompts.
  private static let longest = 500
  /// A phrase that says little of itself counts only where the place speaks for it.
  private static let leastWeight = 3
  private static let ofData = 3

  init(_ atoms: Atoms, _ view: PaperView) {
    self.view = view
    let standings = view.paper.sections.indices.map { Self.standing(ofSection: $0, view) }
    sentences = atoms.atoms.compactMap { atom in
      guard let standing = standings[atom.section], Self.tells(atom) else { return nil }
      let sentence = view.sentence(atom.span)
      let (text, words) = sentence.parts
      guard text.utf8.count < Self.longest, sentence.isWhole else { return nil }
      // What a section on data tells of without the word is data as well.
      let isOfData =
        standing == Self.ofData || !DataCues.subjects.matches(in: words).isEmpty
      guard isOfData, !words.hold("not", "never"), Speaker(words, cites: false) != .others else {
        return nil
      }
      return Sentence(atom: atom, text: text, words: words, standing: standing)
    }
  }

  /// The sentence that the phrases and its place speak for most; the first of equals.
  func best(
    _ cues: CueTable, unless vetoes: CueTable? = nil, where holds: (String) -> Bool = { _ in true }
  ) -> Found? {
    var best: (weight: Int, sentence: Sentence)?
    for sentence in sentences {
      let rows = cues.matches(in: sentence.words)
      guard let heaviest = rows.map({ cues.rows[$0].weight }).max() else { continue }
      let weight = heaviest + sentence.standing
      guard weight >= Self.leastWeight, weight > best?.weight ?? 0, holds(sentence.text),
        vetoes.map({ $0.matches(in: sentence.words).isEmpty }) ?? true
      else { continue }
      best = (weight, sentence)
    }
    return best.map {
      Found(section: $0.sentence.atom.section, text: view.grounded($0.sentence.atom.span))
    }
  }

  /// Whether a sentence may tell what was done: it reports no result, denies nothing and announces
  /// nothing.
  private static func tells(_ atom: Atom) -> Bool {
    atom.weight(of: .future) == 0 && atom.weight(of: .negative) == 0
      && atom.weight(of: .result) + atom.weight(of: .comparison) < 3
  }

  /// Nil for sections that tell of the work of others, or once more of this one.
  private static func standing(ofSection index: Int, _ view: PaperView) -> Int? {
    let role = SectionRole(of: index, in: view)
    guard role != .related, role != .conclusion, role != .limitations else { return nil }
    var section: Int? = index
    while let at = section {
      let title = CueWords(view.paper.sections[at].title.value)
      if !titles.matches(in: title).isEmpty { return ofData }
      section = view.paper.sections[at].parent
    }
    switch role {
    case .introduction: return -1
    case .experiments, .appendix: return 1
    default: return 0
    }
  }

  /// What sections on data are called.
  static let titles = CueTable([
    Cue(
      "data|dataset|datasets|corpus|corpora|preprocessing|pre-processing|participants|subjects|materials|stimuli|database|measurement|measurements|datasheet",
      .configuration, weight: 1, matches: "4.1 Datasets and Metrics", ignores: "4.1 Metrics")
  ])
}
