internal import IR

/// Tells what a paper says of its own work from what it says of the world and of other works.
struct OwnWork {
  private let names: OwnNames

  init(_ names: OwnNames) {
    self.names = names
  }

  /// Whether a sentence names the work itself: `we`, `this paper`, `reported below`, a name that
  /// the paper gives to what it presents.
  func isNamed(in sentence: String, _ words: CueWords) -> Bool {
    !LimitCues.own.matches(in: words).isEmpty || names.areNamed(in: sentence)
  }

  /// Whether a word of a sentence, in lower case, begins or is a name of what the paper presents.
  func isSystem(_ word: String) -> Bool {
    ["our", "proposed"].contains(word) || names.names.contains(word)
  }

  /// The sentences about the work itself: those that name it, those behind them in a paragraph that
  /// go on with `This`, `It`, `These findings`, and the lists of contributions that they lead to.
  func sentences(among atoms: [Atom], _ view: PaperView) -> Set<SourceSpan> {
    var own: Set<SourceSpan> = []
    var previous: Atom?
    var listIsOwn = false
    for atom in atoms {
      let sentence = view.sentence(atom.span)
      let words = sentence.words
      let isItem = view.paper.blocks[atom.block].kind == .listItem
      let goesOn =
        Anaphora.begins(words)
        && previous.map { $0.block == atom.block && own.contains($0.span) } ?? false
      let isOwn = goesOn || isItem && listIsOwn || isNamed(in: sentence.text, words)
      if isOwn { own.insert(atom.span) }
      if !isItem { listIsOwn = isOwn && tellsContributions(atom, words) }
      previous = atom
    }
    return own
  }

  private func tellsContributions(_ atom: Atom, _ words: CueWords) -> Bool {
    words.hold("contribution", "contributions") || atom.weight(of: .contribution) >= 3
  }
}

/// Words that point back at the sentence before.
enum Anaphora {
  private static let pronouns: Set<String> = [
    "this", "these", "those", "it", "its", "they", "their", "such", "both", "here",
  ]
  private static let leads: Set<String> = [
    "however", "moreover", "furthermore", "additionally", "also", "thus", "hence", "in", "note",
    "that", "but", "and", "while", "although", "as", "which", "of", "for",
    "some", "many", "most", "cases", "practice", "particular", "turn",
  ]

  private static let expletives: Set<String> = [
    "is", "was", "remains", "becomes", "seems", "appears",
  ]

  private static let reach = 4

  /// Whether a sentence begins with what only the sentence before explains: `This requires`,
  /// `However, it`, `Note that this`, `Which of these`.
  static func begins(_ words: CueWords) -> Bool {
    let all = words.first(Self.reach + 1)
    for (index, word) in all.prefix(Self.reach).enumerated() {
      // `It is hard to see` points at nothing.
      if word == "it", index + 1 < all.count, expletives.contains(all[index + 1]) { return false }
      if pronouns.contains(word) { return true }
      guard leads.contains(word) else { return false }
    }
    return false
  }
}
