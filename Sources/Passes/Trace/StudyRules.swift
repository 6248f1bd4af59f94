internal import IR

/// What the paper sets apart as the study of one factor: by the title of a section, or by the head of
/// a paragraph or an item. `Effect of the lamp.`
struct StudyRules {
  let view: PaperView
  let atoms: Atoms
  let results: ReportedResults

  struct Study {
    var node: TraceNode
    /// The sentences of the study, by their index.
    let sentences: [Int]
    /// The first sentence that says what came of it.
    let finding: SourceSpan
    /// Whether its head names no factor.
    let isGeneral: Bool
  }

  func studies() -> [Study] { parts().compactMap(study) }

  /// What stands below one head.
  private struct Part {
    let head: Grounded<String>
    let section: Int
    /// Whether a paragraph or an item has it for a head, rather than a section for its title.
    var isHeaded = false
    /// Whether it names no factor, as `Ablation study`: then it tells what the table of it shows.
    var isGeneral = false
    var sentences: [Int] = []
    var blocks: Set<Int> = []
  }

  // MARK: Heads

  private func parts() -> [Part] {
    var parts: [Part] = []
    /// Where the sentences of a section, or of the head within it, go on; nil for no study.
    var open: Int?
    var place: (section: Int, block: Int)?
    for (index, atom) in atoms.atoms.enumerated() {
      let section = atom.section
      if place?.section != section {
        open = sectionPart(section).map { parts.open($0) }
      } else if place?.block != atom.block, let part = open, parts[part].isHeaded,
        parts[part].blocks.count == Self.reach || view.paper.blocks[atom.block].kind == .listItem
      {
        open = nil
      }
      if place?.block != atom.block, isHeaded(index) {
        open = head(at: index).map { parts.open(Part(head: $0, section: section, isHeaded: true)) }
      }
      place = (section, atom.block)
      if let open {
        parts[open].sentences.append(index)
        parts[open].blocks.insert(atom.block)
      }
    }
    return parts
  }

  /// A figure may part what is told under a head.
  private static let reach = 2

  private func sectionPart(_ section: Int) -> Part? {
    let title = view.paper.sections[section].title
    let isGeneral = !Self.nameFactor(title.value)
    guard isStudied(section), !isGeneral || Self.announcesFactors(title.value) else {
      return nil
    }
    return Part(head: title, section: section, isGeneral: isGeneral)
  }

  /// Whether a paragraph or an item begins with what it is about: words in bold, or a sentence of few
  /// words with more behind it.
  private func isHeaded(_ index: Int) -> Bool {
    let atom = atoms.atoms[index]
    let block = view.paper.blocks[atom.block]
    if block.lead != nil { return true }
    return block.kind == .listItem && index + 1 < atoms.atoms.count
      && atoms.atoms[index + 1].block == atom.block
      && view.sentence(atom.span).words.count <= Self.longestHead
  }

  private static let longestHead = 6

  private func head(at index: Int) -> Grounded<String>? {
    let atom = atoms.atoms[index]
    guard isStudied(atom.section),
      let head = view.paper.blocks[atom.block].lead == nil
        ? view.head(atom.span) : view.head(ofBlock: atom.block)
    else { return nil }
    if Self.nameFactor(head.value) { return head }
    // Below such a title every head names a factor, but for those that say how it was done.
    let title = view.paper.sections[atom.section].title
    guard Self.announcesFactors(title.value), SetupHeads.topics(of: head.value) == nil
    else { return nil }
    return Grounded(
      "\(title.value): \(head.value)", title.spans + head.spans, .computed("heads of the study"))
  }

  /// Whether a section tells of results; `Effect of the model` does, where those around it do.
  private func isStudied(_ section: Int) -> Bool {
    guard !view.isFormal(section), !FindingContext.isSetup(section, view) else { return false }
    let roles = [section, view.topLevel(of: section)].map { SectionRole(of: $0, in: view) }
    return roles.contains(.experiments)
      || roles.allSatisfy { $0 == .appendix || $0 == .other }
  }

  private static func nameFactor(_ head: String) -> Bool {
    !factors.matches(in: CueWords(head)).isEmpty
  }

  /// Whether what stands below a head is the study of a factor, or of one after another.
  static func isStudy(_ head: String) -> Bool { nameFactor(head) || announcesFactors(head) }

  /// Whether what stands below a title is one factor after another.
  private static func announcesFactors(_ title: String) -> Bool {
    let title = title.lowercase
    return titles.stands(in: title) || title.hasSuffix("robustness")
  }

  private static let titles: PhraseSet = [
    "ablation", "sensitivity", "hyperparameter", "hyper-parameter", "parameter study",
    "parameter analysis", "design choice",
  ]

  static let factors = CueTable([
    Cue(
      "effect|effects|impact|influence|importance|role|contribution|necessity|benefit|choice of",
      .comparison, weight: 1, matches: "Effect of the lamp.", ignores: "Special effects."),
    Cue(
      "sensitivity|robustness|ablation|ablations to|on|of|against", .comparison,
      weight: 1, matches: "Sensitivity to wind.", ignores: "Sensitive scales."),
    Cue(
      "varying|different|various|alternative", .comparison, weight: 1,
      matches: "Different numbers of pans.", ignores: "Numbers of pans."),
    Cue(
      "^ number|size|amount|with|without", .comparison, weight: 1,
      matches: "Number of pans.", ignores: "The number is red."),
    Cue(
      "vs|versus", .comparison, weight: 1, matches: "One pan vs. two.", ignores: "One pan."),
  ])

  // MARK: Nodes

  private func study(_ part: Part) -> Study? {
    let sentences = part.sentences.filter { results.isUsable(atoms.atoms[$0]) }
    guard
      let finding = sentences.first(where: { isReport($0) && finds($0) })
        ?? sentences.first(where: { tells($0, in: part) && finds($0) })
    else { return nil }
    let named = Set(part.sentences.flatMap { atoms.atoms[$0].exhibits }).sorted()
    let exhibits = named.isEmpty ? onlyExhibit(of: part.section) : named
    let surroundings = Surroundings(view: view, atoms: atoms)
    let node = TraceNode(
      id: EntityID(1), title: part.head,
      kind: .experiment(result: outcome(from: finding, in: surroundings)), support: .explicit,
      sourceRefs: exhibits.map { Grounded($0.description, [atoms.atoms[finding].span]) }
        + [view.label(ofSection: part.section)],
      description: surroundings.description(ofAtom: finding), exhibits: exhibits)
    return Study(
      node: node, sentences: part.sentences, finding: atoms.atoms[finding].span,
      isGeneral: part.isGeneral)
  }

  private func isReport(_ index: Int) -> Bool {
    results.reports(atoms.atoms[index], atLeast: Self.least)
  }

  /// What is set apart may tell findings in words that mean none elsewhere.
  private func tells(_ index: Int, in part: Part) -> Bool {
    let atom = atoms.atoms[index]
    return (!part.isHeaded || atom.block == part.blocks.min()) && atom.citations.isEmpty
      && atom.weight(of: .configuration) < Self.least
      && FindingCues.weight(of: view.sentence(atom.span).words) >= Self.least
  }

  /// Without the head that its sentence may begin with: `Lamps: Figure 2 shows them.`
  private func finds(_ index: Int) -> Bool {
    let atom = atoms.atoms[index]
    guard let lead = view.paper.blocks[atom.block].lead, atom.span.contains(lead) else {
      return results.finds(atom)
    }
    let rest = view.text(of: atom.span).utf8.dropFirst(
      Int(lead.bytes.upperBound - atom.span.bytes.lowerBound))
    return results.finds(
      Sentence(String(decoding: rest, as: UTF8.self).trimmed(of: " ")),
      citing: !atom.citations.isEmpty)
  }

  private static let least = 2

  /// The items of a list share the figure that the sentence above them names.
  private func onlyExhibit(of section: Int) -> [ExhibitLabel] {
    let named = Set(atoms.atoms.filter { $0.section == section }.flatMap(\.exhibits)).sorted()
    return named.count == 1 ? named : []
  }

  private static let longest = 4
  private static let longestText = 600

  /// A sentence with what its paragraph goes on to say of it.
  private func outcome(from first: Int, in surroundings: Surroundings) -> Grounded<String> {
    let own = view.grounded(atoms.atoms[first].span)
    var outcome = own
    for last in first..<min(atoms.atoms.count, first + Self.longest) {
      guard atoms.atoms[last].block == atoms.atoms[first].block,
        results.isUsable(atoms.atoms[last]), atoms.atoms[last].weight(of: .future) == 0,
        let text = surroundings.text(from: first, to: last),
        text.value.utf8.count <= Self.longestText
      else { break }
      outcome = text
    }
    return outcome
  }
}

extension Array {
  /// Appends an element; its index.
  fileprivate mutating func open(_ element: Element) -> Int {
    append(element)
    return count - 1
  }
}
