internal import IR

// What the place of a sentence says of the setback that it tells.

extension DeadEndRules {
  /// Whether a sentence opens a paragraph or an item under a head such as `What did not work`.
  func opensFailure(_ index: Int) -> Bool {
    let atom = atoms.atoms[index]
    guard
      index == 0 || atoms.atoms[index - 1].block != atom.block
        || view.isHead(atoms.atoms[index - 1]),
      !view.isHead(atom),
      Self.failureTitles.stands(in: view.paper.sections[atom.section].title.value.lowercase)
    else { return false }
    let sentence = view.sentence(atom.span)
    return sentence.isWhole && !sentence.text.hasSuffix(":")
  }

  /// What heads a paragraph or an item under such a head names what was tried.
  func headOfFailure(_ index: Int) -> Grounded<String>? {
    opensFailure(index)
      ? view.head(ofBlock: atoms.atoms[index].block) : nil
  }

  private static let failureTitles: PhraseSet = [
    "not work", "n’t work", "n't work", "not help", "n’t help", "n't help", "negative result",
    "failed attempt", "failed experiment", "unsuccessful", "dead end", "failed approach",
  ]

  /// Whether the words and the place of a sentence speak for a setback more than for a finding, and a
  /// word of it tells that something was lost or did not come about.
  func leansToSetback(_ index: Int, _ sentence: Sentence) -> Bool {
    let atom = atoms.atoms[index]
    let turns = !Self.turns.matches(in: sentence.words).isEmpty
    let odds = atom.odds(of: .setback) + (turns ? Self.turn : 0)
    guard odds >= Self.least, atom.odds(of: .trial) >= Self.leastTrial,
      atom.odds(of: .finding) <= odds + Self.lead, sentence.isWhole,
      sentence.text.isShorter(than: Self.longest), !sentence.text.hasSuffix("?"),
      turns || Setback.mayTell(sentence)
        || !Self.losses.matches(in: sentence.words).isEmpty,
      !NoClaim.holds(of: sentence, citing: !atom.citations.isEmpty)
    else { return false }
    switch SectionRole(of: atom.section, in: view) {
    case .experiments, .appendix, .other: return true
    case .method, .conclusion: return odds >= Self.leastElsewhere
    case .introduction, .related, .limitations: return false
    }
  }

  private static let least = -26
  private static let leastTrial = -20
  /// Where a paper tells no results.
  private static let leastElsewhere = -14
  private static let lead = 16
  private static let longest = 600
  /// What it is worth that a sentence turns from what was tried to what was found instead.
  private static let turn = 12

  static let turns = CueTable([
    Cue(
      "but found|find|observed|noticed|saw", .negative, weight: 1,
      matches: "We tried a lamp but found a candle better.", ignores: "We found a lamp but no oil."),
    Cue(
      "but we found|find|observed|noticed|saw", .negative, weight: 1,
      matches: "One could use a lamp, but we found a candle better.",
      ignores: "But a lamp was found."),
  ])

  /// The words of a sentence that something was lost or did not come about.
  static func lost(in sentence: Sentence) -> [Range<Int>] {
    losses.occurrences(in: sentence.words).map(\.words)
      + SetbackCues.all.occurrences(in: sentence.words).map(\.words)
  }

  static let losses = CueTable([
    Cue(
      "fail*|unable|worse*|worst|inferior|degrad*|deteriorat*|drop|drops|dropped|decrease|decreases|decreased|declin*|poor*|hurt*|harm|harms|harmed|detriment*|unstable|instabilit*|collaps*|diverg*|overfit*|over-fit*|suboptimal|insufficient*|ineffective*|inefficien*|negligible|little|slower|costly|expensive|infeasible|intractable|struggl*|suffer*|underperform*|saturat*|plateau*|diminish*|lose|loses|lost|abandon*|discard*",
      .negative, weight: 1, matches: "Without a lamp the error worsens.",
      ignores: "The lamp is red.")
  ])

  /// Whether the section, the head of the paragraph or a sentence before tells of ablations.
  func isAmongAblations(_ index: Int) -> Bool {
    let atom = atoms.atoms[index]
    let lead = view.paper.blocks[atom.block].lead.map { view.text(of: $0).lowercase } ?? ""
    let title = view.paper.sections[atom.section].title.value.lowercase
    if title.has("ablat") || lead.has("ablat") || AblationTable.removes(lead) { return true }
    let before = atoms.atoms[...index].reversed().prefix { $0.section == atom.section }.reversed()
    let openings = before.prefix(Self.opening) + before.filter { $0.block == atom.block }
    return openings.contains { view.sentence($0.span).lower.has("ablat") }
  }

  /// Sentences of a section that tell what it is about.
  private static let opening = 3

  /// Whether a sentence is an item of a list of limitations: what the work lacks was not tried.
  func isAmongLimits(_ index: Int) -> Bool {
    let block = atoms.atoms[index].block
    let section = atoms.atoms[index].section
    let before = atoms.atoms[..<index].reversed().prefix { $0.block == block }
    if before.contains(where: { view.text(of: $0.span).lowercase.has("limitations:") }) {
      return true
    }
    let lead = atoms.atoms[..<index].last { atom in
      atom.section == section && view.paper.blocks[atom.block].kind != .listItem
        && view.text(of: atom.span).hasSuffix(":")
    }
    guard view.paper.blocks[block].kind == .listItem, let lead, block - lead.block <= Self.longList
    else { return false }
    return view.text(of: lead.span).lowercase.has("limitation")
  }

  private static let longList = 8

  private static let memory = 4

  /// What the nearest sentence of the section names, if it stands not far before.
  func exhibits(before index: Int) -> [ExhibitLabel] {
    let section = atoms.atoms[index].section
    let before = atoms.atoms[..<index].reversed().prefix(Self.memory)
    let near = before.prefix { $0.section == section }.first { !$0.exhibits.isEmpty }
    return near?.exhibits ?? onlyTable(ofSection: section)
  }

  /// The table of a section that speaks of one alone.
  private func onlyTable(ofSection section: Int) -> [ExhibitLabel] {
    let named = atoms.atoms.filter { $0.section == section }.flatMap(\.exhibits)
    let tables = Set(named.filter { $0.kind == .table })
    return tables.count == 1 ? Array(tables) : []
  }
}
