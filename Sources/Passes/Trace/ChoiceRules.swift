internal import IR

/// Choices of the authors that name what was not chosen, in the paper's order.
struct ChoiceRules {
  let view: PaperView
  let atoms: Atoms
  let own: OwnNames
  /// Sentences that a finding refused.
  let refused: Set<SourceSpan>

  private static let limit = 40
  private static let sameness = 0.5

  /// A decision, and the alternative that it says was tried or weighed and given up.
  struct Choice {
    let node: TraceNode
    let sentence: Grounded<String>
    let span: SourceSpan
    let rejected: Grounded<String>?
  }

  func choices() -> [Choice] {
    var kept: [Choice] = []
    for index in atoms.atoms.indices where kept.count < Self.limit {
      guard isCandidate(atoms.atoms[index]), let choice = choice(at: index) else { continue }
      // One choice that is told twice stands where its reason stands.
      if let same = kept.firstIndex(where: { isSame($0, choice) }) {
        if kept[same].node.hasReason || !choice.node.hasReason { continue }
        kept.remove(at: same)
      }
      kept.append(choice)
    }
    return kept
  }

  private func isCandidate(_ atom: Atom) -> Bool {
    let role = SectionRole(of: atom.section, in: view)
    guard role != .related, role != .limitations, atom.weight(of: .future) == 0,
      !refused.contains(atom.span), !view.isFormal(atom.section)
    else { return false }
    let text = view.text(of: atom.span)
    return Wording.isSentence(text) && text.utf8.count < 600 && !NoClaim.onlyPoints(text)
  }

  private func isSame(_ a: Choice, _ b: Choice) -> Bool {
    if Wording.similarity(a.sentence.value, b.sentence.value) > Self.sameness { return true }
    guard case .decision(_, let first, _) = a.node.kind,
      case .decision(_, let second, _) = b.node.kind
    else { return false }
    guard let one = first.first, let other = second.first else { return false }
    return one.value.lowercase == other.value.lowercase
  }

  private func choice(at index: Int) -> Choice? {
    let sentence = view.grounded(atoms.atoms[index].span)
    if let considered = Rejection.considered(in: sentence) {
      return make(index, withNaming(sentence, index), [considered], rejected: considered)
    }
    if let found = Alternative.find(in: sentence) {
      let act = PurposefulAct(view: view, atoms: atoms, index: index, sentence: sentence)
      if act.isChosen { return make(index, sentence, [found.phrase], rejected: nil) }
      return (isOwn(sentence, found) || isOfWork(index, sentence, found))
        && !isFinding(index, sentence, found)
        ? make(index, sentence, [found.phrase], rejected: nil) : nil
    }
    if let other = Preference.alternative(in: sentence) ?? options(before: index, sentence) {
      return make(index, sentence, [other], rejected: nil)
    }
    let act = PurposefulAct(view: view, atoms: atoms, index: index, sentence: sentence)
    return act.isChoice ? make(index, sentence, [], rejected: nil) : nil
  }

  /// With the sentence behind it, if only that says what was chosen: `We opted for a simpler way. In
  /// particular, we wait.`
  private func withNaming(_ sentence: Grounded<String>, _ index: Int) -> Grounded<String> {
    let next = index + 1
    guard next < atoms.atoms.count, atoms.atoms[next].section == atoms.atoms[index].section,
      Wording.isSentence(view.text(of: atoms.atoms[next].span)),
      Self.namings.contains(where: { view.text(of: atoms.atoms[next].span).hasPrefix($0) })
    else { return sentence }
    let naming = view.grounded(atoms.atoms[next].span)
    return Grounded(
      "\(sentence.value) \(naming.value)", sentence.spans + naming.spans,
      .computed("two sentences"))
  }

  private static let namings = ["In particular,", "Specifically,", "Namely,", "Concretely,"]

  private func make(
    _ index: Int, _ sentence: Grounded<String>, _ alternatives: [Grounded<String>],
    rejected: Grounded<String>?
  ) -> Choice {
    let atom = atoms.atoms[index]
    let references = atom.exhibits.map { Grounded($0.description, [atom.span]) }
    let node = TraceNode(
      id: EntityID(1), title: Title.make(of: sentence) ?? sentence,
      kind: .decision(
        choice: sentence, alternatives: alternatives,
        rationale: Reason.found(at: index, sentence, atoms, view)),
      support: .explicit, sourceRefs: references + [view.label(ofSection: atom.section)],
      description: Surroundings(view: view, atoms: atoms).description(ofAtom: index))
    return Choice(node: node, sentence: sentence, span: atom.span, rejected: rejected)
  }

  // MARK: Whose choice

  private static let authors: Set<String> = ["we", "our", "ours", "us"]

  /// Whether the paper itself chose: it is the subject of the clause that has the choice.
  private func isOwn(_ sentence: Grounded<String>, _ found: Alternative.Found) -> Bool {
    let bytes = Array(sentence.value.utf8)
    let clause = found.leadsIn ? bytes[found.end...] : bytes[..<found.start]
    let words = CueWords(String(decoding: clause, as: UTF8.self)).words
    let isExample = Self.examples.contains { sentence.value.hasPrefix($0) }
    func isAuthor(_ word: String) -> Bool {
      Self.authors.contains(word) || own.names.contains(word)
    }
    // After an alternative that opens the sentence, the subject comes at once.
    if found.leadsIn {
      return !isExample && words.prefix(Self.subjectReach).contains(where: isAuthor)
    }
    let isSubject =
      words.contains("we") || words.prefix(Self.subjectReach).contains(where: isAuthor)
    return !isExample && isSubject
  }

  private static let subjectReach = 4

  /// Whether a sentence tells of the work without naming who did it: it describes a method or a
  /// study, and cites or names no other.
  private func isOfWork(_ index: Int, _ sentence: Grounded<String>, _ found: Alternative.Found)
    -> Bool
  {
    // `One model over another` may be anyone's.
    guard !sentence.value.utf8.dropFirst(found.start).starts(with: "over".utf8) else {
      return false
    }
    let atom = atoms.atoms[index]
    switch SectionRole(of: atom.section, in: view) {
    case .method, .experiments, .appendix, .other: break
    case .introduction, .related, .conclusion, .limitations: return false
    }
    guard SectionRole(of: view.topLevel(of: atom.section), in: view) != .related else {
      return false
    }
    let words = CueWords(view.text(of: atom.span))
    guard !words.words.contains(where: Self.strangers.contains) else { return false }
    return atom.citations.isEmpty && atom.weight(of: .negative) == 0
      && Setback.others.matches(in: words).isEmpty
      && Setback.explanations.matches(in: words).isEmpty
      && !Self.acts.matches(in: words).isEmpty
  }

  private static let strangers: Set<String> = [
    "researchers", "authors", "practitioners", "their", "they", "literature", "people", "humans",
    "common", "commonly", "typical", "typically", "traditionally", "conventionally", "usually",
  ]

  /// What is done with or by what was built.
  static let acts = CueTable([
    Cue(
      "uses|use|adopts|adopt|executes|runs|builds|stores|processes|applies|apply|employs|employ|leverages|relies|takes|divides|splits|computes|learns|trains|keeps|operates|performs|replaces|predicts|combines|assigns|selects|generates|encodes|compares",
      .choice, weight: 1, matches: "The sorter uses a lamp.", ignores: "The lamp is red."),
    Cue(
      "is|are|was|were ... used|chosen|selected|applied|computed|trained|performed|taken|kept|stored|replaced|initialized|implemented|evaluated|measured|defined|designed|assigned|split|sampled|collected",
      .choice, weight: 1, matches: "The lamp is then used.", ignores: "The lamp is red."),
  ])

  private static let examples = ["For example", "For instance", "E.g."]

  /// Whether a sentence reports what was seen rather than what was done.
  private func isFinding(_ index: Int, _ sentence: Grounded<String>, _ found: Alternative.Found)
    -> Bool
  {
    let atom = atoms.atoms[index]
    if atom.weight(of: .result) + atom.weight(of: .comparison) >= 3 { return true }
    // `Unlike lamps, it needs no oil; instead, it uses the sun.`
    if sentence.value.has("; instead") { return false }
    let bytes = Array(sentence.value.utf8)
    let clause = found.leadsIn ? bytes[found.end...] : bytes[..<found.start]
    let words = CueWords(String(decoding: clause, as: UTF8.self))
    return !Self.findings.matches(in: words).isEmpty
  }

  /// Verbs of seeing and believing.
  static let findings = CueTable([
    Cue(
      "we|our|results|experiments ... find|found|observe|observed|show|showed|see|believe|argue|note|conclude|demonstrate|hypothesize|speculate|suspect|conjecture|suggest|expect that",
      .claim, weight: 1,
      matches: "We find that lamps matter.", ignores: "We use lamps."),
    Cue(
      "outperform*|surpass*|exceed*|achieves|achieve|is|are better|faster|superior", .comparison,
      weight: 1, matches: "Our lamp is better in daylight.", ignores: "Our lamp is red."),
    Cue(
      "attributed|due|owing to", .claim, weight: 1, matches: "Our gain is due to the lamp.",
      ignores: "Our gain is large."),
    Cue(
      "we|one could|would|might", .claim, weight: 1, matches: "Alternatively, we could use a lamp.",
      ignores: "Alternatively, we use a lamp."),
    Cue(
      "evidence|conclude|concludes ... that", .claim, weight: 1,
      matches: "We give evidence that lamps matter.", ignores: "We use lamps at night."),
    Cue("was|were #", .result, weight: 1, matches: "The error was 9.", ignores: "It was red."),
    Cue(
      "ablation|ablations|baseline|baselines", .comparison, weight: 1,
      matches: "In the first ablation we use no lamp.", ignores: "We use no lamp."),
    Cue(
      "contribution|contributions|novelty is|are|lies", .claim, weight: 1,
      matches: "Our contribution is a lamp.", ignores: "Our contribution helps."),
    Cue(
      "claims|claim about", .claim, weight: 1, matches: "Our claim about lamps is this.",
      ignores: "Our claim is this."),
    // What a clause of evidence or of doubt says is held to be so, not done.
    Cue(
      "evidence|proof|conclude|concludes|concluded ... that", .claim, weight: 1,
      matches: "We give evidence of ours that lamps help.", ignores: "We give evidence."),
    Cue(
      "we study|ask|examine|investigate|test|explore|evaluate|analyze whether|how|why", .claim,
      weight: 1, matches: "We study whether lamps help.", ignores: "We study lamps."),
    Cue(
      "if|whether|unless we", .claim, weight: 1, matches: "It burns if we use a lamp.",
      ignores: "It burns and we use a lamp."),
    Cue(
      "we can|may see|observe|note|notice|read", .claim, weight: 1,
      matches: "We can see from this that lamps help.", ignores: "We can use a lamp."),
    Cue(
      "results|theorem|theorems|bound|bounds|analysis|proof|guarantee|guarantees hold|holds|apply|applies",
      .claim, weight: 1, matches: "Our results hold in the dark.", ignores: "Our results are red."),
    // What something does without is its merit.
    Cue(
      "neither|not require|requires|need|needs|rely|relies|assume|assumes|depend|depends", .claim,
      weight: 1, matches: "Our lamp does not need oil.", ignores: "Our lamp does not use oil."),
    Cue(
      "to denote|represent|refer", .claim, weight: 1, matches: "We use P to denote a pan.",
      ignores: "We use a pan."),
    Cue(
      "allows|allowed|enables|enabled us", .claim, weight: 1,
      matches: "Our lamp allows us to read.", ignores: "Our lamp allows reading."),
  ])

  // MARK: What stands around

  /// What the sentence before a choice says could have been done, or was tried.
  private func options(before index: Int, _ sentence: Grounded<String>) -> Grounded<String>? {
    guard index > 0, atoms.atoms[index - 1].block == atoms.atoms[index].block else { return nil }
    let before = view.grounded(atoms.atoms[index - 1].span)
    guard Wording.isSentence(before.value) else { return nil }
    let words = CueWords(sentence.value)
    let turns =
      !Self.turns.matches(in: words).isEmpty && Self.findings.matches(in: words).isEmpty
    let chooses = atoms.atoms[index].weight(of: .choice) >= 3
    let follows =
      !Self.consequences.matches(in: words).isEmpty
      && !SetbackCues.all.occurrences(in: CueWords(before.value)).isEmpty
    let weighs = !Self.options.matches(in: CueWords(before.value)).isEmpty
    let isOwn = words.words.contains(where: Self.authors.contains)
    return isOwn && (turns || follows || chooses && weighs) ? before : nil
  }

  static let turns = CueTable([
    Cue("we instead", .choice, weight: 1, matches: "We instead wait.", ignores: "We wait."),
    Cue(
      "^ instead we", .choice, weight: 1, matches: "Instead, we wait.",
      ignores: "Instead of us, they wait."),
  ])

  /// What was done because of what the sentence before tells.
  static let consequences = CueTable([
    Cue(
      "^ so|therefore|thus|hence|consequently we use|used|adopt|adopted|choose|chose|employ|set|keep|switch|fix",
      .choice, weight: 1, matches: "So we use a lamp.", ignores: "So we see a lamp.")
  ])

  static let options = CueTable([
    Cue(
      "experimented|tried|considered|compared|explored", .choice, weight: 1,
      matches: "We also experimented with a lamp.", ignores: "We have a lamp."),
    Cue(
      "alternatively|alternative|alternatives|options|choices|possibilities|ways|naive|naively|straightforward",
      .choice, weight: 1, matches: "There are two options.", ignores: "There are two."),
    Cue(
      "could|would be|use|store|save|need|require", .choice, weight: 1,
      matches: "One would need a second lamp.", ignores: "One has a lamp."),
  ])
}
