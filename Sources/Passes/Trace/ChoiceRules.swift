internal import IR

/// Choices of the authors, in the paper's order.
struct ChoiceRules {
  let view: PaperView
  let atoms: Atoms
  let own: OwnNames
  /// Sentences that a finding refused.
  let refused: Set<SourceSpan>

  private static let sameness = 0.5

  /// A decision, and the alternative that it says was tried or weighed and given up.
  struct Choice {
    let node: TraceNode
    let sentence: Grounded<String>
    let span: SourceSpan
    let rejected: Grounded<String>?
    /// How much speaks for it, in sixteenths of a nat.
    let worth: Int

    /// Whether it names what was not chosen.
    var isWeighed: Bool {
      if case .decision(_, let alternatives, _) = node.kind { return !alternatives.isEmpty }
      return false
    }
  }

  func choices() -> [Choice] {
    var kept: [Choice] = []
    for index in atoms.atoms.indices {
      guard let words = candidate(atoms.atoms[index]), let choice = choice(at: index, words) else {
        continue
      }
      // One choice that is told twice stands where its reason stands, but for what was not chosen.
      if let same = kept.firstIndex(where: { isSame($0, choice) }) {
        let saysMore = choice.node.hasReason && (choice.isWeighed || !kept[same].isWeighed)
        if kept[same].node.hasReason || !saysMore { continue }
        kept.remove(at: same)
      }
      kept.append(choice)
    }
    return best(of: kept)
  }

  /// Those that most speaks for: a longer paper chooses more, but nobody reads twice as many.
  private func best(of choices: [Choice]) -> [Choice] {
    let limit = Int((Self.share * Double(atoms.atoms.count)).squareRoot())
    guard choices.count > limit else { return choices }
    let ranked = choices.indices.sorted {
      (choices[$1].worth, $0) < (choices[$0].worth, $1)
    }
    return ranked.prefix(limit).sorted().map { choices[$0] }
  }

  /// 20 choices of 100 sentences, 40 of 400.
  private static let share = 4.0

  /// The words of a sentence that may tell a choice.
  private func candidate(_ atom: Atom) -> CueWords? {
    let role = SectionRole(of: atom.section, in: view)
    guard role != .related, role != .limitations, atom.weight(of: .future) == 0,
      !refused.contains(atom.span), !view.isFormal(atom.section)
    else { return nil }
    let sentence = view.sentence(atom.span)
    let text = sentence.text
    guard sentence.isWhole, text.utf8.count < 600, !text.hasSuffix("?"),
      !Self.suppositions.contains(where: text.hasPrefix),
      !NoChoice.holds(of: sentence, atom, names: own.names)
    else { return nil }
    return NoClaim.points(sentence.words) && Self.points(mainClauseOf: text) ? nil : sentence.words
  }

  /// What begins an example, a case or a doubt.
  private static let suppositions = [
    "If ", "To the best of", "For instance", "For example", "E.g.",
  ]

  /// `We choose the lamp, which is detailed in Section 3.` does more than point.
  private static func points(mainClauseOf text: String) -> Bool {
    guard let which = text.utf8Range(of: ", which ") else { return true }
    return NoClaim.points(
      CueWords(String(decoding: text.utf8.prefix(which.lowerBound), as: UTF8.self)))
  }

  private func isSame(_ a: Choice, _ b: Choice) -> Bool {
    if Wording.similarity(a.sentence.value, b.sentence.value) > Self.sameness { return true }
    // A paper presents its work again and again.
    let names = OwnNames.introduced(in: a.sentence.value)
    if !names.isEmpty, names == OwnNames.introduced(in: b.sentence.value) { return true }
    guard case .decision(_, let first, _) = a.node.kind,
      case .decision(_, let second, _) = b.node.kind
    else { return false }
    guard let one = first.first, let other = second.first else { return false }
    return one.value.lowercase == other.value.lowercase
  }

  private func choice(at index: Int, _ words: CueWords) -> Choice? {
    let atom = atoms.atoms[index]
    let odds = atom.odds(of: .decision)
    guard odds + Self.weighed + Self.reasoned >= Self.least,
      odds >= atom.odds(of: .trial)
    else { return nil }
    let sentence = view.grounded(atom.span)
    let considered = Rejection.considered(in: sentence)
    let other = considered ?? alternative(in: sentence, words) ?? options(before: index, words)
    let hasReason = Reason.find(in: sentence) != nil || Reason.precedent(in: sentence) != nil
    let worth = odds + (other == nil ? 0 : Self.weighed) + (hasReason ? Self.reasoned : 0)
    guard worth >= Self.least else { return nil }
    return make(
      index, considered == nil ? sentence : withNaming(sentence, index), other.map { [$0] } ?? [],
      rejected: considered, worth)
  }

  // In sixteenths of a nat: what it adds to the odds that a sentence names what was not chosen and
  // that it says why, and from what sum on it tells a choice.
  private static let weighed = 16
  private static let reasoned = 8
  private static let least = -14

  /// With the sentence behind it, if only that says what was chosen: `We opted for a simpler way. In
  /// particular, we wait.`
  private func withNaming(_ sentence: Grounded<String>, _ index: Int) -> Grounded<String> {
    let next = index + 1
    guard next < atoms.atoms.count, atoms.atoms[next].section == atoms.atoms[index].section,
      view.sentence(atoms.atoms[next].span).isWhole,
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
    rejected: Grounded<String>?, _ worth: Int
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
    return Choice(node: node, sentence: sentence, span: atom.span, rejected: rejected, worth: worth)
  }

  // MARK: What was not chosen

  private static let authors = ["we", "our", "ours", "us"]

  /// What a sentence says was not chosen, if what did otherwise is the paper's own.
  private func alternative(in sentence: Grounded<String>, _ words: CueWords) -> Grounded<String>? {
    guard let found = Alternative.find(in: sentence, words), !isOfReason(sentence, found) else {
      return nil
    }
    let choice = CueWords(found.choice(in: sentence))
    return isOwn(choice, found) || !Self.acts.matches(in: choice).isEmpty ? found.phrase : nil
  }

  /// Whether the paper itself chose: it is the subject of the clause that has the choice.
  private func isOwn(_ choice: CueWords, _ found: Alternative.Found) -> Bool {
    let words = choice.words
    func isAuthor(_ word: String) -> Bool {
      Self.authors.contains(word) || own.names.contains(word)
    }
    // After an alternative that opens the sentence, the subject comes at once.
    return words.prefix(Self.subjectReach).contains(where: isAuthor)
      || !found.leadsIn && words.contains("we")
  }

  private static let subjectReach = 4

  /// Whether an alternative stands in the clause that gives a reason, and not in that which has the
  /// choice: `As lamps warm pans rather than marbles, we wait.`
  private func isOfReason(_ sentence: Grounded<String>, _ found: Alternative.Found) -> Bool {
    let before = String(decoding: sentence.value.utf8.prefix(found.start), as: UTF8.self)
    return [" because ", " since ", " otherwise ", ", ensuring "].contains { before.has($0) }
      || !before.has(",") && ["As ", "Since ", "Because ", "To "].contains { before.hasPrefix($0) }
  }

  /// What is done with or by what was built.
  static let acts = CueTable([
    Cue(
      "uses|use|adopts|adopt|executes|runs|builds|stores|processes|applies|apply|employs|employ|leverages|relies|takes|divides|splits|computes|learns|trains|keeps|operates|performs|replaces|predicts|combines|assigns|selects|generates|encodes|compares",
      .choice, weight: 1, matches: "The sorter uses a lamp.", ignores: "The lamp is red."),
    Cue(
      "is|are|was|were ... used|chosen|selected|applied|computed|trained|performed|taken|kept|stored|replaced|initialized|implemented|evaluated|measured|defined|designed|assigned|split|sampled|collected",
      .choice, weight: 1, matches: "The lamp is then used.", ignores: "The lamp is red."),
  ])

  /// What the sentence before a choice says could have been done, or was tried.
  private func options(before index: Int, _ words: CueWords) -> Grounded<String>? {
    guard index > 0, atoms.atoms[index - 1].block == atoms.atoms[index].block,
      words.hold(Self.authors)
    else { return nil }
    let span = atoms.atoms[index - 1].span
    let before = view.sentence(span)
    guard before.isWhole else { return nil }
    func weighs() -> Bool {
      atoms.atoms[index].weight(of: .choice) >= 3
        && !Self.options.matches(in: before.words).isEmpty
    }
    return words.first == "instead" || weighs() ? view.grounded(span) : nil
  }

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
