internal import IR

/// Finds what a paper takes for granted: what it assumes in so many words, the conditions of its
/// theorems, and what its method, its measures and its comparisons build on.
struct AssumptionFinder {
  let view: PaperView
  /// What plays another part: observations, gaps, the insight.
  let taken: [SourceSpan]

  private static let longest = 500
  /// In words.
  private static let shortest = 5
  /// Of a condition with its list, in bytes.
  private static let longestList = 900

  /// In the order of the paper.
  func assumptions(_ atoms: [Atom]) -> [Grounded<String>] {
    var found: [Grounded<String>] = []
    let likely = likely(atoms)
    var lead: Int?
    var condition: (block: Int, index: Int)?
    for (index, atom) in atoms.enumerated() where !view.isHead(atom) {
      let sentence = view.sentence(atom.span)
      let (text, words) = sentence.parts
      // What follows a colon after `the following assumptions` are assumptions.
      if let list = lead, isItem(atom), atom.block <= list + 1 {
        lead = atom.block
        if Wording.isFieldSafe(text) { found.append(view.grounded(atom.span)) }
        continue
      }
      lead = nil
      // A blank before the full stop is where a formula could not be read.
      guard text.utf8.count < Self.longest, Wording.isFieldSafe(text), !text.hasSuffix("?"),
        !text.hasSuffix(" ."), !view.isStatement(atom.section)
      else { continue }
      if text.hasSuffix(":"), words.hold("assumption", "assumptions") {
        lead = atom.block
        continue
      }
      // What begins a theorem says what it is about, and so do the conditions that follow it at once.
      let mayAdd = condition.map { $0.block != atom.block || $0.index == index - 1 && adds(words) }
      let isCondition = mayAdd != false && isCondition(atom, words)
      let isFiled = words.count >= Self.shortest && isFiled(atom)
      if isCondition { condition = (atom.block, index) }
      // What begins with an equation goes on with a formula that is not here.
      guard isFiled || isCondition || isStated(atom, words) || likely.contains(atom.span),
        !text.parts(between: " ").prefix(2).contains("=")
      else { continue }
      if sentence.isWhole {
        found.append(view.grounded(atom.span))
      } else if let whole = withList(atoms[index...]) {
        found.append(whole)
      } else if !isCondition || isAssumption(atom) {
        found.append(view.grounded(atom.span))
      }
    }
    return found
  }

  /// The likeliest of what no rule finds.
  private func likely(_ atoms: [Atom]) -> Set<SourceSpan> {
    let likely = atoms.filter { atom in
      atom.odds(of: .assumption) >= Self.conceivable && !taken.contains(atom.span)
        && view.sentence(atom.span).isWhole && isLikely(atom, view.sentence(atom.span).words)
    }
    let best = likely.sorted {
      ($1.odds(of: .assumption), $0.span) < ($0.odds(of: .assumption), $1.span)
    }
    return Set(best.prefix(Self.likelyLimit).map(\.span))
  }

  /// Whether a sentence builds on something by what was learned of assumptions. What is likelier a limit, a
  /// finding or the meaning of a term is that.
  private func isLikely(_ atom: Atom, _ words: CueWords) -> Bool {
    let odds = atom.odds(of: .assumption)
    guard odds > atom.odds(of: .limitation), atom.odds(of: .finding) < Self.otherPart,
      atom.odds(of: .definition) < Self.otherPart, mayBeOwn(atom, words),
      // What the authors think of their results is an opinion.
      !words.hold("believe", "believed"), !isLimit(words),
      SectionRole(of: atom.section, in: view) != .conclusion,
      // On what terms a study compares is a boundary.
      AssumptionCues.terms.matches(in: words).isEmpty
    else { return false }
    return !AssumptionCues.hints.matches(in: words).isEmpty
      || odds >= Self.likely && odds > atom.odds(of: .decision)
        && !LimitCues.own.matches(in: words).isEmpty
  }

  /// Whether one phrase of a sentence says that it is a limit: `We do not take this into account.`
  private func isLimit(_ words: CueWords) -> Bool {
    LimitCues.table.matches(in: words).map { LimitCues.table.rows[$0] }.contains {
      $0.role == .limitation && $0.weight >= Self.limit
    }
  }

  /// The weight of a phrase that makes a limit by itself.
  private static let limit = 3

  /// Of a paper.
  private static let likelyLimit = 6
  // In sixteenths of a nat, as `Atom.odds`.
  private static let likely = -12
  /// Of what has a word that speaks of beliefs, conditions or stand-ins.
  private static let conceivable = -28
  private static let otherPart = -20
  /// Of what is an assumption whatever its words sound like.
  private static let certain = 40

  /// Whether a sentence stands under a head that promises assumptions, as `Assumptions.` does.
  private func isFiled(_ atom: Atom) -> Bool {
    let section = view.paper.sections[atom.section]
    let lead = view.paper.blocks[atom.block].lead.map(view.text)
    return !section.isAppendix
      && [section.title.value, lead ?? ""].contains { $0.lowercase.hasPrefix("assumption") }
      && view.paper.blocks[atom.block].label == nil
  }

  private func isItem(_ atom: Atom) -> Bool { view.paper.blocks[atom.block].kind == .listItem }

  /// The condition that comes first with the list or the equation that ends it: `Let X and V be
  /// such that` says nothing alone. Nil where neither follows.
  private func withList(_ atoms: ArraySlice<Atom>) -> Grounded<String>? {
    guard let head = atoms.first else { return nil }
    var spans = [head.span]
    var block = head.block
    for atom in atoms.dropFirst() {
      // A footnote on a page does not end the list that goes on behind it.
      let isNote = view.isNote(atom)
      guard isNote || isItem(atom), atom.block <= block + 1 else { break }
      if !isNote { spans.append(atom.span) }
      block = atom.block
    }
    if spans.count == 1, head.block + 1 < view.paper.blocks.count {
      let next = view.paper.blocks[head.block + 1]
      guard next.kind == .equation else { return nil }
      spans.append(next.span)
    }
    let text = spans.map { view.text(of: $0).swapping("\n", for: " ") }.joined(separator: " ")
    guard spans.count > 1, text.utf8.count < Self.longestList, Wording.isFieldSafe(text) else {
      return nil
    }
    return Grounded(text, spans, .computed("condition with what it lists"))
  }

  private func isStated(_ atom: Atom, _ words: CueWords) -> Bool {
    let isSaid =
      !AssumptionCues.table.matches(in: words).isEmpty
      || !AssumptionCues.premises.matches(in: words).isEmpty
    return isSaid && mayBeOwn(atom, words)
  }

  private func mayBeOwn(_ atom: Atom, _ words: CueWords) -> Bool {
    let isVetoed =
      !AssumptionCues.vetoes.matches(in: words).isEmpty
      || !AssumptionCues.pointers.matches(in: words).isEmpty
    return !isProspect(atom, words) && (!isVetoed || atom.odds(of: .assumption) >= Self.certain)
      && AssumptionCues.setups.matches(in: words).isEmpty && isOwn(atom, words)
      && !isOfDefinition(atom)
  }

  /// Whether a sentence says what is hoped for, given what was found.
  private func isProspect(_ atom: Atom, _ words: CueWords) -> Bool {
    let role = SectionRole(of: atom.section, in: view)
    return [.experiments, .conclusion, .limitations].contains(role)
      && words.hold("expect", "expected", "anticipate", "anticipated")
  }

  private static let definitions = ["Definition", "Lemma", "Proof", "Example"]

  /// Whether a sentence says what a word means or is a step of a proof.
  private func isOfDefinition(_ atom: Atom) -> Bool {
    guard let label = view.paper.blocks[atom.block].label else { return false }
    return Self.definitions.contains(where: label.hasPrefix)
  }

  /// Whether an assumption is one of the paper: what the opening says of the field and what stands
  /// beside citations is of others, and suppositions of an appendix are steps of proofs or belong to
  /// printed examples, but for what is said to be assumed.
  private func isOwn(_ atom: Atom, _ words: CueWords) -> Bool {
    let isNamed = !LimitCues.own.matches(in: words).isEmpty
    if view.paper.sections[atom.section].isAppendix {
      return words.hold("assumed") || isNamed && words.hold("assume", "assumption")
    }
    switch SectionRole(of: atom.section, in: view) {
    case .introduction, .related: return isNamed
    // A citation may support what the paper itself assumes: `is assumed to be 4 [2]`.
    default:
      return isNamed || atom.citations.isEmpty
        || words.hold("assumed", "believed") && LimitCues.others.matches(in: words).isEmpty
    }
  }

  /// Whether a sentence stands in a statement headed `Assumption 2`.
  private func isAssumption(_ atom: Atom) -> Bool {
    view.paper.blocks[atom.block].label?.hasPrefix("Assumption") == true
  }

  /// Whether a sentence of a theorem adds a condition to those before it. `Under these conditions` comes to
  /// what follows from them.
  private func adds(_ words: CueWords) -> Bool {
    words.first.map(Self.suppositions.contains) == true
  }

  private static let suppositions: Set<String> = [
    "let", "suppose", "assume", "if", "given", "consider",
  ]

  private static let theorems = ["Theorem", "Proposition", "Corollary", "Assumption", "Condition"]

  /// Whether a sentence of a theorem names what it holds for. Lemmas are steps of proofs.
  private func isCondition(_ atom: Atom, _ words: CueWords) -> Bool {
    let block = view.paper.blocks[atom.block]
    let isAppendix = view.paper.sections[atom.section].isAppendix
    guard let label = block.label, block.kind == .paragraph, !isAppendix,
      words.count >= Self.shortest
    else { return false }
    // `Theorem 1 (Halting of scales).`
    let text = view.text(of: atom.span)
    let isName = text.hasPrefix("\(label) (") && text.split(separator: ")").count == 2
    guard !isName || !text.hasSuffix(").") else { return false }
    if isAssumption(atom) { return true }
    return Self.theorems.contains(where: label.hasPrefix)
      && AssumptionCues.vetoes.matches(in: words).isEmpty
      && !AssumptionCues.conditions.matches(in: words).isEmpty
  }
}
