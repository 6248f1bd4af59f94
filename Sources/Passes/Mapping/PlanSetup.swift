internal import IR

// What an experiment was run on: the sentences beside its table or figure before those of the whole.

extension PlanWriter {
  private static let procedureLimit = 5

  func fill(
    _ experiment: inout Experiment, around section: Int, caption: Grounded<String>?,
    grids: [Grid] = [], mentions: [PlanSentence]
  ) {
    let near = reach.beside(mentions, among: sentences.filter { $0.atom.section == section })
    let kind = Report(of: section, in: view, studies)
    // An introduction tells of the set-ups of others, and a summary of what came out.
    let beside = (mentions + (kind == .summary && caption == nil ? [] : near)).filter {
      SectionRole(of: $0.atom.section, in: view) != .introduction
    }
    // What is argued has the set-up of no experiment.
    let common = kind == .argument ? [] : sentences.filter { reach.holds($0, for: section) }
    let all = beside + common
    let hardware = machine([beside, common])
    experiment.setup.hardware = Stated(hardware.map { view.grounded($0.atom.span) })
    func told() -> Grounded<String>? { dataset([beside, common]) }
    // What a list names is told better by it than by a sentence from elsewhere.
    func listed() -> Grounded<String>? {
      guard kind != .argument, (dataset(in: beside)?.weight ?? 0) < Self.telling else {
        return nil
      }
      return listedNames(shared(with: section))
    }
    experiment.setup.dataset = Stated(
      caption.flatMap { setupData.dataset(ofCaption: $0, and: all + evaluations) }
        ?? setupData.dataset(ofLabels: grids, and: all + evaluations, told: told) ?? listed()
        ?? told())
    experiment.setup.model = Stated(model(of: grids, caption, [beside, common]))
    experiment.setup.system = system(all, besides: hardware)
    experiment.procedure =
      kind == .measured || caption != nil
      ? procedure(
        // What stands above several studies leads in what each of them does.
        beside, common.filter { !reach.isAbove($0, section) }, besides: hardware) : []
    experiment.expectedOutcome = outcome(mentions, of: experiment.exhibits)
  }

  /// The data that sections list by name.
  private func listedNames(_ isShared: (Int) -> Bool) -> Grounded<String>? {
    let names = listedData.filter { isShared($0.section) }.flatMap(\.names).unique
      .filter { holdsNoResult($0.value) }
    guard !names.isEmpty else { return nil }
    return Grounded(
      names.map(\.value).commaSeparated, names.flatMap(\.spans),
      .computed("heads of a list of data"))
  }

  /// Whether what a section says of its set-up holds for another section too: a part in which
  /// another study stands speaks of that alone, unless it is about the set-up or around the section.
  func shared(with section: Int) -> (Int) -> Bool {
    var around: Set<Int> = [section]
    var current = view.paper.sections[section].parent
    while let index = current {
      around.insert(index)
      current = view.paper.sections[index].parent
    }
    let others = studies.subtracting(around)
    return { !others.contains($0) }
  }

  /// The sentence that tells most of a machine, of the first of several parts that names one, else of
  /// the first that tells of any: what a program runs on says less than what the authors ran it on.
  private func machine(_ parts: [[PlanSentence]]) -> PlanSentence? {
    let told = parts.compactMap { part in
      part.reduce(nil as PlanSentence?) { best, next in
        next.machineWeight > best?.machineWeight ?? 0 ? next : best
      }
    }
    return told.first(where: namesMachine) ?? told.first
  }

  private func namesMachine(_ sentence: PlanSentence) -> Bool {
    let text = view.text(of: sentence.atom.span)
    return Lexicon.hardware.mentions(in: Grounded(text, [])).contains { name in
      !NamingSentences.kinds.contains(name.value.lowercase)
    }
  }

  /// The sentence that names a framework; of the one that names the hardware already, the names.
  private func system(_ sentences: [PlanSentence], besides hardware: PlanSentence?)
    -> Stated<String>
  {
    let sentence = sentences.first { $0.topics.contains(.system) }
    guard let sentence, sentence.atom.span == hardware?.atom.span else {
      return Stated(sentence.map { view.grounded($0.atom.span) })
    }
    let names = Lexicon.frameworks.mentions(in: view.grounded(sentence.atom.span)).unique
    return Stated(
      Grounded(
        names.map(\.value).commaSeparated, names.flatMap(\.spans),
        .computed("names in the sentence on the hardware")))
  }

  /// The first of several parts that tells what data was used, else the first that speaks of data.
  private func dataset(_ parts: [[PlanSentence]]) -> Grounded<String>? {
    let found = parts.lazy.compactMap { dataset(in: $0) }
    return (found.first { $0.weight >= Self.telling } ?? found.first).map { resolved($0.text) }
  }

  /// With what the section or table says that a sentence without names points to: `We use the same
  /// datasets as in Section 3.2`, `on all datasets listed in Table 1`.
  private func resolved(_ text: Grounded<String>) -> Grounded<String> {
    guard text.derivation == nil, data.mentions(in: text).isEmpty else { return text }
    let words = text.value.parts(between: " ")
    for (word, next) in zip(words, words.dropFirst()) {
      let number = next.trimmed(of: ".,;:()")
      switch word.lowercase.trimmed(of: "(") {
      case "section", "sec.", "appendix":
        guard let section = view.paper.sections.firstIndex(where: { $0.number == number })
        else { continue }
        let told = sentences.filter {
          isWithin($0.atom.section, section) && $0.atom.span != text.spans[0]
        }
        if let data = dataset(in: told) { return text.joined(with: data.text) }
      case "table", "tab.":
        guard
          let exhibit = view.exhibits.first(where: {
            $0.label.kind == .table && $0.label.number == number
          }),
          let data = setupData.dataset(ofCaption: view.grounded(exhibit.caption), and: [])
            ?? setupData.dataset(ofLabels: exhibit.grids, and: [])
        else { continue }
        return text.joined(with: data)
      default: continue
      }
    }
    return text
  }

  private func isWithin(_ section: Int, _ outer: Int) -> Bool {
    section == outer || view.paper.sections[section].parent.map { isWithin($0, outer) } ?? false
  }

  /// The sentence that says most of the data that was used, with the first other ones of its section
  /// that say as much of more data: one, and more of a section that goes through all data.
  private func dataset(in sentences: [PlanSentence]) -> (weight: Int, text: Grounded<String>)? {
    var best: PlanSentence?
    var told: [PlanSentence] = []
    for sentence in sentences
    where (sentence.topics.contains(.dataset) || sentence.headed.contains(.dataset))
      && !leadsIn(sentence)
    {
      told.append(sentence)
      if sentence.dataWeight > best?.dataWeight ?? 0 { best = sentence }
    }
    guard let best else { return nil }
    let others = told.filter {
      $0.dataWeight >= min(best.dataWeight, 2) && $0.atom.section == best.atom.section
        && best.atom.span < $0.atom.span
    }
    let first = view.grounded(best.atom.span)
    let text = others.prefix(data.begin(first.value) ? 3 : 1).reduce(first) {
      $0.joined(with: view.grounded($1.atom.span))
    }
    return (best.dataWeight, text)
  }

  /// A section on the data that names it says more than that some was chosen.
  static func dataWeight(of sentence: Sentence, isHeaded: Bool, _ beginsWithData: Bool) -> Int {
    if beginsWithData { return 3 }
    guard starts.matches(in: sentence.words).isEmpty else { return 0 }
    let isUsed = !uses.matches(in: sentence.words).isEmpty
    return (isUsed ? 2 : isHeaded ? 1 : 0)
      + (Lexicon.datasets.found(in: sentence.names).isEmpty ? 0 : 1)
  }

  /// What weights were made from before the work is no data of it.
  static let starts = CueTable([
    Cue(
      "initialize|initialized|initialised|initialise|initializing with|from|using|by",
      .configuration, weight: 1, matches: "It is initialized with weights of damp marbles.",
      ignores: "We initialize all marbles.")
  ])

  static let uses = CueTable([
    Cue(
      "we|our|all|each|is|are|was|were ... use|used|evaluate|evaluated|train|trained|test|tested|experiment|experiments|conducted|performed|pre-train|pre-trained|fine-tune|fine-tuned ... on|as|with",
      .configuration, weight: 1,
      matches: "We train every sorter on damp marbles.", ignores: "Damp marbles are red."),
    Cue(
      "we use|used|consider|considered|choose|chose|collect|collected|select|selected|focus|focused|employ|employed|study|studied|record|recorded|build|built|create|created|gather|gathered",
      .configuration, weight: 1,
      matches: "We use damp marbles.", ignores: "Damp marbles are red."),
    Cue(
      "dataset|datasets|data|corpus|images|recordings used|employed|analyzed in|for",
      .configuration, weight: 1,
      matches: "The dataset used in this study has marbles.",
      ignores: "We present the dataset used and a lamp for it."),
    Cue(
      "is|are a|an|the ... dataset|corpus|benchmark|collection of|with", .configuration, weight: 1,
      matches: "Yard is a small dataset of marbles.", ignores: "The dataset of marbles is red."),
    Cue(
      "dataset|data|set|corpus|benchmark consists|contains|comprises|has|includes", .configuration,
      weight: 1,
      matches: "The training set contains marbles.", ignores: "We see a training set."),
  ])

  private func procedure(
    _ near: [PlanSentence], _ common: [PlanSentence], besides hardware: PlanSentence?
  ) -> [Grounded<String>] {
    func steps(_ sentences: [PlanSentence]) -> [Grounded<String>] {
      sentences.sorted { $0.atom.span < $1.atom.span }.filter {
        ($0.topics.contains(.procedure) && !$0.headed.contains(.dataset)
          || $0.headed.contains(.procedure) && tellsWhatIsDone($0.atom))
          && $0.atom.span != hardware?.atom.span && !leadsIn($0)
      }.map { view.grounded($0.atom.span) }
    }
    let steps = [near, common].lazy.map(steps).first { !$0.isEmpty } ?? []
    return Array(steps.unique.prefix(Self.procedureLimit))
  }

  /// Whether a sentence says nothing without the list behind it.
  private func leadsIn(_ sentence: PlanSentence) -> Bool {
    PlanSentence.announces(view.text(of: sentence.atom.span))
  }

  private func tellsWhatIsDone(_ atom: Atom) -> Bool {
    atom.weight(of: .method) + atom.weight(of: .configuration) > 0
      && !DanglingSubject.begins(view.sentence(atom.span))
  }
}
